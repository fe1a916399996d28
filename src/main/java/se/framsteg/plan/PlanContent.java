package se.framsteg.plan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stood in a plan when a version of it was made, with the names as they were then. Kept as JSON: what is added to it must
 * be able to be left out, so that earlier versions can be read.
 *
 * @param day that it was settled
 * @param names of organisations, as they were
 */
public record PlanContent(
        Plan.Kind kind,
        LocalDate day,
        Map<Plan.Part, String> texts,
        List<Goal> goals,
        List<Effort> efforts,
        String coordinator,
        String coordinatorOf,
        String overall,
        String mayHave,
        List<Participant> participants,
        Optional<Next> next) {
    public PlanContent {
        texts = Map.copyOf(texts);
        goals = List.copyOf(goals);
        efforts = List.copyOf(efforts);
        participants = List.copyOf(participants);
    }

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
     * @param organisation the name of the responsible one; empty if the person or another is
     * @param responsible who there, or which other
     */
    public record Effort(
            EffortId id,
            Optional<GoalId> goal,
            Optional<LifeArea> area,
            String what,
            Plan.ByWhom by,
            String organisation,
            String responsible,
            Optional<LocalDate> dueOn,
            Plan.Effort.State state) {
        @Override
        public String toString() {
            return "effort " + id;
        }
    }

    /**
     * Who was asked to the meeting.
     *
     * @param organisation its name; empty for those who come as themselves
     */
    public record Participant(String name, String role, String organisation, boolean came) {
        @Override
        public String toString() {
            return "participant";
        }
    }

    /** When the plan is followed up. */
    public record Next(LocalDate day, LocalTime at) {}

    public String text(Plan.Part part) {
        return texts.getOrDefault(part, "");
    }

    @Override
    public String toString() {
        return "content of a plan";
    }
}
