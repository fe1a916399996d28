package se.framsteg.testing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Referrals;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.organisation.Teams;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.TeamId;
import se.framsteg.shared.UnitId;

/** Named examples to test with, made through the application's own doors. */
public class World {
    /** The password of everybody in the tests. */
    public static final String PASSWORD = "kastanj-linbana-torsk-7";

    /** As the product's own, but easy to try: what a password takes to try is told by its hash, and tests sign in thousands of times. */
    private static final String EASY_HASH = new Argon2PasswordEncoder(16, 32, 1, 64, 1).encode(PASSWORD);

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final OrganisationRegister organisations;
    private final StaffRegister staff;
    private final Teams teams;
    private final InitiativeRegister initiatives;
    private final Referrals referrals;
    private final Cases cases;
    private final JdbcClient jdbc;

    World(
            OrganisationRegister organisations,
            StaffRegister staff,
            Teams teams,
            InitiativeRegister initiatives,
            Referrals referrals,
            Cases cases,
            JdbcClient jdbc) {
        this.organisations = organisations;
        this.staff = staff;
        this.teams = teams;
        this.initiatives = initiatives;
        this.referrals = referrals;
        this.cases = cases;
        this.jdbc = jdbc;
    }

    /** A new association with one municipality and one initiative of it, and somebody in each role. */
    public Place place() {
        var number = COUNTER.incrementAndGet();
        var system = new Actor.Installation();
        var association = organisations.addAssociation(system, "Samordningsförbundet Prov " + number);
        var kommun = organisations.addOrganisation(system, association, "Provstads kommun", OrganisationKind.KOMMUN);
        var lead = person(kommun, "Lena Ledare", Role.LEAD);
        var initiative = initiative(association, kommun, "Provinsatsen", lead);
        return new Place(
                association,
                kommun,
                initiative,
                lead,
                person(kommun, "Hanna Handläggare", Role.CASEWORKER),
                person(kommun, "Hugo Handläggare", Role.CASEWORKER),
                person(kommun, "Olle Förbund", Role.ASSOCIATION_OFFICER),
                person(kommun, "Ada Admin", Role.ORGANISATION_ADMINISTRATOR));
    }

    public record Place(
            AssociationId association,
            OrganisationId kommun,
            InitiativeId initiative,
            Actor.Staff lead,
            Actor.Staff caseworker,
            Actor.Staff otherCaseworker,
            Actor.Staff officer,
            Actor.Staff administrator) {}

    /** A new team in the place's association, with its caseworker as member. */
    public TeamId team(Place place) {
        var team = teams.add(new Actor.Installation(), place.association(), "Team " + COUNTER.incrementAndGet());
        teams.addMember(new Actor.Installation(), team, place.caseworker().id());
        return team;
    }

    /** A new unit in the place's municipality. */
    public UnitId unit(Place place) {
        return organisations.addUnit(new Actor.Installation(), place.kommun(), "Enhet " + COUNTER.incrementAndGet());
    }

    /** A case in this place, with its caseworker and decided by its lead, unless told otherwise. */
    public ACase aCase(Place place) {
        return new ACase(place, referrals, cases);
    }

    public OrganisationId organisation(AssociationId association, String name, OrganisationKind kind) {
        return organisations.addOrganisation(new Actor.Installation(), association, name, kind);
    }

    /** A member of staff, who signs in with {@link #email} and {@link #PASSWORD}. */
    public Actor.Staff person(OrganisationId organisation, String name, Role... roles) {
        var email = "person" + COUNTER.incrementAndGet() + "@prov.example";
        var id = staff.add(
                new Actor.Installation(), organisation, new StaffRegister.NewStaff(name, email, null, Set.of(roles)));
        staff.setPasswordHash(id, EASY_HASH);
        return staff.actor(id).orElseThrow();
    }

    public String email(Actor.Staff person) {
        return jdbc.sql("select email from staff where id = ?")
                .param(person.id().value())
                .query(String.class)
                .single();
    }

    /** An initiative that began a year ago and measures with the first instrument that ships with Framsteg. */
    public InitiativeId initiative(AssociationId association, OrganisationId owner, String name, Actor.Staff lead) {
        var instrument =
                new InstrumentId(jdbc.sql("""
                    select id from instruments where state = 'PUBLISHED' and association_id is null
                    order by key, version limit 1\
                    """).query(java.util.UUID.class).single());
        var details = new InitiativeRegister.Details(
                owner,
                Optional.empty(),
                name,
                "Personer som provar",
                LocalDate.now(se.framsteg.shared.Time.SWEDEN).minusYears(1),
                Optional.empty(),
                new Initiative.Plan(instrument, 21, 3, 21),
                Set.of(lead.id()));
        return initiatives.add(new Actor.Installation(), association, details);
    }
}
