package se.framsteg.plan.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.PlanStore;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;

/**
 * The door to a joint plan as a document. A version is the plan as it was agreed on: written once and never changed. Each is settled
 * from the plan as it stands, at a meeting or without one.
 */
@Component
public class PlanDocuments {
    private final Guard guard;
    private final CaseDoor door;
    private final Cases cases;
    private final Kept kept;
    private final Contents contents;
    private final StaffRegister staff;

    PlanDocuments(Guard guard, CaseDoor door, Cases cases, Kept kept, Contents contents, StaffRegister staff) {
        this.guard = guard;
        this.door = door;
        this.cases = cases;
        this.kept = kept;
        this.contents = contents;
        this.staff = staff;
    }

    /** Where it all is kept. */
    @Component
    record Kept(PlanStore plans, VersionStore versions, SignatureStore signatures, CopyStore copies) {
        /** @throws NotFoundException if the case has no such plan */
        void requirePlan(CaseId caseId, PlanId id) {
            if (plans.find(caseId, id).isEmpty()) {
                throw new NotFoundException();
            }
        }
    }

    /**
     * What the viewer may do with a version.
     *
     * @param whole whether they have the case, and so see who has signed and who has been given what
     * @param sign whether they record how others sign
     * @param confirm whether they can sign for themselves, and have not
     */
    public record May(boolean whole, boolean settle, boolean sign, boolean confirm, boolean handOut, boolean print) {}

    /** @param by the name of whoever settled it */
    public record Line(int number, Instant at, String by) {}

    /**
     * The versions of a plan, for the plan's own page.
     *
     * @param versions the latest first
     * @param signatures under the latest one; none to colleagues of other organisations
     * @param missing in the plan as it stands
     * @param differs whether there is something to settle
     */
    public record Card(
            PlanId plan,
            Plan.Kind kind,
            boolean open,
            List<Line> versions,
            List<Signature> signatures,
            LegalCheck missing,
            boolean differs,
            May may) {
        public Card {
            versions = List.copyOf(versions);
            signatures = List.copyOf(signatures);
        }

        /** The number of the latest version; 0 if there is none. */
        public int last() {
            return versions.isEmpty() ? 0 : versions.getFirst().number();
        }
    }

    /**
     * What a plan that has been read tells as a document. Journals nothing: call it where the look at the plan has been admitted.
     *
     * @throws NotFoundException if the actor may not see the plan, or the case has no such plan
     */
    @Transactional
    public Card card(Actor.Staff actor, CaseId caseId, PlanId id) {
        var allowed = guard.allowed(actor, caseId);
        if (!allowed.contains(Action.SEE_PLAN)) {
            throw new NotFoundException();
        }
        var plan = plan(caseId, id);
        var now = contents.of(plan, actor.association(), Optional.empty());
        var made = kept.versions().of(id);
        var last = made.isEmpty() ? 0 : made.getLast().number();
        var may = may(actor, id, last, allowed);
        return new Card(
                id,
                plan.kind(),
                plan.isOpen(),
                lines(made).reversed(),
                may.whole() && last > 0 ? kept.signatures().of(id, last) : List.of(),
                LegalCheck.of(now),
                differs(id, last, now),
                may);
    }

    /** The same of the plan that is open; empty if there is none. Journals nothing, either. */
    @Transactional
    public Optional<Card> open(Actor.Staff actor, CaseId caseId) {
        return guard.allows(actor, Action.SEE_PLAN, caseId)
                ? kept.plans().open(caseId).map(plan -> card(actor, caseId, plan.id()))
                : Optional.empty();
    }

    /**
     * What the plan held when it was settled last; empty if it never was. Journals nothing: call it where the look at the plan has been
     * admitted.
     *
     * @throws NotFoundException if the actor may not see the plan, or the case has no such plan
     */
    @Transactional
    public Optional<PlanContent> settledLast(Actor.Staff actor, CaseId caseId, PlanId id) {
        var allowed = guard.allowed(actor, caseId);
        if (!allowed.contains(Action.SEE_PLAN)) {
            throw new NotFoundException();
        }
        plan(caseId, id);
        return Optional.of(last(id)).filter(number -> number > 0).map(number -> content(actor, allowed, id, number));
    }

