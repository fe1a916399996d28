package se.framsteg.cases.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.assessment.mine.OwnPage;
import se.framsteg.assessment.progression.Progression;
import se.framsteg.assessment.talk.Agreements;
import se.framsteg.cases.CaseStep;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.cases.activity.Activity;
import se.framsteg.cases.note.DraftId;
import se.framsteg.consent.Consents;
import se.framsteg.consent.Kind;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.statistics.FollowUps;
import se.framsteg.testing.ConsentExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Sharing;
import se.framsteg.testing.StoryExamples;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** While a case is restricted it is kept and shown, and nothing in it changes but the restriction itself. */
@FramstegTest
class RestrictionsTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Restrictions restrictions;

    @Autowired
    Cases cases;

    @Autowired
    Guard guard;

    @Autowired
    FollowUps followUps;

    @Autowired
    OwnerSql owner;

    @Autowired
    Progression progression;

    @Autowired
    Agreements agreements;

    @Autowired
    JdbcClient application;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private CaseExamples examples;
    private CaseId id;

    @BeforeEach
    void aStartedCase() {
        place = world.place();
        examples = new CaseExamples(beans);
        id = examples.started(place);
    }

    private void restrict() {
        restrictions
                .restrict(place.caseworker(), id, "Uppgifterna bestrids", today)
                .orThrow();
    }

    @Test
    void nothingIsAllowedThatChangesTheCaseOrAsksThePerson() {
        restrict();
        var left = EnumSet.of(
                Action.LIST_CASE,
                Action.SEE_CASE,
                Action.SEE_IDENTITY,
                Action.SEE_LIVELIHOOD,
                Action.SEE_AGREEMENT,
                Action.SEE_PLAN,
                Action.SEE_WHOLE_PLAN,
                Action.SEE_ACTIVITY,
                Action.SEE_HEALTH,
                Action.SEE_SOCIAL,
                Action.SEE_EMPLOYMENT,
                Action.SEE_REMINDERS,
                Action.SEE_NOTE,
                Action.SEE_PROGRESSION,
                Action.SEE_CONSENTS,
                Action.SEE_CONSENT_DAY,
                Action.SEE_CONSENT_PAPER,
                Action.EXPORT_CONSENTS,
                Action.WITHDRAW_CONSENT,
                Action.END_COLLEAGUE,
                Action.PRINT_COPY,
                Action.PRINT_PLAN,
                Action.EXTRACT_REGISTER,
                Action.RESTRICT_PROCESSING,
                Action.SEE_CONTACTS,
                Action.SEE_WORK_SUPPORT,
                Action.PRINT_PROFILE);
        assertThat(guard.allowed(place.lead(), id)).containsAll(left).doesNotContain(Action.SEE_WORKSHEET);
        var worksheets = EnumSet.of(Action.SEE_WORKSHEET, Action.TAKE_BACK_WORKSHEET, Action.PRINT_WORKSHEET);
        left.addAll(worksheets);
        assertThat(guard.allowed(place.caseworker(), id)).isEqualTo(left);
        left.removeAll(worksheets);
        left.add(Action.HOLD_CASE);
        assertThat(guard.allowed(place.lead(), id)).isEqualTo(left);
        var story = new StoryExamples(beans);
        assertThatThrownBy(() -> story.note(place.caseworker(), id, today, "Nej"))
                .isInstanceOf(RuntimeException.class);
        var pause = CaseStep.pause(today, "Nej");
        var version = cases.see(place.caseworker(), id).version();
        assertThat(cases.change(place.caseworker(), id, version, pause)).isInstanceOf(Result.Stale.class);
        assertThat(cases.see(place.caseworker(), id).permitted()).isEmpty();
    }

    @Test
    void theParticipantSeesTheOwnPageAndAnswersNothing() {
        var round = examples.baseline(place, id);
        restrict();
        assertThatThrownBy(() -> examples.participantAnswers(round, 2)).isInstanceOf(NotFoundException.class);
        assertThat(guard.allowed(new Actor.Respondent(round, false), round))
                .containsOnly(Action.SEE_OWN_PAGE, Action.EXTRACT_REGISTER);
        restrictions.lift(place.lead(), id, "Utrett").orThrow();
        examples.participantAnswers(round, 2);
    }

    @Test
    void nobodyIsAskedToDoAnythingInIt() {
        var round = examples.baseline(place, id);
        assertThat(todo(place.caseworker())).isNotEmpty();
        var own = new Actor.Respondent(round, false);
        assertThat(page(own).now()).isPresent();
        restrict();
        assertThat(todo(place.caseworker())).isEmpty();
        assertThat(todo(place.lead())).isEmpty();
        var page = page(own);
        assertThat(page.restricted()).isTrue();
        assertThat(page.now()).isEmpty();
        assertThat(page.next()).isEmpty();
        assertThat(page.canAnswer() || page.needsKey() || page.waiting()).isFalse();
        assertThat(new Visitor(port)
                        .signIn(world.email(place.caseworker()))
                        .get("/cases/" + id)
                        .body())
                .contains("Låt ärendet vara.")
                .doesNotContain("Följ stegen tillsammans");
    }

    private OwnPage page(Actor.Respondent own) {
        return new OwnPage(progression.own(own, Optional.empty(), "sv"), agreements.own(own));
    }

    private List<ToDo> todo(Actor.Staff staff) {
        return beans.getBeansOfType(ToDoSource.class).values().stream()
                .flatMap(source -> source.toDo(staff).stream())
                .filter(toDo -> toDo.path().contains(id.toString()))
                .toList();
    }

    @Test
    void theDatabaseRefusesWhatADoorThatForgotToAskWouldChange() {
        var story = new StoryExamples(beans);
        story.activity(place.caseworker(), id, Activity.Kind.WORK, "Träning", today);
        story.note(place.caseworker(), id, today, "Före");
        examples.baseline(place, id);
        var sharing = new Sharing(owner);
        var kassan = world.organisation(place.association(), "Kassan", OrganisationKind.FK);
        var consent = sharing.yes(id, kassan, "PLAN", "HEALTH");
        var answer = """
            insert into consent_answers (consent_id, number, answer, kinds, valid_until, said_on, how, spoken_reason, recorded_by,
              recorded_at) values ('%s', 2, '%s', %s, %s, cast(now() at time zone 'Europe/Stockholm' as date), 'SPOKEN', 'Vid ett möte', :staff, now())\
            """;
        var until = "(cast(now() at time zone 'Europe/Stockholm' as date) + interval '1 year')::date";
        var goesOn = List.of(
                answer.formatted(consent, "WITHDRAWN", "'{}'", "null"),
                answer.formatted(consent, "YES", "'{PLAN}'", until),
                "update case_colleagues set ended_by = :staff, ended_at = now() where case_id = :id");
        sharing.name(id, world.person(kassan, "Kaj Kassa", Role.TEAM_MEMBER));
        var changes = List.of(
                """
                insert into consents (id, association_id, participant_id, from_organisation_id, to_organisation_id, purpose)
                select gen_random_uuid(), q.association_id, q.participant_id, q.from_organisation_id, q.to_organisation_id, 'Nytt'
                from consents q where q.participant_id = (select participant_id from cases where id = :id)\
                """,
                answer.formatted(consent, "YES", "'{PLAN,HEALTH}'", until),
                answer.formatted(
                        consent,
                        "YES",
                        "'{PLAN}'",
                        "(cast(now() at time zone 'Europe/Stockholm' as date) + interval '2 years')::date"),
                "update participants set address = 'Nygatan 1' where id = (select participant_id from cases where id ="
                        + " :id)",
                """
                insert into named_access (organisation_id, participant_id, staff_id, named_at)
                select organisation_id, participant_id, :staff, now() from cases where id = :id\
                """,
                "update cases set hours_before = 1 where id = :id",
                "update rounds set due_on = due_on where case_id = :id",
                "update activities set version = version where case_id = :id",
                """
                insert into assessments (round_id, respondent, answers, answered_by, started_at, saved_at)
                select id, 'CASEWORKER', '{1}', :staff, now(), now() from rounds where case_id = :id limit 1\
                """,
                """
                insert into plan_needs (id, association_id, case_id, seen_by, who, seen_on, what, registered_by, registered_at)
                select gen_random_uuid(), association_id, id, 'PERSON', '', cast(now() at time zone 'Europe/Stockholm' as date), 'Samordna', :staff, now() from cases
                where id = :id\
                """,
                """
                insert into case_changes (case_id, effective_on, from_state, to_state, by_staff, at)
                values (:id, cast(now() at time zone 'Europe/Stockholm' as date), 'ACTIVE', 'PAUSED', :staff, now())\
                """);
        changes.forEach(change -> assertThat(attempt(change)).as(change).isNull());
        restrict();
        changes.forEach(change ->
                assertThat(attempt(change)).as(change).isNotNull().hasStackTraceContaining("row-level security"));
        goesOn.forEach(change -> assertThat(attempt(change)).as(change).isNull());
        restrictions.lift(place.lead(), id, "Utrett").orThrow();
        changes.forEach(change -> assertThat(attempt(change)).as(change).isNull());
    }

    /** What came of it; nothing stays. */
    private @Nullable RuntimeException attempt(String change) {
        return transactions.execute(status -> {
            status.setRollbackOnly();
            try {
                asking.by(place.caseworker());
                var statement = application.sql(change).param("id", id.value());
                assertThat(
                                change.contains(":staff")
                                        ? statement
                                                .param(
                                                        "staff",
                                                        place.caseworker().id().value())
                                                .update()
                                        : statement.update())
                        .isPositive();
                return null;
            } catch (DataAccessException e) {
                return e;
            }
        });
    }

    @Test
    void aYesIsTakenBackInPartAndInWholeThroughItsDoor() {
        var kassan = world.organisation(place.association(), "Kassan", OrganisationKind.FK);
        var consents = new ConsentExamples(beans);
        var consent = consents.given(place.caseworker(), id, kassan, Kind.PLAN, Kind.HEALTH);
        restrict();
        beans.getBeanProvider(Consents.class)
                .getObject()
                .narrow(place.caseworker(), id, consent, 1, EnumSet.of(Kind.PLAN), consents.spoken())
                .orThrow();
        consents.withdraw(place.caseworker(), id, consent, 2);
    }

    @Test
    void aNoteThatIsBeingWrittenIsNotLost() {
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var notes = "/cases/" + id + "/notes";
        var draft = notes + "/drafts/" + DraftId.create();
        var typed = new HashMap<>(
                Map.of("kind", "TALK", "on", today.toString(), "text", "Sparat så långt", "version", "0"));
        assertThat(visitor.post(draft + "/autosave", typed).statusCode()).isEqualTo(200);
        restrict();
        typed.putAll(Map.of("text", "Skrivet efteråt", "version", "1", "do", "sign"));
        var refused = visitor.post(draft, typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("kan inte signeras nu", "Skrivet efteråt");
        assertThat(visitor.post(draft + "/autosave", typed).statusCode()).isEqualTo(409);
        assertThat(visitor.get(notes).body()).contains("Sparat så långt").doesNotContain(draft);
        restrictions.lift(place.lead(), id, "Utrett").orThrow();
        assertThat(visitor.get(draft).body()).contains("Sparat så långt");
        assertThat(visitor.post(draft, typed).statusCode()).isEqualTo(302);
    }

    @Test
    void thePagesSayThatItIsRestrictedAndWhy() {
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var path = "/cases/" + id + "/restriction";
        assertThat(visitor.post(path, Map.of("reason", "", "saidOn", "2999-01-01"))
                        .body())
                .contains("Skriv varför behandlingen begränsas.");
        assertThat(visitor.post(path, Map.of("reason", "Bestrids", "saidOn", "2099-01-01"))
                        .body())
                .contains("Dagen kan inte vara senare än i dag.");
        assertThat(visitor.post(path, Map.of("reason", "Bestrids <b>", "saidOn", today.toString()))
                        .statusCode())
                .isBetween(302, 303);
        for (var page : List.of("", "/person", "/notes", "/progression", "/assignments")) {
            assertThat(visitor.get("/cases/" + id + page).body())
                    .as(page)
                    .contains("eftersom personen har bett om att behandlingen begränsas");
        }
        assertThat(visitor.get(path).body()).contains("Bestrids &lt;b&gt;");
        assertThat(visitor.post(path + "/lift", Map.of("liftedReason", "")).body())
                .contains("Skriv varför begränsningen hävs.");
        assertThat(visitor.post(path + "/lift", Map.of("liftedReason", "Utrett"))
                        .statusCode())
                .isBetween(302, 303);
        assertThat(visitor.get("/cases/" + id).body()).doesNotContain("behandlingen begränsas");
    }

    @Test
    void itIsSetAndLiftedOnceAndNeverChangedAfterwards() {
        restrict();
        assertThat(restrictions.restrict(place.lead(), id, "Igen", today)).isInstanceOf(Result.Stale.class);
        restrictions.lift(place.lead(), id, "Utrett").orThrow();
        assertThat(restrictions.lift(place.lead(), id, "Igen")).isInstanceOf(Result.Stale.class);
        assertThatThrownBy(() -> owner.sql("update case_restrictions set reason = 'x' where case_id = ?")
                        .param(id.value())
                        .update())
                .hasStackTraceContaining("never changed");
        assertThatThrownBy(() -> owner.sql("delete from case_restrictions where case_id = ?")
                        .param(id.value())
                        .update())
                .hasStackTraceContaining("never forgotten");
        assertThat(owner.sql("""
            select count(*) from journal where action = 'RESTRICT_PROCESSING' and case_id = ? and participant_id is not null\
            """).param(id.value()).query(Integer.class).single())
                .isEqualTo(2);
    }

    @Test
    void whoDoesNotHaveTheCaseCanNotRestrictIt() {
        for (var other : List.of(
                place.otherCaseworker(),
                place.officer(),
                place.administrator(),
                world.place().lead())) {
            assertThatThrownBy(() -> restrictions.see(other, id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> restrictions.restrict(other, id, "Nej", today))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> restrictions.lift(other, id, "Nej")).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void theStatisticsAreNotAffected() {
        var none = Optional.<String>empty();
        var before = followUps.of(place.lead(), place.initiative(), none, none, "sv");
        restrict();
        assertThat(followUps.of(place.lead(), place.initiative(), none, none, "sv"))
                .usingRecursiveComparison()
                .isEqualTo(before);
    }
}
