package se.framsteg.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Action;
import se.framsteg.access.Asking;
import se.framsteg.access.Guard;
import se.framsteg.consent.RandomWorld.Person;
import se.framsteg.shared.CaseId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

/** The guard, the database's policies and a plain model never differ about who sees what of a case. */
@FramstegTest
class AccessPropertiesTest {
    private static final int STEPS = 40;

    private static final Map<String, Action> ACTIONS = Map.of(
            "IDENTITY", Action.SEE_IDENTITY,
            "ASSESSMENTS", Action.SEE_PROGRESSION,
            "PLAN", Action.SEE_AGREEMENT,
            "JOINT_PLAN", Action.SEE_PLAN,
            "ACTIVITIES", Action.SEE_ACTIVITY,
            "NOTES", Action.SEE_NOTE,
            "HEALTH", Action.SEE_HEALTH,
            "SOCIAL", Action.SEE_SOCIAL,
            "ECONOMY", Action.SEE_LIVELIHOOD,
            "WORK", Action.SEE_EMPLOYMENT);

    /** Where each kind of information lies: the cases of which a row of it is seen. */
    private static final Map<String, String> ROWS = Map.of(
            "IDENTITY",
            """
            select c.case_id from (select id from participants union select id from opened_persons) p
            join (select case_id, participant_id from opened_cases union select id, participant_id from cases) c
              on c.participant_id = p.id\
            """,
            "ASSESSMENTS",
            "select distinct case_id from rounds",
            "PLAN",
            "select distinct case_id from agreements",
            "JOINT_PLAN",
            "select distinct case_id from plans",
            "ACTIVITIES",
            "select distinct case_id from activities where kind not in ('HEALTH', 'SOCIAL')",
            "NOTES",
            "select distinct case_id from notes",
            "HEALTH",
            "select distinct case_id from activities where kind = 'HEALTH'",
            "SOCIAL",
            "select distinct case_id from activities where kind = 'SOCIAL'",
            "ECONOMY",
            """
            select case_id from opened_cases where income_before is not null
            union select id from cases where income_before is not null\
            """,
            "WORK",
            "select distinct case_id from employments");

    @Autowired
    World world;

    @Autowired
    OwnerSql owner;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Asking asking;

    @Autowired
    Guard guard;

    /** Six that are always tried, and one of its own each time, which stands in the test's name and in what fails. */
    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 6), LongStream.of(new SecureRandom().nextLong()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void guardAndDatabaseAndModelSayTheSameWhateverHappens(long seed) {
        var random = new RandomWorld(world, owner, seed);
        for (int step = 0; step < STEPS; step++) {
            var happened = random.happen();
            if (step % 4 == 3) {
                random.staff().forEach(person -> compare(random, person, "seed " + seed + ", after: " + happened));
            }
        }
        // Through all cases there are, which takes its time: once will do.
        if (seed == 1) {
            random.staff().forEach(person -> closed(random, person));
        }
    }

    private void compare(RandomWorld random, Person person, String about) {
        var expected = random.seenBy(person);
        assertThat(byGuard(random, person)).as("guard, %s", about).isEqualTo(expected);
        assertThat(byDatabase(random, person)).as("database, %s", about).isEqualTo(written(expected));
    }

    private Map<CaseId, Set<String>> byGuard(RandomWorld random, Person person) {
        var seen = new HashMap<CaseId, Set<String>>();
        for (var one : random.cases()) {
            var allowed = person.active ? guard.allowed(random.actor(person), one.id) : Set.<Action>of();
            var kinds = new TreeSet<String>();
            ACTIONS.forEach((kind, action) -> {
                if (allowed.contains(action)) {
                    kinds.add(kind);
                }
            });
            if (allowed.contains(Action.SEE_CASE)) {
                seen.put(one.id, Set.of("WHOLE"));
            } else if (!kinds.isEmpty()) {
                seen.put(one.id, kinds);
            }
        }
        return seen;
    }

    /** The database shows a whole case by all its kinds. */
    private static Map<CaseId, Set<String>> written(Map<CaseId, Set<String>> expected) {
        var written = new HashMap<CaseId, Set<String>>();
        expected.forEach((id, kinds) ->
                written.put(id, kinds.contains("WHOLE") ? new TreeSet<>(RandomWorld.KINDS) : new TreeSet<>(kinds)));
        return written;
    }

    /** Of the cases of this world alone, so that it does not take longer the more others there are. */
    private Map<CaseId, Set<String>> byDatabase(RandomWorld random, Person person) {
        var own = random.cases().stream().map(one -> one.id.value()).toArray(UUID[]::new);
        var seen = new HashMap<CaseId, Set<String>>();
        transaction.executeWithoutResult(_ -> {
            asking.by(random.actor(person));
            ROWS.forEach((kind, rows) -> jdbc.sql("select case_id from (" + rows + ") r where case_id = any(:own)")
                    .param("own", own)
                    .query(UUID.class)
                    .list()
                    .forEach(id -> seen.computeIfAbsent(new CaseId(id), _ -> new TreeSet<>())
                            .add(kind)));
        });
        return seen;
    }

    /** Nobody in this world sees a row of any case but its own. */
    private void closed(RandomWorld random, Person person) {
        var own = random.cases().stream().map(one -> one.id.value()).collect(Collectors.toSet());
        transaction.executeWithoutResult(_ -> {
            asking.by(random.actor(person));
            ROWS.values()
                    .forEach(rows -> assertThat(jdbc.sql("select case_id from (" + rows + ") r")
                                    .query(UUID.class)
                                    .list())
                            .as("cases of others")
                            .isSubsetOf(own));
        });
    }
}
