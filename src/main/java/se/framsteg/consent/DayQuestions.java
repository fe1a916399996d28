package se.framsteg.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Result;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;

/** Answers what an organisation could see on a day, from the ledger alone. Guards nothing: the door does. */
@Component
class DayQuestions {
    private final Ledgers ledgers;
    private final OrganisationRegister organisations;
    private final Clock clock;

    DayQuestions(Ledgers ledgers, OrganisationRegister organisations, Clock clock) {
        this.ledgers = ledgers;
        this.organisations = organisations;
        this.clock = clock;
    }

    Set<Kind> openNow(CaseFacts facts, OrganisationId organisation) {
        return ledgers.of(facts.participant()).openAt(organisation, clock.instant());
    }

    Result<Seen> ask(CaseFacts facts, OrganisationId organisation, LocalDate day, Optional<LocalTime> time) {
        var called = organisations.names(facts.association()).get(organisation);
        if (called == null) {
            return Result.refused("organisation", "ledger.day.organisation.required");
        }
        if (organisation.equals(facts.organisation())) {
            return Result.refused("organisation", "ledger.day.organisation.own");
        }
        var now = clock.instant();
        var from = day.atTime(time.orElse(LocalTime.MIN)).atZone(Time.SWEDEN).toInstant();
        if (from.isAfter(now)) {
            return Result.refused("day", "ledger.day.future");
        }
        var until = until(day, from, time.isPresent(), now);
        var ledger = ledgers.of(facts.participant());
        return new Result.Done<>(new Seen(
                organisation,
                called,
                day,
                time,
                spans(ledger.openDuring(organisation, from, until), from, until),
                because(facts, ledger, organisation, until)));
    }

    /** The end of the minute or the day that was asked about, or just after now, so that what is recorded now counts. */
    private static Instant until(LocalDate day, Instant from, boolean minute, Instant now) {
        var end = minute
                ? from.plus(Duration.ofMinutes(1))
                : day.plusDays(1).atStartOfDay(Time.SWEDEN).toInstant();
        return end.isAfter(now) ? now.plusNanos(1) : end;
    }

    private static Map<Kind, List<Seen.Span>> spans(Map<Kind, List<Ledger.Open>> open, Instant from, Instant until) {
        var spans = new EnumMap<Kind, List<Seen.Span>>(Kind.class);
        open.forEach((kind, during) -> spans.put(
                kind,
                during.stream()
                        .map(one -> new Seen.Span(
                                Optional.of(one.from()).filter(from::isBefore),
                                Optional.of(one.until()).filter(until::isAfter)))
                        .toList()));
        return spans;
    }

    private List<ConsentView.Line> because(CaseFacts facts, Ledger ledger, OrganisationId organisation, Instant until) {
        return ledgers.told(facts.association(), ledger).history().stream()
                .filter(line -> line.consent().to().equals(new Recipient.Organisation(organisation)))
                .filter(line -> line.answer().recordedAt().isBefore(until))
                .toList();
    }
}
