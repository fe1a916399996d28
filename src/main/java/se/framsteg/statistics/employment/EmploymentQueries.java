package se.framsteg.statistics.employment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.LegalSex;
import se.framsteg.employment.outcome.OutcomeQueries;
import se.framsteg.shared.InitiativeId;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.employment.EmploymentOverview.Cohort;
import se.framsteg.statistics.employment.EmploymentOverview.Diversity;
import se.framsteg.statistics.employment.EmploymentOverview.Measure;
import se.framsteg.statistics.employment.EmploymentOverview.Value;

/** The counts as the database makes them: no row that comes out of it is about one person. */
@Component
class EmploymentQueries {
    /** Cases that went on at some time in the period, each from its start to the last day, whether it had ended or not; those that the asker reaches. */
    private static final String ASKED = """
        with asked as materialized (
          select c.id as case_id, p.legal_sex, c.started_on as first, cast(:last as date) as last
          from cases c join participants p on p.id = c.participant_id
          where c.initiative_id = :initiative and c.started_on <= :last
            and (c.ended_on is null or c.ended_on >= greatest(cast(:from as date), c.started_on)))\
        """;

    private static final String COUNTS = ASKED + OutcomeQueries.EACH + OutcomeQueries.EMPLOYER_MET + """
        select 'COUNT' as what, v.measure, h.months, e.legal_sex, v.part, cast(null as float8) as median, count(*) as cases
        from each e
        cross join (values (0), (6), (12), (18)) as h(months)
        cross join lateral (values
          ('NOW', case when e.open_now then 0 when e.job_now then 1 else 2 end),
          ('SOME', case when e.open_days && daterange(:from, :last, '[]') then 0
            when e.job_days && daterange(:from, :last, '[]') then 1 else 2 end),
          ('PLACEMENT', case when e.placement_days && daterange(:from, :last, '[]') then 0 else 1 end),
          ('STUDY', case when e.study_days && daterange(:from, :last, '[]') then 0 else 1 end)) as v(measure, part)
        where e.first <= cast(:last as date) - make_interval(months => h.months) and (h.months = 0 or v.measure in ('NOW', 'SOME'))
        group by v.measure, h.months, e.legal_sex, v.part
        union all
        select 'MEDIAN', v.value, 0, e.legal_sex, 0, percentile_cont(0.5) within group (order by v.number), count(*)
        from each e left join employer_met m on m.case_id = e.case_id
        cross join lateral (values ('TO_CONTACT', cast(m.days as float8)), ('TO_JOB', e.to_job), ('TO_OPEN', e.to_open),
          ('LONGEST', nullif(e.longest, 0))) as v(value, number)
        where v.number is not null group by grouping sets ((v.value), (v.value, e.legal_sex))\
        """;

    private static final String JOBS = ASKED + OutcomeQueries.JOBS_BEGUN + """
        select legal_sex, count(distinct case_id) as persons, count(*) as jobs, count(occupation) as told,
          count(distinct occupation) as occupations, count(distinct employer) as employers
        from begun where from_on >= :from group by grouping sets ((), (legal_sex))\
        """;

    private final JdbcClient jdbc;

    EmploymentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param last the last day of the period, not ahead */
    EmploymentCounts counts(InitiativeId initiative, LocalDate from, LocalDate last) {
        var counts = new EmploymentCounts();
        asked(COUNTS, initiative, from, last).query(row -> {
            if (row.getString("what").equals("COUNT")) {
                counts.count(
                        Measure.valueOf(row.getString("measure")),
                        Cohort.of(row.getInt("months")),
                        LegalSex.valueOf(row.getString("legal_sex")),
                        row.getInt("part"),
                        row.getInt("cases"));
            } else {
                counts.median(
                        Value.valueOf(row.getString("measure")),
                        group(row),
                        row.getDouble("median"),
                        row.getInt("cases"));
            }
        });
        asked(JOBS, initiative, from, last).query(row -> {
            counts.jobs(
                    group(row),
                    row.getInt("persons"),
                    new Diversity(Diversity.Of.OCCUPATIONS, group(row), row.getInt("told"), row.getInt("occupations")),
                    new Diversity(Diversity.Of.EMPLOYERS, group(row), row.getInt("jobs"), row.getInt("employers")));
        });
        return counts;
    }

    private JdbcClient.StatementSpec asked(String sql, InitiativeId initiative, LocalDate from, LocalDate last) {
        return jdbc.sql(sql)
                .param("initiative", initiative.value())
                .param("from", from)
                .param("last", last);
    }

    private static Group group(ResultSet row) throws SQLException {
        @Nullable String sex = row.getString("legal_sex");
        if (sex == null) {
            return Group.ALL;
        }
        return LegalSex.valueOf(sex) == LegalSex.WOMAN ? Group.WOMEN : Group.MEN;
    }
}
