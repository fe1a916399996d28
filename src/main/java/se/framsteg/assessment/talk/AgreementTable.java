package se.framsteg.assessment.talk;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.assessment.Round;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.StaffId;

/** Agreements as stored: rows are added, never changed. */
@Component
class AgreementTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    AgreementTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A case's agreements in the order in which they were made. */
    List<Agreement> of(CaseId caseId) {
        var followUps = followUps(caseId);
        return jdbc.sql("select * from agreements where case_id = ? order by agreed_at, id")
                .param(caseId.value())
                .query((row, i) -> agreement(row, followUps))
                .list();
    }

    private Map<UUID, List<Agreement.FollowUp>> followUps(CaseId caseId) {
        return jdbc
                .sql("""
                    select o.* from agreement_outcomes o join agreements a on a.id = o.agreement_id
                    where a.case_id = ? order by o.agreement_id, o.number\
                    """)
                .param(caseId.value())
                .query((row, i) -> Map.entry(row.getObject("agreement_id", UUID.class), followUp(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** Adds the agreement unless it is there already, as when a form is sent twice. */
    void add(AgreementId id, Round round, AgreedStep step, StaffId by) {
        jdbc.sql("""
            insert into agreements (id, association_id, case_id, participant_id, round_id, what, who, other, due_on,
              agreed_on, agreed_by, agreed_at)
            values (:id, :association, :case, :participant, :round, :what, :who, :other, :due, :today, :by, :now)
            on conflict do nothing\
            """)
                .param("id", id.value())
                .param("association", round.association().value())
                .param("case", round.caseId().value())
                .param("participant", round.participant().value())
                .param("round", round.id().value())
                .param("what", step.what())
                .param("who", step.who().name())
                .param("other", step.other())
                .param("due", step.dueOn().orElse(null))
                .param("today", LocalDate.now(clock))
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /**
     * Adds how it went, if nobody else has since that version, and if the agreement has not been withdrawn.
     *
     * @return the number of rows added: 0 or 1
     */
    int follow(AgreementId id, int version, RoundId round, Agreement.Outcome outcome, String words, StaffId by) {
        return jdbc.sql("""
            insert into agreement_outcomes (agreement_id, number, round_id, outcome, words, told_on, told_by, told_at)
            select :id, :version + 1, :round, :outcome, :words, :today, :by, :now
            where (select count(*) from agreement_outcomes where agreement_id = :id and outcome <> 'WITHDRAWN') = :version
            on conflict do nothing\
            """)
                .param("id", id.value())
                .param("version", version)
                .param("round", round.value())
                .param("outcome", outcome.name())
                .param("words", words)
                .param("today", LocalDate.now(clock))
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    private static Agreement agreement(ResultSet row, Map<UUID, List<Agreement.FollowUp>> followUps)
            throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Agreement(
                new AgreementId(id),
                new RoundId(row.getObject("round_id", UUID.class)),
                new AgreedStep(
                        row.getString("what"),
                        AgreedStep.Who.valueOf(row.getString("who")),
                        row.getString("other"),
                        Optional.ofNullable(row.getObject("due_on", LocalDate.class))),
                row.getObject("agreed_on", LocalDate.class),
                followUps.getOrDefault(id, List.of()));
    }

    private static Agreement.FollowUp followUp(ResultSet row) throws SQLException {
        return new Agreement.FollowUp(
                new RoundId(row.getObject("round_id", UUID.class)),
                Agreement.Outcome.valueOf(row.getString("outcome")),
                row.getString("words"),
                row.getObject("told_on", LocalDate.class));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
