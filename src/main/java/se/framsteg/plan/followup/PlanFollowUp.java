package se.framsteg.plan.followup;

import java.util.List;
import java.util.Optional;
import se.framsteg.shared.InitiativeId;
import se.framsteg.statistics.Figures;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.Period;

/**
 * How joint plans are followed up in one initiative in a period, for those who lead it: only what may be shown.
 *
 * @param name the initiative's
 * @param running whether the period holds the quarter that has not ended yet
 * @param days from the day that a need was seen to the first meeting, the median; none where too few have met
 */
public record PlanFollowUp(
        InitiativeId initiative, String name, Period period, boolean running, List<Table> tables, List<Median> days) {
    public PlanFollowUp {
        tables = List.copyOf(tables);
        days = List.copyOf(days);
    }

    /** What is counted, in the order in which it is read. */
    public enum Measure {
        /** Days that were set to follow up a plan: whether a follow-up meeting was held by then. */
        FOLLOW_UP,
        /** Plans that went on in the period: whether a day to follow them up has been set. */
        PLAN,
        /** Efforts whose day was in the period and has passed: whether they were done. */
        EFFORT,
        /** Efforts of plans that went on in the period: whether a day has been set. */
        DATED,
        /** Those who were asked to the meetings that were held: whether they came. */
        CAME,
        /** Needs seen in the period that the person wanted a plan for: whether a first meeting has been held. */
        NEED
    }

    /** What came of it. */
    public enum Outcome {
        YES,
        NO,
        /** Nothing has been written of it. */
        NOT_TOLD
    }

    /**
     * One table.
     *
     * @param parts one, or of those who were asked one for each kind of organisation and each part
     */
    public record Table(Measure measure, List<Part> parts) {
        public Table {
            parts = List.copyOf(parts);
        }

        public boolean isEmpty() {
            return parts.isEmpty();
        }
    }

    /**
     * The rows of one part.
     *
     * @param part empty where there is one alone
     * @param columns what is counted together in each column; the share is that of the first
     * @param rows none if something in them is too small to be shown
     */
    public record Part(String part, List<List<Outcome>> columns, List<Figures> rows) {
        public Part {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        public boolean shown() {
            return !rows.isEmpty();
        }
    }

    /** The median number of days, in whole days, of so many. */
    public record Median(Group group, int days, int of) {}

    public Optional<Table> table(Measure measure) {
        return tables.stream().filter(table -> table.measure() == measure).findFirst();
    }
}
