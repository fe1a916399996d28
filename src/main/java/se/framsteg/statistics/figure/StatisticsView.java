package se.framsteg.statistics.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.framsteg.shared.InitiativeId;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.ledger.Attribute;
import se.framsteg.statistics.ledger.FigureTable;
import se.framsteg.statistics.ledger.Share;
import se.framsteg.statistics.ledger.Universe;

/**
 * What is shown, and what else could be.
 *
 * @param spans the times to choose between
 * @param least how many there are at least where anything is told, besides nobody
 * @param exactly whether there are exact numbers to be had: of one initiative, for its leads
 */
public record StatisticsView(
        List<Choice> choices,
        Span span,
        List<Span> spans,
        int least,
        boolean exactly,
        boolean exact,
        List<FigureTable> tables) {
    private static final List<String> ONWARD = List.of("ONWARD", "WORK", "SUBSIDISED_WORK", "STUDY");

    /** An initiative that can be looked at. */
    public record Choice(InitiativeId id, String name, boolean chosen) {}

    public List<Choice> chosen() {
        return choices.stream().filter(Choice::chosen).toList();
    }

    public FigureTable number(Universe universe) {
        return table(universe, Attribute.NUMBER);
    }

    public FigureTable table(Universe universe, Attribute attribute) {
        return tables.stream()
                .filter(table -> table.universe() == universe && table.attribute() == attribute)
                .findFirst()
                .orElseThrow();
    }

    /** The tables of a universe but for how many there are, and but for progress. */
    public List<FigureTable> divided(Universe universe) {
        return tables.stream()
                .filter(table -> table.universe() == universe
                        && table.attribute() != Attribute.NUMBER
                        && table.area().isEmpty())
                .toList();
    }

    public List<FigureTable> progress() {
        return tables.stream().filter(table -> table.area().isPresent()).toList();
    }

    /** Of all who have started, those who are known to have gone on to work or studies: over all time, where both are told. */
    public Optional<Share> onward() {
        var started = number(Universe.STARTED).number(Group.ALL);
        var outcome = table(Universe.ENDED, Attribute.OUTCOME);
        var row = outcome.row(Group.ALL);
        if (outcome.more()
                || span.kind() != Span.Kind.ALL
                || started.filter(number -> number > 0).isEmpty()
                || row.isEmpty()) {
            return Optional.empty();
        }
        int onward = IntStream.range(0, outcome.columns().size())
                .filter(i -> ONWARD.contains(outcome.columns().get(i).code()))
                .map(i -> row.get().numbers().get(i))
                .sum();
        return Optional.of(new Share(onward, started.get()));
    }
}
