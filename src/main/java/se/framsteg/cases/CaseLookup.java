package se.framsteg.cases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.StaffId;

/** Finds the cases that a list from elsewhere speaks of, by what it calls them. */
@Component
public class CaseLookup {
    private final JdbcClient jdbc;

    CaseLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param identity the identity number as stored, if the person has one */
    public record Found(CaseFacts facts, Optional<String> identity) {}

    /**
     * The initiative's cases with one of these case numbers or identity numbers, of those that this lead reaches: a person
     * with protected identity whom the lead is not named for is as unknown as one who does not exist. The caller journals.
     */
    public List<Found> find(
            StaffId lead, InitiativeId initiative, Collection<String> numbers, Collection<String> identities) {
        return jdbc.sql("""
            select c.*, p.identity_number from cases c
            join participants p on p.id = c.participant_id
            join case_reach r on r.case_id = c.id and r.staff_id = :lead and r.reach = 'LEAD'
            where c.initiative_id = :initiative and (c.number = any(:numbers) or p.identity_number = any(:identities))\
            """)
                .param("lead", lead.value())
                .param("initiative", initiative.value())
                .param("numbers", numbers.toArray(String[]::new))
                .param("identities", identities.toArray(String[]::new))
                .query((row, i) -> new Found(
                        new CaseFacts(
                                new CaseId(row.getObject("id", UUID.class)),
                                new AssociationId(row.getObject("association_id", UUID.class)),
                                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                                new InitiativeId(row.getObject("initiative_id", UUID.class)),
                                new ParticipantId(row.getObject("participant_id", UUID.class)),
                                row.getString("number"),
                                CaseState.valueOf(row.getString("state")),
                                Optional.ofNullable(row.getObject("started_on", LocalDate.class)),
                                Optional.ofNullable(row.getObject("ended_on", LocalDate.class))),
                        Optional.ofNullable(row.getString("identity_number"))))
                .list();
    }
}
