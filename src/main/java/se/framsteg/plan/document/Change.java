package se.framsteg.plan.document;

import java.util.Optional;
import se.framsteg.plan.Plan;

/** One thing that is not as it was in the version before. */
public sealed interface Change {
    /** @param part that lasts from one meeting to the next */
    record Text(Plan.Part part, String before, String after) implements Change {
        @Override
        public How how() {
            return before.isEmpty() ? How.ADDED : after.isEmpty() ? How.GONE : How.CHANGED;
        }

        @Override
        public String toString() {
            return "change of " + part;
        }
    }

    /** Who holds the plan together, each by itself. */
    enum Field {
        KIND,
        COORDINATOR,
        COORDINATOR_OF,
        OVERALL,
        MAY_HAVE
    }

    record Head(Field field, String before, String after) implements Change {
        @Override
        public How how() {
            return before.isEmpty() ? How.ADDED : after.isEmpty() ? How.GONE : How.CHANGED;
        }

        @Override
        public String toString() {
            return "change of " + field;
        }
    }

    /** At least one of the two is there. */
    record OfGoal(Optional<PlanContent.Goal> before, Optional<PlanContent.Goal> after) implements Change {
        @Override
        public How how() {
            var reached =
                    before.map(goal -> goal.state() != Plan.Goal.State.REACHED).orElse(false)
                            && after.map(goal -> goal.state() == Plan.Goal.State.REACHED)
                                    .orElse(false);
            return reached ? How.DONE : Change.how(before, after);
        }
    }

    /** At least one of the two is there. */
    record OfEffort(Optional<PlanContent.Effort> before, Optional<PlanContent.Effort> after) implements Change {
        @Override
        public How how() {
            var done = before.map(effort -> effort.state() != Plan.Effort.State.DONE)
                            .orElse(false)
                    && after.map(effort -> effort.state() == Plan.Effort.State.DONE)
                            .orElse(false);
            return done ? How.DONE : Change.how(before, after);
        }
    }

    /** When the plan is followed up. */
    record OfNext(Optional<PlanContent.Next> before, Optional<PlanContent.Next> after) implements Change {
        @Override
        public How how() {
            return Change.how(before, after);
        }
    }

    enum How {
        ADDED,
        CHANGED,
        /** Reached, or done, and perhaps changed besides. */
        DONE,
        GONE
    }

    How how();

    private static How how(Optional<?> before, Optional<?> after) {
        return before.isEmpty() ? How.ADDED : after.isEmpty() ? How.GONE : How.CHANGED;
    }
}
