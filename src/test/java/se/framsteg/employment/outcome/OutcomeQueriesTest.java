package se.framsteg.employment.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Asking;
import se.framsteg.employment.Employment;
import se.framsteg.employment.Employment.Change;
import se.framsteg.employment.Employment.Details;
import se.framsteg.employment.Employment.EndReason;
import se.framsteg.employment.Employment.Kind;
import se.framsteg.employment.Employment.Place;
import se.framsteg.employment.Employment.Subsidy;
import se.framsteg.employment.Employment.Terms;
import se.framsteg.employment.EmploymentId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

/** One case, and many cases in one statement: the same numbers, of random histories. */
@FramstegTest
class OutcomeQueriesTest {
    private static final int CASES = 40;

    @Autowired
    World world;

    @Autowired
    Works works;

    @Autowired
    OwnerSql owner;

    @Autowired
    JdbcClient application;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private final Random random = new Random(20261202);
    private World.Place place;

    @BeforeEach
    void aPlace() {
        place = world.place();
    }

    @Test
    void oneCaseAndManyCasesAreWorkedOutAlike() {
        var expected = new HashMap<CaseId, Outcome>();
        for (int i = 0; i < CASES; i++) {
            var start = today.minusDays(random.nextInt(0, 400));
            var lived = employments(start);
            var id = live(start, lived);
            expected.put(id, Outcome.of(start, today, lived));
        }
        assertThat(many()).isEqualTo(expected);
        for (var one : expected.entrySet()) {
            assertThat(works.see(place.lead(), one.getKey()).outcome()).contains(one.getValue());
        }
    }

    @Test
    void aJobFromBeforeTheStartCountsInTheDaysAndIsNotTheFirst() {
        var start = today.minusDays(9);
        var before = job(start.minusDays(20), start.plusDays(2), Subsidy.NONE, false, List.of());
        var sheltered = job(start.plusDays(5), null, Subsidy.SKYDDAT_ARBETE, false, List.of());
        var outcome = Outcome.of(start, today, List.of(before, sheltered));
        assertThat(outcome.job()).isEqualTo(3 + 5);
        assertThat(outcome.open()).isEqualTo(3);
        assertThat(outcome.toJob()).contains(5);
        assertThat(outcome.toOpen()).isEmpty();
        assertThat(outcome.jobs()).isEqualTo(2);
        assertThat(outcome.begun()).isOne();
        assertThat(outcome.longest()).isEqualTo(5);
        assertThat(outcome.now().since()).contains(start.plusDays(5));
        assertThat(outcome.hours()).isEqualTo(Math.round(20 * 8 / 7f));
        assertThat(outcome.percent()).isEqualTo(80);
    }

    @Test
    void whatOverlapsIsCountedOnceInDaysAndTwiceInHoursAndTermsThatOpenTheMarketCountFromThen() {
        var start = today.minusDays(13);
        var one = job(start, null, Subsidy.SKYDDAT_ARBETE, false, List.of());
        var opened = new Change(
                start.plusDays(7), Optional.of(BigDecimal.valueOf(40)), Optional.of(new Terms(true, Subsidy.NONE)));
        var other = job(start, null, Subsidy.SKYDDAT_ARBETE, false, List.of(opened));
        var outcome = Outcome.of(start, today, List.of(one, other));
        assertThat(outcome.job()).isEqualTo(14);
        assertThat(outcome.hours()).isEqualTo(20 * 2 + 20 + 40);
        assertThat(outcome.toOpen()).contains(7);
        assertThat(outcome.open()).isEqualTo(7);
        assertThat(outcome.now().hours()).contains(new BigDecimal("60.0"));
    }

    private Employment job(LocalDate from, @Nullable LocalDate to, Subsidy subsidy, boolean asf, List<Change> changes) {
        var place = new Place("Provbolaget", Optional.empty(), asf, "", Optional.empty(), Optional.empty());
        var details = new Details(
                Kind.JOB,
                place,
                from,
                Optional.ofNullable(to),
                Optional.of(BigDecimal.valueOf(20)),
                Optional.of(new Terms(true, subsidy)),
                Optional.ofNullable(to).map(_ -> EndReason.OTHER));
        return new Employment(EmploymentId.create(), details, changes, Optional.empty(), 0);
    }

