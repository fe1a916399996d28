package se.framsteg.consent;

import java.util.Arrays;
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
import se.framsteg.shared.CaseId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.StaffId;

/**
 * What a colleague of another organisation, who is named on a case, sees of it: the kinds of information that the person's
 * yes opens to that organisation today (OSL 10 kap. 1 §, 12 kap. 2 §). Being named opens nothing by itself.
 */
@Component
class ColleagueRule implements Rule<CaseId> {
    private final JdbcClient jdbc;

    ColleagueRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<CaseId> about() {
        return CaseId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, CaseId subject) {
        return actor instanceof Actor.Staff staff ? ruling(staff.id(), subject) : Optional.empty();
    }

    private Optional<Ruling> ruling(StaffId staff, CaseId subject) {
        return jdbc.sql("""
            select o.association_id, o.participant_id,
              array(select distinct k.kind from opened_by_consent k where k.case_id = o.case_id and k.staff_id = :staff) as kinds,
              exists (select from restricted_cases x where x.case_id = o.case_id) as restricted
            from opened_cases o where o.case_id = :case\
            """)
                .param("staff", staff.value())
                .param("case", subject.value())
                .query((row, i) -> new Ruling(
                        allowed(kinds((String[]) row.getArray("kinds").getArray()), row.getBoolean("restricted")),
                        Trace.ofCase(
                                subject,
                                new AssociationId(row.getObject("association_id", UUID.class)),
                                new ParticipantId(row.getObject("participant_id", UUID.class)))))
                .optional();
    }

    private static Set<Kind> kinds(String[] names) {
        var kinds = EnumSet.noneOf(Kind.class);
        Arrays.stream(names).map(Kind::valueOf).forEach(kinds::add);
        return kinds;
    }

    /** What these kinds open; the case itself, to begin with, if there is any. */
    private static Set<Action> allowed(Set<Kind> kinds, boolean restricted) {
        var allowed = EnumSet.noneOf(Action.class);
        if (!kinds.isEmpty()) {
            allowed.add(Action.SEE_SHARED_CASE);
        }
        kinds.stream().flatMap(kind -> opens(kind).stream()).forEach(allowed::add);
        // Whoever reads the plan may say that one is needed, and whether they come; nothing is added while the
        // processing is restricted.
        if (allowed.contains(Action.SEE_PLAN) && !restricted) {
            allowed.add(Action.RAISE_NEED);
            allowed.add(Action.REPLY_TO_CALL);
        }
        return allowed;
    }

    // Without a default: who adds a kind decides what it opens.
    private static Optional<Action> opens(Kind kind) {
        return switch (kind) {
            case IDENTITY -> Optional.of(Action.SEE_IDENTITY);
            case ASSESSMENTS -> Optional.of(Action.SEE_PROGRESSION);
            case PLAN -> Optional.of(Action.SEE_AGREEMENT);
            case JOINT_PLAN -> Optional.of(Action.SEE_PLAN);
            case ACTIVITIES -> Optional.of(Action.SEE_ACTIVITY);
            case NOTES -> Optional.of(Action.SEE_NOTE);
            case HEALTH -> Optional.of(Action.SEE_HEALTH);
            case SOCIAL -> Optional.of(Action.SEE_SOCIAL);
            case ECONOMY -> Optional.of(Action.SEE_LIVELIHOOD);
            case WORK -> Optional.of(Action.SEE_EMPLOYMENT);
            case WORKSHEETS -> Optional.of(Action.SEE_WORKSHEET);
        };
    }
}
