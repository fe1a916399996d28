package se.framsteg.retention;

import java.util.Optional;
import se.framsteg.organisation.OrganisationKind;

/**
 * For how long an organisation keeps its cases.
 *
 * @param kind of organisation, by which the law tells what holds
 * @param years empty if neither the law nor the organisation has told: nothing is disposed of then
 * @param fewest the fewest years that may be set
 * @param archive whether each case is written to the archive folder before it is disposed of
 * @param referralYears for how long a referral that became no case is kept, from when it was last decided about or entered; as for
 *     cases until the organisation has said, and never less than the fewest
 * @param version 0 while the organisation has set nothing
 */
public record KeepingRule(
        OrganisationKind kind,
        Optional<Integer> years,
        int fewest,
        CountsFrom countsFrom,
        boolean archive,
        Optional<Integer> referralYears,
        int version) {
    static final int MOST = 100;

    /** Whether it is what the law says of its kind, and not what the organisation has set. */
    public boolean byDefault() {
        return version == 0;
    }
}