    /** Some of each kind, some before the start, some ahead, some that overlap, some that were mistakes; with and without changes. */
    private List<Employment> employments(LocalDate start) {
        var lived = new ArrayList<Employment>();
        for (int i = random.nextInt(0, 6); i > 0; i--) {
            var from = start.plusDays(random.nextInt(-60, 420));
            var to = random.nextInt(3) == 0
                    ? Optional.<LocalDate>empty()
                    : Optional.of(from.plusDays(random.nextInt(0, 200)));
            var kind = Kind.values()[random.nextInt(3)];
            var place = new Place(
                    "Provbolaget",
                    Optional.empty(),
                    kind != Kind.STUDY && random.nextInt(4) == 0,
                    "",
                    Optional.empty(),
                    Optional.empty());
            var details = new Details(kind, place, from, to, hours(), terms(kind), to.map(_ -> EndReason.OTHER));
            var changes = new ArrayList<Change>();
            for (var day = from.plusDays(random.nextInt(1, 90));
                    random.nextBoolean() && to.filter(day::isAfter).isEmpty();
                    day = day.plusDays(random.nextInt(1, 90))) {
                changes.add(new Change(day, hours(), terms(kind)));
            }
            var mistake = random.nextInt(8) == 0 ? Optional.of("Fel") : Optional.<String>empty();
            lived.add(new Employment(EmploymentId.create(), details, changes, mistake, 0));
        }
        return lived;
    }

    private Optional<BigDecimal> hours() {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(random.nextInt(0, 801), 1));
    }

    private Optional<Terms> terms(Kind kind) {
        var subsidies = List.of(Subsidy.NONE, Subsidy.LONEBIDRAG, Subsidy.SKYDDAT_ARBETE);
        return kind == Kind.JOB
                ? Optional.of(new Terms(random.nextBoolean(), subsidies.get(random.nextInt(3))))
                : Optional.empty();
    }

    private CaseId live(LocalDate start, List<Employment> lived) {
        var id = world.aCase(place).started();
        owner.sql("update cases set accepted_on = :from, started_on = :from where id = :id")
                .param("from", start)
                .param("id", id.value())
                .update();
        lived.forEach(one -> store(id, one));
        return id;
    }

    private void store(CaseId id, Employment one) {
        var details = one.details();
        owner.sql("""
            insert into employments (id, association_id, case_id, kind, employer, social_enterprise, from_on, to_on, hours, permanent,
              subsidy, end_reason, registered_by, registered_at, withdrawn_by, withdrawn_at, withdrawn_reason)
            select :id, association_id, id, :kind, :employer, :asf, :from, :to, :hours, :permanent, :subsidy, :reason, :by, now(),
              case when :mistake then :by end, case when :mistake then now() end, case when :mistake then 'Fel' else '' end
            from cases where id = :case\
            """)
                .param("id", one.id().value())
                .param("kind", details.kind().name())
                .param("employer", details.employer())
                .param("asf", details.place().socialEnterprise())
                .param("from", details.from())
                .param("to", details.to().orElse(null))
                .param("hours", details.hours().orElse(null))
                .param("permanent", details.terms().map(Terms::permanent).orElse(null))
                .param(
                        "subsidy",
                        details.terms().map(terms -> terms.subsidy().name()).orElse(null))
                .param("reason", details.endReason().map(Enum::name).orElse(null))
                .param("mistake", one.withdrawn().isPresent())
                .param("by", place.caseworker().id().value())
                .param("case", id.value())
                .update();
        for (var change : one.changes()) {
            owner.sql("""
                insert into employment_changes (employment_id, association_id, from_on, hours, permanent, subsidy, saved_by, saved_at)
                select id, association_id, :from, :hours, :permanent, :subsidy, registered_by, now() from employments where id = :id\
                """)
                    .param("from", change.from())
                    .param("hours", change.hours().orElse(null))
                    .param("permanent", change.terms().map(Terms::permanent).orElse(null))
                    .param(
                            "subsidy",
                            change.terms().map(terms -> terms.subsidy().name()).orElse(null))
                    .param("id", one.id().value())
                    .update();
        }
    }

    private Map<CaseId, Outcome> many() {
        return transactions.execute(_ -> {
            asking.by(place.lead());
            var found = new HashMap<CaseId, Outcome>();
            application
                    .sql("""
                        with asked as materialized (select c.id as case_id, p.legal_sex, c.started_on as first, cast(:today as date) as last
                          from cases c join participants p on p.id = c.participant_id where c.initiative_id = :initiative)\
                        """ + OutcomeQueries.EACH + "select * from each")
                    .param("initiative", place.initiative().value())
                    .param("today", today)
                    .query(row -> {
                        found.put(new CaseId(row.getObject("case_id", UUID.class)), outcome(row));
                    });
            return found;
        });
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(
                row.getInt("days"),
                row.getInt("job"),
                row.getInt("open"),
                row.getInt("placement"),
                row.getInt("study"),
                row.getInt("any_days"),
                row.getInt("hours"),
                Optional.ofNullable(row.getObject("to_job", Integer.class)),
                Optional.ofNullable(row.getObject("to_open", Integer.class)),
                row.getInt("begun"),
                row.getInt("jobs"),
                row.getInt("longest"),
                new Outcome.Now(
                        row.getBoolean("job_now"),
                        row.getBoolean("open_now"),
                        row.getBoolean("placement_now"),
                        row.getBoolean("study_now"),
                        Optional.ofNullable(row.getBigDecimal("hours_now")),
                        Optional.ofNullable(row.getObject("since", LocalDate.class))));
    }
}
