package se.framsteg.notification.carrier;

import java.util.Optional;

/**
 * What is said.
 *
 * @param subject where the way has one
 * @param stopLink opens the page that stops further messages, and stands in the text too; none where there are no further ones to stop
 */
public record Message(String subject, String text, Optional<String> stopLink, Optional<Attachment> attachment) {
    /** One of several that can be stopped. */
    public Message(String subject, String text, String stopLink) {
        this(subject, text, Optional.of(stopLink), Optional.empty());
    }

    /** Not the link: whoever has it can stop the messages. */
    @Override
    public String toString() {
        return "message";
    }
}
