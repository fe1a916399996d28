package se.framsteg.initiative;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.initiative.calendar.ReportCalendar;
import se.framsteg.initiative.calendar.ReportPeriod;
import se.framsteg.initiative.calendar.ReportPeriodId;
import se.framsteg.initiative.document.DocumentId;
import se.framsteg.initiative.document.InitiativeDocument;
import se.framsteg.initiative.document.InitiativeDocuments;
import se.framsteg.initiative.goal.Goal;
import se.framsteg.initiative.goal.GoalId;
import se.framsteg.initiative.goal.Goals;
import se.framsteg.initiative.implementation.ImplementationPlan;
import se.framsteg.initiative.implementation.ImplementationStep;
import se.framsteg.initiative.implementation.ImplementationStepId;
import se.framsteg.initiative.money.Cost;
import se.framsteg.initiative.money.CostId;
import se.framsteg.initiative.money.Funder;
import se.framsteg.initiative.money.FunderId;
import se.framsteg.initiative.money.InitiativeMoney;
import se.framsteg.initiative.official.Official;
import se.framsteg.initiative.official.OfficialId;
import se.framsteg.initiative.official.Officials;
import se.framsteg.initiative.outreach.OrganisationActivities;
import se.framsteg.initiative.outreach.OrganisationActivity;
import se.framsteg.initiative.outreach.OrganisationActivityId;
import se.framsteg.shared.Id;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.Time;
import se.framsteg.testing.World;

/** What stands on the own side of an initiative, made by its lead through the doors. */
public class AffairsExamples {
    public static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final InitiativeRegister initiatives;
    private final Goals goals;
    private final Officials officials;
    private final InitiativeMoney money;
    private final ReportCalendar calendar;
    private final ImplementationPlan plan;
    private final InitiativeDocuments documents;
    private final OrganisationActivities activities;
    private final LocalDate today = LocalDate.now(Time.SWEDEN);

    public AffairsExamples(ListableBeanFactory beans) {
        this.initiatives = beans.getBean(InitiativeRegister.class);
        this.goals = beans.getBean(Goals.class);
        this.officials = beans.getBean(Officials.class);
        this.money = beans.getBean(InitiativeMoney.class);
        this.calendar = beans.getBean(ReportCalendar.class);
        this.plan = beans.getBean(ImplementationPlan.class);
        this.documents = beans.getBean(InitiativeDocuments.class);
        this.activities = beans.getBean(OrganisationActivities.class);
    }

    /** A path with what it names made anew. */
    public String fill(String pattern, World.Place place) {
        if (pattern.contains("/activities")) {
            var structural = structural(place);
            var within = pattern.replace("{id}", structural.toString());
            return put(within, "{activityId}", () -> activity(place, structural));
        }
        var filled = pattern.replace("{year}", Integer.toString(today.getYear()));
        filled = put(filled, "{goalId}", () -> goal(place));
        filled = put(filled, "{officialId}", () -> official(place));
        filled = put(filled, "{partyId}", () -> funder(place));
        filled = put(filled, "{costId}", () -> cost(place));
        filled = put(filled, "{periodId}", () -> period(place));
        filled = put(filled, "{stepId}", () -> step(place));
        return put(filled, "{documentId}", () -> document(place));
    }

    private static String put(String pattern, String name, Supplier<? extends Id> made) {
        return pattern.contains(name) ? pattern.replace(name, made.get().toString()) : pattern;
    }

    /** A structural initiative of the place's municipality. */
    public InitiativeId structural(World.Place place) {
        var like = initiatives.see(place.lead(), place.initiative());
        var details = new InitiativeRegister.Details(
                like.owner(),
                Optional.empty(),
                "Samverkan " + COUNTER.incrementAndGet(),
                "",
                today.minusYears(1),
                Optional.empty(),
                like.plan(),
                Set.of(place.lead().id()));
        var frame = new Frame(Frame.Kind.STRUCTURAL, "Tidig samverkan", Frame.Method.ORGANISATIONS, false);
        return initiatives.add(place.officer(), place.association(), frame, details);
    }

    public OrganisationActivityId activity(World.Place place, InitiativeId structural) {
        return activity(place, structural, today, 8, 4, 1);
    }

    public OrganisationActivityId activity(
            World.Place place, InitiativeId structural, LocalDate on, int women, int men, int untold) {
        var activity = new OrganisationActivity(
                OrganisationActivityId.create(),
                on,
                OrganisationActivity.Kind.FORUM,
                "Forum om tidig samverkan",
                "Provstads kommun",
                new BigDecimal("2.5"),
                women,
                men,
                untold,
                "",
                0);
        activities.add(place.lead(), structural, activity);
        return activity.id();
    }

    /** A free one, of which results are typed in. */
    public GoalId goal(World.Place place) {
        return goal(place, Goal.Measure.FREE, null);
    }

    public GoalId goal(World.Place place, Goal.Measure measure, @Nullable Integer target) {
        var id = GoalId.create();
        var written = new Goal.Written(
                1,
                "Det ska nås",
                Optional.ofNullable(target).map(BigDecimal::valueOf),
                measure == Goal.Measure.FREE ? "beslut" : "",
                measure == Goal.Measure.ONWARD ? Set.of(Goal.Onward.WORK, Goal.Onward.STUDY) : Set.of(),
                Optional.empty());
        goals.add(place.lead(), place.initiative(), id, measure, written);
        return id;
    }

    public OfficialId official(World.Place place) {
        var official = new Official(
                OfficialId.create(),
                Official.Circle.STEERING,
                "Enhetschef",
                "Provstads kommun",
                "Eva Ek",
                today.minusYears(1),
                Optional.empty(),
                0);
        officials.add(place.lead(), place.initiative(), official);
        return official.id();
    }

    public FunderId funder(World.Place place) {
        var funder =
                new Funder(FunderId.create(), Funder.Kind.OTHER, "Stiftelsen " + COUNTER.incrementAndGet(), false, 0);
        money.add(place.lead(), place.initiative(), funder);
        return funder.id();
    }

    public CostId cost(World.Place place) {
        return cost(place, funder(place), today, 48_500);
    }

    public CostId cost(World.Place place, FunderId funder, LocalDate on, long amount) {
        var cost = new Cost(CostId.create(), funder, on, amount, "Lön för coach", "V 17", Optional.empty());
        money.enter(place.lead(), place.initiative(), cost);
        return cost.id();
    }

    /** Of days of its own, from the year 2040 on. */
    public ReportPeriodId period(World.Place place) {
        var from = LocalDate.of(2040, 1, 1).plusDays(10L * COUNTER.incrementAndGet());
        return period(place, ReportPeriod.Kind.INTERIM, from, from.plusDays(9));
    }

    public ReportPeriodId period(World.Place place, ReportPeriod.Kind kind, LocalDate from, LocalDate to) {
        var period = new ReportPeriod(ReportPeriodId.create(), kind, from, to, to.plusDays(30), 0);
        calendar.add(place.lead(), place.initiative(), period);
        return period.id();
    }

    public ImplementationStepId step(World.Place place) {
        var step = new ImplementationStep(
                ImplementationStepId.create(),
                1,
                "Besluta om metoden",
                "Förvaltningschef",
                Optional.empty(),
                List.of(),
                0);
        plan.add(place.lead(), place.initiative(), step);
        return step.id();
    }

    public DocumentId document(World.Place place) {
        var told = new InitiativeDocuments.Told(
                DocumentId.create(), InitiativeDocument.Kind.APPLICATION, "Ansökan 2026/17", today);
        documents.add(place.lead(), place.initiative(), told, PDF);
        return told.id();
    }
}
