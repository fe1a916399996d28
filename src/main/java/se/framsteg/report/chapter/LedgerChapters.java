package se.framsteg.report.chapter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.framsteg.report.Section;
import se.framsteg.report.content.Block;
import se.framsteg.report.content.Block.Cell;
import se.framsteg.report.content.Block.Grid;
import se.framsteg.report.content.Block.Line;
import se.framsteg.report.content.ChapterSource;
import se.framsteg.report.content.Span;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.ledger.Attribute;
import se.framsteg.statistics.ledger.FigureTable;
import se.framsteg.statistics.ledger.FigureWords;
import se.framsteg.statistics.ledger.InitiativeStatistics;
import se.framsteg.statistics.ledger.Share;
import se.framsteg.statistics.ledger.Universe;
import se.framsteg.ui.Texts;

/** What is told of people: from the ledger of counts, which tells of nobody. Of the period, and of all since the initiative began. */
@Component
class LedgerChapters implements ChapterSource {
    private static final List<Universe> NUMBERED =
            List.of(Universe.STARTED, Universe.ENDED, Universe.ONGOING, Universe.NOT_STARTED);

    private final InitiativeStatistics statistics;

    LedgerChapters(InitiativeStatistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public Set<Section> sections() {
        return Set.of(Section.PEOPLE, Section.INCOME, Section.OUTCOMES, Section.EFFORTS, Section.PROGRESSION);
    }

    private static Section section(Attribute attribute) {
        return switch (attribute) {
            case NUMBER, AGE, PARTY, WAIT, WHY -> Section.PEOPLE;
            case INCOME -> Section.INCOME;
            case OUTCOME, HOURS, REASON, AFTER_3, AFTER_6, AFTER_12 -> Section.OUTCOMES;
            case CASEWORKERS, PARALLEL -> Section.EFFORTS;
            case PROGRESS -> Section.PROGRESSION;
        };
    }

    @Override
    public Map<Section, List<Block>> blocks(Span span, Texts texts) {
        var initiative = span.initiative();
        var since = statistics.told(span.writer(), initiative.id(), initiative.startsOn(), span.to());
        var period = span.from().isAfter(initiative.startsOn())
                ? statistics.told(span.writer(), initiative.id(), span.from(), span.to())
                : List.<FigureTable>of();
        var words = new InWords(texts);
        var filled = new EnumMap<Section, List<Block>>(Section.class);
        var numbers = new ArrayList<>(words.numbers(since, "report.since-start"));
        numbers.addAll(words.numbers(period, "report.in-period"));
        filled.put(Section.PEOPLE, numbers);
        var divided = since.stream()
                .filter(table -> table.attribute() != Attribute.NUMBER)
                .toList();
        divided.stream().filter(FigureTable::shown).forEach(table -> {
            var blocks = filled.computeIfAbsent(section(table.attribute()), _ -> new ArrayList<>());
            var inPeriod = same(period, table).filter(FigureTable::shown);
            if (inPeriod.filter(table::equals).isPresent()) {
                blocks.add(words.table(table, "report.since-start-in-period"));
            } else {
                blocks.add(words.table(table, "report.since-start"));
                inPeriod.ifPresent(one -> blocks.add(words.table(one, "report.in-period")));
            }
        });
        sections()
                .forEach(section -> words.kept(divided.stream()
                                .filter(table -> !table.shown() && section(table.attribute()) == section)
                                .toList())
                        .ifPresent(kept -> filled.computeIfAbsent(section, _ -> new ArrayList<>())
                                .add(kept)));
        return filled;
    }

    private static Optional<FigureTable> same(List<FigureTable> tables, FigureTable table) {
        return tables.stream()
                .filter(one -> one.universe() == table.universe()
                        && one.attribute() == table.attribute()
                        && one.area().equals(table.area()))
                .findFirst();
    }

    /** Tables of the ledger as those of a report. */
    private record InWords(Texts texts, FigureWords words) {
        InWords(Texts texts) {
            this(texts, new FigureWords(texts));
        }

        /** How many have started and ended and so on. */
        List<Block> numbers(List<FigureTable> tables, String when) {
            var columns = new ArrayList<String>(List.of(texts.of("report.column.what")));
            Stream.of(Group.values()).map(words::group).forEach(columns::add);
            columns.add(texts.of("statistics.covers"));
            var lines = numbered(tables)
                    .map(table -> new Line(words.title(table), cells(table)))
                    .toList();
            return lines.isEmpty()
                    ? List.of()
                    : List.of(new Grid(
                            texts.of("report.column.of", texts.of("report.numbers"), texts.of(when)),
                            columns,
                            lines,
                            0,
                            texts.of("report.numbers.note")));
        }

        private static Stream<FigureTable> numbered(List<FigureTable> tables) {
            return NUMBERED.stream()
                    .flatMap(universe -> tables.stream()
                            .filter(table -> table.attribute() == Attribute.NUMBER && table.universe() == universe));
        }

        private List<Cell> cells(FigureTable table) {
            var numbers = Stream.of(Group.values())
                    .map(group -> table.number(group)
                            .map(number -> Cell.of(texts.number(number), number))
                            .orElseGet(() -> Cell.of("–")));
            return Stream.concat(numbers, Stream.of(Cell.of(words.days(table)))).toList();
        }

        /** What can't be told of yet, in one sentence. */
        Optional<Block> kept(List<FigureTable> tables) {
            return tables.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Block.Remark(texts.of(
                            "report.too-few", tables.stream().map(words::title).collect(Collectors.joining("; ")))));
        }

        /** @param table of which something is told */
        Block table(FigureTable table, String when) {
            var title = texts.of("report.column.of", words.title(table), texts.of(when));
            var all = table.row(Group.ALL).orElseThrow();
            var sexes = Stream.of(Group.WOMEN, Group.MEN)
                    .flatMap(group -> table.row(group).stream())
                    .toList();
            var columns = new ArrayList<String>(List.of(texts.of("report.column.what"), words.group(Group.ALL)));
            sexes.forEach(row -> columns.add(words.group(row.group())));
            columns.add(texts.of("report.column.share"));
            columns.add(texts.of("report.column.interval"));
            var lines = IntStream.range(0, table.columns().size())
                    .mapToObj(column -> {
                        var cells = new ArrayList<Cell>();
                        cells.add(number(all, column));
                        sexes.forEach(row -> cells.add(number(row, column)));
                        var share = table.share(all, column);
                        cells.add(Cell.of(share.map(this::percent).orElse("")));
                        cells.add(Cell.of(share.map(this::interval).orElse("")));
                        return new Line(words.column(table, table.columns().get(column)), cells);
                    })
                    .toList();
            return new Grid(title, columns, lines, 1 + sexes.size(), note(table));
        }

        private Cell number(FigureTable.Row row, int column) {
            var number = row.numbers().get(column);
            return Cell.of(texts.number(number), number);
        }

        private String percent(Share share) {
            return texts.of("report.percent", Math.round(100 * share.value()));
        }

        private String interval(Share share) {
            return texts.of("report.interval", Math.round(100 * share.low()), Math.round(100 * share.high()));
        }

        private String note(FigureTable table) {
            var notes = new ArrayList<String>();
            table.days()
                    .ifPresent(days ->
                            notes.add(texts.of("report.days", texts.date(days.from()), texts.date(days.until()))));
            var sexes =
                    table.row(Group.WOMEN).isPresent() || table.row(Group.MEN).isPresent();
            if (sexes && table.withoutSex() > 0) {
                notes.add(texts.of("report.without-sex", table.withoutSex()));
            }
            if (table.more()) {
                notes.add(texts.of("report.more"));
            }
            return String.join(" ", notes);
        }
    }
}
