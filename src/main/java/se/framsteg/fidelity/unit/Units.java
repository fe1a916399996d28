package se.framsteg.fidelity.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.cases.NamesInText;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.fidelity.unit.Specialist.Terms;
import se.framsteg.fidelity.unit.UnitView.Named;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.Identifying;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;

/** The door to the unit of an initiative, for its leads: its specialists, its care teams and the reviews of its log. */
@Component
public class Units {
    private static final int REVIEWS_SHOWN = 30;

    private final Guard guard;
    private final UnitStore units;
    private final InitiativeRegister initiatives;
    private final StaffRegister staff;
    private final NamesInText named;
    private final Clock clock;

    Units(
            Guard guard,
            UnitStore units,
            InitiativeRegister initiatives,
            StaffRegister staff,
            NamesInText named,
            Clock clock) {
        this.guard = guard;
        this.units = units;
        this.initiatives = initiatives;
        this.staff = staff;
        this.named = named;
        this.clock = clock;
    }

    /** @throws NotFoundException unless the actor leads the initiative */
    @Transactional
    public UnitView see(Actor.Staff actor, InitiativeId id) {
        guard.admit(actor, Action.SEE_FIDELITY, id);
        var found = units.specialists(id);
        var names = staff.names(found.stream().map(Specialist::staff).toList());
        return new UnitView(
                id,
                initiatives.find(id).orElseThrow(NotFoundException::new).name(),
                found.stream()
                        .map(one -> new Named(one, names.getOrDefault(one.staff(), "")))
                        .toList(),
                colleagues(id),
                units.careTeams(id),
                units.logReviews(id, REVIEWS_SHOWN));
    }

    private Map<StaffId, String> colleagues(InitiativeId id) {
        return staff.withRole(
                initiatives.find(id).orElseThrow(NotFoundException::new).owner(), Role.CASEWORKER);
    }

    /**
     * Tells that somebody works by the method. Telling the same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @return stale if something else has been saved under the id
     * @throws NotFoundException unless the actor leads the initiative and the colleague works with persons in its organisation
     */
    @Transactional
    public Result<SpecialistId> add(
            Actor.Staff actor, InitiativeId initiative, SpecialistId id, StaffId colleague, Terms terms) {
        var permit = guard.permit(actor, Action.CHANGE_FIDELITY_UNIT, initiative);
        if (!colleagues(initiative).containsKey(colleague)) {
            throw new NotFoundException();
        }
        units.lock(initiative);
        var refusals = faults(initiative, Optional.of(id), colleague, terms);
        if (!refusals.isEmpty()) {
            permit.journal(Action.SEE_FIDELITY);
            return new Result.Refused<>(refusals);
        }
        units.add(initiative, id, colleague, terms, actor.id());
        permit.journal(Action.CHANGE_FIDELITY_UNIT);
        var saved = units.specialists(initiative).stream()
                .anyMatch(one -> one.id().equals(id)
                        && one.staff().equals(colleague)
                        && one.terms().equals(terms));
        return saved ? new Result.Done<>(id) : new Result.Stale<>();
    }

    /**
     * @param version as it was when the change was made up
     * @return stale if somebody else has changed or removed it
     * @throws NotFoundException unless the actor leads the initiative, and there is one
     */
    @Transactional
    public Result<SpecialistId> change(
            Actor.Staff actor, InitiativeId initiative, SpecialistId id, int version, Terms terms) {
        var permit = guard.permit(actor, Action.CHANGE_FIDELITY_UNIT, initiative);
        units.lock(initiative);
        var before = require(initiative, id);
        var refusals = faults(initiative, Optional.of(id), before.staff(), terms);
        if (!refusals.isEmpty()) {
            permit.journal(Action.SEE_FIDELITY);
            return new Result.Refused<>(refusals);
        }
        var done = units.change(id, version, terms, actor.id());
        permit.journal(done ? Action.CHANGE_FIDELITY_UNIT : Action.SEE_FIDELITY);
        return done ? new Result.Done<>(id) : new Result.Stale<>();
    }

