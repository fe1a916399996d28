package se.framsteg.fidelity.measure;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import se.framsteg.fidelity.measure.Measured.Figure;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.shared.InitiativeId;

/** What the logged time tells of phases, meetings and outreach, and what became of referrals: for raters to judge by. */
@Component
class WorkEvidence implements MeasureSource {
    private static final String REFERRALS = """
        , decided as (
          select f.id, f.source, f.source_name, (select d.outcome from referral_decisions d where d.referral_id = f.id order by d.id desc limit 1)
            as outcome
          from referrals f join led_referrals l on l.referral_id = f.id
          where f.initiative_id = :initiative and f.received_on between :from and :to)
        select count(*) as referred, count(*) filter (where outcome = 'ACCEPTED') as accepted,
          count(*) filter (where outcome = 'DECLINED') as declined,
          count(distinct lower(trim(source_name))) filter (where source = 'ORGANISATION') as referrers
        from decided\
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
    public Map<Measure, Measured> of(InitiativeId initiative, Window window, Supplier<LogFigures> log) {
        var logged = log.get();
        return statements
                .statement(initiative, window, REFERRALS)
                .query((row, i) -> Map.of(
                        Measure.PHASES,
                                Measured.figures(
                                        Figure.of("specialists", logged.specialists()),
                                        Figure.of("all-phases", logged.allPhases()),
                                        Figure.of("five-phases", logged.fivePhases()),
                                        Figure.of("fewest-phases", logged.fewestPhases())),
                        Measure.MEETINGS,
                                Measured.figures(
                                        each("team-meetings", logged.teamMeetings(), logged.weeks()),
                                        each("unit-meetings", logged.unitMeetings(), logged.weeks())),
                        Measure.OUTREACH,
                                Measured.figures(
                                        Figure.of("met", logged.personsMet()),
                                        Figure.of("met-out", logged.personsMetOut()),
                                        Figure.of("tries", logged.missed()),
                                        Figure.of("relatives", logged.relatives())),
                        Measure.REFERRALS,
                                Measured.figures(
                                        Figure.of("referred", row.getLong("referred")),
                                        Figure.of("accepted", row.getLong("accepted")),
                                        Figure.of("declined", row.getLong("declined")),
                                        Figure.of("referrers", row.getLong("referrers")))))
                .single();
    }

    /** Of each specialist in a week. */
    private static Figure each(String key, long times, BigDecimal weeks) {
        return new Figure(
                key, Measured.ratio(BigDecimal.valueOf(times), weeks, 0).value().orElse(BigDecimal.ZERO));
    }
}
