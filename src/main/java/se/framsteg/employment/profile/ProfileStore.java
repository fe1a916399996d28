package se.framsteg.employment.profile;

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
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.employment.employer.Branch;
import se.framsteg.employment.profile.Profile.Content;
import se.framsteg.employment.profile.Profile.Hours;
import se.framsteg.employment.profile.Profile.Occasion;
import se.framsteg.employment.profile.Profile.PartOfDay;
import se.framsteg.employment.profile.Profile.Words;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

/** Vocational profiles as rows. Guards nothing: the doors do. */
@Component
class ProfileStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    ProfileStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All versions, the latest first. */
    List<Profile> of(CaseId id) {
        return jdbc.sql("select * from vocational_profiles where case_id = ? order by number desc")
                .param(id.value())
                .query(ProfileStore::profile)
                .list();
    }

    Optional<Profile> latest(CaseId id) {
        return jdbc.sql("select * from vocational_profiles where case_id = ? order by number desc limit 1")
                .param(id.value())
                .query(ProfileStore::profile)
                .optional();
    }

    /** The latest of those whom the asker works with as caseworker, apart from those that have ended or are restricted. */
    List<Profile> ofAssigned() {
        return jdbc.sql("""
            select distinct on (v.case_id) v.* from vocational_profiles v join cases c on c.id = v.case_id
            where v.case_id in (select a.case_id from assigned_cases a) and c.state <> 'ENDED'
              and not exists (select from restricted_cases x where x.case_id = c.id)
            order by v.case_id, v.number desc\
            """).query(ProfileStore::profile).list();
    }

    /** Adds a version, if it is the next one. */
    boolean add(CaseId id, int number, Content content, StaffId by) {
        var hours = content.hours();
        var words = content.words();
        return jdbc.sql("""
            insert into vocational_profiles (case_id, association_id, number, occasion, talked_on, occupations, wants, branches,
              municipalities, longest_way, hours_least, hours_most, parts_of_day, avoids, strengths, licences, learns, experiences,
              saved_by, saved_at)
            select c.id, c.association_id, :number, :occasion, :talkedOn, :occupations, :wants, :branches, :municipalities, :longestWay,
              :least, :most, :partsOfDay, :avoids, :strengths, :licences, :learns, :experiences, :by, :now
            from cases c where c.id = :case on conflict (case_id, number) do nothing\
            """)
                        .param("case", id.value())
                        .param("number", number)
                        .param("occasion", content.occasion().name())
                        .param("talkedOn", content.talkedOn())
                        .param("occupations", content.occupations().toArray(String[]::new))
                        .param("wants", words.wants())
                        .param("branches", names(content.branches()))
                        .param("municipalities", content.municipalities().toArray(String[]::new))
                        .param("longestWay", content.longestWay().orElse(null))
                        .param("least", hours.least().orElse(null))
                        .param("most", hours.most().orElse(null))
                        .param("partsOfDay", names(hours.partsOfDay()))
                        .param("avoids", words.avoids())
                        .param("strengths", words.strengths())
                        .param("licences", words.licences())
                        .param("learns", words.learns())
                        .param("experiences", words.experiences())
                        .param("by", by.value())
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static Profile profile(ResultSet row, int i) throws SQLException {
        return new Profile(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getInt("number"),
                new Content(
                        Occasion.valueOf(row.getString("occasion")),
                        row.getObject("talked_on", LocalDate.class),
                        texts(row, "occupations"),
                        texts(row, "branches").stream().map(Branch::valueOf).collect(Collectors.toSet()),
                        texts(row, "municipalities"),
                        Optional.ofNullable(row.getObject("longest_way", Integer.class)),
                        new Hours(
                                Optional.ofNullable(row.getBigDecimal("hours_least")),
                                Optional.ofNullable(row.getBigDecimal("hours_most")),
                                texts(row, "parts_of_day").stream()
                                        .map(PartOfDay::valueOf)
                                        .collect(Collectors.toSet())),
                        new Words(
                                row.getString("wants"),
                                row.getString("avoids"),
                                row.getString("strengths"),
                                row.getString("licences"),
                                row.getString("learns"),
                                row.getString("experiences"))),
                new StaffId(row.getObject("saved_by", UUID.class)),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
