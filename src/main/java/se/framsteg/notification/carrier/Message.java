package se.framsteg.notification.carrier;

/**
 * What is said.
 *
 * @param subject where the way has one
 * @param stopLink opens the page that stops further messages; stands in the text too
 */
public record Message(String subject, String text, String stopLink) {
    /** Not the link: whoever has it can stop the messages. */
    @Override
    public String toString() {
        return "message";
    }
}
