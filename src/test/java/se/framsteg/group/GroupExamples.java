package se.framsteg.group;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.access.Actor;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Time;
import se.framsteg.testing.World;

/** Groups, their sessions and those enrolled, by the doors. */
public final class GroupExamples {
    private static final List<String> TWELVE = List.of(
            "Alva Åström",
            "Bo Berg",
            "Cilla Carlsson",
            "David Dahl",
            "Ebba Ek",
            "Farid Fors",
            "Gun Gran",
            "Hamid Hed",
            "Inga Ivarsson",
            "Jan Jonsson",
            "Karin Krok",
            "Leo Lund");

    private final World world;
    private final Groups groups;
    private final Sessions sessions;
    private final Enrolments enrolments;
    private final LocalDate today = LocalDate.now(Time.SWEDEN);

    public GroupExamples(ListableBeanFactory beans) {
        world = beans.getBean(World.class);
        groups = beans.getBean(Groups.class);
        sessions = beans.getBean(Sessions.class);
        enrolments = beans.getBean(Enrolments.class);
    }

    /** A group of the place's initiative without sessions, led by these. */
    public GroupId group(World.Place place, Optional<Integer> places, Actor.Staff... leaders) {
        var details = new Programme.Details(
                "Steg framåt",
                "Att komma igång tillsammans",
                places,
                Stream.of(leaders).map(Actor.Staff::id).collect(Collectors.toSet()));
        return groups.add(place.lead(), GroupId.create(), place.initiative(), details)
                .orThrow();
    }

    /** Eight sessions a week apart, of which so many have been with today's, led by the other caseworker. */
    public GroupId eightSessions(World.Place place, int been) {
        var group = group(place, Optional.of(12), place.otherCaseworker());
        weekly(place, group, today.minusWeeks(been - 1L), 8);
        return group;
    }

    public void weekly(World.Place place, GroupId group, LocalDate first, int times) {
        sessions.add(place.lead(), group, UUID.randomUUID(), session(first), times)
                .orThrow();
    }

    public Session.Details session(LocalDate on) {
        return new Session.Details(
                on,
                LocalTime.of(0, 5),
                90,
                Session.Kind.MEETING,
                "Vardagen",
                "Folkets hus",
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                "Det här läser vi https://www.example.org/vardagen");
    }

    /** The sessions of a group, in order. */
    public List<Session> sessions(World.Place place, GroupId group) {
        return groups.see(place.lead(), group).sessions();
    }

    public EnrolmentId enrol(Actor.Staff by, CaseId caseId, GroupId group) {
        return enrolments
                .enrol(by, caseId, EnrolmentId.create(), group, "", today.minusDays(1))
                .orThrow();
    }

    /** As many as twelve persons with a case each, enrolled from before the first session; in order of their names. */
    public List<CaseId> enrolled(World.Place place, GroupId group, int persons) {
        var enrolled = new ArrayList<CaseId>();
        for (var name : TWELVE.subList(0, persons)) {
            var id = world.aCase(place).called(name).started();
            enrolments
                    .enrol(place.caseworker(), id, EnrolmentId.create(), group, "", today.minusWeeks(10))
                    .orThrow();
            enrolled.add(id);
        }
        return enrolled;
    }

    /** A group that has had its last session, with one that is enrolled. */
    public GroupId over(World.Place place, CaseId caseId) {
        var group = group(place, Optional.empty(), place.otherCaseworker());
        weekly(place, group, today, 1);
        enrol(place.caseworker(), caseId, group);
        return group;
    }

    /** The place of the case in a group that has had its last session. */
    public EnrolmentId place(World.Place place, CaseId caseId) {
        return enrol(place.caseworker(), caseId, eightSessions(place, 3));
    }
}
