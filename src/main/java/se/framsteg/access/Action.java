package se.framsteg.access;

/** Everything that a door can be asked for. The name is what stands in the journal. */
public enum Action {
    // The installation and its associations
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

    // The journal: its seals, and its review
    CHECK_JOURNAL,
    /** Of an organisation: to see and begin reviews of its journal. */
    REVIEW_LOG,
    START_LOG_REVIEW,
    SEE_LOG_REVIEW,
    SEE_LOG_ROWS,
    GIVE_VERDICT,
    CLOSE_LOG_REVIEW,

    // Initiatives and instruments
    SEE_INITIATIVE,
    CHANGE_INITIATIVE,
    SEE_INSTRUMENT,
    SEE_FOLLOW_UP,
    /** How the work goes, to the last round, in the cases that one reaches oneself. */
    SEE_WORKLOAD,
    ADD_INSTRUMENT,
    CHANGE_INSTRUMENT,
    DISCARD_INSTRUMENT,
    PUBLISH_INSTRUMENT,
    RETIRE_INSTRUMENT,
    COPY_INSTRUMENT,

    // Methods
    SEE_PATHWAY,
    ADD_PATHWAY,
    CHANGE_PATHWAY,
    DISCARD_PATHWAY,
    PUBLISH_PATHWAY,
    RETIRE_PATHWAY,
    COPY_PATHWAY,

    // Referrals
    REGISTER_REFERRAL,
    LIST_REFERRAL,
    SEE_REFERRAL,
    CHANGE_REFERRAL,
    DECIDE_REFERRAL,

    // Cases
    LIST_CASE,
    SEE_CASE,
    CHANGE_CASE,
    CHANGE_CASE_STATE,
    ASSIGN_CASE,
    NAME_ACCESS,
    /** Protection came to a registration from another of the same person, or another asked for what this one has. */
    PROTECT_ALIKE,
    /** To try the door to a case that one does not reach. */
    TRY_EMERGENCY,
    /** A try that opened nothing: told apart so that whoever reviews the journal sees it. */
    FAIL_EMERGENCY,
    OPEN_IN_EMERGENCY,
    SEE_EMERGENCY,
    NOTE_EMERGENCY,

    // The person's rights, and the end of data
    EXTRACT_REGISTER,
    RESTRICT_PROCESSING,
    HOLD_CASE,
    MANAGE_RETENTION,
    DISPOSE_OF_CASE,
    DISPOSE_OF_REFERRAL,

    // The parts of a case. To a colleague of another organisation each is opened by a consent, or not at all.
    LIST_SHARED_CASE,
    SEE_SHARED_CASE,
    SEE_IDENTITY,
    SEE_AGREEMENT,
    SEE_PLAN,
    /** The whole of it: also who is called, and what is written without having been agreed on yet. No consent opens it. */
    SEE_WHOLE_PLAN,
    SEE_ACTIVITY,
    SEE_HEALTH,
    SEE_SOCIAL,
    SEE_EMPLOYMENT,
    SEE_LIVELIHOOD,

    // Consents
    SEE_CONSENTS,
    /** To ask what one organisation sees or could see: whoever asks has not seen what else stands in the consents. */
    SEE_CONSENT_DAY,
    RECORD_CONSENT,
    /** Takes a yes back, or a part of it. */
    WITHDRAW_CONSENT,
    SEE_CONSENT_PAPER,
    /** Takes the whole ledger away as a file. */
    EXPORT_CONSENTS,
    NAME_COLLEAGUE,
    /** Takes a colleague of another organisation off a case. */
    END_COLLEAGUE,

    // Reminders
    SEE_REMINDERS,
    CHANGE_REMINDERS,
    SEND_REMINDER,
    STOP_REMINDERS,
    // The joint plan
    /** To tell that one is needed, also from another organisation that sees the plan. */
    RAISE_NEED,
    CHANGE_PLAN,
    /** To write with the person how the meeting is to be, also what is not to be taken up. */
    PREPARE_PLAN,
    SIGN_PLAN,
    HAND_OUT_PLAN,
    PRINT_PLAN,
    /** To send summons and invitations to a meeting about the plan, and to have them to hand. */
    CALL_TO_PLAN,
    /** To say who comes of an organisation that has been called, as a colleague of it. */
    REPLY_TO_CALL,

    // The story of a case
    CHANGE_ACTIVITY,
    CHANGE_EMPLOYMENT,
    SEE_NOTE,
    WRITE_NOTE,
    SIGN_NOTE,
    RECORD_DISSENT,

    // Rounds
    SEE_PROGRESSION,
    ADD_ROUND,
    GIVE_KEY,
    HAND_OVER,
    ANSWER_AS_CASEWORKER,
    ANSWER_AS_PARTICIPANT,
    CLOSE_ROUND,

