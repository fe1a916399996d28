package se.framsteg.notification.carrier;

/** Why a message did not go, as a kind: neither the address nor what the other side said is ever kept. */
public enum Failure {
    /** There is no phone number or e-mail address, or none that can be used. */
    NO_ADDRESS(true),
    /** The other side does not take messages to this address. */
    REFUSED(true),
    /** The other side did not take this message now, and may take it later: a full mailbox, a limit on how much we send. */
    BUSY(false),
    /** The other side does not accept our name and password. */
    NOT_LET_IN(false),
    /** The other side could not be reached, or does not work. */
    UNREACHABLE(false),
    /** The program was stopped in the middle, twice: it may have gone, so it is not sent a third time. */
    UNCLEAR(true);

    private final boolean lasting;

    Failure(boolean lasting) {
        this.lasting = lasting;
    }

    /** Whether another attempt at the same message would be in vain. */
    public boolean isLasting() {
        return lasting;
    }

    /** Whether it concerns everything that goes the same way, and not this one message. */
    public boolean isOfTheWay() {
        return this == NOT_LET_IN || this == UNREACHABLE;
    }
}
