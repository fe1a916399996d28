package se.framsteg.initiative;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;

/**
 * Everybody in the association sees its initiatives. Referrals are the owner's alone, since the owner is the controller of
 * the cases: neither the association's office nor administrators come near them (lag 2003:1210 7 §). How it goes is for the lead; the
 * association's office and board read the ledger of counts. Its own side, which tells of no person, is also for the association's board and
 * the owner's administrators to read. In a structural initiative there are no persons, and nothing to do with any.
 */
@Component
class InitiativeRule implements Rule<InitiativeId> {
    private static final Set<Action> WITHOUT_PERSONS = EnumSet.of(
            Action.SEE_INITIATIVE,
            Action.CHANGE_INITIATIVE,
            Action.SEE_INITIATIVE_AFFAIRS,
            Action.CHANGE_INITIATIVE_AFFAIRS,
            Action.SEE_REPORTS,
            Action.WRITE_REPORTS,
            Action.SEE_ECONOMY,
            Action.CHANGE_ECONOMY);

    private final JdbcClient jdbc;

    InitiativeRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Facts(AssociationId association, OrganisationId owner, boolean structural, Set<StaffId> leads) {}

    @Override
    public Class<InitiativeId> about() {
        return InitiativeId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, InitiativeId initiative) {
        return facts(initiative)
                .map(facts ->
                        new Ruling(decide(actor, facts), Trace.of("initiative", initiative, facts.association())));
    }

    static Set<Action> decide(Actor actor, Facts facts) {
        var allowed = EnumSet.noneOf(Action.class);
        allowed.addAll(ofActor(actor, facts));
        if (facts.structural()) {
            allowed.retainAll(WITHOUT_PERSONS);
        }
        return allowed;
    }

    private static Set<Action> ofActor(Actor actor, Facts facts) {
        return switch (actor) {
            case Actor.Installation _ ->
                EnumSet.of(
                        Action.SEE_INITIATIVE,
                        Action.CHANGE_INITIATIVE,
                        Action.REGISTER_REFERRAL,
                        Action.LIST_REFERRAL);
            case Actor.Staff staff -> ofStaff(staff, facts);
            case Actor.Respondent _ -> Set.of();
        };
    }

    private static Set<Action> ofStaff(Actor.Staff staff, Facts facts) {
        var allowed = EnumSet.noneOf(Action.class);
        var insider = staff.association().equals(facts.association());
        var owner = staff.organisation().equals(facts.owner());
        var lead = owner && staff.is(Role.LEAD) && facts.leads().contains(staff.id());
        if (insider || staff.is(Role.SYSTEM_ADMINISTRATOR)) {
            allowed.add(Action.SEE_INITIATIVE);
        }
        if (staff.is(Role.SYSTEM_ADMINISTRATOR)
                || (insider && staff.is(Role.ASSOCIATION_OFFICER))
                || (owner && staff.is(Role.ORGANISATION_ADMINISTRATOR))
                || lead) {
            allowed.add(Action.CHANGE_INITIATIVE);
        }
        if (lead || (owner && staff.is(Role.CASEWORKER))) {
            allowed.add(Action.REGISTER_REFERRAL);
            allowed.add(Action.LIST_GROUPS);
            allowed.add(Action.ADD_GROUP);
        }
        if (lead) {
            allowed.add(Action.LIST_REFERRAL);
            allowed.add(Action.SEE_REMINDERS);
            allowed.add(Action.SEE_FOLLOW_UP);
            allowed.add(Action.SEE_WORKLOAD);
            allowed.add(Action.IMPORT_MEASUREMENTS);
            allowed.add(Action.UNDO_IMPORT);
            allowed.add(Action.CHANGE_TRAINING);
            allowed.add(Action.SEE_FIDELITY);
            allowed.add(Action.CHANGE_FIDELITY_UNIT);
            allowed.add(Action.BEGIN_FIDELITY_REVIEW);
            allowed.add(Action.SEE_OPINIONS);
            allowed.add(Action.ENTER_OPINION);
        }
        var office = insider && staff.is(Role.ASSOCIATION_OFFICER);
        if (lead || office) {
            allowed.add(Action.CHANGE_INITIATIVE_AFFAIRS);
            allowed.add(Action.CHANGE_ECONOMY);
        }
        if (lead
                || office
                || (insider && staff.is(Role.BOARD))
                || (owner && staff.is(Role.ORGANISATION_ADMINISTRATOR))) {
            allowed.add(Action.SEE_INITIATIVE_AFFAIRS);
        }
        if (lead) {
            allowed.add(Action.WRITE_REPORTS);
        }
        if (lead || office || (insider && staff.is(Role.BOARD))) {
            allowed.add(Action.SEE_REPORTS);
            allowed.add(Action.SEE_STATISTICS);
            allowed.add(Action.SEE_ECONOMY);
        }
        return allowed;
    }

    private Optional<Facts> facts(InitiativeId initiative) {
        return jdbc.sql("""
            select association_id, owner_id, kind,
              array(select staff_id from initiative_leads l where l.initiative_id = i.id) as leads
            from initiatives i where id = ?\
            """)
                .param(initiative.value())
                .query(InitiativeRule::facts)
                .optional();
    }

    private static Facts facts(ResultSet row, int i) throws SQLException {
        return new Facts(
                new AssociationId(row.getObject("association_id", UUID.class)),
                new OrganisationId(row.getObject("owner_id", UUID.class)),
                row.getString("kind").equals(Frame.Kind.STRUCTURAL.name()),
                Arrays.stream((UUID[]) row.getArray("leads").getArray())
                        .map(StaffId::new)
                        .collect(Collectors.toSet()));
    }
}
