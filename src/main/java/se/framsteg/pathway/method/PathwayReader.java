package se.framsteg.pathway.method;

import se.framsteg.shared.definition.DefinitionFile;
import se.framsteg.shared.definition.Reading;

/** Reads the pathway format described in {@code docs/pathway-format.md}, as any {@link DefinitionFile}. */
public final class PathwayReader {
    private PathwayReader() {}

    /**
     * The pathway in this text, or all that has to be mended in it.
     *
     * @param yaml the whole file, decoded as UTF-8 (bytes that are not UTF-8 show up as U+FFFD and are refused)
     */
    public static Reading<Pathway> read(String yaml) {
        return DefinitionFile.read(yaml, root -> new PathwayFile(root).pathway());
    }
}
