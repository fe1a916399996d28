package se.framsteg.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.IdentityNumber;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.StaffId;

/** The door to who a case is about, reached through the case. */
@Component
public class Participants {
    private final Guard guard;
    private final CaseDoor door;
    private final ParticipantStore participants;
    private final CaseStore cases;
    private final Outside outside;

    Participants(Guard guard, CaseDoor door, ParticipantStore participants, CaseStore cases, Outside outside) {
        this.guard = guard;
        this.door = door;
        this.participants = participants;
        this.cases = cases;
        this.outside = outside;
    }

    /** What is needed of other rooms. */
    @Component
    record Outside(StaffRegister staff, InitiativeRegister initiatives, NamedOutside colleagues) {}

    /**
     * The person behind a case.
     *
     * @param named who is named for a person with protected identity, by name
     * @param nameable who else can be named; empty if the viewer can't name
     * @param leads who of the initiative's leads can be named
     * @param colleagues who is named on the case of other organisations, by name, for as long as the person is not protected
     * @param naming whether the viewer can name, and take namings away
     * @param changeable whether the viewer can change what is registered
     */
    public record View(
            Person person,
            Map<StaffId, String> named,
            Map<StaffId, String> nameable,
            Map<StaffId, String> leads,
            Map<StaffId, String> colleagues,
            boolean naming,
            boolean changeable,
            int version) {
        @Override
        public String toString() {
            return "participant";
        }
    }

    /** @throws NotFoundException if the actor may not see the case */
    @Transactional
    public View see(Actor.Staff actor, CaseId id) {
        guard.admit(actor, Action.SEE_CASE, id);
        var facts = facts(id);
        var stored = participants.read(facts.participant());
        var allowed = guard.allowed(actor, id);
        var named = sorted(outside.staff().names(participants.named(facts.participant())));
        var nameable = new LinkedHashMap<StaffId, String>();
        if (allowed.contains(Action.NAME_ACCESS)) {
            nameable.putAll(leads(facts.initiative(), facts.organisation()));
            nameable.keySet().removeAll(named.keySet());
        }
        return new View(
                stored.person(),
                named,
                nameable,
                leads(facts.initiative(), facts.organisation()),
                stored.person().protectionOrNone().isProtected()
                        ? Map.of()
                        : outside.colleagues().of(id),
                allowed.contains(Action.NAME_ACCESS),
                allowed.contains(Action.CHANGE_CASE),
                stored.version());
    }

    /** Leads of the initiative who still lead in its owner organisation, by name. */
    Map<StaffId, String> leads(InitiativeId initiative, OrganisationId owner) {
        var leads = new LinkedHashMap<>(outside.staff().withRole(owner, Role.LEAD));
        leads.keySet()
                .retainAll(outside.initiatives()
                        .find(initiative)
                        .map(found -> found.leads())
                        .orElse(Set.of()));
        return leads;
    }

    /**
     * Changes what is registered about the person. Somebody who gets protected identity needs a lead who may know of them. More
     * protection than before holds for all that the organisation has registered with the same identity number; less holds here
     * alone. Colleagues of other organisations are no longer named when somebody becomes protected, but for those who are kept.
     *
     * @param version of the participant as it was when the change was made up
     * @param named leads to name; without meaning unless protected
     * @param kept colleagues of other organisations who stay named; without meaning unless somebody becomes protected
     * @throws NotFoundException if the actor may not see the case
     */
    @Transactional
    public Result<CaseId> change(
            Actor.Staff actor, CaseId id, int version, Person person, Set<StaffId> named, Set<StaffId> kept) {
        return door.change(
                actor, Action.CHANGE_CASE, Action.SEE_CASE, id, () -> store(actor, id, version, person, named, kept));
    }

    private Result<CaseId> store(
            Actor.Staff actor, CaseId id, int version, Person person, Set<StaffId> named, Set<StaffId> kept) {
        var facts = facts(id);
        var leads = leads(facts.initiative(), facts.organisation());
        var before = participants.read(facts.participant()).person();
        var already = participants.named(facts.participant());
        var naming = new ArrayList<>(named);
        naming.retainAll(leads.keySet());
        if (person.protectionOrNone().isProtected()
                && naming.isEmpty()
                && leads.keySet().stream().noneMatch(already::contains)) {
            return Result.refused("named", "named.required");
        }
        if (!participants.lock(facts.participant(), version)) {
            return new Result.Stale<>();
        }
        // Those are named first: a lead who gives protection no longer reaches the person from then on, unless named.
        if (person.protectionOrNone().isProtected()) {
            naming.forEach(lead -> participants.name(facts.organisation(), facts.participant(), lead, actor.id()));
            if (!before.protectionOrNone().isProtected()) {
                outside.colleagues().endAllBut(kept, id, actor.id());
            }
        }
        participants.change(facts.participant(), person);
        protectAlike(facts.participant(), before, person);
        return new Result.Done<>(id);
    }

