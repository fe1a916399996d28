package se.framsteg.audit;

import org.jspecify.annotations.Nullable;
import se.framsteg.shared.Id;
import se.framsteg.shared.OrganisationId;

/**
 * Who is written in the journal as having acted, by id alone.
 *
 * @param id the member of staff, or the round that a respondent holds the key to; null only for the system itself
 * @param organisation the organisation on whose behalf staff acted
 */
public record Who(Kind kind, @Nullable Id id, @Nullable OrganisationId organisation) {

    public enum Kind {
        STAFF,
        RESPONDENT,
        SYSTEM
    }
}
