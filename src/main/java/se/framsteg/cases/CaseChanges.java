package se.framsteg.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/** Takes cases from one state to another, by the table {@link CaseChange}, and tells other rooms. */
@Component
class CaseChanges {
    /** A start can be planned, but not further ahead than this. */
    static final int DAYS_AHEAD = 60;

    private final CaseDoor door;
    private final CaseRule rule;
    private final CaseStore cases;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseChanges(CaseDoor door, CaseRule rule, CaseStore cases, ApplicationEventPublisher events, Clock clock) {
        this.door = door;
        this.rule = rule;
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    Result<CaseState> change(Actor.Staff actor, CaseId id, int version, CaseStep step) {
        return door.change(actor, Action.CHANGE_CASE_STATE, Action.SEE_CASE, id, () -> store(actor, id, version, step));
    }

    private Result<CaseState> store(Actor.Staff actor, CaseId id, int version, CaseStep step) {
        var held = cases.lock(id);
        var facts = rule.facts(actor.id(), id).orElseThrow(NotFoundException::new);
        if (held.version() != version || !step.change().permitted(facts.state(), facts.started(), facts.reach())) {
            return new Result.Stale<>();
        }
        var refusals = check(held, step);
        if (!refusals.isEmpty()) {
            return new Result.Refused<>(refusals);
        }
        apply(held, step, actor);
        return new Result.Done<>(step.change().to());
    }

    private List<Result.Refusal> check(CaseStore.Held held, CaseStep step) {
        var refusals = new ArrayList<Result.Refusal>();
        var today = LocalDate.now(clock);
        if (step.on().isBefore(held.lastChangeOn())) {
            refusals.add(Result.Refusal.of("on", "case-change.too-early", held.lastChangeOn()));
        }
        if (step.change() == CaseChange.START) {
            if (step.on().isAfter(today.plusDays(DAYS_AHEAD))) {
                refusals.add(Result.Refusal.of("on", "case-change.START.too-late", DAYS_AHEAD));
            }
        } else if (step.on().isAfter(today)) {
            refusals.add(Result.Refusal.of("on", "case-change.future"));
        }
        if (step.change().asksForReason() && step.reason().isBlank()) {
            refusals.add(Result.Refusal.of("reason", "case-change.reason.required"));
        }
        if (step.change() == CaseChange.END && step.ending().isEmpty()) {
            refusals.add(Result.Refusal.of("endReason", "case.end-reason.required"));
        }
        return refusals;
    }

    private void apply(CaseStore.Held held, CaseStep step, Actor.Staff actor) {
        var id = held.facts().id();
        switch (step.change()) {
            case START -> cases.start(id, step.on(), step.livelihood());
            case END -> cases.end(id, step.on(), step.ending().orElseThrow(), step.livelihood());
            case PAUSE, RESUME, REOPEN -> {}
        }
        cases.move(held, step, actor.id());
        switch (step.change()) {
            case START -> events.publishEvent(new CaseStarted(id, step.on()));
            case END -> events.publishEvent(new CaseEnded(id, step.on()));
            case REOPEN -> events.publishEvent(new CaseReopened(id));
            case RESUME -> events.publishEvent(new CaseResumed(id, held.lastChangeOn()));
            case PAUSE -> {}
        }
    }

    Result<CaseId> changeBefore(Actor.Staff actor, CaseId id, int version, Livelihood before) {
        return door.change(actor, Action.CHANGE_CASE, Action.SEE_CASE, id, () -> storeBefore(id, version, before));
    }

    private Result<CaseId> storeBefore(CaseId id, int version, Livelihood before) {
        var held = cases.lock(id);
        if (held.version() != version || held.facts().state() == CaseState.ENDED) {
            return new Result.Stale<>();
        }
        cases.before(id, before);
        return new Result.Done<>(id);
    }
}
