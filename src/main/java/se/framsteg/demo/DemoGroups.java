package se.framsteg.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.assessment.Rounds;
import se.framsteg.cases.CaseFilter;
import se.framsteg.cases.CaseRow;
import se.framsteg.cases.Cases;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.group.Answer;
import se.framsteg.group.Answer.Scale;
import se.framsteg.group.Attendance;
import se.framsteg.group.EnrolmentId;
import se.framsteg.group.Enrolments;
import se.framsteg.group.Evaluations;
import se.framsteg.group.GroupId;
import se.framsteg.group.Groups;
import se.framsteg.group.Mark;
import se.framsteg.group.OwnGroups;
import se.framsteg.group.Programme;
import se.framsteg.group.Session;
import se.framsteg.group.Sessions;
import se.framsteg.shared.CaseId;

/**
 * The teams' groups: twelve persons over eight sessions, with lectures by the parties and physical training among them. In the first team one
 * that has been, with its evaluation, and one that goes on; in the others one of them.
 */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoGroups {
    private static final int PERSONS = 12;
    private static final int SESSIONS = 8;
    /** From the first session of a group that is over, and of one that goes on, to today. */
    private static final int WEEKS_SINCE_FIRST_OF_PAST = 10;

    private static final int WEEKS_SINCE_FIRST_OF_PRESENT = 3;

    private record Plan(Session.Kind kind, String theme, int partner, String materials) {}

    private static final List<Plan> PLANS = List.of(
            new Plan(Session.Kind.MEETING, "Vi lär känna varandra", -1, "Ta med något att fika om du vill."),
            new Plan(Session.Kind.TRAINING, "Promenad och styrka i lugn takt", -1, "Kläder att röra sig i."),
            new Plan(
                    Session.Kind.LECTURE,
                    "Sjukpenning och att prova arbete",
                    0,
                    "Om sjukförsäkringen: https://www.forsakringskassan.se"),
            new Plan(Session.Kind.MEETING, "Sömn och vardagsrutiner", -1, ""),
            new Plan(
                    Session.Kind.LECTURE,
                    "Vägen till jobb eller studier",
                    1,
                    "Om stöd att söka jobb: https://arbetsformedlingen.se"),
            new Plan(Session.Kind.TRAINING, "Vattengympa", -1, "Badkläder och handduk."),
            new Plan(Session.Kind.LECTURE, "När kroppen larmar", 2, ""),
            new Plan(Session.Kind.MEETING, "Hur går vi vidare?", -1, ""));

    private static final List<String> BEST =
            List.of("Att vi var flera i samma situation.", "Träningen.", "Fikat och skratten.", "", "Lugnt tempo.", "");
    private static final List<String> CHANGE =
            List.of("Fler träffar.", "", "", "Börja lite senare på dagen.", "", "Mindre prat och mer promenad.");

    private final Groups groups;
    private final Sessions sessions;
    private final Enrolments enrolments;
    private final Attendance attendance;
    private final Opinions opinions;
    private final Cases cases;

    DemoGroups(
            Groups groups,
            Sessions sessions,
            Enrolments enrolments,
            Attendance attendance,
            Opinions opinions,
            Cases cases) {
        this.groups = groups;
        this.sessions = sessions;
        this.enrolments = enrolments;
        this.attendance = attendance;
        this.opinions = opinions;
        this.cases = cases;
    }

    /** What those who took part thought. */
    @Component
    @ConditionalOnProperty("framsteg.demo.enabled")
    record Opinions(OwnGroups own, Evaluations evaluations, Rounds rounds) {
        void of(Actor.Staff leader, GroupId group, List<Enrolled> people, Random random) {
            for (var one : people) {
                var round =
                        rounds.of(one.caseworker(), one.id()).getFirst().round().id();
                own.answer(new Actor.Respondent(round, false), group, some(random));
            }
            evaluations.close(leader, group);
        }

        private static Answer some(Random random) {
            return new Answer(
                    Optional.of(random.nextInt(4) > 0 ? Scale.VERY : Scale.RATHER),
                    Optional.of(random.nextInt(3) > 0 ? Scale.VERY : Scale.LITTLE),
                    random.nextInt(6) == 0 ? Optional.empty() : Optional.of(Scale.values()[random.nextInt(2)]),
                    BEST.get(random.nextInt(BEST.size())),
                    CHANGE.get(random.nextInt(CHANGE.size())));
        }
    }

    private record Enrolled(CaseId id, Actor.Staff caseworker) {}

    void meet(List<Workplace> teams, LocalDate today) {
        for (int i = 0; i < teams.size(); i++) {
            var people = takingPart(teams.get(i), today);
            var past = i == 0 || i % 2 == 1;
            if (past) {
                past(teams.get(i), people, today, new Random(i));
            }
            if (!past || i == 0) {
                present(teams.get(i), people, today, new Random(i));
            }
        }
    }

    /** Those who were there before the groups began and still are, with a name that the leaders may know. */
    private List<Enrolled> takingPart(Workplace place, LocalDate today) {
        var found = new ArrayList<Enrolled>();
        var before = today.minusWeeks(WEEKS_SINCE_FIRST_OF_PAST + 1);
        for (int page = 1, more = 1; more > 0; page++) {
            var list = cases.list(place.lead(), CaseFilter.ACTIVE, "", page);
            list.rows().stream()
                    .filter(row ->
                            row.startedOn().filter(day -> day.isBefore(before)).isPresent())
                    .filter(row -> !row.frame().anonymous() && !row.frame().protectedIdentity())
                    .forEach(row -> caseworker(place, row)
                            .ifPresent(one -> found.add(new Enrolled(row.frame().id(), one))));
            more = list.more() ? 1 : 0;
        }
        return found;
    }

    private static Optional<Actor.Staff> caseworker(Workplace place, CaseRow row) {
        return place.caseworkers().stream()
                .filter(one -> row.caseworker().filter(one.id()::equals).isPresent())
                .findFirst();
    }

    private void past(Workplace place, List<Enrolled> people, LocalDate today, Random random) {
        var first = today.minusWeeks(WEEKS_SINCE_FIRST_OF_PAST);
        var some = people.subList(0, Math.min(PERSONS, people.size()));
        var group = begun(place, "Steg framåt – grupp 1", first, some);
        held(place, group, SESSIONS, random);
        DemoClock.on(first.plusWeeks(SESSIONS), () -> {
            opinions.of(leader(place), group, some, random);
            return true;
        });
    }

    private void present(Workplace place, List<Enrolled> people, LocalDate today, Random random) {
        var first = today.minusWeeks(WEEKS_SINCE_FIRST_OF_PRESENT);
        var some = people.subList(Math.max(0, people.size() - PERSONS), people.size());
        // The latest has been, and nobody has said yet who came.
        held(place, begun(place, "Steg framåt – grupp 2", first, some), WEEKS_SINCE_FIRST_OF_PRESENT, random);
    }

    private static Actor.Staff leader(Workplace place) {
        return place.caseworkers().getFirst();
    }

    private GroupId begun(Workplace place, String name, LocalDate first, List<Enrolled> people) {
        return DemoClock.on(first.minusWeeks(1), () -> {
            var details = new Programme.Details(
                    name,
                    "Att komma igång tillsammans med andra, i lugn takt, medan arbetsträningen går vidare.",
                    Optional.of(PERSONS),
                    Set.of(leader(place).id()));
            var group = groups.add(place.lead(), GroupId.create(), place.initiative(), details)
                    .orThrow();
            for (int week = 0; week < SESSIONS; week++) {
                sessions.add(
                                leader(place),
                                group,
                                UUID.randomUUID(),
                                session(place, PLANS.get(week), first.plusWeeks(week)),
                                1)
                        .orThrow();
            }
            for (var one : people) {
                enrolments
                        .enrol(one.caseworker(), one.id(), EnrolmentId.create(), group, "", first.minusWeeks(1))
                        .orThrow();
            }
            return group;
        });
    }

    private static Session.Details session(Workplace place, Plan plan, LocalDate on) {
        var partner = plan.partner() < 0 || place.partners().isEmpty()
                ? Optional.<Actor.Staff>empty()
                : Optional.of(place.partners().get(plan.partner()));
        var training = plan.kind() == Session.Kind.TRAINING;
        return new Session.Details(
                on,
                training ? LocalTime.of(10, 0) : LocalTime.of(9, 30),
                training ? 60 : 120,
                plan.kind(),
                plan.theme(),
                training ? "Friskvården" : "Teamets lokal",
                Optional.of(leader(place).id()),
                "",
                partner.map(Actor.Staff::organisation),
                partner.map(Actor.Staff::name).orElse(""),
                plan.materials());
    }

    private void held(Workplace place, GroupId group, int count, Random random) {
        var leader = leader(place);
        for (var session : groups.see(leader, group).sessions().subList(0, count)) {
            DemoClock.on(session.details().on(), () -> {
                var list = attendance.see(leader, group, session.id());
                return attendance
                        .save(leader, group, session.id(), 0, marks(list, random))
                        .orThrow();
            });
        }
    }

    private static Map<EnrolmentId, Mark> marks(Attendance.View list, Random random) {
        var marks = new LinkedHashMap<EnrolmentId, Mark>();
        list.people()
                .keySet()
                .forEach(person -> marks.put(
                        person,
                        random.nextInt(5) > 0
                                ? Mark.CAME
                                : Mark.values()[1 + random.nextInt(Mark.values().length - 1)]));
        return marks;
    }
}
