package se.framsteg.statistics.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.cases.LegalSex;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.Quarter;
import se.framsteg.statistics.ledger.LedgerExamples.End;
import se.framsteg.statistics.ledger.LedgerExamples.Life;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

/** The ledger of one initiative, closed at the ends of quarters. */
@FramstegTest
class LedgerTest {
    @Autowired
    World world;

    @Autowired
    OwnerSql owner;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Guard guard;

    @Autowired
    LedgerClosing closing;

    @Autowired
    InitiativeStatistics statistics;

    @Autowired
    TestClock clock;

    /** The last quarter that has ended, and the one before it. */
    private final Quarter last = Quarter.of(LocalDate.now(Time.SWEDEN)).minus(1);

    private final Quarter before = last.minus(1);
    private World.Place place;
    private LedgerExamples lives;

    @BeforeEach
    void aPlace() {
        place = world.place();
        lives = new LedgerExamples(owner, place);
        lives.initiativeFrom(before.first());
    }

    private static Life started(LegalSex sex, LocalDate on) {
        return new Life(sex, Optional.of(on.minusYears(30)), "AF", on.minusDays(10), on, Optional.empty());
    }

    private List<UUID> started(int number, LegalSex sex, LocalDate on) {
        return IntStream.range(0, number)
                .mapToObj(_ -> lives.lived(started(sex, on)))
                .toList();
    }

    private List<UUID> ended(int number, LegalSex sex, LocalDate from, End end) {
        return IntStream.range(0, number)
                .mapToObj(_ -> lives.lived(
                        new Life(sex, Optional.empty(), "SELF", from.minusDays(100), from, Optional.of(end))))
                .toList();
    }

    private List<FigureTable> told() {
        return told(before.first(), last.last());
    }

    private List<FigureTable> told(LocalDate from, LocalDate to) {
        return statistics.told(place.officer(), place.initiative(), from, to);
    }

    private static FigureTable table(List<FigureTable> tables, Universe universe, Attribute attribute) {
        return tables.stream()
                .filter(one -> one.universe() == universe && one.attribute() == attribute)
                .findFirst()
                .orElseThrow();
    }

    /** A row by its columns’ codes, without those of nobody. */
    private static Map<String, Integer> row(FigureTable table, Group group) {
        var numbers = new TreeMap<String, Integer>();
        table.row(group).ifPresent(row -> {
            for (int i = 0; i < table.columns().size(); i++) {
                if (row.numbers().get(i) > 0) {
                    numbers.put(table.columns().get(i).code(), row.numbers().get(i));
                }
            }
        });
        return numbers;
    }

    @Test
    void startsAreToldBySexAgePartyAndWait() {
        started(7, LegalSex.WOMAN, last.first());
        for (int i = 0; i < 6; i++) {
            lives.lived(new Life(
                    LegalSex.MAN,
                    Optional.of(last.first().plusDays(1).minusYears(45)),
                    "KOMMUN",
                    last.first().minusDays(40),
                    last.first(),
                    Optional.empty()));
        }
        closing.close(place.initiative());

        var tables = told();
        var number = table(tables, Universe.STARTED, Attribute.NUMBER);
        assertThat(number.number(Group.ALL)).contains(13);
        assertThat(number.number(Group.WOMEN)).contains(7);
        assertThat(number.number(Group.MEN)).contains(6);
        assertThat(number.more()).isFalse();
        assertThat(number.days()).contains(new FigureTable.Days(last.first(), last.last()));
        assertThat(row(table(tables, Universe.STARTED, Attribute.AGE), Group.WOMEN))
                .isEqualTo(Map.of("FROM_25", 7));
        // A day too young for the next group.
        assertThat(row(table(tables, Universe.STARTED, Attribute.AGE), Group.MEN))
                .isEqualTo(Map.of("FROM_35", 6));
        assertThat(row(table(tables, Universe.STARTED, Attribute.PARTY), Group.ALL))
                .isEqualTo(Map.of("AF", 7, "KOMMUN", 6));
        assertThat(row(table(tables, Universe.STARTED, Attribute.WAIT), Group.ALL))
                .isEqualTo(Map.of("TO_14", 7, "FROM_31", 6));
        assertThat(table(tables, Universe.ENDED, Attribute.NUMBER).number(Group.ALL))
                .contains(0);
        assertThat(table(tables, Universe.ONGOING, Attribute.NUMBER).number(Group.MEN))
                .contains(6);
    }

