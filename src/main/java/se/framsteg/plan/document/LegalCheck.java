package se.framsteg.plan.document;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.plan.Plan;
import se.framsteg.plan.Plan.Part;

/**
 * What is missing in a plan. The law says what a SIP must hold (SoL 2025:400 10 kap. 9 §, HSL 16 kap. 4 §), and no template, date or
 * coordinator: that is asked for by practice. It is said, and stops nothing.
 *
 * @param byLaw what the law asks for; nothing of the plan of a team and of Min plan, which no law asks for
 * @param byPractice what makes a plan hold
 */
public record LegalCheck(Plan.Kind kind, List<Law> byLaw, List<Practice> byPractice) {
    private static final Set<Plan.Kind> BY_LAW = EnumSet.of(Plan.Kind.SIP, Plan.Kind.SAMSIP, Plan.Kind.DISCHARGE);

    public LegalCheck {
        byLaw = List.copyOf(byLaw);
        byPractice = List.copyOf(byPractice);
    }

    /** The four points of the law; the second is told of each huvudman. */
    public enum Law {
        /** Which efforts are needed. */
        EFFORTS,
        /** What the kommun does. */
        KOMMUN,
        /** What the region does. */
        REGION,
        /** Measures by others than kommun and region. */
        BY_OTHERS,
        /** Which huvudman, kommun or region, has the overall responsibility. */
        OVERALL
    }

    public enum Practice {
        /** What the person wants. */
        WANTS,
        /** Goals in the person's words, at least one that is open or reached. */
        GOALS,
        /** Something that is done; told by the law of a SIP. */
        EFFORTS,
        /** By when everything that is planned is to be done. */
        DATES,
        COORDINATOR,
        /** When the plan is followed up. */
        NEXT
    }

    static LegalCheck of(PlanContent content) {
        return new LegalCheck(
                content.kind(),
                EnumSet.allOf(Law.class).stream()
                        .filter(one -> BY_LAW.contains(content.kind()) && isMissing(one, content))
                        .toList(),
                EnumSet.allOf(Practice.class).stream()
                        .filter(one -> fits(one, content.kind()) && isMissing(one, content))
                        .toList());
    }

    private static boolean isMissing(Law point, PlanContent content) {
        return switch (point) {
            case EFFORTS -> !hasEfforts(content);
            // Where nothing is planned at all it is enough to say so once.
            case KOMMUN -> hasEfforts(content) && !does(OrganisationKind.KOMMUN, content);
            case REGION -> hasEfforts(content) && !does(OrganisationKind.REGION, content);
            case BY_OTHERS ->
                content.text(Part.BY_OTHERS).isBlank()
                        && content.efforts().stream().noneMatch(LegalCheck::isByAnother);
            case OVERALL ->
                content.overall()
                        .filter(one -> one.kind() == OrganisationKind.KOMMUN || one.kind() == OrganisationKind.REGION)
                        .isEmpty();
        };
    }

    private static boolean isMissing(Practice point, PlanContent content) {
        return switch (point) {
            case WANTS -> content.text(Part.WANTS).isBlank();
            case GOALS -> content.goals().stream().allMatch(goal -> goal.state() == Plan.Goal.State.LEFT);
            case EFFORTS -> !hasEfforts(content);
            case DATES ->
                content.efforts().stream()
                        .anyMatch(effort -> effort.state() == Plan.Effort.State.PLANNED
                                && effort.dueOn().isEmpty());
            case COORDINATOR -> content.coordinator().isBlank();
            case NEXT -> content.next().isEmpty();
        };
    }

    /** The person or the case manager holds Min plan together. */
    private static boolean fits(Practice point, Plan.Kind kind) {
        return switch (point) {
            case EFFORTS -> !BY_LAW.contains(kind);
            case COORDINATOR -> kind != Plan.Kind.MY_PLAN;
            default -> true;
        };
    }

    private static boolean hasEfforts(PlanContent content) {
        return content.efforts().stream().anyMatch(LegalCheck::counts);
    }

    private static boolean does(OrganisationKind kind, PlanContent content) {
        return content.efforts().stream().anyMatch(effort -> counts(effort) && effort.isBy(kind));
    }

    private static boolean isByAnother(PlanContent.Effort effort) {
        return counts(effort) && !effort.isBy(OrganisationKind.KOMMUN) && !effort.isBy(OrganisationKind.REGION);
    }

    private static boolean counts(PlanContent.Effort effort) {
        return effort.state() != Plan.Effort.State.NOT_DONE;
    }

    public boolean isWhole() {
        return byLaw.isEmpty() && byPractice.isEmpty();
    }
}
