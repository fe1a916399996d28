package se.framsteg.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.framsteg.access.Asking;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.activity.Activity;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Id;
import se.framsteg.shared.RoundId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.StoryExamples;
import se.framsteg.testing.World;

/** What the product never does, tried by a plain connection with the application's own role. */
@FramstegTest
class SecondLockTest {
    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Asking asking;

    @Autowired
    private OwnerSql owner;

    @Autowired
    private EmbeddedPostgres database;

    private CaseExamples examples;
    private World.Place place;
    private CaseId caseId;
    private RoundId round;

    @BeforeEach
    void round() {
        examples = new CaseExamples(beans);
        place = world.place();
        caseId = examples.started(place);
        round = examples.baseline(place, caseId);
    }

    /** As the application's role, which the policies here let do everything. */
    private int update(String sql, Id about) {
        return asking.byInstallation(() -> jdbc.sql(sql).param(about.value()).update());
    }

    private void mayNot(String sql, Id about) {
        assertThatThrownBy(() -> update(sql, about)).as(sql).hasStackTraceContaining("permission denied");
    }

    private void isRefused(String sql, Id about, String because) {
        assertThatThrownBy(() -> update(sql, about)).as(sql).hasStackTraceContaining(because);
    }

    private void does(String sql, Id about) {
        assertThat(update(sql, about)).as(sql).isOne();
    }

    @Test
    void aRoundIsNeverMovedToAnotherCaseOrPlace() {
        for (var change : List.of(
                "case_id = case_id",
                "participant_id = participant_id",
                "association_id = association_id",
                "kind = 'ENDING'",
                "ordinal = 7",
                "import_id = null")) {
            mayNot("update rounds set " + change + " where id = ?", round);
        }
    }

    @Test
    void anAnswerThatHasBeenSeenStaysSeen() {
        does("update rounds set answer_seen = true where id = ?", round);
        isRefused("update rounds set answer_seen = false where id = ?", round, "stays seen");
    }

    @Test
    void aRoundWithAnswersKeepsItsInstrument() {
        var change =
                "update rounds set instrument_id = (select id from instruments where id <> rounds.instrument_id limit"
                        + " 1) where id = ?";
        does(change, round);
        examples.participantAnswers(round, 3);
        isRefused(change, round, "keeps its instrument");
    }

