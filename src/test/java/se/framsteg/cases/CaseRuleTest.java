package se.framsteg.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.framsteg.access.Action;

class CaseRuleTest {
    private static Set<Action> decide(CaseState state, boolean protectedIdentity, Reach... reach) {
        return CaseRule.decide(new CaseRule.Facts(Set.of(reach), state, true, protectedIdentity, false));
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void whoDoesNotReachACaseMayDoNothingWithIt(CaseState state) {
        assertThat(decide(state, true)).isEmpty();
    }

    @Test
    void theCaseworkerWorksWithTheCaseButDoesNotGiveItAway() {
        assertThat(decide(CaseState.ACTIVE, false, Reach.CASEWORKER))
                .containsExactlyInAnyOrder(
                        Action.LIST_CASE,
                        Action.SEE_CASE,
                        Action.CHANGE_CASE,
                        Action.CHANGE_CASE_STATE,
                        Action.CHANGE_ACTIVITY,
                        Action.CHANGE_EMPLOYMENT,
                        Action.SEE_NOTE,
                        Action.WRITE_NOTE,
                        Action.SIGN_NOTE,
                        Action.RECORD_DISSENT,
                        Action.SEE_IDENTITY,
                        Action.SEE_AGREEMENT,
                        Action.SEE_PLAN,
                        Action.SEE_WHOLE_PLAN,
                        Action.RAISE_NEED,
                        Action.CHANGE_PLAN,
                        Action.SIGN_PLAN,
                        Action.HAND_OUT_PLAN,
                        Action.PRINT_PLAN,
                        Action.CALL_TO_PLAN,
                        Action.SEE_ACTIVITY,
                        Action.SEE_HEALTH,
                        Action.SEE_SOCIAL,
                        Action.SEE_EMPLOYMENT,
                        Action.SEE_LIVELIHOOD,
                        Action.PRINT_CONSENT_FORM,
                        Action.SEE_REMINDERS,
                        Action.CHANGE_REMINDERS,
                        Action.AGREE,
                        Action.CHANGE_ROUND,
                        Action.PRINT_FORM,
                        Action.PRINT_COPY,
                        Action.EXTRACT_REGISTER,
                        Action.RESTRICT_PROCESSING,
                        Action.SEE_CONSENTS,
                        Action.SEE_CONSENT_DAY,
                        Action.RECORD_CONSENT,
                        Action.WITHDRAW_CONSENT,
                        Action.SEE_CONSENT_PAPER,
                        Action.EXPORT_CONSENTS,
                        Action.NAME_COLLEAGUE,
                        Action.END_COLLEAGUE,
                        Action.SEE_CONTACTS,
                        Action.LOG_CONTACT,
                        Action.CHANGE_CONTACT,
                        Action.ENROL_IN_GROUP,
                        Action.LEAVE_GROUP,
                        Action.SEE_WORK_SUPPORT,
                        Action.CHANGE_WORK_SUPPORT,
                        Action.WRITE_PROFILE,
                        Action.PRINT_PROFILE,
                        Action.ENTER_PAPER_ANSWERS,
                        Action.SEE_PROGRESSION,
                        Action.ADD_ROUND,
                        Action.CLOSE_ROUND,
                        Action.GIVE_KEY,
                        Action.HAND_OVER,
                        Action.PREPARE_PLAN,
                        Action.FOLLOW_PATHWAY,
                        Action.SEE_WORKSHEET,
                        Action.WRITE_WORKSHEET,
                        Action.TAKE_BACK_WORKSHEET,
                        Action.PRINT_WORKSHEET,
                        Action.ANSWER_AS_CASEWORKER);
    }

    @Test
    void theLeadGivesTheCaseToACaseworkerButDoesNotAnswerForOne() {
        assertThat(decide(CaseState.ACTIVE, false, Reach.LEAD))
                .containsExactlyInAnyOrder(
                        Action.LIST_CASE,
                        Action.SEE_CASE,
                        Action.CHANGE_CASE,
                        Action.CHANGE_CASE_STATE,
                        Action.CHANGE_ACTIVITY,
                        Action.CHANGE_EMPLOYMENT,
                        Action.SEE_NOTE,
                        Action.WRITE_NOTE,
                        Action.SIGN_NOTE,
                        Action.RECORD_DISSENT,
                        Action.SEE_IDENTITY,
                        Action.SEE_AGREEMENT,
                        Action.SEE_PLAN,
                        Action.SEE_WHOLE_PLAN,
                        Action.RAISE_NEED,
                        Action.CHANGE_PLAN,
                        Action.SIGN_PLAN,
                        Action.HAND_OUT_PLAN,
                        Action.PRINT_PLAN,
                        Action.CALL_TO_PLAN,
                        Action.SEE_ACTIVITY,
                        Action.SEE_HEALTH,
                        Action.SEE_SOCIAL,
                        Action.SEE_EMPLOYMENT,
                        Action.SEE_LIVELIHOOD,
                        Action.PRINT_CONSENT_FORM,
                        Action.SEE_REMINDERS,
                        Action.CHANGE_REMINDERS,
                        Action.AGREE,
                        Action.CHANGE_ROUND,
                        Action.PRINT_FORM,
                        Action.PRINT_COPY,
                        Action.EXTRACT_REGISTER,
                        Action.RESTRICT_PROCESSING,
                        Action.HOLD_CASE,
                        Action.SEE_CONSENTS,
                        Action.SEE_CONSENT_DAY,
                        Action.RECORD_CONSENT,
                        Action.WITHDRAW_CONSENT,
                        Action.SEE_CONSENT_PAPER,
                        Action.EXPORT_CONSENTS,
                        Action.NAME_COLLEAGUE,
                        Action.END_COLLEAGUE,
                        Action.SEE_CONTACTS,
                        Action.LOG_CONTACT,
                        Action.CHANGE_CONTACT,
                        Action.ENROL_IN_GROUP,
                        Action.LEAVE_GROUP,
                        Action.SEE_WORK_SUPPORT,
                        Action.CHANGE_WORK_SUPPORT,
                        Action.WRITE_PROFILE,
                        Action.PRINT_PROFILE,
                        Action.ASSIGN_CASE,
                        Action.FOLLOW_PATHWAY,
                        Action.CHECK_IMPORT,
                        Action.IMPORT_ROUND,
                        Action.SEE_PROGRESSION,
                        Action.ADD_ROUND,
                        Action.CLOSE_ROUND);
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void anEmergencyOpensLooksAloneWhateverTheActionsAre(CaseState state) {
        assertThat(decide(state, false, Reach.EMERGENCY))
                .contains(Action.SEE_CASE, Action.SEE_IDENTITY, Action.SEE_NOTE, Action.SEE_PROGRESSION)
                .allMatch(action -> action.name().startsWith("SEE_"))
                .isSubsetOf(decide(state, false, Reach.CASEWORKER));
        assertThat(decide(state, true, Reach.EMERGENCY)).isEqualTo(decide(state, false, Reach.EMERGENCY));
        for (var started : Set.of(true, false)) {
            assertThat(CaseChange.permittedOf(state, started, Set.of(Reach.EMERGENCY)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void anEmergencyTakesNothingFromWhoeverWorksWithTheCase(CaseState state) {
        for (var reach : Reach.WORK) {
            assertThat(decide(state, true, reach, Reach.EMERGENCY)).isEqualTo(decide(state, true, reach));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Reach.class, names = "EMERGENCY", mode = EnumSource.Mode.EXCLUDE)
    void namingIsForProtectedIdentitiesAlone(Reach reach) {
        assertThat(decide(CaseState.ACTIVE, true, reach)).contains(Action.NAME_ACCESS);
        assertThat(decide(CaseState.ACTIVE, false, reach)).doesNotContain(Action.NAME_ACCESS);
    }

    @Test
    void anEndedCaseIsSeenAndOnlyALeadCanReopenIt() {
        var stopped = EnumSet.of(
                Action.CHANGE_CASE,
                Action.ASSIGN_CASE,
                Action.ADD_ROUND,
                Action.CHANGE_ACTIVITY,
                Action.RECORD_CONSENT,
                Action.NAME_COLLEAGUE);
        assertThat(decide(CaseState.ENDED, false, Reach.CASEWORKER))
                .contains(Action.SEE_CASE, Action.WITHDRAW_CONSENT)
                .doesNotContain(Action.CHANGE_CASE_STATE)
                .doesNotContainAnyElementsOf(stopped);
        assertThat(decide(CaseState.ENDED, false, Reach.LEAD))
                .contains(Action.SEE_CASE, Action.CHANGE_CASE_STATE)
                .doesNotContainAnyElementsOf(stopped);
    }
}
