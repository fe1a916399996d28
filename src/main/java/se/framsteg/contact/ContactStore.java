package se.framsteg.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.audit.Trace;
import se.framsteg.cases.CaseLists;
import se.framsteg.contact.Contact.Details;
import se.framsteg.contact.Contact.Kind;
import se.framsteg.contact.Contact.Party;
import se.framsteg.contact.Contact.Phase;
import se.framsteg.contact.Contact.Place;
import se.framsteg.contact.Contact.Withdrawal;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/**
 * Contacts as rows. Guards nothing: the doors do. Whom a contact was about is told as far as the asker reaches them, by the policies of
 * {@code contact_persons}.
 */
@Component
class ContactStore {
    private static final String CONTACTS = """
        select k.*, array(select p.case_id from contact_persons p where p.contact_id = k.id) as people from contacts k\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ContactStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What of a case decides on which days a contact about it can lie.
     *
     * @param last the day on which it ended, if it has
     */
    record Days(CaseId id, InitiativeId initiative, LocalDate first, Optional<LocalDate> last) {}

    List<Days> days(Collection<CaseId> cases) {
        return jdbc.sql("select id, initiative_id, accepted_on, ended_on from cases where id = any(?)")
                .param(ids(cases))
                .query((row, i) -> new Days(
                        new CaseId(row.getObject("id", UUID.class)),
                        new InitiativeId(row.getObject("initiative_id", UUID.class)),
                        row.getObject("accepted_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("ended_on", LocalDate.class))))
                .list();
    }

    Optional<Contact> find(ContactId id) {
        return jdbc.sql(CONTACTS + " where k.id = ?")
                .param(id.value())
                .query(ContactStore::contact)
                .optional();
    }

    /** Whether the asker has everybody whom it is still about, and none of them is restricted: the policies ask the same of a change. */
    boolean whole(ContactId id) {
        return jdbc.sql("select asker_has_whole_contact(?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** Those about one case, newest first, withdrawn ones too. */
    List<Contact> ofCase(CaseId id, int limit, int offset) {
        return jdbc.sql(CONTACTS + """
             join contact_persons o on o.contact_id = k.id and o.case_id = :case
            order by k.day desc, k.logged_at desc, k.id limit :limit offset :offset\
            """)
                .param("case", id.value())
                .param("limit", limit)
                .param("offset", offset)
                .query(ContactStore::contact)
                .list();
    }

    /** What a member of staff has logged of these days, newest first, withdrawn ones too. */
    List<Contact> loggedBy(StaffId staff, LocalDate from, LocalDate to) {
        return jdbc.sql(CONTACTS + """
             where k.logged_by = :staff and k.day between :from and :to order by k.day desc, k.logged_at desc, k.id\
            """)
                .param("staff", staff.value())
                .param("from", from)
                .param("to", to)
                .query(ContactStore::contact)
                .list();
    }

    /** What they logged last, whatever became of it: to begin the next one from. */
    Optional<Contact> latestBy(StaffId staff) {
        return jdbc.sql(CONTACTS + " where k.logged_by = ? order by k.logged_at desc, k.id desc limit 1")
                .param(staff.value())
                .query(ContactStore::contact)
                .optional();
    }

    /**
     * Whom a contact can be about, the latest met first: the cases that the member of staff has, those they have logged something
     * about lately, and one more that was asked for.
     *
     * @param since cases that ended before it are left out, and contacts before it make no case known
     */
    List<Trace> within(StaffId staff, Optional<CaseId> besides, LocalDate since, int limit) {
        return jdbc.sql("""
            select c.id as case_id, c.association_id, c.participant_id, l.latest
            from cases c
            left join (select p.case_id, max(k.logged_at) as latest
              from contacts k join contact_persons p on p.contact_id = k.id
              where k.logged_by = :staff and k.day >= :since and k.withdrawn_at is null group by p.case_id) l on l.case_id = c.id
            where c.id = :besides
              or (c.ended_on is null or c.ended_on >= :since)
                and not exists (select from restricted_cases x where x.case_id = c.id)
                and (l.case_id is not null
                  or c.id in (select r.case_id from case_reach r where r.staff_id = :staff and r.reach = 'CASEWORKER'))
            order by c.id = :besides desc, l.latest desc nulls last, c.accepted_on desc, c.number desc limit :limit\
            """)
                .param("staff", staff.value())
                .param("besides", besides.map(CaseId::value).orElse(new UUID(0, 0)))
                .param("since", since)
                .param("limit", limit)
                .query((row, i) -> CaseLists.trace(row))
                .list();
    }

    /**
     * Cases that the member of staff has and that went on in these days, in which nobody has had contact with the person then. Those that
     * were at rest all the days, paused or ended, are left out.
     *
     * @param to the last day, not ahead
     */
    List<Trace> withoutContact(StaffId staff, LocalDate from, LocalDate to) {
        return jdbc.sql("""
            select c.id as case_id, c.association_id, c.participant_id
            from cases c
            where c.started_on <= :to and (c.ended_on is null or c.ended_on >= :from)
              and not exists (select from (select h.to_state, h.effective_on, lead(h.effective_on) over (order by h.id) as until_on
                  from case_changes h where h.case_id = c.id) r
                where (r.to_state = 'PAUSED' and r.effective_on <= :from or r.to_state = 'ENDED' and r.effective_on < :from)
                  and (r.until_on is null or r.until_on > :to))
              and c.id in (select r.case_id from case_reach r where r.staff_id = :staff and r.reach = 'CASEWORKER')
              and not exists (select from contact_persons p join contacts k on k.id = p.contact_id
                where p.case_id = c.id and k.day between :from and :to and k.kind = 'WITH_PERSON' and not k.missed
                  and k.withdrawn_at is null)
            order by c.started_on, c.number\
            """)
                .param("staff", staff.value())
                .param("from", from)
                .param("to", to)
                .query((row, i) -> CaseLists.trace(row))
                .list();
    }

    /** What the journal is to hold of these cases, of those that the asker reaches. */
    List<Trace> traces(Collection<CaseId> cases) {
        return jdbc.sql("select id as case_id, association_id, participant_id from cases where id = any(?)")
                .param(ids(cases))
                .query((row, i) -> CaseLists.trace(row))
                .list();
    }

    /** Adds it; does nothing if it is there already, as when a form is sent twice. */
    void add(ContactId id, InitiativeId initiative, Details details, Set<CaseId> people, StaffId by) {
        var added = with(jdbc.sql("""
            insert into contacts (id, association_id, initiative_id, logged_by, day, kind, place, minutes, phase, missed, took_part,
              persons, logged_at, saved_at)
            select :id, i.association_id, i.id, :by, :day, :kind, :place, :minutes, :phase, :missed, :tookPart, :persons, :now, :now
            from initiatives i where i.id = :initiative on conflict (id) do nothing\
            """), details)
                .param("id", id.value())
                .param("initiative", initiative.value())
                .param("by", by.value())
                .param("persons", people.size())
                .param("now", now())
                .update();
        if (added == 1 && !people.isEmpty()) {
            jdbc.sql("""
                insert into contact_persons (contact_id, association_id, initiative_id, case_id)
                select :id, c.association_id, c.initiative_id, c.id from cases c where c.id = any(:people)\
                """).param("id", id.value()).param("people", ids(people)).update();
        }
    }

    /** Whether it was still of that version and has been changed. */
    boolean change(ContactId id, int version, Details details) {
        return with(jdbc.sql("""
            update contacts set day = :day, kind = :kind, place = :place, minutes = :minutes, phase = :phase, missed = :missed,
              took_part = :tookPart, saved_at = :now, version = version + 1
            where id = :id and version = :version and withdrawn_at is null\
            """), details)
                        .param("id", id.value())
                        .param("version", version)
                        .param("now", now())
                        .update()
                == 1;
    }

    boolean withdraw(ContactId id, int version, Withdrawal reason, StaffId by) {
        return jdbc.sql("""
            update contacts set withdrawn_reason = :reason, withdrawn_by = :by, withdrawn_at = :now, saved_at = :now,
              version = version + 1
            where id = :id and version = :version and withdrawn_at is null\
            """)
                        .param("reason", reason.name())
                        .param("by", by.value())
                        .param("now", now())
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Details details) {
        return statement
                .param("day", details.day())
                .param("kind", details.kind().name())
                .param("place", details.place().map(Enum::name).orElse(null))
                .param("minutes", details.minutes())
                .param("phase", details.phase().name())
                .param("missed", details.missed())
                .param(
                        "tookPart",
                        details.tookPart().stream().map(Enum::name).sorted().toArray(String[]::new));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static UUID[] ids(Collection<CaseId> cases) {
        return cases.stream().map(CaseId::value).distinct().toArray(UUID[]::new);
    }

    private static Contact contact(ResultSet row, int i) throws SQLException {
        var tookPart = Arrays.stream((String[]) row.getArray("took_part").getArray())
                .map(Party::valueOf)
                .collect(Collectors.toSet());
        var people = Stream.of((UUID[]) row.getArray("people").getArray())
                .map(CaseId::new)
                .collect(Collectors.toSet());
        var details = new Details(
                row.getObject("day", LocalDate.class),
                Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("place")).map(Place::valueOf),
                row.getInt("minutes"),
                Phase.valueOf(row.getString("phase")),
                row.getBoolean("missed"),
                tookPart);
        return new Contact(
                new ContactId(row.getObject("id", UUID.class)),
                new InitiativeId(row.getObject("initiative_id", UUID.class)),
                new StaffId(row.getObject("logged_by", UUID.class)),
                details,
                people,
                row.getInt("persons"),
                Optional.ofNullable(row.getString("withdrawn_reason")).map(Withdrawal::valueOf),
                row.getInt("version"));
    }
}
