package se.framsteg.plan.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Result;
import se.framsteg.cases.own.OwnDoor;
import se.framsteg.cases.own.Standing;
import se.framsteg.plan.PlanId;
import se.framsteg.shared.NotFoundException;

/**
 * The participant’s own door to what has been settled: they read each version on the own phone, and say there that they stand behind the
 * latest one. That is a signature as good as any, recorded by nobody for them.
 */
@Component
public class OwnVersions {
    private final OwnDoor door;
    private final PlanDocuments.Kept kept;
    private final Contents contents;

    OwnVersions(OwnDoor door, PlanDocuments.Kept kept, Contents contents) {
        this.door = door;
        this.kept = kept;
        this.contents = contents;
    }

    /**
     * A version.
     *
     * @param on the day that it was settled
     * @param open whether the plan is still open
     */
    public record Line(PlanId plan, int number, LocalDate on, boolean open) {}

    /**
     * What has been settled.
     *
     * @param versions those of the latest plan first, and the latest of each first
     * @param unsigned the version that the person can say that they stand behind, and has not
     */
    public record View(List<Line> versions, Optional<Line> unsigned) {
        public View {
            versions = List.copyOf(versions);
        }
    }

    /**
     * Journals nothing: call it where the look at the plan has been admitted.
     *
     * @throws NotFoundException on a device that was handed over
     */
    @Transactional
    public View all(Actor.Respondent participant) {
        var facts = door.further(participant, Action.SEE_PLAN);
        var versions = kept.versions().of(facts.id());
        var unsigned = versions.stream()
                .findFirst()
                .filter(_ -> writable(facts))
                .filter(Line::open)
                .filter(last -> own(last.plan(), last.number()).isEmpty());
        return new View(versions, unsigned);
    }

    /**
     * A version to read.
     *
     * @param last the number of the latest
     * @param own the person’s signature, in whatever way
     * @param signatures all of them
     * @param signable whether the person can say that they stand behind it, and has not
     */
    public record Version(
            Line line,
            int last,
            PlanContent content,
            Optional<Signature> own,
            List<Signature> signatures,
            boolean signable) {
        public Version {
            signatures = List.copyOf(signatures);
        }

        /** Of all others. */
        public List<Signature> others() {
            return signatures.stream().filter(one -> !one.byPerson()).toList();
        }

        @Override
        public String toString() {
            return "own version " + line.number();
        }
    }

    /** @throws NotFoundException on a device that was handed over, or if the own case has no such version */
    @Transactional
    public Version see(Actor.Respondent participant, PlanId plan, int number) {
        var facts = door.admit(participant, Action.SEE_PLAN);
        var versions = ofPlan(facts, plan);
        var line = line(versions, number);
        var last = versions.getFirst().number();
        var own = own(plan, number);
        return new Version(
                line,
                last,
                kept.versions().content(plan, number).orElseThrow(NotFoundException::new),
                own,
                kept.signatures().of(plan, number),
                own.isEmpty() && number == last && line.open() && writable(facts));
    }

    /**
     * The participant stands behind a version. The same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @return refused if they have signed it already, or if there is a later version; stale if the plan has ended or they can’t write now
     * @throws NotFoundException on a device that was handed over, or if the own case has no such version
     */
    @Transactional
    public Result<SignatureId> confirm(Actor.Respondent participant, PlanId plan, int number, SignatureId id) {
        return door.change(participant, Action.SIGN_PLAN, Action.SEE_PLAN, facts -> {
            var versions = ofPlan(facts, plan);
            line(versions, number);
            var last = versions.getFirst();
            if (!last.open()) {
                return new Result.Stale<>();
            }
            if (last.number() != number) {
                return Result.refused("", "own-plan.sign.newer");
            }
            var signature =
                    new Signature(id, Signature.How.SIGNED_IN, "", "", Optional.empty(), true, contents.today());
            return kept.signatures().add(plan, number, signature, Optional.empty(), Optional.empty())
                    ? new Result.Done<>(id)
                    : Result.refused("", "own-plan.sign.already");
        });
    }

    private static Line line(List<Line> versions, int number) {
        return versions.stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private List<Line> ofPlan(CaseFacts facts, PlanId plan) {
        return kept.versions().of(facts.id()).stream()
                .filter(one -> one.plan().equals(plan))
                .toList();
    }

    private Optional<Signature> own(PlanId plan, int number) {
        return kept.signatures().of(plan, number).stream()
                .filter(Signature::byPerson)
                .findFirst();
    }

    private boolean writable(CaseFacts facts) {
        return door.standing(facts) == Standing.OPEN;
    }
}
