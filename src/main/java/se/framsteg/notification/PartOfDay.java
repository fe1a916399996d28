package se.framsteg.notification;

/** When on a weekday somebody would rather be reminded. */
public enum PartOfDay {
    ANY,
    MORNING,
    AFTERNOON
}
