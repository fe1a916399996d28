package se.framsteg.statistics.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Plays the one who knows the rules and has followed the ledger day by day: tries every population up to some size, and keeps, for
 * each history of told rows, between what every number that could be asked about lies in all populations that would have given just
 * that history.
 */
final class Attack {
    /**
     * A kind of person.
     *
     * @param started the closing day by which the start is registered, from 1
     * @param ended the same of the end; 0 if it never is
     * @param atStart code of each attribute of the start
     * @param atEnd code of each attribute of the end
     */
    private record Kind(int initiative, int started, int ended, int sex, List<Integer> atStart, List<Integer> atEnd) {}

    /**
     * What is told of.
     *
     * @param ends whether it is told who has ended
     * @param delayed the attribute of the end that is told of a day later than the others; -1 if none is
     */
    record Setting(
            int fewest,
            int patience,
            int sexes,
            int initiatives,
            int days,
            List<Ladder> atStart,
            List<Ladder> atEnd,
            boolean ends,
            int delayed) {
        static Setting of(int fewest, int days, Ladder... atStart) {
            return new Setting(fewest, 1, 2, 1, days, List.of(atStart), List.of(), false, -1);
        }

        static Setting ending(int fewest, int days, List<Ladder> atStart, List<Ladder> atEnd) {
            return new Setting(fewest, 1, 2, 1, days, atStart, atEnd, true, -1);
        }

        Setting over(int number) {
            return new Setting(fewest, patience, sexes, number, days, atStart, atEnd, ends, delayed);
        }

        Setting delaying(int attribute) {
            return new Setting(fewest, patience, sexes, initiatives, days, atStart, atEnd, ends, attribute);
        }

        Setting ofOneSex() {
            return new Setting(fewest, patience, 1, initiatives, days, atStart, atEnd, ends, delayed);
        }

        Setting patient(int closings) {
            return new Setting(fewest, closings, sexes, initiatives, days, atStart, atEnd, ends, delayed);
        }
    }

    /** Something that could be asked about, by the kinds of person that it names. */
    private record Question(String words, int[] kinds) {}

    /** Between what the answers lie. */
    private static final class Ranges {
        private final int[] low;
        private final int[] high;
        private final int[] example;
        private boolean whole;

        Ranges(int questions, int[] example) {
            low = new int[questions];
            high = new int[questions];
            Arrays.fill(low, Integer.MAX_VALUE);
            this.example = example.clone();
        }
    }

    private final Setting setting;
    private final Threshold threshold;
    private final List<Kind> kinds;
    private final Map<Kind, Integer> places = new HashMap<>();
    private final List<Question> questions;
    private final Map<Long, Ranges> ranges = new HashMap<>();
    private int most;

    Attack(Setting setting) {
        this.setting = setting;
        this.threshold = new Threshold(setting.fewest(), setting.patience());
        this.kinds = kinds(setting);
        for (int i = 0; i < kinds.size(); i++) {
            places.put(kinds.get(i), i);
        }
        this.questions = questions();
    }

    /** Of how many it is known what they leave open. */
    long histories() {
        return ranges.values().stream().filter(one -> one.whole).count();
    }

    private static List<Kind> kinds(Setting setting) {
        var kinds = new ArrayList<Kind>();
        for (int initiative = 0; initiative < setting.initiatives(); initiative++) {
            for (int started = 1; started <= setting.days(); started++) {
                for (int ended : ends(setting, started)) {
                    for (int sex = 0; sex < setting.sexes(); sex++) {
                        for (var start : combinations(setting.atStart())) {
                            for (var end : combinations(ended == 0 ? List.of() : setting.atEnd())) {
                                kinds.add(new Kind(initiative, started, ended, sex, start, end));
                            }
                        }
                    }
                }
            }
        }
        return kinds;
    }

    private static int[] ends(Setting setting, int started) {
        return IntStream.concat(
                        IntStream.of(0),
                        setting.ends() ? IntStream.rangeClosed(started, setting.days()) : IntStream.empty())
                .toArray();
    }

