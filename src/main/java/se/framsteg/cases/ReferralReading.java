package se.framsteg.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.audit.Journal;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.StaffId;

/** Shows referrals, and journals each person that was shown. */
@Component
class ReferralReading {
    private final Guard guard;
    private final Journal journal;
    private final ReferralStore referrals;
    private final ParticipantStore participants;
    private final StaffRegister staff;
    private final InitiativeRegister initiatives;

    ReferralReading(
            Guard guard,
            Journal journal,
            ReferralStore referrals,
            ParticipantStore participants,
            StaffRegister staff,
            InitiativeRegister initiatives) {
        this.guard = guard;
        this.journal = journal;
        this.referrals = referrals;
        this.participants = participants;
        this.staff = staff;
        this.initiatives = initiatives;
    }

    Listed<ReferralRow> list(Actor.Staff actor, Optional<ReferralState> state, int page) {
        requireDesk(actor);
        var states = state.map(List::of).orElse(List.of(ReferralState.RECEIVED, ReferralState.WAITING));
        var found =
                Listed.of(referrals.list(actor.id(), states, Listed.SIZE + 1, Listed.offset(page)), Math.max(1, page));
        return new Listed<>(shown(actor, found.rows()), found.number(), found.more());
    }

    List<ReferralRow> toDecide(Actor.Staff actor, int most) {
        return shown(actor, referrals.toDecide(actor.id(), most));
    }

    private List<ReferralRow> shown(Actor.Staff actor, List<ReferralStore.Found> found) {
        journal.write(
                actor.who(),
                Action.LIST_REFERRAL.name(),
                found.stream()
                        .map(one -> ReferralRule.trace(one.row().id(), one.association(), one.participant()))
                        .toList());
        var rows = found.stream().map(ReferralStore.Found::row).toList();
        var names = initiatives.names(rows.stream().map(ReferralRow::initiative).toList());
        return rows.stream()
                .map(row -> row.in(names.getOrDefault(row.initiative(), "")))
                .toList();
    }

    ReferralView see(Actor.Staff actor, ReferralId id) {
        guard.admit(actor, Action.SEE_REFERRAL, id);
        var referral = referrals.find(id).orElseThrow();
        var decisions = referrals.decisions(id);
        var decides = guard.allows(actor, Action.DECIDE_REFERRAL, id);
        var named = decides
                ? participants.named(referral.participant())
                : participants.namedBy(referral.participant(), actor.id());
        var names = names(referral, decisions, named);
        var decidable = decides && referral.state().isOpen();
        return new ReferralView(
                id,
                referral.initiative(),
                initiatives.names(List.of(referral.initiative())).getOrDefault(referral.initiative(), ""),
                decides ? participants.read(referral.participant()).person() : asRegistered(referral.participant()),
                named.stream().map(one -> names.getOrDefault(one, "")).sorted().toList(),
                referral.receivedOn(),
                referral.source(),
                referral.sourceName(),
                referral.party(),
                referral.reason(),
                referral.wantedEffort(),
                referral.agreedOn(),
                referral.state(),
                names.getOrDefault(referral.registeredBy(), ""),
                referral.registeredAt(),
                decisions.stream()
                        .map(one -> new ReferralView.Decided(
                                one.outcome(), one.reason(), one.on(), names.getOrDefault(one.by(), "")))
                        .toList(),
                madeCase(actor, id),
                decidable,
                decidable ? staff.withRole(referral.organisation(), Role.CASEWORKER) : Map.of(),
                decides ? shown(actor, referrals.sameIdentity(actor.id(), referral)) : List.of(),
                referral.version());
    }

    /**
     * What whoever registered the person knows anyhow: the protection that they chose, not what the person has elsewhere, and so
     * no address either, which that might have taken away.
     */
    private Person asRegistered(ParticipantId participant) {
        var stored = participants.read(participant);
        return stored.person() instanceof Person.Known known
                ? known.protectedAs(stored.chosen()).withoutAddress()
                : stored.person();
    }

    private Optional<CaseId> madeCase(Actor.Staff actor, ReferralId id) {
        return referrals.madeCase(id).filter(made -> guard.allows(actor, Action.SEE_CASE, made));
    }

    private Map<StaffId, String> names(
            ReferralStore.Stored referral, List<ReferralStore.Decided> decisions, Set<StaffId> named) {
        var ids = new HashSet<>(named);
        ids.add(referral.registeredBy());
        decisions.forEach(one -> ids.add(one.by()));
        return staff.names(ids);
    }

    private void requireDesk(Actor.Staff actor) {
        if (!guard.allows(actor, Action.LIST_REFERRAL, Desk.OWN)) {
            throw new NotFoundException();
        }
    }
}