    @Test
    void whatWasDoneWithARoundStaysWhenTheRoundIsTakenAway() {
        var future = examples.rounds(place, caseId).getLast().round().id();
        does("""
            insert into round_changes (association_id, case_id, round_id, at, kind, due_before, due_after)
            select association_id, case_id, id, now(), 'MOVED', due_on, due_on from rounds where id = ?\
            """, future);
        examples.end(place, caseId);
        assertThat(examples.rounds(place, caseId))
                .noneMatch(offered -> offered.round().id().equals(future));
        assertThat(owner.sql("select count(*) from round_changes where case_id = ? and round_id = ?")
                        .param(caseId.value())
                        .param(future.value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void notEvenTheOwnerOfTheTablesChangesWhatWasDoneOrAgreed() throws SQLException {
        examples.participantAnswers(round, 2);
        examples.caseworkerAnswers(place, round, 3);
        examples.agreed(place, caseId, round);
        does("""
            insert into round_changes (association_id, case_id, round_id, at, kind, due_before, due_after)
            select association_id, case_id, id, now(), 'MOVED', due_on, due_on from rounds where id = ?\
            """, round);
        does("""
            insert into agreement_outcomes (agreement_id, number, round_id, outcome, told_on, told_by, told_at)
            select id, 1, round_id, 'DONE', agreed_on, agreed_by, now() from agreements where round_id = ?\
            """, round);
        var owner = database.owner();
        try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            for (var table : List.of("round_changes", "agreements", "agreement_outcomes")) {
                for (var change : List.of(
                        "update " + table + " set round_id = round_id",
                        "delete from " + table,
                        "truncate " + table + " cascade")) {
                    assertThatThrownBy(() -> statement.execute(change))
                            .as(change)
                            .hasMessageContaining("never changed");
                }
            }
        }
    }

    @Test
    void anAnswerIsNeverMovedToAnotherRoundOrRespondent() {
        examples.participantAnswers(round, 3);
        for (var change :
                List.of("round_id = round_id", "respondent = 'CASEWORKER'", "started_at = now()", "imported = true")) {
            mayNot("update assessments set " + change + " where round_id = ?", round);
        }
    }

    @Test
    void aKeyIsNeverChangedIntoAnotherAndNeverComesBack() {
        does("""
            insert into answer_keys (id, round_id, code_hash, second_kind, second_hash, created_at, created_by, expires_at,
              opens_until)
            select gen_random_uuid(), r.id, uuid_send(gen_random_uuid()), 'PIN', 'x', now(), a.staff_id, now(), now()
            from rounds r join assignments a on a.case_id = r.case_id and a.to_on is null where r.id = ?\
            """, round);
        for (var change : List.of(
                "expires_at = now()",
                "opens_until = now()",
                "created_by = created_by",
                "created_at = now()",
                "second_hash = 'y'",
                "code_hash = ''",
                "round_id = round_id")) {
            mayNot("update answer_keys set " + change + " where round_id = ?", round);
        }
        mayNot("delete from answer_keys where round_id = ?", round);
        does("update answer_keys set revoked_at = now() where round_id = ?", round);
        isRefused("update answer_keys set revoked_at = null where round_id = ?", round, "never comes back");
    }

    @Test
    void nobodyIsWrittenIntoAnAssignmentAfterwards() {
        mayNot("update assignments set staff_id = staff_id where case_id = ?", caseId);
        mayNot("update assignments set from_on = to_on where case_id = ?", caseId);
        examples.assign(place, caseId, place.otherCaseworker());
        isRefused(
                "update assignments set to_on = null where case_id = ? and to_on is not null",
                caseId,
                "an assignment that has ended");
    }

    @Test
    void whatHasBeenWithdrawnStaysWithdrawnAndWhoDidWhatStays() {
        var story = new StoryExamples(beans);
        var today = examples.rounds(place, caseId).getFirst().round().opensOn();
        story.activity(place.caseworker(), caseId, Activity.Kind.WORK, "Arbetsträning", today);
        story.job(place.caseworker(), caseId, "Provbolaget", today);
        for (var table : List.of("activities", "employments")) {
            for (var change : List.of("case_id = case_id", "registered_by = registered_by", "registered_at = now()")) {
                mayNot("update " + table + " set " + change + " where case_id = ?", caseId);
            }
            does(
                    "update " + table
                            + " set withdrawn_at = now(), withdrawn_by = registered_by, withdrawn_reason = 'fel'"
                            + " where case_id = ?",
                    caseId);
            isRefused(
                    "update " + table + " set withdrawn_at = null, withdrawn_by = null where case_id = ?",
                    caseId,
                    "what has been withdrawn");
        }
    }

    @Test
    void aDraftNeverGetsAnotherAuthor() {
        new StoryExamples(beans).draft(place.caseworker(), caseId, "Mina ord");
        mayNot("update note_drafts set author_id = author_id where case_id = ?", caseId);
        mayNot("update note_drafts set case_id = case_id where case_id = ?", caseId);
    }

    @Test
    void aReminderIsNeverTurnedToSomebodyElseOrSentTwice() {
        does("""
            insert into reminders (id, association_id, initiative_id, case_id, participant_id, about_id, occasion, day, way,
              state, planned_at, next_attempt_at)
            select gen_random_uuid(), association_id, initiative_id, id, participant_id, gen_random_uuid(), 'OPENED',
              cast(now() at time zone 'Europe/Stockholm' as date), 'SMS', 'PLANNED', now(), now() + interval '1 year' from cases where id = ?\
            """, caseId);
        for (var change : List.of(
                "case_id = case_id",
                "participant_id = participant_id",
                "way = 'EMAIL'",
                "day = day",
                "about_id = about_id",
                "planned_at = now()")) {
            mayNot("update reminders set " + change + " where case_id = ?", caseId);
        }
        mayNot("delete from reminders where case_id = ?", caseId);
        does("update reminders set state = 'SENT', settled_at = now() where case_id = ?", caseId);
        isRefused(
                "update reminders set state = 'PLANNED', settled_at = null where case_id = ?",
                caseId,
                "what became of a reminder");
    }

    @Test
    void whatTheDoorsDoGoesOn() {
        assertThatCode(() -> {
                    examples.pause(place, caseId);
                    examples.resume(place, caseId);
                    examples.participantAnswers(round, 2);
                    examples.caseworkerAnswers(place, round, 3);
                    examples.assign(place, caseId, place.otherCaseworker());
                    examples.assign(place, caseId, place.caseworker());
                    examples.end(place, caseId);
                    examples.reopen(place, caseId);
                })
                .doesNotThrowAnyException();
    }
}
