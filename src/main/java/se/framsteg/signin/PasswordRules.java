package se.framsteg.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        return estimator
                                .measure(password.substring(0, Math.min(100, password.length())), hints(about))
                                .getScore()
                        < LEAST_SCORE
                ? Optional.of("password.common")
                : Optional.empty();
    }

    private static List<String> hints(List<String> about) {
        var hints = new ArrayList<>(LOCAL_WORDS);
        about.forEach(text -> hints.addAll(List.of(text.toLowerCase(Locale.ROOT).split("[\\s@.]+"))));
        return hints;
    }
}
