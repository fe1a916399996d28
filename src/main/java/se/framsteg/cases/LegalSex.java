package se.framsteg.cases;

/** Legal sex, told on its own: the identity number is no safe source of it. */
public enum LegalSex {
    WOMAN,
    MAN
}
