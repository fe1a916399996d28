package se.framsteg.consent.colleague;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;

/** The participant's own door to who is named on the own case. */
@Component
public class OwnColleagues {
    private final Guard guard;
    private final JdbcClient jdbc;

    OwnColleagues(Guard guard, JdbcClient jdbc) {
        this.guard = guard;
        this.jdbc = jdbc;
    }

    /** Somebody of another organisation who is named on the case. */
    public record Named(OrganisationId organisation, String organisationName, String name) {
        /** Not the name: it stays out of logs. */
        @Override
        public String toString() {
            return "named of " + organisation;
        }
    }

    /**
     * All who are named now, by organisation and name.
     *
     * @throws NotFoundException on a device that was handed over
     */
    @Transactional
    public List<Named> of(Actor.Respondent participant) {
        guard.admit(participant, Action.SEE_OWN_PAGE, participant.round());
        return jdbc.sql("""
            select n.organisation_id, o.name as organisation_name, s.name from case_colleagues n
            join staff s on s.id = n.staff_id and s.active join organisations o on o.id = n.organisation_id
            where n.case_id = (select asker_own_case()) and n.ended_at is null order by o.name, s.name, n.id\
            """)
                .query((row, i) -> new Named(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getString("organisation_name"),
                        row.getString("name")))
                .list();
    }
}
