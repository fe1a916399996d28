package se.framsteg.fidelity.scale;

import java.util.Locale;
import se.framsteg.shared.definition.Fault;

/** The kinds of fault that only a scale's file can have. */
public enum ScaleFault implements Fault {
    NEEDS_MEASURE("{0} is of the kind “computed” and needs “measure”"),
    NOT_SCORED("{0} is “{1}”, of which no score can be made; name it under “evidence”"),
    NEEDS_STEPS("{0} needs either “at-least” or “at-most”, with {1} numbers"),
    TELLS_SCORE("{0}: “{1}” tells the score itself, so that “at-least” and “at-most” are left out"),
    NEEDS_FIVE("{0}: “{1}” scores from 1 to 5, so that “highest” must be 5"),
    NOT_IN_ORDER("{0} should go one way: {1}"),
    BANDS("{0} should begin with the highest sum and go down"),
    ANCHORS("{0} should have a text for each score, {1} of them");

    private final String english;

    ScaleFault(String english) {
        this.english = english;
    }

    /** Such as {@code fidelity.fault.needs-measure}. */
    @Override
    public String key() {
        return "fidelity.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String english() {
        return english;
    }
}
