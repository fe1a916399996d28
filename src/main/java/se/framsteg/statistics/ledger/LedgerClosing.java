package se.framsteg.statistics.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.cases.LegalSex;
import se.framsteg.shared.InitiativeId;

/**
 * Closes ledgers: adds, for each closing day that has passed, what may be told of those who have come until then. Each initiative by itself and
 * in a transaction of its own; two that close the same one wait for each other, and the second finds nothing to do.
 */
@Component
public class LedgerClosing {
    private static final Logger log = LoggerFactory.getLogger(LedgerClosing.class);

    private final LedgerStore store;
    private final CaseQueries cases;
    private final AreaNames names;
    private final LedgerSettings settings;
    private final Asking asking;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LedgerClosing(
            LedgerStore store,
            CaseQueries cases,
            AreaNames names,
            LedgerSettings settings,
            Asking asking,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.names = names;
        this.settings = settings;
        this.asking = asking;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Closes all that is due. One initiative that fails keeps none of the others; it is tried again the next time. */
    public void run() {
        for (var initiative : due()) {
            try {
                close(initiative);
            } catch (RuntimeException e) {
                log.error("{} could not be closed: {}", initiative, e.getClass().getName());
            }
        }
    }

    private List<InitiativeId> due() {
        return transaction.execute(_ -> {
            asking.by(new Actor.Installation());
            return List.copyOf(store.due(Optional.empty(), LocalDate.now(clock)).keySet());
        });
    }

    /** Closes one initiative on all of its closing days that are due. */
    public void close(InitiativeId initiative) {
        transaction.executeWithoutResult(_ -> {
            asking.by(new Actor.Installation());
            store.lock(initiative);
            var today = LocalDate.now(clock);
            var due = store.due(Optional.of(initiative), today).getOrDefault(initiative, List.of());
            if (!due.isEmpty()) {
                var book = new Book(initiative, today);
                due.forEach(book::close);
            }
        });
    }

    /** An initiative’s ledger while it is being closed. */
    private final class Book {
        private final InitiativeId initiative;
        private final LocalDate today;
        private final Map<Universe, Shelf> shelves = new EnumMap<>(Universe.class);
        private final Sums sums;

        Book(InitiativeId initiative, LocalDate today) {
            this.initiative = initiative;
            this.today = today;
            var threshold = new Threshold(settings.fewest(), settings.patience());
            var started = new Shelf(Universe.STARTED, threshold, Optional.empty());
            shelves.put(Universe.STARTED, started);
            shelves.put(Universe.ENDED, new Shelf(Universe.ENDED, threshold, Optional.of(started)));
            shelves.put(Universe.NOT_STARTED, new Shelf(Universe.NOT_STARTED, threshold, Optional.empty()));
            store.fill(initiative, shelves);
            sums = store.sums(initiative);
        }

        void close(LocalDate day) {
            var waiting = EnumSet.noneOf(Universe.class);
            shelves.values().forEach(shelf -> {
                close(shelf, day);
                if (!shelf.closed()) {
                    waiting.add(shelf.universe());
                }
            });
            later(day);
            store.close(initiative, day, waiting);
        }

        private void close(Shelf shelf, LocalDate day) {
            var universe = shelf.universe();
            var fresh = cases.fresh(universe, initiative, day);
            int women = (int)
                    fresh.stream().filter(one -> one.sex() == LegalSex.WOMAN).count();
            var first = store.closedTo(initiative, universe).plusDays(1);
            shelf.close(women, fresh.size() - women).ifPresent(block -> {
                store.join(initiative, universe, block.to(), fresh);
                keep(universe, block.to(), cases.block(universe, initiative, block.to(), today));
                store.write(initiative, block, first, day, day);
                divide(shelf, block.to(), day);
            });
        }

        private void keep(Universe universe, int block, List<CaseQueries.Count> counts) {
            store.keep(initiative, universe, block, counts);
            counts.forEach(count -> sums.add(universe, block, count));
        }

        private void divide(Shelf shelf, int block, LocalDate day) {
            for (var attribute : Ladders.of(shelf.universe())) {
                if (Ladders.months(attribute) == 0) {
                    divide(shelf, attribute, "", block, day);
                }
            }
            if (shelf.universe() == Universe.ENDED) {
                areas().forEach(area -> divide(shelf, Attribute.PROGRESS, area, block, day));
            }
        }

        private List<String> areas() {
            var areas = new LinkedHashSet<String>();
            names.ofEach(List.of(initiative))
                    .of(List.of(initiative))
                    .forEach(area -> areas.add(CaseQueries.area(area.voice(), area.key())));
            areas.addAll(sums.areas());
            return List.copyOf(areas);
        }

        private void divide(Shelf shelf, Attribute attribute, String area, int block, LocalDate day) {
            var universe = shelf.universe();
            var ladder = Ladders.of(attribute);
            var tables = IntStream.range(0, ladder.levels().size())
                    .mapToObj(level -> new Table(universe, attribute, area, level))
                    .toList();
            var told = shelf.divide(ladder, tables, block, sums.of(universe, attribute, area));
            if (!told.isEmpty()) {
                var days = store.days(initiative, universe);
                told.forEach(row -> store.write(
                        initiative,
                        row,
                        of(days, row.after() + 1).from(),
                        of(days, row.to()).until(),
                        day));
            }
        }

        private static FigureTable.Days of(Map<Integer, FigureTable.Days> days, int block) {
            return requireNonNull(days.get(block));
        }

        /** What those who ended did some months afterwards. */
        private void later(LocalDate day) {
            var shelf = requireNonNull(shelves.get(Universe.ENDED));
            for (var attribute : Ladders.of(Universe.ENDED)) {
                if (Ladders.months(attribute) > 0) {
                    for (int block : store.ripe(initiative, attribute, day)) {
                        keep(Universe.ENDED, block, after(attribute, block));
                        divide(shelf, attribute, "", block, day);
                    }
                }
            }
        }

        /** With those of whom nothing is registered, so that it is seen that the block has been asked about. */
        private List<CaseQueries.Count> after(Attribute attribute, int block) {
            var counts = new ArrayList<>(cases.blockAfter(attribute, initiative, block));
            for (var sex : LegalSex.values()) {
                int known = counts.stream()
                        .filter(count -> count.sex() == sex)
                        .mapToInt(CaseQueries.Count::number)
                        .sum();
                int rest = sums.persons(Universe.ENDED, block, sex) - known;
                if (rest > 0) {
                    counts.add(new CaseQueries.Count(
                            attribute, "", Ladders.of(attribute).codes().getLast(), sex, rest));
                }
            }
            return counts;
        }
    }
}
