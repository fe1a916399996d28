package se.framsteg.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The time that is followed up: whole calendar quarters and nothing else, so that nobody finds out what one person answered
 * by moving a date by a day.
 *
 * @param offered the quarters to choose between, the latest first
 */
public record Period(Quarter from, Quarter to, List<Quarter> offered) {
    private static final int QUARTERS_OFFERED = 20;
    private static final int QUARTERS_SHOWN = 4;

    /**
     * The period asked for, as far as it is offered; a year up to the last quarter offered where nothing is asked for. If it
     * ends before it begins, the two change places.
     *
     * @param last the last quarter to offer
     */
    public static Period of(Optional<String> from, Optional<String> to, Quarter last) {
        var offered = offered(last);
        var end = to.flatMap(Quarter::read).filter(offered::contains).orElse(last);
        var start =
                from.flatMap(Quarter::read).filter(offered::contains).orElseGet(() -> end.minus(QUARTERS_SHOWN - 1));
        return start.compareTo(end) <= 0 ? new Period(start, end, offered) : new Period(end, start, offered);
    }

    private static List<Quarter> offered(Quarter last) {
        var offered = new ArrayList<Quarter>();
        for (int back = 0; back < QUARTERS_OFFERED; back++) {
            offered.add(last.minus(back));
        }
        return offered;
    }
}
