package se.framsteg.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.consent.Answer.How;
import se.framsteg.consent.scan.Scan;
import se.framsteg.consent.text.ConsentTexts;
import se.framsteg.organisation.OrganisationRegister;

/** What in an answer can't be so, each at its field. */
@Component
class Faults {
    /**
     * Nobody says yes for longer than this: our own choice. A consent is to be about something that can be overseen, and few take
     * part in an initiative for more than two years; whoever does is asked again.
     */
    static final int LONGEST_YEARS = 3;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 1000;

    private final OrganisationRegister organisations;
    private final ConsentTexts texts;
    private final Clock clock;

    Faults(OrganisationRegister organisations, ConsentTexts texts, Clock clock) {
        this.organisations = organisations;
        this.texts = texts;
        this.clock = clock;
    }

    /** What in a sheet can't be so; fields that belong to one recipient end in its place in the sheet, from 1. */
    List<Refusal> in(CaseFacts facts, Sheet sheet) {
        var faults = new ArrayList<>(inQuestion(sheet.given()));
        text("purpose", sheet.purpose(), "ledger.purpose.required").ifPresent(faults::add);
        if (sheet.asked().stream().anyMatch(Sheet.Asked::yes)) {
            inLastDay(sheet.given().saidOn(), sheet.validUntil()).ifPresent(faults::add);
        }
        if (sheet.asked().isEmpty()) {
            faults.add(Refusal.of("to-1", "ledger.to.required"));
        }
        var before = new HashSet<Recipient>();
        for (int i = 0; i < sheet.asked().size(); i++) {
            faults.addAll(inRow(facts, sheet.asked().get(i), "-" + (i + 1), before));
            notInText(sheet.given(), sheet.asked().get(i).kinds(), "kinds-" + (i + 1))
                    .ifPresent(faults::add);
        }
        return faults;
    }

    private List<Refusal> inRow(CaseFacts facts, Sheet.Asked asked, String row, Set<Recipient> before) {
        var faults = new ArrayList<Refusal>();
        switch (asked.to()) {
            case Recipient.Organisation(var id)
            when id.equals(facts.organisation()) -> faults.add(Refusal.of("to" + row, "ledger.to.self"));
            case Recipient.Organisation(var id)
            when !organisations.names(facts.association()).containsKey(id) ->
                faults.add(Refusal.of("to" + row, "ledger.to.required"));
            case Recipient.Organisation(var id)
            when !organisations.recipients(facts.association()).containsKey(id) ->
                faults.add(Refusal.of("to" + row, "ledger.to.office"));
            case Recipient.Named(var _, var name)
            when name.isBlank() || name.length() > LONGEST_NAME ->
                faults.add(Refusal.of("name" + row, "ledger.name.required"));
            case Recipient _ -> {}
        }
        if (!before.add(asked.to().key())) {
            faults.add(Refusal.of("to" + row, "ledger.to.twice"));
        }
        if (asked.yes() && asked.kinds().isEmpty()) {
            faults.add(Refusal.of("kinds" + row, "ledger.kinds.required"));
        }
        return faults;
    }

    /** Of an answer to a question that was put: it needs the text that the person was shown. */
    List<Refusal> inQuestion(Given given) {
        var faults = new ArrayList<>(in(given));
        var version = given.textVersion();
        if (version.isEmpty() || !texts.valid(version.get(), given.saidOn())) {
            faults.add(Refusal.of("textVersion", "ledger.text-version.expired"));
        }
        if (given.language().filter(texts.languages()::contains).isEmpty()) {
            faults.add(Refusal.of("language", "ledger.language.required"));
        }
        return faults;
    }

    /** Of what was answered about: it stands in the text that the person was shown. Of no valid text that is told elsewhere. */
    Optional<Refusal> notInText(Given given, Set<Kind> kinds, String field) {
        return given.textVersion()
                .filter(version -> texts.valid(version, given.saidOn()))
                .filter(version -> kinds.stream().anyMatch(kind -> !kind.isIn(version)))
                .map(version -> Refusal.of(field, "ledger.kinds.not-in-text", version));
    }

    /** Of how something was said by whoever has changed their mind. */
    List<Refusal> in(Given given) {
        var faults = new ArrayList<Refusal>();
        if (given.saidOn().isAfter(LocalDate.now(clock))) {
            faults.add(Refusal.of("saidOn", "ledger.said-on.future"));
        }
        if (given.how() == How.OWN_PAGE) {
            faults.add(Refusal.of("how", "ledger.how.required"));
        }
        if (given.how() == How.SPOKEN) {
            text("spokenReason", given.spokenReason(), "ledger.spoken-reason.required")
                    .ifPresent(faults::add);
        }
        if (given.how() == How.PAPER && given.scan().isEmpty()) {
            faults.add(Refusal.of("paper", "ledger.paper.required"));
        }
        given.scan().flatMap(Scan::problem).ifPresent(key -> faults.add(Refusal.of("paper", key)));
        return faults;
    }

    private static Optional<Refusal> text(String field, String text, String required) {
        if (text.isBlank()) {
            return Optional.of(Refusal.of(field, required));
        }
        return text.length() > LONGEST_TEXT
                ? Optional.of(Refusal.of(field, "form.too-long", LONGEST_TEXT, text.length()))
                : Optional.empty();
    }

    /** Of a change of mind: it can't have been said before what it changes. */
    Optional<Refusal> since(Answer before, Given given) {
        return given.saidOn().isBefore(before.saidOn())
                ? Optional.of(Refusal.of("saidOn", "ledger.said-on.before"))
                : Optional.empty();
    }

    /** Of the last day of a yes. */
    Optional<Refusal> inLastDay(LocalDate saidOn, Optional<LocalDate> validUntil) {
        if (validUntil.isEmpty()) {
            return Optional.of(Refusal.of("validUntil", "ledger.valid-until.required"));
        }
        var day = validUntil.get();
        if (day.isBefore(saidOn)) {
            return Optional.of(Refusal.of("validUntil", "ledger.valid-until.before-said"));
        }
        if (day.isBefore(LocalDate.now(clock))) {
            return Optional.of(Refusal.of("validUntil", "ledger.valid-until.past"));
        }
        return day.isAfter(saidOn.plusYears(LONGEST_YEARS))
                ? Optional.of(Refusal.of("validUntil", "ledger.valid-until.too-long", LONGEST_YEARS))
                : Optional.empty();
    }
}
