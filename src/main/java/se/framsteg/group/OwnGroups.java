package se.framsteg.group;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.Result;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.NotFoundException;

/** The door to a participant's own groups, on the own phone: of the others in them nothing is told, not even how many they are. */
@Component
public class OwnGroups {
    private final Guard guard;
    private final OwnGroupRule own;
    private final GroupStore groups;
    private final SessionStore sessions;
    private final EnrolmentStore enrolments;
    private final AttendanceStore attendance;
    private final EvaluationStore evaluations;
    private final Called called;
    private final Clock clock;

    OwnGroups(
            Guard guard,
            OwnGroupRule own,
            GroupStore groups,
            SessionStore sessions,
            EnrolmentStore enrolments,
            AttendanceStore attendance,
            EvaluationStore evaluations,
            Called called,
            Clock clock) {
        this.guard = guard;
        this.own = own;
        this.groups = groups;
        this.sessions = sessions;
        this.enrolments = enrolments;
        this.attendance = attendance;
        this.evaluations = evaluations;
        this.called = called;
        this.clock = clock;
    }

    /** What leaders and parties are called. */
    @Component("calledInOwnGroups")
    record Called(StaffRegister staff, OrganisationRegister organisations) {
        List<String> leads(Session session) {
            var leader = session.details().leader();
            var named =
                    leader.isEmpty() ? "" : staff.names(Set.of(leader.get())).getOrDefault(leader.get(), "");
            return Stream.of(named, session.details().leaderWords())
                    .filter(text -> !text.isEmpty())
                    .limit(1)
                    .toList();
        }

        List<String> lectures(Session session) {
            var lecturer = session.details().lecturer();
            var named = lecturer.isEmpty()
                    ? ""
                    : organisations.names(Set.of(lecturer.get())).getOrDefault(lecturer.get(), "");
            return Stream.of(named, session.details().lecturerWords())
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
    }

    /**
     * A session as the person is told of it.
     *
     * @param by who leads or lectures, in words
     * @param mark what was written down of the person
     */
    public record Line(Session session, List<String> by, Optional<Mark> mark) {}

    /**
     * One of the own groups.
     *
     * @param coming the sessions that are left, the cancelled ones too, in order
     * @param been those that have been, the latest first
     * @param asked whether there is an evaluation to answer
     * @param answered whether the person has
     */
    public record Mine(
            GroupId id,
            String name,
            String purpose,
            boolean takingPart,
            List<Line> coming,
            List<Line> been,
            boolean asked,
            boolean answered) {}

    /**
     * The groups that the person takes or has taken part in, the latest first.
     *
     * @throws NotFoundException on a device that was handed over
     */
    @Transactional
    public List<Mine> see(Actor.Respondent participant) {
        var allowed = guard.admit(participant, Action.SEE_OWN_GROUPS, subject(participant));
        return mine(allowed.contains(Action.ANSWER_GROUP_EVALUATION));
    }

    private List<Mine> mine(boolean mayAnswer) {
        var facts = own.facts().orElseThrow(NotFoundException::new);
        var found = groups.of(List.of(facts.initiative())).stream().collect(toMap(Programme::id, Function.identity()));
        var seen = new HashSet<GroupId>();
        return enrolments.of(facts.id()).stream()
                .filter(one -> found.containsKey(one.group()))
                .filter(one -> one.end()
                        .filter(end -> end.reason() == Enrolment.EndReason.MISTAKE)
                        .isEmpty())
                .filter(one -> seen.add(one.group()))
                .map(one -> mine(one, requireNonNull(found.get(one.group())), mayAnswer))
                .toList();
    }

    private Mine mine(Enrolment enrolment, Programme group, boolean mayAnswer) {
        var today = LocalDate.now(clock);
        var marks = attendance.of(enrolment.id());
        var all = sessions.of(group.id());
        var takingPart = enrolment.end().isEmpty();
        var answered = evaluations.answered(group.id());
        return new Mine(
                group.id(),
                group.details().name(),
                group.details().purpose(),
                takingPart,
                all.stream()
                        .filter(one -> takingPart && !one.details().on().isBefore(today))
                        .map(one -> line(one, marks))
                        .toList(),
                all.reversed().stream()
                        .filter(one -> one.details().on().isBefore(today) && marks.containsKey(one.id()))
                        .map(one -> line(one, marks))
                        .toList(),
                mayAnswer && !answered && evaluations.open(group.id()),
                answered);
    }

    private Line line(Session session, Map<SessionId, Mark> marks) {
        var by = Stream.concat(called.lectures(session).stream(), called.leads(session).stream())
                .toList();
        return new Line(session, by, Optional.ofNullable(marks.get(session.id())));
    }

    /**
     * The group whose evaluation is asked for.
     *
     * @throws NotFoundException if it is none of the own
     */
    @Transactional
    public Mine asked(Actor.Respondent participant, GroupId id) {
        return see(participant).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** The own groups on another page of the own, to which the guard has let the person in; none while the processing is restricted. */
    @Transactional
    public List<Mine> further(Actor.Respondent participant) {
        return guard.allows(participant, Action.ANSWER_GROUP_EVALUATION, subject(participant)) ? mine(true) : List.of();
    }

    /**
     * Says what the person thought of a group, without telling whose it is.
     *
     * @return stale if they have answered, or it has been closed, or the processing is restricted
     * @throws NotFoundException if it is none of the own, or on a device that was handed over
     */
    @Transactional
    public Result<GroupId> answer(Actor.Respondent participant, GroupId id, Answer answer) {
        var permit = guard.permitted(participant, Action.ANSWER_GROUP_EVALUATION, subject(participant));
        if (permit.isEmpty()) {
            guard.admit(participant, Action.SEE_OWN_GROUPS, subject(participant));
            return new Result.Stale<>();
        }
        if (mine(true).stream().noneMatch(one -> one.id().equals(id))) {
            throw new NotFoundException();
        }
        var done = !answer.tells() && !answer.isEmpty() && evaluations.answer(id, answer);
        // As any look at the own groups: nobody is to read in the journal who has answered, and when.
        permit.get().journal(Action.SEE_OWN_GROUPS);
        return done ? new Result.Done<>(id) : new Result.Stale<>();
    }

    private static OwnGroupRule.Own subject(Actor.Respondent participant) {
        return new OwnGroupRule.Own(participant.round());
    }
}
