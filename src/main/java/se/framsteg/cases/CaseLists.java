package se.framsteg.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.audit.Journal;
import se.framsteg.audit.Trace;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.ParticipantId;

/** Shows the cases of a list to a member of staff, and journals that each was seen. */
@Component
public class CaseLists {
    private final Cases cases;
    private final Journal journal;

    CaseLists(Cases cases, Journal journal) {
        this.cases = cases;
        this.journal = journal;
    }

    /**
     * What lists show of these cases. Guards nothing: the caller has chosen those that the member of staff reaches.
     *
     * @param seen of cases, see {@link #trace}; the same may be there more than once
     * @return one for each of the cases
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<CaseId, CaseFrame> show(Actor.Staff staff, List<Trace> seen) {
        var each = seen.stream().distinct().toList();
        journal.write(staff.who(), Action.LIST_CASE.name(), each);
        return cases.frames(
                each.stream().flatMap(one -> Stream.ofNullable(one.caseId())).toList());
    }

    /** The case of a row that tells its {@code case_id}, {@code association_id} and {@code participant_id}. */
    public static Trace trace(ResultSet row) throws SQLException {
        return Trace.ofCase(
                new CaseId(row.getObject("case_id", UUID.class)),
                new AssociationId(row.getObject("association_id", UUID.class)),
                new ParticipantId(row.getObject("participant_id", UUID.class)));
    }
}
