package se.framsteg.assessment.mine;

import static java.util.stream.Collectors.toCollection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.assessment.Rounds;
import se.framsteg.audit.JournalReading;
import se.framsteg.audit.Who;
import se.framsteg.cases.emergency.OwnEmergencies;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.NotFoundException;

/**
 * The door by which the participant sees who has looked at or changed what is kept about them (PDL 8 kap. 5 §; SoLPuL 10 §),
 * out of the journal.
 */
@Component
public class WhoLooked {
    private static final int DAYS_ON_A_PAGE = 30;

    private final Guard guard;
    private final Rounds rounds;
    private final JournalReading journal;
    private final OwnEmergencies emergencies;
    private final StaffRegister staff;
    private final Clock clock;

    WhoLooked(
            Guard guard,
            Rounds rounds,
            JournalReading journal,
            OwnEmergencies emergencies,
            StaffRegister staff,
            Clock clock) {
        this.guard = guard;
        this.rounds = rounds;
        this.journal = journal;
        this.emergencies = emergencies;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Some days on which somebody looked.
     *
     * @param days the latest first
     * @param earlier the day before which there may be more; empty if this is all
     */
    public record Told(List<Day> days, Optional<LocalDate> earlier) {}

    public record Day(LocalDate on, List<By> by) {}

    /**
     * One kind of thing that was done, once or more often.
     *
     * @param first when it was done the first time that day
     * @param last the last time, the same as the first if it was once
     */
    public record Done(Look look, Instant first, Instant last) {}

    /**
     * What one did on a day.
     *
     * @param colleague who, if it was a member of staff; the looks of others are not told apart
     * @param roles what that member of staff is today, in order
     * @param emergency the reason, if it was done after opening the case in an emergency
     * @param did in order of when it was begun, the latest first
     */
    public record By(
            Who.Kind kind,
            Optional<StaffRegister.Colleague> colleague,
            Set<Role> roles,
            Optional<String> emergency,
            List<Done> did) {
        public Set<Look> looks() {
            return did.stream().map(Done::look).collect(toCollection(LinkedHashSet::new));
        }

        public Instant first() {
            return did.stream().map(Done::first).min(Comparator.naturalOrder()).orElseThrow();
        }

        public Instant last() {
            return did.stream().map(Done::last).max(Comparator.naturalOrder()).orElseThrow();
        }

        /** Nothing of it: it is about a person. */
        @Override
        public String toString() {
            return kind + " " + looks();
        }
    }

    /**
     * Who has looked at what is kept about the holder of this key, in the case that it belongs to.
     *
     * @param before only what was earlier than this day; without it, the latest
     * @throws NotFoundException if the key does not open the own page
     */
    @Transactional
    public Told about(Actor.Respondent participant, Optional<LocalDate> before) {
        guard.admit(participant, Action.SEE_OWN_PAGE, participant.round());
        var round = rounds.opened(participant).orElseThrow(NotFoundException::new);
        var until = before.orElseGet(() -> LocalDate.now(clock).plusDays(1));
        var looked = Looked.of(
                journal.about(round.participant(), until, DAYS_ON_A_PAGE + 1), emergencies.of(round.caseId()));
        var days = days(looked);
        return days.size() > DAYS_ON_A_PAGE
                ? new Told(
                        days.subList(0, DAYS_ON_A_PAGE),
                        Optional.of(days.get(DAYS_ON_A_PAGE - 1).on()))
                : new Told(days, Optional.empty());
    }

    private List<Day> days(List<Looked> looked) {
        var ids = looked.stream().flatMap(one -> one.staff().stream()).toList();
        var colleagues = staff.colleagues(ids);
        var roles = staff.roles(ids);
        var days = new LinkedHashMap<LocalDate, List<By>>();
        for (var one : looked) {
            days.computeIfAbsent(one.day(), _ -> new ArrayList<>())
                    .add(new By(
                            one.kind(),
                            one.staff().map(colleagues::get),
                            one.staff().map(roles::get).orElse(Set.of()),
                            one.emergency().map(OwnEmergencies.Opened::reason),
                            one.did()));
        }
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }
}
