package se.framsteg.cases;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.StaffId;

/**
 * Who may do what with a case: whom it is assigned to, and the initiative's leads in its own organisation. Whoever has opened it in
 * an emergency looks, and does nothing else.
 *
 * <p>Asked first of all rules about cases: those who have the case ask most, and need no other rule.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CaseRule implements Rule<CaseId> {
    private static final Set<Action> BOTH = EnumSet.of(
            Action.LIST_CASE,
            Action.SEE_CASE,
            Action.SEE_IDENTITY,
            Action.SEE_AGREEMENT,
            Action.SEE_PLAN,
            Action.SEE_WHOLE_PLAN,
            Action.SEE_ACTIVITY,
            Action.SEE_HEALTH,
            Action.SEE_SOCIAL,
            Action.SEE_EMPLOYMENT,
            Action.SEE_LIVELIHOOD,
            Action.SEE_REMINDERS,
            Action.CHANGE_REMINDERS,
            Action.CHANGE_CASE,
            Action.CHANGE_CASE_STATE,
            Action.RAISE_NEED,
            Action.CHANGE_PLAN,
            Action.SIGN_PLAN,
            Action.HAND_OUT_PLAN,
            Action.PRINT_PLAN,
            Action.CALL_TO_PLAN,
            Action.CHANGE_ACTIVITY,
            Action.CHANGE_EMPLOYMENT,
            Action.SEE_NOTE,
            Action.WRITE_NOTE,
            Action.SIGN_NOTE,
            Action.RECORD_DISSENT,
            Action.SEE_PROGRESSION,
            Action.ADD_ROUND,
            Action.CLOSE_ROUND,
            Action.AGREE,
            Action.CHANGE_ROUND,
            Action.PRINT_FORM,
            Action.PRINT_COPY,
            Action.EXTRACT_REGISTER,
            Action.RESTRICT_PROCESSING,
            Action.PRINT_CONSENT_FORM,
            Action.SEE_CONSENTS,
            Action.SEE_CONSENT_DAY,
            Action.RECORD_CONSENT,
            Action.WITHDRAW_CONSENT,
            Action.SEE_CONSENT_PAPER,
            Action.EXPORT_CONSENTS,
            Action.NAME_COLLEAGUE,
            Action.END_COLLEAGUE,
            Action.FOLLOW_PATHWAY,
            Action.SEE_CONTACTS,
            Action.LOG_CONTACT,
            Action.CHANGE_CONTACT,
            // Groups
            Action.ENROL_IN_GROUP,
            Action.LEAVE_GROUP,
            // Support at work
            Action.SEE_WORK_SUPPORT,
            Action.CHANGE_WORK_SUPPORT,
            // Employers, and the vocational profile
            Action.WRITE_PROFILE,
            Action.PRINT_PROFILE);
    private static final Set<Action> CASEWORKER = EnumSet.of(
            Action.GIVE_KEY,
            Action.HAND_OVER,
            Action.ANSWER_AS_CASEWORKER,
            Action.ENTER_PAPER_ANSWERS,
            Action.PREPARE_PLAN,
            Action.SEE_WORKSHEET,
            Action.WRITE_WORKSHEET,
            Action.TAKE_BACK_WORKSHEET,
            Action.PRINT_WORKSHEET);
    private static final Set<Action> EMERGENCY = EnumSet.of(
            Action.SEE_CASE,
            Action.SEE_IDENTITY,
            Action.SEE_AGREEMENT,
            Action.SEE_PLAN,
            Action.SEE_WHOLE_PLAN,
            Action.SEE_ACTIVITY,
            Action.SEE_HEALTH,
            Action.SEE_SOCIAL,
            Action.SEE_EMPLOYMENT,
            Action.SEE_LIVELIHOOD,
            Action.SEE_CONSENTS,
            Action.SEE_CONSENT_DAY,
            Action.SEE_REMINDERS,
            Action.SEE_NOTE,
            Action.SEE_PROGRESSION,
            Action.SEE_CONTACTS,
            // Support at work
            Action.SEE_WORK_SUPPORT);
    private static final Set<Action> LEAD =
            EnumSet.of(Action.ASSIGN_CASE, Action.CHECK_IMPORT, Action.IMPORT_ROUND, Action.HOLD_CASE);

    /**
     * What stops when a case has ended. The last round can still be answered and closed, a lead can reopen, the last notes
     * are often written afterwards, a job goes on being followed and supported, and a yes can always be taken back. (Nobody of another
     * organisation is named any longer, so that there is nobody to end either.)
     */
    private static final Set<Action> STOPS = EnumSet.of(
            Action.CHANGE_CASE,
            Action.CHANGE_REMINDERS,
            Action.ASSIGN_CASE,
            Action.ADD_ROUND,
            Action.RAISE_NEED,
            Action.CHANGE_PLAN,
            Action.CALL_TO_PLAN,
            Action.PREPARE_PLAN,
            Action.CHANGE_ACTIVITY,
            Action.RECORD_CONSENT,
            Action.NAME_COLLEAGUE,
            Action.FOLLOW_PATHWAY,
            Action.WRITE_WORKSHEET,
            // Groups
            Action.ENROL_IN_GROUP,
            Action.LEAVE_GROUP);

    /**
     * What is left while the processing is restricted (GDPR art. 18): to look, to give the person what is registered, to take back
     * a yes, to let fewer see it, and to keep the case or lift the restriction.
     */
    private static final Set<Action> RESTRICTED = EnumSet.of(
            Action.LIST_CASE,
            Action.SEE_CASE,
            Action.SEE_IDENTITY,
            Action.SEE_LIVELIHOOD,
            Action.SEE_AGREEMENT,
            Action.SEE_PLAN,
            Action.SEE_WHOLE_PLAN,
            Action.SEE_ACTIVITY,
            Action.SEE_HEALTH,
            Action.SEE_SOCIAL,
            Action.SEE_EMPLOYMENT,
            Action.SEE_REMINDERS,
            Action.SEE_NOTE,
            Action.SEE_PROGRESSION,
            Action.SEE_CONSENTS,
            Action.SEE_CONSENT_DAY,
            Action.SEE_CONSENT_PAPER,
            Action.EXPORT_CONSENTS,
            Action.WITHDRAW_CONSENT,
            Action.END_COLLEAGUE,
            Action.PRINT_COPY,
            Action.PRINT_PLAN,
            Action.EXTRACT_REGISTER,
            Action.RESTRICT_PROCESSING,
            Action.HOLD_CASE,
            Action.SEE_WORKSHEET,
            Action.TAKE_BACK_WORKSHEET,
            Action.PRINT_WORKSHEET,
            Action.SEE_CONTACTS,
            // Support at work
            Action.SEE_WORK_SUPPORT,
            // Employers, and the vocational profile
            Action.PRINT_PROFILE);

    /** The installation itself works with a case only when it ends altogether. */
    private static final Set<Action> INSTALLATION = EnumSet.of(Action.EXTRACT_REGISTER, Action.DISPOSE_OF_CASE);

    private final JdbcClient jdbc;

    CaseRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that the decision rests on. */
    record Facts(Set<Reach> reach, CaseState state, boolean started, boolean protectedIdentity, boolean restricted) {}

    private record Found(Facts facts, Trace trace) {}

    @Override
    public Class<CaseId> about() {
        return CaseId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, CaseId subject) {
        return switch (actor) {
            case Actor.Staff staff ->
                find(staff.id(), subject).map(found -> new Ruling(decide(found.facts()), found.trace()));
            case Actor.Installation _ -> trace(subject).map(trace -> new Ruling(INSTALLATION, trace));
            case Actor.Respondent _ -> Optional.empty();
        };
    }

    static Set<Action> decide(Facts facts) {
        var allowed = EnumSet.noneOf(Action.class);
        if (facts.reach().contains(Reach.EMERGENCY)) {
            allowed.addAll(EMERGENCY);
        }
        if (facts.reach().stream().noneMatch(Reach.WORK::contains)) {
            return allowed;
        }
        allowed.addAll(BOTH);
        if (facts.reach().contains(Reach.CASEWORKER)) {
            allowed.addAll(CASEWORKER);
        }
        if (facts.reach().contains(Reach.LEAD)) {
            allowed.addAll(LEAD);
        }
        if (facts.protectedIdentity()) {
            allowed.add(Action.NAME_ACCESS);
        }
        if (facts.state() == CaseState.ENDED) {
            allowed.removeAll(STOPS);
            if (!CaseChange.REOPEN.permitted(facts.state(), facts.started(), facts.reach())) {
                allowed.remove(Action.CHANGE_CASE_STATE);
            }
        }
        if (facts.restricted()) {
            allowed.retainAll(RESTRICTED);
        }
        return allowed;
    }

    Optional<Facts> facts(StaffId staff, CaseId subject) {
        return find(staff, subject).map(Found::facts);
    }

    private Optional<Found> find(StaffId staff, CaseId subject) {
        return jdbc.sql("""
            select c.association_id, c.participant_id, c.state, c.started_on is not null as started, p.protection,
              array(select reach from case_reach r where r.case_id = c.id and r.staff_id = :staff
                union all select 'EMERGENCY' where c.id = any((select asker_emergencies())::uuid[])) as reach,
              exists (select from restricted_cases x where x.case_id = c.id) as restricted
            from cases c join participants p on p.id = c.participant_id where c.id = :id\
            """)
                .param("staff", staff.value())
                .param("id", subject.value())
                .query((row, i) -> new Found(
                        new Facts(
                                Reach.read(row),
                                CaseState.valueOf(row.getString("state")),
                                row.getBoolean("started"),
                                Protection.valueOf(row.getString("protection")).isProtected(),
                                row.getBoolean("restricted")),
                        trace(
                                subject,
                                new AssociationId(row.getObject("association_id", UUID.class)),
                                new ParticipantId(row.getObject("participant_id", UUID.class)))))
                .optional();
    }

    private Optional<Trace> trace(CaseId subject) {
        return jdbc.sql("select association_id, participant_id from cases where id = ?")
                .param(subject.value())
                .query((row, i) -> trace(
                        subject,
                        new AssociationId(row.getObject("association_id", UUID.class)),
                        new ParticipantId(row.getObject("participant_id", UUID.class))))
                .optional();
    }

    static Trace trace(CaseId id, AssociationId association, ParticipantId participant) {
        return new Trace("case", id, association, id, participant);
    }
}
