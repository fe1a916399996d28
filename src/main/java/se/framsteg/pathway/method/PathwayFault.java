package se.framsteg.pathway.method;

import java.util.Locale;
import se.framsteg.shared.definition.Fault;

/** The kinds of fault that only a pathway file can have. */
public enum PathwayFault implements Fault {
    NOTHING_IN_IT("{0} has neither “stages” nor “lists”; it needs one of them"),
    UNKNOWN_WORKSHEET("{0} is “{1}”, which is not the key of a worksheet"),
    UNKNOWN_WORKSHEET_NEAR("{0} is “{1}”, which is not the key of a worksheet; did you mean “{2}”?"),
    REPEATED_WORKSHEET("{0} is “{1}”, which the stage has already"),
    NO_CHOICES("{0} is of the kind “choice” and needs “choices”, at least two"),
    CHOICES_FOR_NOTHING("{0} is only for fields of the kind “choice”; this one is “{1}”");

    private final String english;

    PathwayFault(String english) {
        this.english = english;
    }

    /** Such as {@code pathway.fault.no-choices}. */
    @Override
    public String key() {
        return "pathway.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String english() {
        return english;
    }
}
