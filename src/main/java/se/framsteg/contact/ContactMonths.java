package se.framsteg.contact;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.CaseLists;
import se.framsteg.contact.Contacts.Shown;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/** The door to months of logged time: for whoever logged it with whom it was about, and for the leads of an initiative in sums. */
@Component
public class ContactMonths {
    /** So far back one can choose. */
    private static final int MONTHS_OFFERED = 24;

    private final Guard guard;
    private final Contacts contacts;
    private final ContactStore store;
    private final WorkloadQueries workloads;
    private final CaseLists lists;
    private final InitiativeRegister initiatives;
    private final StaffRegister staff;
    private final Clock clock;

    ContactMonths(
            Guard guard,
            Contacts contacts,
            ContactStore store,
            WorkloadQueries workloads,
            CaseLists lists,
            InitiativeRegister initiatives,
            StaffRegister staff,
            Clock clock) {
        this.guard = guard;
        this.contacts = contacts;
        this.store = store;
        this.workloads = workloads;
        this.lists = lists;
        this.initiatives = initiatives;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * A month of one's own.
     *
     * @param offered the months that can be chosen, latest first
     * @param withoutContact those of the own cases that went on in the month with whom nobody has had contact then
     */
    public record Own(
            YearMonth month,
            List<YearMonth> offered,
            Workload work,
            List<Shown> logged,
            List<CaseFrame> withoutContact) {}

    /** How somebody has spent the time. */
    public record Coach(String name, Workload work) {}

    /** A month of an initiative, in sums for each who has logged something. */
    public record Led(
            InitiativeId initiative,
            String name,
            YearMonth month,
            List<YearMonth> offered,
            List<Coach> coaches,
            Workload all) {}

    /**
     * @param month as {@code 2026-11}; the present one if none or not offered
     * @throws NotFoundException if the actor has no log
     */
    @Transactional
    public Own own(Actor.Staff actor, Optional<String> month) {
        guard.admit(actor, Action.SEE_CONTACT_LOG, ContactLog.OWN);
        var chosen = chosen(month);
        var first = chosen.atDay(1);
        var last = chosen.atEndOfMonth();
        var today = LocalDate.now(clock);
        var withoutContact = store.withoutContact(actor.id(), first, last.isAfter(today) ? today : last);
        var frames = lists.show(actor, withoutContact);
        return new Own(
                chosen,
                offered(),
                workloads.of(actor.id(), first, last),
                contacts.logged(actor, first, last),
                withoutContact.stream()
                        .flatMap(trace -> Stream.ofNullable(frames.get(trace.caseId())))
                        .toList());
    }

    /**
     * Of time about persons as much is told as belongs to those whom the lead reaches.
     *
     * @throws NotFoundException unless the actor leads the initiative
     */
    @Transactional
    public Led led(Actor.Staff actor, InitiativeId id, Optional<String> month) {
        guard.admit(actor, Action.SEE_WORKLOAD, id);
        var chosen = chosen(month);
        var byCoach = workloads.in(id, chosen.atDay(1), chosen.atEndOfMonth());
        var names = staff.names(byCoach.keySet());
        var coaches = byCoach.entrySet().stream()
                .map(entry -> new Coach(names.getOrDefault(entry.getKey(), ""), entry.getValue()))
                .sorted(Comparator.comparing(Coach::name))
                .toList();
        var name = initiatives.find(id).orElseThrow(NotFoundException::new).name();
        return new Led(
                id,
                name,
                chosen,
                offered(),
                coaches,
                Workload.together(coaches.stream().map(Coach::work)));
    }

    private YearMonth chosen(Optional<String> month) {
        return month.flatMap(ContactMonths::read)
                .filter(offered()::contains)
                .orElseGet(() -> YearMonth.from(LocalDate.now(clock)));
    }

    private static Optional<YearMonth> read(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private List<YearMonth> offered() {
        var now = YearMonth.from(LocalDate.now(clock));
        return IntStream.range(0, MONTHS_OFFERED).mapToObj(now::minusMonths).toList();
    }
}
