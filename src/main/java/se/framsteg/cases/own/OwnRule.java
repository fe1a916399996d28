package se.framsteg.cases.own;

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

/**
 * The participant reads what is kept in the own case, writes in it while it goes on and is not restricted, and takes the own worksheets
 * back whenever they want: on the own device.
 */
@Component
class OwnRule implements Rule<OwnRule.Own> {
    private static final Set<Action> ALWAYS =
            EnumSet.of(Action.SEE_PLAN, Action.SEE_WORKSHEET, Action.PRINT_WORKSHEET, Action.TAKE_BACK_WORKSHEET);
    private static final Set<Action> WHILE_OPEN = EnumSet.of(
            Action.RAISE_NEED,
            Action.CHANGE_PLAN,
            Action.PREPARE_PLAN,
            Action.SIGN_PLAN,
            Action.WRITE_WORKSHEET,
            Action.SHARE_WORKSHEET);

    private final OwnCase ownCase;

    OwnRule(OwnCase ownCase) {
        this.ownCase = ownCase;
    }

    /** The own case of the participant who came in by the key to this round. */
    record Own(RoundId round) {}

    /** The case that the asking participant takes part in. */
    @Component("ownCaseOnOwnDevice")
    record OwnCase(JdbcClient jdbc, Cases cases) {
        Optional<CaseFacts> find() {
            return jdbc.sql("select asker_own_case()")
                    .query(UUID.class)
                    .optional()
                    .flatMap(id -> cases.facts(new CaseId(id)));
        }

        Standing standing(CaseFacts facts) {
            var restricted = jdbc.sql("select exists (select from restricted_cases x where x.case_id = ?)")
                    .param(facts.id().value())
                    .query(Boolean.class)
                    .single();
            if (restricted) {
                return Standing.RESTRICTED;
            }
            return facts.state() == CaseState.ENDED ? Standing.ENDED : Standing.OPEN;
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

    private static Set<Action> allowed(Standing standing) {
        var allowed = EnumSet.copyOf(ALWAYS);
        if (standing == Standing.OPEN) {
            allowed.addAll(WHILE_OPEN);
        }
        return allowed;
    }
}
