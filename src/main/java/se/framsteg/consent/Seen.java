package se.framsteg.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.framsteg.shared.OrganisationId;

/**
 * What an organisation could see on a day, or in a minute of it, as the ledger alone tells.
 *
 * @param called name of the organisation
 * @param time from when a minute was asked about; empty for the whole day
 * @param open what was open, and when
 * @param because the answers that were given to questions about the organisation until then, in order
 */
public record Seen(
        OrganisationId organisation,
        String called,
        LocalDate day,
        Optional<LocalTime> time,
        Map<Kind, List<Span>> open,
        List<ConsentView.Line> because) {
    /**
     * For how long something was open.
     *
     * @param from empty if it was when the day, or the minute that was asked about, began
     * @param until empty if it still was when that ended, or is now
     */
    public record Span(Optional<Instant> from, Optional<Instant> until) {
        public boolean wholeDay() {
            return from.isEmpty() && until.isEmpty();
        }
    }

    @Override
    public String toString() {
        return "seen on " + day;
    }
}
