package se.framsteg.fidelity.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.fidelity.unit.Specialist.Terms;
import se.framsteg.fidelity.unit.UnitView.LogReview;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/** The unit as rows. Guards nothing: the door does. */
@Component
class UnitStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    UnitStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Specialist> specialists(InitiativeId initiative) {
        return jdbc.sql("""
            select id, staff_id, percent, from_on, to_on, version from fidelity_specialists
            where initiative_id = ? and removed_at is null order by to_on desc nulls first, from_on, id\
            """)
                .param(initiative.value())
                .query(UnitStore::specialist)
                .list();
    }

    private static Specialist specialist(ResultSet row, int i) throws SQLException {
        return new Specialist(
                new SpecialistId(row.getObject("id", UUID.class)),
                new StaffId(row.getObject("staff_id", UUID.class)),
                new Terms(
                        row.getInt("percent"),
                        row.getObject("from_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("to_on", LocalDate.class))),
                row.getInt("version"));
    }

    /** Holds others off who would add somebody on the same days. */
    void lock(InitiativeId initiative) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('fidelity unit ' || ?, 0))) l")
                .param(initiative.toString())
                .query(Integer.class)
                .single();
    }

    /** Adds it; does nothing if it is there already, as when a form is sent twice. */
    void add(InitiativeId initiative, SpecialistId id, StaffId staff, Terms terms, StaffId by) {
        jdbc.sql("""
            insert into fidelity_specialists (id, association_id, initiative_id, staff_id, percent, from_on, to_on, saved_by, saved_at)
            select :id, i.association_id, i.id, :staff, :percent, :from, :to, :by, :now from initiatives i where i.id = :initiative
            on conflict (id) do nothing\
            """)
                .param("id", id.value())
                .param("initiative", initiative.value())
                .param("staff", staff.value())
                .param("percent", terms.percent())
                .param("from", terms.from())
                .param("to", terms.to().orElse(null))
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** Whether it was still of that version and has been changed. */
    boolean change(SpecialistId id, int version, Terms terms, StaffId by) {
        return jdbc.sql("""
            update fidelity_specialists set percent = :percent, from_on = :from, to_on = :to, saved_by = :by, saved_at = :now,
              version = version + 1
            where id = :id and version = :version and removed_at is null\
            """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("percent", terms.percent())
                        .param("from", terms.from())
                        .param("to", terms.to().orElse(null))
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    void remove(String table, InitiativeId initiative, UUID id, StaffId by) {
        jdbc.sql("update " + table + """
             set removed_at = :now, saved_by = :by, saved_at = :now where id = :id and initiative_id = :initiative and removed_at is null\
            """)
                .param("id", id)
                .param("initiative", initiative.value())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    Map<CareTeamId, String> careTeams(InitiativeId initiative) {
        var teams = new LinkedHashMap<CareTeamId, String>();
        jdbc.sql("""
            select id, name from fidelity_care_teams where initiative_id = ? and removed_at is null order by lower(name)\
            """).param(initiative.value()).query(row -> {
            teams.put(new CareTeamId(row.getObject("id", UUID.class)), row.getString("name"));
        });
        return teams;
    }

    /** Adds it, unless there is one of that name. */
    void addCareTeam(InitiativeId initiative, String name, StaffId by) {
        jdbc.sql("""
            insert into fidelity_care_teams (id, association_id, initiative_id, name, saved_by, saved_at)
            select :id, i.association_id, i.id, :name, :by, :now from initiatives i where i.id = :initiative
            on conflict (initiative_id, lower(trim(name))) where removed_at is null do nothing\
            """)
                .param("id", CareTeamId.create().value())
                .param("initiative", initiative.value())
                .param("name", name)
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    List<LogReview> logReviews(InitiativeId initiative, int most) {
        return jdbc.sql("""
            select v.id, v.reviewed_on, v.words, s.name from fidelity_log_reviews v join staff s on s.id = v.saved_by
            where v.initiative_id = :initiative and v.removed_at is null order by v.reviewed_on desc, v.saved_at desc limit :most\
            """)
                .param("initiative", initiative.value())
                .param("most", most)
                .query((row, i) -> new LogReview(
                        new LogReviewId(row.getObject("id", UUID.class)),
                        row.getObject("reviewed_on", LocalDate.class),
                        row.getString("words"),
                        row.getString("name")))
                .list();
    }

    /** Adds it; does nothing if it is there already, as when a form is sent twice. */
    void addLogReview(InitiativeId initiative, LogReviewId id, LocalDate on, String words, StaffId by) {
        jdbc.sql("""
            insert into fidelity_log_reviews (id, association_id, initiative_id, reviewed_on, words, saved_by, saved_at)
            select :id, i.association_id, i.id, :on, :words, :by, :now from initiatives i where i.id = :initiative
            on conflict (id) do nothing\
            """)
                .param("id", id.value())
                .param("initiative", initiative.value())
                .param("on", on)
                .param("words", words)
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
