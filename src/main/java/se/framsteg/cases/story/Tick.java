package se.framsteg.cases.story;

import java.util.List;

/**
 * Something that was planned in a case, to be ticked off on the case page with one press.
 *
 * @param what in the words of whoever wrote it
 * @param more what else is known, each a short piece: who, by when
 * @param mark how it stands, where that is to be seen
 * @param late whether its day has passed
 * @param settled whether it was ticked today, and can be taken back
 * @param path where a press is sent; empty if there is none
 * @param presses what can be said of it; none to those who only look
 */
public record Tick(
        Told what, List<Told> more, List<Told> mark, boolean late, boolean settled, String path, List<Press> presses) {
    public Tick {
        more = List.copyOf(more);
        mark = List.copyOf(mark);
        presses = List.copyOf(presses);
    }

    /**
     * A button.
     *
     * @param text what it says
     * @param value what is sent, as {@code state}
     */
    public record Press(Told text, String value) {}

    @Override
    public String toString() {
        return "tick";
    }
}
