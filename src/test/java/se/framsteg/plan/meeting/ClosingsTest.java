package se.framsteg.plan.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Asking;
import se.framsteg.cases.Result;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.Plans;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.PlanExamples;
import se.framsteg.testing.Sharing;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** How a meeting is closed. */
@FramstegTest
class ClosingsTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Closings closings;

    @Autowired
    Meetings meetings;

    @Autowired
    Plans plans;

    @Autowired
    OwnerSql owner;

    @Autowired
    CallCheck check;

    @Autowired
    Invitations invitations;

    @Autowired
    Asking asking;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private CaseId id;
    private PlanId plan;
    private MeetingId meeting;
    private InviteeId invitee;

    @BeforeEach
    void aMeeting() {
        place = world.place();
        id = world.aCase(place).started();
        var examples = new PlanExamples(beans);
        plan = examples.open(place, id);
        meeting = examples.meeting(place, id);
        invitee = examples.invitee(place, id, meeting);
    }

    private void isToday() {
        owner.sql("update plan_meetings set meets_on = ? where id = ?")
                .params(today, meeting.value())
                .update();
    }

    private Meeting.Planned inAMonth() {
        return on(today.plusDays(30));
    }

    private Result<MeetingId> close(Optional<Meeting.Planned> next) {
        return close(today, next);
    }

    private Result<MeetingId> close(LocalDate on, Optional<Meeting.Planned> next) {
        return closings.close(
                place.caseworker(), id, meeting, 1, new Closings.Closing(on, asked(), Set.of(invitee), true, next));
    }

    private int versions() {
        return owner.sql("select count(*) from plan_versions where plan_id = ?")
                .param(plan.value())
                .query(Integer.class)
                .single();
    }

    private Set<InviteeId> asked() {
        return meetings.card(place.caseworker(), id).invitees().stream()
                .map(line -> line.invitee().id())
                .collect(Collectors.toSet());
    }

    private String state() {
        return owner.sql("select state from plan_meetings where id = ?")
                .param(meeting.value())
                .query(String.class)
                .single();
    }

    @Test
    void whatWasAgreedOnIsSettledAndTheNextMeetingIsPlannedBeforeThisOneIsOver() {
        isToday();
        plans.write(place.caseworker(), id, plan, Plan.Part.SUMMARY, "Vi ses om en månad", 0)
                .orThrow();
        close(Optional.of(inAMonth())).orThrow();
        assertThat(state()).isEqualTo("HELD");
        assertThat(versions()).isEqualTo(1);
        assertThat(plans.see(place.caseworker(), id)
                        .plan(plan)
                        .text(Plan.Part.SUMMARY)
                        .text())
                .as("the version holds it now")
                .isEmpty();
        assertThat(new Visitor(port)
                        .signIn(world.email(place.caseworker()))
                        .get("/cases/" + id + "/plan/" + plan + "/meeting")
                        .body())
                .as("the next one begins with what was agreed on")
                .contains("Vi ses om en månad");
        var ahead = meetings.card(place.caseworker(), id);
        assertThat(ahead.meeting().orElseThrow().planned()).isEqualTo(inAMonth());
        assertThat(ahead.invitees()).as("those who were asked to this one").hasSize(2);
        assertThat(ahead.toTell()).isTrue();
        assertThat(owner.sql("select came from plan_invitees where meeting_id = ? order by part")
                        .param(meeting.value())
                        .query(Boolean.class)
                        .list())
                .as("an organisation that came, and the person who did not")
                .isEqualTo(List.of(true, false));
        assertThat(close(Optional.of(inAMonth()))).as("the same form once more").isEqualTo(new Result.Done<>(meeting));
        assertThat(versions()).isEqualTo(1);
    }

    @Test
    void aMeetingIsClosedWithTheDayOnWhichItWasHeldAndTheNextOneIsLater() {
        assertThat(close(today.plusDays(1), Optional.empty())).isEqualTo(Result.refused("heldOn", "plan.day.future"));
        assertThat(close(Optional.of(on(today.minusDays(1))))).isEqualTo(Result.refused("on", "plan.meeting.past"));
        assertThat(close(Optional.of(lateToday())))
                .as("on the same day")
                .isEqualTo(Result.refused("on", "plan.close.next.after"));
        assertThat(state()).isEqualTo("PLANNED");
        assertThat(versions()).isZero();
        assertThat(close(today.minusDays(1), Optional.empty()))
                .isEqualTo(Result.refused("heldOn", "plan.close.held-on.too-early", today));
        owner.sql("update plans set started_on = started_on - 1 where id = ?")
                .param(plan.value())
                .update();
        close(today.minusDays(1), Optional.of(on(today.plusDays(9)))).orThrow();
        assertThat(owner.sql("select meets_on > held_on from plan_meetings where id = ?")
                        .param(meeting.value())
                        .query(Boolean.class)
                        .single())
                .as("the day that had been set stays")
                .isTrue();
    }

    private Meeting.Planned lateToday() {
        return new Meeting.Planned(Meeting.Kind.FOLLOW_UP, today, LocalTime.of(23, 59, 59), 45, "Stadshuset", "", "");
    }

    private static Meeting.Planned on(LocalDate day) {
        return new Meeting.Planned(Meeting.Kind.FOLLOW_UP, day, LocalTime.of(10, 0), 45, "Stadshuset", "", "");
    }

    @Test
    void theCaseTellsOfThePlanAndOfTheMeetingThatIsAhead() {
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        assertThat(visitor.get("/cases/" + id).body())
                .contains("Planen påbörjades", "Möte om planen", "kl. 13.30", "Till planen");
        close(Optional.empty()).orThrow();
        assertThat(visitor.get("/cases/" + id).body())
                .contains("Planen fastställdes, version 1")
                .doesNotContain("Till planen");
        plans.end(place.caseworker(), id, plan, Plan.EndReason.GOALS_MET).orThrow();
        assertThat(visitor.get("/cases/" + id).body()).contains("Planen avslutades");
    }

    @Test
    void somebodyElsesChangeMeanwhileIsToldAndWhatWasTypedStays() {
        isToday();
        owner.sql("update plan_meetings set version = 2 where id = ?")
                .param(meeting.value())
                .update();
        assertThat(close(Optional.empty())).isInstanceOf(Result.Stale.class);
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var form = Map.of("version", "1", "then", "NEXT", "on", "2020-01-01", "at", "10.00");
        assertThat(visitor.post("/cases/" + id + "/plan/meetings/" + meeting + "/close", form)
                        .body())
                .contains("2020-01-01", "10.00");
        assertThat(visitor.post("/cases/" + id + "/plan/meetings/" + meeting + "/close", Map.of("version", "2"))
                        .body())
                .contains("Välj hur det fortsätter");
        assertThat(state()).isEqualTo("PLANNED");
    }

    @Test
    void nothingIsSaidOfWhoeverWasAddedAfterTheFormWasOpened() {
        isToday();
        var asked = asked();
        var added = new PlanExamples(beans).invitee(place, id, meeting);
        closings.close(
                        place.caseworker(),
                        id,
                        meeting,
                        1,
                        new Closings.Closing(today, asked, Set.of(invitee), true, Optional.empty()))
                .orThrow();
        assertThat(owner.sql("select came is null from plan_invitees where id = ?")
                        .param(added.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void nobodyElseClosesIt() {
        isToday();
        assertThatThrownBy(() -> closings.close(
                        place.otherCaseworker(),
                        id,
                        meeting,
                        1,
                        new Closings.Closing(today, Set.of(), Set.of(), false, Optional.empty())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whoeverClosesItSecondIsToldThatItIsOver() {
        isToday();
        close(Optional.empty()).orThrow();
        var other = new Closings.Closing(today, Set.of(), Set.of(), false, Optional.of(inAMonth()));
        assertThat(closings.close(place.lead(), id, meeting, 1, other)).isInstanceOf(Result.Stale.class);
    }

    @Test
    void aMeetingIsCancelledWhenThePlanEnds() {
        plans.end(place.caseworker(), id, plan, Plan.EndReason.CONSENT_WITHDRAWN)
                .orThrow();
        assertThat(state()).isEqualTo("CANCELLED");
        assertThat(mayGo(invitee)).isFalse();
    }

    private boolean mayGo(InviteeId about) {
        return asking.byInstallation(() -> check.mayGo(about.value()));
    }

    @Test
    void aLetterThatWaitsDoesNotGoWhenThePersonHasTakenBackTheirYesOrNothingMayBeChanged() {
        var region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        var sharing = new Sharing(owner);
        var yes = sharing.yes(id, region, "JOINT_PLAN");
        var called = InviteeId.create();
        var asked = new Invitee.Asked(
                Invitee.Part.ORGANISATION, Optional.of(region), "Rut", "Läkare", "rut@prov.example", false);
        invitations.ask(place.caseworker(), id, meeting, called, asked).orThrow();
        assertThat(mayGo(called)).isTrue();
        assertThat(invitations.ask(
                        place.caseworker(),
                        id,
                        meeting,
                        called,
                        new Invitee.Asked(
                                Invitee.Part.ORGANISATION,
                                Optional.of(region),
                                "Någon annan",
                                "Läkare",
                                "rut@prov.example",
                                false)))
                .as("the same form with somebody else in it")
                .isInstanceOf(Result.Refused.class);
        sharing.withdraw(yes, 2);
        assertThat(mayGo(called)).isFalse();
        assertThat(mayGo(invitee)).as("of the own organisation").isTrue();
        beans.getBean(Restrictions.class)
                .restrict(place.caseworker(), id, "Personen har bett om det", today)
                .orThrow();
        assertThat(mayGo(invitee)).isFalse();
    }
}
