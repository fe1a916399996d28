package se.framsteg.initiative.document;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A paper of an initiative, without what stands in it.
 *
 * @param on its day
 * @param size in bytes
 * @param removed why it has been taken away, if it has: then what stood in it is gone
 */
public record InitiativeDocument(
        DocumentId id, Kind kind, String title, LocalDate on, PaperType type, int size, Optional<String> removed) {

    /** What sort of paper it is. */
    public enum Kind {
        APPLICATION,
        AGREEMENT,
        REPORT,
        DECISION,
        OTHER
    }

    /** What it is called when it is saved: the title, with what a name of a file can't hold left out. */
    String fileName() {
        var plain = title.replaceAll("[^\\p{L}\\p{N} ._-]+", " ")
                .replaceAll("[ .]+", " ")
                .strip();
        return (plain.isEmpty() ? "dokument" : plain) + "." + type.ending();
    }

    /** Kilobytes, at least one. */
    public int kilobytes() {
        return Math.max(1, (size + 1023) / 1024);
    }
}
