package se.framsteg.assessment.editor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.framsteg.assessment.instrument.InstrumentReader;
import se.framsteg.assessment.outline.Keys;
import se.framsteg.assessment.outline.Outline;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/**
 * The parts that an instrument has several of, each known by a key. The key is made of what the part is called when it is
 * added, and stays when that is changed, so that rounds of two versions can be compared.
 */
enum Entries {
    DIMENSIONS {
        @Override
        List<String> keys(Outline outline) {
            return outline.dimensions().stream().map(Outline.Dimension::key).toList();
        }

        @Override
        Map<String, String> empty(Outline outline) {
            return DimensionForm.values(DimensionForm.empty(), outline);
        }

        @Override
        Optional<Map<String, String>> values(Outline outline, String key) {
            return outline.dimension(key).map(dimension -> DimensionForm.values(dimension, outline));
        }

        @Override
        String newKey(Outline outline, Fields fields) {
            var typed = DimensionForm.read("", fields, outline);
            return Keys.of(typed.name().preferably("sv"), "dimension", keys(outline));
        }

        @Override
        Outline with(Outline outline, String key, Fields fields) {
            return outline.with(DimensionForm.read(key, fields, outline));
        }

        @Override
        Outline moved(Outline outline, String key, int places) {
            return outline.moveDimension(key, places);
        }

        @Override
        Outline without(Outline outline, String key) {
            return outline.withoutDimension(key);
        }

        @Override
        String notice(Outline outline, String key) {
            return outline.items().stream().anyMatch(item -> item.dimension().equals(key))
                    ? super.notice(outline, key)
                    : "instrument.dimension.saved-without-question";
        }
    },

    QUESTIONS {
        @Override
        List<String> keys(Outline outline) {
            return outline.items().stream().map(Outline.Item::key).toList();
        }

        @Override
        Map<String, String> empty(Outline outline) {
            return ItemForm.values(ItemForm.empty(outline), outline);
        }

        @Override
        Optional<Map<String, String>> values(Outline outline, String key) {
            return outline.item(key).map(item -> ItemForm.values(item, outline));
        }

        @Override
        String newKey(Outline outline, Fields fields) {
            var typed = ItemForm.read("", fields, outline);
            return Keys.of(typed.question().preferably("sv"), "question", keys(outline));
        }

        @Override
        Outline with(Outline outline, String key, Fields fields) {
            return outline.with(ItemForm.read(key, fields, outline));
        }

        @Override
        Outline moved(Outline outline, String key, int places) {
            return outline.moveItem(key, places);
        }

        @Override
        Outline without(Outline outline, String key) {
            return outline.withoutItem(key);
        }
    };

    /** @throws NotFoundException if there are none so called */
    static Entries of(String address) {
        return Arrays.stream(values())
                .filter(entries -> entries.address().equals(address))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Whether an instrument has no room for another. */
    boolean full(Outline outline) {
        return keys(outline).size() >= InstrumentReader.LONGEST_LIST;
    }

    /** What to tell when this one has been saved. */
    String notice(Outline outline, String key) {
        return "form.saved";
    }

    /** How they are called in addresses, and the template of one of them. */
    String address() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract List<String> keys(Outline outline);

    /** What the form of a new one holds. */
    abstract Map<String, String> empty(Outline outline);

    /** What the form of this one holds; empty if there is none. */
    abstract Optional<Map<String, String>> values(Outline outline, String key);

    /** A key for the new one that the form holds. */
    abstract String newKey(Outline outline, Fields fields);

    /** The outline with what the form holds, instead of the one with this key or as a new one. */
    abstract Outline with(Outline outline, String key, Fields fields);

    abstract Outline moved(Outline outline, String key, int places);

    abstract Outline without(Outline outline, String key);
}
