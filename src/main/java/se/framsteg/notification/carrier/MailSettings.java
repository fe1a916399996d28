package se.framsteg.notification.carrier;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sender of e-mail. The server itself is told by {@code spring.mail.*}.
 *
 * @param from the address that e-mail comes from; empty if none is sent
 */
@ConfigurationProperties("framsteg.mail")
record MailSettings(@DefaultValue("") String from) {}
