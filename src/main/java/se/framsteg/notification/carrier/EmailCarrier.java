package se.framsteg.notification.carrier;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** E-mail by SMTP, as plain text. */
@Component
class EmailCarrier implements Carrier {
    private final Optional<JavaMailSender> server;
    private final MailSettings settings;

    @Autowired
    EmailCarrier(ObjectProvider<JavaMailSender> server, MailSettings settings) {
        this(Optional.ofNullable(server.getIfAvailable()), settings);
    }

    EmailCarrier(Optional<JavaMailSender> server, MailSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    @Override
    public Way way() {
        return Way.EMAIL;
    }

    @Override
    public boolean isSetUp() {
        return server.isPresent() && !settings.from().isBlank();
    }

    @Override
    public void send(String to, Message message) throws NotSentException {
        var sender = server.orElseThrow();
        try {
            sender.send(written(sender, to, message));
        } catch (MailAuthenticationException e) {
            throw new NotSentException(Failure.NOT_LET_IN);
        } catch (MailSendException e) {
            throw new NotSentException(failure(e));
        } catch (MailException e) {
            throw new NotSentException(Failure.UNREACHABLE);
        }
    }

    private MimeMessage written(JavaMailSender sender, String to, Message message) throws NotSentException {
        try {
            var mail = new MimeMessageHelper(
                    sender.createMimeMessage(), message.attachment().isPresent(), StandardCharsets.UTF_8.name());
            mail.setFrom(settings.from());
            mail.setTo(new InternetAddress(to, true));
            mail.setSubject(message.subject());
            mail.setText(message.text());
            if (message.attachment().isPresent()) {
                var file = message.attachment().get();
                mail.addAttachment(file.name(), new ByteArrayResource(file.content()), file.type());
            }
            var mime = mail.getMimeMessage();
            if (message.stopLink().isPresent()) {
                mime.setHeader("List-Unsubscribe", "<" + message.stopLink().get() + ">");
            }
            // Asks programs that answer by themselves ("I am on leave") not to.
            mime.setHeader("Auto-Submitted", "auto-generated");
            return mime;
        } catch (AddressException e) {
            throw new NotSentException(Failure.NO_ADDRESS);
        } catch (MessagingException e) {
            throw new NotSentException(Failure.UNREACHABLE);
        }
    }

    /** What the server said to this message, if our connection got that far. */
    private static Failure failure(MailSendException fault) {
        var answers = Stream.of(fault.getMessageExceptions())
                .flatMap(EmailCarrier::chain)
                .filter(SendFailedException.class::isInstance)
                .map(SendFailedException.class::cast)
                .toList();
        if (answers.isEmpty() || answers.stream().anyMatch(EmailCarrier::endsTheConversation)) {
            return Failure.UNREACHABLE;
        }
        return answers.stream().anyMatch(EmailCarrier::isRefusal) ? Failure.REFUSED : Failure.BUSY;
    }

    /** The server closes (421), wants to know who we are (530), or said nothing more: RFC 5321, 4.2; RFC 4954, 6. */
    private static boolean endsTheConversation(SendFailedException answer) {
        var said = String.valueOf(answer.getMessage());
        return Stream.of("421", "530", "[EOF]").anyMatch(said::startsWith);
    }

    /** Whether the server does not take this receiver at all: an SMTP answer of the 5xx kind (RFC 5321, 4.2.1). */
    private static boolean isRefusal(SendFailedException answer) {
        return answer.getInvalidAddresses() != null && answer.getInvalidAddresses().length > 0;
    }

    private static Stream<Exception> chain(Exception fault) {
        return Stream.iterate(
                fault,
                one -> one != null,
                one -> one instanceof MessagingException many ? many.getNextException() : null);
    }
}
