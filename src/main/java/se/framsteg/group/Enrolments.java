package se.framsteg.group;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.audit.Journal;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.CaseEnded;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.CaseLists;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.group.Enrolment.End;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to who takes part in groups. Whoever has the case enrols, and with that lets the group's leaders know the person's name and who
 * came. An enrolment is an activity in the case; the end of the case ends it.
 */
@Component
public class Enrolments {
    /** A day further away is a slip of the pen: our own choice. */
    private static final int MOST_DAYS = 366;

    private final Guard guard;
    private final CaseDoor door;
    private final Lists lists;
    private final GroupStore groups;
    private final SessionStore sessions;
    private final EnrolmentStore enrolments;
    private final AttendanceStore attendance;
    private final Clock clock;

    Enrolments(
            Guard guard,
            CaseDoor door,
            Lists lists,
            GroupStore groups,
            SessionStore sessions,
            EnrolmentStore enrolments,
            AttendanceStore attendance,
            Clock clock) {
        this.guard = guard;
        this.door = door;
        this.lists = lists;
        this.groups = groups;
        this.sessions = sessions;
        this.enrolments = enrolments;
        this.attendance = attendance;
        this.clock = clock;
    }

    /** Shows names, and journals each. */
    @Component("listsOfGroups")
    record Lists(CaseLists cases, Cases facts, Journal journal) {
        List<EnrolmentStore.Led> show(Actor.Staff actor, List<EnrolmentStore.Led> led) {
            journal.write(
                    actor.who(),
                    Action.LIST_CASE.name(),
                    led.stream().map(EnrolmentStore.Led::trace).toList());
            return led;
        }
    }

    /**
     * Somebody in the list of those enrolled.
     *
     * @param path to the enrolment in the case; empty for a leader who does not have the case
     * @param came to how many sessions, of {@code counted} in which it was written down
     */
    public record Person(
            String called, LocalDate from, Optional<LocalDate> to, Optional<String> path, int came, int counted) {
        @Override
        public String toString() {
            return "somebody enrolled";
        }
    }

    /**
     * Those enrolled, as far as the actor sees them: all to a leader of the group; to others those whose cases they have.
     *
     * @throws NotFoundException if the actor may not see the group
     */
    @Transactional
    public List<Person> people(Actor.Staff actor, GroupId group) {
        guard.admit(actor, Action.SEE_GROUP, group);
        var led = lists.show(actor, enrolments.led(group));
        var own = enrolments.own(group, actor.id());
        var frames = lists.cases()
                .show(actor, own.stream().map(EnrolmentStore.Own::trace).toList());
        var shares = attendance.shares(group).stream().collect(toMap(AttendanceStore.Share::id, Function.identity()));
        var none = new AttendanceStore.Share(EnrolmentId.create(), 0, 0);
        var paths = own.stream()
                .map(EnrolmentStore.Own::enrolment)
                .collect(toMap(Enrolment::id, one -> "/cases/" + one.caseId() + "/groups/" + one.id()));
        var people = new ArrayList<Person>();
        var seen = new HashSet<EnrolmentId>();
        for (var one : led) {
            var share = shares.getOrDefault(one.id(), none);
            seen.add(one.id());
            people.add(new Person(
                    one.called(),
                    one.from(),
                    one.to(),
                    Optional.ofNullable(paths.get(one.id())),
                    share.came(),
                    share.counted()));
        }
        for (var one : own) {
            var enrolment = one.enrolment();
            if (!seen.contains(enrolment.id())) {
                var share = shares.getOrDefault(enrolment.id(), none);
                people.add(new Person(
                        requireNonNull(frames.get(enrolment.caseId())).called(),
                        enrolment.from(),
                        enrolment.end().map(End::on),
                        Optional.ofNullable(paths.get(enrolment.id())),
                        share.came(),
                        share.counted()));
            }
        }
        return people;
    }

    /** Somebody whom the actor could enrol; {@code needsName}: in the case alone, where it is told what the leaders are to call them. */
    public record Choice(CaseFrame frame, boolean needsName) {}

    /**
     * The cases of the actor that do not take part in the group.
     *
     * @throws NotFoundException if the actor may not see the group
     */
    @Transactional
    public List<Choice> choices(Actor.Staff actor, GroupId group) {
        guard.admit(actor, Action.SEE_GROUP, group);
        var candidates = enrolments.candidates(group, actor.id());
        var frames = lists.cases()
                .show(
                        actor,
                        candidates.stream().map(EnrolmentStore.Candidate::trace).toList());
        return candidates.stream()
                .map(one -> new Choice(requireNonNull(frames.get(one.caseId())), one.needsName()))
                .toList();
    }

