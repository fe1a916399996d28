package se.framsteg.assessment.mine;

import java.util.Arrays;
import java.util.Optional;
import se.framsteg.access.Action;

/** What somebody did with a person's data, in words that the person understands. */
public enum Look {
    LISTED,
    SAW_CASE,
    SAW_IDENTITY,
    SAW_PLAN,
    SAW_JOINT_PLAN,
    SAW_ACTIVITIES,
    SAW_HEALTH,
    SAW_SOCIAL,
    SAW_WORK,
    SAW_LIVELIHOOD,
    SAW_REMINDERS,
    OPENED_IN_EMERGENCY,
    READ_WHY_IN_EMERGENCY,
    SAW_STEPS,
    READ_NOTES,
    WROTE_NOTE,
    RECORDED_DISSENT,
    ANSWERED,
    ANSWERED_ON_PAPER,
    IMPORTED_ANSWERS,
    REMOVED_ANSWERS,
    AGREED,
    WROTE_PLAN,
    SIGNED_PLAN,
    HANDED_OUT_PLAN,
    PRINTED_PLAN,
    CALLED_TO_PLAN,
    REPLIED_TO_CALL,
    SAW_CONSENTS,
    ASKED_WHAT_OTHERS_SEE,
    TOOK_CONSENTS,
    SAW_PAPER,
    RECORDED_CONSENT,
    WITHDREW_CONSENT,
    NAMED_COLLEAGUE,
    CHANGED,
    CHANGED_REFERRAL,
    DECIDED,
    CHANGED_STATE,
    CHANGED_CASEWORKER,
    CHANGED_NAMED,
    CHANGED_REMINDERS,
    CHANGED_ACTIVITY,
    CHANGED_WORK,
    CHANGED_ROUND,
    RESTRICTED,
    HELD,
    GAVE_KEY,
    HANDED_OVER,
    PRINTED_FORM,
    PRINTED_COPY,
    PRINTED_CONSENT_FORM,
    EXTRACTED,
    REMINDED,
    CHANGED_STEPS,
    SAW_WORKSHEETS,
    WROTE_WORKSHEET,
    TOOK_BACK_WORKSHEET,
    PRINTED_WORKSHEET,
    SAW_CONTACTS,
    LOGGED_CONTACT,
    TOOK_ATTENDANCE,
    CHANGED_GROUP,
    SAW_WORK_SUPPORT,
    CHANGED_WORK_SUPPORT,
    WROTE_PROFILE,
    PRINTED_PROFILE,
    OTHER;

    /** Also for an action that the program has known by another name. */
    static Look of(String action) {
        return find(action).map(Look::of).orElse(OTHER);
    }

    private static Optional<Action> find(String name) {
        return Arrays.stream(Action.values())
                .filter(action -> action.name().equals(name))
                .findFirst();
    }

