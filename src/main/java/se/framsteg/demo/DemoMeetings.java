package se.framsteg.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.NeedId;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.Plans;
import se.framsteg.plan.meeting.Calls;
import se.framsteg.plan.meeting.Invitations;
import se.framsteg.plan.meeting.Invitee;
import se.framsteg.plan.meeting.InviteeId;
import se.framsteg.plan.meeting.Meeting;
import se.framsteg.plan.meeting.Meetings;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;

/** Plans whose first meeting is ahead: called to, with some replies, and one with a party that has not come in time. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoMeetings {
    /** After so many days a party that was called to a SAMSIP is late. */
    private static final int LATE = 30;

    private final Plans plans;
    private final Meetings meetings;
    private final Invitations invitations;
    private final Calls calls;
    private final OrganisationRegister organisations;
    private int begun;
    private boolean late;

    DemoMeetings(
            Plans plans, Meetings meetings, Invitations invitations, Calls calls, OrganisationRegister organisations) {
        this.plans = plans;
        this.meetings = meetings;
        this.invitations = invitations;
        this.calls = calls;
        this.organisations = organisations;
    }

    /** A plan begins and a meeting is ahead of today, called to some time ago. */
    void ahead(Actor.Staff caseworker, CaseId id, NeedId need, LocalDate day, BiConsumer<PlanId, LocalDate> written) {
        var today = LocalDate.now(Time.SWEDEN);
        var tooLate = !late && day.isBefore(today.minusDays(LATE));
        late |= tooLate;
        var calledOn = today.minusDays(tooLate ? LATE : 9);
        var begunOn = calledOn.isBefore(day) ? day : calledOn;
        var number = begun++;
        var kind = tooLate || number % 3 == 1 ? Plan.Kind.SAMSIP : Plan.Kind.SIP;
        DemoClock.on(begunOn, () -> {
            written.accept(
                    plans.begin(caseworker, id, PlanId.create(), kind, Optional.of(need))
                            .orThrow(),
                    begunOn);
            var on = today.plusDays(3 + number % 9).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
            var planned = new Meeting.Planned(
                    Meeting.Kind.FIRST, on, LocalTime.of(10, 0), 60, "Samverkanshuset, rum Björken", "", "");
            var meeting =
                    meetings.plan(caseworker, id, MeetingId.create(), planned).orThrow();
            call(caseworker, id, meeting, begunOn);
            return true;
        });
    }

    private void call(Actor.Staff caseworker, CaseId id, MeetingId meeting, LocalDate on) {
        var own = ask(caseworker, id, meeting, of(caseworker.organisation(), "Boendestödet"));
        organisations.recipients(caseworker.association()).keySet().stream()
                .filter(other -> !other.equals(caseworker.organisation()))
                // Those whom the person has not said yes to are refused, here as everywhere.
                .forEach(other -> ask(caseworker, id, meeting, of(other, "")));
        var sister = new Invitee.Asked(Invitee.Part.RELATIVE, Optional.empty(), "Maria", "syster", "", true);
        ask(caseworker, id, meeting, sister);
        calls.send(caseworker, id, meeting, 1).orThrow();
        own.ifPresent(one -> invitations
                .reply(caseworker, id, meeting, one, 1, new Invitee.Replied(Invitee.Reply.YES, "", on))
                .orThrow());
    }

    private Optional<InviteeId> ask(Actor.Staff caseworker, CaseId id, MeetingId meeting, Invitee.Asked asked) {
        return invitations.ask(caseworker, id, meeting, InviteeId.create(), asked)
                        instanceof Result.Done<InviteeId>(var invitee)
                ? Optional.of(invitee)
                : Optional.empty();
    }

    private static Invitee.Asked of(OrganisationId organisation, String role) {
        return new Invitee.Asked(Invitee.Part.ORGANISATION, Optional.of(organisation), "", role, "", false);
    }
}
