package se.framsteg.notification.carrier;

import java.net.URI;
import java.util.Optional;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Carriers to servers of a test's own. */
public final class TestCarriers {
    private TestCarriers() {}

    public static Carrier email(int port) {
        var server = new JavaMailSenderImpl();
        server.setHost("localhost");
        server.setPort(port);
        return new EmailCarrier(Optional.of(server), new MailSettings("paminnelse@framsteg.example"));
    }

    public static Carrier sms(URI gateway) {
        return sms(gateway, SmsSettings.Format.FORM, "", "prov", "hemligt");
    }

    static Carrier sms(URI gateway, SmsSettings.Format format, String token, String user, String password) {
        return new SmsCarrier(new SmsSettings(
                Optional.of(gateway), user, password, token, "Framsteg", format, "to", "from", "message"));
    }
}