    private static List<List<Integer>> combinations(List<Ladder> ladders) {
        var all = List.of(List.<Integer>of());
        for (var ladder : ladders) {
            var longer = new ArrayList<List<Integer>>();
            for (var one : all) {
                for (int code = 0; code < ladder.codes().size(); code++) {
                    var next = new ArrayList<>(one);
                    next.add(code);
                    longer.add(List.copyOf(next));
                }
            }
            all = List.copyOf(longer);
        }
        return all;
    }

    /** A part of a question: its words, and whom of the kinds it names. */
    private record Part(String words, IntPredicate names) {}

    /** Every way to name persons by what is known of them: days as stretches, the rest as one value or any. */
    private List<Question> questions() {
        var parts = List.of(initiatives(), starts(), sexes(), attributes(true), attributes(false), endings());
        var found = new LinkedHashSet<List<Integer>>();
        var questions = new ArrayList<Question>();
        for (var start : combined(parts, 0, new Part("", _ -> true))) {
            var named = IntStream.range(0, kinds.size())
                    .filter(start.names())
                    .boxed()
                    .toList();
            if (!named.isEmpty() && found.add(named)) {
                questions.add(new Question(
                        start.words(),
                        named.stream().mapToInt(Integer::intValue).toArray()));
            }
        }
        return questions;
    }

    private static List<Part> combined(List<List<Part>> parts, int next, Part before) {
        if (next == parts.size()) {
            return List.of(before);
        }
        return parts.get(next).stream()
                .flatMap(part -> combined(
                        parts,
                        next + 1,
                        new Part(
                                before.words() + part.words(),
                                i -> before.names().test(i) && part.names().test(i)))
                        .stream())
                .toList();
    }

    private List<Part> initiatives() {
        return IntStream.range(-1, setting.initiatives())
                .mapToObj(one -> new Part(
                        one < 0 ? "" : " initiative " + one,
                        i -> one < 0 || kinds.get(i).initiative() == one))
                .toList();
    }

    private List<Part> starts() {
        var parts = new ArrayList<Part>();
        for (int first = 1; first <= setting.days(); first++) {
            for (int last = first; last <= setting.days(); last++) {
                int from = first;
                int to = last;
                parts.add(new Part(
                        " started %d–%d".formatted(from, to),
                        i -> kinds.get(i).started() >= from && kinds.get(i).started() <= to));
            }
        }
        return parts;
    }

    private List<Part> sexes() {
        return IntStream.range(-1, 2)
                .mapToObj(sex -> new Part(
                        sex < 0 ? "" : " sex " + sex,
                        i -> sex < 0 || kinds.get(i).sex() == sex))
                .toList();
    }

    private List<Part> attributes(boolean start) {
        var ladders = start ? setting.atStart() : setting.atEnd();
        var parts = List.of(new Part("", _ -> true));
        for (int number = 0; number < ladders.size(); number++) {
            int attribute = number;
            var choices = IntStream.range(-1, ladders.get(number).codes().size())
                    .mapToObj(code -> new Part(
                            code < 0 ? "" : " %s %d = %d".formatted(start ? "start" : "end", attribute, code),
                            i -> code < 0 || has(i, start, attribute, code)))
                    .toList();
            parts = combined(List.of(parts, choices), 0, new Part("", _ -> true));
        }
        return parts;
    }

    private boolean has(int i, boolean start, int attribute, int code) {
        var values = start ? kinds.get(i).atStart() : kinds.get(i).atEnd();
        return !values.isEmpty() && values.get(attribute) == code;
    }

    private List<Part> endings() {
        var parts = new ArrayList<Part>();
        parts.add(new Part("", _ -> true));
        for (int first = 0; setting.ends() && first <= setting.days(); first++) {
            for (int last = Math.max(first, 1); last <= setting.days(); last++) {
                int from = first;
                int to = last;
                parts.add(
                        from == 0
                                ? new Part(
                                        " not ended until " + to,
                                        i -> kinds.get(i).ended() == 0
                                                || kinds.get(i).ended() > to)
                                : new Part(
                                        " ended %d–%d".formatted(from, to),
                                        i -> kinds.get(i).ended() >= from
                                                && kinds.get(i).ended() <= to));
            }
        }
        return parts;
    }