    /** The same, for a page of its own. */
    @Transactional
    public Card versions(Actor.Staff actor, CaseId caseId, PlanId id) {
        guard.admit(actor, Action.SEE_PLAN, caseId);
        return card(actor, caseId, id);
    }

    private List<Line> lines(List<Plan.Made> made) {
        var names = staff.names(made.stream().map(Plan.Made::by).toList());
        return made.stream()
                .map(one -> new Line(one.number(), one.at(), names.getOrDefault(one.by(), "")))
                .toList();
    }

    private May may(Actor.Staff actor, PlanId id, int number, Set<Action> allowed) {
        var confirms = allowed.contains(Action.SIGN_PLAN) || isColleague(allowed);
        return new May(
                allowed.contains(Action.SEE_CASE),
                allowed.contains(Action.CHANGE_PLAN),
                allowed.contains(Action.SIGN_PLAN),
                confirms && !kept.signatures().isConfirmedBy(id, number, actor.id()),
                allowed.contains(Action.HAND_OUT_PLAN),
                allowed.contains(Action.PRINT_PLAN));
    }

    /** Whether it is one of another organisation, who sees the plan by the person's yes and may sign it for themselves. */
    static boolean isColleague(Set<Action> allowed) {
        return allowed.contains(Action.SEE_PLAN) && allowed.contains(Action.SEE_SHARED_CASE);
    }

    private boolean differs(PlanId id, int last, PlanContent now) {
        return last == 0
                || now.tellsOfAMeeting()
                || !Changes.between(content(id, last), now).isEmpty();
    }

    /**
     * The plan as it stands, before it is settled.
     *
     * @param number that the version would have
     * @param changes since the last one; none if it is the first
     * @param differs whether there is something to settle
     */
    public record Settling(
            Plan.Kind kind,
            int number,
            PlanContent content,
            List<Change> changes,
            LegalCheck missing,
            boolean differs) {
        public Settling {
            changes = List.copyOf(changes);
        }
    }

    /** @throws NotFoundException if the actor may not see the plan, or the case has no such plan that is open */
    @Transactional
    public Settling settling(Actor.Staff actor, CaseId caseId, PlanId id) {
        guard.admit(actor, Action.SEE_WHOLE_PLAN, caseId);
        var plan = Optional.of(plan(caseId, id)).filter(Plan::isOpen).orElseThrow(NotFoundException::new);
        var now = contents.of(plan, actor.association(), Optional.empty());
        var last = last(id);
        return new Settling(
                plan.kind(),
                last + 1,
                now,
                last == 0 ? List.of() : Changes.between(content(id, last), now),
                LegalCheck.of(now),
                differs(id, last, now));
    }

    /**
     * Makes a version of the plan as it stands, and empties what belonged to one meeting. The same once more changes nothing. Whoever closes
     * a meeting calls it in the same transaction.
     *
     * @param number one more than there were versions when it was made up
     * @param meeting that it is settled at; empty if at none
     * @return the number; refused if nothing differs from the last version and there was no meeting; stale if somebody else has made a
     *     version since, or if the plan has ended
     * @throws NotFoundException if the actor may not see the plan, or the case has no such plan
     */
    @Transactional
    public Result<Integer> settle(
            Actor.Staff actor, CaseId caseId, PlanId id, int number, Optional<MeetingId> meeting) {
        return door.change(actor, Action.CHANGE_PLAN, Action.SEE_WHOLE_PLAN, caseId, () -> {
            plan(caseId, id);
            kept.versions().lock(id);
            var plan = plan(caseId, id);
            return plan.isOpen() ? settle(actor, plan, number, meeting) : new Result.Stale<>();
        });
    }

    private Result<Integer> settle(Actor.Staff actor, Plan plan, int number, Optional<MeetingId> meeting) {
        var now = contents.of(plan, actor.association(), meeting);
        var last = last(plan.id());
        var differs = differs(plan.id(), last, now);
        if (number == last && last > 0 && !differs && isMadeBy(actor.id(), plan.id(), meeting)) {
            return new Result.Done<>(number);
        }
        if (number != last + 1) {
            return new Result.Stale<>();
        }
        if (!differs && meeting.isEmpty()) {
            return Result.refused("", "plan-document.settle.nothing");
        }
        if (!kept.versions().add(plan.id(), number, meeting, now, actor.id())) {
            return new Result.Stale<>();
        }
        kept.plans().clear(plan.id(), PlanContent.OF_ONE_MEETING, actor.id());
        return new Result.Done<>(number);
    }