    @Test
    void fewWaitUntilTheyAreEnoughAndAreThenToldOfOnce() {
        started(3, LegalSex.WOMAN, before.first());
        started(2, LegalSex.MAN, before.last());
        started(5, LegalSex.WOMAN, last.first());
        started(4, LegalSex.MAN, last.last());
        closing.close(place.initiative());

        var first = table(told(before.first(), before.last()), Universe.STARTED, Attribute.NUMBER);
        assertThat(first.shown()).isFalse();
        assertThat(first.more()).isTrue();
        var second = table(told(last.first(), last.last()), Universe.STARTED, Attribute.NUMBER);
        assertThat(second.number(Group.WOMEN)).contains(8);
        assertThat(second.number(Group.MEN)).contains(6);
        assertThat(second.days()).contains(new FigureTable.Days(before.first(), last.last()));
        closing.close(place.initiative());
        assertThat(table(told(), Universe.STARTED, Attribute.NUMBER)).isEqualTo(second);
    }

    @Test
    void aFewOfUnknownAgeAreCountedWithOthers() {
        started(8, LegalSex.WOMAN, last.first());
        started(7, LegalSex.MAN, last.first());
        for (int i = 0; i < 8; i++) {
            var born = i < 2
                    ? Optional.<LocalDate>empty()
                    : Optional.of(last.first().minusYears(50));
            lives.lived(
                    new Life(LegalSex.WOMAN, born, "SELF", last.first().minusDays(10), last.first(), Optional.empty()));
        }
        closing.close(place.initiative());
        var age = table(told(), Universe.STARTED, Attribute.AGE);
        assertThat(row(age, Group.ALL)).isEqualTo(Map.of("TO_34", 15, "MORE_OR_UNKNOWN", 8));
        assertThat(age.share(age.row(Group.ALL).orElseThrow(), 0)).contains(new Share(15, 23));
    }

    @Test
    void nobodyTakesPartWhereNobodyHasCome() {
        closing.close(place.initiative());
        var ongoing = table(told(), Universe.ONGOING, Attribute.NUMBER);
        assertThat(ongoing.number(Group.ALL)).contains(0);
        assertThat(ongoing.number(Group.WOMEN)).contains(0);
    }

    @Test
    void howWomenAndMenAreDividedIsShownWhereMostAreToldOfBySex() {
        started(6, LegalSex.WOMAN, before.first());
        started(6, LegalSex.MAN, before.first());
        for (int i = 0; i < 8; i++) {
            for (var sex : LegalSex.values()) {
                var age = i < 4 ? 50 : 30;
                lives.lived(new Life(
                        sex,
                        Optional.of(last.first().minusYears(age)),
                        "AF",
                        last.first().minusDays(10),
                        last.first(),
                        Optional.empty()));
            }
        }
        closing.close(place.initiative());
        var tables = told();
        assertThat(table(tables, Universe.STARTED, Attribute.NUMBER).number(Group.WOMEN))
                .contains(14);
        var age = table(tables, Universe.STARTED, Attribute.AGE);
        assertThat(row(age, Group.ALL)).isEqualTo(Map.of("FROM_25", 20, "FROM_45", 8));
        assertThat(age.row(Group.WOMEN)).as("12 of 28 are told of by sex").isEmpty();
        assertThat(table(told(before.first(), before.last()), Universe.STARTED, Attribute.AGE)
                        .row(Group.WOMEN))
                .isPresent();
    }

