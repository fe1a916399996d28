package se.framsteg.cases;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Rule;
import se.framsteg.audit.Trace;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.StaffId;

/** The initiative's leads decide about its referrals; whoever registered one sees it until it is decided. */
@Component
class ReferralRule implements Rule<ReferralId> {
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
    public Set<Action> allowed(Actor actor, ReferralId subject) {
        return switch (actor) {
            case Actor.Staff staff -> decide(reach(staff.id(), subject));
            case Actor.Respondent _, Actor.Installation _ -> Set.of();
        };
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

    private Set<As> reach(StaffId staff, ReferralId subject) {
        var reach = EnumSet.noneOf(As.class);
        jdbc.sql("select reach from referral_reach where referral_id = :id and staff_id = :staff")
                .param("id", subject.value())
                .param("staff", staff.value())
                .query(String.class)
                .list()
                .forEach(as -> reach.add(As.valueOf(as)));
        return reach;
    }

    @Override
    public Trace trace(ReferralId subject) {
        return jdbc.sql("select association_id, participant_id from referrals where id = ?")
                .param(subject.value())
                .query((row, i) -> trace(
                        subject,
                        new AssociationId(row.getObject("association_id", UUID.class)),
                        new ParticipantId(row.getObject("participant_id", UUID.class))))
                .single();
    }

    static Trace trace(ReferralId id, AssociationId association, ParticipantId participant) {
        return new Trace("referral", id, association, null, participant);
    }
}
