package se.framsteg.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.consent.Answer.Answered;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/** New rows in the ledger, by staff. Whoever comes second with the same answer finds that it has gone on, and nothing is saved. */
@Component
class Recording {
    private final CaseDoor door;
    private final Cases cases;
    private final ConsentStore consents;
    private final PaperStore papers;
    private final Faults faults;
    private final Clock clock;

    Recording(CaseDoor door, Cases cases, ConsentStore consents, PaperStore papers, Faults faults, Clock clock) {
        this.door = door;
        this.cases = cases;
        this.consents = consents;
        this.papers = papers;
        this.faults = faults;
        this.clock = clock;
    }

    List<Refusal> faults(CaseFacts facts, Sheet sheet) {
        var found = new ArrayList<>(faults.in(facts, sheet));
        var ledger = consents.of(facts.participant());
        for (int i = 0; i < sheet.asked().size(); i++) {
            if (answeredSince(ledger, sheet, sheet.asked().get(i))) {
                found.add(Refusal.of("to-" + (i + 1), "ledger.to.answered-since"));
            }
        }
        return found;
    }

    /** A yes replaces what was said before it, so it can't be from before what was said last. A no always ends what holds. */
    private static boolean answeredSince(List<Consent> ledger, Sheet sheet, Sheet.Asked row) {
        return row.yes()
                && ledger.stream()
                        .filter(one -> sheet.asked().stream()
                                .noneMatch(asked -> asked.id().equals(one.id())))
                        .filter(one -> one.to().key().equals(row.to().key()))
                        .flatMap(one -> one.answers().stream())
                        .anyMatch(
                                answer -> answer.saidOn().isAfter(sheet.given().saidOn()));
    }

    List<Refusal> faults(Given given, boolean question) {
        return question ? faults.inQuestion(given) : faults.in(given);
    }

    Result<List<ConsentId>> record(Actor.Staff actor, CaseId caseId, Sheet sheet) {
        return door.change(actor, Action.RECORD_CONSENT, Action.SEE_CONSENTS, caseId, () -> {
            var facts = facts(caseId);
            consents.lock(facts.participant());
            var refusals = faults(facts, sheet);
            if (!refusals.isEmpty()) {
                return new Result.Refused<>(refusals);
            }
            var ids = sheet.asked().stream().map(Sheet.Asked::id).toList();
            var known = known(facts, sheet);
            if (known.isEmpty()) {
                add(actor, facts, sheet);
                return new Result.Done<>(ids);
            }
            return known.equals(said(sheet)) ? new Result.Done<>(ids) : new Result.Stale<>();
        });
    }

    /** What a row of a sheet says, to tell a form that is sent twice from one that has been changed since. */
    private record Said(
            ConsentId id, Recipient to, String purpose, boolean yes, Set<Kind> kinds, Optional<LocalDate> until) {}

    private static List<Said> said(Sheet sheet) {
        return sheet.asked().stream()
                .map(row ->
                        new Said(row.id(), row.to(), sheet.purpose(), row.yes(), row.kinds(), until(sheet, row.yes())))
                .toList();
    }

    private static Optional<LocalDate> until(Sheet sheet, boolean yes) {
        return yes ? sheet.validUntil() : Optional.empty();
    }

    private List<Said> known(CaseFacts facts, Sheet sheet) {
        var all = consents.of(facts.participant());
        return sheet.asked().stream()
                .flatMap(row -> all.stream().filter(one -> one.id().equals(row.id())))
                .map(one -> said(one, one.answers().getFirst()))
                .toList();
    }

    private static Said said(Consent one, Answer first) {
        var yes = first.answered() == Answered.YES;
        return new Said(one.id(), one.to(), one.purpose(), yes, first.kinds(), first.validUntil());
    }

    private void add(Actor.Staff actor, CaseFacts facts, Sheet sheet) {
        var way = way(actor, facts, sheet.given());
        var now = clock.instant();
        var before = consents.of(facts.participant());
        for (var row : sheet.asked()) {
            if (!consents.ask(facts, row.id(), row.to(), sheet.purpose())) {
                throw new NotFoundException();
            }
            var next = new ConsentStore.Next(
                    row.yes() ? Answered.YES : Answered.NO,
                    row.kinds(),
                    until(sheet, row.yes()),
                    sheet.given().saidOn(),
                    way,
                    Optional.of(actor.id()),
                    now);
            endStanding(before, row.to(), next);
            consents.answer(row.id(), 0, next);
        }
    }

