package se.framsteg.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was said about several recipients at once, as on one paper with a box for each.
 *
 * @param purpose 1–1000 characters
 * @param validUntil needed if any answer is a yes
 * @param asked at least one
 */
public record Sheet(Given given, String purpose, Optional<LocalDate> validUntil, List<Asked> asked) {
    public Sheet {
        asked = List.copyOf(asked);
    }

    /**
     * One recipient that was asked about.
     *
     * @param id a new one; the same when the same form is sent twice
     * @param kinds what was asked about; at least one for a yes
     */
    public record Asked(ConsentId id, Recipient to, boolean yes, Set<Kind> kinds) {}

    @Override
    public String toString() {
        return "sheet about " + asked.size();
    }
}
