package se.framsteg.initiative;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.TeamId;

/** The door to initiatives. */
@Component
public class InitiativeRegister {
    private static final String SELECT = """
        select i.*, array(select staff_id from initiative_leads l where l.initiative_id = i.id) as leads
        from initiatives i\
        """;

    private final JdbcClient jdbc;
    private final Guard guard;

    InitiativeRegister(JdbcClient jdbc, Guard guard) {
        this.jdbc = jdbc;
        this.guard = guard;
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
            Set<StaffId> leads) {}

    @Transactional
    public InitiativeId add(Actor actor, AssociationId association, Details details) {
        guard.admit(actor, Action.ADD_INITIATIVE, association);
        var id = InitiativeId.create();
        jdbc.sql("""
            insert into initiatives (id, association_id, owner_id, team_id, name, target_group, starts_on, ends_on,
              instrument_id, baseline_days, round_interval_months, round_window_days)
            values (:id, :association, :owner, :team, :name, :target, :starts, :ends, :instrument, :baseline,
              :interval, :window)\
            """)
                .param("id", id.value())
                .param("association", association.value())
                .param("owner", details.owner().value())
                .param("team", details.team().map(TeamId::value).orElse(null))
                .param("name", details.name())
                .param("target", details.targetGroup())
                .param("starts", details.startsOn())
                .param("ends", details.endsOn().orElse(null))
                .param("instrument", details.plan().instrument().value())
                .param("baseline", details.plan().baselineDays())
                .param("interval", details.plan().intervalMonths())
                .param("window", details.plan().windowDays())
                .update();
        setLeads(id, details.leads());
        return id;
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
        return jdbc.sql(SELECT + "where i.id = ?")
                .param(initiative.value())
                .query(InitiativeRegister::initiative)
                .optional();
    }

    /** The initiatives that this organisation owns, by name. For other rooms, which guard what they show themselves. */
    public List<Initiative> ownedBy(OrganisationId organisation) {
        return jdbc.sql(SELECT + "where i.owner_id = ? order by i.name")
                .param(organisation.value())
                .query(InitiativeRegister::initiative)
                .list();
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