    @Test
    void whatIsTooFineIsToldMoreCoarselyAndWhatIsTooFewBySexTogether() {
        started(8, LegalSex.WOMAN, last.first());
        started(8, LegalSex.MAN, last.first());
        for (int i = 0; i < 4; i++) {
            lives.lived(new Life(
                    LegalSex.WOMAN,
                    Optional.of(last.first().minusYears(40 + 5L * i)),
                    "FK",
                    last.first().minusDays(50),
                    last.first(),
                    Optional.empty()));
            lives.lived(new Life(
                    LegalSex.MAN,
                    Optional.of(last.first().minusYears(40 + 5L * i)),
                    "FK",
                    last.first().minusDays(20),
                    last.first(),
                    Optional.empty()));
        }
        closing.close(place.initiative());

        var tables = told();
        var age = table(tables, Universe.STARTED, Attribute.AGE);
        assertThat(row(age, Group.ALL)).isEqualTo(Map.of("TO_34", 16, "MORE", 8));
        assertThat(age.row(Group.WOMEN)).isEmpty();
        assertThat(age.withoutSex()).isEqualTo(24);
        assertThat(row(table(tables, Universe.STARTED, Attribute.PARTY), Group.ALL))
                .isEqualTo(Map.of("AF", 16, "FK", 8));
        var wait = table(tables, Universe.STARTED, Attribute.WAIT);
        assertThat(wait.shown()).isFalse();
        assertThat(wait.more()).isTrue();
    }

    @Test
    void endsAreToldWithOutcomeIncomeHoursCaseworkersEffortsAndWhatCameAfterwards() {
        lives.initiativeFrom(last.minus(8).first());
        var from = last.minus(8).first();
        var on = last.minus(7).first();
        var women = ended(7, LegalSex.WOMAN, from, End.of(on, "WORK"));
        var men = ended(
                6,
                LegalSex.MAN,
                from,
                new End(on, "SICK_LEAVE", "HEALTH", "FORSORJNINGSSTOD", "SJUKPENNING", 10, null));
        women.forEach(id -> {
            lives.held(id, place.caseworker().id().value(), from);
            lives.effort(id, "WORK", from, null);
            lives.effort(id, "HEALTH", from.plusDays(3), from.plusDays(3));
            lives.job(id, "JOB", "NONE", on, on.plusMonths(7));
        });
        men.forEach(id -> {
            lives.held(id, place.caseworker().id().value(), from);
            lives.held(id, place.otherCaseworker().id().value(), from.plusDays(9));
            lives.effort(id, "WORK", from, from.plusDays(2));
            lives.effort(id, "HEALTH", from.plusDays(3), null);
            lives.job(id, "JOB", "LONEBIDRAG", on.plusMonths(4), null);
        });
        started(6, LegalSex.WOMAN, from);
        started(6, LegalSex.MAN, from);
        closing.close(place.initiative());

        var tables = told(from, last.last());
        assertThat(table(tables, Universe.ENDED, Attribute.NUMBER).number(Group.ALL))
                .contains(13);
        assertThat(table(tables, Universe.ONGOING, Attribute.NUMBER).number(Group.ALL))
                .contains(12);
        assertThat(row(table(tables, Universe.ENDED, Attribute.OUTCOME), Group.WOMEN))
                .isEqualTo(Map.of("WORK", 7));
        assertThat(row(table(tables, Universe.ENDED, Attribute.OUTCOME), Group.MEN))
                .isEqualTo(Map.of("SICK_LEAVE", 6));
        assertThat(row(table(tables, Universe.ENDED, Attribute.INCOME), Group.ALL))
                .isEqualTo(Map.of("SICKNESS_WAGE", 7, "ASSISTANCE_SICKNESS", 6));
        assertThat(row(table(tables, Universe.ENDED, Attribute.HOURS), Group.ALL))
                .isEqualTo(Map.of("MORE", 7, "UNKNOWN", 6));
        assertThat(row(table(tables, Universe.ENDED, Attribute.REASON), Group.ALL))
                .isEqualTo(Map.of("GOAL_REACHED", 7, "HEALTH", 6));
        assertThat(row(table(tables, Universe.ENDED, Attribute.CASEWORKERS), Group.ALL))
                .isEqualTo(Map.of("ONE", 7, "SEVERAL", 6));
        assertThat(row(table(tables, Universe.ENDED, Attribute.PARALLEL), Group.ALL))
                .isEqualTo(Map.of("YES", 7, "NO", 6));
        assertThat(row(table(tables, Universe.ENDED, Attribute.AFTER_3), Group.ALL))
                .isEqualTo(Map.of("WORK", 7, "NOT_REGISTERED", 6));
        assertThat(row(table(tables, Universe.ENDED, Attribute.AFTER_6), Group.ALL))
                .isEqualTo(Map.of("WORK", 7, "SUBSIDISED_WORK", 6));
        assertThat(row(table(tables, Universe.ENDED, Attribute.AFTER_12), Group.ALL))
                .isEqualTo(Map.of("NOT_REGISTERED", 7, "SUBSIDISED_WORK", 6));
    }

