package se.framsteg.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.Need;
import se.framsteg.plan.NeedId;
import se.framsteg.plan.Needs;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.Plans;
import se.framsteg.plan.Preparation;
import se.framsteg.plan.meeting.Calls;
import se.framsteg.plan.meeting.Invitations;
import se.framsteg.plan.meeting.Invitee;
import se.framsteg.plan.meeting.InviteeId;
import se.framsteg.plan.meeting.Meeting;
import se.framsteg.plan.meeting.Meetings;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;

/**
 * Some of those whom several help get a joint plan to begin with: most want one, some do not, and a few have not been asked yet. Of those
 * who go on some have a meeting ahead, to which others have been called; the parties that were called to one of them are late.
 */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoPlans {
    private static final List<Need.Seen> SEEN = List.of(
            seen(Need.By.PERSON, "", "Jag får berätta allt på nytt varje gång. Jag vill att de pratar med varandra."),
            seen(Need.By.OWN_ORGANISATION, "", "Arbetsträningen och boendestödet krockar. Tiderna behöver hänga ihop."),
            seen(Need.By.OTHER_ORGANISATION, "Vårdcentralen", "Behandlingen behöver ta hänsyn till arbetsträningen."),
            seen(Need.By.RELATIVE, "En syster", "Det är många kontakter och ingen vet vem som gör vad."));

    /** After so many days a party that was called to a SAMSIP is late. */
    private static final int LATE = 30;

    private final Needs needs;
    private final Plans plans;
    private final Meetings meetings;
    private final Invitations invitations;
    private final Calls calls;
    private final OrganisationRegister organisations;
    private int begun;
    private boolean late;

    DemoPlans(
            Needs needs,
            Plans plans,
            Meetings meetings,
            Invitations invitations,
            Calls calls,
            OrganisationRegister organisations) {
        this.needs = needs;
        this.plans = plans;
        this.meetings = meetings;
        this.invitations = invitations;
        this.calls = calls;
        this.organisations = organisations;
    }

    private static Need.Seen seen(Need.By by, String who, String what) {
        return new Need.Seen(by, who, LocalDate.EPOCH, what);
    }

    /** Has chance of its own, so that the lives stay the same. */
    void at(Actor.Staff caseworker, CaseId id, Life life, LocalDate day) {
        var random = new Random(Double.doubleToLongBits(life.level()[1]));
        if (random.nextInt(4) > 0) {
            return;
        }
        var of = SEEN.get(random.nextInt(SEEN.size()));
        var need = NeedId.create();
        needs.register(caseworker, id, need, new Need.Seen(of.by(), of.who(), day, of.what()))
                .orThrow();
        int answer = random.nextInt(10);
        if (answer < 7) {
            needs.answer(caseworker, id, need, 1, Need.Said.YES, day, "Ja, om jag får vara med och bestämma.")
                    .orThrow();
            needs.prepare(
                            caseworker,
                            id,
                            need,
                            0,
                            new Preparation(
                                    "Att tiderna går ihop",
                                    "Vem jag ringer när det blir för mycket",
                                    "Det som hände förra våren",
                                    "Handläggaren, boendestödjaren och läkaren",
                                    "Helst här, på förmiddagen",
                                    "En paus efter halva tiden"))
                    .orThrow();
            if (life.ending().isEmpty()) {
                meet(caseworker, id, need, day);
            }
        } else if (answer < 9) {
            needs.answer(caseworker, id, need, 1, Need.Said.NO, day, "Det räcker som det är.")
                    .orThrow();
        }
    }

    /** A plan begins and a meeting is ahead of today, called to some time ago. */
    private void meet(Actor.Staff caseworker, CaseId id, NeedId need, LocalDate day) {
        var today = LocalDate.now(Time.SWEDEN);
        var tooLate = !late && day.isBefore(today.minusDays(LATE));
        late |= tooLate;
        var calledOn = today.minusDays(tooLate ? LATE : 9);
        var number = begun++;
        var kind = tooLate || number % 3 == 1 ? Plan.Kind.SAMSIP : Plan.Kind.SIP;
        DemoClock.on(calledOn.isBefore(day) ? day : calledOn, () -> {
            plans.begin(caseworker, id, PlanId.create(), kind, Optional.of(need))
                    .orThrow();
            var on = today.plusDays(3 + number % 9).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
            var planned = new Meeting.Planned(
                    Meeting.Kind.FIRST, on, LocalTime.of(10, 0), 60, "Samverkanshuset, rum Björken", "", "");
            var meeting =
                    meetings.plan(caseworker, id, MeetingId.create(), planned).orThrow();
            call(caseworker, id, meeting, calledOn.isBefore(day) ? day : calledOn);
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
