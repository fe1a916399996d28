package se.framsteg.fidelity.measure;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.fidelity.measure.Measured.Figure;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.shared.InitiativeId;

/** What the logged time tells of phases, meetings and outreach, and what became of referrals: for raters to judge by. */
@Component
class WorkEvidence implements MeasureSource {
    private static final String FIGURES = Statements.LOGGED + """
        , phases as (select logged_by, count(distinct phase) as phases from logged where phase not in ('SEVERAL', 'OTHER_SERVICES')
          group by logged_by),
        decided as (
          select f.id, f.source, f.source_name, (select d.outcome from referral_decisions d where d.referral_id = f.id order by d.id desc limit 1)
            as outcome
          from referrals f join led_referrals l on l.referral_id = f.id
          where f.initiative_id = :initiative and f.received_on between :from and :to)
        select (select count(distinct staff_id) from roster) as specialists,
          (select count(*) from phases where phases = 6) as all_phases, (select count(*) from phases where phases = 5) as five_phases,
          (select coalesce(min(phases), 0) from phases) as fewest_phases,
          (select coalesce(sum(days), 0) / 7.0 from roster) as weeks,
          count(distinct (logged_by, day)) filter (where kind = 'TEAM_MEETING') as team_meetings,
          count(distinct (logged_by, day)) filter (where kind = 'UNIT_MEETING') as unit_meetings,
          count(*) filter (where missed) as tries, count(*) filter (where kind = 'WITH_PERSON' and not missed) as met,
          count(*) filter (where kind = 'WITH_PERSON' and not missed and place in ('COMMUNITY', 'HOME')) as met_out,
          count(*) filter (where kind = 'RELATIVE') as relatives,
          (select count(*) from decided) as referred, (select count(*) from decided where outcome = 'ACCEPTED') as accepted,
          (select count(*) from decided where outcome = 'DECLINED') as declined,
          (select count(distinct lower(trim(source_name))) from decided where source = 'ORGANISATION') as referrers
        from logged\
        """;

    private final Statements statements;

    WorkEvidence(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Set<Measure> measures() {
        return Set.of(Measure.PHASES, Measure.MEETINGS, Measure.OUTREACH, Measure.REFERRALS);
    }

    @Override
    public Map<Measure, Measured> of(InitiativeId initiative, Window window) {
        return statements
                .statement(initiative, window, FIGURES)
                .query((row, i) -> {
                    var weeks = row.getBigDecimal("weeks");
                    return Map.of(
                            Measure.PHASES,
                                    Measured.figures(
                                            Figure.of("specialists", row.getLong("specialists")),
                                            Figure.of("all-phases", row.getLong("all_phases")),
                                            Figure.of("five-phases", row.getLong("five_phases")),
                                            Figure.of("fewest-phases", row.getLong("fewest_phases"))),
                            Measure.MEETINGS,
                                    Measured.figures(
                                            each("team-meetings", row.getLong("team_meetings"), weeks),
                                            each("unit-meetings", row.getLong("unit_meetings"), weeks)),
                            Measure.OUTREACH,
                                    Measured.figures(
                                            Figure.of("met", row.getLong("met")),
                                            Figure.of("met-out", row.getLong("met_out")),
                                            Figure.of("tries", row.getLong("tries")),
                                            Figure.of("relatives", row.getLong("relatives"))),
                            Measure.REFERRALS,
                                    Measured.figures(
                                            Figure.of("referred", row.getLong("referred")),
                                            Figure.of("accepted", row.getLong("accepted")),
                                            Figure.of("declined", row.getLong("declined")),
                                            Figure.of("referrers", row.getLong("referrers"))));
                })
                .single();
    }

    /** Of each specialist in a week. */
    private static Figure each(String key, long times, BigDecimal weeks) {
        return new Figure(
                key, Measured.ratio(BigDecimal.valueOf(times), weeks, 0).value().orElse(BigDecimal.ZERO));
    }
}
