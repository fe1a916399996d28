package se.framsteg.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.framsteg.shared.ImportId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.StaffId;

/**
 * One bringing-in of a file.
 *
 * @param rows how many there are under the headings
 * @param mapping what the columns hold; empty until that has been told
 * @param faults how many were found when it was tried; empty until then
 * @param measurements how many rounds it makes, or has made
 * @param cases of how many persons
 */
public record Import(
        ImportId id,
        InitiativeId initiative,
        InstrumentId instrument,
        State state,
        String fileName,
        Source source,
        List<String> headings,
        int rows,
        Optional<Columns> mapping,
        Optional<Integer> faults,
        int measurements,
        int cases,
        Deed uploaded,
        Optional<Instant> madeAt,
        Optional<Deed> undone) {

    /** In bytes. */
    public static final int LARGEST_FILE = 5 * 1024 * 1024;

    public enum State {
        STAGED,
        MADE,
        UNDONE
    }

    /** How the file was read. @param kind EXCEL or CSV */
    public record Source(String kind, List<String> detail) {}

    /** What the columns were told to hold. */
    public record Columns(List<String> meanings, String respondent, String dontKnow) {}

    public record Deed(StaffId by, Instant at) {}

    /** Whether it has been tried and nothing stands in the way. */
    public boolean ready() {
        return state == State.STAGED && faults.filter(count -> count == 0).isPresent();
    }
}
