package se.framsteg.cases.continuity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.activity.Activity;
import se.framsteg.cases.continuity.History.Effort;
import se.framsteg.cases.continuity.History.Held;
import se.framsteg.cases.continuity.History.Rest;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

/** Reads what continuity is worked out from. Guards nothing: doors do, and policies show the asker's cases alone. */
@Component
public class ContinuityQueries {
    /**
     * Pauses, and the time between an end and a reopening. The day on which a case ended counts, unless it was paused until then.
     */
    private static final String RESTS = """
        select case_id, from_on, until_on
        from (select case_id, to_state, lead(effective_on) over (partition by case_id order by id) as until_on,
            effective_on + case when to_state = 'ENDED' and from_state <> 'PAUSED' then 1 else 0 end as from_on
          from case_changes) h
        where to_state in ('PAUSED', 'ENDED') and (until_on is null or until_on > from_on)\
        """;

    /**
     * The parts of one statement that works the same out for many cases as {@link Continuity#of} does for one: a row for each in
     * {@code each}. What stands before it must be a part {@code asked} with {@code case_id}, {@code legal_sex}, {@code first},
     * {@code last} and {@code goes_on}.
     */
    public static final String EACH = """
        , rests as (select case_id, range_agg(daterange(from_on, until_on)) as days from (%s) p group by case_id),
        whole as materialized (
          select a.*, datemultirange(daterange(a.first, a.last, '[]')) as days,
            datemultirange(daterange(a.first, a.last, '[]')) - coalesce(p.days, '{}') as counted
          from asked a left join rests p on p.case_id = a.case_id),
        kinds as materialized (
          select w.case_id, e.kind, range_agg(daterange(e.from_on, e.to_on, '[]')) * w.counted as days,
            range_agg(daterange(e.from_on, e.to_on, '[]')) * w.days as with_rests
          from whole w join case_efforts e on e.case_id = w.case_id group by w.case_id, w.counted, w.days, e.kind),
        efforts as (select case_id, range_agg(days) as days from kinds group by case_id),
        side_by_side as (
          select a.case_id, range_agg(a.days * b.days) as days
          from kinds a join kinds b on b.case_id = a.case_id and b.kind > a.kind group by a.case_id),
        held as materialized (
          select h.case_id, h.staff_id, h.id, h.from_on, daterange(h.from_on, h.to_on) * daterange(w.first, w.last, '[]') as days
          from whole w join assignments h on h.case_id = w.case_id
          where not isempty(daterange(h.from_on, h.to_on) * daterange(w.first, w.last, '[]'))),
        stretches as (
          select s.case_id, max(upper(r) - lower(r)) as longest, sum(upper(r) - lower(r)) filter (where upper(r) = w.last + 1) as current,
            range_agg(r) as held
          from (select case_id, staff_id, range_agg(days) as days from held group by case_id, staff_id) s
          join whole w on w.case_id = s.case_id cross join lateral unnest(s.days) r group by s.case_id),
        changes as (
          select case_id, count(*) filter (where before <> staff_id) as number
          from (select case_id, staff_id, lag(staff_id) over (partition by case_id order by from_on, id) as before from held) h
          group by case_id),
        each as materialized (
          select w.case_id, w.legal_sex, w.last - w.first + 1 as days, coalesce(s.current, 0) as current,
            coalesce(s.longest, 0) as longest, coalesce(c.number, 0) as changes,
            coalesce(c.number, 0) = 0 and coalesce(isempty(w.counted - s.held), false) as same,
            (select coalesce(sum(upper(r) - lower(r)), 0) from unnest(w.counted) r) as counted,
            (select coalesce(sum(upper(r) - lower(r)), 0) from unnest(b.days) r) as parallel,
            (select lower(k.with_rests) - w.first from kinds k where k.case_id = w.case_id and k.kind = 'WORK'
              and not isempty(k.with_rests)) as to_work,
            g.number as gaps, g.days as gap_days, g.longest as longest_gap, w.goes_on,
            w.goes_on and g.lasts as gap_now, not w.counted @> w.last as rests_now
          from whole w
          left join stretches s on s.case_id = w.case_id
          left join changes c on c.case_id = w.case_id
          left join efforts e on e.case_id = w.case_id
          left join side_by_side b on b.case_id = w.case_id
          cross join lateral (select count(*) as number, coalesce(sum(upper(r) - lower(r)), 0) as days,
              coalesce(max(upper(r) - lower(r)), 0) as longest, coalesce(bool_or(upper(r) = w.last + 1), false) as lasts
            from unnest(w.counted - coalesce(e.days, '{}')) r) g)
        """.formatted(RESTS);

    private static final String ONE = """
        select 'HELD' as what, cast(staff_id as text) as which, from_on, to_on as until_on from assignments where case_id = :case
        union all
        select 'EFFORT', kind, from_on, to_on from case_efforts where case_id = :case
        union all
        select 'REST', '', from_on, until_on from (%s) p where case_id = :case
        order by what, from_on\
        """.formatted(RESTS);

    private final JdbcClient jdbc;

    ContinuityQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How it has been in one case.
     *
     * @param end empty while it goes on
     */
    public Continuity of(CaseId id, LocalDate start, Optional<LocalDate> end, LocalDate today) {
        var held = new ArrayList<Held>();
        var efforts = new ArrayList<Effort>();
        var rests = new ArrayList<Rest>();
        jdbc.sql(ONE).param("case", id.value()).query(row -> {
            var from = row.getObject("from_on", LocalDate.class);
            var until = Optional.ofNullable(row.getObject("until_on", LocalDate.class));
            switch (row.getString("what")) {
                case "HELD" -> held.add(new Held(who(row), from, until));
                case "EFFORT" -> efforts.add(new Effort(Activity.Kind.valueOf(row.getString("which")), from, until));
                default -> rests.add(new Rest(from, until));
            }
        });
        return Continuity.of(new History(start, end.orElse(today), end.isEmpty(), held, efforts, rests));
    }

    private static StaffId who(ResultSet row) throws SQLException {
        return new StaffId(UUID.fromString(row.getString("which")));
    }
}
