package se.framsteg.employment.employer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.Result;
import se.framsteg.employment.employer.Employer.Details;
import se.framsteg.employment.employer.MergeStore.Held;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to employers that are the same: one is kept, and the other is known as that one. Nothing moves, so that it can be undone: what
 * belongs to the other is found by it.
 */
@Component
public class EmployerMerges {
    private final Guard guard;
    private final EmployerStore employers;
    private final MergeStore merges;

    EmployerMerges(Guard guard, EmployerStore employers, MergeStore merges) {
        this.guard = guard;
        this.employers = employers;
        this.merges = merges;
    }

    /** An employer in the version in which somebody has seen it. */
    public record Seen(EmployerId id, int version) {}

    /**
     * Tells that two are the same. Telling the same once more changes nothing.
     *
     * @return stale if either has been changed or merged since it was seen
     * @throws NotFoundException if either is not in the actor’s register
     */
    @Transactional
    public Result<EmployerId> merge(Actor.Staff actor, Seen kept, Seen merged, Merging merging) {
        var permit = guard.permit(actor, Action.MERGE_EMPLOYERS, kept.id());
        var other = guard.permit(actor, Action.MERGE_EMPLOYERS, merged.id());
        if (kept.id().equals(merged.id())) {
            throw new NotFoundException();
        }
        var held = merges.hold(kept.id(), merged.id());
        var one = of(held, kept.id());
        var same = of(held, merged.id());
        if (same.into().equals(Optional.of(kept.id()))) {
            return new Result.Done<>(kept.id());
        }
        if (!untouched(one, kept) || !untouched(same, merged)) {
            permit.journal(Action.SEE_EMPLOYERS);
            other.journal(Action.SEE_EMPLOYERS);
            return new Result.Stale<>();
        }
        var after = merging.of(one.employer().details(), same.employer().details());
        merges.merge(MergeId.create(), kept.id(), merged.id(), after, actor.id());
        permit.journal(Action.MERGE_EMPLOYERS);
        other.journal(Action.MERGE_EMPLOYERS);
        return new Result.Done<>(kept.id());
    }

    private static Held of(List<Held> held, EmployerId id) {
        return held.stream()
                .filter(one -> one.employer().id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static boolean untouched(Held held, Seen seen) {
        return held.into().isEmpty() && held.employer().version() == seen.version();
    }

    /**
     * Tells that they were not the same: the other stands by itself again, and the one that was kept tells what it told before, but for
     * what has been changed since.
     *
     * @return refused if a number that one of them would have again belongs to another now, or if another was merged into it since; stale if it has been undone already
     * @throws NotFoundException if the employer that was kept is not in the actor’s register
     */
    @Transactional
    public Result<EmployerId> undo(Actor.Staff actor, EmployerId kept, MergeId id) {
        var permit = guard.permit(actor, Action.MERGE_EMPLOYERS, kept);
        var made = merges.find(id).filter(one -> one.kept().equals(kept));
        if (made.isEmpty()) {
            permit.journal(Action.SEE_EMPLOYERS);
            return new Result.Stale<>();
        }
        var merged = made.get().merged();
        var other = guard.permit(actor, Action.MERGE_EMPLOYERS, merged);
        var held = merges.hold(kept, merged);
        // Asked again now that they are held: somebody else may have been first.
        if (merges.find(id).isEmpty()) {
            permit.journal(Action.SEE_EMPLOYERS);
            return new Result.Stale<>();
        }
        if (!merges.latest(kept).equals(Optional.of(id))) {
            permit.journal(Action.SEE_EMPLOYERS);
            return Result.refused("", "employer-merge.latest-first");
        }
        var before = of(held, kept);
        var now = Merging.undone(
                made.get().before(), made.get().after(), before.employer().details());
        var again = of(held, merged).employer().details();
        if (taken(actor.association(), before, now, again, merged)) {
            permit.journal(Action.SEE_EMPLOYERS);
            return Result.refused("", "employer-merge.number-taken");
        }
        merges.undone(id, actor.id());
        merges.tell(kept, now, actor.id());
        merges.into(merged, Optional.empty(), actor.id());
        permit.journal(Action.MERGE_EMPLOYERS);
        other.journal(Action.MERGE_EMPLOYERS);
        return new Result.Done<>(merged);
    }

    /** Whether a number would belong to two. One that is merged into yet another has none of its own as long as that is so. */
    private boolean taken(AssociationId association, Held kept, Details keptNow, Details mergedNow, EmployerId merged) {
        Stream.of(keptNow.number(), mergedNow.number())
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(OrganisationNumber::digits))
                .forEach(number -> employers.hold(association, number));
        var id = kept.employer().id();
        var keptTaken = kept.into().isEmpty()
                && keptNow.number()
                        .flatMap(number -> employers.numbered(association, number, id))
                        .isPresent();
        var mergedTaken = mergedNow
                .number()
                .flatMap(number -> employers.numbered(association, number, merged))
                .filter(who -> !who.equals(id) || keptNow.number().equals(mergedNow.number()))
                .isPresent();
        return keptTaken || mergedTaken;
    }
}
