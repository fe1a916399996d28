package se.framsteg.employment.employer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.framsteg.employment.Occupations;
import se.framsteg.employment.Occupations.Occupation;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** Employers and what they look for in words. */
public final class EmployerWords {
    private final Page page;

    public EmployerWords(Page page) {
        this.page = page;
    }

    /** An occupation group by its name, or its code if we don’t know it. */
    public String occupation(String code) {
        return Occupations.find(code).map(one -> one.name(language())).orElse(code);
    }

    public String occupations(Collection<String> codes) {
        return codes.stream().map(this::occupation).sorted().collect(Collectors.joining(", "));
    }

    /** All occupation groups, by code. */
    public static Map<String, String> occupations(Page page) {
        var language = Locale.forLanguageTag(page.language());
        return Occupations.all().stream()
                .collect(Collectors.toMap(
                        Occupation::code, one -> one.name(language), (one, _) -> one, LinkedHashMap::new));
    }

    private Locale language() {
        return Locale.forLanguageTag(page.language());
    }

    public String branches(Set<Branch> branches) {
        return branches.stream()
                .sorted()
                .map(one -> page.t("employer.branch", one))
                .collect(Collectors.joining(", "));
    }

    public String marks(Set<SocialMark> marks) {
        return marks.stream()
                .sorted()
                .map(one -> page.t("employer.mark.short", one))
                .collect(Collectors.joining(", "));
    }

    /** What is looked for, on one line. */
    public String what(EmployerNeed.Details need) {
        var occupation = need.occupation().map(this::occupation).orElse("");
        if (occupation.isEmpty() || need.words().isEmpty()) {
            return occupation + need.words();
        }
        return page.t("employer-need.what", occupation, need.words());
    }

    /** When and how much. */
    public String terms(EmployerNeed.Details need) {
        var hours = need.hours()
                .map(some -> page.t("employer-need.hours.week", Fields.decimal(Optional.of(some))) + ", ")
                .orElse("");
        var from = page.date(need.from());
        return hours
                + need.until()
                        .map(until -> page.t("employer-need.between", from, page.date(until)))
                        .orElseGet(() -> page.t("employer-need.since", from));
    }

    /** Where it is, in a few words. */
    public String where(Workplace.Details workplace) {
        return List.of(workplace.address(), workplace.municipality()).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