    /**
     * Enrols several at once: all or, if there are too few places, none. Those who are enrolled already stay so.
     *
     * @return how many take part that did not before; fewer than asked for where a case has ended meanwhile
     * @throws NotFoundException if the actor may not see the group
     */
    @Transactional
    public Result<Integer> enrol(Actor.Staff actor, GroupId id, Collection<CaseId> cases, LocalDate from) {
        guard.admit(actor, Action.SEE_GROUP, id);
        var group = groups.find(id).orElseThrow(NotFoundException::new);
        var anew = cases.stream().filter(one -> !enrolments.enrolled(one, id)).toList();
        var faults = faults(group, from);
        if (faults.isEmpty()) {
            full(group, anew.size()).ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            return new Result.Refused<>(faults);
        }
        int done = 0;
        for (var one : anew) {
            if (enrol(actor, one, EnrolmentId.create(), id, "", from) instanceof Result.Done<?>) {
                done++;
            }
        }
        return new Result.Done<>(done);
    }

    /**
     * Enrols somebody. The same id once more changes nothing, and is refused if it says something else.
     *
     * @param agreedName up to 100 characters; needed where the leaders may not know the person's own
     * @param from the first day
     * @return stale if the case has ended or is restricted
     * @throws NotFoundException if the actor may not see the case or the group
     */
    @Transactional
    public Result<EnrolmentId> enrol(
            Actor.Staff actor, CaseId caseId, EnrolmentId id, GroupId groupId, String agreedName, LocalDate from) {
        if (!guard.allows(actor, Action.SEE_GROUP, groupId)) {
            throw new NotFoundException();
        }
        return door.change(actor, Action.ENROL_IN_GROUP, Action.SEE_CASE, caseId, () -> {
            var group = groups.find(groupId).orElseThrow(NotFoundException::new);
            var facts = lists.facts().facts(caseId).orElseThrow(NotFoundException::new);
            if (!facts.initiative().equals(group.initiative())) {
                throw new NotFoundException();
            }
            var saved = enrolments.find(caseId, id);
            if (saved.isPresent()) {
                return saved.get().is(groupId, agreedName, from)
                        ? new Result.Done<>(id)
                        : Result.refused("group", "group.enrolled-before");
            }
            var faults = faults(group, from);
            if (agreedName.isBlank() && enrolments.needsAgreedName(caseId)) {
                faults.add(Refusal.of("agreedName", "group.agreed-name.required"));
            }
            if (enrolments.enrolled(caseId, groupId)) {
                faults.add(Refusal.of("group", "group.enrolled-already"));
            } else {
                full(group, 1).ifPresent(faults::add);
            }
            if (!faults.isEmpty()) {
                return new Result.Refused<>(faults);
            }
            enrolments.add(id, groupId, caseId, agreedName, from, actor.id());
            return enrolments.find(caseId, id).isPresent()
                    ? new Result.Done<>(id)
                    : Result.refused("group", "group.enrolled-already");
        });
    }

    private List<Refusal> faults(Programme group, LocalDate from) {
        var today = LocalDate.now(clock);
        var faults = new ArrayList<Refusal>();
        if (group.state(today) == Programme.State.ENDED) {
            faults.add(Refusal.of("group", "group.over"));
        } else if (group.last().filter(from::isAfter).isPresent()) {
            faults.add(Refusal.of("from", "group.from.after-last"));
        } else if (from.isAfter(today.plusDays(MOST_DAYS)) || from.isBefore(today.minusDays(MOST_DAYS))) {
            faults.add(Refusal.of("from", "group.from.far"));
        }
        return faults;
    }

    /** Why so many more do not find room; the group is held, so that two do not take the last place. */
    private Optional<Refusal> full(Programme group, int more) {
        var taken = groups.taken(group.id());
        return group.details()
                .places()
                .filter(places -> taken + more > places)
                .map(places -> places <= taken
                        ? Refusal.of("group", "group.full", places)
                        : Refusal.of("group", "group.too-few-places"));
    }

    /**
     * The groups of a case.
     *
     * @param enrolled in which the person takes part or has taken part, the latest first
     * @param open those of the initiative that can be chosen
     * @param needsName whether it must be told what the leaders are to call the person
     * @param mayEnrol whether the actor may enrol now
     */
    public record OfCase(List<Line> enrolled, List<Programme> open, boolean needsName, boolean mayEnrol) {}

    /** @param hidden whether the leaders don't see the person, since no name has been agreed on, or none since it was needed */
    public record Line(Enrolment enrolment, Programme group, int came, int counted, boolean hidden) {}

