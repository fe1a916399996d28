package se.framsteg.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.StaffId;

/** The initiative's leads decide about its referrals; whoever registered one sees it until it is decided. */
@Component
class ReferralRule implements Rule<ReferralId> {
    /** The installation itself works with a referral only when it ends altogether. */
    private static final Set<Action> INSTALLATION = EnumSet.of(Action.DISPOSE_OF_REFERRAL);

    private final JdbcClient jdbc;

    ReferralRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As what a member of staff reaches a referral: the values of the view {@code referral_reach}. */
    enum As {
        LEAD,
        REGISTRANT
    }

    @Override
    public Class<ReferralId> about() {
        return ReferralId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, ReferralId subject) {
        return switch (actor) {
            case Actor.Staff staff -> ruling(staff.id(), subject);
            case Actor.Installation _ -> trace(subject).map(trace -> new Ruling(INSTALLATION, trace));
            case Actor.Respondent _ -> Optional.empty();
        };
    }

    private Optional<Trace> trace(ReferralId subject) {
        return jdbc.sql("select association_id, participant_id from referrals where id = ?")
                .param(subject.value())
                .query((row, i) -> trace(
                        subject,
                        new AssociationId(row.getObject("association_id", UUID.class)),
                        new ParticipantId(row.getObject("participant_id", UUID.class))))
                .optional();
    }

    /**
     * Deciding is let through whatever the state, so that a lead who comes second is told so by the door instead of being
     * sent away with what was typed.
     */
    static Set<Action> decide(Set<As> reach) {
        var allowed = EnumSet.noneOf(Action.class);
        if (!reach.isEmpty()) {
            allowed.add(Action.LIST_REFERRAL);
            allowed.add(Action.SEE_REFERRAL);
        }
        if (reach.contains(As.LEAD)) {
            allowed.add(Action.DECIDE_REFERRAL);
        }
        return allowed;
    }

    private Optional<Ruling> ruling(StaffId staff, ReferralId subject) {
        return jdbc.sql("""
            select f.association_id, f.participant_id,
              array(select reach from referral_reach r where r.referral_id = f.id and r.staff_id = :staff) as reach
            from referrals f where f.id = :id\
            """)
                .param("staff", staff.value())
                .param("id", subject.value())
                .query((row, i) -> new Ruling(
                        decide(reach(row)),
                        trace(
                                subject,
                                new AssociationId(row.getObject("association_id", UUID.class)),
                                new ParticipantId(row.getObject("participant_id", UUID.class)))))
                .optional();
    }

    private static Set<As> reach(ResultSet row) throws SQLException {
        var reach = EnumSet.noneOf(As.class);
        for (var as : (String[]) row.getArray("reach").getArray()) {
            reach.add(As.valueOf(as));
        }
        return reach;
    }

    static Trace trace(ReferralId id, AssociationId association, ParticipantId participant) {
        return new Trace("referral", id, association, null, participant);
    }
}
