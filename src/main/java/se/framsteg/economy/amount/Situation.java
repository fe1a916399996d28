package se.framsteg.economy.amount;

/** What somebody lives on and does: where a step goes from, and where it leads. */
public enum Situation {
    /** Sjukpenning or rehabiliteringspenning. */
    SICK_PAY,
    /** Sjukersättning or aktivitetsersättning. */
    SICKNESS_COMPENSATION,
    SOCIAL_ASSISTANCE,
    /** Aktivitetsstöd, or unemployment benefit. */
    ACTIVITY_SUPPORT,
    SUBSIDISED_WORK,
    OPEN_WORK,
    STUDY,
    /** Nothing of that. */
    NONE
}
