package se.framsteg.assessment.mine;

import java.util.Arrays;
import java.util.Optional;
import se.framsteg.access.Action;

/** What somebody did with a person's data, in words that the person understands: several actions are one to them. */
public enum Look {
    LISTED,
    SAW_CASE,
    OPENED_IN_EMERGENCY,
    READ_WHY_IN_EMERGENCY,
    SAW_STEPS,
    READ_NOTES,
    WROTE_NOTE,
    ANSWERED,
    AGREED,
    SAW_CONSENTS,
    SAW_PAPER,
    RECORDED_CONSENT,
    NAMED_COLLEAGUE,
    CHANGED,
    RESTRICTED,
    HELD,
    GAVE_KEY,
    PRINTED,
    EXTRACTED,
    REMINDED,
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
            case SEE_REFERRAL,
                    SEE_CASE,
                    SEE_REMINDERS,
                    SEE_SHARED_CASE,
                    SEE_IDENTITY,
                    SEE_AGREEMENT,
                    SEE_ACTIVITY,
                    SEE_HEALTH,
                    SEE_SOCIAL,
                    SEE_EMPLOYMENT,
                    SEE_LIVELIHOOD -> SAW_CASE;
            case OPEN_IN_EMERGENCY -> OPENED_IN_EMERGENCY;
            case SEE_EMERGENCY, NOTE_EMERGENCY -> READ_WHY_IN_EMERGENCY;
            case SEE_CONSENTS, EXPORT_CONSENTS -> SAW_CONSENTS;
            case SEE_CONSENT_PAPER -> SAW_PAPER;
            case RECORD_CONSENT, WITHDRAW_CONSENT -> RECORDED_CONSENT;
            case NAME_COLLEAGUE, END_COLLEAGUE -> NAMED_COLLEAGUE;
            case RESTRICT_PROCESSING -> RESTRICTED;
            case HOLD_CASE -> HELD;
            case SEE_PROGRESSION -> SAW_STEPS;
            case SEE_NOTE -> READ_NOTES;
            case WRITE_NOTE, SIGN_NOTE, RECORD_DISSENT -> WROTE_NOTE;
            case ANSWER_AS_CASEWORKER, ENTER_PAPER_ANSWERS, IMPORT_ROUND -> ANSWERED;
            case AGREE -> AGREED;
            case REGISTER_REFERRAL,
                    CHANGE_REFERRAL,
                    DECIDE_REFERRAL,
                    CHANGE_CASE,
                    CHANGE_CASE_STATE,
                    ASSIGN_CASE,
                    NAME_ACCESS,
                    PROTECT_ALIKE,
                    CHANGE_REMINDERS,
                    STOP_REMINDERS,
                    CHANGE_ACTIVITY,
                    CHANGE_EMPLOYMENT,
                    ADD_ROUND,
                    CLOSE_ROUND,
                    CHANGE_ROUND,
                    UNDO_IMPORT -> CHANGED;
            case GIVE_KEY, HAND_OVER -> GAVE_KEY;
            case PRINT_FORM, PRINT_COPY, PRINT_CONSENT_FORM -> PRINTED;
            case EXTRACT_REGISTER -> EXTRACTED;
            case SEND_REMINDER -> REMINDED;
            case ANSWER_AS_PARTICIPANT,
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
                    SEE_WORKLOAD,
                    ADD_INSTRUMENT,
                    CHANGE_INSTRUMENT,
                    DISCARD_INSTRUMENT,
                    PUBLISH_INSTRUMENT,
                    RETIRE_INSTRUMENT,
                    COPY_INSTRUMENT -> OTHER;
        };
    }
}
