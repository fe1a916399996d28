package se.framsteg.fidelity.measure;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import se.framsteg.fidelity.measure.Measured.Figure;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.shared.InitiativeId;

/** How different the jobs are that begin in the window, and how many of them last (items 19, 20 and 21 of IPS-25). */
@Component
class JobMeasures implements MeasureSource {
    static final String JOBS = """
        , jobs as materialized (
          select j.*, open_market(j.kind, j.social_enterprise, t.subsidy) as open_market, t.permanent as is_permanent,
            t.subsidy as is_subsidised, t.hours as now_hours
          from fidelity_jobs j
          cross join lateral (
            select b.permanent, b.subsidy, b.hours from (
              select j.from_on, j.permanent, j.subsidy, j.hours
              union all
              select h.from_on, h.permanent, h.subsidy, h.hours from fidelity_job_changes h
              where h.employment_id = j.employment_id and h.from_on <= :to) b
            order by b.from_on desc limit 1) t
          where j.initiative_id = :initiative and j.kind = 'JOB' and j.from_on between :from and :to)\
        """;

    private static final String COUNTS = JOBS + """
         select count(*) as jobs, count(*) filter (where open_market) as open,
          count(distinct occupation) filter (where open_market) as types,
          count(*) filter (where open_market and occupation is null) as without_occupation,
          count(distinct coalesce(cast(h.head_id as text), lower(trim(employer)))) filter (where open_market) as employers,
          count(*) filter (where open_market and is_permanent and is_subsidised = 'NONE') as permanent,
          count(*) filter (where open_market and is_permanent) as permanent_any,
          count(*) filter (where is_subsidised = 'UNKNOWN') as untold,
          count(*) filter (where now_hours >= 30) as long_hours,
          count(*) filter (where now_hours is null) as without_hours
        from jobs j left join employer_heads h on h.id = j.employer_id\
        """;

    private final Statements statements;

    JobMeasures(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Set<Measure> measures() {
        return Set.of(
                Measure.JOB_TYPES,
                Measure.EMPLOYERS,
                Measure.PERMANENT_JOBS,
                Measure.WORKING_HOURS,
                Measure.OPEN_MARKET);
    }

    @Override
    public Map<Measure, Measured> of(InitiativeId initiative, Window window, Supplier<LogFigures> log) {
        return statements
                .statement(initiative, window, COUNTS)
                .query((row, i) -> {
                    var jobs = row.getLong("jobs");
                    var open = row.getLong("open");
                    var any = Measured.percent(row.getLong("permanent_any"), jobs, 0)
                            .value()
                            .orElse(BigDecimal.ZERO);
                    return Map.of(
                            Measure.JOB_TYPES,
                                    Measured.percent(row.getLong("types"), open, row.getInt("without_occupation")),
                            Measure.EMPLOYERS, Measured.percent(row.getLong("employers"), open, 0),
                            Measure.PERMANENT_JOBS,
                                    Measured.percent(
                                            row.getLong("permanent"),
                                            jobs,
                                            row.getInt("untold"),
                                            new Figure("with-subsidised", any)),
                            Measure.WORKING_HOURS,
                                    Measured.figures(
                                            Figure.of("jobs", jobs),
                                            Figure.of("long-hours", row.getLong("long_hours")),
                                            Figure.of("without-hours", row.getLong("without_hours"))),
                            Measure.OPEN_MARKET,
                                    Measured.figures(Figure.of("jobs", jobs), Figure.of("open-market", open)));
                })
                .single();
    }
}
