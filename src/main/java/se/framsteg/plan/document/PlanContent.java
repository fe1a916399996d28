package se.framsteg.plan.document;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.plan.EffortId;
import se.framsteg.plan.GoalId;
import se.framsteg.plan.LifeArea;
import se.framsteg.plan.Plan;
import se.framsteg.plan.Plan.Part;
import se.framsteg.shared.OrganisationId;

/**
 * What stood in a plan when a version of it was made, with the names as they were then. Kept as JSON: what is added to it must
 * be able to be left out, so that earlier versions can be read. The name of the person is not in it: they may have got another.
 *
 * @param day that it was settled
 * @param texts those that are empty are left out
 * @param coordinatorOf the name of an organisation, as it was; empty if none
 * @param overall the huvudman with the overall responsibility; empty if none is named
 * @param participants who came to the meeting; none if it was settled without one
 */
public record PlanContent(
        Plan.Kind kind,
        LocalDate day,
        Map<Part, String> texts,
        List<Goal> goals,
        List<Effort> efforts,
        String coordinator,
        String coordinatorOf,
        Optional<Party> overall,
        String mayHave,
        List<Participant> participants,
        Optional<Next> next) {
    /** What belongs to one meeting, and is emptied when a version holds it. */
    static final Set<Part> OF_ONE_MEETING = Set.of(Part.GONE, Part.CHANGES, Part.SUMMARY);

    public PlanContent {
        texts = Map.copyOf(texts);
        goals = List.copyOf(goals);
        efforts = List.copyOf(efforts);
        participants = List.copyOf(participants);
    }

    /** An organisation as it was called then. */
    public record Party(String name, OrganisationKind kind) {}

    /** See {@link Plan.Goal}. */
    public record Goal(GoalId id, Plan.Term term, Optional<LifeArea> area, String words, Plan.Goal.State state) {
        @Override
        public String toString() {
            return "goal " + id;
        }
    }

    /**
     * See {@link Plan.Effort}.
     *
     * @param party who answers for it; empty if the person or another does
     * @param responsible who there, or which other
     */
    public record Effort(
            EffortId id,
            Optional<GoalId> goal,
            Optional<LifeArea> area,
            String what,
            Plan.ByWhom by,
            Optional<Party> party,
            String responsible,
            Optional<LocalDate> dueOn,
            Plan.Effort.State state) {
        boolean isBy(OrganisationKind kind) {
            return party.filter(one -> one.kind() == kind).isPresent();
        }

        @Override
        public String toString() {
            return "effort " + id;
        }
    }

    /** As whom somebody comes to a meeting. */
    public enum As {
        PERSON,
        ORGANISATION,
        RELATIVE,
        INTERPRETER,
        OTHER
    }

    /**
     * Who came to the meeting.
     *
     * @param name empty if it is the person
     * @param role may be empty
     * @param organisation its name; empty for those who come as themselves
     * @param organisationId of that organisation
     */
    public record Participant(
            As as, String name, String role, String organisation, Optional<OrganisationId> organisationId) {
        @Override
        public String toString() {
            return "participant " + as;
        }
    }

    /** When the plan is followed up. */
    public record Next(LocalDate day, LocalTime at) {}

    /** The same for a colleague of this organisation, who sees of those who came the own alone, and not who else may have the plan. */
    PlanContent openTo(OrganisationId organisation) {
        var own = participants.stream()
                .filter(one -> one.organisationId().filter(organisation::equals).isPresent())
                .toList();
        return new PlanContent(kind, day, texts, goals, efforts, coordinator, coordinatorOf, overall, "", own, next);
    }

    public String text(Part part) {
        return texts.getOrDefault(part, "");
    }

    /** Whether something is written that belongs to one meeting. */
    boolean tellsOfAMeeting() {
        return OF_ONE_MEETING.stream().anyMatch(texts::containsKey);
    }

    @Override
    public String toString() {
        return "content of a plan";
    }
}
