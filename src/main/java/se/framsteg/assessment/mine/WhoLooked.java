package se.framsteg.assessment.mine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.assessment.Round;
import se.framsteg.assessment.Rounds;
import se.framsteg.audit.JournalReading;
import se.framsteg.audit.JournalReading.Line;
import se.framsteg.audit.Who;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;

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
    private final StaffRegister staff;
    private final Clock clock;

    WhoLooked(Guard guard, Rounds rounds, JournalReading journal, StaffRegister staff, Clock clock) {
        this.guard = guard;
        this.rounds = rounds;
        this.journal = journal;
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
     * What one did on a day.
     *
     * @param colleague who, if it was a member of staff; the looks of others are not told apart
     */
    public record By(Who.Kind kind, Optional<StaffRegister.Colleague> colleague, Set<Look> looks) {}

    /**
     * Who has looked at what is kept about the holder of this key, in the case that it belongs to.
     *
     * @param before only what was earlier than this day; without it, the latest
     * @throws NotFoundException if the key does not open the own page
     */
    @Transactional
    public Told about(Actor.Respondent participant, Optional<LocalDate> before) {
        guard.admit(participant, Action.SEE_OWN_PAGE, participant.round());
        var person = rounds.opened(participant).map(Round::participant).orElseThrow(NotFoundException::new);
        var until = before.orElseGet(() -> LocalDate.now(clock).plusDays(1));
        var lines = journal.about(person, until, DAYS_ON_A_PAGE + 1);
        var days = days(
                lines,
                staff.colleagues(
                        lines.stream().flatMap(line -> line.staff().stream()).toList()));
        return days.size() > DAYS_ON_A_PAGE
                ? new Told(
                        days.subList(0, DAYS_ON_A_PAGE),
                        Optional.of(days.get(DAYS_ON_A_PAGE - 1).on()))
                : new Told(days, Optional.empty());
    }

    private static List<Day> days(Collection<Line> lines, Map<StaffId, StaffRegister.Colleague> colleagues) {
        var days = new LinkedHashMap<LocalDate, Map<Looker, Set<Look>>>();
        for (var line : lines) {
            days.computeIfAbsent(line.day(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(new Looker(line.kind(), line.staff()), _ -> new LinkedHashSet<>())
                    .add(Look.of(line.action()));
        }
        var told = new ArrayList<Day>();
        for (var day : days.entrySet()) {
            var by = new ArrayList<By>();
            for (var one : day.getValue().entrySet()) {
                var colleague = one.getKey().staff().map(colleagues::get);
                by.add(new By(one.getKey().kind(), colleague, one.getValue()));
            }
            told.add(new Day(day.getKey(), by));
        }
        return told;
    }

    private record Looker(Who.Kind kind, Optional<StaffId> staff) {}
}
