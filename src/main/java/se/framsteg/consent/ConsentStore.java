package se.framsteg.consent;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.CaseFacts;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.StaffId;

/** The ledger as rows. Guards nothing: the door does. */
@Component
class ConsentStore {
    private final JdbcClient jdbc;

    ConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What comes after an answer; at: when it is recorded. */
    record Next(
            Answer.Answered answered,
            Set<Kind> kinds,
            Optional<LocalDate> validUntil,
            LocalDate saidOn,
            Answer.Way way,
            Optional<StaffId> by,
            Instant at) {}

    /** All that the person was asked, in the order in which it was. */
    List<Consent> of(ParticipantId person) {
        var found = new LinkedHashMap<ConsentId, Consent>();
        jdbc.sql("""
            select q.*, a.* from consents q join consent_answers a on a.consent_id = q.id
            where q.participant_id = ? order by q.id, a.number\
            """).param(person.value()).query(row -> {
            var consent = consent(row);
            found.merge(consent.id(), consent, ConsentStore::joined);
        });
        return List.copyOf(found.values());
    }

    private static Consent joined(Consent one, Consent more) {
        var answers = new ArrayList<>(one.answers());
        answers.addAll(more.answers());
        return new Consent(one.id(), one.from(), one.to(), one.purpose(), answers);
    }

    /** One at a time with this person's ledger, till the transaction ends: whoever comes second sees what the first has saved. */
    void lock(ParticipantId person) {
        jdbc.sql("select cast(pg_advisory_xact_lock(hashtextextended(:id, 0)) as text)")
                .param("id", "consents of " + person)
                .query((row, i) -> true)
                .single();
    }

    /** Asks. False if there is a question with the id already, whoever's it is. */
    boolean ask(CaseFacts facts, ConsentId id, Recipient to, String purpose) {
        return jdbc.sql("""
            insert into consents (id, association_id, participant_id, from_organisation_id, to_organisation_id, to_other,
              to_name, purpose)
            values (:id, :association, :person, :from, cast(:to as uuid), cast(:sort as text), :name, :purpose)
            on conflict do nothing\
            """)
                        .param("id", id.value())
                        .param("association", facts.association().value())
                        .param("person", facts.participant().value())
                        .param("from", facts.organisation().value())
                        .param(
                                "to",
                                to instanceof Recipient.Organisation organisation
                                        ? organisation.id().value()
                                        : null)
                        .param(
                                "sort",
                                to instanceof Recipient.Named named
                                        ? named.sort().name()
                                        : null)
                        .param("name", to instanceof Recipient.Named named ? named.name() : "")
                        .param("purpose", purpose)
                        .update()
                == 1;
    }

    /** Answers after the answer of that number, 0 for none; does nothing and tells so if another answer has come after it. */
    boolean answer(ConsentId id, int after, Next next) {
        return jdbc.sql("""
            insert into consent_answers (consent_id, number, answer, kinds, valid_until, said_on, how, spoken_reason, paper_id,
              text_version, language, interpreter, recorded_by, recorded_at)
            select :id, :after + 1, :answer, cast(:kinds as text[]), cast(:until as date), :said, :how, :reason,
              cast(:paper as uuid), cast(:text as integer), cast(:language as text), :interpreter, cast(:by as uuid), :now
            where :after = (select coalesce(max(number), 0) from consent_answers where consent_id = :id)
            on conflict (consent_id, number) do nothing\
            """)
                        .param("id", id.value())
                        .param("after", after)
                        .param("answer", next.answered().name())
                        .param("kinds", next.kinds().stream().map(Enum::name).toArray(String[]::new))
                        .param("until", next.validUntil().orElse(null))
                        .param("said", next.saidOn())
                        .param("how", next.way().how().name())
                        .param("reason", next.way().spokenReason())
                        .param("paper", next.way().paper().map(PaperId::value).orElse(null))
                        .param("text", next.way().textVersion().orElse(null))
                        .param("language", next.way().language().orElse(null))
                        .param("interpreter", next.way().interpreter())
                        .param("by", next.by().map(StaffId::value).orElse(null))
                        .param("now", OffsetDateTime.ofInstant(next.at(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                new ConsentId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("from_organisation_id", UUID.class)),
                to(row),
                row.getString("purpose"),
                List.of(answer(row)));
    }

    private static Recipient to(ResultSet row) throws SQLException {
        var organisation = row.getObject("to_organisation_id", UUID.class);
        return organisation == null
                ? new Recipient.Named(Recipient.Sort.valueOf(row.getString("to_other")), row.getString("to_name"))
                : new Recipient.Organisation(new OrganisationId(organisation));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getInt("number"),
                Answer.Answered.valueOf(row.getString("answer")),
                kinds(row.getArray("kinds")),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                row.getObject("said_on", LocalDate.class),
                new Answer.Way(
                        Answer.How.valueOf(row.getString("how")),
                        row.getString("spoken_reason"),
                        Optional.ofNullable(row.getObject("paper_id", UUID.class))
                                .map(PaperId::new),
                        Optional.ofNullable(row.getObject("text_version", Integer.class)),
                        Optional.ofNullable(row.getString("language")),
                        row.getBoolean("interpreter")),
                Optional.ofNullable(row.getObject("recorded_by", UUID.class)).map(StaffId::new),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static Set<Kind> kinds(@Nullable Array array) throws SQLException {
        var kinds = EnumSet.noneOf(Kind.class);
        if (array != null) {
            for (var kind : (String[]) array.getArray()) {
                kinds.add(Kind.valueOf(kind));
            }
        }
        return kinds;
    }
}
