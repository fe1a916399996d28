package se.framsteg.notification.carrier;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The HTTP gateway that takes SMS. The defaults are those of a gateway that takes a form with {@code to}, {@code from} and
 * {@code message} and a name and password (HTTP Basic).
 *
 * @param url where messages are posted; none if no SMS is sent
 * @param user with {@code password} for HTTP Basic
 * @param token instead of user and password: sent as {@code Authorization: Bearer}
 * @param from the sender that the receiver sees: up to eleven letters and digits, or a number
 * @param format how the fields are sent
 * @param toField what the gateway calls the receiver's number, which is written +46701234567
 * @param fromField what it calls the sender
 * @param messageField what it calls the text
 */
@ConfigurationProperties("framsteg.sms")
record SmsSettings(
        Optional<URI> url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String token,
        @DefaultValue("Framsteg") String from,
        @DefaultValue("FORM") Format format,
        @DefaultValue("to") String toField,
        @DefaultValue("from") String fromField,
        @DefaultValue("message") String messageField) {

    enum Format {
        FORM,
        JSON
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "SMS gateway";
    }
}
