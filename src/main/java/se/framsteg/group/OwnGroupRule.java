package se.framsteg.group;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Cases;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;

/** The participant reads of the own groups, and says what they thought, on the own device; while the processing is restricted they read. */
@Component
class OwnGroupRule implements Rule<OwnGroupRule.Own> {
    private final JdbcClient jdbc;
    private final Cases cases;

    OwnGroupRule(JdbcClient jdbc, Cases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /** The groups of the participant who came in by the key to this round. */
    record Own(RoundId round) {}

    @Override
    public Class<Own> about() {
        return Own.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, Own own) {
        return actor instanceof Actor.Respondent respondent
                        && respondent.round().equals(own.round())
                        && !respondent.handedOver()
                ? facts().map(facts -> new Ruling(
                        allowed(facts.id()), Trace.ofCase(facts.id(), facts.association(), facts.participant())))
                : Optional.empty();
    }

    /** The case that the asking participant takes part in. */
    Optional<CaseFacts> facts() {
        return jdbc.sql("select asker_own_case()")
                .query(UUID.class)
                .optional()
                .flatMap(id -> cases.facts(new CaseId(id)));
    }

    private Set<Action> allowed(CaseId id) {
        var restricted = jdbc.sql("select exists (select from restricted_cases x where x.case_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
        return restricted
                ? EnumSet.of(Action.SEE_OWN_GROUPS)
                : EnumSet.of(Action.SEE_OWN_GROUPS, Action.ANSWER_GROUP_EVALUATION);
    }
}
