package se.framsteg.ui;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import se.framsteg.shared.Time;

/** The product's texts in one reader's language, from the files under {@code texts/}. */
public final class Texts {
    private final MessageSource messages;
    private final Language language;

    /** @param locale Swedish is used for a language that we don't write in */
    public Texts(MessageSource messages, Locale locale) {
        this(messages, Language.of(locale.getLanguage()).orElse(Language.SWEDISH));
    }

    Texts(MessageSource messages, Language language) {
        this.messages = messages;
        this.language = language;
    }

    /** The same texts in another language. */
    public Texts in(Language other) {
        return new Texts(messages, other);
    }

    /**
     * The text with this key.
     *
     * @throws org.springframework.context.NoSuchMessageException if there is none: a fault in the program
     */
    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }

    /** The text with this key, if there is one: for what may have been given a name by another version of the program. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(messages.getMessage(key, null, null, language.locale()));
    }

    /** The text for one value of an enum, under {@code prefix.VALUE}. */
    public String of(String prefix, Enum<?> value) {
        return of(prefix + "." + value.name());
    }

    /** A date as people write it: 3 maj 2026. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale()).format(date);
    }

    /** A moment in Swedish time: 3 maj 2026 14.05. */
    public String moment(Instant instant) {
        var pattern = language == Language.SWEDISH ? "d MMMM yyyy HH.mm" : "d MMMM yyyy HH:mm";
        return DateTimeFormatter.ofPattern(pattern, language.locale())
                .withZone(Time.SWEDEN)
                .format(instant);
    }

    /** A time of day: 14.05. */
    public String time(LocalTime time) {
        return formatted(time, "HH.mm", "HH:mm");
    }

    /** A time of day in Swedish time: 14.05. */
    public String time(Instant instant) {
        return time(LocalTime.ofInstant(instant, Time.SWEDEN));
    }

    /** The same with seconds: 14.05.31. */
    public String exactTime(Instant instant) {
        return formatted(LocalTime.ofInstant(instant, Time.SWEDEN), "HH.mm.ss", "HH:mm:ss");
    }

    private String formatted(LocalTime time, String swedish, String others) {
        return DateTimeFormatter.ofPattern(language == Language.SWEDISH ? swedish : others, language.locale())
                .format(time);
    }

    /** From when to when on one day: 14.05–15.10, or one time of day if both are the same. */
    public String times(Instant from, Instant to) {
        var first = time(from);
        var last = time(to);
        return first.equals(last) ? first : first + "–" + last;
    }

    /** A count as people write it: 12 345. */
    public String number(long count) {
        return NumberFormat.getIntegerInstance(language.locale()).format(count);
    }

    /** The language as in the {@code lang} attribute. */
    public String language() {
        return language.code();
    }

    Language spoken() {
        return language;
    }
}
