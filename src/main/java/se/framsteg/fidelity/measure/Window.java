package se.framsteg.fidelity.measure;

import java.time.LocalDate;
import org.springframework.modulith.NamedInterface;

/**
 * The days that something is worked out over, both among them.
 *
 * @throws IllegalArgumentException if it ends before it begins
 */
@NamedInterface("window")
public record Window(LocalDate from, LocalDate to) {
    /** How many months are looked back on where nothing else is asked for. */
    public static final int MONTHS = 6;

    public Window {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("it ends before it begins");
        }
    }

    /** The {@value #MONTHS} months up to and with this day. */
    public static Window upTo(LocalDate last) {
        return new Window(last.plusDays(1).minusMonths(MONTHS), last);
    }
}
