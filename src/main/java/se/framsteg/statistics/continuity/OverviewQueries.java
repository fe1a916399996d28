package se.framsteg.statistics.continuity;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.LegalSex;
import se.framsteg.cases.continuity.ContinuityQueries;
import se.framsteg.shared.InitiativeId;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.Period;
import se.framsteg.statistics.continuity.ContinuityOverview.Measure;
import se.framsteg.statistics.continuity.ContinuityOverview.Value;

/** The counts as the database makes them, in one statement: no row that comes out of it is about one person. */
@Component
class OverviewQueries {
    /** Cases that went on at some time in the period, each from its start to the last day that counts; those that the asker reaches. */
    static final String ASKED = """
        with asked as materialized (
          select c.id as case_id, p.legal_sex, c.started_on as first,
            least(coalesce(c.ended_on, :to), cast(:to as date), cast(:today as date)) as last,
            c.ended_on is null or c.ended_on > least(cast(:to as date), cast(:today as date)) as goes_on
          from cases c join participants p on p.id = c.participant_id
          where c.initiative_id = :initiative and c.started_on <= least(cast(:to as date), cast(:today as date))
            and (c.ended_on is null or c.ended_on >= greatest(cast(:from as date), c.started_on)))\
        """;

    private static final String COUNTS = ASKED + ContinuityQueries.EACH + """
        select 'COUNT' as what, v.measure, e.legal_sex, v.so, cast(null as float8) as median, count(*) as cases
        from each e
        cross join lateral (values ('SAME', e.same), ('WORK', e.to_work is not null),
          ('GOING_ON', case when e.goes_on and not e.rests_now then not e.gap_now end)) as v(measure, so)
        group by v.measure, e.legal_sex, v.so
        union all
        select 'MEDIAN', v.value, e.legal_sex, null, percentile_cont(0.5) within group (order by v.number), count(*)
        from each e
        cross join lateral (values ('CURRENT', cast(e.current as float8)), ('PARALLEL', 100.0 * e.parallel / nullif(e.counted, 0)),
          ('TO_WORK', e.to_work), ('GAP_DAYS', e.gap_days)) as v(value, number)
        where v.number is not null group by grouping sets ((v.value), (v.value, e.legal_sex))\
        """;

    private final JdbcClient jdbc;

    OverviewQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ContinuityCounts counts(InitiativeId initiative, Period period, LocalDate today) {
        var counts = new ContinuityCounts();
        jdbc.sql(COUNTS)
                .param("initiative", initiative.value())
                .param("from", period.from().first())
                .param("to", period.to().last())
                .param("today", today)
                .query(row -> {
                    var sex = row.getString("legal_sex");
                    var cases = row.getInt("cases");
                    if (row.getString("what").equals("COUNT")) {
                        counts.count(
                                Measure.valueOf(row.getString("measure")),
                                LegalSex.valueOf(sex),
                                Optional.ofNullable(row.getObject("so", Boolean.class)),
                                cases);
                    } else {
                        counts.median(
                                Value.valueOf(row.getString("measure")), group(sex), row.getDouble("median"), cases);
                    }
                });
        return counts;
    }

    private static Group group(@Nullable String sex) {
        if (sex == null) {
            return Group.ALL;
        }
        return LegalSex.valueOf(sex) == LegalSex.WOMAN ? Group.WOMEN : Group.MEN;
    }
}
