package se.framsteg.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Id;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.Time;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Sharing;
import se.framsteg.testing.World;

/**
 * An association in which chance decides who works where, who has and leads what, whom persons have said yes to, and what
 * happens next; beside it, in plain Java, what that means for who sees what.
 */
final class RandomWorld {
    static final Set<String> KINDS = Set.of(
            "IDENTITY",
            "ASSESSMENTS",
            "PLAN",
            "JOINT_PLAN",
            "ACTIVITIES",
            "NOTES",
            "HEALTH",
            "SOCIAL",
            "ECONOMY",
            "WORK");

    private static final List<Role> WORKING = List.of(Role.CASEWORKER, Role.LEAD, Role.TEAM_MEMBER);
    private static final Set<Role> INVITABLE = EnumSet.of(Role.CASEWORKER, Role.LEAD, Role.TEAM_MEMBER);

    private final World world;
    private final OwnerSql sql;
    private final Sharing sharing;
    private final Random random;
    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private final List<Person> staff = new ArrayList<>();
    private final List<Case> cases = new ArrayList<>();
    private final List<Consent> consents = new ArrayList<>();

    /** A member of staff, as the world knows them now. */
    static final class Person {
        final StaffId id;
        final OrganisationId organisation;
        final Set<Role> roles;
        final Set<InitiativeId> leads = new HashSet<>();
        boolean active = true;

        Person(StaffId id, OrganisationId organisation, Set<Role> roles) {
            this.id = id;
            this.organisation = organisation;
            this.roles = roles;
        }
    }

    static final class Case {
        final CaseId id;
        final OrganisationId organisation;
        final InitiativeId initiative;
        final Set<StaffId> named = new HashSet<>();
        final Set<StaffId> colleagues = new HashSet<>();
        StaffId caseworker;
        boolean protectedIdentity;
        boolean ended;

        Case(CaseId id, OrganisationId organisation, InitiativeId initiative, StaffId caseworker) {
            this.id = id;
            this.organisation = organisation;
            this.initiative = initiative;
            this.caseworker = caseworker;
        }
    }

    private static final class Consent {
        final UUID id;
        final Case about;
        final OrganisationId to;
        int answers = 1;
        Set<String> kinds;
        boolean open;

        Consent(UUID id, Case about, OrganisationId to, Set<String> kinds, boolean open) {
            this.id = id;
            this.about = about;
            this.to = to;
            this.kinds = kinds;
            this.open = open;
        }
    }

    RandomWorld(World world, OwnerSql sql, long seed) {
        this.world = world;
        this.sql = sql;
        this.sharing = new Sharing(sql);
        this.random = new Random(seed);
        for (int association = 0; association < 2; association++) {
            people(association);
        }
    }

    private void people(int association) {
        var place = world.place();
        var organisations = List.of(
                place.kommun(),
                world.organisation(place.association(), "Region", OrganisationKind.REGION),
                world.organisation(place.association(), "Kassan", OrganisationKind.FK));
        var here = new ArrayList<Person>();
        for (var organisation : organisations) {
            var role = WORKING.get(random.nextInt(3));
            here.add(add(organisation, Set.of(Role.CASEWORKER)));
            here.add(add(organisation, Set.of(Role.LEAD)));
            here.add(add(organisation, Set.of(role)));
        }
        var initiatives = new HashMap<OrganisationId, InitiativeId>();
        for (var organisation : organisations.subList(0, 2)) {
            var lead = here.stream()
                    .filter(one -> one.organisation.equals(organisation) && one.roles.contains(Role.LEAD))
                    .findFirst()
                    .orElseThrow();
            initiatives.put(
                    organisation,
                    world.initiative(place.association(), organisation, "Insats " + Id.next(), actor(lead)));
            lead.leads.add(java.util.Objects.requireNonNull(initiatives.get(organisation)));
        }
        initiatives.forEach((organisation, initiative) -> {
            for (int i = 0; i < 2; i++) {
                cases.add(aCase(place, here, organisation, initiative));
            }
        });
    }

    private Person add(OrganisationId organisation, Set<Role> roles) {
        var person = new Person(
                world.person(organisation, "Slumpa Fram", roles.toArray(Role[]::new))
                        .id(),
                organisation,
                roles);
        staff.add(person);
        return person;
    }

    Actor.Staff actor(Person person) {
        var association = sql.sql("select association_id from staff where id = ?")
                .param(person.id.value())
                .query(UUID.class)
                .single();
        return new Actor.Staff(
                person.id,
                new se.framsteg.shared.AssociationId(association),
                person.organisation,
                "Slumpa Fram",
                person.roles);
    }

