package se.framsteg.plan.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.cases.CaseFacts;
import se.framsteg.consent.Consents;
import se.framsteg.notification.Outbox;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;

/** Who is asked to a meeting, with all that is to be told of it. Guards nothing: the doors do. */
@Component
class Lines {
    private final InviteeStore invitees;
    private final Consents consents;
    private final Outbox outbox;
    private final OrganisationRegister organisations;
    private final Clocks clocks;
    private final Clock clock;

    Lines(
            InviteeStore invitees,
            Consents consents,
            Outbox outbox,
            OrganisationRegister organisations,
            Clocks clocks,
            Clock clock) {
        this.invitees = invitees;
        this.consents = consents;
        this.outbox = outbox;
        this.organisations = organisations;
        this.clocks = clocks;
        this.clock = clock;
    }

    Allowed allowed(CaseFacts facts) {
        return new Allowed(facts.organisation(), consents.openNow(facts));
    }

    /** @param working whether the viewer works with the case: others are not told what holds between it and those who are asked */
    List<InviteeLine> of(CaseFacts facts, MeetingStore.OpenPlan plan, Meeting meeting, boolean working) {
        var asked = invitees.of(meeting.id());
        var names = organisations.names(facts.association());
        var allowed = working ? Optional.of(allowed(facts)) : Optional.<Allowed>empty();
        var posted = outbox.last(asked.stream().map(Invitee::id).toList());
        var days = clocks.of(facts.association()).days();
        return asked.stream()
                .map(one -> new InviteeLine(
                        one,
                        called(one, names),
                        allowed.filter(all -> !all.lets(one.asked())).isPresent(),
                        one.sentVersion() != meeting.version(),
                        Optional.ofNullable(posted.get(one.id().value())),
                        comeBy(plan, one, days),
                        late(plan, one, meeting, days)))
                .toList();
    }

    static String called(Invitee invitee, Map<OrganisationId, String> names) {
        return invitee.asked()
                .organisation()
                .map(id -> names.getOrDefault(id, ""))
                .orElse(invitee.asked().name());
    }

    private static Optional<LocalDate> comeBy(MeetingStore.OpenPlan plan, Invitee invitee, CallClock.Days days) {
        return invitee.how() == Invitee.How.SUMMONS
                ? invitee.sentAt()
                        .flatMap(at -> CallClock.comeBy(plan.kind(), LocalDate.ofInstant(at, Time.SWEDEN), days))
                : Optional.empty();
    }

    private Set<CallClock.Late> late(
            MeetingStore.OpenPlan plan, Invitee invitee, Meeting meeting, CallClock.Days days) {
        var met = meeting.state() == Meeting.State.HELD
                ? Optional.of(meeting.planned().on())
                : Optional.<LocalDate>empty();
        return comeBy(plan, invitee, days)
                .map(by -> CallClock.late(
                        by, LocalDate.now(clock), met, invitee.replied().isPresent()))
                .orElse(Set.of());
    }
}
