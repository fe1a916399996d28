package se.framsteg.economy.amount;

/**
 * Whose money an amount is. {@link #SOCIETY} is no sum of the others: what one party pays another, such as benefits and taxes, is neither won
 * nor lost to society, so its amounts are told by themselves, of what is really produced or used up.
 */
public enum Party {
    FK,
    /** The state besides Försäkringskassan: Arbetsförmedlingen, CSN, taxes and fees. */
    STATE,
    KOMMUN,
    REGION,
    INDIVIDUAL,
    SOCIETY;

    /** Whether it may pay for an initiative. */
    public boolean pays() {
        return this != INDIVIDUAL && this != SOCIETY;
    }
}