    @Test
    void endsWaitAsLongAsFewWouldBeLeft() {
        ended(8, LegalSex.WOMAN, before.first(), End.of(before.last(), "WORK"));
        ended(8, LegalSex.MAN, before.first(), End.of(before.last(), "WORK"));
        started(6, LegalSex.WOMAN, before.first());
        started(2, LegalSex.MAN, before.first());
        closing.close(place.initiative());

        var tables = told();
        assertThat(table(tables, Universe.STARTED, Attribute.NUMBER).number(Group.MEN))
                .contains(10);
        assertThat(table(tables, Universe.ENDED, Attribute.NUMBER).shown()).isFalse();
        assertThat(table(tables, Universe.ENDED, Attribute.NUMBER).more()).isTrue();
        assertThat(table(tables, Universe.ONGOING, Attribute.NUMBER).shown()).isFalse();
    }

    @Test
    void womenAndMenAreToldOfTogetherWhenTheyHaveWaitedAYear() {
        lives.initiativeFrom(last.minus(5).first());
        started(20, LegalSex.WOMAN, last.minus(5).first());
        started(1, LegalSex.MAN, last.minus(5).first());
        closing.close(place.initiative());

        var number = table(told(last.minus(5).first(), last.last()), Universe.STARTED, Attribute.NUMBER);
        assertThat(number.number(Group.ALL)).contains(21);
        assertThat(number.row(Group.WOMEN)).isEmpty();
        assertThat(table(told(last.minus(5).first(), last.minus(2).last()), Universe.STARTED, Attribute.NUMBER)
                        .shown())
                .isFalse();
    }

    @Test
    void progressIsToldForEachAreaAndVoice() {
        var from = before.first();
        var women = ended(6, LegalSex.WOMAN, from, End.of(last.first(), "WORK"));
        var men = ended(6, LegalSex.MAN, from, End.of(last.first(), "STUDY"));
        int areas = areas();
        women.forEach(id -> {
            lives.round(id, true, from, scores(areas, 2f), scores(areas, 3f));
            lives.round(id, false, from.plusMonths(2), scores(areas, 1f), null);
            lives.round(id, false, from.plusMonths(3), scores(areas, 3f), scores(areas, 3.5f));
        });
        men.forEach(id -> lives.round(id, true, from, scores(areas, 2f), null));
        closing.close(place.initiative());

        var tables = told();
        var participant = progress(tables, Respondent.PARTICIPANT);
        assertThat(participant).isNotEmpty().allSatisfy(table -> {
            assertThat(row(table, Group.WOMEN)).isEqualTo(Map.of("UP", 6));
            assertThat(row(table, Group.MEN)).isEqualTo(Map.of("NOT_COMPARED", 6));
            assertThat(table.share(table.row(Group.ALL).orElseThrow(), 0)
                            .orElseThrow()
                            .of())
                    .isEqualTo(6);
        });
        // Half a step is within the instrument’s noise.
        assertThat(progress(tables, Respondent.CASEWORKER))
                .isNotEmpty()
                .allSatisfy(table -> assertThat(row(table, Group.WOMEN)).isEqualTo(Map.of("SAME", 6)));
    }

    private static List<FigureTable> progress(List<FigureTable> tables, Respondent voice) {
        return tables.stream()
                .filter(table ->
                        table.area().filter(area -> area.voice() == voice).isPresent())
                .toList();
    }

    private int areas() {
        return Math.toIntExact(told().stream()
                .flatMap(table -> table.area().stream())
                .map(FigureTable.Area::key)
                .distinct()
                .count());
    }

    private static Float[] scores(int number, float score) {
        return IntStream.range(0, number).mapToObj(_ -> score).toArray(Float[]::new);
    }

