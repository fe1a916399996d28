package se.framsteg.review;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.LogReviewId;
import se.framsteg.shared.OrganisationId;

/** A review is for the administrators of its organisation, and nobody changes it when it has been closed. */
@Component
class LogReviewRule implements Rule<LogReviewId> {
    private static final Set<Action> SEE = EnumSet.of(Action.SEE_LOG_REVIEW, Action.SEE_LOG_ROWS);
    private static final Set<Action> WORK =
            EnumSet.of(Action.SEE_LOG_REVIEW, Action.SEE_LOG_ROWS, Action.GIVE_VERDICT, Action.CLOSE_LOG_REVIEW);

    private final JdbcClient jdbc;

    LogReviewRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Facts(AssociationId association, OrganisationId organisation, boolean open) {}

    @Override
    public Class<LogReviewId> about() {
        return LogReviewId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, LogReviewId review) {
        return facts(review)
                .map(facts -> new Ruling(decide(actor, facts), Trace.of("log-review", review, facts.association())));
    }

    private static Set<Action> decide(Actor actor, Facts facts) {
        return switch (actor) {
            case Actor.Staff staff
            when staff.is(Role.ORGANISATION_ADMINISTRATOR)
                    && staff.organisation().equals(facts.organisation()) -> facts.open() ? WORK : SEE;
            case Actor.Staff _, Actor.Respondent _, Actor.Installation _ -> Set.of();
        };
    }

    private Optional<Facts> facts(LogReviewId review) {
        return jdbc.sql("select association_id, organisation_id, closed_at is null as open from log_reviews where id ="
                        + " ?")
                .param(review.value())
                .query((row, i) -> new Facts(
                        new AssociationId(row.getObject("association_id", UUID.class)),
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getBoolean("open")))
                .optional();
    }
}
