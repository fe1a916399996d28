package se.framsteg.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.plan.EffortId;
import se.framsteg.plan.GoalId;
import se.framsteg.plan.LifeArea;
import se.framsteg.plan.Need;
import se.framsteg.plan.NeedId;
import se.framsteg.plan.Needs;
import se.framsteg.plan.Plan;
import se.framsteg.plan.Plan.ByWhom;
import se.framsteg.plan.Plan.Term;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.Plans;
import se.framsteg.plan.Preparation;
import se.framsteg.shared.CaseId;

/** Some of those whom several help get a joint plan to begin with: most want one, some do not, and a few have not been asked yet. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoPlans {
    private static final List<Need.Seen> SEEN = List.of(
            seen(Need.By.PERSON, "", "Jag får berätta allt på nytt varje gång. Jag vill att de pratar med varandra."),
            seen(Need.By.OWN_ORGANISATION, "", "Arbetsträningen och boendestödet krockar. Tiderna behöver hänga ihop."),
            seen(Need.By.OTHER_ORGANISATION, "Vårdcentralen", "Behandlingen behöver ta hänsyn till arbetsträningen."),
            seen(Need.By.RELATIVE, "En syster", "Det är många kontakter och ingen vet vem som gör vad."));

    private static final Map<Plan.Part, String> WRITTEN = Map.of(
            Plan.Part.WANTS, "Att tiderna går ihop, och att veta vem jag ringer.",
            Plan.Part.RESOURCES, "Är van vid djur och vid att passa tider. En syster i närheten.",
            Plan.Part.WORKS, "Promenaderna, och samtalen med arbetskonsulenten.",
            Plan.Part.WORKS_NOT, "Två möten samma dag. Att berätta allt på nytt.",
            Plan.Part.BY_OTHERS, "Systern följer med till vårdcentralen.");

    private final Needs needs;
    private final Plans plans;
    private final DemoMeetings meetings;
    private final DemoFollowUps followUps;
    private final Clock clock;

    DemoPlans(Needs needs, Plans plans, DemoMeetings meetings, DemoFollowUps followUps, Clock clock) {
        this.needs = needs;
        this.plans = plans;
        this.meetings = meetings;
        this.followUps = followUps;
        this.clock = clock;
    }

    private static Need.Seen seen(Need.By by, String who, String what) {
        return new Need.Seen(by, who, LocalDate.EPOCH, what);
    }

    /** Has chance of its own, so that the lives stay the same. */
    void at(Actor.Staff caseworker, CaseId id, Life life, LocalDate day) {
        var random = new Random(Double.doubleToLongBits(life.level()[1]));
        if (random.nextInt(2) > 0) {
            return;
        }
        var of = SEEN.get(random.nextInt(SEEN.size()));
        var need = NeedId.create();
        needs.register(caseworker, id, need, new Need.Seen(of.by(), of.who(), day, of.what()))
                .orThrow();
        int answer = random.nextInt(10);
        if (answer < 7) {
            needs.answer(caseworker, id, need, 1, Need.Said.YES, day, "Ja, om jag får vara med och bestämma.")
                    .orThrow();
            needs.prepare(
                            caseworker,
                            id,
                            need,
                            0,
                            new Preparation(
                                    "Att tiderna går ihop",
                                    "Vem jag ringer när det blir för mycket",
                                    "Det som hände förra våren",
                                    "Handläggaren, boendestödjaren och läkaren",
                                    "Helst här, på förmiddagen",
                                    "En paus efter halva tiden"))
                    .orThrow();
            if (!meetings.ahead(caseworker, id, life, need, day, (begun, on) -> write(caseworker, id, begun, on))) {
                meetings.held(caseworker, id, life, need, day, (begun, on) -> write(caseworker, id, begun, on));
            }
            followUps.named(caseworker, id, random);
        } else if (answer < 9) {
            needs.answer(caseworker, id, need, 1, Need.Said.NO, day, "Det räcker som det är.")
                    .orThrow();
        }
    }

    /** What comes of a plan by the time of a later round. */
    void later(Actor.Staff caseworker, CaseId id, Life life, LocalDate day) {
        meetings.followedUp(caseworker, id, life, day);
    }

    private void write(Actor.Staff caseworker, CaseId id, PlanId plan, LocalDate day) {
        WRITTEN.forEach(
                (part, text) -> plans.write(caseworker, id, plan, part, text, 0).orThrow());
        var goal = plans.addGoal(
                        caseworker,
                        id,
                        plan,
                        GoalId.create(),
                        goal(Term.LONG, LifeArea.WORK, "Ha ett jobb där jag orkar vara kvar"))
                .orThrow();
        plans.addGoal(
                        caseworker,
                        id,
                        plan,
                        GoalId.create(),
                        goal(Term.SHORT, LifeArea.HOUSING, "Komma upp och ut tre förmiddagar i veckan"))
                .orThrow();
        plans.scale(caseworker, id, plan, goal, GoalId.create(), day, 3, "").orThrow();
        if (day.plusDays(40).isBefore(LocalDate.now(clock))) {
            plans.scale(
                            caseworker,
                            id,
                            plan,
                            goal,
                            GoalId.create(),
                            day.plusDays(40),
                            5,
                            "Jag har träffat chefen på kaféet")
                    .orThrow();
        }
        effort(
                caseworker,
                id,
                plan,
                Optional.of(goal),
                "Följa med på studiebesök och prata med chefen",
                ByWhom.ORGANISATION,
                day.plusDays(30));
        effort(
                caseworker,
                id,
                plan,
                Optional.of(goal),
                "Se över medicinen så att förmiddagarna fungerar",
                ByWhom.OTHER,
                day.plusDays(45));
        effort(
                caseworker,
                id,
                plan,
                Optional.empty(),
                "Ringa boendestödet på måndagar",
                ByWhom.PERSON,
                day.plusDays(14));
    }

    private static Plan.Goal.Written goal(Term term, LifeArea area, String words) {
        return new Plan.Goal.Written(term, Optional.of(area), words);
    }

    private void effort(
            Actor.Staff caseworker,
            CaseId id,
            PlanId plan,
            Optional<GoalId> goal,
            String what,
            ByWhom by,
            LocalDate due) {
        var organisation = Optional.of(caseworker.organisation()).filter(_ -> by == ByWhom.ORGANISATION);
        var name = by == ByWhom.OTHER ? "Läkaren på vårdcentralen" : "";
        plans.addEffort(
                        caseworker,
                        id,
                        plan,
                        EffortId.create(),
                        new Plan.Effort.Written(
                                goal,
                                Optional.empty(),
                                Optional.empty(),
                                what,
                                new Plan.Responsible(by, organisation, name),
                                Optional.of(due)))
                .orThrow();
    }
}
