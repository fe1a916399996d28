package se.framsteg.fidelity.measure;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import se.framsteg.fidelity.measure.Measured.Figure;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.shared.InitiativeId;

/** What is registered of profiles, money, openness, employers and support at work: for raters to judge by. */
@Component
class SupportEvidence implements MeasureSource {
    private static final String REGISTERED = Statements.ACTIVE + """
        , people as (select case_id from fidelity_cases where initiative_id = :initiative),
        money as (select m.* from benefit_counsellings m join people p on p.case_id = m.case_id
          where m.withdrawn_at is null and m.held_on between :from and :to),
        openness as (select d.* from disclosure_talks d join people p on p.case_id = d.case_id
          where d.withdrawn_at is null and d.held_on between :from and :to),
        profiles as (select v.case_id, count(*) as versions, count(*) filter (where v.occasion = 'AFTER_JOB') as after_job
          from vocational_profiles v join active a on a.case_id = v.case_id where v.talked_on <= :to group by v.case_id),
        jobs as (select j.employment_id from fidelity_jobs j where j.initiative_id = :initiative and j.kind = 'JOB' and j.from_on <= :to
          and (j.to_on is null or j.to_on >= :from)),
        agreed as (select s.employment_id, bool_or(s.with_employer <> '') as with_employer from support_plans s
          join jobs j on j.employment_id = s.employment_id group by s.employment_id)
        select (select count(*) from money) as counselled, (select count(*) from money where occasion = 'BEFORE_START') as before_start,
          (select count(*) from money where occasion in ('AT_CHANGE', 'REPORTING')) as at_change,
          (select count(*) from money where given_by = 'SPECIALIST') as by_specialist,
          (select count(*) from openness) as talks, (select count(*) from openness where pros_and_cons) as weighed,
          (select count(distinct case_id) from openness) as talked_with,
          (select count(*) from active) as people, (select count(*) from profiles) as with_profile,
          (select count(*) from profiles where versions > 1) as updated, (select count(*) from profiles where after_job > 0) as after_job,
          (select count(*) from jobs) as jobs, (select count(*) from agreed) as with_plan,
          (select count(*) from agreed where with_employer) as with_employer\
        """;

    private final Statements statements;

    SupportEvidence(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Set<Measure> measures() {
        return Set.of(
                Measure.COUNSELLING,
                Measure.DISCLOSURE,
                Measure.PROFILES,
                Measure.EMPLOYER_OUTCOMES,
                Measure.FOLLOW_ALONG);
    }

    @Override
    public Map<Measure, Measured> of(InitiativeId initiative, Window window, Supplier<LogFigures> log) {
        var logged = log.get();
        return statements
                .statement(initiative, window, REGISTERED)
                .query((row, i) -> Map.of(
                        Measure.COUNSELLING,
                        Measured.figures(
                                Figure.of("counselled", row.getLong("counselled")),
                                Figure.of("before-start", row.getLong("before_start")),
                                Figure.of("at-change", row.getLong("at_change")),
                                Figure.of("by-specialist", row.getLong("by_specialist"))),
                        Measure.DISCLOSURE,
                        Measured.figures(
                                Figure.of("openness", row.getLong("talks")),
                                Figure.of("talked-with", row.getLong("talked_with")),
                                Figure.of("weighed", row.getLong("weighed"))),
                        Measure.PROFILES,
                        Measured.figures(
                                Figure.of("people", row.getLong("people")),
                                Figure.of("with-profile", row.getLong("with_profile")),
                                Figure.of("updated", row.getLong("updated")),
                                Figure.of("after-job", row.getLong("after_job"))),
                        Measure.EMPLOYER_OUTCOMES,
                        Measured.figures(
                                Figure.of("contacts", logged.employers()),
                                Figure.of("in-person", logged.employersInPerson()),
                                Figure.of("learnt", logged.learntNeeds()),
                                Figure.of("openings", logged.openings()),
                                Figure.of("repeatedly", logged.employersAgain())),
                        Measure.FOLLOW_ALONG,
                        Measured.figures(
                                Figure.of("jobs-lasting", row.getLong("jobs")),
                                Figure.of("with-plan", row.getLong("with_plan")),
                                Figure.of("with-employer", row.getLong("with_employer")),
                                Figure.of("employer-support", logged.employerSupport()))))
                .single();
    }
}
