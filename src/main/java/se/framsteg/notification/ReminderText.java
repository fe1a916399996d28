package se.framsteg.notification;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.framsteg.notification.carrier.Message;
import se.framsteg.ui.Addresses;
import se.framsteg.ui.Texts;

/**
 * What a reminder says. Whoever else reads it on the person's phone learns only that there are some questions to answer: no
 * name, no number, no organisation, no initiative.
 */
@Component
class ReminderText {
    private final MessageSource messages;
    private final Addresses addresses;

    ReminderText(MessageSource messages, Addresses addresses) {
        this.messages = messages;
        this.addresses = addresses;
    }

    /** @param language the person's, as registered; Swedish where we have no text in it */
    Message write(Occasion occasion, String language, String stopToken) {
        var texts = new Texts(messages, Locale.of(spoken(language)));
        var base = addresses.baseUrl().orElseThrow();
        var stop = base + "/svara/stop/" + stopToken;
        return new Message(texts.of("reminder.subject"), text(texts, occasion, base, stop), stop);
    }

    /** The same, to show staff what will be sent. */
    String example(String language) {
        var texts = new Texts(messages, Locale.of(spoken(language)));
        return text(texts, Occasion.OPENED, addresses.baseUrl().orElse("https://…"), "https://…");
    }

    private static String text(Texts texts, Occasion occasion, String base, String stop) {
        return String.join(
                "\n\n",
                texts.of("reminder", occasion),
                texts.of("reminder.where", base + "/svara"),
                texts.of("reminder.stop", stop));
    }

    /** Dari is written as Persian; who signs reads Swedish. */
    private static String spoken(String language) {
        return switch (language) {
            case "prs" -> "fa";
            case "swl", "und" -> "sv";
            default -> language;
        };
    }
}
