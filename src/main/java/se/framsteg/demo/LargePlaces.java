package se.framsteg.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.demo.DemoPlaces.Kind;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.OrganisationId;

/** Where the large population is: associations with ten initiatives each, and a lead and ten caseworkers in each of these. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class LargePlaces {
    private static final Actor.Installation SYSTEM = new Actor.Installation();
    private static final String NAME = "Samordningsförbundet Stordal ";
    private static final int INITIATIVES = 10;
    private static final int CASEWORKERS = 10;

    private final OrganisationRegister organisations;
    private final StaffRegister staff;
    private final InitiativeRegister initiatives;
    private final InstrumentLibrary instruments;
    private final PasswordEncoder passwords;
    private final JdbcClient jdbc;

    LargePlaces(
            OrganisationRegister organisations,
            StaffRegister staff,
            InitiativeRegister initiatives,
            InstrumentLibrary instruments,
            PasswordEncoder passwords,
            JdbcClient jdbc) {
        this.organisations = organisations;
        this.staff = staff;
        this.initiatives = initiatives;
        this.instruments = instruments;
        this.passwords = passwords;
        this.jdbc = jdbc;
    }

    /** How many persons there are in these places by now. */
    int persons() {
        return jdbc.sql("""
            select count(*) from participants p join associations a on a.id = p.association_id
            where a.name like :name\
            """).param("name", NAME + "%").query(Integer.class).single();
    }

    /** How many initiatives there are in these places by now. */
    int initiatives() {
        return jdbc.sql("""
            select count(*) from initiatives i join associations a on a.id = i.association_id
            where a.name like :name\
            """).param("name", NAME + "%").query(Integer.class).single();
    }

    /**
     * One more initiative, in an association of its own if it is the first of ten.
     *
     * @param number from 0
     * @param today of which the initiative has gone on for three years
     */
    Workplace build(int number, LocalDate today) {
        var association = association(number / INITIATIVES, number % INITIATIVES == 0);
        var place = number / INITIATIVES + "-" + number % INITIATIVES;
        var kommun = organisations.addOrganisation(
                SYSTEM, association, "Stordal " + place + ", kommunen", OrganisationKind.KOMMUN);
        var hash = passwords.encode(DemoLogins.PASSWORD);
        var lead = person(kommun, "Ledare " + place, "ledare@" + domain(place), Role.LEAD, hash);
        var caseworkers = new ArrayList<Actor.Staff>();
        for (int i = 0; i < CASEWORKERS; i++) {
            caseworkers.add(person(kommun, "Coach " + i, "coach" + i + "@" + domain(place), Role.CASEWORKER, hash));
        }
        var instrument = instruments.shipped().stream()
                .filter(one -> one.instrument().key().equals("framsteg-bip"))
                .max(Comparator.comparing(one -> one.instrument().version()))
                .orElseThrow();
        var details = new InitiativeRegister.Details(
                kommun,
                Optional.empty(),
                "Insatsen Stordal " + place,
                "Personer som provar hur mycket produkten bär.",
                today.minusYears(3),
                Optional.empty(),
                new Initiative.Plan(instrument.id(), 21, 3, 21),
                Set.of(lead.id()));
        var initiative = initiatives.add(SYSTEM, association, details);
        return new Workplace(initiative, instrument.id(), "Stordal", lead, caseworkers, List.of(), Kind.IST);
    }

    private AssociationId association(int number, boolean first) {
        if (!first) {
            return new AssociationId(jdbc.sql("select id from associations where name = ?")
                    .param(NAME + number)
                    .query(java.util.UUID.class)
                    .single());
        }
        var association = organisations.addAssociation(SYSTEM, NAME + number);
        var office = organisations.addOrganisation(SYSTEM, association, "Kansliet", OrganisationKind.OTHER);
        person(
                office,
                "Kansli " + number,
                "kansli@" + domain(Integer.toString(number)),
                Role.ASSOCIATION_OFFICER,
                passwords.encode(DemoLogins.PASSWORD));
        return association;
    }

    private Actor.Staff person(OrganisationId organisation, String name, String email, Role role, String hash) {
        var id = staff.add(SYSTEM, organisation, new StaffRegister.NewStaff(name, email, null, Set.of(role)));
        staff.setPasswordHash(id, hash);
        return staff.actor(id).orElseThrow();
    }

    /** Such as {@code stordal-3-7.example}: initiative 7 of association 3. */
    private static String domain(String place) {
        return "stordal-" + place + ".example";
    }
}