    // Without a default: who adds an action decides what it is to the person.
    private static Look of(Action action) {
        return switch (action) {
            case LIST_REFERRAL, LIST_CASE, LIST_SHARED_CASE -> LISTED;
            case SEE_REFERRAL, SEE_CASE, SEE_SHARED_CASE -> SAW_CASE;
            case SEE_IDENTITY -> SAW_IDENTITY;
            case SEE_AGREEMENT -> SAW_PLAN;
            case SEE_PLAN, SEE_WHOLE_PLAN -> SAW_JOINT_PLAN;
            case SEE_ACTIVITY -> SAW_ACTIVITIES;
            case SEE_HEALTH -> SAW_HEALTH;
            case SEE_SOCIAL -> SAW_SOCIAL;
            case SEE_EMPLOYMENT -> SAW_WORK;
            case SEE_LIVELIHOOD -> SAW_LIVELIHOOD;
            case SEE_REMINDERS -> SAW_REMINDERS;
            case OPEN_IN_EMERGENCY -> OPENED_IN_EMERGENCY;
            case SEE_EMERGENCY, NOTE_EMERGENCY -> READ_WHY_IN_EMERGENCY;
            case SEE_CONSENTS -> SAW_CONSENTS;
            case SEE_CONSENT_DAY -> ASKED_WHAT_OTHERS_SEE;
            case EXPORT_CONSENTS -> TOOK_CONSENTS;
            case SEE_CONSENT_PAPER -> SAW_PAPER;
            case RECORD_CONSENT -> RECORDED_CONSENT;
            case WITHDRAW_CONSENT -> WITHDREW_CONSENT;
            case NAME_COLLEAGUE, END_COLLEAGUE -> NAMED_COLLEAGUE;
            case RESTRICT_PROCESSING -> RESTRICTED;
            case HOLD_CASE -> HELD;
            case SEE_PROGRESSION -> SAW_STEPS;
            case SEE_NOTE -> READ_NOTES;
            case WRITE_NOTE, SIGN_NOTE -> WROTE_NOTE;
            case RECORD_DISSENT -> RECORDED_DISSENT;
            case ANSWER_AS_CASEWORKER -> ANSWERED;
            case ENTER_PAPER_ANSWERS -> ANSWERED_ON_PAPER;
            case IMPORT_ROUND -> IMPORTED_ANSWERS;
            case UNDO_IMPORT -> REMOVED_ANSWERS;
            case AGREE -> AGREED;
            case RAISE_NEED, CHANGE_PLAN, PREPARE_PLAN -> WROTE_PLAN;
            case SIGN_PLAN -> SIGNED_PLAN;
            case HAND_OUT_PLAN -> HANDED_OUT_PLAN;
            case PRINT_PLAN -> PRINTED_PLAN;
            case CALL_TO_PLAN -> CALLED_TO_PLAN;
            case REPLY_TO_CALL -> REPLIED_TO_CALL;
            case CHANGE_CASE -> CHANGED;
            case REGISTER_REFERRAL, CHANGE_REFERRAL -> CHANGED_REFERRAL;
            case DECIDE_REFERRAL -> DECIDED;
            case CHANGE_CASE_STATE -> CHANGED_STATE;
            case ASSIGN_CASE -> CHANGED_CASEWORKER;
            case NAME_ACCESS, PROTECT_ALIKE -> CHANGED_NAMED;
            case CHANGE_REMINDERS, STOP_REMINDERS -> CHANGED_REMINDERS;
            case CHANGE_ACTIVITY -> CHANGED_ACTIVITY;
            case CHANGE_EMPLOYMENT -> CHANGED_WORK;
            case ADD_ROUND, CLOSE_ROUND, CHANGE_ROUND -> CHANGED_ROUND;
            case GIVE_KEY -> GAVE_KEY;
            case HAND_OVER -> HANDED_OVER;
            case PRINT_FORM -> PRINTED_FORM;
            case PRINT_COPY -> PRINTED_COPY;
            case PRINT_CONSENT_FORM -> PRINTED_CONSENT_FORM;
            case EXTRACT_REGISTER -> EXTRACTED;
            case SEND_REMINDER -> REMINDED;
            case FOLLOW_PATHWAY -> CHANGED_STEPS;
            case SEE_WORKSHEET -> SAW_WORKSHEETS;
            case WRITE_WORKSHEET, SHARE_WORKSHEET -> WROTE_WORKSHEET;
            case TAKE_BACK_WORKSHEET -> TOOK_BACK_WORKSHEET;
            case PRINT_WORKSHEET -> PRINTED_WORKSHEET;
            case SEE_CONTACTS -> SAW_CONTACTS;
            case LOG_CONTACT, CHANGE_CONTACT -> LOGGED_CONTACT;
            case TAKE_ATTENDANCE -> TOOK_ATTENDANCE;
            case ENROL_IN_GROUP, LEAVE_GROUP -> CHANGED_GROUP;
            case SEE_WORK_SUPPORT -> SAW_WORK_SUPPORT;
            case CHANGE_WORK_SUPPORT -> CHANGED_WORK_SUPPORT;
            case WRITE_PROFILE -> WROTE_PROFILE;
            case PRINT_PROFILE -> PRINTED_PROFILE;
            case ANSWER_AS_PARTICIPANT,
                    SEE_EMPLOYERS,
                    CHANGE_EMPLOYER,
                    MERGE_EMPLOYERS,
                    TRY_EMERGENCY,
                    FAIL_EMERGENCY,
                    LIST_CONSULTATIONS,
                    COUNT_CONSULTATIONS,
                    ASK_TEAM,
                    SEE_CONSULTATION,
                    ANSWER_CONSULTATION,
                    CLOSE_CONSULTATION,
                    ERASE_CONSULTATION,
                    SEE_OWN_PAGE,
                    MANAGE_RETENTION,
                    DISPOSE_OF_CASE,
                    DISPOSE_OF_REFERRAL,
                    IMPORT_MEASUREMENTS,
                    CHECK_IMPORT,
                    MANAGE_INSTALLATION,
                    SEE_ASSOCIATION,
                    CHANGE_ASSOCIATION,
                    ADD_ORGANISATION,
                    ADD_TEAM,
                    ADD_INITIATIVE,
                    SEE_ORGANISATION,
                    CHANGE_ORGANISATION,
                    MANAGE_STAFF,
                    GIVE_PASSWORD_LINK,
                    SEE_TEAM,
                    CHANGE_TEAM,
                    CHECK_JOURNAL,
                    REVIEW_LOG,
                    START_LOG_REVIEW,
                    SEE_LOG_REVIEW,
                    SEE_LOG_ROWS,
                    GIVE_VERDICT,
                    CLOSE_LOG_REVIEW,
                    SEE_INITIATIVE,
                    CHANGE_INITIATIVE,
                    SEE_INSTRUMENT,
                    SEE_FOLLOW_UP,
                    SEE_STATISTICS,
                    SEE_WORKLOAD,
                    ADD_INSTRUMENT,
                    CHANGE_INSTRUMENT,
                    DISCARD_INSTRUMENT,
                    PUBLISH_INSTRUMENT,
                    RETIRE_INSTRUMENT,
                    COPY_INSTRUMENT,
                    SEE_PATHWAY,
                    ADD_PATHWAY,
                    CHANGE_PATHWAY,
                    DISCARD_PATHWAY,
                    PUBLISH_PATHWAY,
                    RETIRE_PATHWAY,
                    COPY_PATHWAY,
                    SEE_REPORTS,
                    WRITE_REPORTS,
                    SEE_REPORT,
                    WRITE_REPORT,
                    CHECK_REPORT,
                    RELEASE_REPORT,
                    DROP_REPORT,
                    CORRECT_REPORT,
                    SEE_CONTACT_LOG,
                    CHANGE_TRAINING,
                    SEE_FIDELITY,
                    CHANGE_FIDELITY_UNIT,
                    BEGIN_FIDELITY_REVIEW,
                    SEE_FIDELITY_REVIEW,
                    RATE_FIDELITY,
                    AGREE_ON_FIDELITY,
                    DROP_FIDELITY_REVIEW,
                    ADD_FIDELITY_SCALE,
                    LIST_GROUPS,
                    ADD_GROUP,
                    SEE_GROUP,
                    CHANGE_GROUP,
                    EVALUATE_GROUP,
                    SEE_OWN_GROUPS,
                    ANSWER_GROUP_EVALUATION,
                    SEE_INITIATIVE_AFFAIRS,
                    CHANGE_INITIATIVE_AFFAIRS,
                    SEE_ECONOMY,
                    CHANGE_ECONOMY,
                    CHANGE_ECONOMY_PARAMETERS,
                    SEE_OPINIONS,
                    ENTER_OPINION,
                    GIVE_OPINION -> OTHER;
        };
    }
}