    @Test
    void referralsThatBecameNothingAreToldOfByThemselves() {
        for (int i = 0; i < 6; i++) {
            lives.declined(started(LegalSex.WOMAN, last.last()), last.first());
            lives.declined(started(LegalSex.MAN, last.last()), last.last());
        }
        closing.close(place.initiative());

        var tables = told();
        assertThat(table(tables, Universe.NOT_STARTED, Attribute.NUMBER).number(Group.WOMEN))
                .contains(6);
        assertThat(row(table(tables, Universe.NOT_STARTED, Attribute.WHY), Group.ALL))
                .isEqualTo(Map.of("DECLINED", 12));
        assertThat(row(table(tables, Universe.NOT_STARTED, Attribute.PARTY), Group.MEN))
                .isEqualTo(Map.of("AF", 6));
        assertThat(table(tables, Universe.STARTED, Attribute.NUMBER).number(Group.ALL))
                .contains(0);
    }

    @Test
    void whatIsRegisteredLateComesLaterAndChangesNothingThatHasBeenTold() throws Exception {
        started(6, LegalSex.WOMAN, before.first());
        started(6, LegalSex.MAN, before.first());
        clock.on(last.first(), closing(place));
        var first = told(before.first(), before.last());
        started(6, LegalSex.WOMAN, before.last());
        started(7, LegalSex.MAN, before.last());
        owner.sql("update participants set legal_sex = 'MAN' where organisation_id = ?")
                .param(place.kommun().value())
                .update();
        closing.close(place.initiative());

        assertThat(told(before.first(), before.last())).isEqualTo(first);
        var later = table(told(last.first(), last.last()), Universe.STARTED, Attribute.NUMBER);
        assertThat(later.number(Group.ALL)).contains(13);
        assertThat(later.number(Group.MEN)).contains(13);
    }

    private Callable<Void> closing(World.Place at) {
        return () -> {
            closing.close(at.initiative());
            return null;
        };
    }

