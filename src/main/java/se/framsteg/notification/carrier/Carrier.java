package se.framsteg.notification.carrier;

/** Takes messages one way. */
public interface Carrier {
    Way way();

    /** Whether it has been told in the settings how to send. */
    boolean isSetUp();

    /**
     * Hands the message over.
     *
     * @param to phone number or e-mail address, as registered
     * @throws NotSentException if the other side did not take it
     */
    void send(String to, Message message) throws NotSentException;
}
