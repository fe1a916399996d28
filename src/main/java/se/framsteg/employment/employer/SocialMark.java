package se.framsteg.employment.employer;

/** What makes a work-integrating social enterprise (ASF): one that has them all. */
public enum SocialMark {
    /** Sells goods or services with the purpose to bring people into work who have difficulties in getting it. */
    PURPOSE,
    /** Those employed take part in what is decided, by ownership, agreement or in another documented way. */
    PARTICIPATION,
    /** Profit is reinvested, in the enterprise or others like it. */
    REINVESTS,
    /** Stands apart from the public sector in its organisation. */
    INDEPENDENT
}
