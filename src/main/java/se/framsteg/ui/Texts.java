package se.framsteg.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import se.framsteg.shared.Time;

/** The product's texts in one reader's language, from the files under {@code texts/}. */
public final class Texts {
    private static final Locale SWEDISH = Locale.of("sv", "SE");

    private final MessageSource messages;
    private final Locale locale;

    public Texts(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /**
     * The text with this key.
     *
     * @throws org.springframework.context.NoSuchMessageException if there is none: a fault in the program
     */
    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The text for one value of an enum, under {@code prefix.VALUE}. */
    public String of(String prefix, Enum<?> value) {
        return of(prefix + "." + value.name());
    }

    /** A date as people write it: 3 maj 2026. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", formatting()).format(date);
    }

    /** A moment in Swedish time: 3 maj 2026 14.05. */
    public String moment(Instant instant) {
        var pattern = language().equals("sv") ? "d MMMM yyyy HH.mm" : "d MMMM yyyy HH:mm";
        return DateTimeFormatter.ofPattern(pattern, formatting())
                .withZone(Time.SWEDEN)
                .format(instant);
    }

    /** The language as in the {@code lang} attribute. */
    public String language() {
        return locale.getLanguage();
    }

    private Locale formatting() {
        return language().equals("sv") ? SWEDISH : Locale.UK;
    }
}
