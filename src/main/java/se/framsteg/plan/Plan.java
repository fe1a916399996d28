package se.framsteg.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;

/**
 * The joint plan of a case, which everybody keeps: what is wanted, where the person wants to get, who does what by when, and how it goes.
 *
 * @param texts what is written under the questions; those without a text are left out
 * @param goals in the order in which they were added, without those taken away again
 * @param efforts likewise
 */
public record Plan(
        PlanId id,
        Kind kind,
        Optional<NeedId> need,
        LocalDate startedOn,
        Head head,
        Map<Part, Text> texts,
        List<Goal> goals,
        List<Effort> efforts,
        Optional<End> end) {
    public Plan {
        texts = texts.isEmpty() ? Map.of() : new EnumMap<>(texts);
        goals = List.copyOf(goals);
        efforts = List.copyOf(efforts);
    }

    /** By which rules it is called to. What it holds is the same. */
    public enum Kind {
        /** Kommun and region are bound to come (SoL 2025:400 10 kap. 8–9 §§, HSL 16 kap. 4 §). */
        SIP,
        /** All four parties come, within the days that they have agreed on. */
        SAMSIP,
        /** Before the person leaves a hospital (LOFSUT, law 2017:612). */
        DISCHARGE,
        /** The joint action plan of a team (individsamverkansteam). */
        TEAM,
        /** The plan of case management. */
        MY_PLAN
    }

    /** What is written in running text, each by itself. */
    public enum Part {
        /** What the person wants help with. */
        WANTS,
        RESOURCES,
        WORKS,
        WORKS_NOT,
        /** Measures by others than kommun and region, which a SIP must name. */
        BY_OTHERS,
        /** How it has gone since last; emptied when a version is made. */
        GONE,
        /** What is to change; emptied when a version is made. */
        CHANGES,
        /** What was read back at the end of the meeting; emptied when a version is made. */
        SUMMARY;

        /** Whether it belongs to one meeting. */
        public boolean ofMeeting() {
            return this == GONE || this == CHANGES || this == SUMMARY;
        }
    }

    /**
     * @param text up to {@value #LONGEST} characters, may be empty
     * @param version 0 while nothing has been saved
     */
    public record Text(String text, int version) {
        static final int LONGEST = 4000;
        static final Text NONE = new Text("", 0);

        @Override
        public String toString() {
            return "text " + version;
        }
    }

    /**
     * Who holds it together.
     *
     * @param coordinator name and role, up to 200 characters
     * @param coordinatorOf the organisation of the coordinator
     * @param overall the huvudman that has the overall responsibility
     * @param mayHave who else may have the plan, as the person wants it, up to 2000 characters
     */
    public record Head(
            String coordinator,
            Optional<OrganisationId> coordinatorOf,
            Optional<OrganisationId> overall,
            String mayHave,
            int version) {
        /** Whether the same is said, of whatever version. */
        boolean says(Head other) {
            return equals(new Head(other.coordinator, other.coordinatorOf, other.overall, other.mayHave, version));
        }

        @Override
        public String toString() {
            return "head " + version;
        }
    }

    /** How soon the person wants to get there. */
    public enum Term {
        SHORT,
        LONG
    }

    /**
     * Where the person wants to get.
     *
     * @param words the person's own, 1–2000 characters
     * @param scalings how far the person finds that they have come, in order
     */
    public record Goal(
            GoalId id,
            Term term,
            Optional<LifeArea> area,
            String words,
            State state,
            LocalDate stateOn,
            List<Scaling> scalings,
            int version) {
        public Goal {
            scalings = List.copyOf(scalings);
        }

        public enum State {
            OPEN,
            REACHED,
            /** Given up, or replaced by another. */
            LEFT
        }

        /**
         * What is written of a goal.
         *
         * @param words the person's own, 1–2000 characters
         */
        public record Written(Term term, Optional<LifeArea> area, String words) {
            @Override
            public String toString() {
                return "goal " + term;
            }
        }

        public Written written() {
            return new Written(term, area, words);
        }

        @Override
        public String toString() {
            return "goal " + id;
        }
    }

    /**
     * How far the person finds that they have come towards a goal, in a measure of their own.
     *
     * @param value 0 at the beginning, 10 when it is reached
     * @param by who wrote it down; empty if the person did
     */
    public record Scaling(LocalDate on, int value, String words, Optional<StaffId> by) {
        @Override
        public String toString() {
            return "scaling on " + on;
        }
    }

    /**
     * What is done for it.
     *
     * @param dimension of the questionnaire that it is meant to move, by its code; empty if none is named
     * @param what 1–2000 characters
     */
    public record Effort(
            EffortId id,
            Optional<GoalId> goal,
            Optional<LifeArea> area,
            Optional<String> dimension,
            String what,
            Responsible responsible,
            Optional<LocalDate> dueOn,
            State state,
            LocalDate stateOn,
            int version) {
        public enum State {
            PLANNED,
            DONE,
            NOT_DONE
        }

        /** What is written of an effort. */
        public record Written(
                Optional<GoalId> goal,
                Optional<LifeArea> area,
                Optional<String> dimension,
                String what,
                Responsible responsible,
                Optional<LocalDate> dueOn) {
            @Override
            public String toString() {
                return "effort by " + responsible.by();
            }
        }

        public Written written() {
            return new Written(goal, area, dimension, what, responsible, dueOn);
        }

        /** Whether its day has passed and nobody has said how it went. */
        public boolean isLate(LocalDate today) {
            return state == State.PLANNED
                    && dueOn.filter(day -> day.isBefore(today)).isPresent();
        }

        @Override
        public String toString() {
            return "effort " + id;
        }
    }

    /** Who answers for an effort. */
    public enum ByWhom {
        ORGANISATION,
        PERSON,
        OTHER
    }

    /**
     * Who answers for an effort.
     *
     * @param organisation of an effort by an organisation
     * @param name who there, or which other; up to 200 characters, may be empty unless it is another
     */
    public record Responsible(ByWhom by, Optional<OrganisationId> organisation, String name) {
        @Override
        public String toString() {
            return "responsible " + by;
        }
    }

    public enum EndReason {
        GOALS_MET,
        /** No need of coordination any longer. */
        NO_NEED,
        CONSENT_WITHDRAWN,
        CASE_ENDED
    }

    public record End(LocalDate on, EndReason reason) {}

    /** A version that was made, without what stood in it. */
    public record Made(int number, Instant at, StaffId by, Optional<MeetingId> meeting) {}

    public boolean isOpen() {
        return end.isEmpty();
    }

    /** Whether it has not ended before this day. */
    boolean goesOnAt(LocalDate day) {
        return end.filter(ended -> ended.on().isBefore(day)).isEmpty();
    }

    /** @throws NotFoundException if it has none such */
    public Goal goal(GoalId id) {
        return goals.stream().filter(goal -> goal.id().equals(id)).findFirst().orElseThrow(NotFoundException::new);
    }

    /** @throws NotFoundException if it has none such */
    public Effort effort(EffortId id) {
        return efforts.stream()
                .filter(effort -> effort.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Those for this goal; of none, those for no goal in particular. */
    public List<Effort> effortsFor(Optional<GoalId> goal) {
        return efforts.stream()
                .filter(effort -> effort.goal().filter(this::has).equals(goal))
                .toList();
    }

    private boolean has(GoalId id) {
        return goals.stream().anyMatch(goal -> goal.id().equals(id));
    }

    /** The goals to choose among, by id. */
    public Map<String, String> goalOptions() {
        var options = new LinkedHashMap<String, String>();
        goals.forEach(goal -> options.put(goal.id().toString(), goal.words()));
        return options;
    }

    public Text text(Part part) {
        return texts.getOrDefault(part, Text.NONE);
    }

    @Override
    public String toString() {
        return "plan " + id;
    }
}
