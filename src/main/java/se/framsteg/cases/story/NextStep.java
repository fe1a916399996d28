package se.framsteg.cases.story;

/**
 * Something that is left to do in a case.
 *
 * @param what in a sentence
 * @param way what the link to it says
 * @param path where it is done
 */
public record NextStep(Told what, Told way, String path) {}
