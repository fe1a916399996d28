package se.framsteg.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an organisation could see on a day, or at a moment of it, as the ledger alone tells.
 *
 * @param called name of the organisation
 * @param time empty for the whole day
 * @param open what was open from when to when; {@code until} is not included
 * @param because the answers that were given to questions about the organisation until then, in order
 */
public record Seen(
        String called,
        LocalDate day,
        Optional<LocalTime> time,
        Map<Kind, List<Span>> open,
        List<ConsentView.Line> because) {
    public record Span(Instant from, Instant until, boolean wholeDay) {}

    @Override
    public String toString() {
        return "seen on " + day;
    }
}
