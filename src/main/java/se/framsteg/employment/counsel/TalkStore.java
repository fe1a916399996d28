package se.framsteg.employment.counsel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.employment.EmploymentId;
import se.framsteg.employment.counsel.Counselling.About;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

/** Talks about money and about what an employer may be told, as rows. Guards nothing: the doors do. */
@Component
class TalkStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    TalkStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The last first, withdrawn ones too. */
    List<Counselling> counsellings(CaseId caseId) {
        return jdbc.sql("select * from benefit_counsellings where case_id = ? order by held_on desc, registered_at"
                        + " desc, id")
                .param(caseId.value())
                .query(TalkStore::counselling)
                .list();
    }

    /** The last first, withdrawn ones too. */
    List<Disclosure> disclosures(CaseId caseId) {
        return jdbc.sql("""
            select d.*, e.employer from disclosure_talks d left join employments e on e.id = d.employment_id
            where d.case_id = ? order by d.held_on desc, d.registered_at desc, d.id\
            """).param(caseId.value()).query(TalkStore::disclosure).list();
    }

    /** Adds it; does nothing if it is there already, as when a form is sent twice. */
    void add(CaseId caseId, TalkId id, Counselling.Details details, StaffId by) {
        jdbc.sql("""
            insert into benefit_counsellings (id, association_id, case_id, held_on, given_by, occasion, about, words, registered_by,
              registered_at)
            select :id, c.association_id, c.id, :on, :givenBy, :occasion, :about, :words, :by, :now
            from cases c where c.id = :case on conflict (id) do nothing\
            """)
                .param("id", id.value())
                .param("case", caseId.value())
                .param("on", details.on())
                .param("givenBy", details.givenBy().name())
                .param("occasion", details.occasion().name())
                .param(
                        "about",
                        details.about().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("words", details.words())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** Adds it; does nothing if it is there already, as when a form is sent twice. */
    void add(CaseId caseId, TalkId id, Disclosure.Details details, StaffId by) {
        jdbc.sql("""
            insert into disclosure_talks (id, association_id, case_id, employment_id, held_on, pros_and_cons, decision, may_tell,
              registered_by, registered_at)
            select :id, c.association_id, c.id, :job, :on, :prosAndCons, :decision, :mayTell, :by, :now
            from cases c where c.id = :case on conflict (id) do nothing\
            """)
                .param("id", id.value())
                .param("case", caseId.value())
                .param("job", details.job().map(EmploymentId::value).orElse(null))
                .param("on", details.on())
                .param("prosAndCons", details.prosAndCons())
                .param("decision", details.decision().name())
                .param("mayTell", details.mayTell())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** Whether it was there and not withdrawn. */
    boolean withdrawCounselling(CaseId caseId, TalkId id, String reason, StaffId by) {
        return withdraw("update benefit_counsellings", caseId, id, reason, by);
    }

    /** Whether it was there and not withdrawn. */
    boolean withdrawDisclosure(CaseId caseId, TalkId id, String reason, StaffId by) {
        return withdraw("update disclosure_talks", caseId, id, reason, by);
    }

    private boolean withdraw(String update, CaseId caseId, TalkId id, String reason, StaffId by) {
        return jdbc.sql(update + """
             set withdrawn_reason = :reason, withdrawn_by = :by, withdrawn_at = :now
            where id = :id and case_id = :case and withdrawn_at is null\
            """)
                        .param("id", id.value())
                        .param("case", caseId.value())
                        .param("reason", reason)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Counselling counselling(ResultSet row, int i) throws SQLException {
        var about = Arrays.stream((String[]) row.getArray("about").getArray())
                .map(About::valueOf)
                .collect(Collectors.toSet());
        return new Counselling(
                id(row),
                new Counselling.Details(
                        row.getObject("held_on", LocalDate.class),
                        Counselling.GivenBy.valueOf(row.getString("given_by")),
                        Counselling.Occasion.valueOf(row.getString("occasion")),
                        about,
                        row.getString("words")),
                withdrawn(row));
    }

    private static Disclosure disclosure(ResultSet row, int i) throws SQLException {
        return new Disclosure(
                id(row),
                new Disclosure.Details(
                        row.getObject("held_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("employment_id", UUID.class))
                                .map(EmploymentId::new),
                        row.getBoolean("pros_and_cons"),
                        Disclosure.Decision.valueOf(row.getString("decision")),
                        row.getString("may_tell")),
                Optional.ofNullable(row.getString("employer")),
                withdrawn(row));
    }

    private static TalkId id(ResultSet row) throws SQLException {
        return new TalkId(row.getObject("id", UUID.class));
    }

    private static Optional<String> withdrawn(ResultSet row) throws SQLException {
        return row.getObject("withdrawn_at") == null
                ? Optional.empty()
                : Optional.of(row.getString("withdrawn_reason"));
    }
}
