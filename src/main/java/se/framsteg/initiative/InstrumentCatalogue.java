package se.framsteg.initiative;

import java.util.List;
import java.util.Optional;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.InstrumentId;

/** The instruments that an initiative can measure with. Supplied by the room that owns them. */
public interface InstrumentCatalogue {
    /**
     * An instrument to choose.
     *
     * @param name with its version, in the reader's language
     */
    record Choice(InstrumentId id, String name) {}

    /** The published instruments that this association may use: its own and those shipped with Framsteg. */
    List<Choice> published(AssociationId association, String language);

    /** The name of an instrument that is or has been published, with its version. */
    Optional<String> name(InstrumentId id, String language);
}
