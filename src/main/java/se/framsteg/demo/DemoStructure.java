package se.framsteg.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.initiative.Frame;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.initiative.goal.Goal;
import se.framsteg.initiative.goal.GoalId;
import se.framsteg.initiative.goal.Goals;
import se.framsteg.initiative.outreach.OrganisationActivities;
import se.framsteg.initiative.outreach.OrganisationActivity;
import se.framsteg.initiative.outreach.OrganisationActivity.Kind;
import se.framsteg.initiative.outreach.OrganisationActivityId;
import se.framsteg.shared.InitiativeId;

/** A small structural initiative: what parties learn and talk about together, and no participant. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoStructure {
    private static final Actor.Installation SYSTEM = new Actor.Installation();

    private final InitiativeRegister initiatives;
    private final OrganisationActivities activities;
    private final Goals goals;

    DemoStructure(InitiativeRegister initiatives, OrganisationActivities activities, Goals goals) {
        this.initiatives = initiatives;
        this.activities = activities;
        this.goals = goals;
    }

    /** @param at whose lead leads this one too */
    void build(Workplace at, LocalDate today) {
        var id = initiatives.add(
                SYSTEM,
                at.lead().association(),
                new Frame(
                        Frame.Kind.STRUCTURAL, "Kompetens och samsyn hos parterna", Frame.Method.ORGANISATIONS, false),
                new InitiativeRegister.Details(
                        at.lead().organisation(),
                        Optional.empty(),
                        "Samsyn i Norrdalen",
                        "De som arbetar hos parterna och möter samma personer.",
                        today.minusMonths(14).withDayOfMonth(1),
                        Optional.of(today.plusMonths(10).withDayOfMonth(1)),
                        new Initiative.Plan(at.instrument(), 21, 3, 21),
                        Set.of(at.lead().id())));
        goals.add(
                at.lead(),
                id,
                GoalId.create(),
                Goal.Measure.STAFF_TRAINED,
                new Goal.Written(
                        1,
                        "Hundra medarbetare hos parterna har gått en utbildning om samordning.",
                        Optional.of(BigDecimal.valueOf(100)),
                        "",
                        Set.of(),
                        Optional.empty()));
        held(
                at,
                id,
                today.minusMonths(12),
                Kind.TRAINING,
                "Grundkurs i samordnad rehabilitering",
                "Alla parter",
                6,
                22,
                9,
                0);
        held(
                at,
                id,
                today.minusMonths(9),
                Kind.FORUM,
                "Forum om unga utan sysselsättning",
                "Kommunerna och regionen",
                3,
                31,
                14,
                4);
        held(
                at,
                id,
                today.minusMonths(6),
                Kind.WORKSHOP,
                "Verkstad om sekretess och samtycke",
                "Socialtjänsten och FK",
                4,
                12,
                6,
                0);
        held(
                at,
                id,
                today.minusMonths(4),
                Kind.TRAINING,
                "Att se små steg",
                "Arbetsförmedlingen och kommunerna",
                5,
                18,
                7,
                1);
        held(at, id, today.minusMonths(1), Kind.FORUM, "Frukostmöte med arbetsgivare", "Alla parter", 2, 25, 21, 6);
    }

    private void held(
            Workplace at,
            InitiativeId id,
            LocalDate on,
            Kind kind,
            String title,
            String organisations,
            int hours,
            int women,
            int men,
            int untold) {
        activities.add(
                at.lead(),
                id,
                new OrganisationActivity(
                        OrganisationActivityId.create(),
                        on,
                        kind,
                        title,
                        organisations,
                        BigDecimal.valueOf(hours),
                        women,
                        men,
                        untold,
                        "",
                        0));
    }
}