    /** A new answer about somebody replaces what was said about them before: a yes that stands ends as it is recorded. */
    private void endStanding(List<Consent> before, Recipient to, ConsentStore.Next next) {
        var end = new ConsentStore.Next(
                Answered.WITHDRAWN, Set.of(), Optional.empty(), next.saidOn(), next.way(), next.by(), next.at());
        before.stream()
                .filter(one -> one.to().key().equals(to.key()) && one.last().answered() == Answered.YES)
                .forEach(one -> consents.answer(one.id(), one.last().number(), end));
    }

    private Answer.Way way(Actor.Staff actor, CaseFacts facts, Given given) {
        return given.way(given.scan().map(scan -> papers.add(facts, scan, actor.id())));
    }

    Result<ConsentId> withdraw(Actor.Staff actor, CaseId caseId, ConsentId id, int number, Given given) {
        return follow(
                actor,
                Action.WITHDRAW_CONSENT,
                caseId,
                new After(id, number, given),
                _ -> faults.in(given),
                _ -> new Yes(Set.of(), Optional.empty()));
    }

    Result<ConsentId> narrow(Actor.Staff actor, CaseId caseId, ConsentId id, int number, Set<Kind> kept, Given given) {
        return follow(
                actor,
                Action.WITHDRAW_CONSENT,
                caseId,
                new After(id, number, given),
                before -> inNarrowing(before, kept, given),
                before -> new Yes(kept, before.validUntil()));
    }

    private List<Refusal> inNarrowing(Answer before, Set<Kind> kept, Given given) {
        var found = new ArrayList<>(faults.in(given));
        if (kept.isEmpty()) {
            found.add(Refusal.of("kinds", "ledger.narrow.nothing"));
        } else if (!before.kinds().containsAll(kept)) {
            found.add(Refusal.of("kinds", "ledger.narrow.more"));
        } else if (kept.size() == before.kinds().size()) {
            found.add(Refusal.of("kinds", "ledger.narrow.same"));
        }
        if (before.validUntil().filter(given.saidOn()::isAfter).isPresent()) {
            found.add(Refusal.of("saidOn", "ledger.narrow.over"));
        }
        return found;
    }

    Result<ConsentId> renew(
            Actor.Staff actor, CaseId caseId, ConsentId id, int number, LocalDate validUntil, Given given) {
        return follow(
                actor,
                Action.RECORD_CONSENT,
                caseId,
                new After(id, number, given),
                before -> inRenewing(before, validUntil, given),
                before -> new Yes(before.kinds(), Optional.of(validUntil)));
    }

    private List<Refusal> inRenewing(Answer before, LocalDate validUntil, Given given) {
        var found = new ArrayList<>(faults.inQuestion(given));
        faults.inLastDay(given.saidOn(), Optional.of(validUntil)).ifPresent(found::add);
        faults.notInText(given, before.kinds(), "textVersion").ifPresent(found::add);
        if (before.validUntil().filter(validUntil::isAfter).isEmpty()) {
            found.add(Refusal.of("validUntil", "ledger.renew.not-later"));
        }
        return found;
    }

    /** A change of mind about the answer of that number. */
    private record After(ConsentId id, int number, Given given) {}

    /** What a yes is about from now on; nothing if there is none any more. */
    private record Yes(Set<Kind> kinds, Optional<LocalDate> validUntil) {}

    private Result<ConsentId> follow(
            Actor.Staff actor,
            Action action,
            CaseId caseId,
            After after,
            Function<Answer, List<Refusal>> check,
            Function<Answer, Yes> next) {
        return door.change(actor, action, Action.SEE_CONSENTS, caseId, () -> {
            var facts = facts(caseId);
            consents.lock(facts.participant());
            var before = find(facts, after.id()).last();
            if (before.number() != after.number() || before.answered() != Answered.YES) {
                return new Result.Stale<>();
            }
            var refusals = new ArrayList<>(check.apply(before));
            faults.since(before, after.given()).ifPresent(refusals::add);
            if (!refusals.isEmpty()) {
                return new Result.Refused<>(refusals);
            }
            return answer(actor, facts, after, next.apply(before))
                    ? new Result.Done<>(after.id())
                    : new Result.Stale<>();
        });
    }

    private boolean answer(Actor.Staff actor, CaseFacts facts, After after, Yes yes) {
        var answered = yes.kinds().isEmpty() ? Answered.WITHDRAWN : Answered.YES;
        var way = way(actor, facts, after.given());
        return consents.answer(
                after.id(),
                after.number(),
                new ConsentStore.Next(
                        answered,
                        yes.kinds(),
                        yes.validUntil(),
                        after.given().saidOn(),
                        way,
                        Optional.of(actor.id()),
                        clock.instant()));
    }

    private Consent find(CaseFacts facts, ConsentId id) {
        return consents.of(facts.participant()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private CaseFacts facts(CaseId id) {
        return cases.facts(id).orElseThrow(NotFoundException::new);
    }
}