    /** Whether the last version is what this form made when it was sent the first time. */
    private boolean isMadeBy(StaffId by, PlanId id, Optional<MeetingId> meeting) {
        var last = kept.versions().of(id).getLast();
        return last.by().equals(by) && last.meeting().equals(meeting);
    }

    /**
     * A version.
     *
     * @param last the number of the latest
     * @param changes since the one before; none if it is the first
     * @param signatures all of them; to colleagues of other organisations their own
     * @param copies who has been given it; none to colleagues of other organisations
     */
    public record Version(
            PlanId plan,
            Line made,
            int last,
            PlanContent content,
            List<Change> changes,
            List<Signature> signatures,
            List<Copy> copies,
            May may) {
        public Version {
            changes = List.copyOf(changes);
            signatures = List.copyOf(signatures);
            copies = List.copyOf(copies);
        }

        public int number() {
            return made.number();
        }
    }

    /**
     * A version, to do something with it that nobody from outside does.
     *
     * @throws NotFoundException if the actor does not have the case, or there is no such version of its plan
     */
    @Transactional
    Version seeWhole(Actor.Staff actor, CaseId caseId, PlanId id, int number) {
        var version = see(actor, caseId, id, number);
        if (!version.may().whole()) {
            throw new NotFoundException();
        }
        return version;
    }

    /** @throws NotFoundException if the actor may not see the plan, or there is no such version of it */
    @Transactional
    public Version see(Actor.Staff actor, CaseId caseId, PlanId id, int number) {
        var allowed = guard.admit(actor, Action.SEE_PLAN, caseId);
        plan(caseId, id);
        var content = content(actor, allowed, id, number);
        var made = lines(kept.versions().of(id));
        return new Version(
                id,
                made.get(number - 1),
                made.size(),
                content,
                number == 1 ? List.of() : Changes.between(content(actor, allowed, id, number - 1), content),
                kept.signatures().of(id, number),
                kept.copies().of(id, number),
                may(actor, id, number, allowed));
    }

    /**
     * What a paper is printed from, gathered so that no transaction lasts while it is printed.
     *
     * @param frame whose plan it is
     * @param number of the version; empty if it is the plan as it stands, which nobody has settled
     */
    record Printing(CaseFrame frame, Optional<Integer> number, PlanContent content, List<Signature> signatures) {
        Printing {
            signatures = List.copyOf(signatures);
        }
    }

    /**
     * A version to print.
     *
     * @throws NotFoundException if the actor may not print it, or there is no such version
     */
    @Transactional
    public Printing print(Actor.Staff actor, CaseId caseId, PlanId id, int number) {
        guard.admit(actor, Action.PRINT_PLAN, caseId);
        plan(caseId, id);
        return new Printing(
                cases.frame(actor, caseId),
                Optional.of(number),
                content(id, number),
                kept.signatures().of(id, number));
    }

    /**
     * The plan as it stands, to print as a draft.
     *
     * @throws NotFoundException if the actor may not print it, or the case has no such plan that is open
     */
    @Transactional
    public Printing printDraft(Actor.Staff actor, CaseId caseId, PlanId id) {
        guard.admit(actor, Action.PRINT_PLAN, caseId);
        var plan = Optional.of(plan(caseId, id)).filter(Plan::isOpen).orElseThrow(NotFoundException::new);
        var now = contents.of(plan, actor.association(), Optional.empty());
        return new Printing(cases.frame(actor, caseId), Optional.empty(), now, List.of());
    }

    private Plan plan(CaseId caseId, PlanId id) {
        return kept.plans().find(caseId, id).orElseThrow(NotFoundException::new);
    }

    /** The number of the last version; 0 if there is none. Guards nothing: the caller does. */
    public int last(PlanId id) {
        var made = kept.versions().of(id);
        return made.isEmpty() ? 0 : made.getLast().number();
    }

    private PlanContent content(Actor.Staff actor, Set<Action> allowed, PlanId id, int number) {
        var whole = content(id, number);
        return allowed.contains(Action.SEE_WHOLE_PLAN) ? whole : whole.openTo(actor.organisation());
    }

    private PlanContent content(PlanId id, int number) {
        return kept.versions().content(id, number).orElseThrow(NotFoundException::new);
    }
}
