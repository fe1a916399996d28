package se.framsteg.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Guard;
import se.framsteg.audit.Journal;
import se.framsteg.audit.Trace;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Participants;
import se.framsteg.cases.Participants.Reachable;
import se.framsteg.cases.Result;
import se.framsteg.notification.carrier.Obstacle;
import se.framsteg.notification.carrier.PhoneNumber;
import se.framsteg.notification.carrier.Way;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/** The door to reminders: what a person has said about them, and what became of those that were to be sent. */
@Component
public class Reminders {
    /** For so long back an initiative's reminders are counted. */
    static final int DAYS_BACK = 90;

    private static final int MOST = 50;

    private final Guard guard;
    private final ChoiceTable choices;
    private final ReminderTable reminders;
    private final Carriers carriers;
    private final ReminderText text;
    private final Outside outside;

    Reminders(
            Guard guard,
            ChoiceTable choices,
            ReminderTable reminders,
            Carriers carriers,
            ReminderText text,
            Outside outside) {
        this.guard = guard;
        this.choices = choices;
        this.reminders = reminders;
        this.carriers = carriers;
        this.text = text;
        this.outside = outside;
    }

    /** What is needed of other rooms. */
    @Component
    record Outside(
            CaseDoor door,
            Cases cases,
            Participants participants,
            StaffRegister staff,
            Journal journal,
            Asking asking,
            Clock clock) {}

    /**
     * The reminders of a case.
     *
     * @param choice what holds now; empty if nobody has asked the person
     * @param recordedBy the name of who wrote it down; empty if the person stopped them, or nobody has asked
     * @param person how to reach the person; empty if anonymous
     * @param obstacles the ways on which nothing can be sent at all, and why
     * @param sent the newest first
     * @param example a message as it will read, in the person's language
     * @param changeable whether the viewer can make another choice
     */
    public record View(
            CaseFrame frame,
            Optional<Choice> choice,
            String recordedBy,
            Optional<Reachable> person,
            Map<Way, Obstacle> obstacles,
            List<Reminder> sent,
            String example,
            boolean changeable) {
        int version() {
            return choice.map(Choice::version).orElse(0);
        }

        /** Whether nothing can be sent at all. */
        public boolean closed() {
            return obstacles.size() == Way.values().length;
        }
    }

    /** @throws NotFoundException if the actor may not see the case */
    @Transactional
    View see(Actor.Staff actor, CaseId id) {
        guard.admit(actor, Action.SEE_REMINDERS, id);
        var choice = choices.now(id);
        var person = outside.participants().reachable(id);
        return new View(
                outside.cases().frame(actor, id),
                choice,
                recordedBy(choice),
                person,
                carriers.obstacles(),
                reminders.of(id, MOST),
                text.example(person.map(Reachable::language).orElse("sv")),
                guard.allows(actor, Action.CHANGE_REMINDERS, id));
    }

    private String recordedBy(Optional<Choice> choice) {
        return choice.flatMap(Choice::recordedBy)
                .flatMap(by ->
                        outside.staff().names(List.of(by)).values().stream().findFirst())
                .orElse("");
    }

    /**
     * What the person has said.
     *
     * @param way empty for no reminders
     * @param saidOn the day on which the person said so; not after today
     */
    record Said(Optional<Way> way, PartOfDay partOfDay, LocalDate saidOn) {}

    /**
     * Records what the person has said. What waits in the queue is taken away: it follows the new choice from its next
     * occasion on.
     *
     * @param version of the choice that this one takes the place of; 0 if there was none
     * @throws NotFoundException if the actor may not see the case
     */
    @Transactional
    Result<CaseId> choose(Actor.Staff actor, CaseId id, int version, Said said) {
        return outside.door()
                .change(
                        actor,
                        Action.CHANGE_REMINDERS,
                        Action.SEE_REMINDERS,
                        id,
                        () -> store(actor, id, version, said));
    }

    private Result<CaseId> store(Actor.Staff actor, CaseId id, int version, Said said) {
        if (said.saidOn().isAfter(LocalDate.now(outside.clock()))) {
            return Result.refused("saidOn", "reminders.said-on.future");
        }
        if (said.way().filter(way -> !isReachable(id, way)).isPresent()) {
            return Result.refused("way", "reminders.unreachable." + said.way().get());
        }
        var facts = facts(id);
        choices.lock(id);
        if (!choices.end(id, version)
                || !choices.add(facts.association(), id, said.way(), said.partOfDay(), said.saidOn(), actor.id())) {
            return new Result.Stale<>();
        }
        reminders.stop(id);
        return new Result.Done<>(id);
    }

