package se.framsteg.statistics.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.framsteg.shared.InitiativeId;

/**
 * Statistics as their page shows them.
 *
 * @param offered the initiatives that can be asked about, by name
 * @param chosen those that are
 * @param mayBeExact whether the reader leads the one that is asked about, and may see the living cases counted
 * @param exact whether that is what is shown
 * @param fewest how many there must be, at least, to be told of
 */
public record StatisticsView(
        Map<InitiativeId, String> offered,
        Set<InitiativeId> chosen,
        LocalDate from,
        LocalDate to,
        boolean mayBeExact,
        boolean exact,
        List<FigureTable> tables,
        int fewest) {
    public StatisticsView {
        tables = List.copyOf(tables);
    }

    /** How many have started, ended and so on. */
    public List<FigureTable> numbers() {
        return tables.stream()
                .filter(table -> table.attribute() == Attribute.NUMBER)
                .toList();
    }

    /** The parts of the page, each with tables about one thing. */
    public enum Part {
        PEOPLE("statistics.people"),
        OUTCOMES("statistics.outcomes"),
        SUPPORT("statistics.support"),
        PROGRESS("statistics.progress");

        private final String key;

        Part(String key) {
            this.key = key;
        }

        /** Of its heading. */
        public String key() {
            return key;
        }

        static Part of(Attribute attribute) {
            return switch (attribute) {
                case NUMBER, AGE, PARTY, WAIT, WHY -> PEOPLE;
                case OUTCOME, INCOME, HOURS, REASON, AFTER_3, AFTER_6, AFTER_12 -> OUTCOMES;
                case CASEWORKERS, PARALLEL -> SUPPORT;
                case PROGRESS -> PROGRESS;
            };
        }
    }

    public List<FigureTable> of(Part part) {
        return tables.stream()
                .filter(table -> table.attribute() != Attribute.NUMBER && Part.of(table.attribute()) == part)
                .toList();
    }
}
