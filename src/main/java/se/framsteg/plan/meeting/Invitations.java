package se.framsteg.plan.meeting;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.consent.Recipient;
import se.framsteg.notification.Outbox;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.Parties;
import se.framsteg.plan.Party;
import se.framsteg.plan.areas.Member;
import se.framsteg.plan.areas.ResourceGroup;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;

/**
 * The door to who is asked to a meeting and what they reply. The person's yes decides who can be called: an organisation other than the
 * case's own, or somebody named in the ledger, is called only while a yes lets them know of the plan. Whom the person brings needs
 * none, and is told the day and the place alone.
 */
@Component
public class Invitations {
    private final Guard guard;
    private final CaseDoor door;
    private final Stores stores;
    private final OrganisationRegister organisations;
    private final Outbox outbox;
    private final Clock clock;

    Invitations(
            Guard guard, CaseDoor door, Stores stores, OrganisationRegister organisations, Outbox outbox, Clock clock) {
        this.guard = guard;
        this.door = door;
        this.stores = stores;
        this.organisations = organisations;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Where it all is kept. */
    @Component
    record Stores(
            MeetingStore meetings,
            InviteeStore invitees,
            Lines lines,
            Cases cases,
            Parties parties,
            ResourceGroup group) {}

    /**
     * Whom there is to ask.
     *
     * @param parties all organisations, those first that may be called
     * @param how each would be called
     * @param invited who is asked already
     * @param named in the ledger, who may be called and is not asked yet
     * @param group people of the resource group who are not asked yet, and need that the person has asked for it
     */
    public record Choice(
            List<Party> parties,
            Map<OrganisationId, Invitee.How> how,
            Set<OrganisationId> invited,
            List<Recipient.Named> named,
            List<Member> group) {
        public Choice {
            parties = List.copyOf(parties);
            how = Map.copyOf(how);
            invited = Set.copyOf(invited);
            named = List.copyOf(named);
            group = List.copyOf(group);
        }
    }

    /**
     * @param asking the id under which somebody is being asked: when the form is sent twice, they are not asked already
     * @throws NotFoundException if the actor may not change the plan, or it is not the meeting that is ahead
     */
    @Transactional
    Choice choice(Actor.Staff actor, CaseId caseId, MeetingId meeting, InviteeId asking) {
        guard.permit(actor, Action.CHANGE_PLAN, caseId).journal(Action.SEE_WHOLE_PLAN);
        var plan = stores.meetings().plan(caseId).orElseThrow(NotFoundException::new);
        if (stores.meetings().find(caseId, meeting).isEmpty()) {
            throw new NotFoundException();
        }
        var facts = facts(caseId);
        var parties = stores.parties().of(facts);
        var kinds = organisations.kinds(facts.association());
        var asked = stores.invitees().of(meeting).stream()
                .filter(one -> !one.id().equals(asking))
                .map(Invitee::asked)
                .toList();
        var named = stores.lines().allowed(facts).named();
        return new Choice(
                parties,
                parties.stream().collect(toMap(Party::id, one -> how(plan, kinds, one.id()))),
                asked.stream().flatMap(one -> one.organisation().stream()).collect(toSet()),
                named.stream().filter(one -> !isAsked(one.name(), asked)).toList(),
                stores.group().of(caseId).stream()
                        .filter(one -> !isAsked(one.written().name(), asked))
                        .filter(one -> named.stream()
                                .noneMatch(other ->
                                        isSame(other.name(), one.written().name())))
                        .toList());
    }

    private static boolean isAsked(String name, List<Invitee.Asked> asked) {
        return asked.stream()
                .filter(one -> one.part() == Invitee.Part.RELATIVE || one.part() == Invitee.Part.OTHER)
                .anyMatch(one -> isSame(one.name(), name));
    }

    /** Whether it is the same name, however it is typed. */
    static boolean isSame(String name, String other) {
        return key(name).equals(key(other));
    }

    private static Recipient key(String name) {
        return new Recipient.Named(Recipient.Sort.OTHER, name).key();
    }

    private static Invitee.How how(
            MeetingStore.OpenPlan plan, Map<OrganisationId, OrganisationKind> kinds, OrganisationId id) {
        return Bound.how(plan.kind(), kinds.getOrDefault(id, OrganisationKind.OTHER));
    }

    /**
     * Asks somebody. The same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @return refused if the person's yes does not let them be called, or if they are asked already; stale if the meeting is no longer
     *     ahead
     * @throws NotFoundException if the actor may not see the plan, the open plan has no such meeting, or the organisation is of another
     *     association
     */
    @Transactional
    public Result<InviteeId> ask(
            Actor.Staff actor, CaseId caseId, MeetingId meeting, InviteeId id, Invitee.Asked asked) {
        return onMeeting(actor, Action.CHANGE_PLAN, caseId, meeting, plan -> {
            var facts = facts(caseId);
            requireAskable(facts, asked);
            if (!stores.lines().allowed(facts).lets(asked)) {
                return switch (asked.part()) {
                    case RELATIVE, OTHER -> Result.refused("brought", "plan.invitee.brought.required");
                    default -> Result.refused("who", "plan.invitee.no-consent");
                };
            }
            var how = asked.organisation()
                    .map(one -> how(plan, organisations.kinds(facts.association()), one))
                    .orElse(Invitee.How.INVITATION);
            stores.invitees().add(meeting, id, how, asked, actor.id());
            return stores.invitees()
                            .find(meeting, id)
                            .filter(one -> one.asked().equals(asked))
                            .isPresent()
                    ? new Result.Done<>(id)
                    : Result.refused("who", "plan.invitee.already");
        });
    }

    private void requireAskable(CaseFacts facts, Invitee.Asked asked) {
        var unknown = asked.organisation()
                .filter(one -> !organisations.recipients(facts.association()).containsKey(one));
        if (asked.part() == Invitee.Part.PERSON || unknown.isPresent()) {
            throw new NotFoundException();
        }
    }

    /**
     * Changes how somebody is reached; who it is stays. A letter that waits to go to another address does not go, and they are to be told
     * anew. The same once more changes nothing.
     *
     * @return refused if somebody else is asked under that name already; stale if somebody else has changed it since, or if the meeting is no longer ahead
     * @throws NotFoundException if the actor may not see the plan, or nobody such is asked
     */
    @Transactional
    public Result<InviteeId> change(
            Actor.Staff actor, CaseId caseId, MeetingId meeting, InviteeId id, int version, Reached reached) {
        return onInvitee(actor, caseId, meeting, id, one -> {
            // Whom the ledger names is who may be called, and so is whoever the person brings: by that name.
            var name =
                    one.asked().part() == Invitee.Part.RELATIVE || one.asked().part() == Invitee.Part.OTHER
                            ? one.asked().name()
                            : reached.name();
            var now = new Reached(
                    one.asked().name(), one.asked().role(), one.asked().email());
            if (now.equals(new Reached(name, reached.role(), reached.email()))) {
                return new Result.Done<>(id);
            }
            if (isAskedBesides(meeting, one, name, reached.role())) {
                return Result.refused("name", "plan.invitee.already");
            }
            if (!stores.invitees().change(id, version, name, reached.role(), reached.email(), actor.id())) {
                return new Result.Stale<>();
            }
            if (!now.email().equals(reached.email())) {
                outbox.stop(List.of(id));
            }
            return new Result.Done<>(id);
        });
    }

    private boolean isAskedBesides(MeetingId meeting, Invitee one, String name, String role) {
        return stores.invitees().of(meeting).stream()
                .filter(other -> !other.id().equals(one.id()))
                .map(Invitee::asked)
                .anyMatch(other -> other.part() == one.asked().part()
                        && other.organisation().equals(one.asked().organisation())
                        && other.name().equalsIgnoreCase(name)
                        && other.role().equalsIgnoreCase(role));
    }

    /** How somebody is reached: each up to as much as in {@link Invitee.Asked}, and may be empty. */
    public record Reached(String name, String role, String email) {
        @Override
        public String toString() {
            return "reached";
        }
    }

    /**
     * Takes somebody off the list; a letter that waits to go does not go. The person stays on it.
     *
     * @return stale if the meeting is no longer ahead
     * @throws NotFoundException if the actor may not see the plan, or nobody such is asked
     */
    @Transactional
    public Result<InviteeId> remove(Actor.Staff actor, CaseId caseId, MeetingId meeting, InviteeId id) {
        return onInvitee(actor, caseId, meeting, id, one -> {
            if (one.asked().part() == Invitee.Part.PERSON) {
                throw new NotFoundException();
            }
            stores.invitees().remove(id, actor.id());
            outbox.stop(List.of(id));
            return new Result.Done<>(id);
        });
    }

    /**
     * Records a reply. The same once more changes nothing.
     *
     * @param version of the invitee when the reply was made up
     * @return refused if the day has not come, or nobody is named who comes instead; stale if somebody else has recorded a reply since,
     *     or if the meeting is no longer ahead
     * @throws NotFoundException if the actor may not see the plan, or nobody such is asked
     */
    @Transactional
    public Result<InviteeId> reply(
            Actor.Staff actor, CaseId caseId, MeetingId meeting, InviteeId id, int version, Invitee.Replied replied) {
        return onInvitee(actor, caseId, meeting, id, one -> {
            if (replied.on().isAfter(LocalDate.now(clock))) {
                return Result.refused("repliedOn", "plan.day.future");
            }
            if (replied.reply() == Invitee.Reply.STAND_IN && replied.standIn().isEmpty()) {
                return Result.refused("standIn", "plan.reply.stand-in.required");
            }
            return stores.invitees().reply(id, version, replied, Optional.of(actor.id()))
                            || one.replied().equals(Optional.of(replied))
                    ? new Result.Done<>(id)
                    : new Result.Stale<>();
        });
    }

    private <T> Result<T> onInvitee(
            Actor.Staff actor, CaseId caseId, MeetingId meeting, InviteeId id, Function<Invitee, Result<T>> work) {
        return onMeeting(
                actor,
                Action.CHANGE_PLAN,
                caseId,
                meeting,
                _ -> work.apply(stores.invitees().find(meeting, id).orElseThrow(NotFoundException::new)));
    }

    private <T> Result<T> onMeeting(
            Actor.Staff actor,
            Action change,
            CaseId caseId,
            MeetingId meeting,
            Function<MeetingStore.OpenPlan, Result<T>> work) {
        return door.change(actor, change, Action.SEE_WHOLE_PLAN, caseId, () -> {
            var plan = stores.meetings().keepPlan(caseId);
            if (plan.isEmpty()) {
                return new Result.Stale<>();
            }
            var found = stores.meetings().lock(caseId, meeting).orElseThrow(NotFoundException::new);
            return found.state() == Meeting.State.PLANNED ? work.apply(plan.get()) : new Result.Stale<>();
        });
    }

    private CaseFacts facts(CaseId id) {
        return stores.cases().facts(id).orElseThrow(NotFoundException::new);
    }
}
