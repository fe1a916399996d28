package se.framsteg.employment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import se.framsteg.employment.Employment.Spell;
import se.framsteg.employment.Employment.Subsidy;
import se.framsteg.shared.Time;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** Jobs, placements and studies in words. */
public final class EmploymentWords {
    private final Page page;

    public EmploymentWords(Page page) {
        this.page = page;
    }

    /** The occupation groups to choose from, by name. */
    public Map<String, String> occupations() {
        var options = new LinkedHashMap<String, String>();
        Occupations.all().stream()
                .map(one -> Map.entry(one.code(), one.name(page.spoken().locale())))
                .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                .forEach(one -> options.put(one.getKey(), one.getValue()));
        return options;
    }

    public String occupation(String code) {
        return Occupations.find(code)
                .map(one -> one.name(page.spoken().locale()))
                .orElse(code);
    }

    public String when(Spell spell) {
        return spell.to()
                .map(last -> page.t("employment.spell", page.date(spell.from()), page.date(last)))
                .orElseGet(() -> page.t("employment.spell.since", page.date(spell.from())));
    }

    /** From when to when it was in all. */
    public String whole(Employment employment) {
        var details = employment.details();
        return when(new Spell(details.from(), details.to(), details.hours(), details.terms()));
    }

    /** Hours and terms, as far as they are known. */
    public String terms(Spell spell) {
        var told = new ArrayList<String>();
        spell.hours().ifPresent(_ -> told.add(page.t("story.hours", Fields.decimal(spell.hours()))));
        spell.terms().ifPresent(terms -> {
            told.add(page.t(terms.permanent() ? "employment.permanent" : "employment.temporary"));
            if (terms.subsidy() != Subsidy.NONE) {
                told.add(page.t("employment.subsidy.short", terms.subsidy()));
            }
            terms.wageInStep()
                    .map(inStep -> page.t(inStep ? "employment.wage.in-step" : "employment.wage.lower"))
                    .ifPresent(told::add);
        });
        return told.isEmpty() ? page.t("employment.terms.unknown") : String.join(", ", told);
    }

    /** Whether the job is on the open labour market now, or was last or will be first. */
    public String market(Employment employment) {
        var today = LocalDate.now(Time.SWEDEN);
        var spells = employment.spells();
        var now = spells.stream()
                .filter(spell -> !spell.from().isAfter(today))
                .reduce((_, later) -> later)
                .orElse(spells.getFirst());
        return page.t(employment.openMarket(now.terms()) ? "employment.open-market" : "employment.not-open-market");
    }
}
