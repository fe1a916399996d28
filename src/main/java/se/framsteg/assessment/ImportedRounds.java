package se.framsteg.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.audit.Journal;
import se.framsteg.audit.Trace;
import se.framsteg.cases.CaseFacts;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.ImportId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.RoundId;

/**
 * The door to rounds that were measured elsewhere. They stand outside the schedule, are closed from the beginning and so
 * shown like any other, and are the only ones that can be taken away again with what was answered.
 */
@Component
public class ImportedRounds {
    private final RoundTable rounds;
    private final Sending sending;
    private final Guard guard;
    private final Journal journal;
    private final JdbcClient jdbc;

    ImportedRounds(RoundTable rounds, Sending sending, Guard guard, Journal journal, JdbcClient jdbc) {
        this.rounds = rounds;
        this.sending = sending;
        this.guard = guard;
        this.journal = journal;
        this.jdbc = jdbc;
    }

    /**
     * What was measured with one person on one day.
     *
     * @param answers for each who answered, one per question of the sheet: a step, 0 for "don't know", null for none
     */
    public record Measurement(CaseFacts in, LocalDate day, Map<Respondent, List<@Nullable Integer>> answers) {}

    /** Somebody's answers in a case on a day. */
    public record Answered(CaseId caseId, LocalDate day, Respondent respondent) {}

    /** What has been sent in already in these cases, whichever way. Tells nothing of what was answered. */
    public Set<Answered> answered(Collection<CaseId> cases) {
        return new HashSet<>(jdbc.sql("""
            select r.case_id, a.respondent, cast(a.submitted_at at time zone 'Europe/Stockholm' as date) as day
            from rounds r join assessments a on a.round_id = r.id
            where r.case_id = any(:cases) and a.submitted_at is not null\
            """)
                .param("cases", cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .query((row, i) -> new Answered(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        Respondent.valueOf(row.getString("respondent"))))
                .list());
    }

    /**
     * Makes a round of each measurement.
     *
     * @throws se.framsteg.shared.NotFoundException if the actor may not in one of the cases; then nothing is made
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void make(
            Actor.Staff staff,
            ImportId source,
            InstrumentId instrumentId,
            Instrument instrument,
            List<Measurement> measurements) {
        measurements.stream()
                .map(one -> one.in().id())
                .distinct()
                .forEach(caseId -> guard.admit(staff, Action.IMPORT_ROUND, caseId));
        var held = new ArrayList<RoundTable.Imported>();
        var sheets = new ArrayList<Sending.Elsewhere>();
        for (var one : measurements) {
            var round = new RoundTable.Imported(RoundId.create(), one.in(), one.day());
            held.add(round);
            for (var given : one.answers().entrySet()) {
                var sheet =
                        new AssessmentTable.Stored(round.id(), given.getKey(), given.getValue(), Optional.empty(), 1);
                sheets.add(new Sending.Elsewhere(sheet, one.day()));
            }
        }
        rounds.addImported(source, instrumentId, held);
        sending.sendImported(instrument, sheets);
    }

    /** How many agreements were made, or told of, in talks about what this import made. */
    public int agreements(ImportId source) {
        return jdbc.sql("""
            select count(*) from (
              select a.id from agreements a join rounds r on r.id = a.round_id where r.import_id = :import
              union
              select o.agreement_id from agreement_outcomes o join rounds r on r.id = o.round_id where r.import_id = :import)
              built\
            """)
                .param("import", source.value())
                .query(Integer.class)
                .single();
    }

    /** Takes away all that this import made, and nothing else. The door has asked the guard about the import. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(Actor.Staff staff, ImportId source) {
        journal.write(staff.who(), Action.UNDO_IMPORT.name(), traces(source));
        jdbc.sql("""
            delete from assessments a using rounds r where r.id = a.round_id and r.import_id = ?\
            """).param(source.value()).update();
        jdbc.sql("delete from rounds where import_id = ?").param(source.value()).update();
    }

    private List<Trace> traces(ImportId source) {
        return jdbc.sql("select distinct case_id, association_id, participant_id from rounds where import_id = ?")
                .param(source.value())
                .query((row, i) -> {
                    var caseId = new CaseId(row.getObject("case_id", UUID.class));
                    return new Trace(
                            "case",
                            caseId,
                            new AssociationId(row.getObject("association_id", UUID.class)),
                            caseId,
                            new ParticipantId(row.getObject("participant_id", UUID.class)));
                })
                .list();
    }
}
