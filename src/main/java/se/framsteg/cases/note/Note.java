package se.framsteg.cases.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A signed note with all that belongs to it.
 *
 * @param versions newest first; the last one is what was first signed
 * @param dissents what the person disputes, in order
 */
public record Note(NoteId id, List<Version> versions, List<Dissent> dissents) {

    /** What a note tells. */
    public enum Kind {
        TALK,
        /** What the person says about a change, in their own words (motivational interviewing). Nobody scores it. */
        CHANGE_TALK,
        DECISION,
        EVENT,
        OTHER
    }

    /**
     * What somebody signs.
     *
     * @param on the day that it is about
     * @param text 1–20 000 characters
     * @param reason why the version before it was wrong, up to 1000 characters; empty for the first version
     */
    public record Content(Kind kind, LocalDate on, String text, String reason) {
        @Override
        public String toString() {
            return kind + " note";
        }
    }

    /**
     * One version as signed.
     *
     * @param number from 1
     * @param by the name of who signed it
     */
    public record Version(int number, Content content, String by, Instant signedAt) {}

    /** Something that the person disputes, by the day on which they said so and who recorded it. */
    public record Dissent(LocalDate saidOn, String text, String by, Instant recordedAt) {
        @Override
        public String toString() {
            return "dissent of " + saidOn;
        }
    }

    /** The version that holds now. */
    public Version current() {
        return versions.getFirst();
    }

    public boolean corrected() {
        return versions.size() > 1;
    }

    @Override
    public String toString() {
        return "note " + id;
    }
}
