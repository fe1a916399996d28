package se.framsteg.evaluation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.LegalSex;
import se.framsteg.evaluation.Opinion.Question;
import se.framsteg.evaluation.OpinionStore.Count;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.statistics.Quarter;
import se.framsteg.statistics.SmallCells;
import se.framsteg.statistics.SmallCells.Band;

/**
 * The door to what participants think of an initiative, for its leads. Nothing is told of fewer than five answers, nor of a quarter before it has
 * ended, and each answer is told in one period alone, so that no two looks differ by a few. What is told is as coarse as small counts make it
 * (docs/adr/0013); the answer in the middle is told besides, which counts nobody.
 */
@Component
public class Opinions {
    private final Guard guard;
    private final OpinionStore opinions;
    private final InitiativeRegister initiatives;

    Opinions(Guard guard, OpinionStore opinions, InitiativeRegister initiatives) {
        this.guard = guard;
        this.opinions = opinions;
        this.initiatives = initiatives;
    }

    /** @param periods by occasion, the latest first; empty lists where nothing can be told */
    public record View(
            InitiativeId initiative,
            String name,
            Map<Occasion, List<Period>> periods,
            Map<Occasion, List<String>> words) {
        public boolean anything() {
            return Stream.concat(periods.values().stream(), words.values().stream())
                    .anyMatch(some -> !some.isEmpty());
        }
    }

    /** Whole quarters, and how many answered in them. */
    public record Period(Quarter first, Quarter last, int answers, List<Tally> tallies) {}

    /**
     * What was answered to one question.
     *
     * @param median the step in the middle of those who know; none if fewer than five do
     * @param steps how many chose each, or several together; empty where that would tell of one to four
     * @param bySex the same of women and of men; empty where it is not told
     */
    public record Tally(
            Question question, Optional<Integer> median, List<Steps> steps, Map<LegalSex, List<Steps>> bySex) {}

    /** Steps counted as one, from the one to the other. */
    public record Steps(int from, int to, int count) {}

    /** @throws NotFoundException unless the actor leads the initiative */
    @Transactional
    public View see(Actor.Staff actor, InitiativeId id) {
        guard.admit(actor, Action.SEE_OPINIONS, id);
        var periods = new EnumMap<Occasion, List<Period>>(Occasion.class);
        var words = new EnumMap<Occasion, List<String>>(Occasion.class);
        for (var occasion : Occasion.values()) {
            periods.put(occasion, periods(opinions.results(id, occasion)));
            words.put(occasion, opinions.words(id, occasion));
        }
        return new View(
                id, initiatives.find(id).orElseThrow(NotFoundException::new).name(), periods, words);
    }

    static List<Period> periods(List<Count> counts) {
        var byPeriod = counts.stream().collect(groupingBy(Count::firstQuarter, TreeMap::new, toList()));
        return byPeriod.descendingMap().values().stream().map(Opinions::period).toList();
    }

    private static Period period(List<Count> counts) {
        return new Period(
                Quarter.of(counts.getFirst().firstQuarter()),
                Quarter.of(counts.getFirst().lastQuarter()),
                counts.stream()
                        .filter(one -> one.question() == Question.USEFUL)
                        .mapToInt(Count::number)
                        .sum(),
                Arrays.stream(Question.values())
                        .map(question -> tally(
                                question,
                                counts.stream()
                                        .filter(one -> one.question() == question)
                                        .toList()))
                        .toList());
    }

    /** Each row on the finest rung that is safe for those on paper, whom the leads know, and for the rest. */
    static Tally tally(Question question, List<Count> counts) {
        var own = row(counts, one -> !one.onPaper());
        var paper = row(counts, Count::onPaper);
        return new Tally(question, median(sum(own, paper)), steps(List.of(own, paper)), bySex(counts));
    }

    private static Map<LegalSex, List<Steps>> bySex(List<Count> counts) {
        var sexes = counts.stream().flatMap(one -> one.sex().stream()).collect(toCollection(TreeSet::new));
        if (sexes.size() < LegalSex.values().length) {
            return Map.of();
        }
        var rows = sexes.stream()
                .flatMap(sex -> Stream.of(true, false)
                        .map(paper -> row(
                                counts,
                                one -> one.onPaper() == paper
                                        && one.sex().filter(sex::equals).isPresent())))
                .toList();
        var bands = SmallCells.finest(SmallCells.divisions(Opinion.STEPS), rows);
        var told = new EnumMap<LegalSex, List<Steps>>(LegalSex.class);
        if (!bands.isEmpty()) {
            sexes.forEach(sex -> told.put(
                    sex,
                    steps(
                            bands,
                            row(counts, one -> one.sex().filter(sex::equals).isPresent()))));
        }
        return told;
    }

    /** How many gave each step, from 1; those who don't know are left out. */
    private static int[] row(Collection<Count> counts, Predicate<Count> which) {
        var row = new int[Opinion.STEPS];
        counts.stream().filter(one -> one.step() > 0).filter(which).forEach(one -> row[one.step() - 1] += one.number());
        return row;
    }

    private static int[] sum(int[] one, int[] other) {
        return IntStream.range(0, one.length).map(i -> one[i] + other[i]).toArray();
    }

    private static List<Steps> steps(List<int[]> rows) {
        var all = rows.stream().reduce(new int[Opinion.STEPS], Opinions::sum);
        return Arrays.stream(all).sum() == 0
                ? List.of()
                : steps(SmallCells.finest(SmallCells.divisions(Opinion.STEPS), rows), all);
    }

    private static List<Steps> steps(List<Band> bands, int[] row) {
        return bands.stream()
                .map(band -> new Steps(band.from() + 1, band.to() + 1, band.sum(row)))
                .toList();
    }

    /** The lower of the two in the middle, where there are two. */
    static Optional<Integer> median(int[] row) {
        var all = Arrays.stream(row).sum();
        if (all < Opinion.FEWEST) {
            return Optional.empty();
        }
        var middle = (all + 1) / 2;
        int passed = 0;
        int step = 0;
        while (passed < middle) {
            passed += row[step++];
        }
        return Optional.of(step);
    }

    /**
     * Puts in what was answered on paper. The same id once more changes nothing.
     *
     * @param paper of the form, random: it must tell nothing of when
     * @return whether it was taken: not if there are as many answers as there have been cases
     * @throws NotFoundException unless the actor leads the initiative
     */
    @Transactional
    public boolean enter(
            Actor.Staff actor, InitiativeId id, UUID paper, Occasion occasion, LegalSex sex, Opinion opinion) {
        guard.admit(actor, Action.ENTER_OPINION, id);
        return !opinion.tells() && !opinion.isEmpty() && opinions.enter(paper, id, occasion, sex, opinion);
    }

    /**
     * The name of an initiative whose form is printed or whose papers are put in.
     *
     * @throws NotFoundException unless the actor leads it
     */
    @Transactional
    public String name(Actor.Staff actor, InitiativeId id) {
        guard.admit(actor, Action.ENTER_OPINION, id);
        return initiatives.find(id).orElseThrow(NotFoundException::new).name();
    }
}
