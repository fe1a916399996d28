package se.framsteg.group;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.LegalSex;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.statistics.BySex;
import se.framsteg.statistics.Figures;

/**
 * How the groups of an initiative are used, in counts by legal sex, for its lead, of the cases that the lead reaches. Small counts are kept
 * back (docs/adr/0013), since the page is printed and laid on tables; of all time and of no shorter one, so that nothing is told by what is
 * between two.
 */
@Component
public class GroupCounts {
    private final Guard guard;
    private final InitiativeRegister initiatives;
    private final JdbcClient jdbc;
    private final Clock clock;

    GroupCounts(Guard guard, InitiativeRegister initiatives, JdbcClient jdbc, Clock clock) {
        this.guard = guard;
        this.initiatives = initiatives;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What may be shown.
     *
     * @param held how many sessions of each kind have been
     * @param persons a column: how many have taken part; no row where they are too few
     * @param attendance two columns, came and did not, in sessions times persons; no row where either is too few
     */
    public record View(
            InitiativeId initiative,
            String name,
            int groups,
            Map<Session.Kind, Integer> held,
            List<Figures> persons,
            List<Figures> attendance) {}

    /** @throws NotFoundException unless the actor leads the initiative */
    @Transactional
    public View see(Actor.Staff actor, InitiativeId id) {
        guard.admit(actor, Action.SEE_WORKLOAD, id);
        var initiative = initiatives.find(id).orElseThrow(NotFoundException::new);
        var enrolled = new BySex(1);
        var marks = new BySex(2);
        var whose = new BySex(2);
        jdbc.sql("""
            select p.legal_sex, count(*) filter (where a.mark = 'CAME') as came, count(*) filter (where a.mark <> 'CAME') as absent
            from whole_cases w join participants p on p.id = w.participant_id
            join group_enrolments e on e.case_id = w.case_id and e.end_reason is distinct from 'MISTAKE'
            left join group_attendance a on a.enrolment_id = e.id
            where w.initiative_id = ? group by w.case_id, p.legal_sex\
            """).param(id.value()).query(row -> {
            var sex = LegalSex.valueOf(row.getString("legal_sex"));
            enrolled.add(sex, 0, 1);
            marks.add(sex, 0, row.getInt("came"));
            marks.add(sex, 1, row.getInt("absent"));
            whose.add(sex, 0, row.getInt("came") > 0 ? 1 : 0);
            whose.add(sex, 1, row.getInt("absent") > 0 ? 1 : 0);
        });
        // Many absences may be one person's: both must be many enough.
        var shown = new ArrayList<>(marks.groups());
        shown.retainAll(whose.groups());
        shown.retainAll(enrolled.groups());
        return new View(
                id, initiative.name(), groups(id), held(id), enrolled.rows(enrolled.groups()), marks.rows(shown));
    }

    private int groups(InitiativeId id) {
        return jdbc.sql("select count(*) from group_programmes where initiative_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private Map<Session.Kind, Integer> held(InitiativeId id) {
        var held = new TreeMap<Session.Kind, Integer>();
        jdbc.sql("""
            select s.kind, count(*) as held from group_sessions s join group_programmes g on g.id = s.group_id
            where g.initiative_id = :id and s.cancelled_at is null and s.held_on <= :today group by s.kind\
            """)
                .param("id", id.value())
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    held.put(Session.Kind.valueOf(row.getString("kind")), row.getInt("held"));
                });
        return held;
    }
}
