package se.framsteg.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.CaseStories;
import se.framsteg.cases.Result;
import se.framsteg.cases.activity.Activities;
import se.framsteg.cases.activity.Activity;
import se.framsteg.cases.activity.ActivityId;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.cases.story.Lane;
import se.framsteg.cases.story.Told;
import se.framsteg.group.Enrolment.End;
import se.framsteg.group.Enrolment.EndReason;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

/** Programmes, enrolments and attendance: who may what, and what comes of it. */
@FramstegTest
class GroupsTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Groups groups;

    @Autowired
    Sessions sessions;

    @Autowired
    Enrolments enrolments;

    @Autowired
    Attendance attendance;

    @Autowired
    GroupCounts counts;

    @Autowired
    Activities activities;

    @Autowired
    CaseStories stories;

    @Autowired
    Restrictions restrictions;

    @Autowired
    OwnerSql owner;

    @Autowired
    JdbcClient application;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private GroupExamples examples;
    private GroupId group;
    /** Leads the group, and has none of the cases. */
    private Actor.Staff leader;

    @BeforeEach
    void eightSessionsOfWhichThreeHaveBeen() {
        place = world.place();
        examples = new GroupExamples(beans);
        leader = place.otherCaseworker();
        group = examples.eightSessions(place, 3);
    }

    private Session third() {
        return examples.sessions(place, group).get(2);
    }

    private Activity activity(CaseId id, EnrolmentId enrolment) {
        return activities.see(place.caseworker(), id, new ActivityId(enrolment.value()));
    }

    private EnrolmentId only(CaseId id) {
        return enrolments
                .of(place.caseworker(), id)
                .enrolled()
                .getFirst()
                .enrolment()
                .id();
    }

    private int journaled(Actor.Staff who, String action, CaseId id) {
        return owner.sql("select count(*) from journal where actor_id = ? and action = ? and case_id = ?")
                .param(who.id().value())
                .param(action)
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void theLeaderSeesNamesThatAreJournaledAndNothingElseOfTheCases() {
        var ids = examples.enrolled(place, group, 3);
        var list = attendance.see(leader, group, third().id());
        assertThat(list.people().values()).containsExactly("Alva Åström", "Bo Berg", "Cilla Carlsson");
        assertThat(enrolments.people(leader, group))
                .allSatisfy(person -> assertThat(person.path()).isEmpty());
        for (var id : ids) {
            assertThat(journaled(leader, "LIST_CASE", id)).isEqualTo(2);
            assertThatThrownBy(() -> stories.see(leader, id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> enrolments.of(leader, id)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void whoHasTheCaseAndDoesNotLeadTheGroupSeesTheOwnParticipantsAlone() {
        examples.enrolled(place, group, 2);
        var colleague = world.person(place.kommun(), "Karl Kollega", Role.CASEWORKER);
        var own = world.aCase(place).of(colleague).called("Egen Person").started();
        examples.enrol(colleague, own, group);
        assertThat(enrolments.people(colleague, group))
                .extracting(Enrolments.Person::called)
                .containsExactly("Egen Person");
        assertThat(enrolments.people(leader, group)).hasSize(3);
        assertThatThrownBy(() -> attendance.see(colleague, group, third().id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> groups.changeable(colleague, group)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void nobodyElseComesNearAGroup() {
        examples.enrolled(place, group, 1);
        var region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        for (var who : List.of(
                place.officer(),
                place.administrator(),
                world.person(region, "Rakel Region", Role.LEAD, Role.CASEWORKER),
                world.person(place.kommun(), "Tina Team", Role.TEAM_MEMBER),
                world.place().lead())) {
            assertThatThrownBy(() -> groups.see(who, group)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> enrolments.people(who, group)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> attendance.see(who, group, third().id())).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void bareSqlTellsEachNoMoreThanTheDoorsDo() {
        var ids = examples.enrolled(place, group, 2);
        var marks = marks(attendance.see(leader, group, third().id()), Mark.ILL);
        attendance.save(leader, group, third().id(), 0, marks).orThrow();
        assertThat(seen(leader, "led_enrolments")).isEqualTo(2);
        assertThat(seen(leader, "group_attendance")).isEqualTo(2);
        assertThat(seen(leader, "cases") + seen(leader, "participants") + seen(leader, "activities"))
                .isZero();
        assertThat(seen(place.caseworker(), "led_enrolments")).isZero();
        assertThat(seen(place.caseworker(), "group_attendance")).isEqualTo(2);
        assertThat(seen(place.officer(), "group_programmes") + seen(place.officer(), "group_enrolments"))
                .isZero();
        var colleague = world.person(place.kommun(), "Karl Kollega", Role.CASEWORKER);
        assertThat(seen(colleague, "group_programmes")).isEqualTo(1);
        assertThat(seen(colleague, "group_enrolments") + seen(colleague, "group_attendance"))
                .isZero();
        var enrolment = only(ids.getFirst());
        for (var change : List.of(
                "update group_enrolments set agreed_name = 'Annat' where id = '%s'",
                "update group_attendance set mark = 'CAME' where enrolment_id = '%s'")) {
            assertThat(done(place.officer(), change.formatted(enrolment))).isZero();
        }
        // A leader ends nobody's enrolment, the caseworker writes nobody's attendance, and an activity that a group
        // keeps is changed by nobody.
        assertThat(done(leader, "update group_enrolments set agreed_name = 'Annat' where id = '" + enrolment + "'"))
                .isZero();
        assertThat(done(
                        place.caseworker(),
                        "update group_attendance set mark = 'CAME' where enrolment_id = '" + enrolment + "'"))
                .isZero();
        assertThat(done(place.caseworker(), "update activities set title = 'Annat' where id = '" + enrolment + "'"))
                .isZero();
        assertThatThrownBy(() -> done(leader, """
            insert into group_enrolments (id, association_id, group_id, case_id, agreed_name, from_on, enrolled_by, enrolled_at)
            select gen_random_uuid(), association_id, group_id, '%s', '', from_on, '%s', enrolled_at from group_enrolments where id = '%s'\
            """.formatted(world.aCase(place).started(), leader.id(), enrolment)))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> done(leader, "select * from group_answers")).isInstanceOf(DataAccessException.class);
    }

    private int seen(Actor.Staff who, String from) {
        return transactions.execute(_ -> {
            asking.by(who);
            return application
                    .sql("select count(*) from " + from)
                    .query(Integer.class)
                    .single();
        });
    }

    private int done(Actor.Staff who, String sql) {
        return transactions.execute(_ -> {
            asking.by(who);
            return application.sql(sql).update();
        });
    }

    private static Map<EnrolmentId, Mark> marks(Attendance.View view, Mark mark) {
        var marks = new HashMap<EnrolmentId, Mark>();
        view.people().keySet().forEach(person -> marks.put(person, mark));
        return marks;
    }

    @Test
    void anEnrolmentIsAnActivityThatFollowsTheGroup() {
        var id = world.aCase(place).started();
        var enrolment = examples.enrol(place.caseworker(), id, group);
        var details = activity(id, enrolment).details();
        assertThat(details.kind()).isEqualTo(Activity.Kind.GROUP);
        assertThat(details.title()).isEqualTo("Steg framåt");
        assertThat(details.from()).isEqualTo(today.minusDays(1));
        assertThat(details.to()).contains(today.plusWeeks(5));

        // Somebody who does not have the case cancels the last session.
        var last = examples.sessions(place, group).getLast();
        sessions.cancel(leader, group, last.id(), 0, "Lokalen är stängd").orThrow();
        assertThat(activity(id, enrolment).details().to()).contains(today.plusWeeks(4));

        var version = activity(id, enrolment).version();
        var changed = activities.change(place.caseworker(), id, new ActivityId(enrolment.value()), version, details);
        assertThat(changed).isEqualTo(Result.refused("", "activity.kept"));
        assertThat(activities.withdraw(place.caseworker(), id, new ActivityId(enrolment.value()), version, "Fel"))
                .isInstanceOf(Result.Refused.class);

        enrolments
                .leave(place.caseworker(), id, enrolment, 0, new End(today, EndReason.GOAL_REACHED))
                .orThrow();
        var ended = activity(id, enrolment).details();
        assertThat(ended.to()).contains(today);
        assertThat(ended.endReason()).contains(Activity.EndReason.GOAL_REACHED);
    }

    @Test
    void onTheTimeLineThereIsOneBarWithHowManySessionsThePersonCameTo() {
        var id = examples.enrolled(place, group, 1).getFirst();
        for (var session : examples.sessions(place, group).subList(0, 3)) {
            var mark = session.equals(third()) ? Mark.ILL : Mark.CAME;
            attendance
                    .save(leader, group, session.id(), 0, marks(attendance.see(leader, group, session.id()), mark))
                    .orThrow();
        }
        var bars = stories.see(place.caseworker(), id).story().efforts();
        assertThat(bars).hasSize(1);
        assertThat(bars.getFirst().lane()).isEqualTo(Lane.GROUP);
        assertThat(bars.getFirst().from()).isEqualTo(today.minusWeeks(2));
        assertThat(bars.getFirst().more()).contains(Told.of("group.story.came", 2, 3));
        assertThat(bars.getFirst().path()).isEqualTo("/cases/" + id + "/groups/" + only(id));
    }

    @Test
    void anEnrolmentByMistakeIsWithdrawnAndTheLeadersNoLongerSeeThePerson() {
        var id = world.aCase(place).started();
        var enrolment = examples.enrol(place.caseworker(), id, group);
        enrolments
                .leave(place.caseworker(), id, enrolment, 0, new End(today, EndReason.MISTAKE))
                .orThrow();
        assertThat(activity(id, enrolment).withdrawn()).contains("");
        assertThat(enrolments.people(leader, group)).isEmpty();
    }

    @Test
    void theEndOfTheCaseEndsItAndASecondEnrolmentIsRefused() {
        var id = world.aCase(place).started();
        var enrolment = examples.enrol(place.caseworker(), id, group);
        var again = enrolments.enrol(place.caseworker(), id, EnrolmentId.create(), group, "", today);
        assertThat(again).isEqualTo(Result.refused("group", "group.enrolled-already"));
        assertThat(enrolments
                        .enrol(place.caseworker(), id, enrolment, group, "", today.minusDays(1))
                        .orThrow())
                .isEqualTo(enrolment);
        var changed = enrolments.enrol(place.caseworker(), id, enrolment, group, "Annat", today.minusDays(1));
        assertThat(changed).isEqualTo(Result.refused("group", "group.enrolled-before"));

        new CaseExamples(beans).end(place, id);
        var view = enrolments.see(place.caseworker(), id, enrolment);
        assertThat(view.line().enrolment().end()).contains(new End(today, EndReason.CASE_ENDED));
        assertThat(view.mayChange()).isFalse();
        assertThat(activity(id, enrolment).details().endReason()).contains(Activity.EndReason.CASE_ENDED);
        assertThat(enrolments.enrol(place.caseworker(), id, EnrolmentId.create(), group, "", today))
                .isInstanceOf(Result.Stale.class);
    }

    @Test
    void aCaseThatIsRestrictedStandsStillAndIsOnNoList() {
        var id = examples.enrolled(place, group, 2).getFirst();
        restrictions.restrict(place.caseworker(), id, "Bestrids", today).orThrow();
        assertThat(attendance.see(leader, group, third().id()).people()).hasSize(1);
        assertThat(enrolments.leave(place.caseworker(), id, only(id), 0, new End(today, EndReason.OTHER)))
                .isInstanceOf(Result.Stale.class);
    }

    @Test
    void ofTwoWhoTakeTheLastPlaceOneIsTold() throws Exception {
        var small = examples.group(place, Optional.of(1), leader);
        examples.weekly(place, small, today, 2);
        var cases = List.of(world.aCase(place).started(), world.aCase(place).started());
        List<Callable<Result<EnrolmentId>>> both = cases.stream()
                .<Callable<Result<EnrolmentId>>>map(
                        id -> () -> enrolments.enrol(place.caseworker(), id, EnrolmentId.create(), small, "", today))
                .toList();
        try (var two = Executors.newFixedThreadPool(2)) {
            var came = two.invokeAll(both).stream().map(GroupsTest::get).toList();
            assertThat(came).hasAtLeastOneElementOfType(Result.Done.class);
            assertThat(came).contains(Result.refused("group", "group.full", 1));
        }
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void severalAreEnrolledAtOnceOrNoneIfThereIsNoRoom() {
        var small = examples.group(place, Optional.of(2), leader);
        var cases = Stream.generate(() -> world.aCase(place).started()).limit(3).toList();
        assertThat(enrolments.choices(place.caseworker(), small)).hasSize(3);
        assertThat(enrolments.enrol(place.caseworker(), small, cases, today))
                .isEqualTo(Result.refused("group", "group.too-few-places"));
        assertThat(enrolments.people(place.caseworker(), small)).isEmpty();
        assertThat(enrolments
                        .enrol(place.caseworker(), small, cases.subList(0, 2), today)
                        .orThrow())
                .isEqualTo(2);
        assertThat(enrolments.people(leader, small)).hasSize(2);
        assertThatThrownBy(() -> enrolments.enrol(leader, group, List.of(cases.getLast()), today))
                .as("whoever does not have the case enrols nobody")
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aProtectedPersonIsCalledWhatWasAgreedOnAndOtherwiseIsInNoList() {
        var id = world.aCase(place).called("Hemlig Person").protectedIdentity().started();
        var refused = enrolments.enrol(place.caseworker(), id, EnrolmentId.create(), group, "", today);
        assertThat(refused).isEqualTo(Result.refused("agreedName", "group.agreed-name.required"));
        enrolments
                .enrol(place.caseworker(), id, EnrolmentId.create(), group, "Mia", today)
                .orThrow();
        assertThat(attendance.see(leader, group, third().id()).people().values())
                .containsExactly("Mia");

        // Protection may come later.
        var other = world.aCase(place).called("Öppen Person").started();
        var enrolment = examples.enrol(place.caseworker(), other, group);
        owner.sql("""
            update participants set protection = 'CONFIDENTIALITY_MARKING'
            where id = (select participant_id from cases where id = ?)\
            """).param(other.value()).update();
        assertThat(attendance.see(leader, group, third().id()).people().values())
                .containsExactly("Mia");
        assertThat(enrolments.see(place.caseworker(), other, enrolment).line().hidden())
                .isTrue();
        enrolments.name(place.caseworker(), other, enrolment, 0, "Lo").orThrow();
        assertThat(attendance.see(leader, group, third().id()).people().values())
                .containsExactly("Lo", "Mia");
    }

    @Test
    void aNameThatWasAgreedOnBeforeProtectionOrForOtherLeadersHidesThePersonUntilItIsRenewed() {
        var id = world.aCase(place).called("Öppen Person").started();
        var enrolment = EnrolmentId.create();
        enrolments
                .enrol(place.caseworker(), id, enrolment, group, "Öppen P", today)
                .orThrow();
        owner.sql("update participants set protection = 'CONFIDENTIALITY_MARKING' where id = (select"
                        + " participant_id from cases where id = ?)")
                .param(id.value())
                .update();
        assertThat(enrolments.people(leader, group)).isEmpty();
        assertThat(enrolments.see(place.caseworker(), id, enrolment).line().hidden())
                .isTrue();
        enrolments.name(place.caseworker(), id, enrolment, 0, "Öppen P").orThrow();
        assertThat(enrolments.people(leader, group)).hasSize(1);
        assertThat(enrolments.see(place.caseworker(), id, enrolment).line().hidden())
                .isFalse();

        var colleague = world.person(place.kommun(), "Karl Kollega", Role.CASEWORKER);
        var now = groups.see(place.lead(), group).group();
        var both = new Programme.Details(
                now.details().name(), "", now.details().places(), Set.of(leader.id(), colleague.id()));
        groups.change(leader, group, now.version(), both).orThrow();
        assertThat(enrolments.people(colleague, group)).isEmpty();
        enrolments.name(place.caseworker(), id, enrolment, 1, "Öppen P").orThrow();
        assertThat(enrolments.people(colleague, group)).hasSize(1);
    }

    @Test
    void theSizeIsToldOnlyToWhoeverSeesAllWhoAreInTheGroup() {
        examples.enrolled(place, group, 2);
        assertThat(size(leader)).contains(2);
        assertThat(size(place.lead())).contains(2);
        var colleague = world.person(place.kommun(), "Karl Kollega", Role.CASEWORKER);
        assertThat(size(colleague)).isEmpty();
        var secret =
                world.aCase(place).called("Hemlig Person").protectedIdentity().started();
        enrolments
                .enrol(place.caseworker(), secret, EnrolmentId.create(), group, "Mia", today)
                .orThrow();
        owner.sql("""
            delete from named_access where staff_id = :lead
              and participant_id = (select participant_id from cases where id = :case)\
            """)
                .param("lead", place.lead().id().value())
                .param("case", secret.value())
                .update();
        assertThat(size(place.lead())).isEmpty();
        assertThat(size(place.caseworker())).contains(3);
        assertThat(groups.see(place.lead(), group).group().full()).isFalse();
        assertThat(groups.see(place.lead(), group).group().free()).isEmpty();
        owner.sql("update group_programmes set places = 3 where id = ?")
                .param(group.value())
                .update();
        assertThat(groups.see(place.lead(), group).group().full()).isTrue();
    }

    private Optional<Integer> size(Actor.Staff who) {
        return groups.see(who, group).group().enrolled();
    }

    @Test
    void aSessionThatIsAddedAfterTheEndOfACaseTouchesNothingInIt() {
        var last = examples.group(place, Optional.empty(), leader);
        examples.weekly(place, last, today, 1);
        var id = world.aCase(place).started();
        var enrolment = examples.enrol(place.caseworker(), id, last);
        owner.sql("update group_sessions set held_on = held_on - 1 where group_id = ?")
                .param(last.value())
                .update();
        new CaseExamples(beans).end(place, id);
        assertThat(enrolments
                        .see(place.caseworker(), id, enrolment)
                        .line()
                        .enrolment()
                        .end())
                .contains(new End(today, EndReason.CASE_ENDED));
        var before = activity(id, enrolment);
        assertThat(before.details().endReason()).contains(Activity.EndReason.GROUP_ENDED);
        examples.weekly(place, last, today.plusWeeks(1), 2);
        assertThat(activity(id, enrolment)).isEqualTo(before);
    }

    @Test
    void anActivityComesBackWhenSessionsAreMovedAndCatchesUpWhenARestrictionIsLifted() {
        var small = examples.group(place, Optional.empty(), leader);
        examples.weekly(place, small, today.plusWeeks(1), 1);
        var id = world.aCase(place).started();
        var enrolment = examples.enrol(place.caseworker(), id, small);
        enrolments
                .leave(place.caseworker(), id, enrolment, 0, new End(today, EndReason.OWN_WISH))
                .orThrow();
        assertThat(activity(id, enrolment).withdrawn()).isPresent();
        var only = examples.sessions(place, small).getFirst();
        sessions.change(leader, small, only.id(), 0, examples.session(today)).orThrow();
        assertThat(activity(id, enrolment).withdrawn()).isEmpty();

        var other = world.aCase(place).started();
        var enrolled = examples.enrol(place.caseworker(), other, group);
        restrictions.restrict(place.caseworker(), other, "Bestrids", today).orThrow();
        sessions.cancel(leader, group, examples.sessions(place, group).getLast().id(), 0, "")
                .orThrow();
        assertThat(activity(other, enrolled).details().to()).contains(today.plusWeeks(5));
        restrictions.lift(place.caseworker(), other, "Utrett").orThrow();
        assertThat(activity(other, enrolled).details().to()).contains(today.plusWeeks(4));
    }

    @Test
    void ofTwoLeadersWhoSaveTheOtherIsShownWhatStands() throws Exception {
        var ids = examples.enrolled(place, group, 12);
        var view = attendance.see(leader, group, third().id());
        List<Callable<Result<SessionId>>> both = Stream.of(Mark.CAME, Mark.ILL)
                .<Callable<Result<SessionId>>>map(
                        mark -> () -> attendance.save(leader, group, third().id(), 0, marks(view, mark)))
                .toList();
        try (var two = Executors.newFixedThreadPool(2)) {
            var came = two.invokeAll(both).stream().map(GroupsTest::get).toList();
            assertThat(came)
                    .hasAtLeastOneElementOfType(Result.Done.class)
                    .hasAtLeastOneElementOfType(Result.Stale.class);
        }
        var saved = attendance.see(leader, group, third().id());
        assertThat(saved.marks()).hasSize(12);
        assertThat(saved.marks().values())
                .containsOnly(saved.marks().values().iterator().next());
        assertThat(saved.session().attendance()).isEqualTo(1);
        // The same once more changes nothing, and a correction is the last word.
        assertThat(attendance.save(leader, group, third().id(), 0, saved.marks()))
                .isInstanceOf(Result.Done.class);
        var one = saved.marks().keySet().iterator().next();
        attendance.save(leader, group, third().id(), 1, Map.of(one, Mark.OTHER)).orThrow();
        assertThat(attendance.see(leader, group, third().id()).marks()).containsEntry(one, Mark.OTHER);
        assertThat(journaled(leader, "TAKE_ATTENDANCE", ids.getFirst())).isBetween(2, 3);
    }

    @Test
    void ofASessionThatHasNotBeenOrIsCancelledNobodyCame() {
        examples.enrolled(place, group, 1);
        var coming = examples.sessions(place, group).get(4);
        var marks = marks(attendance.see(leader, group, third().id()), Mark.CAME);
        assertThat(attendance.save(leader, group, coming.id(), 0, marks))
                .isEqualTo(Result.refused("", "attendance.not-held"));
        sessions.cancel(leader, group, third().id(), 0, "").orThrow();
        assertThat(attendance.save(leader, group, third().id(), 0, marks))
                .isEqualTo(Result.refused("", "attendance.not-held"));
    }

    @Test
    void whatWaitsForALeaderIsAttendanceOfSessionsThatHaveBeen() {
        examples.enrolled(place, group, 1);
        assertThat(waiting(leader)).hasSize(3);
        var list = attendance.see(leader, group, third().id());
        attendance.save(leader, group, third().id(), 0, marks(list, Mark.CAME)).orThrow();
        assertThat(waiting(leader)).hasSize(2);
        assertThat(waiting(place.caseworker())).isEmpty();
    }

    private List<ToDo> waiting(Actor.Staff who) {
        return beans.getBeansOfType(ToDoSource.class).values().stream()
                .flatMap(source -> source.toDo(who).stream())
                .filter(one -> one.textKey().equals("to-do.group.attendance"))
                .toList();
    }

    @Test
    void aSeriesThatIsSentTwiceIsMadeOnceAndTheStateFollowsFromTheDays() {
        var other = examples.group(place, Optional.empty(), leader);
        assertThat(groups.see(leader, other).state()).isEqualTo(Programme.State.PLANNED);
        var series = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            sessions.add(leader, other, series, examples.session(today.minusWeeks(7)), 8)
                    .orThrow();
        }
        assertThat(sessions.add(leader, other, series, examples.session(today.minusWeeks(7)), 9))
                .as("nothing of what is changed in a form that has been saved")
                .isInstanceOf(Result.Stale.class);
        assertThat(sessions.add(leader, other, series, examples.session(today.minusWeeks(6)), 8))
                .isInstanceOf(Result.Stale.class);
        var view = groups.see(leader, other);
        assertThat(view.sessions()).hasSize(8);
        assertThat(view.group().last()).contains(today);
        assertThat(view.state()).isEqualTo(Programme.State.RUNNING);
        var ended = examples.group(place, Optional.empty(), leader);
        examples.weekly(place, ended, today.minusDays(8), 1);
        assertThat(groups.see(leader, ended).state()).isEqualTo(Programme.State.ENDED);
        assertThat(enrolments.enrol(
                        place.caseworker(), world.aCase(place).started(), EnrolmentId.create(), ended, "", today))
                .isEqualTo(Result.refused("group", "group.over"));
    }

    @Test
    void whoIsTakenOffAsLeaderSeesNobodyAnyMore() {
        examples.enrolled(place, group, 2);
        var now = groups.see(place.lead(), group).group();
        var details = new Programme.Details(
                now.details().name(),
                now.details().purpose(),
                now.details().places(),
                Set.of(place.caseworker().id()));
        groups.change(leader, group, now.version(), details).orThrow();
        assertThat(seen(leader, "led_enrolments")).isZero();
        assertThat(enrolments.people(leader, group)).isEmpty();
        assertThat(enrolments.people(place.caseworker(), group)).hasSize(2);
    }

    @Test
    void aQuarterOfAYearAfterTheLastSessionTheNamesAreClosedToTheLeaders() {
        var old = examples.group(place, Optional.empty(), leader);
        var id = world.aCase(place).started();
        examples.weekly(place, old, today, 1);
        examples.enrol(place.caseworker(), id, old);
        assertThat(enrolments.people(leader, old)).hasSize(1);
        owner.sql("update group_sessions set held_on = held_on - 91 where group_id = ?")
                .param(old.value())
                .update();
        assertThat(enrolments.people(leader, old)).isEmpty();
        assertThat(enrolments.people(place.caseworker(), old)).hasSize(1);
        var refused = Result.refused("on", "session.on.long-over", 90);
        assertThat(sessions.add(leader, old, UUID.randomUUID(), examples.session(today), 1))
                .isEqualTo(refused);
        var last = examples.sessions(place, old).getLast();
        assertThat(sessions.change(leader, old, last.id(), 0, examples.session(today)))
                .isEqualTo(refused);
    }

    @Test
    void whoeverLeftIsClosedToTheLeadersThoughTheGroupGoesOn() {
        var lasting = examples.group(place, Optional.empty(), leader);
        examples.weekly(place, lasting, today.minusWeeks(20), 30);
        var id = world.aCase(place).started();
        var enrolment = EnrolmentId.create();
        enrolments
                .enrol(place.caseworker(), id, enrolment, lasting, "", today.minusWeeks(20))
                .orThrow();
        assertThat(enrolments.people(leader, lasting)).hasSize(1);
        enrolments
                .leave(place.caseworker(), id, enrolment, 0, new End(today.minusDays(91), EndReason.OWN_WISH))
                .orThrow();
        assertThat(enrolments.people(leader, lasting)).isEmpty();
    }

    @Test
    void aSessionIsLedAndHeldByThoseWhoCanBeChosenAndStaysOnTheDayWhenSomebodyCame() {
        var stranger = world.place();
        var plain = examples.session(today);
        var led = new Session.Details(
                plain.on(),
                plain.at(),
                plain.minutes(),
                plain.kind(),
                "",
                "",
                Optional.of(stranger.lead().id()),
                "",
                Optional.of(stranger.kommun()),
                "",
                "");
        assertThat(sessions.add(leader, group, UUID.randomUUID(), led, 1))
                .isEqualTo(new Result.Refused<>(List.of(
                        Result.Refusal.of("leader", "session.leader.unknown"),
                        Result.Refusal.of("lecturer", "session.lecturer.unknown"))));
        examples.enrolled(place, group, 1);
        var list = attendance.see(leader, group, third().id());
        attendance.save(leader, group, third().id(), 0, marks(list, Mark.CAME)).orThrow();
        assertThat(sessions.change(
                        leader, group, third().id(), third().version(), examples.session(today.minusDays(1))))
                .isEqualTo(Result.refused("on", "session.on.attended"));
    }

    @Test
    void theLeadOfTheInitiativeSeesCountsBySexAndNoneThatAreSmall() {
        examples.enrolled(place, group, 12);
        var view = attendance.see(leader, group, third().id());
        var marks = marks(view, Mark.CAME);
        var absent = view.people().keySet().stream().limit(4).toList();
        absent.forEach(person -> marks.put(person, Mark.NO_NOTICE));
        attendance.save(leader, group, third().id(), 0, marks).orThrow();
        var four = counts.see(place.lead(), place.initiative());
        assertThat(four.held()).isEqualTo(Map.of(Session.Kind.MEETING, 3));
        assertThat(four.persons().getFirst().numbers()).containsExactly(12);
        assertThat(four.attendance()).isEmpty();

        marks.put(view.people().keySet().stream().skip(4).findFirst().orElseThrow(), Mark.ILL);
        attendance.save(leader, group, third().id(), 1, marks).orThrow();
        assertThat(counts.see(place.lead(), place.initiative())
                        .attendance()
                        .getFirst()
                        .numbers())
                .containsExactly(7, 5);
        for (var who : List.of(leader, place.caseworker(), place.officer())) {
            assertThatThrownBy(() -> counts.see(who, place.initiative())).isInstanceOf(NotFoundException.class);
        }
    }
}
