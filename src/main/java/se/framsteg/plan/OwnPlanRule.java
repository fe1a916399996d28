package se.framsteg.plan;

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
import se.framsteg.cases.CaseState;
import se.framsteg.cases.Cases;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;

/** The participant reads the own plan, and writes in it while the case goes on and is not restricted, on the own device. */
@Component
class OwnPlanRule implements Rule<OwnPlanRule.Own> {
    private final OwnCase ownCase;

    OwnPlanRule(OwnCase ownCase) {
        this.ownCase = ownCase;
    }

    /** The joint plan of the participant who came in by the key to this round. */
    record Own(RoundId round) {}

    /** The case that the asking participant takes part in. */
    @Component("ownCaseOfPlan")
    record OwnCase(JdbcClient jdbc, Cases cases) {
        Optional<CaseFacts> find() {
            return jdbc.sql("select asker_own_case()")
                    .query(UUID.class)
                    .optional()
                    .flatMap(id -> cases.facts(new CaseId(id)));
        }

        OwnPlan.Standing standing(CaseFacts facts) {
            var restricted = jdbc.sql("select exists (select from restricted_cases x where x.case_id = ?)")
                    .param(facts.id().value())
                    .query(Boolean.class)
                    .single();
            if (restricted) {
                return OwnPlan.Standing.RESTRICTED;
            }
            return facts.state() == CaseState.ENDED ? OwnPlan.Standing.ENDED : OwnPlan.Standing.OPEN;
        }
    }

    @Override
    public Class<Own> about() {
        return Own.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, Own own) {
        return actor instanceof Actor.Respondent respondent
                        && respondent.round().equals(own.round())
                        && !respondent.handedOver()
                ? ownCase.find()
                        .map(facts -> new Ruling(
                                allowed(ownCase.standing(facts)),
                                Trace.ofCase(facts.id(), facts.association(), facts.participant())))
                : Optional.empty();
    }

    private static Set<Action> allowed(OwnPlan.Standing standing) {
        return standing == OwnPlan.Standing.OPEN
                ? EnumSet.of(
                        Action.SEE_PLAN, Action.RAISE_NEED, Action.CHANGE_PLAN, Action.PREPARE_PLAN, Action.SIGN_PLAN)
                : EnumSet.of(Action.SEE_PLAN);
    }
}
