package se.framsteg.statistics;

/** Whom a row is about: all, or those of one legal sex. */
public enum Group {
    ALL,
    WOMEN,
    MEN
}
