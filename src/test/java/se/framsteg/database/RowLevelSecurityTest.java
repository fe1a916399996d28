package se.framsteg.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Sharing;
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
