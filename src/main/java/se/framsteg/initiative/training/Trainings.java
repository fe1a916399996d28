package se.framsteg.initiative.training;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.initiative.training.Training.When;
import se.framsteg.initiative.training.Training.Who;
import se.framsteg.initiative.training.TrainingView.Numbers;
import se.framsteg.initiative.training.TrainingView.Person;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;

/**
 * The door to the training of an initiative. Its leads see who and change it; the association's officers see numbers by course and the
 * goal, and so does the board, as whose staff somebody is is none of theirs.
 */
@Component
public class Trainings {
    private final Guard guard;
    private final TrainingStore trainings;
    private final InitiativeRegister initiatives;
    private final StaffRegister staff;
    private final Clock clock;

    Trainings(Guard guard, TrainingStore trainings, InitiativeRegister initiatives, StaffRegister staff, Clock clock) {
        this.guard = guard;
        this.trainings = trainings;
        this.initiatives = initiatives;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * @param language of the courses' names
     * @throws NotFoundException if the actor may not follow up the initiative
     */
    @Transactional
    public TrainingView see(Actor.Staff actor, InitiativeId id, String language) {
        var allowed = guard.admit(actor, Action.SEE_STATISTICS, id);
        var name = initiatives.find(id).orElseThrow(NotFoundException::new).name();
        var people = allowed.contains(Action.CHANGE_TRAINING)
                ? Optional.of(people(id, language))
                : Optional.<List<Person>>empty();
        var today = LocalDate.now(clock);
        return new TrainingView(
                id,
                name,
                trainings.goal(id),
                trainings.trained(id, today),
                trainings.counts(id, today, language),
                people);
    }

    /** The same in numbers alone, as it was at the end of that day. For other rooms: guards nothing, to be asked inside the transaction of a guarded door. */
    public TrainingView asOf(InitiativeId id, LocalDate day, String language) {
        return new TrainingView(
                id,
                initiatives.find(id).orElseThrow(NotFoundException::new).name(),
                trainings.goal(id),
                trainings.trained(id, day),
                trainings.counts(id, day, language),
                Optional.empty());
    }

    /** The same of several; those in which nobody has been are missing. */
    public Map<InitiativeId, Numbers> trained(Collection<InitiativeId> ids, LocalDate day) {
        return trainings.trained(ids, day);
    }

    private List<Person> people(InitiativeId id, String language) {
        var found = trainings.of(id);
        var names = names(found.stream().map(Training::who));
        var courses = trainings.courses(id, language).stream().collect(Collectors.toMap(Course::id, Course::name));
        return found.stream()
                .map(one -> person(one, names, courses.getOrDefault(one.course(), "")))
                .toList();
    }

    private Map<StaffId, String> names(Stream<Who> people) {
        return staff.names(people.filter(Who.Colleague.class::isInstance)
                .map(who -> ((Who.Colleague) who).id())
                .toList());
    }

    private static Person person(Training training, Map<StaffId, String> names, String course) {
        return switch (training.who()) {
            case Who.Colleague(var colleague) -> new Person(training, names.getOrDefault(colleague, ""), "", course);
            case Who.Other(var name, var role) -> new Person(training, name, role, course);
        };
    }

    /**
     * What there is to choose from.
     *
     * @param colleagues of the initiative's own organisation who work with persons, by name
     */
    public record Choices(List<Course> courses, Map<StaffId, String> colleagues) {}

    /** @throws NotFoundException unless the actor leads the initiative */
    @Transactional
    public Choices choices(Actor.Staff actor, InitiativeId id, String language) {
        guard.admit(actor, Action.CHANGE_TRAINING, id);
        return new Choices(trainings.courses(id, language), colleagues(id));
    }

    private Map<StaffId, String> colleagues(InitiativeId id) {
        var owner = initiatives.find(id).orElseThrow(NotFoundException::new).owner();
        return Stream.of(Role.CASEWORKER, Role.LEAD, Role.TEAM_MEMBER)
                .flatMap(role -> staff.withRole(owner, role).entrySet().stream())
                .distinct()
                .sorted(Map.Entry.comparingByValue())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
    }

    /** @throws NotFoundException unless the actor leads the initiative, and there is one */
    @Transactional
    public Person see(Actor.Staff actor, InitiativeId id, TrainingId training, String language) {
        guard.admit(actor, Action.CHANGE_TRAINING, id);
        var found = trainings.find(id, training).orElseThrow(NotFoundException::new);
        return person(
                found,
                names(Stream.of(found.who())),
                course(id, found.course(), language).name());
    }

    private Course course(InitiativeId id, CourseId course, String language) {
        return trainings.courses(id, language).stream()
                .filter(one -> one.id().equals(course))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Adds a course of the initiative's own. Adding one that is called the same changes nothing. */
    @Transactional
    public CourseId write(Actor.Staff actor, InitiativeId id, Course.Written course) {
        guard.admit(actor, Action.CHANGE_TRAINING, id);
        return trainings.add(id, course);
    }

    /**
     * Registers that some people take a course. Registering the same once more changes nothing.
     *
     * @param form new for each form, and the same when it is sent twice
     * @throws IllegalArgumentException if a day can't be so
     * @throws NotFoundException unless the actor leads the initiative, the course is one of those it can choose and the colleagues
     *     are of its own organisation
     */
    @Transactional
    public void register(
            Actor.Staff actor, InitiativeId id, TrainingId form, List<Who> people, CourseId course, When when) {
        guard.admit(actor, Action.CHANGE_TRAINING, id);
        require(id, course, when);
        var colleagues = colleagues(id);
        for (var who : people) {
            if (who instanceof Who.Colleague(var colleague) && !colleagues.containsKey(colleague)) {
                throw new NotFoundException();
            }
            trainings.add(id, of(form, who, course, when), who, course, when, actor.id());
        }
    }

    /** The same for the same person of the same form, as long as it says the same. */
    private static TrainingId of(TrainingId form, Who who, CourseId course, When when) {
        var named =
                switch (who) {
                    case Who.Colleague(var colleague) -> colleague.toString();
                    case Who.Other(var name, var role) -> name + "\n" + role;
                };
        return new TrainingId(UUID.nameUUIDFromBytes(
                (form + "\n" + course + "\n" + when + "\n" + named).getBytes(StandardCharsets.UTF_8)));
    }

    private void require(InitiativeId id, CourseId course, When when) {
        if (!when.faults(LocalDate.now(clock)).isEmpty()) {
            throw new IllegalArgumentException("a day can't be so");
        }
        course(id, course, "sv");
    }

    /**
     * Changes which course and when, and what those without an account are called.
     *
     * @param who as before, or another name and role of somebody without an account
     * @throws ChangedMeanwhileException if somebody else has changed it
     * @throws NotFoundException unless the actor leads the initiative, and there is one
     */
    @Transactional
    public void change(
            Actor.Staff actor, InitiativeId id, TrainingId training, int version, Who who, CourseId course, When when) {
        guard.admit(actor, Action.CHANGE_TRAINING, id);
        require(id, course, when);
        requireIn(id, training);
        if (!trainings.change(training, version, who, course, when, actor.id())) {
            throw new ChangedMeanwhileException();
        }
    }

    /**
     * Takes away what was registered by mistake, and forgets the name and role of somebody without an account.
     *
     * @throws ChangedMeanwhileException if somebody else has changed it
     * @throws NotFoundException unless the actor leads the initiative, and there is one
     */
    @Transactional
    public void remove(Actor.Staff actor, InitiativeId id, TrainingId training, int version) {
        guard.admit(actor, Action.CHANGE_TRAINING, id);
        requireIn(id, training);
        if (!trainings.remove(training, version, actor.id())) {
            throw new ChangedMeanwhileException();
        }
    }

    /**
     * Sets how many are to be trained.
     *
     * @param version of the goal as it was; 0 if there was none
     * @throws ChangedMeanwhileException if somebody else has set it
     * @throws NotFoundException unless the actor leads the initiative
     */
    @Transactional
    public void setGoal(Actor.Staff actor, InitiativeId id, int version, Numbers goal) {
        guard.admit(actor, Action.CHANGE_TRAINING, id);
        if (!trainings.setGoal(id, version, goal, actor.id())) {
            throw new ChangedMeanwhileException();
        }
    }

    private void requireIn(InitiativeId id, TrainingId training) {
        if (trainings.find(id, training).isEmpty()) {
            throw new NotFoundException();
        }
    }
}
