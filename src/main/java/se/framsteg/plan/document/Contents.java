package se.framsteg.plan.document;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.document.PlanContent.As;
import se.framsteg.plan.document.PlanContent.Participant;
import se.framsteg.plan.document.PlanContent.Party;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.OrganisationId;

/** A plan as it stands now, with the names of today. Guards nothing: the door does. */
@Component
class Contents {
    private final JdbcClient jdbc;
    private final OrganisationRegister organisations;
    private final Clock clock;

    Contents(JdbcClient jdbc, OrganisationRegister organisations, Clock clock) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @param meeting that it is settled at; empty if at none */
    PlanContent of(Plan plan, AssociationId association, Optional<MeetingId> meeting) {
        var parties = parties(association);
        var head = plan.head();
        return new PlanContent(
                plan.kind(),
                today(),
                plan.texts().entrySet().stream()
                        .filter(one -> !one.getValue().text().isBlank())
                        .collect(toMap(Map.Entry::getKey, one -> one.getValue().text())),
                plan.goals().stream().map(Contents::goal).toList(),
                plan.efforts().stream().map(one -> effort(one, parties)).toList(),
                head.coordinator(),
                party(head.coordinatorOf(), parties).map(Party::name).orElse(""),
                party(head.overall(), parties),
                head.mayHave(),
                meeting.map(id -> participants(plan.id(), id, parties)).orElse(List.of()),
                next(plan.id()));
    }

    private static PlanContent.Goal goal(Plan.Goal goal) {
        return new PlanContent.Goal(goal.id(), goal.term(), goal.area(), goal.words(), goal.state());
    }

    private static PlanContent.Effort effort(Plan.Effort effort, Map<OrganisationId, Party> parties) {
        return new PlanContent.Effort(
                effort.id(),
                effort.goal(),
                effort.area(),
                effort.what(),
                effort.responsible().by(),
                party(effort.responsible().organisation(), parties),
                effort.responsible().name(),
                effort.dueOn(),
                effort.state());
    }

    private static Optional<Party> party(Optional<OrganisationId> id, Map<OrganisationId, Party> parties) {
        return id.map(parties::get);
    }

    private Map<OrganisationId, Party> parties(AssociationId association) {
        var kinds = organisations.kinds(association);
        var parties = new HashMap<OrganisationId, Party>();
        organisations.names(association).forEach((id, name) -> {
            var kind = kinds.get(id);
            if (kind != null) {
                parties.put(id, new Party(name, kind));
            }
        });
        return parties;
    }

    /** The person as well, unless it is said that they did not come. */
    private List<Participant> participants(PlanId plan, MeetingId meeting, Map<OrganisationId, Party> parties) {
        var asked = jdbc.sql("""
            select i.* from plan_invitees i join plan_meetings m on m.id = i.meeting_id
            where m.plan_id = :plan and m.id = :meeting and i.removed_at is null order by i.added_at, i.id\
            """)
                .param("plan", plan.value())
                .param("meeting", meeting.value())
                .query((row, i) -> new Asked(participant(row, parties), (Boolean) row.getObject("came")))
                .list();
        var came = asked.stream().filter(Asked::hasCome).map(Asked::who);
        var told = asked.stream().anyMatch(one -> one.who().as() == As.PERSON && one.came() != null);
        var person = new Participant(As.PERSON, "", "", "", Optional.empty());
        return (told ? came : Stream.concat(Stream.of(person), came)).toList();
    }

    private record Asked(
            Participant who,
            @org.jspecify.annotations.Nullable Boolean came) {
        boolean hasCome() {
            return Boolean.TRUE.equals(came);
        }
    }

    private static Participant participant(ResultSet row, Map<OrganisationId, Party> parties) throws SQLException {
        var as = As.valueOf(row.getString("part"));
        var organisation = Optional.ofNullable(row.getObject("organisation_id", UUID.class))
                .map(OrganisationId::new);
        var standIn = row.getString("stand_in");
        return new Participant(
                as,
                as == As.PERSON ? "" : standIn.isEmpty() ? row.getString("name") : standIn,
                row.getString("role"),
                party(organisation, parties).map(Party::name).orElse(""),
                organisation);
    }

    private Optional<PlanContent.Next> next(PlanId plan) {
        return jdbc.sql("""
            select meets_on, meets_at from plan_meetings where plan_id = ? and state = 'PLANNED' and meets_on >= ?
            order by meets_on limit 1\
            """)
                .params(plan.value(), today())
                .query((row, i) -> new PlanContent.Next(
                        row.getObject("meets_on", LocalDate.class), row.getObject("meets_at", LocalTime.class)))
                .optional();
    }
}
