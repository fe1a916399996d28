package se.framsteg.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Guard;
import se.framsteg.audit.Journal;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.StaffId;

/** Registers referrals, each with its participant. */
@Component
class ReferralRegistration {
    private final Guard guard;
    private final Asking asking;
    private final Journal journal;
    private final ReferralStore referrals;
    private final ParticipantStore participants;
    private final InitiativeRegister initiatives;
    private final Clock clock;

    ReferralRegistration(
            Guard guard,
            Asking asking,
            Journal journal,
            ReferralStore referrals,
            ParticipantStore participants,
            InitiativeRegister initiatives,
            Clock clock) {
        this.guard = guard;
        this.asking = asking;
        this.journal = journal;
        this.referrals = referrals;
        this.participants = participants;
        this.initiatives = initiatives;
        this.clock = clock;
    }

    List<Initiative> openTo(Actor.Staff actor) {
        return initiatives.ownedBy(actor.organisation()).stream()
                .filter(initiative -> !initiative.over(LocalDate.now(clock)))
                .filter(initiative -> guard.allows(actor, Action.REGISTER_REFERRAL, initiative.id()))
                .toList();
    }

    Result<ReferralId> register(Actor.Staff actor, NewReferral made) {
        guard.admit(actor, Action.REGISTER_REFERRAL, made.initiative());
        referrals.lockId(made.id());
        // Also one that the actor may not see: the id of another is no id to register with.
        var earlier = asking.byInstallation(() -> referrals.find(made.id()));
        if (earlier.isPresent()) {
            return sentTwice(actor, made.initiative(), earlier.get());
        }
        var initiative = initiatives.find(made.initiative()).orElseThrow(NotFoundException::new);
        var refusals = check(made, initiative);
        return refusals.isEmpty() ? add(actor, made, initiative) : new Result.Refused<>(refusals);
    }

    /** The same form once more is no new referral; somebody else's id is no id at all. */
    private static Result<ReferralId> sentTwice(
            Actor.Staff actor, InitiativeId initiative, ReferralStore.Stored earlier) {
        if (!earlier.registeredBy().equals(actor.id()) || !earlier.initiative().equals(initiative)) {
            throw new NotFoundException();
        }
        return new Result.Done<>(earlier.id());
    }

    private List<Result.Refusal> check(NewReferral made, Initiative initiative) {
        var today = LocalDate.now(clock);
        var refusals = new ArrayList<Result.Refusal>();
        if (initiative.over(LocalDate.now(clock))) {
            refusals.add(Result.Refusal.of("initiative", "referral.initiative.over"));
        }
        if (made.receivedOn().isAfter(today)) {
            refusals.add(Result.Refusal.of("receivedOn", "referral.received.future"));
        }
        if (made.agreedOn().isAfter(today)) {
            refusals.add(Result.Refusal.of("agreedOn", "referral.agreed.future"));
        }
        if (made.person().protectionOrNone().isProtected()
                && named(made, initiative).isEmpty()) {
            refusals.add(Result.Refusal.of("named", "named.required"));
        }
        return refusals;
    }

    private static Set<StaffId> named(NewReferral made, Initiative initiative) {
        var named = new HashSet<>(made.named());
        named.retainAll(initiative.leads());
        return named;
    }

    private Result<ReferralId> add(Actor.Staff actor, NewReferral made, Initiative initiative) {
        var participant = participants.add(initiative.association(), initiative.owner(), made.person());
        referrals.add(made, participant, initiative.owner(), initiative.association(), actor.id());
        if (made.person().protectionOrNone().isProtected()) {
            named(made, initiative)
                    .forEach(lead -> participants.name(initiative.owner(), participant, lead, actor.id()));
        }
        participants.inheritProtection(participant);
        if (made.person().protectionOrNone().isProtected()) {
            participants.spreadProtection(participant);
        }
        journal.write(
                actor.who(),
                Action.REGISTER_REFERRAL.name(),
                ReferralRule.trace(made.id(), initiative.association(), participant));
        return new Result.Done<>(made.id());
    }
}
