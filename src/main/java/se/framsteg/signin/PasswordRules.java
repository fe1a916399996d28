package se.framsteg.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a password must be: at least twelve characters, and not one that is soon guessed. */
@Component
class PasswordRules {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    /** What must be left when expected words are taken out: a year and two signs are not enough. */
    private static final int LEAST_BESIDE = 7;

    /** zxcvbn's scale goes from 0 to 4; 3 is "safely unguessable" against stolen hashes that are slow to compute. */
    private static final int LEAST_SCORE = 3;

    /** The estimator knows English and names; these are what people here would begin with. */
    private static final List<String> LOCAL_WORDS = List.of(
            "framsteg",
            "lösenord",
            "losenord",
            "hemligt",
            "sommar",
            "vinter",
            "höst",
            "vår",
            "sverige",
            "välkommen",
            "valkommen",
            "arbetsförmedlingen",
            "försäkringskassan",
            "kommun",
            "region",
            "samordning",
            "måndag",
            "fredag",
            "januari",
            "februari",
            "augusti",
            "september",
            "oktober",
            "november",
            "december",
            "fotboll",
            "hammarby",
            "djurgården",
            "malmö",
            "stockholm",
            "göteborg",
            "älskling",
            "jultomten",
            "midsommar",
            "password",
            "qwerty",
            "123456");

    private final Zxcvbn estimator = new Zxcvbn();

    /**
     * What is wrong with a password, as a text key; empty if it will do.
     *
     * @param about words that say something of the person, such as name and e-mail
     */
    Optional<String> problem(String password, List<String> about) {
        if (password.length() < SHORTEST) {
            return Optional.of("password.too-short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("password.too-long");
        }
        return mostlyExpectedWords(password, about) || isSoonGuessed(password, about)
                ? Optional.of("password.common")
                : Optional.empty();
    }

    private boolean isSoonGuessed(String password, List<String> about) {
        var beginning = password.substring(0, Math.min(100, password.length()));
        return estimator.measure(beginning, hints(about)).getScore() < LEAST_SCORE;
    }

    /**
     * Guessers try such words, and the person's name, e-mail and workplace, with a year and a sign after them, whatever an
     * estimator that knows English thinks of it.
     */
    private static boolean mostlyExpectedWords(String password, List<String> about) {
        var rest = password.toLowerCase(Locale.ROOT);
        var expected = hints(about).stream()
                .filter(word -> word.length() > 2)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        for (var word : expected) {
            rest = rest.replace(word, "");
        }
        return rest.length() < LEAST_BESIDE;
    }

    private static List<String> words(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[\\s@.]+")))
                .toList();
    }

    private static List<String> hints(List<String> about) {
        var hints = new ArrayList<>(LOCAL_WORDS);
        hints.addAll(words(about));
        return hints;
    }
}
