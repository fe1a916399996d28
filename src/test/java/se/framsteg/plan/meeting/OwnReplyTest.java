package se.framsteg.plan.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.Result;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.plan.MeetingId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnPhone;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.PlanExamples;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** The person replies to the invitation to a meeting, on the own phone. */
@FramstegTest
class OwnReplyTest {
    private static final String PAGE = "/svara/min-sida/plan/mote/";

    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    OwnReply own;

    @Autowired
    Meetings meetings;

    @Autowired
    Invitations invitations;

    @Autowired
    Restrictions restrictions;

    @Autowired
    TestClock clock;

    @Autowired
    OwnerSql owner;

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
    private CaseExamples cases;
    private PlanExamples examples;
    private CaseId id;
    private RoundId round;
    private MeetingId meeting;
    private Actor.Respondent person;

    @BeforeEach
    void aMeetingAhead() {
        place = world.place();
        cases = new CaseExamples(beans);
        examples = new PlanExamples(beans);
        id = cases.started(place);
        round = cases.baseline(place, id);
        person = new Actor.Respondent(round, false);
        meeting = examples.meeting(place, id);
    }

    private OwnReply.Versions seen() {
        var view = own.see(person, meeting);
        return new OwnReply.Versions(view.meeting().version(), view.own().version());
    }

    private Result<MeetingId> reply(OwnReply.Versions asked, OwnReply.Reply reply, String words) {
        return own.reply(person, meeting, asked, reply, words);
    }

    private Map<String, String> form(OwnReply.Versions asked, String reply, String words) {
        return Map.of("meeting", "" + asked.meeting(), "version", "" + asked.own(), "reply", reply, "words", words);
    }

    private Visitor phone() {
        return new OwnPhone(port, world.email(place.caseworker()), id, round).visitor();
    }

    private Invitee invitee() {
        return meetings.card(place.caseworker(), id).invitees().getFirst().invitee();
    }

    private void move() {
        var planned = examples.inAFortnight();
        var moved = new Meeting.Planned(
                planned.kind(), planned.on(), LocalTime.of(9, 0), planned.minutes(), planned.place(), "", "");
        var version =
                meetings.card(place.caseworker(), id).meeting().orElseThrow().version();
        meetings.change(place.caseworker(), id, meeting, version, moved).orThrow();
    }

    private void cancel() {
        var version =
                meetings.card(place.caseworker(), id).meeting().orElseThrow().version();
        meetings.cancel(place.caseworker(), id, meeting, version).orThrow();
    }