    /** Tries all populations of up to so many. */
    void run(int persons) {
        most = persons;
        fill(new int[kinds.size()], 0, persons);
    }

    private void fill(int[] population, int kind, int left) {
        if (kind == population.length) {
            look(population);
            return;
        }
        for (int number = 0; number <= left; number++) {
            population[kind] = number;
            fill(population, kind + 1, left - number);
        }
        population[kind] = 0;
    }

    private void look(int[] population) {
        var story = new Story(population);
        var known = ranges.computeIfAbsent(story.hash, _ -> new Ranges(questions.size(), population));
        known.whole |= story.complete || story.largest + room() <= most;
        for (int i = 0; i < known.low.length; i++) {
            int sum = 0;
            for (int kind : questions.get(i).kinds()) {
                sum += population[kind];
            }
            known.low[i] = Math.min(known.low[i], sum);
            known.high[i] = Math.max(known.high[i], sum);
        }
    }

    /** More than may wait without anything following from how many they are. */
    private int room() {
        return setting.initiatives() * (setting.fewest() + 1);
    }

    /**
     * Too large a population to try all that are like it: looks for others that would have given the same history, by letting persons change
     * places in what is known of them, again and again.
     *
     * @return what stayed as it was all the time though so few may not be known
     */
    List<String> shaken(int[] population, int moves, Random random) {
        long history = new Story(population).hash;
        var now = population.clone();
        var few = new ArrayList<Integer>();
        for (int i = 0; i < questions.size(); i++) {
            int number = number(i, population);
            if (number >= 1 && number < setting.fewest()) {
                few.add(i);
            }
        }
        for (int move = 0; move < moves && !few.isEmpty(); move++) {
            var next = moved(now, random);
            if (!Arrays.equals(next, now) && new Story(next).hash == history) {
                now = next;
                few.removeIf(i -> number(i, next) != number(i, population));
            }
        }
        return few.stream()
                .map(i -> "%d are%s: of %s"
                        .formatted(number(i, population), questions.get(i).words(), example(population)))
                .toList();
    }

    private int number(int question, int[] population) {
        int sum = 0;
        for (int kind : questions.get(question).kinds()) {
            sum += population[kind];
        }
        return sum;
    }

    private int[] moved(int[] population, Random random) {
        var next = population.clone();
        if (random.nextInt(5) == 0) {
            // Somebody more, or fewer, or other.
            int gone = somebody(next, random);
            int what = random.nextInt(3);
            if (what != 0 && gone >= 0) {
                next[gone]--;
            }
            if (what != 1) {
                next[random.nextInt(kinds.size())]++;
            }
            return next;
        }
        int changes = 1 + random.nextInt(3);
        for (int change = 0; change < changes; change++) {
            int one = somebody(next, random);
            int other = somebody(next, random);
            if (one < 0) {
                return next;
            }
            var a = kinds.get(one);
            var b = random.nextInt(4) == 0 ? kinds.get(random.nextInt(kinds.size())) : kinds.get(other);
            boolean both = b == kinds.get(other);
            var mixed = mixed(a, b, random.nextInt(5), random);
            Integer first = places.get(mixed.getFirst());
            Integer second = places.get(mixed.getLast());
            if (first == null || second == null || one == other && next[one] < 2) {
                continue;
            }
            int most = both ? one == other ? next[one] / 2 : Math.min(next[one], next[other]) : next[one];
            int many = random.nextBoolean() ? 1 : 1 + random.nextInt(most);
            next[one] -= many;
            next[first] += many;
            if (both) {
                next[other] -= many;
                next[second] += many;
            }
        }
        return next;
    }

