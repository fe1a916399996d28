package se.framsteg.employment.outreach;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.contact.Contact.Phase;
import se.framsteg.contact.Contact.Place;
import se.framsteg.contact.ContactId;
import se.framsteg.employment.employer.ContactOutcome;
import se.framsteg.employment.employer.EmployerId;
import se.framsteg.employment.employer.WorkplaceId;
import se.framsteg.employment.outreach.EmployerContact.Result;
import se.framsteg.employment.outreach.EmployerContact.Told;
import se.framsteg.employment.outreach.EmployerContact.Where;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/** What is kept of contacts with employers as rows. Guards nothing: the doors do. */
@Component
class OutreachStore {
    private final JdbcClient jdbc;

    OutreachStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is kept of a contact, and the day on which what was next was done. */
    record Kept(Told told, Optional<LocalDate> nextDone) {}

    /** The employer as what it is known as now. */
    Optional<Kept> find(ContactId id) {
        return jdbc.sql("""
            select x.*, k.head_id from employer_contacts x join employer_heads k on k.id = x.employer_id where x.contact_id = ?\
            """).param(id.value()).query(OutreachStore::kept).optional();
    }

    /** What the employer is called, and the workplace, also one that has been taken away; empty if nobody has told which it was. */
    String called(ContactId id) {
        return jdbc.sql("""
            select e.name || coalesce(', ' || w.name, '') from employer_contacts x join employer_heads k on k.id = x.employer_id
            join employers e on e.id = k.head_id left join employer_workplaces w on w.id = x.workplace_id where x.contact_id = ?\
            """).param(id.value()).query(String.class).optional().orElse("");
    }

    boolean exists(ContactId id) {
        return jdbc.sql("select exists (select from employer_contacts where contact_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** Adds what is told of a contact; does nothing if something is there already, as when a form is sent twice. */
    void add(ContactId id, Told told) {
        with(jdbc.sql("""
            insert into employer_contacts (contact_id, association_id, employer_id, workplace_id, matches, outcome, next_step, next_on)
            select k.id, k.association_id, :employer, :workplace, :matches, :outcome, :next, :nextOn from contacts k where k.id = :id
            on conflict (contact_id) do nothing\
            """), id, told).update();
    }

    /** What is next is to be done anew if it is another thing. */
    void change(ContactId id, Told told) {
        with(jdbc.sql("""
            update employer_contacts set
              employer_id = case when :employer = (select k.head_id from employer_heads k where k.id = employer_id) then employer_id
                else :employer end, workplace_id = :workplace, matches = :matches, outcome = :outcome,
              next_step = :next, next_on = :nextOn,
              next_done_on = case when next_step = :next and next_on is not distinct from :nextOn then next_done_on end
            where contact_id = :id\
            """), id, told).update();
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, ContactId id, Told told) {
        var result = told.result();
        return statement
                .param("id", id.value())
                .param("employer", told.where().employer().value())
                .param(
                        "workplace",
                        told.where().workplace().map(WorkplaceId::value).orElse(null))
                .param("matches", result.matches().orElse(null))
                .param("outcome", result.outcome().name())
                .param("next", result.nextStep())
                .param("nextOn", result.nextOn().orElse(null), Types.DATE);
    }

    /** Whether there was something left to do, of a contact of that member of staff, and now is not. */
    boolean done(ContactId id, StaffId by, LocalDate day) {
        return jdbc.sql("""
            update employer_contacts set next_done_on = :day where contact_id = :id and next_step <> '' and next_done_on is null
              and exists (select from contacts k where k.id = contact_id and k.logged_by = :by)\
            """)
                        .param("id", id.value())
                        .param("by", by.value())
                        .param("day", day)
                        .update()
                == 1;
    }

    /** Where the member of staff has last had contact with employers, the latest first, each once. */
    List<Choice> latelyMet(StaffId by, int most) {
        return jdbc.sql("""
            select h.head_id, x.workplace_id, e.name, w.name as workplace from employer_contacts x
            join contacts k on k.id = x.contact_id and k.logged_by = :by and k.withdrawn_at is null
            join employer_heads h on h.id = x.employer_id join employers e on e.id = h.head_id
            left join employer_workplaces w on w.id = x.workplace_id
            where w.removed_at is null
            group by h.head_id, x.workplace_id, e.name, w.name order by max(k.logged_at) desc limit :most\
            """)
                .param("by", by.value())
                .param("most", most)
                .query((row, i) -> new Choice(
                        new Where(
                                new EmployerId(row.getObject("head_id", UUID.class)),
                                Optional.ofNullable(row.getObject("workplace_id", UUID.class))
                                        .map(WorkplaceId::new)),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("workplace"))))
                .list();
    }

    /** How the contact with an employer was that they logged last, to begin the next one from. */
    record Usual(Optional<Place> place, Phase phase, InitiativeId initiative) {}

    Optional<Usual> usual(StaffId by) {
        return jdbc.sql("""
            select k.place, k.phase, k.initiative_id from contacts k join employer_contacts x on x.contact_id = k.id
            where k.logged_by = ? order by k.logged_at desc, k.id desc limit 1\
            """)
                .param(by.value())
                .query((row, i) -> new Usual(
                        Optional.ofNullable(row.getString("place")).map(Place::valueOf),
                        Phase.valueOf(row.getString("phase")),
                        new InitiativeId(row.getObject("initiative_id", UUID.class))))
                .optional();
    }

    /** What a member of staff is to do next with an employer. */
    record Next(ContactId contact, String employer, String step, LocalDate on) {}

    /** What is due, of contacts that they can still change. */
    List<Next> due(StaffId by, LocalDate today, int most) {
        return jdbc.sql("""
            select x.contact_id, e.name, x.next_step, x.next_on from employer_contacts x
            join contacts k on k.id = x.contact_id and k.logged_by = :by and k.withdrawn_at is null
            join employer_heads h on h.id = x.employer_id join employers e on e.id = h.head_id
            where x.next_on <= :today and x.next_done_on is null and asker_has_whole_contact(k.id)
            order by x.next_on, x.contact_id limit :most\
            """)
                .param("by", by.value())
                .param("today", today)
                .param("most", most)
                .query((row, i) -> new Next(
                        new ContactId(row.getObject("contact_id", UUID.class)),
                        row.getString("name"),
                        row.getString("next_step"),
                        row.getObject("next_on", LocalDate.class)))
                .list();
    }

    private static Kept kept(ResultSet row, int i) throws SQLException {
        return new Kept(
                new Told(
                        new Where(
                                new EmployerId(row.getObject("head_id", UUID.class)),
                                Optional.ofNullable(row.getObject("workplace_id", UUID.class))
                                        .map(WorkplaceId::new)),
                        new Result(
                                Optional.ofNullable(row.getObject("matches", Boolean.class)),
                                Optional.ofNullable(row.getString("outcome"))
                                        .map(ContactOutcome::valueOf)
                                        .orElse(ContactOutcome.OTHER),
                                row.getString("next_step"),
                                Optional.ofNullable(row.getObject("next_on", LocalDate.class)))),
                Optional.ofNullable(row.getObject("next_done_on", LocalDate.class)));
    }
}