    private boolean isReachable(CaseId id, Way way) {
        return outside.participants()
                .reachable(id)
                .filter(person -> address(person, way).isPresent())
                .isPresent();
    }

    /** Where messages to this person would go; empty if nowhere. */
    static Optional<String> address(Reachable person, Way way) {
        return switch (way) {
            case EMAIL -> Optional.of(person.email()).filter(email -> !email.isBlank());
            case SMS -> PhoneNumber.international(person.phone());
        };
    }

    /** Whether there is something to stop with this token. */
    @Transactional
    boolean canStop(String token) {
        return outside.asking().byInstallation(() -> choices.stops(token)).isPresent();
    }

    /**
     * Stops all reminders in the case that the token belongs to, at once. Whoever holds a message may do it; who does is not
     * known, so the journal names nobody.
     *
     * @return false if there is no such token
     */
    @Transactional
    boolean stop(String token) {
        return outside.asking().byInstallation(() -> {
            var found = choices.stops(token);
            found.ifPresent(this::stop);
            return found.isPresent();
        });
    }

    private void stop(CaseId id) {
        // If somebody chooses at this very moment, the stop waits for it and ends what was chosen.
        choices.lock(id);
        if (choices.endReminding(id)) {
            var facts = facts(id);
            var today = LocalDate.now(outside.clock());
            choices.add(facts.association(), id, Optional.empty(), PartOfDay.ANY, today, null);
            reminders.stop(id);
            outside.journal()
                    .write(
                            new Actor.Installation().who(),
                            Action.STOP_REMINDERS.name(),
                            new Trace("case", id, facts.association(), id, facts.participant()));
        }
    }

    /**
     * The reminders of an initiative during the last 90 days.
     *
     * @param failed those that did not go, in cases that the viewer reaches, newest first
     */
    public record OfInitiative(Map<Reminder.State, Integer> counts, List<Failed> failed, Map<Way, Obstacle> obstacles) {
        /** Whether none has been planned. */
        public boolean none() {
            return counts.values().stream().allMatch(count -> count == 0);
        }
    }

    /** One that did not go, with whom it was for. */
    public record Failed(CaseFrame frame, Reminder reminder) {}

    /** @throws NotFoundException unless the actor leads the initiative */
    @Transactional
    OfInitiative ofInitiative(Actor.Staff actor, InitiativeId initiative) {
        guard.admit(actor, Action.SEE_REMINDERS, initiative);
        var since = outside.clock().instant().minus(Duration.ofDays(DAYS_BACK));
        var failed = shown(actor, reminders.failed(initiative, actor.id(), since, MOST));
        return new OfInitiative(all(reminders.counts(initiative, since)), failed, carriers.obstacles());
    }

    /** With nought for what there is none of. */
    private static Map<Reminder.State, Integer> all(Map<Reminder.State, Integer> some) {
        var all = new EnumMap<Reminder.State, Integer>(Reminder.State.class);
        for (var state : Reminder.State.values()) {
            all.put(state, some.getOrDefault(state, 0));
        }
        return all;
    }

    /** The actor's own cases in which the last reminder did not go. */
    @Transactional
    List<Failed> failedLast(Actor.Staff actor, Instant since, int most) {
        return shown(actor, reminders.failedLast(actor.id(), since, most));
    }

    /** Journals each person that is listed. */
    private List<Failed> shown(Actor.Staff actor, List<Reminder> found) {
        outside.journal()
                .write(
                        actor.who(),
                        Action.LIST_CASE.name(),
                        found.stream().map(Reminder::trace).distinct().toList());
        var frames = outside.cases()
                .frames(found.stream().map(Reminder::caseId).distinct().toList());
        return found.stream()
                .flatMap(reminder ->
                        frame(frames.get(reminder.caseId())).map(frame -> new Failed(frame, reminder)).stream())
                .toList();
    }

    private static Optional<CaseFrame> frame(@Nullable CaseFrame frame) {
        return Optional.ofNullable(frame);
    }

    private CaseFacts facts(CaseId id) {
        return outside.cases().facts(id).orElseThrow(NotFoundException::new);
    }
}
