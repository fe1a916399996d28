package se.framsteg.consent;

import java.time.LocalDate;
import java.util.Optional;
import se.framsteg.consent.Answer.How;
import se.framsteg.consent.scan.Scan;

/**
 * How something was said, as somebody records it.
 *
 * @param saidOn not after today
 * @param spokenReason why it was only said; needed for {@link How#SPOKEN}, up to 1000 characters
 * @param scan the paper; needed for {@link How#PAPER}
 * @param textVersion of the text that the person was shown; needed where a question was put
 * @param language in which it was shown, see {@link se.framsteg.consent.text.ConsentTexts#languages()}; needed likewise
 */
public record Given(
        How how,
        LocalDate saidOn,
        String spokenReason,
        Optional<Scan> scan,
        Optional<Integer> textVersion,
        Optional<String> language,
        boolean interpreter) {

    /** As stored; only what is said has a reason. */
    Answer.Way way(Optional<PaperId> paper) {
        return new Answer.Way(how, how == How.SPOKEN ? spokenReason : "", paper, textVersion, language, interpreter);
    }

    @Override
    public String toString() {
        return how.toString();
    }
}
