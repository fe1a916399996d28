package se.framsteg.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.framsteg.cases.CaseFacts;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.StaffId;

/** A person's ledger with the names of those in it, as it is told. Guards nothing: the doors do. */
@Component
class Ledgers {
    private final ConsentStore consents;
    private final OrganisationRegister organisations;
    private final StaffRegister staff;
    private final Clock clock;

    Ledgers(ConsentStore consents, OrganisationRegister organisations, StaffRegister staff, Clock clock) {
        this.consents = consents;
        this.organisations = organisations;
        this.staff = staff;
        this.clock = clock;
    }

    Ledger of(ParticipantId person) {
        return new Ledger(consents.of(person));
    }

    Map<Recipient, Set<Kind>> openNow(CaseFacts facts) {
        return of(facts.participant()).openAt(clock.instant());
    }

    Map<Recipient, Standing> standing(CaseFacts facts, Kind kind) {
        return of(facts.participant()).standing(kind, clock.instant());
    }

    ConsentView told(CaseFacts facts) {
        return told(facts.association(), of(facts.participant()));
    }

    ConsentView told(AssociationId association, Ledger ledger) {
        var today = LocalDate.now(clock);
        var named = new Named(organisations.names(association), staff.names(recorders(ledger)));
        var lines = lines(ledger, named);
        return new ConsentView(
                last(lines, one -> one.consent().holdsOn(today)),
                last(lines, one -> one.consent().ranOutBefore(today)),
                lines);
    }

    /** Names to tell the ledger with. */
    private record Named(Map<OrganisationId, String> organisations, Map<StaffId, String> staff) {
        String called(Recipient to) {
            return switch (to) {
                case Recipient.Organisation(var id) -> organisations.getOrDefault(id, "");
                case Recipient.Named(var _, var name) -> name;
            };
        }

        String by(Answer answer) {
            return answer.recordedBy().map(id -> staff.getOrDefault(id, "")).orElse("");
        }
    }

    private static List<StaffId> recorders(Ledger ledger) {
        return answers(ledger).flatMap(answer -> answer.recordedBy().stream()).toList();
    }

    private static Stream<Answer> answers(Ledger ledger) {
        return ledger.consents().stream().flatMap(consent -> consent.answers().stream());
    }

    private static List<ConsentView.Line> lines(Ledger ledger, Named named) {
        var lines = new ArrayList<ConsentView.Line>();
        for (var consent : ledger.consents()) {
            for (var answer : consent.answers()) {
                lines.add(new ConsentView.Line(
                        consent,
                        answer,
                        ledger.turn(consent, answer),
                        named.organisations().getOrDefault(consent.from(), ""),
                        named.called(consent.to()),
                        named.by(answer)));
            }
        }
        // What was ended by a new answer about the same recipient comes before that answer.
        lines.sort(Comparator.comparing((ConsentView.Line line) -> line.answer().recordedAt())
                .thenComparing(line -> line.answer().number(), Comparator.reverseOrder()));
        return lines;
    }

    private static List<ConsentView.Line> last(List<ConsentView.Line> lines, Predicate<ConsentView.Line> which) {
        return lines.stream()
                .filter(line -> line.answer().equals(line.consent().last()))
                .filter(which)
                .sorted(Comparator.comparing(ConsentView.Line::called)
                        .thenComparing(line -> line.consent().id().value()))
                .toList();
    }
}