    @Test
    void whatThePersonRepliesReachesWhoeverHasTheCaseInTheirOwnWords() {
        var phone = phone();
        assertThat(phone.get("/svara/min-sida").body()).contains("Kommer du på mötet?", PAGE + meeting + "/svar");
        var first = seen();
        for (int times = 0; times < 2; times++) {
            reply(first, OwnReply.Reply.YES, "").orThrow();
        }
        assertThat(reply(first, OwnReply.Reply.NO, ""))
                .as("of what it was before")
                .isInstanceOf(Result.Stale.class);
        assertThat(phone.post(PAGE + meeting + "/svar", form(seen(), "OTHER_TIME", "Helst på förmiddagen"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(phone.get("/svara/min-sida/plan").body())
                .contains("Din handläggare ser att du behöver en annan tid", "Ändra mitt svar");
        assertThat(phone.get(PAGE + meeting + "/svar").body()).contains("Helst på förmiddagen");
        assertThat(phone.get("/svara/min-sida").body()).doesNotContain("Kommer du på mötet?");
        assertThat(invitee().replied())
                .contains(new Invitee.Replied(Invitee.Reply.OTHER_TIME, "", "Helst på förmiddagen", today, true));
        assertThat(new Visitor(port)
                        .signIn(world.email(place.caseworker()))
                        .get("/cases/" + id + "/plan")
                        .body())
                .contains("Behöver en annan tid", "Helst på förmiddagen", "Själv, i sin telefon");
        assertThat(owner.sql("""
            select count(*) from journal where action = 'CHANGE_PLAN' and actor_kind = 'RESPONDENT' and case_id = ?\
            """).param(id.value()).query(Integer.class).single())
                .isEqualTo(3);
    }

    @Test
    void aReplyIsAboutTheMeetingThatWasSeenAndNobodyOverwritesAnotherUnseen() {
        var phone = phone();
        var before = seen();
        move();
        assertThat(phone.post(PAGE + meeting + "/svar", form(before, "YES", "Mina ord"))
                        .body())
                .contains("Mötet har ändrats medan du svarade", "09.00", "Mina ord");
        assertThat(invitee().replied()).isEmpty();
        var asked = seen();
        var no = new Invitee.Replied(Invitee.Reply.NO, "", "Ringde in", today, false);
        invitations
                .reply(place.caseworker(), id, meeting, invitee().id(), asked.own(), no)
                .orThrow();
        assertThat(phone.post(PAGE + meeting + "/svar", form(asked, "YES", "Mina ord"))
                        .body())
                .contains("Något nytt har sparats", "Ringde in", "Mina ord");
        reply(seen(), OwnReply.Reply.YES, "").orThrow();
        assertThat(invitations.reply(place.caseworker(), id, meeting, invitee().id(), asked.own(), no))
                .isInstanceOf(Result.Stale.class);
        assertThat(phone.post(PAGE + meeting + "/svar", form(seen(), "", "x".repeat(501)))
                        .body())
                .contains("Välj ett svar", "x".repeat(501), "Skriv högst");
    }

    @Test
    void whenTheMeetingHasBeenOrIsCancelledTheFormIsGoneAndWhatWasWrittenIsShown() throws Exception {
        var phone = phone();
        var asked = seen();
        clock.on(today.plusDays(15), () -> {
            assertThat(own.see(person, meeting).open()).isFalse();
            return assertThat(reply(asked, OwnReply.Reply.YES, "")).isInstanceOf(Result.Stale.class);
        });
        restrictions.restrict(place.caseworker(), id, "Bestrids", today).orThrow();
        assertThat(phone.post(PAGE + meeting + "/svar", form(asked, "YES", "Mina ord"))
                        .body())
                .contains("Det går inte att skriva här just nu", "Mina ord")
                .doesNotContain("<textarea");
        restrictions.lift(place.caseworker(), id, "Utrett").orThrow();
        cancel();
        assertThat(phone.get(PAGE + meeting + "/svar").body())
                .contains("Det går inte att svara längre")
                .doesNotContain("<textarea");
        assertThat(phone.post(PAGE + meeting + "/svar", form(asked, "YES", "Mina ord"))
                        .body())
                .contains("Det går inte att svara längre", "Det du skrev är inte sparat", "Mina ord")
                .doesNotContain("<textarea");
    }

    @Test
    void anInvitationOfSomebodyElseDoesNotExistNorAnyOnADeviceThatWasHandedOver() {
        var theirs = examples.meeting(place, cases.started(place));
        var handedOver = new Actor.Respondent(round, true);
        var asked = seen();
        assertThatThrownBy(() -> own.see(person, theirs)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.reply(person, theirs, asked, OwnReply.Reply.YES, ""))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.see(handedOver, meeting)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.reply(handedOver, meeting, asked, OwnReply.Reply.YES, ""))
                .isInstanceOf(NotFoundException.class);
        var phone = phone();
        for (var forged : List.of(theirs, MeetingId.create())) {
            assertThat(phone.get(PAGE + forged + "/svar").statusCode()).isEqualTo(404);
            assertThat(phone.post(PAGE + forged + "/svar", form(asked, "YES", ""))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void theDatabaseLetsThePersonChangeTheOwnReplyAloneAndNobodyElseReplyAsThem() {
        var colleague = examples.invitee(place, id, meeting);
        var replying = "update plan_invitees set reply = 'YES', own_reply = true, replied_on = cast(now() at time zone"
                + " 'Europe/Stockholm' as date), saved_by = null%s where id = '"
                + invitee().id() + "'";
        var stranger = new Actor.Respondent(cases.baseline(place, cases.started(place)), false);
        assertThat(run(stranger, replying.formatted(""))).isZero();
        assertThat(run(person, replying.formatted("").replace(invitee().id().toString(), colleague.toString())))
                .isZero();
        for (var more : List.of(
                ", email = 'annan@example.se'",
                ", came = true",
                ", role = 'Chef'",
                ", removed_at = now()",
                ", sent_version = 3, sent_at = now(), sent_by = '"
                        + place.caseworker().id() + "'")) {
            refused(person, replying.formatted(more), "changes the reply alone");
        }
        refused(person, replying.formatted(", stand_in = 'Någon'"), "row-level security");
        refused(
                person,
                replying.replace(
                                "cast(now() at time zone 'Europe/Stockholm' as date)",
                                "cast(now() at time zone 'Europe/Stockholm' as date) - 1")
                        .formatted(""),
                "row-level security");
        refused(person, replying.replace("own_reply = true, ", "").formatted(""), "row-level security");
        refused(place.caseworker(), replying.formatted(""), "nobody replies as the person");
        assertThat(run(person, replying.formatted(""))).isEqualTo(1);
        var mine = " where id = '" + invitee().id() + "'";
        refused(place.caseworker(), "update plan_invitees set reply = 'NO'" + mine, "nobody replies as the person");
        assertThat(run(
                        place.caseworker(),
                        "update plan_invitees set came = true, saved_by = '"
                                + place.caseworker().id() + "'" + mine))
                .isEqualTo(1);
        cancel();
        assertThat(run(person, replying.formatted(""))).isZero();
    }

    private void refused(Actor by, String sql, String why) {
        assertThatThrownBy(() -> run(by, sql)).as("%s: %s", by, sql).hasStackTraceContaining(why);
    }

    private int run(Actor by, String sql) {
        var changed = transactions.execute(_ -> {
            asking.by(by);
            return application.sql(sql).update();
        });
        return changed == null ? 0 : changed;
    }
}
