package se.framsteg.fidelity.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.audit.Trace;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.CaseLists;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/** The door to which care teams a caseworker's own people come from. */
@Component
public class CareTeams {
    private static final int MOST = 200;

    private final Guard guard;
    private final UnitStore units;
    private final CaseLists lists;
    private final JdbcClient jdbc;
    private final Clock clock;

    CareTeams(Guard guard, UnitStore units, CaseLists lists, JdbcClient jdbc, Clock clock) {
        this.guard = guard;
        this.units = units;
        this.lists = lists;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param team where the person comes from now; empty if nobody has told, or it is none of them
     * @param offered the care teams of the person's initiative, and the present one though it is offered no more
     * @param gone the present one, if it is offered no more
     */
    public record Own(
            CaseFrame person,
            Optional<CareTeamId> team,
            Map<CareTeamId, String> offered,
            @Nullable CareTeamId gone) {}

    private record Row(Trace trace, InitiativeId initiative, Optional<CareTeamId> team, String teamName) {}

    /**
     * The people of the actor whose cases go on, in initiatives that have care teams. Each is journaled.
     *
     * @throws NotFoundException if the actor is no caseworker
     */
    @Transactional
    public List<Own> own(Actor.Staff actor) {
        guard.admit(actor, Action.LIST_CASE, CareTeamList.OWN);
        var rows = rows(actor);
        var frames = lists.show(actor, rows.stream().map(Row::trace).toList());
        var offered = new LinkedHashMap<InitiativeId, Map<CareTeamId, String>>();
        var own = new ArrayList<Own>();
        for (var row : rows) {
            var frame = frames.get(row.trace().caseId());
            if (frame != null && !frame.restricted()) {
                var teams = new LinkedHashMap<>(offered.computeIfAbsent(row.initiative(), units::careTeams));
                var gone = row.team().filter(team -> !teams.containsKey(team));
                gone.ifPresent(team -> teams.put(team, row.teamName()));
                own.add(new Own(frame, row.team(), teams, gone.orElse(null)));
            }
        }
        return own;
    }

    /** Whether the actor has people who go on, of whom nobody has told, in an initiative that has care teams. */
    @Transactional
    public boolean untold(Actor.Staff actor) {
        return guard.allows(actor, Action.LIST_CASE, CareTeamList.OWN)
                && jdbc.sql("""
                    select exists (select from case_reach r join cases c on c.id = r.case_id
                      where r.staff_id = ? and r.reach = 'CASEWORKER' and c.ended_on is null
                        and exists (select from fidelity_care_teams t where t.initiative_id = c.initiative_id and t.removed_at is null)
                        and not exists (select from case_care_teams t where t.case_id = c.id))\
                    """).param(actor.id().value()).query(Boolean.class).single();
    }

    private List<Row> rows(Actor.Staff actor) {
        return jdbc.sql("""
            select c.id as case_id, c.association_id, c.participant_id, c.initiative_id, m.id as care_team_id, coalesce(m.name, '') as team_name
            from cases c join participants p on p.id = c.participant_id
            left join fidelity_care_teams m on m.id = (select t.care_team_id from case_care_teams t
              where t.case_id = c.id order by t.from_on desc limit 1)
            where c.ended_on is null
              and c.id in (select r.case_id from case_reach r where r.staff_id = :staff and r.reach = 'CASEWORKER')
              and exists (select from fidelity_care_teams t where t.initiative_id = c.initiative_id and t.removed_at is null)
            order by lower(p.name), c.number limit :most\
            """)
                .param("staff", actor.id().value())
                .param("most", MOST)
                .query((row, i) -> new Row(
                        CaseLists.trace(row),
                        new InitiativeId(row.getObject("initiative_id", UUID.class)),
                        Optional.ofNullable(row.getObject("care_team_id", UUID.class))
                                .map(CareTeamId::new),
                        row.getString("team_name")))
                .list();
    }

    /**
     * Tells which care team the person comes from. The first time, it has been so since the case began; after that it is so from today on.
     *
     * @param team empty if it is none of them
     * @throws NotFoundException if the actor may not change the case, or the initiative has no such team
     */
    @Transactional
    public void tell(Actor.Staff actor, CaseId id, Optional<CareTeamId> team) {
        guard.admit(actor, Action.CHANGE_CASE, id);
        var told = jdbc.sql("""
            insert into case_care_teams (association_id, initiative_id, case_id, from_on, care_team_id, saved_by, saved_at)
            select c.association_id, c.initiative_id, c.id,
              case when exists (select from case_care_teams t where t.case_id = c.id) then cast(:today as date)
                else least(c.started_on, c.accepted_on) end, cast(:team as uuid), :by, :now
            from cases c
            where c.id = :case and (cast(:team as uuid) is null or exists (select from fidelity_care_teams t
              where t.id = cast(:team as uuid) and t.initiative_id = c.initiative_id and t.removed_at is null))
            on conflict (case_id, from_on) do update
              set care_team_id = excluded.care_team_id, saved_by = excluded.saved_by, saved_at = excluded.saved_at\
            """)
                .param("case", id.value())
                .param("team", team.map(CareTeamId::value).orElse(null))
                .param("today", LocalDate.now(clock))
                .param("by", actor.id().value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (told == 0) {
            throw new NotFoundException();
        }
    }
}
