package se.framsteg.employment.employer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.cases.NamesInText;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.shared.Identifying;

/**
 * Refuses words about an employer that tell of a participant, as far as that can be recognised: identity numbers, and the names of those whom
 * the writer sees. All coaches of the association read them.
 */
@Component
public class NobodyInWords {
    private final NamesInText names;

    NobodyInWords(NamesInText names) {
        this.names = names;
    }

    /**
     * What in these words can't stand there.
     *
     * @param words by the field in which they stand
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Refusal> faults(Actor.Staff writer, Map<String, String> words) {
        var faults = new ArrayList<Refusal>();
        words.forEach((field, text) -> {
            if (Identifying.in(text).contains(Identifying.IDENTITY_NUMBER)) {
                faults.add(Refusal.of(field, "employer.words.identity-number"));
            } else if (!text.isEmpty() && names.any(writer, text)) {
                faults.add(Refusal.of(field, "employer.words.name"));
            }
        });
        return faults;
    }
}
