package se.framsteg.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.cases.CaseFacts;
import se.framsteg.notification.Outbox.Posted;
import se.framsteg.notification.Outbox.State;
import se.framsteg.notification.carrier.Attachment;
import se.framsteg.notification.carrier.Failure;
import se.framsteg.notification.carrier.Message;
import se.framsteg.shared.Id;
import se.framsteg.shared.StaffId;

/** Letters as stored. Guards nothing. */
@Component
class OutboxTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A letter whose turn it is. */
    record Letter(UUID id, UUID about, String address, Message message, int attempts, int unsettled) {
        @Override
        public String toString() {
            return "letter " + id;
        }
    }

    void add(StaffId by, CaseFacts facts, UUID about, String address, Message message) {
        var file = message.attachment();
        jdbc.sql("""
            insert into outbox (id, association_id, case_id, about_id, address, subject, text, attachment_name, attachment_type,
              attachment, state, queued_by, queued_at, next_attempt_at)
            values (:id, :association, :case, :about, :address, :subject, :text, :name, :type, :content, 'QUEUED', :by, :now, :now)\
            """)
                .param("id", Id.next())
                .param("association", facts.association().value())
                .param("case", facts.id().value())
                .param("about", about)
                .param("address", address)
                .param("subject", message.subject())
                .param("text", message.text())
                .param("name", file.map(Attachment::name).orElse(""))
                .param("type", file.map(Attachment::type).orElse(""))
                .param("content", file.map(Attachment::content).orElse(null), java.sql.Types.BINARY)
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    int stop(Collection<UUID> about) {
        return jdbc.sql("update outbox set state = 'STOPPED', settled_at = :now, address = '', attachment = null"
                        + " where state = 'QUEUED' and about_id = any(:about)")
                .param("now", now())
                .param("about", about.toArray(UUID[]::new))
                .update();
    }

    Map<UUID, Posted> last(Collection<UUID> about) {
        var last = new HashMap<UUID, Posted>();
        jdbc.sql("""
            select distinct on (about_id) about_id, state, failure from outbox where about_id = any(:about)
            order by about_id, queued_at desc, id desc\
            """).param("about", about.toArray(UUID[]::new)).query(row -> {
            last.put(
                    row.getObject("about_id", UUID.class),
                    new Posted(
                            State.valueOf(row.getString("state")),
                            Optional.ofNullable(row.getString("failure")).map(Failure::valueOf)));
        });
        return last;
    }

    /**
     * Takes the letter whose turn it is, so that nobody else does: its next attempt is moved ahead first. If the program is killed
     * before what became of it is written, it comes back then.
     */
    @Transactional
    Optional<Letter> take() {
        return jdbc.sql("""
            update outbox set attempts = attempts + 1, unsettled = unsettled + 1,
              next_attempt_at = :now + interval '5 minutes' * power(3, least(attempts, 5))
            where id = (select id from outbox where state = 'QUEUED' and next_attempt_at <= :now
              order by next_attempt_at, id limit 1 for update skip locked)
            returning *\
            """).param("now", now()).query(OutboxTable::letter).optional();
    }

    /** Writes what became of a letter that was taken; one that has gone or is given up loses its address and what was attached. */
    void settle(Letter letter, State state, Optional<Failure> failure) {
        jdbc.sql("""
            update outbox set state = :state, unsettled = 0, failure = :failure,
              failed_at = case when :failed then cast(:now as timestamptz) else failed_at end,
              settled_at = case when :settled then cast(:now as timestamptz) end,
              address = case when :settled then '' else address end, attachment = case when :settled then null else attachment end
            where id = :id and (state = 'QUEUED' or state = 'STOPPED' and :state = 'SENT')\
            """)
                .param("state", state.name())
                .param("failure", failure.map(Enum::name).orElse(null))
                .param("failed", failure.isPresent())
                .param("settled", state != State.QUEUED)
                .param("now", now())
                .param("id", letter.id())
                .update();
    }

    private static Letter letter(ResultSet row, int i) throws SQLException {
        var content = row.getBytes("attachment");
        var file = content == null
                ? Optional.<Attachment>empty()
                : Optional.of(
                        new Attachment(row.getString("attachment_name"), row.getString("attachment_type"), content));
        return new Letter(
                row.getObject("id", UUID.class),
                row.getObject("about_id", UUID.class),
                row.getString("address"),
                new Message(row.getString("subject"), row.getString("text"), Optional.empty(), file),
                row.getInt("attempts"),
                row.getInt("unsettled"));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
