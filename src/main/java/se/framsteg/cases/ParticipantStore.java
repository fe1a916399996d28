package se.framsteg.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.IdentityNumber;
import se.framsteg.shared.IdentityNumber.ReserveNumber;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.Region;
import se.framsteg.shared.StaffId;

/** Participants and who is named for them, as rows. Guards nothing: the doors do. */
@Component
class ParticipantStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    ParticipantStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param chosen what whoever registered the person chose of protection; what is registered may be more */
    record Stored(Person person, Protection chosen, int version) {}

    ParticipantId add(AssociationId association, OrganisationId organisation, Person person) {
        var id = ParticipantId.create();
        jdbc.sql("""
            insert into participants (id, association_id, organisation_id, anonymous, name, identity_kind, identity_number,
              identity_region, legal_sex, start_year, municipality, phone, email, address, contact_note, language,
              interpreter, protection)
            values (:id, :association, :organisation, :anonymous, :name, :kind, :number, :region, :sex, :year,
              :municipality, :phone, :email, :address, :note, :language, :interpreter, :protection)\
            """)
                .param("id", id.value())
                .param("association", association.value())
                .param("organisation", organisation.value())
                .params(columns(person))
                .update();
        return id;
    }

    /** Nobody else changes the person until this transaction ends. False if somebody has since that version. */
    boolean lock(ParticipantId id, int version) {
        return jdbc.sql("select from participants where id = ? and version = ? for update")
                .param(id.value())
                .param(version)
                .query((row, i) -> true)
                .optional()
                .isPresent();
    }

    void change(ParticipantId id, Person person) {
        jdbc.sql("""
            update participants set anonymous = :anonymous, name = :name, identity_kind = :kind, identity_number = :number,
              identity_region = :region, legal_sex = :sex, start_year = :year, municipality = :municipality,
              phone = :phone, email = :email, address = :address, contact_note = :note, language = :language,
              interpreter = :interpreter, protection = :protection, version = version + 1
            where id = :id\
            """).param("id", id.value()).params(columns(person)).update();
    }

    private static Map<String, @Nullable Object> columns(Person person) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("sex", person.sex().name());
        switch (person) {
            case Person.Known known -> {
                var identity = known.identity().orElse(null);
                columns.put("anonymous", false);
                columns.put("name", known.name());
                columns.put("kind", identity == null ? null : identity.kind().name());
                columns.put("number", identity == null ? null : identity.value());
                columns.put(
                        "region",
                        identity instanceof ReserveNumber reserve
                                ? reserve.issuer().code()
                                : null);
                columns.put("year", null);
                put(columns, known.municipality(), known.contact());
                columns.put("language", known.language());
                columns.put("interpreter", known.interpreter());
                columns.put("protection", known.protection().name());
            }
            case Person.Anonymous anonymous -> {
                columns.put("anonymous", true);
                columns.put("name", null);
                columns.put("kind", null);
                columns.put("number", null);
                columns.put("region", null);
                columns.put("year", anonymous.startYear());
                put(columns, "", Person.Contact.NONE);
                columns.put("language", "sv");
                columns.put("interpreter", false);
                columns.put("protection", Protection.NONE.name());
            }
        }
        return columns;
    }

    private static void put(Map<String, @Nullable Object> columns, String municipality, Person.Contact contact) {
        columns.put("municipality", municipality);
        columns.put("phone", contact.phone());
        columns.put("email", contact.email());
        columns.put("address", contact.address());
        columns.put("note", contact.note());
    }

    Stored read(ParticipantId id) {
        return jdbc.sql("select * from participants where id = ?")
                .param(id.value())
                .query((row, i) -> new Stored(person(row), chosen(row), row.getInt("version")))
                .single();
    }

    /** What a consent opens of who it is to whoever is asking, in another organisation; empty if none does. */
    Optional<Person> readOpened(ParticipantId id) {
        return jdbc.sql("select * from opened_persons where id = ?")
                .param(id.value())
                .query((row, i) -> person(row))
                .optional();
    }

    private static Protection chosen(ResultSet row) throws SQLException {
        var chosen = row.getString("protection_chosen");
        return Protection.valueOf(chosen == null ? row.getString("protection") : chosen);
    }

    private static Person person(ResultSet row) throws SQLException {
        var sex = LegalSex.valueOf(row.getString("legal_sex"));
        if (row.getBoolean("anonymous")) {
            return new Person.Anonymous(sex, row.getInt("start_year"));
        }
        return new Person.Known(
                row.getString("name"),
                identity(row),
                sex,
                row.getString("municipality"),
                new Person.Contact(
                        row.getString("phone"),
                        row.getString("email"),
                        row.getString("address"),
                        row.getString("contact_note")),
                row.getString("language"),
                row.getBoolean("interpreter"),
                Protection.valueOf(row.getString("protection")));
    }

    private static Optional<IdentityNumber> identity(ResultSet row) throws SQLException {
        var number = Optional.ofNullable(row.getString("identity_number"));
        var region = Optional.ofNullable(row.getString("identity_region")).flatMap(Region::ofCode);
        return number.map(
                value -> region.isPresent() ? new ReserveNumber(region.get(), value) : IdentityNumber.ofStored(value));
    }

    Set<StaffId> named(ParticipantId participant) {
        return Set.copyOf(jdbc.sql("select staff_id from named_access where participant_id = ?")
                .param(participant.value())
                .query((row, i) -> new StaffId(row.getObject("staff_id", UUID.class)))
                .list());
    }

    /** Whom this member of staff has named. */
    Set<StaffId> namedBy(ParticipantId participant, StaffId by) {
        return Set.copyOf(jdbc.sql("select staff_id from named_access where participant_id = ? and named_by = ?")
                .param(participant.value())
                .param(by.value())
                .query((row, i) -> new StaffId(row.getObject("staff_id", UUID.class)))
                .list());
    }

    /** The person gets the protection of whoever has the same identity number in the organisation, if that is more. */
    void inheritProtection(ParticipantId participant) {
        alike("inherit_protection", participant);
    }

    /** Whoever has the same identity number in the organisation gets this protection, if it is more than theirs. */
    void spreadProtection(ParticipantId participant) {
        alike("spread_protection", participant);
    }

    private void alike(String function, ParticipantId participant) {
        jdbc.sql("select " + function + "(?)").param(participant.value()).query(row -> {});
    }

    void name(OrganisationId organisation, ParticipantId participant, StaffId staff, StaffId by) {
        jdbc.sql("""
            insert into named_access (organisation_id, participant_id, staff_id, named_by, named_at)
            values (:organisation, :participant, :staff, :by, :now) on conflict do nothing\
            """)
                .param("organisation", organisation.value())
                .param("participant", participant.value())
                .param("staff", staff.value())
                .param("by", by.value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    void unname(ParticipantId participant, StaffId staff) {
        jdbc.sql("delete from named_access where participant_id = ? and staff_id = ?")
                .param(participant.value())
                .param(staff.value())
                .update();
    }
}
