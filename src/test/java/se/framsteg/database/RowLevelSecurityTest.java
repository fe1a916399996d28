package se.framsteg.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Time;
import se.framsteg.testing.ContactExamples;
import se.framsteg.testing.Crowd;
import se.framsteg.testing.EmployerExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.PlanExamples;
import se.framsteg.testing.Sharing;
import se.framsteg.testing.StoryExamples;
import se.framsteg.testing.World;

/** A plain connection as the application's role, with no program before it: it sees what the policies show to who is asking. */
@FramstegTest
class RowLevelSecurityTest {
    /** Tables that hold or point to something of a person, and are closed in other ways. */
    private static final List<String> NOT_BY_ROWS = List.of();

    @Autowired
    World world;

    @Autowired
    OwnerSql owner;

    @Autowired
    EmbeddedPostgres database;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Crowd crowd;

    private World.Place place;
    private CaseId id;
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        place = world.place();
        id = new CaseExamples(beans).started(place);
        var login = database.application();
        connection = DriverManager.getConnection(login.url(), login.user(), login.password());
        connection.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    private void asking(String who) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('framsteg.asking', ?, true)")) {
            statement.setString(1, who + " " + Instant.now());
            statement.execute();
        }
    }

    private int count(String from) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private int seen(String table) throws SQLException {
        return count(table + " where case_id = '" + id + "'");
    }

    private List<String> guarded() {
        return owner.sql("select relname from pg_class where relrowsecurity and relkind = 'r' order by relname")
                .query((row, i) -> row.getString(1))
                .list();
    }

    /** Of some the application reads nothing at all. */
    private List<String> readable() {
        return owner.sql("""
            select relname from pg_class where relrowsecurity and relkind = 'r'
              and has_table_privilege('framsteg_app', oid, 'SELECT') order by relname\
            """).query((row, i) -> row.getString(1)).list();
    }

    @Test
    void everyTableThatPointsToAPersonIsGuardedRowByRow() {
        var pointing =
                new TreeSet<>(owner.sql("""
                    select distinct c.table_name from information_schema.columns c
                    join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
                      and t.table_type = 'BASE TABLE'
                    where c.table_schema = 'public'
                      and c.column_name in ('case_id', 'participant_id', 'round_id', 'note_id', 'agreement_id', 'referral_id',
                        'consent_id', 'import_id')\
                    """).query((row, i) -> row.getString(1)).list());
        pointing.removeAll(NOT_BY_ROWS);
        assertThat(guarded()).containsAll(pointing).contains("participants", "cases", "journal");
    }

    @Test
    void asLongAsNobodyIsAskingThereIsNoRow() throws SQLException {
        var rows = new TreeMap<String, Integer>();
        for (var table : readable()) {
            rows.put(table, count(table));
        }
        for (var view : List.of(
                "case_reach",
                "referral_reach",
                "case_states",
                "follow_up_cases",
                "follow_up_rounds",
                "opened_cases",
                "whole_cases",
                "assigned_cases",
                "whole_rounds",
                "whole_agreements",
                "whole_notes",
                "opened_by_consent",
                "asker_looks",
                "person_keepers")) {
            rows.put(view, count(view));
        }
        assertThat(rows.values()).as("%s", rows).containsOnly(0);
    }

    /** Those of the crowd for whom there is anything about three persons in each view that the application may read. */
    private static final Map<String, List<String>> VIEWS = Map.ofEntries(
            Map.entry("assigned_cases", List.of("caseworker")),
            Map.entry("whole_cases", List.of("caseworker", "lead")),
            Map.entry("whole_rounds", List.of("caseworker", "lead")),
            Map.entry("whole_agreements", List.of("caseworker", "lead")),
            Map.entry("whole_notes", List.of("caseworker", "lead")),
            Map.entry("whole_contacts", List.of("caseworker", "lead")),
            // Of employers, and of contacts with them by no id of theirs.
            Map.entry("employer_heads", List.of()),
            Map.entry("employer_history", List.of()),
            // Numbers alone, of staff.
            Map.entry("training_counts", List.of()),
            Map.entry("training_results", List.of()),
            // As whoever asks: what an activity or a job is about decides who is told of it.
            Map.entry("case_efforts", List.of("caseworker", "lead", "opened-whole", "respondent")),
            // Sums of reviews, of the work and of nobody.
            Map.entry("fidelity_agreed_sums", List.of()),
            // What fidelity is worked out from, for leads alone.
            Map.entry("fidelity_assignments", List.of("lead")),
            Map.entry("fidelity_cases", List.of("lead")),
            Map.entry("fidelity_contact_cases", List.of("lead")),
            Map.entry("fidelity_contacts", List.of("lead")),
            Map.entry("fidelity_job_changes", List.of()),
            Map.entry("fidelity_jobs", List.of("lead")),
            Map.entry("fidelity_met", List.of("lead")),
            Map.entry("fidelity_team_people", List.of()),
            Map.entry("employment_spells", List.of("caseworker", "lead", "opened-whole", "respondent")),
            Map.entry("whole_employments", List.of("caseworker", "lead")),
            Map.entry("whole_plan_needs", List.of("caseworker", "lead")),
            Map.entry("whole_plans", List.of("caseworker", "lead")),
            Map.entry("whole_plan_goals", List.of()),
            Map.entry("whole_plan_meetings", List.of("caseworker", "lead")),
            Map.entry("led_referrals", List.of("lead")),
            Map.entry("asker_looks", List.of("caseworker")),
            // As what one reaches a case oneself, and a referral that one leads or has registered.
            Map.entry("case_reach", List.of("caseworker", "lead")),
            Map.entry("referral_reach", List.of("caseworker", "lead")),
            Map.entry("follow_up_reach", List.of("caseworker", "lead")),
            // How a case stands, for those who look at anything of it.
            Map.entry("case_states", List.of("caseworker", "lead", "opened", "opened-whole", "respondent")),
            Map.entry("restricted_cases", List.of("caseworker", "lead", "opened", "opened-whole", "respondent")),
            // What consents open.
            Map.entry("opened_by_consent", List.of("opened", "opened-whole")),
            Map.entry("opened_cases", List.of("opened", "opened-whole")),
            Map.entry("opened_persons", List.of("opened-whole")),
            // What is counted, by ids that the officer can look up nowhere.
            Map.entry("follow_up_cases", List.of("lead")),
            Map.entry("follow_up_rounds", List.of("lead")),
            Map.entry("follow_up_plans", List.of("lead")),
            Map.entry("consultation_counts", List.of()),
            // Whom a leader sees in a group; nobody of the crowd leads one with these persons in it.
            Map.entry("led_enrolments", List.of()),
            // What is kept and reviewed, by numbers and ids.
            Map.entry("person_keepers", List.of("organisation-administrator")),
            Map.entry("retention_cases", List.of("organisation-administrator")),
            Map.entry("retention_referrals", List.of("organisation-administrator")));

    @Test
    void everyViewTellsEachOnlyWhatTheyNeed() throws SQLException {
        var shown = crowd.anotherCase();
        var ids = everythingOf(crowd.place(), shown);
        var all = new TreeMap<String, List<String>>();
        for (var view : readableViews()) {
            var told = new ArrayList<String>();
            for (var who : Crowd.STAFF) {
                asking("STAFF " + crowd.actor(who).id());
                if (tells(view, ids)) {
                    told.add(who);
                }
            }
            asking("RESPONDENT " + new CaseExamples(beans).baseline(crowd.place(), shown));
            if (tells(view, ids)) {
                told.add("respondent");
            }
            all.put(view, told);
        }
        assertThat(all).isEqualTo(new TreeMap<>(VIEWS));
    }

    private List<String> readableViews() {
        return owner.sql("""
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
            where c.relkind = 'v' and has_table_privilege('framsteg_app', c.oid, 'SELECT') order by c.relname\
            """).query((row, i) -> row.getString(1)).list();
    }

    private boolean tells(String view, List<String> ids) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select cast(v as text) from " + view + " v")) {
            while (rows.next()) {
                var row = rows.getString(1);
                if (ids.stream().anyMatch(row::contains)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A case with something of everything, one that has ended and a referral; and the ids of all that belongs to them. */
    private List<String> everythingOf(World.Place at, CaseId shown) {
        var examples = new CaseExamples(beans);
        var round = examples.baseline(at, shown);
        examples.participantAnswers(round, 2);
        examples.caseworkerAnswers(at, round, 3);
        examples.agreed(at, shown, round);
        new PlanExamples(beans).meeting(at, shown);
        new StoryExamples(beans).note(at.caseworker(), shown, LocalDate.now(Time.SWEDEN), "Vi pratade");
        new ContactExamples(beans).talk(at.caseworker(), shown);
        var employers = new EmployerExamples(beans);
        var met = employers.employer(at.caseworker(), "Provbageriet");
        employers.met(at.caseworker(), met, at.initiative(), EmployerExamples.introduced(), shown);
        employers.profile(at.caseworker(), shown);
        new StoryExamples(beans).job(at.caseworker(), shown, "Provbolaget", LocalDate.now(Time.SWEDEN));
        beans.getBeanProvider(Restrictions.class)
                .getObject()
                .restrict(at.caseworker(), shown, "Bestrids", LocalDate.now(Time.SWEDEN))
                .orThrow();
        var ended = world.aCase(at).ended();
        var referred = world.aCase(at).referred();
        return owner.sql("""
            with c as (select * from cases where id in (:shown, :ended)),
            f as (select * from referrals where id = :referred or id in (select referral_id from c))
            select cast(id as text) from c union select cast(id as text) from f
            union select cast(participant_id as text) from f
            union select cast(o.id as text) from rounds o join c on c.id = o.case_id
            union select cast(o.id as text) from plan_needs o join c on c.id = o.case_id
            union select cast(o.id as text) from plans o join c on c.id = o.case_id
            union select cast(m.id as text) from plan_meetings m join plans o on o.id = m.plan_id join c on c.id = o.case_id
            union select cast(o.id as text) from agreements o join c on c.id = o.case_id
            union select cast(o.id as text) from notes o join c on c.id = o.case_id
            union select cast(o.id as text) from employments o join c on c.id = o.case_id
            union select cast(o.contact_id as text) from contact_persons o join c on c.id = o.case_id\
            """)
                .param("shown", shown.value())
                .param("ended", ended.value())
                .param("referred", referred.value())
                .query((row, i) -> row.getString(1))
                .list();
    }

    @Test
    void aPersonWithProtectedIdentityIsCountedForTheLeadAndToldToNobodyWhoIsNotNamed() throws SQLException {
        owner.sql("update participants set protection = 'CONFIDENTIALITY_MARKING' where organisation_id = ?")
                .param(place.kommun().value())
                .update();
        asking("STAFF " + place.lead().id());
        assertThat(seen("follow_up_cases")).isOne();
        assertThat(seen("follow_up_rounds")).isPositive();
        for (var closed : List.of("case_states", "case_reach", "restricted_cases", "follow_up_reach", "whole_cases")) {
            assertThat(seen(closed)).as(closed).isZero();
        }
        for (var other : List.of(place.officer(), world.person(place.kommun(), "Berit Board", Role.BOARD))) {
            asking("STAFF " + other.id());
            for (var counted : List.of("follow_up_cases", "follow_up_rounds", "follow_up_plans")) {
                assertThat(seen(counted)).as(counted).isZero();
            }
            assertThat(count("cases")).isZero();
            assertThat(count("participants")).isZero();
        }
        asking("STAFF " + place.caseworker().id());
        assertThat(seen("case_states")).isOne();
        assertThat(seen("follow_up_cases")).isZero();
        assertThat(seen("follow_up_rounds")).isZero();
    }

    @Test
    void whoeverHasTheCaseSeesItAndNobodyElseDoes() throws SQLException {
        asking("STAFF " + place.caseworker().id());
        assertThat(seen("rounds")).isPositive();
        asking("STAFF " + place.lead().id());
        assertThat(seen("rounds")).isPositive();
        for (var other : List.of(
                place.otherCaseworker(),
                place.officer(),
                place.administrator(),
                world.place().lead())) {
            asking("STAFF " + other.id());
            assertThat(seen("rounds")).isZero();
            assertThat(count("cases")).isZero();
            assertThat(count("participants")).isZero();
        }
        asking("STAFF " + UUID.randomUUID());
        assertThat(count("cases")).isZero();
    }

    @Test
    void aWithdrawnConsentClosesWhatItOpenedAndNeverOpenedTheRowOfTheCase() throws SQLException {
        var kassan = world.organisation(place.association(), "Kassan", OrganisationKind.FK);
        var colleague = world.person(kassan, "Kaj Kassa", se.framsteg.access.Role.CASEWORKER);
        var sharing = new Sharing(owner);
        sharing.name(id, colleague);
        asking("STAFF " + colleague.id());
        assertThat(seen("rounds")).isZero();
        var consent = sharing.yes(id, kassan, "ASSESSMENTS");
        assertThat(seen("rounds")).isPositive();
        assertThat(seen("opened_cases")).isOne();
        assertThat(count("cases")).isZero();
        assertThat(count("participants")).isZero();
        sharing.withdraw(consent, 2);
        assertThat(seen("rounds")).isZero();
        assertThat(seen("opened_cases")).isZero();
    }

    @Test
    void aLeadWhoIsNotNamedSeesNothingOfAProtectedIdentity() throws SQLException {
        asking("STAFF " + place.lead().id());
        assertThat(count("participants")).isOne();
        owner.sql("update participants set protection = 'CONFIDENTIALITY_MARKING' where organisation_id = ?")
                .param(place.kommun().value())
                .update();
        assertThat(count("participants")).isZero();
        assertThat(seen("rounds")).isZero();
        asking("STAFF " + place.caseworker().id());
        assertThat(count("participants")).isOne();
    }

    @Test
    void whoOnlyLooksChangesNothing() throws SQLException {
        var kassan = world.organisation(place.association(), "Kassan", OrganisationKind.FK);
        var colleague = world.person(kassan, "Kaj Kassa", se.framsteg.access.Role.CASEWORKER);
        var sharing = new Sharing(owner);
        sharing.name(id, colleague);
        sharing.yes(id, kassan, Sharing.ALL_KINDS);
        asking("STAFF " + colleague.id());
        assertThat(seen("rounds")).isPositive();
        for (var change : List.of(
                "update rounds set due_on = due_on where case_id = '%s'",
                "delete from rounds where case_id = '%s'", "update participants set phone = '1'")) {
            try (var statement = connection.createStatement()) {
                assertThat(statement.executeUpdate(change.formatted(id)))
                        .as(change)
                        .isZero();
            }
        }
    }

    @Test
    void nobodyAddsToACaseThatIsNotTheirs() throws SQLException {
        asking("STAFF " + place.otherCaseworker().id());
        try (var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(
                            "insert into notes (id, association_id, case_id) values (gen_random_uuid(), '%s', '%s')"
                                    .formatted(place.association(), id)))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void theApplicationOwnsNothingAndCannotGoPastThePolicies() throws SQLException {
        var powers = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                    select relname from pg_class where relowner = (select oid from pg_roles where rolname = current_user)
                    union all
                    select 'bypass' from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)\
                    """)) {
            while (rows.next()) {
                powers.add(rows.getString(1));
            }
        }
        assertThat(powers).isEmpty();
    }
}
