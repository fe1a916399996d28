package se.framsteg.assessment.instrument;

import java.util.Locale;

/** The kinds of fault that an instrument file can have. Each names its message and carries its English text. */
public enum Fault {
    TOO_LARGE("the file is larger than {1} kB"),
    NOT_UTF_8("the file holds characters that could not be read; save it as UTF-8"),
    CONTROL_CHARACTER("the file holds the control character {1}; remove it"),
    SYNTAX("this is not valid YAML: {1}"),
    REFERENCE("anchors and aliases (“&” and “*”) are not used in instrument files; write the text out"),
    TAG("tags (“!”) are not used in instrument files; remove it"),
    TOO_DEEP("the file is nested deeper than an instrument is"),
    EMPTY_FILE("the file is empty"),

    EXPECTED_FIELDS("{0} should hold fields such as “name: …”"),
    EXPECTED_LANGUAGES("{0} should hold a text per language, such as “sv: …”"),
    EXPECTED_LIST("{0} should be a list, each entry after a “-”"),
    EXPECTED_TEXT("{0} should be a text"),
    EXPECTED_NUMBER("{0} should be a whole number, without quotation marks"),
    EXPECTED_DECIMAL("{0} should be a number such as 1 or 0.5, with at most two decimals and without quotation marks"),
    LIST_LENGTH("{0} has {2} entries but should have from 1 to {1}"),
    EMPTY_TEXT("{0} is empty"),
    MISSING_FIELD("{0} lacks the field “{1}”"),
    DUPLICATE_FIELD("{0} has the field “{1}” more than once"),
    UNKNOWN_FIELD("{0} is not a known field; those here are: {1}"),
    UNKNOWN_FIELD_NEAR("{0} is not a known field; did you mean “{1}”?"),
    OUT_OF_RANGE("{0} should be from {1} to {2}"),
    NOT_A_CHOICE("{0} is “{1}” but should be one of: {2}"),
    BAD_KEY("{0} is “{1}” but should be at most 60 of a–z, 0–9 and “-”, a letter first"),
    DUPLICATE_KEY("the key “{1}” is used more than once"),

    BAD_LANGUAGE("{0}: “{1}” is not a language tag such as “sv” or “en”"),
    DUPLICATE_LANGUAGE("{0} has “{1}” more than once"),
    NO_SWEDISH("{0} should include Swedish, “sv”"),
    LANGUAGE_NOT_OFFERED("{0} has “{1}”, which is not one of the languages of the instrument: {2}"),
    MISSING_LANGUAGE("{0} has no text in “{1}”"),
    UNDECLARED_LANGUAGE("{0} is not in one of the languages of the instrument, which are: {1}"),

    WRONG_STEP_COUNT("{0} has {2} texts but the scale has {1} steps, and every step needs its text"),
    UNKNOWN_DIMENSION("{0} is “{1}”, which is not the key of a dimension"),
    UNKNOWN_DIMENSION_NEAR("{0} is “{1}”, which is not the key of a dimension; did you mean “{2}”?"),
    DIMENSION_WITHOUT_ITEM("{0} has no item"),
    NO_RESPONDENT("{0} is put to nobody; it needs “participant”, “caseworker” or both"),
    TOO_FEW_ITEMS("{0} is {1}, but the number of items put to the {2} here is {3}: there could never be a score");

    private final String english;

    Fault(String english) {
        this.english = english;
    }

    /** The key of the message, such as {@code instrument.fault.missing-field}. */
    public String key() {
        return "instrument.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message in English as a pattern for {@link java.text.MessageFormat}. */
    public String english() {
        return english;
    }
}
