package se.framsteg.shared.definition;

import java.util.Locale;

/** The kinds of fault that any definition file can have, whatever it defines. */
public enum FileFault implements Fault {
    TOO_LARGE("the file is larger than {1} kB"),
    NOT_UTF_8("the file holds characters that could not be read; save it as UTF-8"),
    CONTROL_CHARACTER("the file holds the control character {1}; remove it"),
    SYNTAX("this is not valid YAML: {1}"),
    REFERENCE("anchors and aliases (“&” and “*”) are not used in these files; write the text out"),
    TAG("tags (“!”) are not used in these files; remove it"),
    TOO_DEEP("the file is nested deeper than any of its kind is"),
    EMPTY_FILE("the file is empty"),

    EXPECTED_FIELDS("{0} should hold fields such as “name: …”"),
    EXPECTED_LANGUAGES("{0} should hold a text per language, such as “sv: …”"),
    EXPECTED_LIST("{0} should be a list, each entry after a “-”"),
    EXPECTED_TEXT("{0} should be a text"),
    EXPECTED_NUMBER("{0} should be a whole number, without quotation marks"),
    EXPECTED_YES("{0} should be “true” or left out"),
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
    LANGUAGE_NOT_OFFERED("{0} has “{1}”, which is not one of the languages of the file: {2}"),
    MISSING_LANGUAGE("{0} has no text in “{1}”"),
    UNDECLARED_LANGUAGE("{0} is not in one of the languages of the file, which are: {1}");

    private final String english;

    FileFault(String english) {
        this.english = english;
    }

    /** Such as {@code definition.fault.missing-field}. */
    @Override
    public String key() {
        return "definition.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String english() {
        return english;
    }
}