    // The talk, and the participant's own page
    AGREE,
    SEE_OWN_PAGE,

    // Rounds in real life and on paper
    CHANGE_ROUND,
    PRINT_FORM,
    PRINT_COPY,
    ENTER_PAPER_ANSWERS,

    // Consent
    PRINT_CONSENT_FORM,

    // De-identified questions to a team
    LIST_CONSULTATIONS,
    COUNT_CONSULTATIONS,
    ASK_TEAM,
    SEE_CONSULTATION,
    ANSWER_CONSULTATION,
    CLOSE_CONSULTATION,
    ERASE_CONSULTATION,

    // Measurements from elsewhere
    IMPORT_MEASUREMENTS,
    CHECK_IMPORT,
    IMPORT_ROUND,
    UNDO_IMPORT,

    // A case’s steps on the methods’ pathways, and the person’s own worksheets
    FOLLOW_PATHWAY,
    SEE_WORKSHEET,
    WRITE_WORKSHEET,
    /** As the person themselves: whoever has the case, and whom the person has said yes to, read it from then on. */
    SHARE_WORKSHEET,
    /** The person has it to themselves again. */
    TAKE_BACK_WORKSHEET,
    PRINT_WORKSHEET,

    // Contacts and time
    /** The own log, and the own months. */
    SEE_CONTACT_LOG,
    SEE_CONTACTS,
    LOG_CONTACT,
    /** Also to take one back. */
    CHANGE_CONTACT,

    // Staff training
    /** Who has learnt the method: to see them by name, and to change it. */
    CHANGE_TRAINING,

    // Groups
    LIST_GROUPS,
    ADD_GROUP,
    /** The programme and its sessions: nothing of those enrolled. */
    SEE_GROUP,
    CHANGE_GROUP,
    /** To see who is enrolled, by name, and to write down who came. */
    TAKE_ATTENDANCE,
    /** To put in answers given on paper, to close the evaluation and to read it. */
    EVALUATE_GROUP,
    ENROL_IN_GROUP,
    LEAVE_GROUP,
    /** The participant's own groups. */
    SEE_OWN_GROUPS,
    ANSWER_GROUP_EVALUATION,

    // Fidelity
    /** How faithfully the method of an initiative is followed, in numbers. */
    SEE_FIDELITY,
    /** Who the specialists are, which care teams there are and when the log was gone through. */
    CHANGE_FIDELITY_UNIT,
    BEGIN_FIDELITY_REVIEW,
    SEE_FIDELITY_REVIEW,
    RATE_FIDELITY,
    AGREE_ON_FIDELITY,
    /** To give a review up that is not agreed on. */
    DROP_FIDELITY_REVIEW,
    ADD_FIDELITY_SCALE,

    // Support at work
    /** What was agreed on about it, the rhythm of contacts, and what was said of money and of what an employer may be told. */
    SEE_WORK_SUPPORT,
    CHANGE_WORK_SUPPORT,

    // Employers, and the vocational profile
    /** The register that the coaches of an association share. */
    SEE_EMPLOYERS,
    CHANGE_EMPLOYER,
    /** To tell that two are the same, and that they are not. */
    MERGE_EMPLOYERS,
    WRITE_PROFILE,
    PRINT_PROFILE,

    // Reports
    /** Which there are and when they are due, of one initiative. */
    SEE_REPORTS,
    /** To begin one, and to choose which chapters they have. */
    WRITE_REPORTS,
    SEE_REPORT,
    WRITE_REPORT,
    CHECK_REPORT,
    RELEASE_REPORT,
    DROP_REPORT,
    /** Of a released one: to begin the next edition, and to write down to whom it was handed. */
    CORRECT_REPORT,

    // Statistics
    /** What the ledger of counts tells of an initiative: no person, and no few. */
    SEE_STATISTICS,

    // The initiative’s own side
    /** Its goals, money, papers and report dates: nothing of it tells of a person. */
    SEE_INITIATIVE_AFFAIRS,
    CHANGE_INITIATIVE_AFFAIRS,

    // What steps to work are worth
    SEE_ECONOMY,
    CHANGE_ECONOMY,
    /** What is reckoned with: the association’s own dated amounts. */
    CHANGE_ECONOMY_PARAMETERS,

    // What participants think of an initiative
    /** What was answered, in counts, to the leads. */
    SEE_OPINIONS,
    /** To put in answers given on paper. */
    ENTER_OPINION,
    /** As the participant: to see what is asked, to answer and to say no. One action, so that the journal does not tell which. */
    GIVE_OPINION
}
