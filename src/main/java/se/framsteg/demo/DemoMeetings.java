package se.framsteg.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
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
import se.framsteg.plan.document.PlanDocuments;
import se.framsteg.plan.meeting.Calls;
import se.framsteg.plan.meeting.Closings;
import se.framsteg.plan.meeting.Invitations;
import se.framsteg.plan.meeting.Invitee;
import se.framsteg.plan.meeting.InviteeId;
import se.framsteg.plan.meeting.Meeting;
import se.framsteg.plan.meeting.Meetings;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.Time;

/**
 * Meetings about plans. Most plans are met about, and followed up about every third month while the case goes on, mostly in time; of the
 * latest the first meeting is ahead, called to and with some replies, and each caseworker has one with a party that has not come in time.
 */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoMeetings {
    /** After so many days a party that was called to a SAMSIP is late. */
    private static final int LATE = 30;

    /** A need that is younger has not been met about. */
    private static final int RECENT = 100;

    private static final LocalTime TEN = LocalTime.of(10, 0);

    private final Plans plans;
    private final Meetings meetings;
    private final Invitations invitations;
    private final Calls calls;
    private final Closings closings;
    private final DemoFollowUps followUps;
    private final DemoPlanDocuments documents;
    private final PlanDocuments settled;
    private final OrganisationRegister organisations;
    private final Set<StaffId> late = new HashSet<>();
    private int begun;

    DemoMeetings(
            Plans plans,
            Meetings meetings,
            Invitations invitations,
            Calls calls,
            Closings closings,
            DemoFollowUps followUps,
            DemoPlanDocuments documents,
            PlanDocuments settled,
            OrganisationRegister organisations) {
        this.plans = plans;
        this.meetings = meetings;
        this.invitations = invitations;
        this.calls = calls;
        this.closings = closings;
        this.followUps = followUps;
        this.documents = documents;
        this.settled = settled;
        this.organisations = organisations;
    }

    /** A plan begins and its first meeting is ahead of today, called to some time ago; or, in most lives, not. */
    boolean ahead(
            Actor.Staff caseworker,
            CaseId id,
            Life life,
            NeedId need,
            LocalDate day,
            BiConsumer<PlanId, LocalDate> written) {
        var today = LocalDate.now(Time.SWEDEN);
        if (life.ending().isPresent()) {
            return false;
        }
        var tooLate = day.isBefore(today.minusDays(LATE)) && late.add(caseworker.id());
        if (!tooLate && day.isBefore(today.minusDays(RECENT))) {
            return false;
        }
        var calledOn = today.minusDays(tooLate ? LATE : 9);
        var begunOn = calledOn.isBefore(day) ? day : calledOn;
        var number = begun++;
        DemoClock.on(begunOn, () -> {
            begin(caseworker, id, need, tooLate ? Plan.Kind.SAMSIP : kind(number), begunOn, written);
            var on = today.plusDays(3 + number % 9).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
            meet(caseworker, id, on, begunOn);
            return true;
        });
        return true;
    }

    private static Plan.Kind kind(int number) {
        return switch (number % 4) {
            case 1 -> Plan.Kind.SAMSIP;
            case 3 -> Plan.Kind.TEAM;
            default -> Plan.Kind.SIP;
        };
    }

    /** A plan begins, and two weeks later it is met about and settled, unless the case ends before that. */
    void held(
            Actor.Staff caseworker,
            CaseId id,
            Life life,
            NeedId need,
            LocalDate day,
            BiConsumer<PlanId, LocalDate> written) {
        begin(caseworker, id, need, kind(begun++), day, written);
        var on = day.plusDays(10).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
        meet(caseworker, id, on, day);
        if (!on.isAfter(until(life))) {
            DemoClock.on(on, () -> {
                close(caseworker, id, on, chance(life, on));
                return true;
            });
        }
    }

    private static LocalDate until(Life life) {
        return life.ending().map(Life.Ending::on).orElse(LocalDate.now(Time.SWEDEN));
    }

    /** Chance of its own, so that the lives stay the same. */
    private static Random chance(Life life, LocalDate day) {
        return new Random(Double.doubleToLongBits(life.level()[1]) ^ day.toEpochDay());
    }

    private void begin(
            Actor.Staff caseworker,
            CaseId id,
            NeedId need,
            Plan.Kind kind,
            LocalDate day,
            BiConsumer<PlanId, LocalDate> written) {
        written.accept(
                plans.begin(caseworker, id, PlanId.create(), kind, Optional.of(need))
                        .orThrow(),
                day);
    }

    private void meet(Actor.Staff caseworker, CaseId id, LocalDate on, LocalDate calledOn) {
        var planned = new Meeting.Planned(Meeting.Kind.FIRST, on, TEN, 60, "Samverkanshuset, rum Björken", "", "");
        call(
                caseworker,
                id,
                meetings.plan(caseworker, id, MeetingId.create(), planned).orThrow(),
                calledOn);
    }

    /** The meeting that was ahead is held by the time of a round, most often on the day that had been set. */
    void followedUp(Actor.Staff caseworker, CaseId id, Life life, LocalDate day) {
        var ahead =
                meetings.card(caseworker, id).meeting().map(one -> one.planned().on());
        if (ahead.filter(day::isBefore).isPresent() || ahead.isEmpty()) {
            return;
        }
        var random = chance(life, day);
        var plan = plans.see(caseworker, id).open().orElseThrow();
        followUps.tick(caseworker, id, plan, random);
        var gone = plan.text(Plan.Part.GONE);
        plans.write(
                        caseworker,
                        id,
                        plan.id(),
                        Plan.Part.GONE,
                        "Tiderna går ihop nu. Det är lättare att komma iväg.",
                        gone.version())
                .orThrow();
        close(caseworker, id, random.nextInt(10) < 7 ? ahead.get() : day, random);
    }

    private void close(Actor.Staff caseworker, CaseId id, LocalDate on, Random random) {
        var card = meetings.card(caseworker, id);
        var meeting = card.meeting().orElseThrow();
        var asked = card.invitees().stream().map(line -> line.invitee().id()).collect(Collectors.toSet());
        var came = asked.stream().filter(_ -> random.nextInt(10) < 8).collect(Collectors.toSet());
        var next = new Meeting.Planned(
                Meeting.Kind.FOLLOW_UP,
                LocalDate.ofInstant(DemoClock.now(), Time.SWEDEN).plusDays(95),
                TEN,
                60,
                meeting.planned().place(),
                "",
                "");
        closings.close(
                        caseworker,
                        id,
                        meeting.id(),
                        meeting.version(),
                        new Closings.Closing(on, asked, came, true, Optional.of(next)))
                .orThrow();
        var plan = plans.see(caseworker, id).open().orElseThrow().id();
        documents.signed(
                caseworker,
                id,
                plan,
                settled.versions(caseworker, id, plan).last(),
                LocalDate.ofInstant(DemoClock.now(), Time.SWEDEN));
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
