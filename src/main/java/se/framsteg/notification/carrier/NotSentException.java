package se.framsteg.notification.carrier;

/** A message did not go. Carries the kind alone, and no cause: what the other side says often repeats the address. */
public final class NotSentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Failure failure;

    public NotSentException(Failure failure) {
        super(failure.name());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
