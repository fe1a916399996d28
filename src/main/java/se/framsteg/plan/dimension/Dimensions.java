package se.framsteg.plan.dimension;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.assessment.LastDimensions;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to the dimensions that an effort of a case can be meant to move, for the form of an effort (template
 * {@code plan/dimension-choice}) and for what shows one.
 */
@Component
public class Dimensions {
    private final Guard guard;
    private final LastDimensions last;

    Dimensions(Guard guard, LastDimensions last) {
        this.guard = guard;
        this.last = last;
    }

    /**
     * Code to name, in the instrument's order: of the case's last answered round, or of what the initiative measures with.
     *
     * @param before what an effort has named until now, which can be chosen again though the questions are others
     * @throws NotFoundException if the actor may not see the plan
     */
    @Transactional
    public Map<String, String> choices(Actor.Staff actor, CaseId caseId, Optional<String> before, String language) {
        guard.admit(actor, Action.SEE_PLAN, caseId);
        var choices = new LinkedHashMap<>(last.of(caseId, language));
        before.flatMap(code ->
                        Optional.ofNullable(names(caseId, language).get(code)).map(name -> Map.entry(code, name)))
                .ifPresent(one -> choices.putIfAbsent(one.getKey(), one.getValue()));
        return choices;
    }

    /**
     * The same and what earlier efforts may name: of the initiative's instrument too. A code that none of them knows is not in it. Guards
     * and journals nothing: call it in the transaction where the look at the plan was admitted.
     */
    public Map<String, String> names(CaseId caseId, String language) {
        var names = new LinkedHashMap<>(last.ofInitiative(caseId, language));
        names.putAll(last.of(caseId, language));
        return names;
    }
}
