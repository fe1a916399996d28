package se.framsteg.initiative;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.TeamId;

/** The door to initiatives. */
@Component
public class InitiativeRegister {
    private static final String SELECT = """
        select i.*, array(select staff_id from initiative_leads l where l.initiative_id = i.id) as leads
        from initiatives i
        """;

    private final JdbcClient jdbc;
    private final Guard guard;
    private final InitiativeChecks checks;
    private final ApplicationEventPublisher events;

    InitiativeRegister(JdbcClient jdbc, Guard guard, InitiativeChecks checks, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.checks = checks;
        this.events = events;
    }

    /** What is told of an initiative when it is made or changed. The owner can't be changed afterwards. */
    public record Details(
            OrganisationId owner,
            Optional<TeamId> team,
            String name,
            String targetGroup,
            LocalDate startsOn,
            Optional<LocalDate> endsOn,
            Initiative.Plan plan,
            Set<StaffId> leads) {
        Details ownedBy(OrganisationId other) {
            return new Details(other, team, name, targetGroup, startsOn, endsOn, plan, leads);
        }
    }

    /** Makes an initiative for persons, each of whom is followed up. See {@link #add(Actor, AssociationId, Frame, Details)}. */
    @Transactional
    public InitiativeId add(Actor actor, AssociationId association, Details details) {
        return add(actor, association, Frame.ofPersons(), details);
    }

    /**
     * Makes an initiative.
     *
     * @param frame stays as it is
     * @throws InitiativeRefusedException if it can't be so
     * @throws org.springframework.dao.DuplicateKeyException if the association has one of that name
     */
    @Transactional
    public InitiativeId add(Actor actor, AssociationId association, Frame frame, Details details) {
        guard.admit(actor, Action.ADD_INITIATIVE, association);
        InitiativeChecks.check(frame);
        checks.check(actor, association, details, Optional.empty());
        var id = InitiativeId.create();
        jdbc.sql("""
            insert into initiatives (id, association_id, owner_id, team_id, name, target_group, starts_on, ends_on,
              instrument_id, baseline_days, round_interval_months, round_window_days, kind, orientation, follow_up_method, esf)
            values (:id, :association, :owner, :team, :name, :target, :starts, :ends, :instrument, :baseline,
              :interval, :window, :kind, :orientation, :method, :esf)\
            """)
                .params(columns(details))
                .param("id", id.value())
                .param("association", association.value())
                .param("owner", details.owner().value())
                .param("kind", frame.kind().name())
                .param("orientation", frame.orientation())
                .param("method", frame.method().name())
                .param("esf", frame.esf())
                .update();
        setLeads(id, details.leads());
        return id;
    }

    /**
     * Changes an initiative. Its owner stays: the owner is controller of the cases that there may be.
     *
     * @throws InitiativeRefusedException if it can't be so
     * @throws ChangedMeanwhileException if {@code version} is no longer the saved one
     * @throws org.springframework.dao.DuplicateKeyException if the association has another one of that name
     */
    @Transactional
    public void change(Actor actor, InitiativeId id, Details asked, int version) {
        guard.admit(actor, Action.CHANGE_INITIATIVE, id);
        var now = find(id).orElseThrow(NotFoundException::new);
        var details = asked.ownedBy(now.owner());
        checks.check(actor, now.association(), details, Optional.of(now));
        ChangedMeanwhileException.unless(jdbc.sql("""
            update initiatives set team_id = :team, name = :name, target_group = :target, starts_on = :starts,
              ends_on = :ends, instrument_id = :instrument, baseline_days = :baseline,
              round_interval_months = :interval, round_window_days = :window, version = version + 1
            where id = :id and version = :version\
            """)
                .params(columns(details))
                .param("id", id.value())
                .param("version", version)
                .update());
        setLeads(id, details.leads());
        if (!details.plan().instrument().equals(now.plan().instrument())) {
            events.publishEvent(new InstrumentChanged(id, details.plan().instrument()));
        }
    }