    /** @throws NotFoundException if the actor may not see the case */
    @Transactional
    public OfCase of(Actor.Staff actor, CaseId caseId) {
        var allowed = guard.admit(actor, Action.SEE_CASE, caseId);
        var facts = lists.facts().facts(caseId).orElseThrow(NotFoundException::new);
        var needsName = enrolments.needsAgreedName(caseId);
        var found = groups.of(List.of(facts.initiative()));
        var byId = found.stream().collect(toMap(Programme::id, Function.identity()));
        var parts = enrolments.parts(caseId).stream().collect(toMap(EnrolmentStore.Part::id, Function.identity()));
        var hidden = enrolments.hidden(caseId);
        var lines = enrolments.of(caseId).stream()
                .filter(one -> byId.containsKey(one.group()))
                .map(one -> line(one, requireNonNull(byId.get(one.group())), parts, hidden))
                .toList();
        var taking = lines.stream()
                .filter(line -> line.enrolment().end().isEmpty())
                .map(line -> line.group().id())
                .toList();
        var today = LocalDate.now(clock);
        return new OfCase(
                lines,
                found.stream()
                        .filter(one -> one.state(today) != Programme.State.ENDED && !taking.contains(one.id()))
                        .toList(),
                needsName,
                allowed.contains(Action.ENROL_IN_GROUP));
    }

    private static Line line(
            Enrolment enrolment,
            Programme group,
            Map<EnrolmentId, EnrolmentStore.Part> parts,
            Set<EnrolmentId> hidden) {
        var part = parts.get(enrolment.id());
        return new Line(
                enrolment,
                group,
                part == null ? 0 : part.came(),
                part == null ? 0 : part.counted(),
                hidden.contains(enrolment.id()));
    }

    /**
     * One enrolment with what was written down at each session.
     *
     * @param mayChange whether the actor may end it, or say what the leaders are to call the person
     */
    public record View(
            Line line, List<Session> sessions, Map<SessionId, Mark> marks, boolean needsName, boolean mayChange) {}

    /** @throws NotFoundException if the case has none such, or if the actor may not see the case */
    @Transactional
    public View see(Actor.Staff actor, CaseId caseId, EnrolmentId id) {
        var allowed = guard.admit(actor, Action.SEE_CASE, caseId);
        var enrolment = enrolments.find(caseId, id).orElseThrow(NotFoundException::new);
        var group = groups.find(enrolment.group()).orElseThrow(NotFoundException::new);
        var needsName = enrolments.needsAgreedName(caseId);
        var parts = enrolments.parts(caseId).stream().collect(toMap(EnrolmentStore.Part::id, Function.identity()));
        return new View(
                line(enrolment, group, parts, enrolments.hidden(caseId)),
                sessions.of(enrolment.group()),
                attendance.of(id),
                needsName,
                allowed.contains(Action.LEAVE_GROUP) && enrolment.end().isEmpty());
    }

    /**
     * Ends an enrolment.
     *
     * @param end not before it began, and not after today
     * @return stale if somebody else has changed it, or the case has ended
     * @throws NotFoundException if the actor may not see the case, or it has none such
     */
    @Transactional
    public Result<EnrolmentId> leave(Actor.Staff actor, CaseId caseId, EnrolmentId id, int version, End end) {
        return door.change(actor, Action.LEAVE_GROUP, Action.SEE_CASE, caseId, () -> {
            var now = enrolments.find(caseId, id).orElseThrow(NotFoundException::new);
            if (end.on().isBefore(now.from())) {
                return Result.refused("on", "group.left.too-early");
            }
            if (end.on().isAfter(LocalDate.now(clock)) && end.on().isAfter(now.from())) {
                return Result.refused("on", "group.left.too-late");
            }
            return enrolments.end(id, version, end, actor.id()) ? new Result.Done<>(id) : new Result.Stale<>();
        });
    }

    /**
     * Says what the leaders are to call the person.
     *
     * @param agreedName up to 100 characters; needed where the leaders may not know the person's own
     * @return stale if somebody else has changed it, or the case has ended
     * @throws NotFoundException if the actor may not see the case, or it has none such
     */
    @Transactional
    public Result<EnrolmentId> name(Actor.Staff actor, CaseId caseId, EnrolmentId id, int version, String agreedName) {
        return door.change(actor, Action.ENROL_IN_GROUP, Action.SEE_CASE, caseId, () -> {
            if (enrolments.find(caseId, id).isEmpty()) {
                throw new NotFoundException();
            }
            if (agreedName.isBlank() && enrolments.needsAgreedName(caseId)) {
                return Result.refused("agreedName", "group.agreed-name.required");
            }
            return enrolments.name(id, version, agreedName) ? new Result.Done<>(id) : new Result.Stale<>();
        });
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseEnded event) {
        enrolments.endAll(event.caseId(), event.endedOn());
    }
}
