package se.framsteg.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
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
            "älskling");

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
        return mostlyAboutThePerson(password, about) || isSoonGuessed(password, about)
                ? Optional.of("password.common")
                : Optional.empty();
    }

    private boolean isSoonGuessed(String password, List<String> about) {
        var beginning = password.substring(0, Math.min(100, password.length()));
        return estimator.measure(beginning, hints(about)).getScore() < LEAST_SCORE;
    }

    /** Who knows the person tries the name, the e-mail and the workplace first, whatever an estimator thinks of them. */
    private static boolean mostlyAboutThePerson(String password, List<String> about) {
        var rest = password.toLowerCase(Locale.ROOT);
        for (var word : words(about)) {
            rest = word.length() > 2 ? rest.replace(word, "") : rest;
        }
        return rest.length() < SHORTEST / 2;
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
