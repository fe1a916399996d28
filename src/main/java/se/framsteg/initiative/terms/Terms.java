package se.framsteg.initiative.terms;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What was applied for and agreed on.
 *
 * @param background why; this and the next two up to {@value #LONGEST_TEXT} characters
 * @param purpose what for
 * @param method how
 * @param sum what was applied for, in whole kronor
 * @param decision its reference in a diary, up to {@value #LONGEST_REFERENCE} characters
 * @param agreement the same
 */
public record Terms(
        String background,
        String purpose,
        String method,
        Optional<Long> sum,
        Optional<LocalDate> appliedOn,
        Optional<LocalDate> decidedOn,
        String decision,
        Optional<LocalDate> agreedOn,
        String agreement) {
    static final int LONGEST_TEXT = 20_000;
    static final int LONGEST_REFERENCE = 200;

    /** Before anything has been written. */
    static final Terms NONE =
            new Terms("", "", "", Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.empty(), "");

    public boolean empty() {
        return equals(NONE);
    }

    boolean decidedBeforeApplied() {
        return appliedOn.flatMap(applied -> decidedOn.filter(applied::isAfter)).isPresent();
    }
}
