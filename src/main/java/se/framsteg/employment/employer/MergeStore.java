package se.framsteg.employment.employer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.employment.employer.Employer.Details;
import se.framsteg.shared.StaffId;

/** Which employers were found to be the same, as rows. Guards nothing: the door does. */
@Component
class MergeStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    MergeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An employer as it stands, and the one that it is merged into. */
    record Held(Employer employer, Optional<EmployerId> into) {}

    /** Both, held until the transaction ends, always in the same order so that two who do this wait for each other. */
    List<Held> hold(EmployerId one, EmployerId other) {
        return jdbc.sql("select * from employers where id in (:one, :other) order by id for update")
                .param("one", one.value())
                .param("other", other.value())
                .query((row, i) -> new Held(
                        EmployerStore.employer(row, i),
                        Optional.ofNullable(row.getObject("merged_into", UUID.class))
                                .map(EmployerId::new)))
                .list();
    }

    /** Merges one that is held into another, and writes down what is needed to undo it. */
    void merge(MergeId id, EmployerId kept, EmployerId merged, Details after, StaffId by) {
        var before = told(kept);
        into(merged, Optional.of(kept), by);
        tell(kept, after, by);
        jdbc.sql("""
            insert into employer_merges (id, association_id, kept_id, merged_id, kept_before, kept_after, merged_by, merged_at)
            select :id, association_id, id, :merged, cast(:before as jsonb), cast(:after as jsonb), :by, :now
            from employers where id = :kept\
            """)
                .param("id", id.value())
                .param("kept", kept.value())
                .param("merged", merged.value())
                .param("before", before)
                .param("after", told(kept))
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** What an employer tells of itself, as JSON. */
    private String told(EmployerId id) {
        return jdbc.sql("""
            select jsonb_build_object('name', name, 'number', organisation_number, 'municipality', municipality, 'branches', branches,
              'marks', social_marks) from employers where id = ?\
            """).param(id.value()).query(String.class).single();
    }

    void into(EmployerId merged, Optional<EmployerId> kept, StaffId by) {
        jdbc.sql("update employers set merged_into = :kept, saved_by = :by, saved_at = :now, version = version"
                        + " + 1 where id = :id")
                .param("id", merged.value())
                .param("kept", kept.map(EmployerId::value).orElse(null))
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** Changes one that is held. */
    void tell(EmployerId id, Details details, StaffId by) {
        jdbc.sql("""
            update employers set name = :name, organisation_number = :number, municipality = :municipality, branches = :branches,
              social_marks = :marks, saved_by = :by, saved_at = :now, version = version + 1 where id = :id\
            """)
                .param("id", id.value())
                .param("name", details.name())
                .param(
                        "number",
                        details.number().map(OrganisationNumber::digits).orElse(null))
                .param("municipality", details.municipality())
                .param("branches", EmployerStore.names(details.branches()))
                .param("marks", EmployerStore.names(details.marks()))
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    void undone(MergeId id, StaffId by) {
        jdbc.sql("update employer_merges set undone_by = :by, undone_at = :now where id = :id")
                .param("id", id.value())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** What was merged, and what the one that was kept told before and after. */
    record Made(EmployerId kept, EmployerId merged, Details before, Details after) {}

    /** The last merge into it that has not been undone. */
    Optional<MergeId> latest(EmployerId kept) {
        return jdbc.sql("""
            select id from employer_merges where kept_id = ? and undone_at is null order by merged_at desc, id desc limit 1\
            """)
                .param(kept.value())
                .query((row, i) -> new MergeId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** One that has not been undone. */
    Optional<Made> find(MergeId id) {
        return jdbc.sql("""
            select m.kept_id, m.merged_id, b.name, b.number, b.municipality, b.branches, b.marks,
              a.name as after_name, a.number as after_number, a.municipality as after_municipality, a.branches as after_branches,
              a.marks as after_marks
            from employer_merges m
            cross join lateral jsonb_to_record(m.kept_before) as b(name text, number text, municipality text, branches text[], marks text[])
            cross join lateral jsonb_to_record(m.kept_after) as a(name text, number text, municipality text, branches text[], marks text[])
            where m.id = ? and m.undone_at is null\
            """)
                .param(id.value())
                .query((row, i) -> new Made(
                        new EmployerId(row.getObject("kept_id", UUID.class)),
                        new EmployerId(row.getObject("merged_id", UUID.class)),
                        details(row, ""),
                        details(row, "after_")))
                .optional();
    }

    /** Those found to be the same as this one itself, the latest first. */
    List<EmployerView.Merged> into(EmployerId kept) {
        return jdbc.sql("""
            select m.id, m.merged_id, e.name, s.name as by_name, m.merged_at from employer_merges m
            join employers e on e.id = m.merged_id join staff s on s.id = m.merged_by
            where m.kept_id = ? and m.undone_at is null order by m.merged_at desc, m.id\
            """)
                .param(kept.value())
                .query((row, i) -> new EmployerView.Merged(
                        new MergeId(row.getObject("id", UUID.class)),
                        new EmployerId(row.getObject("merged_id", UUID.class)),
                        row.getString("name"),
                        row.getString("by_name"),
                        row.getObject("merged_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Details details(ResultSet row, String prefix) throws SQLException {
        return new Details(
                row.getString(prefix + "name"),
                Optional.ofNullable(row.getString(prefix + "number")).map(OrganisationNumber::new),
                row.getString(prefix + "municipality"),
                Arrays.stream((String[]) row.getArray(prefix + "branches").getArray())
                        .map(Branch::valueOf)
                        .collect(Collectors.toSet()),
                Arrays.stream((String[]) row.getArray(prefix + "marks").getArray())
                        .map(SocialMark::valueOf)
                        .collect(Collectors.toSet()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