    private static List<Kind> mixed(Kind a, Kind b, int what, Random random) {
        return switch (what) {
            case 0 ->
                List.of(
                        new Kind(a.initiative(), b.started(), a.ended(), a.sex(), a.atStart(), a.atEnd()),
                        new Kind(b.initiative(), a.started(), b.ended(), b.sex(), b.atStart(), b.atEnd()));
            case 1 ->
                List.of(
                        new Kind(a.initiative(), a.started(), b.ended(), a.sex(), a.atStart(), b.atEnd()),
                        new Kind(b.initiative(), b.started(), a.ended(), b.sex(), b.atStart(), a.atEnd()));
            case 2 ->
                List.of(
                        new Kind(a.initiative(), a.started(), a.ended(), b.sex(), a.atStart(), a.atEnd()),
                        new Kind(b.initiative(), b.started(), b.ended(), a.sex(), b.atStart(), b.atEnd()));
            case 3 -> {
                if (a.atStart().isEmpty()) {
                    yield List.of(a, b);
                }
                int i = random.nextInt(a.atStart().size());
                yield List.of(
                        new Kind(
                                a.initiative(),
                                a.started(),
                                a.ended(),
                                a.sex(),
                                with(a.atStart(), i, b.atStart().get(i)),
                                a.atEnd()),
                        new Kind(
                                b.initiative(),
                                b.started(),
                                b.ended(),
                                b.sex(),
                                with(b.atStart(), i, a.atStart().get(i)),
                                b.atEnd()));
            }
            default ->
                a.atEnd().isEmpty() || b.atEnd().isEmpty()
                        ? List.of(a, b)
                        : List.of(
                                new Kind(a.initiative(), a.started(), a.ended(), a.sex(), a.atStart(), b.atEnd()),
                                new Kind(b.initiative(), b.started(), b.ended(), b.sex(), b.atStart(), a.atEnd()));
        };
    }

    private static List<Integer> with(List<Integer> values, int i, int value) {
        var changed = new ArrayList<>(values);
        changed.set(i, value);
        return List.copyOf(changed);
    }

    private static int somebody(int[] population, Random random) {
        int sum = IntStream.of(population).sum();
        if (sum == 0) {
            return -1;
        }
        int left = random.nextInt(sum);
        for (int i = 0; i < population.length; i++) {
            left -= population[i];
            if (left < 0) {
                return i;
            }
        }
        return -1;
    }

    /** So many persons, some kinds far more often than others. */
    int[] invented(int persons, Random random) {
        var weights = random.doubles(kinds.size()).map(one -> Math.pow(one, 6)).toArray();
        double sum = Arrays.stream(weights).sum();
        var population = new int[kinds.size()];
        for (int i = 0; i < persons; i++) {
            double left = random.nextDouble() * sum;
            int kind = 0;
            while (kind < kinds.size() - 1 && left > weights[kind]) {
                left -= weights[kind++];
            }
            population[kind]++;
        }
        return population;
    }

    /**
     * Numbers that are certain, of fewer than so many. Histories that larger populations would have given as well are left out:
     * what they leave open is not known here.
     */
    List<String> found(int fewest) {
        var found = new ArrayList<String>();
        for (var known : ranges.values()) {
            for (int i = 0; known.whole && i < known.low.length; i++) {
                if (known.low[i] == known.high[i] && known.low[i] >= 1 && known.low[i] < fewest) {
                    found.add("%d are%s: of %s"
                            .formatted(known.low[i], questions.get(i).words(), example(known.example)));
                }
            }
        }
        return found;
    }

    private String example(int[] population) {
        return IntStream.range(0, population.length)
                .filter(i -> population[i] > 0)
                .mapToObj(i -> population[i] + " " + kinds.get(i))
                .toList()
                .toString();
    }

    /** What is told of a population on each day, as somebody sees it who looks every day. */
    private final class Story {
        private final int[] population;
        private long hash = 17;
        /** How many are told of; and whether nobody waits, so that more people would give another story. */
        private int largest;

        private boolean complete = true;

        Story(int[] population) {
            this.population = population;
            for (int initiative = 0; initiative < setting.initiatives(); initiative++) {
                tell(initiative);
            }
        }

        private void add(int number) {
            hash = (hash ^ (number + 0x9E3779B97F4A7C15L)) * 0xBF58476D1CE4E5B9L;
            hash ^= hash >>> 29;
        }

        private void tell(int initiative) {
            var started = new Course(
                    this, initiative, new Shelf(Universe.STARTED, threshold, Optional.empty()), setting.atStart(), -1);
            var ended = new Course(
                    this,
                    initiative,
                    new Shelf(Universe.ENDED, threshold, Optional.of(started.shelf)),
                    setting.atEnd(),
                    setting.delayed());
            for (int day = 1; day <= setting.days(); day++) {
                add(-1);
                started.tell(day);
                if (setting.ends()) {
                    ended.tell(day);
                }
            }
            complete &= started.shelf.closed();
            largest += started.told();
        }
    }

