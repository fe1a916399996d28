package se.framsteg.cases.emergency;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Throttle;
import se.framsteg.audit.Journal;
import se.framsteg.audit.Trace;
import se.framsteg.cases.Cases;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.IdentityNumber;
import se.framsteg.shared.NotFoundException;

/**
 * The door to a case that one does not reach: open for an hour, to look alone, to whoever gives a reason. What is opened is the
 * access rule's business (see {@code Reach.EMERGENCY}); who is told is this room's.
 */
@Component
public class Emergencies {
    private final Guard guard;
    private final Journal journal;
    private final Throttle throttle;
    private final EmergencyStore emergencies;
    private final Cases cases;
    private final Clock clock;

    Emergencies(Guard guard, Journal journal, Throttle throttle, EmergencyStore emergencies, Cases cases, Clock clock) {
        this.guard = guard;
        this.journal = journal;
        this.throttle = throttle;
        this.emergencies = emergencies;
        this.cases = cases;
        this.clock = clock;
    }

    /** What came of trying to open a case. */
    public sealed interface Opening {
        /** It can be looked at now. */
        record Opened(CaseId id) implements Opening {}

        /** No such case in the organisation, or one that this door does not open: which is not told. */
        record Closed() implements Opening {}

        /** Too many tries; nothing was looked up. */
        record Wait(Duration pause) implements Opening {}
    }

    /** @throws NotFoundException unless the actor is caseworker or lead */
    public void requireDoor(Actor.Staff actor) {
        if (!guard.allows(actor, Action.TRY_EMERGENCY, EmergencyDoor.OWN_ORGANISATION)) {
            throw new NotFoundException();
        }
    }

    /**
     * Opens a case of the actor's own organisation for an hour. One that the actor reaches anyhow is opened as it is.
     *
     * @param wanted the whole case number or the whole identity number
     * @param reason 10–1000 characters
     * @throws NotFoundException unless the actor is caseworker or lead
     */
    @Transactional
    public Opening open(Actor.Staff actor, String wanted, String reason) {
        guard.admit(actor, Action.TRY_EMERGENCY, EmergencyDoor.OWN_ORGANISATION);
        var key = new Throttle.Key("emergency " + actor.id(), 5, Duration.ofMinutes(30));
        var pause = throttle.begin(key);
        if (pause.isPresent()) {
            return failed(actor, new Opening.Wait(pause.get()));
        }
        var found = emergencies.find(wanted.strip(), identity(wanted));
        if (found.isEmpty()) {
            return failed(actor, new Opening.Closed());
        }
        throttle.succeeded(key);
        if (!guard.allows(actor, Action.SEE_CASE, found.get())) {
            open(actor, found.get(), reason);
        }
        return new Opening.Opened(found.get());
    }

    /** Whoever reviews the journal is told how often, see {@code LogReviews}. */
    private Opening failed(Actor.Staff actor, Opening why) {
        journal.write(actor.who(), Action.FAIL_EMERGENCY.name(), Trace.of("emergency door", null, actor.association()));
        return why;
    }

    private void open(Actor.Staff actor, CaseId id, String reason) {
        emergencies.open(actor, id, reason);
        var facts = cases.facts(id).orElseThrow();
        journal.write(
                actor.who(),
                Action.OPEN_IN_EMERGENCY.name(),
                Trace.ofCase(id, facts.association(), facts.participant()));
    }

    /** As it is stored, or as a region writes its reserve numbers. */
    private String identity(String wanted) {
        return IdentityNumber.read(wanted, LocalDate.now(clock)) instanceof IdentityNumber.Reading.Valid(var number)
                ? number.value()
                : wanted.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }
}
