package se.framsteg.fidelity.scale;

import se.framsteg.shared.definition.DefinitionFile;
import se.framsteg.shared.definition.Reading;

/** Reads the format of fidelity scales described in {@code docs/fidelity-format.md}, as any {@link DefinitionFile}. */
public final class ScaleReader {
    private ScaleReader() {}

    /**
     * The scale in this text, or all that has to be mended in it.
     *
     * @param yaml the whole file, decoded as UTF-8
     */
    public static Reading<Scale> read(String yaml) {
        return DefinitionFile.read(yaml, root -> new ScaleFile(root).scale());
    }
}
