package se.framsteg.evaluation;

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
import se.framsteg.cases.Cases;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;

/**
 * The participant says what they think, on the own device or one that was handed over. One action for looking, answering and saying no: the
 * journal does not tell which.
 */
@Component
class OwnOpinionRule implements Rule<OwnOpinionRule.Own> {
    private final JdbcClient jdbc;
    private final Cases cases;

    OwnOpinionRule(JdbcClient jdbc, Cases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /** What the participant who came in by the key to this round thinks. */
    record Own(RoundId round) {}

    @Override
    public Class<Own> about() {
        return Own.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, Own own) {
        return actor instanceof Actor.Respondent respondent
                        && respondent.round().equals(own.round())
                ? jdbc.sql("select asker_own_case()")
                        .query(UUID.class)
                        .optional()
                        .flatMap(id -> cases.facts(new CaseId(id)))
                        .map(facts -> new Ruling(
                                Set.of(Action.GIVE_OPINION),
                                Trace.ofCase(facts.id(), facts.association(), facts.participant())))
                : Optional.empty();
    }
}