    /** @throws NotFoundException unless the actor leads the initiative, and there is one */
    @Transactional
    public Named see(Actor.Staff actor, InitiativeId initiative, SpecialistId id) {
        guard.admit(actor, Action.SEE_FIDELITY, initiative);
        var found = require(initiative, id);
        return new Named(found, staff.names(List.of(found.staff())).getOrDefault(found.staff(), ""));
    }

    private Specialist require(InitiativeId initiative, SpecialistId id) {
        return units.specialists(initiative).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private List<Refusal> faults(InitiativeId initiative, Optional<SpecialistId> itself, StaffId who, Terms terms) {
        var faults = new ArrayList<Refusal>();
        if (!terms.ordered()) {
            faults.add(Refusal.of("to", "fidelity.specialist.to.before"));
        }
        var twice = units.specialists(initiative).stream()
                .filter(one -> one.staff().equals(who)
                        && itself.filter(one.id()::equals).isEmpty())
                .anyMatch(one -> overlap(one.terms(), terms));
        if (twice) {
            faults.add(Refusal.of("from", "fidelity.specialist.twice"));
        }
        return faults;
    }

    private static boolean overlap(Terms one, Terms other) {
        return one.to().filter(last -> last.isBefore(other.from())).isEmpty()
                && other.to().filter(last -> last.isBefore(one.from())).isEmpty();
    }

    /** Takes away what was told by mistake: the days count no more. */
    @Transactional
    public void remove(Actor.Staff actor, InitiativeId initiative, SpecialistId id) {
        guard.admit(actor, Action.CHANGE_FIDELITY_UNIT, initiative);
        units.remove("fidelity_specialists", initiative, id.value(), actor.id());
    }

    /** Adds a care team. Adding one of the same name changes nothing. */
    @Transactional
    public void addCareTeam(Actor.Staff actor, InitiativeId initiative, String name) {
        guard.admit(actor, Action.CHANGE_FIDELITY_UNIT, initiative);
        units.addCareTeam(initiative, name, actor.id());
    }

    /** It is offered no more; whoever was said to come from it still does. */
    @Transactional
    public void removeCareTeam(Actor.Staff actor, InitiativeId initiative, CareTeamId id) {
        guard.admit(actor, Action.CHANGE_FIDELITY_UNIT, initiative);
        units.remove("fidelity_care_teams", initiative, id.value(), actor.id());
    }

    /**
     * Tells that the log of employer contacts was gone through with the specialists.
     *
     * @param id a new one; the same when the same form is sent twice
     * @return refused if the day is ahead, or the words tell of a person
     */
    @Transactional
    public Result<LogReviewId> addLogReview(
            Actor.Staff actor, InitiativeId initiative, LogReviewId id, LocalDate on, String words) {
        var permit = guard.permit(actor, Action.CHANGE_FIDELITY_UNIT, initiative);
        if (on.isAfter(LocalDate.now(clock))) {
            permit.journal(Action.SEE_FIDELITY);
            return Result.refused("on", "fidelity.log-review.on.future");
        }
        if (Identifying.in(words).contains(Identifying.IDENTITY_NUMBER) || named.any(actor, words)) {
            permit.journal(Action.SEE_FIDELITY);
            return Result.refused("words", "fidelity.words.person");
        }
        units.addLogReview(initiative, id, on, words, actor.id());
        permit.journal(Action.CHANGE_FIDELITY_UNIT);
        return new Result.Done<>(id);
    }

    @Transactional
    public void removeLogReview(Actor.Staff actor, InitiativeId initiative, LogReviewId id) {
        guard.admit(actor, Action.CHANGE_FIDELITY_UNIT, initiative);
        units.remove("fidelity_log_reviews", initiative, id.value(), actor.id());
    }
}
