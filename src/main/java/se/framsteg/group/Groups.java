package se.framsteg.group;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.group.Programme.Details;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;

/** The door to groups as programmes: what is offered, when, and by whom. Nothing here tells of anybody who takes part. */
@Component
public class Groups {
    private final Guard guard;
    private final GroupStore groups;
    private final SessionStore sessions;
    private final People people;
    private final InitiativeRegister initiatives;
    private final Clock clock;

    Groups(
            Guard guard,
            GroupStore groups,
            SessionStore sessions,
            People people,
            InitiativeRegister initiatives,
            Clock clock) {
        this.guard = guard;
        this.groups = groups;
        this.sessions = sessions;
        this.people = people;
        this.initiatives = initiatives;
        this.clock = clock;
    }

    /** Who can lead, and what things are called. */
    @Component("peopleOfGroups")
    record People(StaffRegister staff, OrganisationRegister organisations) {
        /** Those who work with persons in the organisation, by name. */
        Map<StaffId, String> eligible(OrganisationId organisation) {
            var all = new TreeMap<String, StaffId>();
            Stream.of(Role.CASEWORKER, Role.LEAD)
                    .flatMap(role -> staff.withRole(organisation, role).entrySet().stream())
                    .forEach(one -> all.put(one.getValue() + "\0" + one.getKey(), one.getKey()));
            return all.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getValue,
                            one -> one.getKey().substring(0, one.getKey().indexOf('\0')),
                            (a, b) -> a,
                            LinkedHashMap::new));
        }
    }

    /** The groups of one initiative; {@code counted} whether the actor may see how they are used, in counts. */
    public record Shelf(InitiativeId initiative, String name, List<Programme> groups, boolean counted) {}

    /**
     * The groups of the initiatives that the actor works with, for whoever works with persons in the organisation that owns them.
     *
     * @throws NotFoundException unless the actor works with persons
     */
    @Transactional
    public List<Shelf> overview(Actor.Staff actor) {
        if (!actor.is(Role.CASEWORKER) && !actor.is(Role.LEAD)) {
            throw new NotFoundException();
        }
        var mine = initiatives.ownedBy(actor.organisation()).stream()
                .filter(one -> guard.allows(actor, Action.LIST_GROUPS, one.id()))
                .toList();
        mine.forEach(one -> guard.admit(actor, Action.LIST_GROUPS, one.id()));
        var found = groups.of(mine.stream().map(Initiative::id).toList());
        return mine.stream()
                .map(one -> new Shelf(
                        one.id(),
                        one.name(),
                        found.stream()
                                .filter(group -> group.initiative().equals(one.id()))
                                .toList(),
                        guard.allows(actor, Action.SEE_WORKLOAD, one.id())))
                .toList();
    }

    /**
     * What can be chosen for a group.
     *
     * @param leaders those who can lead it, by name
     * @param parties the organisations of the association that can lecture, by name
     */
    public record Choices(String initiative, Map<StaffId, String> leaders, Map<OrganisationId, String> parties) {}

    /** @throws NotFoundException if the actor may not add a group to it */
    @Transactional
    public Choices choices(Actor.Staff actor, InitiativeId initiative) {
        guard.admit(actor, Action.LIST_GROUPS, initiative);
        return choices(initiatives.find(initiative).orElseThrow(NotFoundException::new));
    }

    private Choices choices(Initiative initiative) {
        return new Choices(
                initiative.name(),
                people.eligible(initiative.owner()),
                people.organisations().names(initiative.association()));
    }

    /**
     * Adds a group. The same id once more changes nothing.
     *
     * @return stale if something else has been saved under the id
     * @throws NotFoundException if the actor may not
     */
    @Transactional
    public Result<GroupId> add(Actor.Staff actor, GroupId id, InitiativeId initiative, Details details) {
        var permit = guard.permit(actor, Action.ADD_GROUP, initiative);
        var refusals = faults(initiatives.find(initiative).orElseThrow(NotFoundException::new), details);
        if (!refusals.isEmpty()) {
            return new Result.Refused<>(refusals);
        }
        groups.add(id, initiative, details, actor.id());
        var saved = groups.find(id);
        if (saved.filter(one ->
                        one.initiative().equals(initiative) && one.details().equals(details))
                .isEmpty()) {
            return new Result.Stale<>();
        }
        permit.journal(Action.ADD_GROUP);
        return new Result.Done<>(id);
    }

    private List<Refusal> faults(Initiative initiative, Details details) {
        var faults = new ArrayList<Refusal>();
        if (details.leaders().isEmpty()) {
            faults.add(Refusal.of("leaders", "group.leaders.required"));
        } else if (!people.eligible(initiative.owner()).keySet().containsAll(details.leaders())) {
            faults.add(Refusal.of("leaders", "group.leaders.unknown"));
        }
        return faults;
    }

    /**
     * A group with its sessions.
     *
     * @param choices what its people and parties are called
     * @param allowed what the actor may do with it
     */
    public record View(Programme group, List<Session> sessions, Choices choices, Set<Action> allowed, LocalDate today) {
        public boolean allows(Action action) {
            return allowed.contains(action);
        }

        public Programme.State state() {
            return group.state(today);
        }

        /** The names of those who lead the group. */
        public List<String> leaders() {
            return group.details().leaders().stream()
                    .flatMap(one -> Stream.ofNullable(choices.leaders().get(one)))
                    .sorted()
                    .toList();
        }

        /** Who leads a session, if that is told. */
        public String leads(Session session) {
            return session.details()
                    .leader()
                    .flatMap(one -> Optional.ofNullable(choices.leaders().get(one)))
                    .orElse(session.details().leaderWords());
        }

        /** Who lectures at a session, if anybody does: the organisation and the words for it. */
        public String lectures(Session session) {
            var organisation = session.details()
                    .lecturer()
                    .flatMap(one -> Optional.ofNullable(choices.parties().get(one)));
            return Stream.concat(
                            organisation.stream(), Stream.of(session.details().lecturerWords()))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(", "));
        }

        /** Of the sessions to come, the first. */
        public Optional<Session> next() {
            return sessions.stream()
                    .filter(one ->
                            one.cancelled().isEmpty() && !one.details().on().isBefore(today))
                    .findFirst();
        }
    }

    /** @throws NotFoundException if there is none that the actor may see */
    @Transactional
    public View see(Actor.Staff actor, GroupId id) {
        var allowed = guard.admit(actor, Action.SEE_GROUP, id);
        var group = groups.find(id).orElseThrow(NotFoundException::new);
        return new View(
                group,
                sessions.of(id),
                choices(initiatives.find(group.initiative()).orElseThrow(NotFoundException::new)),
                allowed,
                LocalDate.now(clock));
    }

    /**
     * The same to whoever may change it.
     *
     * @throws NotFoundException if the actor may not
     */
    @Transactional
    public View changeable(Actor.Staff actor, GroupId id) {
        var view = see(actor, id);
        if (!view.allows(Action.CHANGE_GROUP)) {
            throw new NotFoundException();
        }
        return view;
    }

    /**
     * Changes what is written of a group, and who leads it.
     *
     * @param version as it was when the change was made up
     * @return stale if somebody else has changed it
     * @throws NotFoundException if the actor may not
     */
    @Transactional
    public Result<GroupId> change(Actor.Staff actor, GroupId id, int version, Details details) {
        var permit = guard.permit(actor, Action.CHANGE_GROUP, id);
        var result = changed(id, version, details);
        permit.journal(result instanceof Result.Done<?> ? Action.CHANGE_GROUP : Action.SEE_GROUP);
        return result;
    }

    private Result<GroupId> changed(GroupId id, int version, Details details) {
        var group = groups.find(id).orElseThrow(NotFoundException::new);
        var refusals = faults(initiatives.find(group.initiative()).orElseThrow(NotFoundException::new), details);
        if (!refusals.isEmpty()) {
            return new Result.Refused<>(refusals);
        }
        return groups.change(id, version, details) ? new Result.Done<>(id) : new Result.Stale<>();
    }
}
