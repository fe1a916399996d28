package se.framsteg.employment.employer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.Listed;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.employment.employer.Employer.Details;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.NotFoundException;

/**
 * The door to the register of employers: to find, see, register and change. An employer that was found to be the same as another is known as
 * that one, see {@link EmployerMerges}.
 */
@Component
public class Employers {
    private final Guard guard;
    private final EmployerStore employers;
    private final NobodyInWords nobody;
    private final WorkplaceStore workplaces;
    private final EmployerNeedStore needs;
    private final MergeStore merges;
    private final StaffRegister staff;
    private final Clock clock;

    Employers(
            Guard guard,
            EmployerStore employers,
            WorkplaceStore workplaces,
            EmployerNeedStore needs,
            MergeStore merges,
            StaffRegister staff,
            Clock clock,
            NobodyInWords nobody) {
        this.guard = guard;
        this.employers = employers;
        this.nobody = nobody;
        this.workplaces = workplaces;
        this.needs = needs;
        this.merges = merges;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * @param page from 1
     * @throws NotFoundException if the actor has no register
     */
    @Transactional
    public Listed<EmployerRow> list(Actor.Staff actor, EmployerSearch search, int page) {
        guard.admit(actor, Action.SEE_EMPLOYERS, EmployerRegister.OWN);
        var number = Math.max(1, page);
        return Listed.of(employers.search(actor.association(), search, Listed.SIZE + 1, Listed.offset(number)), number);
    }

    /** Where there are employers, for a choice among them. */
    @Transactional
    public List<String> municipalities(Actor.Staff actor) {
        guard.permit(actor, Action.SEE_EMPLOYERS, EmployerRegister.OWN);
        return employers.municipalities(actor.association());
    }

    /**
     * As which employer it is known now.
     *
     * @throws NotFoundException if there is none in the actor’s register
     */
    @Transactional
    public EmployerId head(Actor.Staff actor, EmployerId id) {
        guard.permit(actor, Action.SEE_EMPLOYERS, id);
        return employers.head(id).orElseThrow(NotFoundException::new);
    }

    /**
     * One employer, as what it is known as now.
     *
     * @param page of its history, from 1
     * @throws NotFoundException if there is none in the actor’s register
     */
    @Transactional
    public EmployerView see(Actor.Staff actor, EmployerId id, int page) {
        guard.admit(actor, Action.SEE_EMPLOYERS, id);
        var head = employers.head(id).orElseThrow(NotFoundException::new);
        var employer = employers.find(head).orElseThrow(NotFoundException::new);
        var number = Math.max(1, page);
        var told = Listed.of(employers.history(head, Listed.SIZE + 1, Listed.offset(number)), number);
        var found = needs.of(head);
        var names = staff.names(Stream.concat(
                        told.rows().stream().map(EmployerStore.Told::coach),
                        found.stream().map(EmployerNeed::writtenBy))
                .distinct()
                .toList());
        return new EmployerView(
                employer,
                workplaces.of(head),
                found,
                new Listed<>(
                        told.rows().stream()
                                .map(one -> one.by(names.getOrDefault(one.coach(), "")))
                                .toList(),
                        told.number(),
                        told.more()),
                merges.into(head),
                employers.alike(
                        actor.association(),
                        employer.details().name(),
                        employer.details().number(),
                        head),
                names,
                LocalDate.now(clock));
    }

    /**
     * The employer alone, as what it is known as now.
     *
     * @throws NotFoundException if there is none in the actor’s register
     */
    @Transactional
    public Employer see(Actor.Staff actor, EmployerId id) {
        guard.admit(actor, Action.SEE_EMPLOYERS, id);
        return employers.head(id).flatMap(employers::find).orElseThrow(NotFoundException::new);
    }

    /**
     * An employer with what decides whom it may suit.
     *
     * @param municipalities its own and those of its workplaces
     * @param needs those whom it looks for now
     */
    public record Offer(Employer employer, List<String> municipalities, List<EmployerNeed.Details> needs) {}

    /** All employers of which anything is known that decides whom they may suit, by name. Journals nothing: the caller shows few. */
    @Transactional
    public List<Offer> offers(Actor.Staff actor) {
        guard.permit(actor, Action.SEE_EMPLOYERS, EmployerRegister.OWN);
        return employers.offers(actor.association(), Optional.empty());
    }

    /**
     * The same of one.
     *
     * @throws NotFoundException if there is none in the actor’s register
     */
    @Transactional
    public Offer offer(Actor.Staff actor, EmployerId id) {
        guard.permit(actor, Action.SEE_EMPLOYERS, id);
        return employers.offers(actor.association(), employers.head(id)).getFirst();
    }

    /** Whether the actor shares a register. */
    @Transactional
    public boolean shared(Actor.Staff actor) {
        return guard.allows(actor, Action.SEE_EMPLOYERS, EmployerRegister.OWN);
    }

    /** Those in the register that may be the same as one that is about to be registered. */
    @Transactional
    public List<Employer> alike(Actor.Staff actor, EmployerId id, String name, Optional<OrganisationNumber> number) {
        guard.permit(actor, Action.SEE_EMPLOYERS, EmployerRegister.OWN);
        return employers.alike(actor.association(), name, number, id);
    }

    /**
     * Registers an employer. Registering the same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @param another whether the actor has seen those that are alike, and says that it is another
     * @return refused if there are others alike and nothing is said of them, and always if one has the number; stale if something else has
     *     been saved under the id
     * @throws NotFoundException if the actor has no register
     */
    @Transactional
    public Result<EmployerId> register(Actor.Staff actor, EmployerId id, Details details, boolean another) {
        var permit = guard.permit(actor, Action.CHANGE_EMPLOYER, EmployerRegister.OWN);
        var refusals = faults(actor, id, details);
        if (refusals.isEmpty()
                && !another
                && !employers
                        .alike(actor.association(), details.name(), details.number(), id)
                        .isEmpty()) {
            refusals.add(Refusal.of("another", "employer.alike.required"));
        }
        if (!refusals.isEmpty()) {
            permit.journal(Action.SEE_EMPLOYERS);
            return new Result.Refused<>(refusals);
        }
        employers.add(actor.association(), id, details, actor.id());
        var done =
                employers.find(id).filter(one -> one.details().equals(details)).isPresent();
        permit.journal(done ? Action.CHANGE_EMPLOYER : Action.SEE_EMPLOYERS);
        return done ? new Result.Done<>(id) : new Result.Stale<>();
    }

    /** What in it can’t be so; holds its number for this transaction, so that nobody else takes it meanwhile. */
    private List<Refusal> faults(Actor.Staff actor, EmployerId id, Details details) {
        var faults = new ArrayList<>(
                nobody.faults(actor, Map.of("name", details.name(), "municipality", details.municipality())));
        details.number().ifPresent(number -> {
            employers.hold(actor.association(), number);
            if (employers.numbered(actor.association(), number, id).isPresent()) {
                faults.add(Refusal.of("number", "employer.number.taken"));
            }
        });
        return faults;
    }

    /**
     * @param version as it was when the change was made up
     * @return stale if somebody else has changed it, or found it to be the same as another
     * @throws NotFoundException if there is none in the actor’s register
     */
    @Transactional
    public Result<EmployerId> change(Actor.Staff actor, EmployerId id, int version, Details details) {
        var permit = guard.permit(actor, Action.CHANGE_EMPLOYER, id);
        employers.hold(id);
        var refusals = faults(actor, id, details);
        if (!refusals.isEmpty()) {
            permit.journal(Action.SEE_EMPLOYERS);
            return new Result.Refused<>(refusals);
        }
        var done = employers.change(id, version, details, actor.id());
        permit.journal(done ? Action.CHANGE_EMPLOYER : Action.SEE_EMPLOYERS);
        return done ? new Result.Done<>(id) : new Result.Stale<>();
    }
}
