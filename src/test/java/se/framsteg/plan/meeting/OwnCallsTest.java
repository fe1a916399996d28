package se.framsteg.plan.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.cases.Result;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.consent.Kind;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.meeting.OwnCalls.Reply;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.ConsentExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.PlanExamples;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** A colleague of another organisation is called to a meeting about a plan that the person has opened, and replies. */
@FramstegTest
class OwnCallsTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    OwnCalls calls;

    @Autowired
    Meetings meetings;

    @Autowired
    Invitations invitations;

    @Autowired
    CallToDos toDos;

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

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private CaseId id;
    private OrganisationId region;
    private OrganisationId kassan;
    private Actor.Staff rut;
    private Actor.Staff frida;
    private PlanExamples examples;
    private ConsentExamples consents;
    private MeetingId meeting;

    @BeforeEach
    void twoOrganisationsThatMayKnowOfThePlan() {
        place = world.place();
        id = world.aCase(place).started();
        examples = new PlanExamples(beans);
        consents = new ConsentExamples(beans);
        region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        kassan = world.organisation(place.association(), "Kassan Prov", OrganisationKind.FK);
        rut = named(region, "Rut Region");
        frida = named(kassan, "Frida Kassa");
        meeting = examples.meeting(place, id);
    }

    private Actor.Staff named(OrganisationId organisation, String name) {
        var colleague = world.person(organisation, name, Role.CASEWORKER);
        consents.name(place.caseworker(), id, colleague);
        consents.given(place.caseworker(), id, organisation, Kind.JOINT_PLAN);
        return colleague;
    }

    private Invitee seen(InviteeId invitee) {
        return meetings.card(place.caseworker(), id).invitees().stream()
                .map(InviteeLine::invitee)
                .filter(one -> one.id().equals(invitee))
                .findFirst()
                .orElseThrow();
    }

    private Result<InviteeId> reply(Actor.Staff who, InviteeId to, Reply reply, String standIn) {
        var call = calls.see(who, id, to);
        var versions =
                new OwnCalls.Versions(call.meeting().version(), call.invitee().version());
        return calls.reply(who, id, to, versions, reply, standIn);
    }

    @Test
    void whatHasNotBeenSentIsNotShownAndWhatHasIsOnTheListOfThingsToDo() {
        var asked = new Invitee.Asked(Invitee.Part.ORGANISATION, Optional.of(region), "Rut", "kurator", "", false);
        var invitee = invitations
                .ask(place.caseworker(), id, meeting, InviteeId.create(), asked)
                .orThrow();
        var visitor = new Visitor(port).signIn(world.email(rut));
        assertThat(calls.of(rut, id)).isEmpty();
        assertThat(toDos.toDo(rut)).isEmpty();
        assertThatThrownBy(() -> calls.see(rut, id, invitee)).isInstanceOf(NotFoundException.class);
        assertThat(visitor.get("/cases/" + id + "/plan").body()).doesNotContain("Din organisation", "/calls/");
        assertThat(rows(rut)).isEmpty();
        var version =
                meetings.card(place.caseworker(), id).meeting().orElseThrow().version();
        beans.getBean(Calls.class)
                .send(place.caseworker(), id, meeting, version)
                .orThrow();
        assertThat(toDos.toDo(rut)).singleElement().satisfies(one -> {
            assertThat(one.path()).isEqualTo("/cases/" + id + "/plan/calls/" + invitee);
            assertThat(one.due()).contains(today.plusDays(14));
            assertThat(one.textKey()).isEqualTo("to-do.plan.call.SUMMONS");
        });
        assertThat(toDos.toDo(frida)).isEmpty();
        assertThat(visitor.get("/").body()).contains("Svara på en kallelse till möte");
        assertThat(visitor.get("/cases/" + id + "/plan").body())
                .contains("Din organisation är kallad till mötet (Rut, kurator)", "Stadshuset, rum 2");
        reply(rut, invitee, Reply.YES, "").orThrow();
        assertThat(toDos.toDo(rut)).isEmpty();
    }

    private List<String> rows(Actor.Staff who) {
        return transactions.execute(_ -> {
            asking.by(who);
            return application
                    .sql("select name from plan_invitees where meeting_id = ?")
                    .param(meeting.value())
                    .query(String.class)
                    .list();
        });
    }

    @Test
    void theReplyReachesTheCaseworkerAndCanBeChangedAndIsJournaled() {
        var call = examples.called(place, id, region);
        reply(rut, call, Reply.YES, "").orThrow();
        assertThat(seen(call).replied()).contains(new Invitee.Replied(Invitee.Reply.YES, "", today));
        assertThat(reply(rut, call, Reply.STAND_IN, ""))
                .isEqualTo(Result.refused("standIn", "shared-plan.call.stand-in.required"));
        var before = calls.see(rut, id, call);
        reply(rut, call, Reply.STAND_IN, "Stina Ström").orThrow();
        assertThat(seen(call).replied()).contains(new Invitee.Replied(Invitee.Reply.STAND_IN, "Stina Ström", today));
        var versions = new OwnCalls.Versions(
                before.meeting().version(), before.invitee().version());
        assertThat(calls.reply(rut, id, call, versions, Reply.STAND_IN, "Stina Ström"))
                .as("sent twice")
                .isInstanceOf(Result.Done.class);
        assertThat(calls.reply(rut, id, call, versions, Reply.NO, ""))
                .as("of what it was")
                .isInstanceOf(Result.Stale.class);
        assertThat(owner.sql("select count(*) from journal where action = 'REPLY_TO_CALL' and case_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void nobodySeesOrAnswersForAnotherOrganisation() {
        var call = examples.called(place, id, region);
        var other = examples.called(place, id, kassan);
        reply(rut, call, Reply.NO, "").orThrow();
        assertThat(calls.of(frida, id))
                .extracting(OwnCalls.Call::invitee)
                .extracting(Invitee::id)
                .containsExactly(other);
        assertThat(new Visitor(port)
                        .signIn(world.email(frida))
                        .get("/cases/" + id + "/plan")
                        .body())
                .doesNotContain("Kommer inte", call.toString());
        for (var who : List.of(frida, place.caseworker(), place.otherCaseworker(), place.officer())) {
            assertThatThrownBy(() -> calls.see(who, id, call)).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> calls.reply(frida, id, call, new OwnCalls.Versions(1, 1), Reply.YES, ""))
                .isInstanceOf(NotFoundException.class);
        assertThat(calls.reply(place.caseworker(), id, call, new OwnCalls.Versions(1, 1), Reply.YES, ""))
                .as("whoever has the case records replies elsewhere")
                .isInstanceOf(Result.Stale.class);
        assertThatThrownBy(() -> calls.see(rut, id, InviteeId.create())).isInstanceOf(NotFoundException.class);
        assertThat(seen(other).replied()).isEmpty();
    }

    @Test
    void whenTheMeetingIsMovedAReplyAboutTheOtherTimeIsNotTaken() {
        var call = examples.called(place, id, region);
        var before = calls.see(rut, id, call);
        var now = examples.inAFortnight();
        var moved = new Meeting.Planned(now.kind(), now.on().plusDays(1), now.at(), now.minutes(), now.place(), "", "");
        meetings.change(place.caseworker(), id, meeting, before.meeting().version(), moved)
                .orThrow();
        var versions = new OwnCalls.Versions(
                before.meeting().version(), before.invitee().version());
        assertThat(calls.reply(rut, id, call, versions, Reply.YES, "")).isInstanceOf(Result.Stale.class);
        reply(rut, call, Reply.YES, "").orThrow();
        meetings.cancel(
                        place.caseworker(),
                        id,
                        meeting,
                        meetings.card(place.caseworker(), id)
                                .meeting()
                                .orElseThrow()
                                .version())
                .orThrow();
        assertThatThrownBy(() -> calls.see(rut, id, call)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aCaseThatIsRestrictedAndAMeetingThatHasBeenAreReadAndNotRepliedTo() throws Exception {
        var call = examples.called(place, id, region);
        clock.on(today.plusDays(15), () -> {
            assertThat(calls.see(rut, id, call).open()).isFalse();
            assertThat(reply(rut, call, Reply.YES, "")).isInstanceOf(Result.Stale.class);
            assertThat(toDos.toDo(rut)).isEmpty();
            return null;
        });
        restrictions.restrict(place.caseworker(), id, "Bestrids", today).orThrow();
        assertThat(toDos.toDo(rut)).isEmpty();
        assertThat(reply(rut, call, Reply.YES, "")).isInstanceOf(Result.Stale.class);
        var visitor = new Visitor(port).signIn(world.email(rut));
        var path = "/cases/" + id + "/plan/calls/" + call;
        assertThat(visitor.get(path).body())
                .contains("Det går inte att svara här just nu")
                .doesNotContain("Skicka svaret");
        assertThat(visitor.post(path, Map.of("reply", "YES", "version", "1", "meeting", "1"))
                        .body())
                .contains("Det går inte att svara här just nu");
        assertThatThrownBy(() -> update(
                        rut, call, "reply = 'YES', replied_on = (select asked_on()), saved_by = asking('STAFF')"))
                .hasStackTraceContaining("not_restricted_update");
        assertThat(seen(call).replied()).isEmpty();
    }

    /** How many rows the database lets this one change. */
    private int update(Actor.Staff who, InviteeId invitee, String set) {
        return transactions.execute(_ -> {
            asking.by(who);
            return application
                    .sql("update plan_invitees set " + set + " where id = ?")
                    .param(invitee.value())
                    .update();
        });
    }

    @Test
    void theDatabaseLetsAColleagueChangeTheReplyOfTheirOwnOrganisationAndNothingElse() {
        var call = examples.called(place, id, region);
        var reply = "reply = 'NO', replied_on = (select asked_on()), saved_by = asking('STAFF')";
        assertThat(update(frida, call, reply)).isZero();
        assertThat(update(place.otherCaseworker(), call, reply)).isZero();
        for (var more :
                List.of("name = 'Någon'", "sent_at = now()", "removed_at = now()", "came = true", "email = 'x@y.se'")) {
            assertThatThrownBy(() -> update(rut, call, reply + ", " + more))
                    .hasStackTraceContaining("changes the reply alone");
        }
        assertThatThrownBy(() -> update(
                        rut, call, "reply = 'NO', replied_on = (select asked_on()) - 1, saved_by = asking('STAFF')"))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> update(rut, call, "reply = null, replied_on = null, saved_by = asking('STAFF')"))
                .hasStackTraceContaining("row-level security");
        assertThat(update(rut, call, reply)).isOne();
    }

    @Test
    void theMeetingIsTakenAsACalendarFile() throws Exception {
        var call = examples.called(place, id, region);
        var file = new Downloads(port, world.email(rut)).bytes("/cases/" + id + "/plan/calls/" + call + "/meeting.ics");
        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("SUMMARY:Möte\r\n", "UID:" + meeting)
                .doesNotContain("LOCATION");
    }

    static List<Window> windows() {
        return List.of(Window.SMALL_PHONE, Window.DESK);
    }

    @ParameterizedTest
    @MethodSource("windows")
    void inABrowserTheColleagueComesFromTheListAndReplies(Window window) {
        examples.called(place, id, region);
        consents.given(place.caseworker(), id, region, Kind.JOINT_PLAN, Kind.IDENTITY);
        try (var browser = Chromium.open(port, window)) {
            var page = Chromium.signIn(browser, world.email(rut));
            page.locator("main a[href*='/plan/calls/']").first().click();
            Chromium.picture(page, "own-call-" + window.width());
            Chromium.assertAccessible(page, "call");
            assertThat(page.locator("main").innerText()).contains("Stadshuset, rum 2", "klockan 13.30");
            page.locator("label[for=reply-STAND_IN]").click();
            page.locator("button:has-text('Skicka svaret')").click();
            Chromium.picture(page, "own-call-refused-" + window.width());
            Chromium.assertAccessible(page, "call refused");
            page.locator("#standIn").fill("Stina Ström, läkare");
            page.locator("button:has-text('Skicka svaret')").click();
            Chromium.picture(page, "own-call-replied-" + window.width());
            Chromium.assertAccessible(page, "plan with a reply");
            assertThat(page.locator("main").innerText()).contains("Svaret är skickat", "Stina Ström, läkare");
            page.locator("a:has-text('Ändra svaret')").click();
            assertThat(page.locator("#standIn").inputValue()).isEqualTo("Stina Ström, läkare");
        }
    }
}
