package se.framsteg.cases.emergency;

import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.access.Actor;
import se.framsteg.shared.CaseId;
import se.framsteg.testing.OwnerSql;

/** Cases that somebody has opened in an emergency, through the door. */
public final class EmergencyExamples {
    public static final String REASON = "Handläggaren är sjuk och personen ringer om mötet i dag";

    private final Emergencies emergencies;
    private final OwnerSql sql;

    public EmergencyExamples(ListableBeanFactory beans) {
        this.emergencies = beans.getBean(Emergencies.class);
        this.sql = beans.getBean(OwnerSql.class);
    }

    public EmergencyId opened(Actor.Staff by, CaseId id) {
        var opening = emergencies.open(by, number(id), REASON);
        if (!opening.equals(new Emergencies.Opening.Opened(id))) {
            throw new IllegalStateException("not opened: " + opening);
        }
        return sql.sql("select id from emergency_access where case_id = ? and staff_id = ?")
                .param(id.value())
                .param(by.id().value())
                .query((row, i) -> EmergencyId.of(row.getString("id")))
                .single();
    }

    public String number(CaseId id) {
        return sql.sql("select number from cases where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }
}
