package se.framsteg.employment.employer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.contact.Contact.Place;
import se.framsteg.employment.employer.Employer.Details;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.StaffId;

/** Employers as rows. Guards nothing: the doors do. */
@Component
class EmployerStore {
    /** As far as names may differ to be shown as alike: from 0, nothing in common, to 1, the same. Tried on the demo’s names. */
    private static final double ALIKE = 0.5;

    private static final int MOST_ALIKE = 5;

    private final JdbcClient jdbc;
    private final Clock clock;

    EmployerStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that are merged into none, by name; found by the names and numbers of those merged into them too. */
    List<EmployerRow> search(AssociationId association, EmployerSearch search, int limit, int offset) {
        return jdbc.sql("""
            with known as materialized (select id, head_id from employer_heads where association_id = :association),
            looking as materialized (select k.head_id from employer_needs n join known k on k.id = n.employer_id
              where n.from_on <= :today and (n.until_on is null or n.until_on >= :today) and (n.ended_on is null or n.ended_on > :today))
            select h.*, h.id in (select head_id from looking) as looking from employers h
            where h.association_id = :association and h.merged_into is null
              and (:words = '' or h.id in (select k.head_id from known k join employers e on e.id = k.id
                where e.name ilike :pattern or :digits <> '' and e.organisation_number like :digits || '%'))
              and (:branch = '' or :branch = any(h.branches))
              and (:municipality = '' or lower(h.municipality) = lower(:municipality)
                or h.id in (select k.head_id from known k join employer_workplaces w on w.employer_id = k.id
                  where w.removed_at is null and lower(w.municipality) = lower(:municipality)))
              and (not :looking or h.id in (select head_id from looking))
            order by lower(h.name), h.id limit :limit offset :offset\
            """)
                .param("association", association.value())
                .param("today", LocalDate.now(clock))
                .param("words", search.words())
                .param("pattern", search.pattern())
                .param("digits", search.digits())
                .param("branch", search.branch().map(Enum::name).orElse(""))
                .param("municipality", search.municipality())
                .param("looking", search.looking())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> new EmployerRow(employer(row, i), row.getBoolean("looking")))
                .list();
    }

    /** Where there are employers and workplaces, by name. */
    List<String> municipalities(AssociationId association) {
        return jdbc.sql("""
            select min(municipality) from (
              select municipality from employers where association_id = :association and merged_into is null
              union select municipality from employer_workplaces where association_id = :association and removed_at is null) m
            where municipality <> '' group by lower(municipality) order by lower(min(municipality))\
            """)
                .param("association", association.value())
                .query((row, i) -> row.getString(1))
                .list();
    }

    Optional<Employer> find(EmployerId id) {
        return jdbc.sql("select * from employers where id = ?")
                .param(id.value())
                .query(EmployerStore::employer)
                .optional();
    }

    /** Those of which a branch or an open need is known, by name; or one whatever is known of it. */
    List<Employers.Offer> offers(AssociationId association, Optional<EmployerId> one) {
        var today = LocalDate.now(clock);
        var needs = new HashMap<EmployerId, List<EmployerNeed.Details>>();
        jdbc.sql("""
            select k.head_id, n.* from employer_needs n join employer_heads k on k.id = n.employer_id
            where n.association_id = :association and n.from_on <= :today order by n.from_on desc, n.id\
            """)
                .param("association", association.value())
                .param("today", today)
                .query(row -> {
                    var need = EmployerNeedStore.need(row, 0).details();
                    if (need.open(today)) {
                        needs.computeIfAbsent(
                                        new EmployerId(row.getObject("head_id", UUID.class)), _ -> new ArrayList<>())
                                .add(need);
                    }
                });
        return jdbc
                .sql("""
                    with known as materialized (select id, head_id from employer_heads where association_id = :association)
                    select h.*, array(select distinct m.municipality from (
                        select h.municipality
                        union all select w.municipality from known k join employer_workplaces w on w.employer_id = k.id
                          where k.head_id = h.id and w.removed_at is null) m where m.municipality <> '') as municipalities
                    from employers h
                    where h.association_id = :association and h.merged_into is null and (cast(:one as uuid) is null or h.id = :one)
                    order by lower(h.name), h.id\
                    """)
                .param("association", association.value())
                .param("one", one.map(EmployerId::value).orElse(null))
                .query((row, i) -> {
                    var employer = employer(row, i);
                    return new Employers.Offer(
                            employer,
                            List.of((String[]) row.getArray("municipalities").getArray()),
                            needs.getOrDefault(employer.id(), List.of()));
                })
                .list()
                .stream()
                .filter(offer -> one.isPresent()
                        || !offer.needs().isEmpty()
                        || !offer.employer().details().branches().isEmpty())
                .toList();
    }

    /** As which employer it is known: itself, or the one that it was found to be the same as. */
    Optional<EmployerId> head(EmployerId id) {
        return jdbc.sql("select head_id from employer_heads where id = ?")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .map(EmployerId::new);
    }

    /** Held until the transaction ends: always before a number is. */
    void hold(EmployerId id) {
        jdbc.sql("select id from employers where id = ? for update")
                .param(id.value())
                .query(UUID.class)
                .optional();
    }

    /** Held by one transaction at a time, so that no number is given to two at once. */
    void hold(AssociationId association, OrganisationNumber number) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:number, 0))")
                .param("number", association + " " + number.digits())
                .query((row, i) -> true)
                .single();
    }

    /** Who has the number, if another than this one has. */
    Optional<EmployerId> numbered(AssociationId association, OrganisationNumber number, EmployerId other) {
        return jdbc.sql("""
            select id from employers where association_id = :association and organisation_number = :number and merged_into is null
              and id <> :other\
            """)
                .param("association", association.value())
                .param("number", number.digits())
                .param("other", other.value())
                .query(UUID.class)
                .optional()
                .map(EmployerId::new);
    }

    /** Those that may be the same as one of this name and number, the likest first. */
    List<Employer> alike(
            AssociationId association, String name, Optional<OrganisationNumber> number, EmployerId except) {
        return jdbc.sql("""
            with known as materialized (select id, head_id from employer_heads where association_id = :association),
            near as (select k.head_id, max(case when e.organisation_number = :number then 2
                when employer_name_plain(e.name) = employer_name_plain(:name) then 1
                else similarity(employer_name_plain(e.name), employer_name_plain(:name)) end) as likeness
              from known k join employers e on e.id = k.id
              where k.head_id not in (select o.head_id from known o where o.id = :except)
              group by k.head_id)
            select h.* from near n join employers h on h.id = n.head_id
            where n.likeness >= :alike order by n.likeness desc, lower(h.name), h.id limit :most\
            """)
                .param("association", association.value())
                .param("name", name)
                .param("number", number.map(OrganisationNumber::digits).orElse(""))
                .param("except", except.value())
                .param("alike", ALIKE)
                .param("most", MOST_ALIKE)
                .query(EmployerStore::employer)
                .list();
    }

    /** Adds it; does nothing if it is there already, as when a form is sent twice. */
    void add(AssociationId association, EmployerId id, Details details, StaffId by) {
        with(jdbc.sql("""
            insert into employers (id, association_id, name, organisation_number, municipality, branches, social_marks, saved_by, saved_at)
            values (:id, :association, :name, :number, :municipality, :branches, :marks, :by, :now) on conflict (id) do nothing\
            """), details)
                .param("id", id.value())
                .param("association", association.value())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** Whether it was still of that version, and merged into none, and has been changed. */
    boolean change(EmployerId id, int version, Details details, StaffId by) {
        return with(jdbc.sql("""
            update employers set name = :name, organisation_number = :number, municipality = :municipality, branches = :branches,
              social_marks = :marks, saved_by = :by, saved_at = :now, version = version + 1
            where id = :id and version = :version and merged_into is null\
            """), details)
                        .param("id", id.value())
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Details details) {
        return statement
                .param("name", details.name())
                .param(
                        "number",
                        details.number().map(OrganisationNumber::digits).orElse(null))
                .param("municipality", details.municipality())
                .param("branches", names(details.branches()))
                .param("marks", names(details.marks()));
    }

    static String[] names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    /** Contacts with it of the whole association, the latest first. The coaches by id, to be named. */
    List<Told> history(EmployerId head, int limit, int offset) {
        return jdbc.sql("""
            select t.*, coalesce(w.name, '') as workplace from employer_history t
            join employer_heads k on k.id = t.employer_id and k.head_id = :head
            left join employer_workplaces w on w.id = t.workplace_id
            order by t.day desc, t.logged_at desc limit :limit offset :offset\
            """)
                .param("head", head.value())
                .param("limit", limit)
                .param("offset", offset)
                .query(EmployerStore::told)
                .list();
    }

    /** A contact, before the coach has been named. */
    record Told(StaffId coach, History history) {
        History by(String name) {
            return new History(
                    history.day(),
                    name,
                    history.place(),
                    history.workplace(),
                    history.outcome(),
                    history.nextStep(),
                    history.nextOn(),
                    history.nextDone());
        }
    }

    private static Told told(ResultSet row, int i) throws SQLException {
        return new Told(
                new StaffId(row.getObject("logged_by", UUID.class)),
                new History(
                        row.getObject("day", LocalDate.class),
                        "",
                        Optional.ofNullable(row.getString("place")).map(Place::valueOf),
                        row.getString("workplace"),
                        Optional.ofNullable(row.getString("outcome")).map(ContactOutcome::valueOf),
                        row.getString("next_step"),
                        Optional.ofNullable(row.getObject("next_on", LocalDate.class)),
                        row.getBoolean("next_done")));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static Employer employer(ResultSet row, int i) throws SQLException {
        return new Employer(
                new EmployerId(row.getObject("id", UUID.class)),
                new Details(
                        row.getString("name"),
                        Optional.ofNullable(row.getString("organisation_number"))
                                .map(OrganisationNumber::new),
                        row.getString("municipality"),
                        Arrays.stream((String[]) row.getArray("branches").getArray())
                                .map(Branch::valueOf)
                                .collect(Collectors.toSet()),
                        Arrays.stream((String[]) row.getArray("social_marks").getArray())
                                .map(SocialMark::valueOf)
                                .collect(Collectors.toSet())),
                row.getInt("version"));
    }
}
