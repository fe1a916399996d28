package se.framsteg.contact;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.contact.Contact.Kind;
import se.framsteg.contact.Contact.Phase;
import se.framsteg.contact.Contact.Place;
import se.framsteg.contact.Workload.Part;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/** Sums of logged time as the database makes them. */
@Component
class WorkloadQueries {
    private final JdbcClient jdbc;

    WorkloadQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that somebody has logged of these days, whole meetings. */
    Workload of(StaffId who, LocalDate from, LocalDate to) {
        return new Workload(jdbc.sql("""
            select k.kind, k.place, k.phase, count(*) as contacts, count(*) filter (where k.missed) as missed, sum(k.minutes) as minutes
            from contacts k
            where k.logged_by = :who and k.day between :from and :to and k.withdrawn_at is null
            group by k.kind, k.place, k.phase\
            """)
                .param("who", who.value())
                .param("from", from)
                .param("to", to)
                .query((row, i) -> part(row))
                .list());
    }

    /**
     * What has been logged in an initiative, by who logged it. Of a meeting about several persons as many equal parts of the time as there
     * are persons whom the asker reaches, in whole minutes as {@link Contact#minutesFor} tells them: how many others there were can't be told
     * from it.
     */
    Map<StaffId, Workload> in(InitiativeId initiative, LocalDate from, LocalDate to) {
        record Of(StaffId who, Part part) {}
        return jdbc
                .sql("""
                    select k.logged_by, k.kind, k.place, k.phase, count(*) as contacts, count(*) filter (where k.missed) as missed,
                      sum(case when k.persons = 0 then k.minutes else round(k.minutes * k.reached / cast(k.persons as numeric)) end) as minutes
                    from (select c.*, (select count(*) from contact_persons p where p.contact_id = c.id) as reached from contacts c
                      where c.initiative_id = :initiative and c.day between :from and :to and c.withdrawn_at is null) k
                    where k.persons = 0 or k.reached > 0
                    group by k.logged_by, k.kind, k.place, k.phase\
                    """)
                .param("initiative", initiative.value())
                .param("from", from)
                .param("to", to)
                .query((row, i) -> new Of(new StaffId(row.getObject("logged_by", UUID.class)), part(row)))
                .list()
                .stream()
                .collect(groupingBy(
                        Of::who, mapping(Of::part, Collectors.collectingAndThen(Collectors.toList(), Workload::new))));
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("place")).map(Place::valueOf),
                Phase.valueOf(row.getString("phase")),
                row.getInt("contacts"),
                row.getInt("missed"),
                row.getLong("minutes"));
    }
}
