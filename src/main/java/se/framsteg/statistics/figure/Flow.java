package se.framsteg.statistics.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import se.framsteg.statistics.ledger.FigureTable;

/**
 * From what to what people have come, as a table and drawn.
 *
 * @param classes in order: the same before and after
 * @param numbers of those who had one before and have another after
 */
public record Flow(List<String> classes, List<List<Integer>> numbers) {
    /** How high the drawing is, and how wide; and the least room between two classes. */
    private static final double HEIGHT = 260;

    private static final double WIDTH = 400;
    private static final double GAP = 8;
    private static final double POST = 14;

    /** @param table of which each column tells one class before and one after */
    public static Flow of(FigureTable table, FigureTable.Row row) {
        var classes = table.columns().stream()
                .flatMap(column -> Stream.of(column.code().split("_", -1)))
                .distinct()
                .toList();
        var numbers = new ArrayList<List<Integer>>();
        for (var before : classes) {
            var line = new ArrayList<Integer>();
            for (var after : classes) {
                var code = before + "_" + after;
                int sum = 0;
                for (int i = 0; i < table.columns().size(); i++) {
                    sum += table.columns().get(i).code().equals(code)
                            ? row.numbers().get(i)
                            : 0;
                }
                line.add(sum);
            }
            numbers.add(List.copyOf(line));
        }
        return new Flow(classes, numbers);
    }

    public int before(int one) {
        return numbers.get(one).stream().mapToInt(Integer::intValue).sum();
    }

    public int after(int one) {
        return numbers.stream().mapToInt(line -> line.get(one)).sum();
    }

    public int sum() {
        return numbers.stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** A class on one side, from its top. */
    public record Post(int one, boolean isBefore, String x, String y, String height) {}

    /** A stream from one class to another. */
    public record Band(int from, int to, String path) {}

    private double high(int persons) {
        return persons * (HEIGHT - GAP * (classes.size() - 1)) / Math.max(1, sum());
    }

    /** Where each class begins on one side. */
    private double[] tops(boolean isBefore) {
        var tops = new double[classes.size()];
        double y = 0;
        for (int i = 0; i < tops.length; i++) {
            tops[i] = y;
            int persons = isBefore ? before(i) : after(i);
            y += persons == 0 ? 0 : high(persons) + GAP;
        }
        return tops;
    }

    public List<Post> posts() {
        var posts = new ArrayList<Post>();
        for (boolean isBefore : new boolean[] {true, false}) {
            var tops = tops(isBefore);
            for (int i = 0; i < tops.length; i++) {
                int persons = isBefore ? before(i) : after(i);
                if (persons > 0) {
                    posts.add(new Post(
                            i, isBefore, shown(isBefore ? 0 : WIDTH - POST), shown(tops[i]), shown(high(persons))));
                }
            }
        }
        return posts;
    }

    public List<Band> bands() {
        var bands = new ArrayList<Band>();
        var left = tops(true);
        var right = tops(false);
        for (int from = 0; from < classes.size(); from++) {
            for (int to = 0; to < classes.size(); to++) {
                double high = high(numbers.get(from).get(to));
                if (high > 0) {
                    bands.add(new Band(from, to, path(left[from], right[to], high)));
                    left[from] += high;
                    right[to] += high;
                }
            }
        }
        return bands;
    }

    private static String path(double left, double right, double high) {
        return "M%s %s C%s %s %s %s %s %s L%s %s C%s %s %s %s %s %s Z"
                .formatted(
                        shown(POST),
                        shown(left),
                        shown(WIDTH / 2),
                        shown(left),
                        shown(WIDTH / 2),
                        shown(right),
                        shown(WIDTH - POST),
                        shown(right),
                        shown(WIDTH - POST),
                        shown(right + high),
                        shown(WIDTH / 2),
                        shown(right + high),
                        shown(WIDTH / 2),
                        shown(left + high),
                        shown(POST),
                        shown(left + high));
    }

    private static String shown(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
