package se.framsteg.pathway.method;

import java.util.List;
import java.util.Optional;
import se.framsteg.shared.definition.LocalizedText;

/**
 * A method that a coach works by, as data: what it stands on, the way it goes, and the sheets that belong to it. It guides and
 * never locks: stages can be entered in any order, again, and several at once.
 *
 * <p>Pathways come out of {@link PathwayReader}, which upholds what is said here.
 *
 * @param key names the pathway through all its versions
 * @param version from 1; a version never changes once it is published
 * @param languages language tags, Swedish among them; the first is the one that texts fall back to
 * @param unreviewed those of the languages whose translation nobody has reviewed
 * @param about what the method is, for those who work by it
 * @param rights who owns the wording and who may use it
 * @param source where the method is described
 * @param notes advice that holds in the whole of the method
 * @param lists what the method stands on: values, principles, models to choose from; may be empty if there are stages
 * @param stages in the order in which they are usually told; may be empty if there are lists
 * @param worksheets the sheets that the person fills in, alone or together with the coach
 */
public record Pathway(
        String key,
        int version,
        List<String> languages,
        List<String> unreviewed,
        LocalizedText name,
        LocalizedText about,
        LocalizedText rights,
        LocalizedText source,
        List<LocalizedText> notes,
        List<PointList> lists,
        List<Stage> stages,
        List<Worksheet> worksheets) {

    public Pathway {
        languages = List.copyOf(languages);
        unreviewed = List.copyOf(unreviewed);
        notes = List.copyOf(notes);
        lists = List.copyOf(lists);
        stages = List.copyOf(stages);
        worksheets = List.copyOf(worksheets);
    }

    /** The stages that follow each other when all goes as told. */
    public List<Stage> inTurn() {
        return stages.stream().filter(stage -> !stage.alongside()).toList();
    }

    /** The stages that go on beside the others. */
    public List<Stage> alongside() {
        return stages.stream().filter(Stage::alongside).toList();
    }

    public Optional<Stage> stage(String sought) {
        return stages.stream().filter(one -> one.key().equals(sought)).findFirst();
    }

    public Optional<Worksheet> worksheet(String sought) {
        return worksheets.stream().filter(one -> one.key().equals(sought)).findFirst();
    }
}
