package se.framsteg.plan.dimension;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.framsteg.assessment.LastDimensions;
import se.framsteg.shared.CaseId;

/**
 * The dimensions that an effort of a case can be meant to move, for the form of an effort (template {@code plan/dimension-choice}) and
 * for what shows one. Guards and journals nothing: call it where the look at the plan was admitted.
 */
@Component
public class Dimensions {
    private final LastDimensions last;

    Dimensions(LastDimensions last) {
        this.last = last;
    }

    /** Code to name, in the instrument's order: of the case's last answered round, or of what the initiative measures with. */
    public Map<String, String> choices(CaseId caseId, String language) {
        return last.of(caseId, language);
    }

    /**
     * The same and what earlier efforts may name: of the initiative's instrument too. A code that none of them knows is not in it.
     */
    public Map<String, String> names(CaseId caseId, String language) {
        var names = new LinkedHashMap<>(last.ofInitiative(caseId, language));
        names.putAll(last.of(caseId, language));
        return names;
    }

    /** Whether a form may name it: one of the choices, or what the effort named before. */
    public boolean known(CaseId caseId, String code) {
        return last.of(caseId, "sv").containsKey(code)
                || last.ofInitiative(caseId, "sv").containsKey(code);
    }
}
