package se.framsteg.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every template is given: texts, who looks, and where.
 *
 * @param face whose look the page has
 * @param path the path of the page, without query
 * @param query the query, empty if none
 * @param again what to ask for instead of sending a form once more: the page itself, or the nearest above it where only a form
 *     leads to it; empty if there is none
 * @param csrfToken goes into every form
 * @param notice a text key to show once at the top, after something was done
 * @param demo whether this is a demo installation
 */
public record Page(
        Texts texts,
        Face face,
        Optional<Viewer> viewer,
        String path,
        String query,
        String again,
        String csrfToken,
        Optional<String> notice,
        boolean demo,
        UnaryOperator<String> assets) {

    /** Whether the page itself can be asked for again. */
    public boolean repeatable() {
        return again.equals(path);
    }

    public String t(String key, Object... arguments) {
        return texts.of(key, arguments);
    }

    public String t(String prefix, Enum<?> value) {
        return texts.of(prefix, value);
    }

    public String date(LocalDate date) {
        return texts.date(date);
    }

    public String moment(Instant instant) {
        return texts.moment(instant);
    }

    public String time(Instant instant) {
        return texts.time(instant);
    }

    public String time(LocalTime time) {
        return texts.time(time);
    }

    public String times(Instant from, Instant to) {
        return texts.times(from, to);
    }

    public String number(long count) {
        return texts.number(count);
    }

    public String language() {
        return texts.language();
    }

    public Language spoken() {
        return texts.spoken();
    }

    /** The address of a file under {@code static/}, with a version in it so that it can be cached for ever. */
    public String asset(String path) {
        return assets.apply(path);
    }

    public List<Viewer.Way> navigation() {
        return viewer.map(Viewer::navigation).orElse(List.of());
    }

    /** The page as it is for a reader of this language, who does not change it. */
    public Page shownIn(String language) {
        return new Page(
                texts.in(Language.of(language).orElse(Language.SWEDISH)),
                face,
                viewer,
                path,
                query,
                "",
                csrfToken,
                notice,
                demo,
                assets);
    }

    /** This page in another language. */
    public String inLanguage(String language) {
        return UriComponentsBuilder.fromPath(path)
                .query(query)
                .replaceQueryParam("lang", language)
                .build()
                .toUriString();
    }
}
