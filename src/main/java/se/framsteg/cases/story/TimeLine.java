package se.framsteg.cases.story;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where everything stands in the picture, in units of the drawing: names of lanes to the left, time from left to right. What
 * begins before the picture or ends after it is cut at its edge. Within a row nothing overlaps: a lane has as many rows as
 * have to lie side by side.
 */
public final class TimeLine {
    public static final int WIDTH = 1100;
    /** Where time begins, to the right of the names. */
    public static final int LEFT = 150;

    public static final int RIGHT = WIDTH - 10;
    public static final int TOP = 30;
    public static final int ROW = 30;
    /** The height of a bar. */
    public static final int BAR = 24;

    /** An effort of a single day is still seen; what only frames the efforts may be as short as it was. */
    private static final int SHORTEST = 6;

    private static final int MARK = 20;
    /** The mean width of a letter, a little more than it is in the usual fonts at the size that bars are written in. */
    private static final double LETTER = 7.4;

    private final LocalDate from;
    private final LocalDate to;
    private final LocalDate today;
    private final List<Row> rows = new ArrayList<>();
    private final List<Time> times;

    /**
     * A bar.
     *
     * @param before whether it began before the picture does
     * @param goesOn whether it goes on after the picture's last day
     */
    public record Bar(Happening what, int x, int width, boolean before, boolean goesOn) {
        int end() {
            return x + width;
        }

        /** As much of a text as there is room for in the bar; empty if that would be too little to read. */
        public String fit(String text) {
            var letters = (int) ((width - 12) / LETTER);
            if (text.length() <= letters) {
                return text;
            }
            return letters < 4 ? "" : text.substring(0, letters - 1).strip() + "…";
        }
    }

    /** One or more happenings that are too near each other to be told apart; {@code x} is its middle. */
    public record Mark(int x, List<Happening> what) {}

    /**
     * A row of the picture.
     *
     * @param first whether it is the first of its lane, and carries its name
     */
    public record Row(Lane lane, boolean first, int y, List<Bar> bars, List<Mark> marks) {}

    /** A line across, with the day that it stands for. */
    public record Tick(int x, LocalDate day) {}

    /** How many efforts ran side by side during a time. */
    public record Time(int x, int width, int count) {}

    TimeLine(List<Happening> happenings, LocalDate from, LocalDate to, LocalDate today) {
        this.from = from;
        this.to = to.isBefore(from) ? from : to;
        this.today = today;
        var seen = happenings.stream().filter(this::inside).toList();
        Arrays.stream(Lane.values())
                .forEach(lane -> add(
                        lane, seen.stream().filter(one -> one.lane() == lane).toList()));
        this.times =
                SideBySide.of(
                                seen.stream()
                                        .filter(one -> one.lane().effort())
                                        .map(this::soFar)
                                        .toList(),
                                from,
                                this.to)
                        .stream()
                        .map(time -> new Time(x(time.from()), x(time.to().plusDays(1)) - x(time.from()), time.count()))
                        .toList();
    }

    private boolean inside(Happening one) {
        return !one.from().isAfter(to)
                && one.to().filter(last -> last.isBefore(from)).isEmpty();
    }

    private void add(Lane lane, List<Happening> happenings) {
        if (happenings.isEmpty()) {
            return;
        }
        if (lane.marks()) {
            rows.add(new Row(lane, true, nextY(), List.of(), marks(happenings)));
            return;
        }
        var first = true;
        for (var bars : packed(happenings.stream().map(this::bar).toList())) {
            rows.add(new Row(lane, first, nextY(), bars, List.of()));
            first = false;
        }
    }

    private int nextY() {
        return TOP + rows.size() * ROW;
    }

    /** Puts each bar in the first row where there is room for it. */
    private static List<List<Bar>> packed(List<Bar> bars) {
        var packed = new ArrayList<List<Bar>>();
        bars.stream().sorted(Comparator.comparingInt(Bar::x)).forEach(bar -> {
            var row = packed.stream()
                    .filter(taken -> taken.getLast().end() <= bar.x())
                    .findFirst();
            row.orElseGet(() -> {
                        packed.add(new ArrayList<>());
                        return packed.getLast();
                    })
                    .add(bar);
        });
        return packed;
    }

    private Bar bar(Happening one) {
        var last = known(one);
        var start = x(one.from());
        var width = Math.max(one.lane().effort() ? SHORTEST : 1, x(last.plusDays(1)) - start);
        return new Bar(
                one,
                Math.min(start, RIGHT - width),
                width,
                one.from().isBefore(from),
                one.to().isEmpty() ? !to.isBefore(today) : last.isAfter(to));
    }

    /** Its last day as far as anybody knows: what has no end goes on to this day, and nothing is drawn of what may come. */
    private LocalDate known(Happening one) {
        var soFar = today.isBefore(to) ? today : to;
        return one.to().orElse(one.from().isAfter(soFar) ? one.from() : soFar);
    }

    private Happening soFar(Happening one) {
        return Happening.period(one.lane(), one.from(), Optional.of(known(one)), one.what());
    }

    private List<Mark> marks(List<Happening> happenings) {
        var marks = new ArrayList<Mark>();
        for (var one : happenings) {
            var x = Math.clamp(x(one.from()), LEFT + MARK / 2, RIGHT - MARK / 2);
            if (!marks.isEmpty() && x - marks.getLast().x() < MARK) {
                var near = marks.removeLast();
                marks.add(new Mark(
                        near.x(),
                        Stream.concat(near.what().stream(), Stream.of(one)).toList()));
            } else {
                marks.add(new Mark(x, List.of(one)));
            }
        }
        return marks;
    }

    /** Where a day begins, never outside the picture. */
    private int x(LocalDate day) {
        var days = ChronoUnit.DAYS.between(from, to) + 1;
        var part = (double) ChronoUnit.DAYS.between(from, day) / days;
        return LEFT + (int) Math.round(Math.clamp(part, 0, 1) * (RIGHT - LEFT));
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    public List<Time> times() {
        return times;
    }

    /** Where the row that counts what runs side by side begins. */
    public int timesY() {
        return nextY() + 4;
    }

    public int height() {
        return timesY() + (times.isEmpty() ? 0 : ROW);
    }

    /** The first days of months, quarters or years, whichever leaves room for their names. */
    public List<Tick> ticks() {
        var months = ChronoUnit.MONTHS.between(from, to);
        var every = months < 9 ? 1 : months < 36 ? 3 : 12;
        var ticks = new ArrayList<Tick>();
        var day = from.withDayOfMonth(1).plusMonths(from.getDayOfMonth() == 1 ? 0 : 1);
        for (; !day.isAfter(to); day = day.plusMonths(1)) {
            if ((day.getMonthValue() - 1) % every == 0 && RIGHT - x(day) > 60) {
                ticks.add(new Tick(x(day), day));
            }
        }
        return ticks;
    }

    /** The line of today; empty where today is the edge or outside. */
    public Optional<Integer> now() {
        return today.isAfter(from) && today.isBefore(to.minusDays(1)) ? Optional.of(x(today)) : Optional.empty();
    }

    public LocalDate from() {
        return from;
    }

    public LocalDate to() {
        return to;
    }
}
