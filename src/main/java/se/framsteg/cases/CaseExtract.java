package se.framsteg.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.Entry;
import se.framsteg.cases.extract.Entry.Value;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.shared.NotFoundException;

/** What is registered of a person in this room: who it is, the referral, the case and who has had it. */
@Component
class CaseExtract implements ExtractSource {
    private final JdbcClient jdbc;
    private final CaseStore cases;
    private final InitiativeRegister initiatives;

    CaseExtract(JdbcClient jdbc, CaseStore cases, InitiativeRegister initiatives) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.initiatives = initiatives;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var initiative = initiative(asked);
        return List.of(
                new Chapter(Topic.PERSON, person(asked)),
                new Chapter(Topic.REFERRAL, referral(asked, initiative)),
                new Chapter(Topic.CASE, theCase(asked, initiative)),
                new Chapter(Topic.ASSIGNMENTS, assignments(asked)),
                new Chapter(Topic.CASE_CHANGES, changes(asked)));
    }

    private Value initiative(Asked asked) {
        var id = cases.facts(asked.caseId()).orElseThrow(NotFoundException::new).initiative();
        return new Value.Written(initiatives.names(List.of(id)).getOrDefault(id, ""));
    }

    private List<Entry> person(Asked asked) {
        var named = jdbc.sql("select * from named_access where participant_id = ? order by named_at, staff_id")
                .param(asked.participant().value())
                .query((row, i) -> Columns.of(row)
                        .by("staff_id", "named_by")
                        .moment("named_at")
                        .entry())
                .list();
        return jdbc.sql("select * from participants where id = ?")
                .param(asked.participant().value())
                .query((row, i) -> registered(asked, row, named))
                .list();
    }

    /**
     * Whoever comes in by a code may be somebody else than the person: of a protected identity the own page tells neither where
     * the person is nor who knows. Staff give that out.
     */
    private static Entry registered(Asked asked, ResultSet row, List<Entry> named) throws SQLException {
        var columns = Columns.of(row)
                .written("name")
                .coded("identity_kind", "extract.identity")
                .written("identity_number", "identity_region")
                .coded("legal_sex", "sex")
                .count("start_year")
                .truth("anonymous")
                .coded("language", "language")
                .truth("interpreter");
        var isProtected = Protection.valueOf(row.getString("protection")).isProtected();
        return asked.reader() == Asked.Reader.PERSON && isProtected
                ? columns.entry()
                : columns.written("municipality", "phone", "email", "address", "contact_note")
                        .coded("protection", "protection")
                        .coded("protection_chosen", "protection")
                        .parts("named_access", named)
                        .entry();
    }

    private List<Entry> referral(Asked asked, Value initiative) {
        var decisions = jdbc.sql("""
            select d.* from referral_decisions d join cases c on c.referral_id = d.referral_id
            where c.id = ? order by d.id\
            """)
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .coded("outcome", "referral.state")
                        .written("reason")
                        .day("decided_on")
                        .by("decided_by")
                        .moment("at")
                        .entry())
                .list();
        return jdbc.sql("select f.* from referrals f join cases c on c.referral_id = f.id where c.id = ?")
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .field("initiative", initiative)
                        .day("received_on")
                        .coded("source", "referral.source")
                        .coded("party", "referral.party")
                        .written("source_name", "reason", "wanted_effort")
                        .day("agreed_on")
                        .coded("state", "referral.state")
                        .by("registered_by")
                        .moment("registered_at")
                        .parts("decisions", decisions)
                        .entry())
                .list();
    }

    private List<Entry> theCase(Asked asked, Value initiative) {
        return jdbc.sql("select * from cases where id = ?")
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .written("number")
                        .field("initiative", initiative)
                        .coded("state", "case.state")
                        .day("accepted_on", "started_on", "ended_on")
                        .coded("end_reason", "end-reason")
                        .coded("outcome", "outcome")
                        .coded("income_before", "income")
                        .amount("hours_before")
                        .coded("income_after", "income")
                        .amount("hours_after")
                        .entry())
                .list();
    }

    private List<Entry> assignments(Asked asked) {
        return jdbc.sql("select * from assignments where case_id = ? order by id")
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .by("staff_id")
                        .day("from_on", "to_on")
                        .written("reason")
                        .by("assigned_by")
                        .entry())
                .list();
    }

    private List<Entry> changes(Asked asked) {
        return jdbc.sql("select * from case_changes where case_id = ? order by id")
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .day("effective_on")
                        .coded("from_state", "case.state")
                        .coded("to_state", "case.state")
                        .written("reason")
                        .coded("end_reason", "end-reason")
                        .coded("outcome", "outcome")
                        .by("by_staff")
                        .moment("at")
                        .entry())
                .list();
    }
}
