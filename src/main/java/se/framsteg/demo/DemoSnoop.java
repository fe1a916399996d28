package se.framsteg.demo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.cases.Cases;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.Time;

/**
 * A second lead who, late one evening, looks at somebody of the same family name whose case ended long ago, and then at one case
 * after the other: for the review of the journal to find. The account is among those that a demo shows.
 */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoSnoop {
    private static final Actor.Installation SYSTEM = new Actor.Installation();
    static final String EMAIL = "sixten@ekby.example";

    private static final int DAYS_AGO = 9;
    private static final int DAYS_AFTER_THE_END = 30;
    private static final int OTHERS = 18;

    private final StaffRegister staff;
    private final InitiativeRegister initiatives;
    private final Cases cases;
    private final Asking asking;
    private final PasswordEncoder passwords;
    private final JdbcClient jdbc;

    DemoSnoop(
            StaffRegister staff,
            InitiativeRegister initiatives,
            Cases cases,
            Asking asking,
            PasswordEncoder passwords,
            JdbcClient jdbc) {
        this.staff = staff;
        this.initiatives = initiatives;
        this.cases = cases;
        this.asking = asking;
        this.passwords = passwords;
        this.jdbc = jdbc;
    }

    private record Namesake(CaseId id, String family) {}

    void plant(Workplace place, LocalDate today) {
        var day = today.minusDays(DAYS_AGO);
        asking.by(SYSTEM);
        var others = others(place);
        endedBefore(place, day.minusDays(DAYS_AFTER_THE_END)).ifPresent(namesake -> {
            var snoop = lead(place, "Sixten " + namesake.family());
            var at = day.atTime(21, 40).atZone(Time.SWEDEN).toInstant();
            look(snoop, namesake.id(), at);
            for (int i = 0; i < others.size(); i++) {
                look(snoop, others.get(i), at.plusSeconds(90L * (i + 1)));
            }
            look(snoop, namesake.id(), at.plusSeconds(90L * (others.size() + 1)));
        });
    }

    private void look(Actor.Staff snoop, CaseId id, Instant at) {
        DemoClock.at(at, () -> cases.see(snoop, id));
    }

    private Optional<Namesake> endedBefore(Workplace place, LocalDate day) {
        return jdbc.sql("""
            select c.id, p.name from cases c join participants p on p.id = c.participant_id
            where c.initiative_id = ? and c.ended_on < ? and p.name is not null and p.protection = 'NONE'
            order by c.number limit 1\
            """)
                .params(place.initiative().value(), day)
                .query((row, i) -> new Namesake(id(row), row.getString("name").replaceFirst(".* ", "")))
                .optional();
    }

    private List<CaseId> others(Workplace place) {
        return jdbc.sql("""
            select c.id from cases c join participants p on p.id = c.participant_id
            where c.initiative_id = ? and c.state = 'ACTIVE' and p.protection = 'NONE' order by c.number limit ?\
            """)
                .params(place.initiative().value(), OTHERS)
                .query((row, i) -> id(row))
                .list();
    }

    private static CaseId id(ResultSet row) throws SQLException {
        return new CaseId(row.getObject("id", UUID.class));
    }

    private Actor.Staff lead(Workplace place, String name) {
        var person = new StaffRegister.NewStaff(name, EMAIL, null, Set.of(Role.LEAD));
        var id = staff.add(SYSTEM, place.lead().organisation(), person);
        staff.setPasswordHash(id, passwords.encode(DemoLogins.PASSWORD));
        leadToo(place, id);
        return staff.actor(id).orElseThrow();
    }

    private void leadToo(Workplace place, StaffId second) {
        var now = initiatives.find(place.initiative()).orElseThrow();
        var details = new InitiativeRegister.Details(
                now.owner(),
                now.team(),
                now.name(),
                now.targetGroup(),
                now.startsOn(),
                now.endsOn(),
                now.plan(),
                Set.of(place.lead().id(), second));
        initiatives.change(SYSTEM, now.id(), details, now.version());
    }
}