    @Test
    void aDisposalTakesNothingOutOfTheLedger() {
        var women = started(6, LegalSex.WOMAN, before.first());
        started(6, LegalSex.MAN, before.first());
        closing.close(place.initiative());
        var before = told();
        owner.sql("delete from cases where id = ?").param(women.getFirst()).update();
        closing.close(place.initiative());

        assertThat(told()).isEqualTo(before);
        assertThat(owner.sql("select count(*) from ledger_members where initiative_id = ? and case_id is null")
                        .param(place.initiative().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void twoWhoCloseAtOnceWriteEachRowOnce() throws Exception {
        started(9, LegalSex.WOMAN, before.first());
        started(9, LegalSex.MAN, last.first());
        var barrier = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = IntStream.range(0, 2)
                    .mapToObj(_ -> threads.submit(() -> {
                        barrier.await();
                        closing.close(place.initiative());
                        return null;
                    }))
                    .toList();
            for (var one : both) {
                one.get();
            }
        }

        assertThat(table(told(), Universe.STARTED, Attribute.NUMBER).number(Group.ALL))
                .contains(18);
        assertThat(owner.sql("select count(*) from ledger_days where initiative_id = ?")
                        .param(place.initiative().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void theOwnReportPeriodsAreTheClosingDays() {
        var day = before.first().plusDays(40);
        owner.sql("""
            insert into report_periods (id, association_id, initiative_id, kind, from_on, to_on, due_on, saved_by, saved_at)
            values (:id, :association, :initiative, 'INTERIM', :from, :to, :to, :by, now())\
            """)
                .param("id", UUID.randomUUID())
                .param("association", place.association().value())
                .param("initiative", place.initiative().value())
                .param("from", before.first())
                .param("to", day)
                .param("by", place.lead().id().value())
                .update();
        started(6, LegalSex.WOMAN, day);
        started(6, LegalSex.MAN, day);
        started(6, LegalSex.MAN, day.plusDays(1));
        closing.close(place.initiative());

        var own = table(told(before.first(), day), Universe.STARTED, Attribute.NUMBER);
        assertThat(own.number(Group.ALL)).contains(12);
        assertThat(own.days()).contains(new FigureTable.Days(before.first(), day));
        // After the last of them quarters go on.
        assertThat(table(told(), Universe.STARTED, Attribute.NUMBER).number(Group.ALL))
                .contains(18);
    }

    @Test
    void severalInitiativesAreAddedUp() {
        var other = world.initiative(place.association(), place.kommun(), "En till", place.lead());
        started(6, LegalSex.WOMAN, last.first());
        started(6, LegalSex.MAN, last.first());
        closing.close(place.initiative());
        closing.close(other);

        var both = statistics.told(place.officer(), Set.of(place.initiative(), other), before.first(), last.last());
        assertThat(table(both, Universe.STARTED, Attribute.NUMBER).number(Group.ALL))
                .contains(12);
    }

    @Test
    void theLeadIsToldExactlyOfTheOwnCasesAndNobodyElseIs() {
        started(1, LegalSex.WOMAN, last.first());
        ended(2, LegalSex.MAN, last.first(), End.of(last.last(), "WORK"));
        var exact = statistics.exact(place.lead(), place.initiative(), last.first(), last.last());
        assertThat(exact).allMatch(FigureTable::exact);
        assertThat(table(exact, Universe.STARTED, Attribute.NUMBER).number(Group.MEN))
                .contains(2);
        assertThat(row(table(exact, Universe.ENDED, Attribute.OUTCOME), Group.ALL))
                .isEqualTo(Map.of("WORK", 2));
        assertThat(table(exact, Universe.ONGOING, Attribute.NUMBER).number(Group.ALL))
                .contains(1);

        var board = world.person(place.kommun(), "Berit Board", Role.BOARD);
        for (var other : List.of(place.officer(), board, place.caseworker(), place.administrator())) {
            assertThatThrownBy(() -> statistics.exact(other, place.initiative(), last.first(), last.last()))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(statistics.told(board, place.initiative(), last.first(), last.last()))
                .isNotEmpty();
        for (var other :
                List.of(place.caseworker(), place.administrator(), world.place().officer())) {
            assertThatThrownBy(() -> statistics.told(other, place.initiative(), last.first(), last.last()))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void nobodyButTheInstallationReadsWhoIsCountedOrWritesInTheLedger() {
        started(6, LegalSex.WOMAN, last.first());
        started(6, LegalSex.MAN, last.first());
        closing.close(place.initiative());
        for (var reader : List.of(place.officer(), place.lead(), place.caseworker())) {
            transaction.executeWithoutResult(status -> {
                guard.allowed(reader, place.association());
                assertThat(rows("ledger_members")).isZero();
                assertThat(rows("ledger_sums")).isZero();
                assertThat(rows("ledger_rows") > 0).isEqualTo(reader != place.caseworker());
            });
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        guard.allowed(reader, place.association());
                        jdbc.sql("""
                            insert into ledger_days (association_id, initiative_id, day, waiting, closed_at)
                            values (?, ?, '2020-01-01', '{}', now())\
                            """)
                                .params(
                                        place.association().value(),
                                        place.initiative().value())
                                .update();
                    }))
                    .hasRootCauseMessage("ERROR: new row violates row-level security policy for table \"ledger_days\"");
        }
        assertThatThrownBy(() -> owner.sql("update ledger_rows set persons = persons + 1 where initiative_id = ?")
                        .param(place.initiative().value())
                        .update())
                .hasMessageContaining("only added to");
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    /** The same counted slowly, person by person, over random lives. */
    @Test
    void theDatabaseCountsAsPlainJavaDoes() {
        var random = new Random(20261203);
        var all = new ArrayList<Life>();
        for (int i = 0; i < 120; i++) {
            var life = random(random);
            all.add(life);
            lives.lived(life);
        }
        var exact = statistics.exact(place.lead(), place.initiative(), before.first(), last.last());
        var slow = new TreeMap<String, Integer>();
        for (var life : all) {
            if (within(life.started())) {
                add(slow, Universe.STARTED, Attribute.NUMBER, "ALL", life);
                add(slow, Universe.STARTED, Attribute.AGE, age(life), life);
                add(slow, Universe.STARTED, Attribute.PARTY, life.party(), life);
                add(slow, Universe.STARTED, Attribute.WAIT, wait(life), life);
            }
            life.end().filter(end -> within(end.on())).ifPresent(end -> {
                add(slow, Universe.ENDED, Attribute.NUMBER, "ALL", life);
                add(slow, Universe.ENDED, Attribute.OUTCOME, end.outcome(), life);
                add(slow, Universe.ENDED, Attribute.REASON, end.reason(), life);
                add(
                        slow,
                        Universe.ENDED,
                        Attribute.INCOME,
                        income(end.incomeBefore()) + "_" + income(end.incomeAfter()),
                        life);
                add(slow, Universe.ENDED, Attribute.HOURS, hours(end), life);
            });
            if (!life.started().isAfter(last.last())
                    && life.end().filter(end -> !end.on().isAfter(last.last())).isEmpty()) {
                add(slow, Universe.ONGOING, Attribute.NUMBER, "ALL", life);
            }
        }
        var counted = new TreeMap<String, Integer>();
        for (var table : exact) {
            if (slow.keySet().stream()
                    .anyMatch(key -> key.startsWith(table.universe() + " " + table.attribute() + " "))) {
                for (var group : List.of(Group.WOMEN, Group.MEN)) {
                    row(table, group)
                            .forEach((code, number) -> counted.put(
                                    table.universe() + " " + table.attribute() + " " + code + " " + group, number));
                }
            }
        }
        assertThat(counted).isEqualTo(slow);
    }

    private boolean within(LocalDate day) {
        return !day.isBefore(before.first()) && !day.isAfter(last.last());
    }

    private static void add(Map<String, Integer> slow, Universe universe, Attribute attribute, String code, Life life) {
        slow.merge(
                universe + " " + attribute + " " + code + " "
                        + (life.sex() == LegalSex.WOMAN ? Group.WOMEN : Group.MEN),
                1,
                Integer::sum);
    }

    private static <T> T one(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Life random(Random random) {
        var started = before.first().minusDays(60).plusDays(random.nextInt(240));
        Optional<End> end = random.nextBoolean()
                ? Optional.of(new End(
                        started.plusDays(random.nextInt(120)),
                        one(random, List.of("WORK", "STUDY", "PLACEMENT", "UNKNOWN", "JOB_SEEKER")),
                        one(random, List.of("GOAL_REACHED", "HEALTH", "MOVED")),
                        one(random, INCOMES),
                        one(random, INCOMES),
                        random.nextInt(3) == 0 ? null : random.nextInt(3),
                        random.nextInt(3) == 0 ? null : random.nextInt(3)))
                : Optional.empty();
        return new Life(
                one(random, List.of(LegalSex.values())),
                random.nextInt(4) == 0
                        ? Optional.empty()
                        : Optional.of(
                                started.minusYears(18 + random.nextInt(50)).minusDays(random.nextInt(3) - 1)),
                one(random, List.of("FK", "AF", "KOMMUN", "REGION", "OTHER", "SELF", "UNKNOWN")),
                started.minusDays(random.nextInt(120)),
                started,
                end);
    }

    private static final List<String> INCOMES = List.of(
            "SJUKPENNING",
            "SJUKERSATTNING",
            "FORSORJNINGSSTOD",
            "AKTIVITETSSTOD",
            "A_KASSA",
            "LON",
            "CSN",
            "NONE",
            "UNKNOWN");

    private static String age(Life life) {
        if (life.born().isEmpty()) {
            return "UNKNOWN";
        }
        int age = life.born().orElseThrow().until(life.started()).getYears();
        return age < 25 ? "TO_24" : age >= 65 ? "FROM_65" : "FROM_" + (age / 10 * 10 + (age % 10 < 5 ? -5 : 5));
    }

    private static String wait(Life life) {
        long days = ChronoUnit.DAYS.between(life.received(), life.started());
        return days <= 14
                ? "TO_14"
                : days <= 30 ? "FROM_15" : days <= 60 ? "FROM_31" : days <= 90 ? "FROM_61" : "FROM_91";
    }

    private static String income(@Nullable String source) {
        return switch (source == null ? "" : source) {
            case "LON" -> "WAGE";
            case "CSN" -> "STUDY";
            case "SJUKPENNING", "SJUKERSATTNING" -> "SICKNESS";
            case "AKTIVITETSSTOD", "A_KASSA" -> "JOBSEEKER";
            case "FORSORJNINGSSTOD" -> "ASSISTANCE";
            default -> "REST";
        };
    }

    private static String hours(End end) {
        if (end.hoursBefore() == null || end.hoursAfter() == null) {
            return "UNKNOWN";
        }
        int more = Integer.compare(end.hoursAfter(), end.hoursBefore());
        return more > 0 ? "MORE" : more < 0 ? "LESS" : "SAME";
    }
}
