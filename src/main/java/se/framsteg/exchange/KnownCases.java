package se.framsteg.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.CaseLookup;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.IdentityNumber;

/** The cases that a file speaks of, as far as the one who imports reaches them. */
final class KnownCases {
    private final Map<String, CaseFacts> byNumber = new HashMap<>();
    private final Map<String, List<CaseFacts>> byIdentity = new HashMap<>();
    private final Map<CaseId, String> identities = new HashMap<>();
    private final LocalDate today;

    KnownCases(List<CaseLookup.Found> found, LocalDate today) {
        this.today = today;
        for (var one : found) {
            byNumber.put(one.facts().number(), one.facts());
            one.identity().ifPresent(number -> {
                byIdentity.computeIfAbsent(number, _ -> new ArrayList<>()).add(one.facts());
                identities.put(one.facts().id(), number);
            });
        }
    }

    sealed interface Match {
        record One(CaseFacts found) implements Match {}

        /** @param problem its text is under {@code import.fault} */
        record None(String problem) implements Match {}
    }

    /** An identity number as it is stored; what is no such number may be a region's own, which is kept in capitals. */
    static String stored(String written, LocalDate today) {
        return IdentityNumber.read(written, today) instanceof IdentityNumber.Reading.Valid(var number)
                ? number.value()
                : written.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** Whether the identity number is that of the person whose case it is. */
    boolean isOf(String written, CaseFacts one) {
        return stored(written, today).equals(identities.get(one.id()));
    }

    Match byNumber(String number) {
        var found = byNumber.get(number);
        return found == null ? new Match.None("case-unknown") : new Match.One(found);
    }

    /** Of somebody who has come back there are several cases: then the day tells which. */
    Match byIdentity(String written, Optional<LocalDate> day) {
        var found = byIdentity.getOrDefault(stored(written, today), List.of());
        if (found.isEmpty()) {
            var valid = IdentityNumber.read(written, today) instanceof IdentityNumber.Reading.Valid;
            return new Match.None(valid ? "person-unknown" : "person-number");
        }
        if (found.size() == 1) {
            return new Match.One(found.getFirst());
        }
        var open = found.stream()
                .filter(one -> day.isPresent() && during(one, day.get()))
                .toList();
        return open.size() == 1 ? new Match.One(open.getFirst()) : new Match.None("person-several");
    }

    private static boolean during(CaseFacts one, LocalDate day) {
        return one.startedOn().filter(start -> !day.isBefore(start)).isPresent()
                && one.endedOn().filter(day::isAfter).isEmpty();
    }
}
