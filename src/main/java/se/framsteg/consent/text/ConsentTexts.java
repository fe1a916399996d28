package se.framsteg.consent.text;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The versions of the text that a person is shown. */
@Component
public class ConsentTexts {
    /** The version that is shown today. */
    public int current() {
        return 1;
    }

    /** Whether this version could be shown on that day. */
    public boolean valid(int version, LocalDate on) {
        return version == 1;
    }

    /** Codes of the languages in which there is a text, Swedish first. */
    public Set<String> languages() {
        return new LinkedHashSet<>(List.of("sv", "en", "ar", "so", "uk", "fa"));
    }
}
