package se.framsteg.assessment.instrument;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One question of an instrument, worded for each respondent that it is put to.
 *
 * @param key unique within the instrument
 * @param dimension key of the dimension that the answer counts in
 * @param wordings at least one
 */
public record Item(String key, String dimension, Map<Respondent, Wording> wordings) {

    public Item {
        Map<Respondent, Wording> copy = new EnumMap<>(Respondent.class);
        copy.putAll(wordings);
        wordings = Collections.unmodifiableMap(copy);
    }

    /** Whether this item is on the respondent's sheet. */
    public boolean asks(Respondent respondent) {
        return wordings.containsKey(respondent);
    }

    /**
     * The item in the words meant for this respondent.
     *
     * @throws IllegalArgumentException when the item is not on that respondent's sheet
     */
    public Wording wording(Respondent respondent) {
        Wording wording = wordings.get(respondent);
        if (wording == null) {
            throw new IllegalArgumentException("Item " + key + " is not put to the " + respondent.field());
        }
        return wording;
    }
}
