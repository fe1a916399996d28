package se.framsteg.demo;

import static se.framsteg.access.Role.ASSOCIATION_OFFICER;
import static se.framsteg.access.Role.BOARD;
import static se.framsteg.access.Role.CASEWORKER;
import static se.framsteg.access.Role.LEAD;
import static se.framsteg.access.Role.ORGANISATION_ADMINISTRATOR;
import static se.framsteg.access.Role.SYSTEM_ADMINISTRATOR;
import static se.framsteg.access.Role.TEAM_MEMBER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.assessment.library.InstrumentLibrary;
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

/** The invented association of the demo: its parties, their staff, five teams' initiatives and one with IPS. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoPlaces {
    private static final Actor.Installation SYSTEM = new Actor.Installation();
    private static final List<String> KOMMUNER = List.of("Ekby", "Granstad", "Lindvik", "Björkfors", "Alnäs");

    private final OrganisationRegister organisations;
    private final StaffRegister staff;
    private final Teams teams;
    private final InitiativeRegister initiatives;
    private final InstrumentLibrary instruments;
    private final String passwordHash;

    DemoPlaces(
            OrganisationRegister organisations,
            StaffRegister staff,
            Teams teams,
            InitiativeRegister initiatives,
            InstrumentLibrary instruments,
            PasswordEncoder passwords) {
        this.organisations = organisations;
        this.staff = staff;
        this.teams = teams;
        this.initiatives = initiatives;
        this.instruments = instruments;
        this.passwordHash = passwords.encode(DemoLogins.PASSWORD);
    }

    /**
     * An initiative and those who work in it.
     *
     * @param partners of other organisations, in the order of FK, AF and the region; may be empty
     */
    record Workplace(
            InitiativeId initiative,
            InstrumentId instrument,
            String municipality,
            Actor.Staff lead,
            List<Actor.Staff> caseworkers,
            List<Actor.Staff> partners,
            Kind kind) {}

    enum Kind {
        IST,
        IPS
    }

    /** The first day of the initiatives. */
    static LocalDate start(LocalDate today) {
        return today.minusMonths(20).withDayOfMonth(1);
    }

    /** The last day of the initiatives. */
    static LocalDate end(LocalDate today) {
        return today.plusMonths(10).withDayOfMonth(1);
    }

    List<Workplace> build(LocalDate today) {
        var association = organisations.addAssociation(SYSTEM, "Samordningsförbundet Norrdalen");
        var parties = parties(association);
        var workplaces = new ArrayList<Workplace>();
        for (int i = 0; i < KOMMUNER.size(); i++) {
            workplaces.add(team(association, parties, KOMMUNER.get(i), i, today));
        }
        workplaces.add(ips(association, today));
        return workplaces;
    }

    /** @return staff of the other parties who are members of every team */
    private List<Actor.Staff> parties(AssociationId association) {
        var office = organisation(association, "Samordningsförbundets kansli", OrganisationKind.OTHER);
        person(office, "Ingrid Förbund", "ingrid@kansli.example", ASSOCIATION_OFFICER);
        person(office, "Staffan Styrelse", "staffan@kansli.example", BOARD);
        person(office, "Sigge System", "sigge@kansli.example", SYSTEM_ADMINISTRATOR);
        var fk = organisation(association, "Försäkringskassan Norrdalen", OrganisationKind.FK);
        var af = organisation(association, "Arbetsförmedlingen Norrdalen", OrganisationKind.AF);
        var region = organisation(association, "Region Norrdalen", OrganisationKind.REGION);
        return List.of(
                person(fk, "Frida Kassa", "frida@fk.example", TEAM_MEMBER),
                person(af, "Arvid Förmedling", "arvid@af.example", TEAM_MEMBER),
                person(region, "Rut Vård", "rut@region.example", TEAM_MEMBER));
    }

    private Workplace team(
            AssociationId association, List<Actor.Staff> parties, String name, int number, LocalDate today) {
        var kommun = organisation(association, kommunOf(name), OrganisationKind.KOMMUN);
        var domain = domain(name);
        person(kommun, DemoNames.ADMINISTRATORS.get(number), "admin@" + domain, ORGANISATION_ADMINISTRATOR);
        var lead = person(kommun, DemoNames.STAFF.get(number * 4), "ledare@" + domain, LEAD);
        var caseworkers = new ArrayList<Actor.Staff>();
        for (int i = 1; i <= 3; i++) {
            caseworkers.add(
                    person(kommun, DemoNames.STAFF.get(number * 4 + i), "coach" + i + "@" + domain, CASEWORKER));
        }
        var team = teams.add(SYSTEM, association, "IST " + name);
        parties.forEach(member -> teams.addMember(SYSTEM, team, member.id()));
        caseworkers.forEach(member -> teams.addMember(SYSTEM, team, member.id()));
        return workplace(
                association,
                kommun,
                Optional.of(team),
                "Individsamverkansteam " + name,
                "Personer 18–64 år som behöver samordnat stöd från flera parter för att närma sig arbete eller"
                        + " studier.",
                "framsteg-bip",
                name,
                lead,
                caseworkers,
                parties,
                Kind.IST,
                today);
    }

    private Workplace ips(AssociationId association, LocalDate today) {
        var kommun = organisation(association, "Hammarnäs kommun", OrganisationKind.KOMMUN);
        var lead = person(kommun, DemoNames.STAFF.get(20), "ledare@hammarnas.example", LEAD);
        var coaches = List.of(
                person(kommun, DemoNames.STAFF.get(21), "coach1@hammarnas.example", CASEWORKER),
                person(kommun, DemoNames.STAFF.get(22), "coach2@hammarnas.example", CASEWORKER));
        return workplace(
                association,
                kommun,
                Optional.empty(),
                "IPS Hammarnäs",
                "Personer 16–64 år med psykisk ohälsa eller neuropsykiatrisk funktionsnedsättning som vill arbeta.",
                "framsteg-sex-omraden",
                "Hammarnäs",
                lead,
                coaches,
                List.of(),
                Kind.IPS,
                today);
    }

    /** An initiative that the same people had in the years before this one, and that ended long ago. */
    Workplace before(Workplace place, LocalDate today) {
        var initiative = initiatives.add(
                SYSTEM,
                place.lead().association(),
                new InitiativeRegister.Details(
                        place.lead().organisation(),
                        Optional.empty(),
                        "Steget vidare " + place.municipality(),
                        "Personer 18–64 år som har varit länge borta från arbete.",
                        today.minusYears(10).withDayOfMonth(1),
                        Optional.of(today.minusYears(7).withDayOfMonth(1)),
                        new Initiative.Plan(place.instrument(), 21, 3, 21),
                        Set.of(place.lead().id())));
        return new Workplace(
                initiative,
                place.instrument(),
                place.municipality(),
                place.lead(),
                place.caseworkers(),
                List.of(),
                place.kind());
    }

    private Workplace workplace(
            AssociationId association,
            OrganisationId kommun,
            Optional<TeamId> team,
            String name,
            String targetGroup,
            String instrumentKey,
            String municipality,
            Actor.Staff lead,
            List<Actor.Staff> caseworkers,
            List<Actor.Staff> partners,
            Kind kind,
            LocalDate today) {
        var instrument = latest(instrumentKey);
        var initiative = initiatives.add(
                SYSTEM,
                association,
                new InitiativeRegister.Details(
                        kommun,
                        team,
                        name,
                        targetGroup,
                        start(today),
                        Optional.of(end(today)),
                        new Initiative.Plan(instrument, 21, 3, 21),
                        Set.of(lead.id())));
        return new Workplace(initiative, instrument, municipality, lead, caseworkers, partners, kind);
    }

    private InstrumentId latest(String key) {
        return instruments.shipped().stream()
                .filter(one -> one.instrument().key().equals(key))
                .max(Comparator.comparing(one -> one.instrument().version()))
                .orElseThrow()
                .id();
    }

    private OrganisationId organisation(AssociationId association, String name, OrganisationKind kind) {
        return organisations.addOrganisation(SYSTEM, association, name, kind);
    }

    private Actor.Staff person(OrganisationId organisation, String name, String email, Role role) {
        var id = staff.add(SYSTEM, organisation, new StaffRegister.NewStaff(name, email, null, Set.of(role)));
        staff.setPasswordHash(id, passwordHash);
        return staff.actor(id).orElseThrow();
    }

    /** What the municipality is called as an organisation. */
    static String kommunOf(String name) {
        return name.endsWith("s") ? name + " kommun" : name + "s kommun";
    }

    private static String domain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('ö', 'o').replace('ä', 'a') + ".example";
    }
}
