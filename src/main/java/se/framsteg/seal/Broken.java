package se.framsteg.seal;

import java.util.Optional;
import se.framsteg.ui.Texts;

/**
 * Where the journal, or its seals, are not as they were.
 *
 * @param block the first block that does not hold
 * @param row the first row, where it can be told
 */
public record Broken(Kind kind, long block, Optional<Long> row) {

    public enum Kind {
        ROW_CHANGED,
        ROW_GONE,
        /** A row stands where none was written. */
        ROW_ADDED,
        /** The block itself has been changed. */
        SEAL_CHANGED,
        /** A block is missing. */
        SEAL_GONE,
        /** The last blocks are missing: the block is one that was known outside the database. */
        CUT_OFF,
        /** The block is another than the one that was known outside the database. */
        OTHER_CHAIN,
        /** The block was made with another key than the one at hand. */
        OTHER_KEY,
        /** There are blocks but no key to check them with. */
        NO_KEY
    }

    /** In words. */
    public String told(Texts texts) {
        return texts.of(
                "seal.broken." + kind.name(),
                Long.toString(block),
                row.map(id -> Long.toString(id)).orElse(""));
    }

    static Broken row(Kind kind, Seal block, long row) {
        return new Broken(kind, block.number(), Optional.of(row));
    }

    static Broken block(Kind kind, long block) {
        return new Broken(kind, block, Optional.empty());
    }
}
