package se.framsteg.consent.colleague;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.CaseEnded;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.consent.Consents;
import se.framsteg.consent.Kind;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;

/** The door to naming colleagues of other organisations of the association on a case, and to ending it. */
@Component
public class Colleagues {
    private static final Set<Role> WORK_WITH_PERSONS = EnumSet.of(Role.CASEWORKER, Role.TEAM_MEMBER, Role.LEAD);

    private final Guard guard;
    private final CaseDoor door;
    private final Cases cases;
    private final ColleagueStore colleagues;
    private final Consents consents;
    private final Register register;

    Colleagues(
            Guard guard, CaseDoor door, Cases cases, ColleagueStore colleagues, Consents consents, Register register) {
        this.guard = guard;
        this.door = door;
        this.cases = cases;
        this.colleagues = colleagues;
        this.consents = consents;
        this.register = register;
    }

    /** Who works where. */
    @Component
    record Register(OrganisationRegister organisations, StaffRegister staff) {}

    /**
     * All who are or were named, those who are first, with what the person's yes opens to each now.
     *
     * @throws NotFoundException if the actor may not see the consents
     */
    @Transactional
    public List<Colleague> of(Actor.Staff actor, CaseId id) {
        guard.admit(actor, Action.SEE_CONSENTS, id);
        var facts = facts(id);
        return colleagues.of(id).stream().map(one -> withOpen(facts, one)).toList();
    }

    /**
     * Those of one organisation who are or were named.
     *
     * @throws NotFoundException if the actor may not see the consents
     */
    @Transactional
    public List<Colleague> of(Actor.Staff actor, CaseId id, OrganisationId organisation) {
        guard.admit(actor, Action.SEE_CONSENT_DAY, id);
        var facts = facts(id);
        return colleagues.of(id).stream()
                .filter(one -> one.organisation().equals(organisation))
                .map(one -> withOpen(facts, one))
                .toList();
    }

    private Colleague withOpen(CaseFacts facts, Colleague one) {
        return one.ended().isPresent()
                ? one
                : new Colleague(
                        one.id(),
                        one.organisation(),
                        one.name(),
                        one.organisationName(),
                        one.namedAt(),
                        one.ended(),
                        consents.openNow(facts, one.organisation()));
    }

    /** Whether the actor may name colleagues on the case: of a person with protected identity, only who may name at all. */
    @Transactional
    public boolean mayName(Actor.Staff actor, CaseId id) {
        var allowed = guard.allowed(actor, id);
        return allowed.contains(Action.NAME_COLLEAGUE) && hasNaming(allowed, actor, id);
    }

    /** Whether the actor may take colleagues off the case: also while it is restricted, since fewer see it then. */
    @Transactional
    public boolean mayEnd(Actor.Staff actor, CaseId id) {
        return guard.allows(actor, Action.END_COLLEAGUE, id);
    }

    private boolean hasNaming(Set<Action> allowed, Actor.Staff actor, CaseId id) {
        return allowed.contains(Action.NAME_ACCESS) || !cases.frame(actor, id).protectedIdentity();
    }

    /**
     * Who there is to name.
     *
     * @param organisations the other organisations of the association that may be told something, by name
     * @param staff those of the chosen one who work with persons, by name; empty if none is chosen
     */
    public record Choices(
            Map<OrganisationId, String> organisations,
            Optional<OrganisationId> chosen,
            Map<StaffId, String> staff,
            Set<Kind> opens) {
        /** The number alone: names stay out of logs. */
        @Override
        public String toString() {
            return staff.size() + " colleagues";
        }
    }

    /**
     * Whom the actor can name.
     *
     * @param organisation to look in; of another association it is as if none were chosen
     * @throws NotFoundException if the actor may not name
     */
    @Transactional
    public Choices choices(Actor.Staff actor, CaseId id, Optional<OrganisationId> organisation) {
        requireNaming(actor, id);
        guard.admit(actor, Action.SEE_CONSENT_DAY, id);
        var facts = facts(id);
        var others = new LinkedHashMap<>(register.organisations().recipients(facts.association()));
        others.remove(facts.organisation());
        var chosen = organisation.filter(others::containsKey);
        return new Choices(
                others,
                chosen,
                chosen.map(this::working).orElse(Map.of()),
                chosen.map(one -> consents.openNow(facts, one)).orElse(Set.of()));
    }

    private Map<StaffId, String> working(OrganisationId organisation) {
        var found = new LinkedHashMap<StaffId, String>();
        WORK_WITH_PERSONS.stream()
                .flatMap(role -> register.staff().withRole(organisation, role).entrySet().stream())
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .forEach(one -> found.putIfAbsent(one.getKey(), one.getValue()));
        return found;
    }

    /**
     * Names a colleague on the case. Naming somebody who is named already changes nothing.
     *
     * @param colleague active, works with persons, in another organisation of the association
     * @return stale if the case has ended
     * @throws NotFoundException if the actor may not see the consents, or may not name for a person with protected identity
     */
    @Transactional
    public Result<StaffId> name(Actor.Staff actor, CaseId id, StaffId colleague) {
        var allowed = guard.allowed(actor, id);
        if (allowed.contains(Action.NAME_COLLEAGUE) && !hasNaming(allowed, actor, id)) {
            throw new NotFoundException();
        }
        return door.change(actor, Action.NAME_COLLEAGUE, Action.SEE_CONSENTS, id, () -> {
            var facts = facts(id);
            var found = register.staff()
                    .actor(colleague)
                    .filter(one -> one.association().equals(facts.association()))
                    .filter(one -> !one.organisation().equals(facts.organisation()))
                    .filter(one -> one.roles().stream().anyMatch(WORK_WITH_PERSONS::contains));
            if (found.isEmpty()) {
                return Result.refused("staff", "colleague.staff.required");
            }
            colleagues.name(id, found.get(), actor.id());
            return new Result.Done<>(colleague);
        });
    }

    /**
     * Ends a naming, which acts at once. Whoever has the case may, also while it is restricted.
     *
     * @return stale if the colleague is not named, as when the case has ended: then nobody of another organisation sees it anyway
     * @throws NotFoundException if the actor may not see the consents
     */
    @Transactional
    public Result<StaffId> end(Actor.Staff actor, CaseId id, StaffId colleague) {
        return door.change(
                actor,
                Action.END_COLLEAGUE,
                Action.SEE_CONSENTS,
                id,
                () -> colleagues.end(id, colleague, actor.id()) ? new Result.Done<>(colleague) : new Result.Stale<>());
    }

    /** Namings end with the case: if it is opened again, it is asked anew who is to see it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseEnded event) {
        colleagues.endAll(event.caseId());
    }

    private void requireNaming(Actor.Staff actor, CaseId id) {
        if (!mayName(actor, id)) {
            throw new NotFoundException();
        }
    }

    private CaseFacts facts(CaseId id) {
        return cases.facts(id).orElseThrow(NotFoundException::new);
    }
}