    private Case aCase(World.Place place, List<Person> here, OrganisationId organisation, InitiativeId initiative) {
        var caseworker = here.stream()
                .filter(one -> one.organisation.equals(organisation) && one.roles.contains(Role.CASEWORKER))
                .findFirst()
                .orElseThrow();
        var lead = here.stream()
                .filter(one -> one.organisation.equals(organisation) && one.leads.contains(initiative))
                .findFirst()
                .orElseThrow();
        var id = world.aCase(place)
                .in(initiative, actor(lead))
                .of(actor(caseworker))
                .started();
        fill(id, caseworker.id);
        return new Case(id, organisation, initiative, caseworker.id);
    }

    /** Something of each kind, so that what is open shows. */
    private void fill(CaseId id, StaffId by) {
        for (var kind : List.of("WORK", "HEALTH", "SOCIAL")) {
            insert("""
                insert into activities (id, association_id, case_id, kind, title, from_on, registered_by, registered_at)
                select gen_random_uuid(), association_id, id, '%s', 'Något', cast(now() at time zone 'Europe/Stockholm' as date), :by, now() from cases where id = :case\
                """.formatted(kind), id, by);
        }
        insert("""
            insert into employments (id, association_id, case_id, kind, employer, from_on, registered_by, registered_at)
            select gen_random_uuid(), association_id, id, 'PLACEMENT', 'Ett företag', cast(now() at time zone 'Europe/Stockholm' as date), :by, now()
            from cases where id = :case\
            """, id, by);
        insert("""
            insert into notes (id, association_id, case_id)
            select gen_random_uuid(), association_id, id from cases where id = :case\
            """, id, by);
        insert("""
            insert into agreements (id, association_id, case_id, participant_id, round_id, what, who, agreed_on, agreed_by, agreed_at)
            select gen_random_uuid(), c.association_id, c.id, c.participant_id, r.id, 'Ett steg', 'PARTICIPANT', cast(now() at time zone 'Europe/Stockholm' as date), :by, now()
            from cases c join rounds r on r.case_id = c.id where c.id = :case limit 1\
            """, id, by);
        insert("""
            insert into plans (id, association_id, case_id, kind, started_on, started_by)
            select gen_random_uuid(), association_id, id, 'MY_PLAN', cast(now() at time zone 'Europe/Stockholm' as date), :by from cases where id = :case\
            """, id, by);
        insert("update cases set income_before = 'LON' where id = :case", id, by);
    }

    private void insert(String statement, CaseId id, StaffId by) {
        sql.sql(statement).param("case", id.value()).param("by", by.value()).update();
    }

    List<Person> staff() {
        return staff;
    }

    List<Case> cases() {
        return cases;
    }

    /** What this member of staff sees today, by the cases' ids: kinds of information, or "WHOLE". */
    Map<CaseId, Set<String>> seenBy(Person person) {
        var seen = new HashMap<CaseId, Set<String>>();
        for (var one : cases) {
            var kinds = whole(person, one) ? Set.of("WHOLE") : opened(person, one);
            if (!kinds.isEmpty()) {
                seen.put(one.id, kinds);
            }
        }
        return seen;
    }

    private static boolean whole(Person person, Case one) {
        var has = person.roles.contains(Role.CASEWORKER) && one.caseworker.equals(person.id);
        var leads = person.roles.contains(Role.LEAD)
                && person.leads.contains(one.initiative)
                && (!one.protectedIdentity || one.named.contains(person.id));
        return person.active && (has || leads);
    }

    private Set<String> opened(Person person, Case one) {
        var kinds = new TreeSet<String>();
        var invited = one.colleagues.contains(person.id)
                && person.active
                && !one.ended
                && !person.organisation.equals(one.organisation)
                && person.roles.stream().anyMatch(INVITABLE::contains);
        if (invited) {
            consents.stream()
                    .filter(consent -> consent.open && consent.about == one && consent.to.equals(person.organisation))
                    .forEach(consent -> kinds.addAll(consent.kinds));
        }
        return kinds;
    }

    /** Something happens, to somebody. Tells what, for when it leads to a difference. */
    String happen() {
        var person = staff.get(random.nextInt(staff.size()));
        var one = cases.get(random.nextInt(cases.size()));
        return switch (random.nextInt(11)) {
            case 0, 1, 2 -> name(person, one);
            case 3, 4, 5 -> consent(person, one);
            case 6 -> changeConsent();
            case 7 -> close(person);
            case 8 -> protect(one);
            case 9 -> end(one);
            default -> reassign(one);
        };
    }

    private String name(Person person, Case one) {
        if (!sameAssociation(person, one)
                || person.organisation.equals(one.organisation)
                || !one.colleagues.add(person.id)) {
            return "nothing";
        }
        sql.sql("""
            insert into case_colleagues (association_id, case_id, organisation_id, staff_id, named_by, named_at)
            select c.association_id, c.id, :organisation, :staff, :by, now() from cases c where c.id = :case\
            """)
                .param("organisation", person.organisation.value())
                .param("staff", person.id.value())
                .param("by", one.caseworker.value())
                .param("case", one.id.value())
                .update();
        return person.id + " named on " + one.id;
    }

