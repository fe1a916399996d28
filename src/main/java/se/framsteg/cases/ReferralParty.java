package se.framsteg.cases;

/** Which of the parties a referral comes from, as the statistics tell it. */
public enum ReferralParty {
    FK,
    AF,
    KOMMUN,
    REGION,
    OTHER
}
