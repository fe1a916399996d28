package se.framsteg.cases.note;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody is writing and has not signed, exactly as it was typed.
 *
 * @param version how often it has been saved; 0 if it never has
 */
public record Draft(DraftId id, Optional<Correcting> correcting, Typed typed, int version, Instant savedAt) {

    /**
     * The signed note that the draft is to correct.
     *
     * @param version the version of it that the correction was made up from
     */
    public record Correcting(NoteId note, int version) {}

    /**
     * What has been typed so far.
     *
     * @param on the day that it is about, as typed; up to 40 characters
     * @param text up to 20 000 characters
     * @param reason of a correction, up to 1000 characters
     */
    public record Typed(Optional<Note.Kind> kind, String on, String text, String reason) {
        @Override
        public String toString() {
            return "draft of " + text.length() + " characters";
        }
    }

    @Override
    public String toString() {
        return "draft " + id;
    }
}
