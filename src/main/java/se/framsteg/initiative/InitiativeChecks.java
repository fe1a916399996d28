package se.framsteg.initiative;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.organisation.Teams;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.OrganisationId;

/** What an initiative must be like, whoever makes or changes it. */
@Component
class InitiativeChecks {
    private final JdbcClient jdbc;
    private final OrganisationRegister organisations;
    private final StaffRegister staff;
    private final Teams teams;

    InitiativeChecks(JdbcClient jdbc, OrganisationRegister organisations, StaffRegister staff, Teams teams) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.staff = staff;
        this.teams = teams;
    }

    /**
     * @param now the initiative as it is; empty if it is being made
     * @throws InitiativeRefusedException at the first thing that can't be so
     */
    void check(Actor actor, AssociationId association, InitiativeRegister.Details details, Optional<Initiative> now) {
        refuse(
                details.endsOn().filter(end -> end.isBefore(details.startsOn())).isPresent(),
                InitiativeProblem.ENDS_BEFORE_START);
        refuse(now.isEmpty() && !mayOwn(actor, association, details.owner()), InitiativeProblem.OWNER_NOT_YOURS);
        refuse(
                details.team()
                        .filter(team -> !teams.names(association).containsKey(team))
                        .isPresent(),
                InitiativeProblem.TEAM_ELSEWHERE);
        var instrument = details.plan().instrument();
        var kept = now.filter(before -> before.plan().instrument().equals(instrument))
                .isPresent();
        refuse(!kept && !offered(instrument, association), InitiativeProblem.INSTRUMENT_NOT_PUBLISHED);
        refuse(
                !staff.withRole(details.owner(), Role.LEAD).keySet().containsAll(details.leads()),
                InitiativeProblem.LEAD_NOT_IN_OWNER);
    }

    /** @throws InitiativeRefusedException if it can't be made as that */
    static void check(Frame frame) {
        refuse(!frame.method().fits(frame.kind()), InitiativeProblem.METHOD_DOES_NOT_FIT);
        FreeWords.require(frame.orientation());
    }

    private boolean mayOwn(Actor actor, AssociationId association, OrganisationId owner) {
        var elsewhere = actor instanceof Actor.Staff person
                && ownOnly(person)
                && !person.organisation().equals(owner);
        return !elsewhere && organisations.names(association).containsKey(owner);
    }

    /** An organisation's administrator makes initiatives for the own organisation alone. */
    static boolean ownOnly(Actor.Staff staff) {
        return staff.is(Role.ORGANISATION_ADMINISTRATOR) && !staff.is(Role.SYSTEM_ADMINISTRATOR);
    }

    private boolean offered(InstrumentId instrument, AssociationId association) {
        return jdbc.sql("""
            select exists (select from instruments where id = :id and state = 'PUBLISHED'
              and (association_id is null or association_id = :association))\
            """)
                .param("id", instrument.value())
                .param("association", association.value())
                .query(Boolean.class)
                .single();
    }

    private static void refuse(boolean wrong, InitiativeProblem problem) {
        if (wrong) {
            throw new InitiativeRefusedException(problem);
        }
    }
}
