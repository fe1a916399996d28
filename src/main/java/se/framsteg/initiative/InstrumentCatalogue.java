package se.framsteg.initiative;

import java.util.List;
import se.framsteg.shared.InstrumentId;

/** The instruments that an initiative can measure with. Supplied by the room that owns them. */
public interface InstrumentCatalogue {
    /**
     * An instrument to choose.
     *
     * @param name with its version, in the reader's language
     */
    record Choice(InstrumentId id, String name) {}

    /** All published instruments. */
    List<Choice> published(String language);
}
