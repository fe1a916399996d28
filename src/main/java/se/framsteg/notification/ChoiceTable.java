package se.framsteg.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.notification.carrier.Way;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Secrets;
import se.framsteg.shared.StaffId;

/** What people have said about being reminded, and the links by which they take it back. Nothing is overwritten. */
@Component
class ChoiceTable {
    /** 16 characters are 77 bits: not to be guessed, and short enough for an SMS. */
    private static final int TOKEN_LENGTH = 16;

    private static final String NONE = "NONE";

    private final JdbcClient jdbc;
    private final Clock clock;

    ChoiceTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The choice that holds now; empty if none was ever made. */
    Optional<Choice> now(CaseId caseId) {
        return jdbc.sql("select * from reminder_choices where case_id = ? and ended_at is null")
                .param(caseId.value())
                .query(ChoiceTable::choice)
                .optional();
    }

    /** Cases whose participants want reminders, in order of id, after this one. */
    List<CaseId> wanting(CaseId after, int most) {
        return jdbc.sql("""
            select case_id from reminder_choices where ended_at is null and way <> 'NONE' and case_id > :after
            order by case_id limit :most\
            """)
                .param("after", after.value())
                .param("most", most)
                .query((row, i) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    /** Lets one transaction at a time make a choice in the case, until it ends. */
    void lock(CaseId caseId) {
        jdbc.sql("select true from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("reminder choice of " + caseId)
                .query(Boolean.class)
                .single();
    }

    /** Ends whatever choice there is to be reminded. False if there is none. */
    boolean endReminding(CaseId caseId) {
        return jdbc.sql("update reminder_choices set ended_at = :now"
                                + " where case_id = :case and ended_at is null and way <> 'NONE'")
                        .param("now", at())
                        .param("case", caseId.value())
                        .update()
                == 1;
    }

    /** Ends the choice of this version. False if another one has been made since; version 0 is that of no choice. */
    boolean end(CaseId caseId, int version) {
        return version == 0
                || jdbc.sql("update reminder_choices set ended_at = :now"
                                        + " where case_id = :case and id = :version and ended_at is null")
                                .param("now", at())
                                .param("case", caseId.value())
                                .param("version", version)
                                .update()
                        == 1;
    }

    /**
     * Makes a choice, after the former one has been ended.
     *
     * @param by nobody, if the person stopped the reminders
     * @return false if somebody else has made one meanwhile
     */
    boolean add(
            AssociationId association,
            CaseId caseId,
            Optional<Way> way,
            PartOfDay part,
            LocalDate saidOn,
            @Nullable StaffId by) {
        return jdbc.sql("""
            insert into reminder_choices (association_id, case_id, way, part_of_day, said_on, recorded_by, recorded_at)
            values (:association, :case, :way, :part, :said, :by, :now) on conflict do nothing\
            """)
                        .param("association", association.value())
                        .param("case", caseId.value())
                        .param("way", way.map(Enum::name).orElse(NONE))
                        .param("part", part.name())
                        .param("said", saidOn)
                        .param("by", by == null ? null : by.value())
                        .param("now", at())
                        .update()
                == 1;
    }

    /** A new token that stops the reminders of this case. It is kept as its hash alone. */
    String stopToken(CaseId caseId) {
        var token = Secrets.create(TOKEN_LENGTH);
        jdbc.sql("insert into reminder_stop_links (token_hash, case_id, made_at) values (:hash, :case, :now)")
                .param("hash", Secrets.hash(token))
                .param("case", caseId.value())
                .param("now", at())
                .update();
        return token;
    }

    /** Whose reminders the token stops; empty if there is no such token. */
    Optional<CaseId> stops(String token) {
        return jdbc.sql("select case_id from reminder_stop_links where token_hash = ?")
                .param(Secrets.hash(token))
                .query(UUID.class)
                .optional()
                .map(CaseId::new);
    }

    private OffsetDateTime at() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Choice choice(ResultSet row, int i) throws SQLException {
        var way = row.getString("way");
        return new Choice(
                row.getInt("id"),
                way.equals(NONE) ? Optional.empty() : Optional.of(Way.valueOf(way)),
                PartOfDay.valueOf(row.getString("part_of_day")),
                row.getObject("said_on", LocalDate.class),
                Optional.ofNullable(row.getObject("recorded_by", UUID.class)).map(StaffId::new),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