    private final class Course {
        private final Story story;
        private final Shelf shelf;
        private final boolean end;
        private final List<Ladder> ladders;
        private final int delayed;
        private final List<Integer> days = new ArrayList<>();
        /** By day, sex and, for each attribute, code. */
        private final int[][][][] numbers;

        Course(Story story, int initiative, Shelf shelf, List<Ladder> ladders, int delayed) {
            this.story = story;
            this.shelf = shelf;
            this.ladders = ladders;
            this.delayed = delayed;
            this.end = shelf.universe() == Universe.ENDED;
            this.numbers = new int[ladders.size() + 1][setting.days() + 1][2][];
            for (int attribute = 0; attribute <= ladders.size(); attribute++) {
                int codes =
                        attribute == 0 ? 1 : ladders.get(attribute - 1).codes().size();
                for (var day : numbers[attribute]) {
                    day[0] = new int[codes];
                    day[1] = new int[codes];
                }
            }
            for (int i = 0; i < kinds.size(); i++) {
                var kind = kinds.get(i);
                int day = end ? kind.ended() : kind.started();
                if (story.population[i] > 0 && kind.initiative() == initiative && day > 0) {
                    numbers[0][day][kind.sex()][0] += story.population[i];
                    var codes = end ? kind.atEnd() : kind.atStart();
                    for (int attribute = 0; attribute < codes.size(); attribute++) {
                        numbers[attribute + 1][day][kind.sex()][codes.get(attribute)] += story.population[i];
                    }
                }
            }
        }

        int told() {
            return days.isEmpty() ? 0 : total(0, days.getLast(), 0) + total(0, days.getLast(), 1);
        }

        void tell(int day) {
            int before = days.isEmpty() ? 0 : days.getLast();
            var block = shelf.close(total(before, day, 0), total(before, day, 1));
            block.ifPresent(this::write);
            story.add(shelf.closed() ? -2 : -4);
            if (block.isPresent()) {
                days.add(day);
            }
            if (!shelf.closed()) {
                return;
            }
            for (int i = 0; i < ladders.size(); i++) {
                int attribute = i;
                for (int to = 1; to <= shelf.last(); to++) {
                    if (i == delayed ? days.get(to - 1) == day - 1 : days.get(to - 1) == day) {
                        shelf.divide(
                                        ladders.get(i),
                                        tables(i),
                                        to,
                                        (after, until) -> count(attribute + 1, after, until))
                                .forEach(this::write);
                    }
                }
            }
        }

        private List<Table> tables(int attribute) {
            return IntStream.range(0, ladders.get(attribute).levels().size())
                    .mapToObj(level -> new Table(shelf.universe(), Attribute.PROGRESS, "" + attribute, level))
                    .toList();
        }

        private void write(Told row) {
            story.add(-3);
            story.add(row.table().attribute().ordinal());
            story.add(row.table().area().hashCode());
            story.add(row.table().level());
            story.add(row.after());
            story.add(row.to());
            for (var numbers : row.numbers()) {
                for (int number : numbers) {
                    story.add(number);
                }
            }
        }

        private int total(int afterDay, int toDay, int sex) {
            int sum = 0;
            for (int day = afterDay + 1; day <= toDay; day++) {
                sum += numbers[0][day][sex][0];
            }
            return sum;
        }

        private List<int[]> count(int attribute, int after, int to) {
            int from = after == 0 ? 1 : days.get(after - 1) + 1;
            int until = days.get(to - 1);
            return IntStream.range(0, 2)
                    .mapToObj(sex -> {
                        var sums = new int[numbers[attribute][0][0].length];
                        for (int day = from; day <= until; day++) {
                            for (int code = 0; code < sums.length; code++) {
                                sums[code] += numbers[attribute][day][sex][code];
                            }
                        }
                        return sums;
                    })
                    .toList();
        }
    }
}