    private static Map<String, @Nullable Object> columns(Details details) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("team", details.team().map(TeamId::value).orElse(null));
        columns.put("name", details.name());
        columns.put("target", details.targetGroup());
        columns.put("starts", details.startsOn());
        columns.put("ends", details.endsOn().orElse(null));
        columns.put("instrument", details.plan().instrument().value());
        columns.put("baseline", details.plan().baselineDays());
        columns.put("interval", details.plan().intervalMonths());
        columns.put("window", details.plan().windowDays());
        return columns;
    }

    private void setLeads(InitiativeId initiative, Set<StaffId> leads) {
        jdbc.sql("delete from initiative_leads where initiative_id = ?")
                .param(initiative.value())
                .update();
        leads.forEach(lead -> jdbc.sql("insert into initiative_leads (initiative_id, staff_id) values (?, ?)")
                .param(initiative.value())
                .param(lead.value())
                .update());
    }

    /** For other rooms, which guard what they show themselves. */
    public Optional<Initiative> find(InitiativeId initiative) {
        return jdbc.sql(SELECT + " where i.id = ?")
                .param(initiative.value())
                .query(InitiativeRegister::initiative)
                .optional();
    }

    /** The initiatives that this organisation owns, by name. For other rooms, which guard what they show themselves. */
    public List<Initiative> ownedBy(OrganisationId organisation) {
        return jdbc.sql(SELECT + " where i.owner_id = ? order by i.name")
                .param(organisation.value())
                .query(InitiativeRegister::initiative)
                .list();
    }

    /** The association's initiatives, by name. */
    @Transactional
    public List<Initiative> all(Actor actor, AssociationId association) {
        guard.admit(actor, Action.SEE_ASSOCIATION, association);
        return jdbc.sql(SELECT + " where i.association_id = ? order by i.name")
                .param(association.value())
                .query(InitiativeRegister::initiative)
                .list();
    }

    @Transactional
    public Initiative see(Actor actor, InitiativeId initiative) {
        guard.admit(actor, Action.SEE_INITIATIVE, initiative);
        return find(initiative).orElseThrow(NotFoundException::new);
    }

    /** The names of these initiatives. */
    public Map<InitiativeId, String> names(Collection<InitiativeId> initiatives) {
        var ids = initiatives.stream().map(InitiativeId::value).distinct().toArray(UUID[]::new);
        return jdbc
                .sql("select id, name from initiatives where id = any(:ids)")
                .param("ids", ids)
                .query((row, i) -> Map.entry(new InitiativeId(row.getObject("id", UUID.class)), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Initiative initiative(ResultSet row, int i) throws SQLException {
        return new Initiative(
                new InitiativeId(row.getObject("id", UUID.class)),
                new AssociationId(row.getObject("association_id", UUID.class)),
                new OrganisationId(row.getObject("owner_id", UUID.class)),
                Optional.ofNullable(row.getObject("team_id", UUID.class)).map(TeamId::new),
                row.getString("name"),
                row.getString("target_group"),
                row.getObject("starts_on", LocalDate.class),
                Optional.ofNullable(row.getObject("ends_on", LocalDate.class)),
                new Frame(
                        Frame.Kind.valueOf(row.getString("kind")),
                        row.getString("orientation"),
                        Frame.Method.valueOf(row.getString("follow_up_method")),
                        row.getBoolean("esf")),
                new Initiative.Plan(
                        new InstrumentId(row.getObject("instrument_id", UUID.class)),
                        row.getInt("baseline_days"),
                        row.getInt("round_interval_months"),
                        row.getInt("round_window_days")),
                Arrays.stream((UUID[]) row.getArray("leads").getArray())
                        .map(StaffId::new)
                        .collect(Collectors.toSet()),
                row.getInt("version"));
    }
}