    private void protectAlike(ParticipantId participant, Person before, Person now) {
        var another = !now.identityOrNone().equals(before.identityOrNone());
        if (another) {
            participants.inheritProtection(participant);
        }
        if (another || now.protectionOrNone().compareTo(before.protectionOrNone()) > 0) {
            participants.spreadProtection(participant);
        }
    }

    /**
     * Keeps out those who may not name anybody for this person.
     *
     * @throws NotFoundException unless the person has protected identity and the actor reaches the case
     */
    public void requireNaming(Actor.Staff actor, CaseId id) {
        if (!guard.allows(actor, Action.NAME_ACCESS, id)) {
            throw new NotFoundException();
        }
    }

    /**
     * Names somebody who may know of a person with protected identity.
     *
     * @param named active caseworker or lead of the owner organisation
     * @throws NotFoundException if the actor may not name for the case
     */
    @Transactional
    public Result<CaseId> name(Actor.Staff actor, CaseId id, StaffId named) {
        var permit = guard.permit(actor, Action.NAME_ACCESS, id);
        var facts = facts(id);
        if (!leads(facts.initiative(), facts.organisation()).containsKey(named)) {
            permit.journal(Action.SEE_CASE);
            return Result.refused("staff", "named.staff.required");
        }
        permit.journal(Action.NAME_ACCESS);
        participants.name(facts.organisation(), facts.participant(), named, actor.id());
        return new Result.Done<>(id);
    }

    /**
     * Takes a naming away. The last lead who is named stays: otherwise nobody could give the case to another caseworker.
     *
     * @throws NotFoundException if the actor may not name for the case
     */
    @Transactional
    public Result<CaseId> unname(Actor.Staff actor, CaseId id, StaffId named) {
        var permit = guard.permit(actor, Action.NAME_ACCESS, id);
        var facts = facts(id);
        cases.lock(id);
        var leftOver = leads(facts.initiative(), facts.organisation()).keySet().stream()
                .filter(lead -> !lead.equals(named))
                .anyMatch(participants.named(facts.participant())::contains);
        permit.journal(leftOver ? Action.NAME_ACCESS : Action.SEE_CASE);
        if (!leftOver) {
            return Result.refused("", "named.last");
        }
        participants.unname(facts.participant(), named);
        return new Result.Done<>(id);
    }

    /**
     * The participant's birth date, which guards the way to the own questionnaire; empty if it is not known. Guards and journals
     * nothing: the caller does.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<LocalDate> birthDate(CaseId id) {
        return participants.read(facts(id).participant()).person() instanceof Person.Known known
                ? known.identity().flatMap(IdentityNumber::birthDate)
                : Optional.empty();
    }

    /**
     * The language that the participant prefers, see {@link Languages}; empty if the person is anonymous. Guards and
     * journals nothing: the caller does.
     */
    @Transactional
    public Optional<String> language(Actor actor, CaseId id) {
        return participants.read(facts(id).participant()).person() instanceof Person.Known known
                ? Optional.of(known.language())
                : Optional.empty();
    }

    /**
     * How somebody known by name can be reached, and in which language; phone and e-mail may be empty. Never in logs.
     *
     * @param language as in {@link Languages}
     */
    public record Reachable(String phone, String email, String language, boolean protectedIdentity) {
        @Override
        public String toString() {
            return "contact";
        }
    }

    /** How the participant can be reached; empty if anonymous. Guards and journals nothing: the caller does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Reachable> reachable(CaseId id) {
        return participants.read(facts(id).participant()).person() instanceof Person.Known known
                ? Optional.of(new Reachable(
                        known.contact().phone(),
                        known.contact().email(),
                        known.language(),
                        known.protection().isProtected()))
                : Optional.empty();
    }

    private static Map<StaffId, String> sorted(Map<StaffId, String> names) {
        var sorted = new LinkedHashMap<StaffId, String>();
        names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }

    private CaseFacts facts(CaseId id) {
        return cases.facts(id).orElseThrow(NotFoundException::new);
    }
}
