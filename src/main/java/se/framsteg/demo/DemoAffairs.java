package se.framsteg.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.demo.DemoPlaces.Kind;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.initiative.calendar.ReportCalendar;
import se.framsteg.initiative.calendar.ReportPeriod;
import se.framsteg.initiative.calendar.ReportPeriodId;
import se.framsteg.initiative.goal.Goal;
import se.framsteg.initiative.goal.Goal.Measure;
import se.framsteg.initiative.goal.Goal.Onward;
import se.framsteg.initiative.goal.GoalId;
import se.framsteg.initiative.goal.GoalResultId;
import se.framsteg.initiative.goal.Goals;
import se.framsteg.initiative.implementation.ImplementationPlan;
import se.framsteg.initiative.implementation.ImplementationStep;
import se.framsteg.initiative.implementation.ImplementationStep.Change;
import se.framsteg.initiative.implementation.ImplementationStep.State;
import se.framsteg.initiative.implementation.ImplementationStepId;
import se.framsteg.initiative.implementation.StepStateId;
import se.framsteg.initiative.official.Official;
import se.framsteg.initiative.official.Official.Circle;
import se.framsteg.initiative.official.OfficialId;
import se.framsteg.initiative.official.Officials;

/**
 * What the initiatives are to reach, report and become, and who sits round them. The one with IPS has what is published of Hofors:
 * 25 participants, 40 % on, 12 trained, eight reports over days that are not regular, and five steps.
 */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoAffairs {
    /** The months from the start at which an interim report ends: four, four, one and then three at a time. */
    private static final List<Integer> INTERIM_ENDS = List.of(4, 8, 9, 12, 15, 18, 21, 24);

    private final Goals goals;
    private final ReportCalendar calendar;
    private final ImplementationPlan plan;
    private final Officials officials;

    DemoAffairs(Goals goals, ReportCalendar calendar, ImplementationPlan plan, Officials officials) {
        this.goals = goals;
        this.calendar = calendar;
        this.plan = plan;
        this.officials = officials;
    }

    /** @param start the first day of the initiatives */
    void agree(List<Workplace> workplaces, LocalDate start, LocalDate end, LocalDate today) {
        for (var at : workplaces) {
            if (at.kind() == Kind.IPS) {
                goalsOfIps(at, start, end, today);
                interim(at, start, end);
                stepsOfIps(at, start, today);
            } else {
                goalsOfTeam(at, end);
                calendar.addProposed(at.lead(), at.initiative());
                stepsOfTeam(at, start, today);
            }
            steering(at, start);
        }
    }

    private void goalsOfIps(Workplace at, LocalDate start, LocalDate end, LocalDate today) {
        goal(at, 1, "25 personer får stöd på väg mot arbete.", Measure.PARTICIPANTS, 25, Set.of(), end);
        goal(
                at,
                2,
                "Minst fyra av tio går vidare till jobb, studier eller annan sysselsättning.",
                Measure.ONWARD,
                40,
                EnumSet.allOf(Onward.class),
                end);
        goal(at, 3, "De som deltar tycker att stödet är till nytta.", Measure.USEFUL, 80, Set.of(), end);
        goal(
                at,
                4,
                "Tolv medarbetare, chefer och förtroendevalda har lärt sig metoden.",
                Measure.STAFF_TRAINED,
                12,
                Set.of(),
                start.plusMonths(18).minusDays(1));
        var anchored = GoalId.create();
        goals.add(
                at.lead(),
                at.initiative(),
                anchored,
                Measure.FREE,
                new Goal.Written(
                        5,
                        "IPS är ett vanligt sätt att arbeta i kommunen när insatsen är slut.",
                        Optional.of(BigDecimal.ONE),
                        "beslut",
                        Set.of(),
                        Optional.of(end)));
        goals.reached(
                at.lead(),
                at.initiative(),
                anchored,
                new Goal.Result(
                        GoalResultId.create(),
                        today.minusMonths(2),
                        Optional.of(BigDecimal.ZERO),
                        "Nämnden har fått en lägesrapport och vill ha ett underlag för beslut."));
    }

    private void goalsOfTeam(Workplace at, LocalDate end) {
        goal(at, 1, "45 personer får ett samlat stöd av parterna.", Measure.PARTICIPANTS, 45, Set.of(), end);
        goal(
                at,
                2,
                "Minst 15 procent går vidare till arbete eller studier.",
                Measure.ONWARD,
                15,
                EnumSet.of(Onward.WORK, Onward.SUBSIDISED_WORK, Onward.STUDY),
                end);
        goal(at, 3, "De flesta tycker att teamets stöd är till nytta.", Measure.USEFUL, 75, Set.of(), end);
    }

    private void goal(
            Workplace at, int position, String text, Measure measure, int target, Set<Onward> outcomes, LocalDate due) {
        goals.add(
                at.lead(),
                at.initiative(),
                GoalId.create(),
                measure,
                new Goal.Written(
                        position, text, Optional.of(BigDecimal.valueOf(target)), "", outcomes, Optional.of(due)));
    }

    private void interim(Workplace at, LocalDate start, LocalDate end) {
        var from = start;
        for (var months : INTERIM_ENDS) {
            var next = start.plusMonths(months);
            period(at, ReportPeriod.Kind.INTERIM, from, next.minusDays(1), next.plusDays(19));
            from = next;
        }
        period(at, ReportPeriod.Kind.FINAL, start, end, end.plusMonths(2));
    }

    private void period(Workplace at, ReportPeriod.Kind kind, LocalDate from, LocalDate to, LocalDate due) {
        calendar.add(at.lead(), at.initiative(), new ReportPeriod(ReportPeriodId.create(), kind, from, to, due, 0));
    }

    private void stepsOfIps(Workplace at, LocalDate start, LocalDate today) {
        var anchor = step(
                at,
                1,
                "Förankra insatsen i den lokala samverkansgruppen och hos varje organisations högsta chef",
                "Insatsledaren",
                start.plusMonths(3));
        move(at, anchor, State.UNDER_WAY, start.plusDays(10), "");
        move(at, anchor, State.DONE, start.plusMonths(2), "Alla fyra parterna står bakom.");
        var train = step(
                at,
                2,
                "Utbilda medarbetare och chefer i metoden",
                "Enhetschefen för arbetsmarknad",
                start.plusMonths(18));
        move(at, train, State.UNDER_WAY, start.plusMonths(6), "Första kursen är bokad.");
        var politicians =
                step(at, 3, "Berätta löpande om resultaten för nämnderna", "Förvaltningschefen", start.plusMonths(24));
        move(at, politicians, State.UNDER_WAY, start.plusMonths(5), "Två gånger om året.");
        var dialogue = step(
                at,
                4,
                "Samtala tillsammans med alla parter om vad som behövs för att fortsätta",
                "Styrgruppen",
                start.plusMonths(26));
        move(at, dialogue, State.UNDER_WAY, today.minusMonths(2), "");
        step(
                at,
                5,
                "Besluta om pengar till coacher, fortsatt handledning och metoden i vardagen",
                "Socialnämnden",
                start.plusMonths(28));
    }

    private void stepsOfTeam(Workplace at, LocalDate start, LocalDate today) {
        var agree =
                step(at, 1, "Skriv en överenskommelse om teamet mellan parterna", "Styrgruppen", start.plusMonths(4));
        move(at, agree, State.DONE, start.plusMonths(3), "");
        var routine = step(at, 2, "Ta in teamet i parternas rutiner", "Insatsledaren", start.plusMonths(22));
        move(at, routine, State.UNDER_WAY, today.minusMonths(3), "Klart hos två av fyra.");
    }

    private ImplementationStepId step(Workplace at, int position, String text, String responsible, LocalDate due) {
        var step = new ImplementationStep(
                ImplementationStepId.create(), position, text, responsible, Optional.of(due), List.of(), 0);
        plan.add(at.lead(), at.initiative(), step);
        return step.id();
    }

    private void move(Workplace at, ImplementationStepId step, State state, LocalDate on, String words) {
        plan.move(at.lead(), at.initiative(), step, new Change(StepStateId.create(), state, on, words));
    }

    private void steering(Workplace at, LocalDate start) {
        official(at, start, "Ordförande, enhetschef", DemoPlaces.kommunOf(at.municipality()), "Ulrika Unge");
        official(at, start, "Samverkansansvarig", "Försäkringskassan Norrdalen", "Fredrik Falk");
        official(at, start, "Sektionschef", "Arbetsförmedlingen Norrdalen", "Agneta Alm");
        official(at, start, "Verksamhetschef", "Region Norrdalen", "Rikard Rosén");
    }

    private void official(Workplace at, LocalDate start, String function, String organisation, String name) {
        officials.add(
                at.lead(),
                at.initiative(),
                new Official(
                        OfficialId.create(),
                        Circle.STEERING,
                        function,
                        organisation,
                        name,
                        start,
                        Optional.empty(),
                        0));
    }
}
