package se.framsteg.assessment.instrument;

import java.util.Locale;
import se.framsteg.shared.definition.Fault;

/** The kinds of fault that only an instrument file can have. */
public enum InstrumentFault implements Fault {
    WRONG_STEP_COUNT("{0} has {2} texts but the scale has {1} steps, and every step needs its text"),
    UNKNOWN_DIMENSION("{0} is “{1}”, which is not the key of a dimension"),
    UNKNOWN_DIMENSION_NEAR("{0} is “{1}”, which is not the key of a dimension; did you mean “{2}”?"),
    DIMENSION_WITHOUT_ITEM("{0} has no item"),
    NO_RESPONDENT("{0} is put to nobody; it needs “participant”, “caseworker” or both"),
    TOO_FEW_ITEMS("{0} is {1}, but the number of items put to the {2} here is {3}: there could never be a score");

    private final String english;

    InstrumentFault(String english) {
        this.english = english;
    }

    /** Such as {@code instrument.fault.no-respondent}. */
    @Override
    public String key() {
        return "instrument.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String english() {
        return english;
    }
}