    private boolean sameAssociation(Person person, Case one) {
        return sql.sql("select exists (select from staff s join cases c on c.association_id = s.association_id"
                        + " where s.id = ? and c.id = ?)")
                .param(person.id.value())
                .param(one.id.value())
                .query(Boolean.class)
                .single();
    }

    private String consent(Person person, Case one) {
        if (!sameAssociation(person, one) || person.organisation.equals(one.organisation)) {
            return "nothing";
        }
        var kinds = some();
        var past = random.nextInt(5) == 0;
        var until = past ? today.minusDays(1) : today.plusDays(random.nextInt(3));
        var id = sharing.yes(one.id, person.organisation, today.minusDays(5), until, kinds.toArray(String[]::new));
        consents.add(new Consent(id, one, person.organisation, kinds, !past));
        return "yes to " + kinds + " for " + person.organisation + " in " + one.id + " until " + until;
    }

    private Set<String> some() {
        var kinds = new TreeSet<String>();
        KINDS.stream().sorted().filter(_ -> random.nextInt(3) == 0).forEach(kinds::add);
        if (kinds.isEmpty()) {
            kinds.add("NOTES");
        }
        return kinds;
    }

    private String changeConsent() {
        if (consents.isEmpty()) {
            return "nothing";
        }
        var consent = consents.get(random.nextInt(consents.size()));
        if (consent.kinds.isEmpty()) {
            return "nothing";
        }
        if (random.nextBoolean()) {
            sharing.withdraw(consent.id, ++consent.answers);
            consent.open = false;
            consent.kinds = Set.of();
            return "withdrawn " + consent.id;
        }
        consent.kinds = narrowed(consent.kinds);
        consent.open = true;
        sharing.answer(
                consent.id, ++consent.answers, "YES", today, today.plusDays(1), consent.kinds.toArray(String[]::new));
        return "changed " + consent.id + " to " + consent.kinds;
    }

    /** A later yes is never to more. */
    private Set<String> narrowed(Set<String> kinds) {
        var fewer = new TreeSet<String>();
        kinds.stream().filter(_ -> random.nextBoolean()).forEach(fewer::add);
        return fewer.isEmpty() ? kinds : fewer;
    }

    private String close(Person person) {
        person.active = !person.active;
        sql.sql("update staff set active = ? where id = ?")
                .param(person.active)
                .param(person.id.value())
                .update();
        return person.id + " active: " + person.active;
    }

    private String protect(Case one) {
        var lead = staff.stream()
                .filter(person -> person.leads.contains(one.initiative))
                .findFirst()
                .orElseThrow();
        if (one.protectedIdentity && one.named.add(lead.id)) {
            sql.sql("""
                insert into named_access (organisation_id, participant_id, staff_id, named_by, named_at)
                select c.organisation_id, c.participant_id, :lead, :lead, now() from cases c where c.id = :case\
                """)
                    .param("lead", lead.id.value())
                    .param("case", one.id.value())
                    .update();
            return lead.id + " named for " + one.id;
        }
        one.protectedIdentity = true;
        sql.sql("""
            update participants set protection = 'CONFIDENTIALITY_MARKING'
            where id = (select participant_id from cases where id = ?)\
            """).param(one.id.value()).update();
        return one.id + " protected";
    }

    private String end(Case one) {
        one.ended = true;
        sql.sql("""
            update cases set state = 'ENDED', ended_on = cast(now() at time zone 'Europe/Stockholm' as date), end_reason = 'OTHER', outcome = 'OTHER' where id = ?\
            """).param(one.id.value()).update();
        return one.id + " ended";
    }

    private String reassign(Case one) {
        var others = staff.stream()
                .filter(person -> person.organisation.equals(one.organisation) && !person.id.equals(one.caseworker))
                .toList();
        var to = others.get(random.nextInt(others.size()));
        sql.sql("update assignments set to_on = cast(now() at time zone 'Europe/Stockholm' as date) where"
                        + " case_id = ? and to_on is null")
                .param(one.id.value())
                .update();
        sql.sql("""
            insert into assignments (organisation_id, case_id, staff_id, from_on, assigned_by)
            values (?, ?, ?, cast(now() at time zone 'Europe/Stockholm' as date), ?)\
            """)
                .param(one.organisation.value())
                .param(one.id.value())
                .param(to.id.value())
                .param(to.id.value())
                .update();
        one.caseworker = to.id;
        return one.id + " to " + to.id;
    }
}
