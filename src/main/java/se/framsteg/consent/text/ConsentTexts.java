package se.framsteg.consent.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The texts of the form for consent. All are read when the program starts, so that none is found missing later. */
@Component
public class ConsentTexts {
    private final List<Version> versions;
    private final Clock clock;

    @Autowired
    ConsentTexts(Clock clock) {
        this(TextFiles.versions(), clock);
    }

    ConsentTexts(List<Version> versions, Clock clock) {
        this.versions = List.copyOf(versions);
        this.clock = clock;
    }

    /**
     * A version of the form.
     *
     * @param from the first day on which it may be signed
     * @param until the last such day; empty as long as no other has taken its place
     * @param texts one for each language, Swedish first
     */
    record Version(int number, LocalDate from, Optional<LocalDate> until, List<ConsentText> texts) {
        boolean valid(LocalDate on) {
            return !on.isBefore(from) && until.map(last -> !on.isAfter(last)).orElse(true);
        }
    }

    /** The number of the version to use today. */
    public int current() {
        return version().number();
    }

    private Version version() {
        var today = LocalDate.now(clock);
        return versions.reversed().stream()
                .filter(version -> version.valid(today))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no text for consent is valid on " + today));
    }

    /** Whether there is such a version, and it might be signed on this day. */
    public boolean valid(int version, LocalDate on) {
        return versions.stream().anyMatch(one -> one.number() == version && one.valid(on));
    }

    /** The codes of the languages of the present version, Swedish first. */
    public Set<String> languages() {
        var codes = new LinkedHashSet<String>();
        texts().forEach(text -> codes.add(text.code()));
        return Collections.unmodifiableSet(codes);
    }

    /** The present version in all its languages, Swedish first. */
    public List<ConsentText> texts() {
        return version().texts();
    }

    /** The present version in this language; empty if there is none. */
    public Optional<ConsentText> in(String code) {
        return texts().stream().filter(text -> text.code().equals(code)).findFirst();
    }

    /** The present version in Swedish. */
    public ConsentText swedish() {
        return texts().getFirst();
    }
}
