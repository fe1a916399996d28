package se.framsteg.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.LegalSex;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.evaluation.Opinion.Question;
import se.framsteg.evaluation.OpinionStore.Count;
import se.framsteg.evaluation.Opinions.Period;
import se.framsteg.evaluation.Opinions.Steps;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.Time;
import se.framsteg.statistics.Quarter;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnPhone;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** What participants think of an initiative: each says it once, and nobody can tell who said what. */
@FramstegTest
class OpinionsTest {
    private static final String PAGE = "/svara/utvardering";

    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Opinions opinions;

    @Autowired
    OwnOpinions own;

    @Autowired
    Restrictions restrictions;

    @Autowired
    OwnerSql owner;

    @Autowired
    JdbcClient application;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private final Quarter now = Quarter.of(today);
    private World.Place place;
    private CaseExamples cases;

    @BeforeEach
    void aPlace() {
        place = world.place();
        cases = new CaseExamples(beans);
    }

    private static Opinion opinion(int useful, String words) {
        return new Opinion(Map.of(Question.USEFUL, useful, Question.TREATMENT, 5), words);
    }

    /** Somebody whose case has ended. */
    private Actor.Respondent ended() {
        return phone(world.aCase(place).ended());
    }

    private Actor.Respondent phone(CaseId id) {
        return new Actor.Respondent(cases.baseline(place, id), false);
    }

    private boolean says(Actor.Respondent who, Quarter when, int useful, String words) {
        return in(when, () -> own.answer(who, Occasion.END, opinion(useful, words)));
    }

    private <T> T in(Quarter when, Supplier<T> work) {
        try {
            return requireNonNull(
                    clock.on(when.equals(now) ? today : when.first().plusDays(40), work::get));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Period> seen() {
        return requireNonNull(
                opinions.see(place.lead(), place.initiative()).periods().get(Occasion.END));
    }

    private <T> T as(Actor who, Supplier<T> work) {
        return requireNonNull(transactions.execute(_ -> {
            asking.by(who);
            return work.get();
        }));
    }

    @Test
    void thePersonIsAskedWhenAFollowUpIsSentAndAtTheEndAndEachTimeOnce() {
        var id = cases.started(place);
        var phone = phone(id);
        assertThat(own.asked(phone)).isEmpty();
        cases.participantAnswers(phone.round(), 2);
        assertThat(own.asked(phone)).as("the baseline is no follow-up").isEmpty();
        owner.sql("update rounds set kind = 'FOLLOW_UP' where id = ?")
                .param(phone.round().value())
                .update();
        assertThat(own.asked(phone)).contains(Occasion.FOLLOW_UP);
        assertThat(own.answer(phone, Occasion.END, opinion(4, ""))).isFalse();
        assertThat(own.answer(phone, Occasion.FOLLOW_UP, opinion(4, ""))).isTrue();
        assertThat(own.asked(phone)).isEmpty();
        assertThat(own.answer(phone, Occasion.FOLLOW_UP, opinion(1, ""))).isFalse();
        cases.end(place, id);
        assertThat(own.asked(phone)).contains(Occasion.END);
        assertThat(own.decline(phone, Occasion.END)).isTrue();
        assertThat(own.asked(phone)).isEmpty();
        assertThat(own.answer(phone, Occasion.END, opinion(1, ""))).isFalse();
        assertThat(count("evaluation_answers")).isOne();
    }

    @Test
    void whoIsRestrictedIsNotAskedAndWhatTellsWhoItIsIsNotTaken() {
        var id = cases.started(place);
        cases.end(place, id);
        assertThat(own.answer(phone(id), Occasion.END, opinion(4, "Ring mig på 070-174 06 58")))
                .isFalse();
        restrictions.restrict(place.caseworker(), id, "Bestrids", today).orThrow();
        assertThat(own.asked(phone(id))).isEmpty();
        assertThat(own.answer(phone(id), Occasion.END, opinion(4, ""))).isFalse();
        assertThat(count("evaluation_answers")).isZero();
        var nobody = new Actor.Respondent(RoundId.create(), false);
        assertThatThrownBy(() -> own.asked(nobody)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void nothingIsToldOfFewerThanFiveNorOfAQuarterThatRunsAndEachAnswerIsToldInOnePeriodForGood() {
        say(now.minus(4), 5, 5, 5);
        assertThat(seen()).isEmpty();
        say(now.minus(3), 5, 5, 1);
        say(now, 1, 1, 1, 1, 1);
        var first = seen();
        assertThat(first).singleElement().satisfies(period -> {
            assertThat(period.first()).isEqualTo(now.minus(4));
            assertThat(period.last()).isEqualTo(now.minus(3));
            assertThat(period.answers()).isEqualTo(6);
            var useful = period.tallies().getFirst();
            assertThat(useful.median()).contains(5);
            assertThat(useful.steps()).as("one of six is one of one to four").isEmpty();
            assertThat(useful.bySex()).as("all are women").isEmpty();
            assertThat(period.tallies().getLast().steps()).contains(new Steps(5, 5, 6), new Steps(1, 1, 0));
            assertThat(period.tallies().get(1).median())
                    .as("nobody answered it")
                    .isEmpty();
        });
        assertThat(in(
                        new Quarter(
                                today.plusMonths(3).getYear(),
                                Quarter.of(today.plusMonths(3)).number()),
                        this::seen))
                .hasSize(2)
                .last()
                .isEqualTo(first.getFirst());
        for (var nobody : List.of(place.officer(), place.caseworker(), place.administrator())) {
            assertThatThrownBy(() -> opinions.see(nobody, place.initiative())).isInstanceOf(NotFoundException.class);
            assertThat(as(nobody, () -> bare("evaluation_results"))).isZero();
            assertThat(as(nobody, () -> bare("evaluation_told_words"))).isZero();
        }
    }

    private void say(Quarter when, int... useful) {
        for (var one : useful) {
            assertThat(says(ended(), when, one, "")).isTrue();
        }
    }

    private int bare(String function) {
        return application
                .sql("select count(*) from " + function + "(?, 'END')")
                .param(place.initiative().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void sexIsToldWhereThereAreFiveOfEachAndNotBelowThatNotEvenToABareStatement() {
        say(now.minus(2), 4, 4, 4, 4, 4);
        for (int i = 0; i < 4; i++) {
            assertThat(says(man(), now.minus(2), 4, "")).isTrue();
        }
        assertThat(seen().getFirst().tallies().getFirst().bySex()).isEmpty();
        assertThat(sexes()).containsOnlyNulls();
        assertThat(says(man(), now.minus(2), 4, "")).isTrue();
        assertThat(seen().getFirst().tallies().getFirst().bySex())
                .containsOnlyKeys(LegalSex.WOMAN, LegalSex.MAN)
                .allSatisfy((_, steps) -> assertThat(steps).contains(new Steps(4, 4, 5)));
    }

    private Actor.Respondent man() {
        return phone(world.aCase(place).ofAMan().ended());
    }

    private List<String> sexes() {
        return as(
                place.lead(),
                () -> application
                        .sql("select legal_sex from evaluation_results(?, 'END')")
                        .param(place.initiative().value())
                        .query(String.class)
                        .list());
    }

    @Test
    void wordsAreReadInBulkOfFiveWritersAndByNoQuarter() {
        for (int i = 1; i <= 4; i++) {
            says(ended(), now.minus(3), 5, "Ord " + i);
        }
        say(now.minus(3), 5, 5);
        assertThat(words()).isEmpty();
        says(ended(), now.minus(2), 5, "Ord 5");
        assertThat(words()).containsExactlyInAnyOrder("Ord 1", "Ord 2", "Ord 3", "Ord 4", "Ord 5");
        says(ended(), now.minus(1), 5, "Ensam");
        assertThat(words()).hasSize(5);
    }

    private List<String> words() {
        return requireNonNull(
                opinions.see(place.lead(), place.initiative()).words().get(Occasion.END));
    }

    @Test
    void aLeadWhoPadsWithPaperAnswersUnmasksNobodyAndPutsInNoMoreThanThereWerePersons() {
        var phone = ended();
        for (int i = 0; i < 4; i++) {
            ended();
        }
        assertThat(says(phone, now.minus(1), 1, "Mitt eget")).isTrue();
        var paper = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            assertThat(entered(paper)).isTrue();
        }
        for (int i = 0; i < 3; i++) {
            assertThat(entered(UUID.randomUUID())).isTrue();
        }
        assertThat(entered(UUID.randomUUID())).as("as many answers as persons").isFalse();
        assertThat(count("evaluation_answers")).isEqualTo(5);
        assertThat(seen()).isEmpty();
        assertThat(as(place.lead(), () -> bare("evaluation_results"))).isZero();
        for (var nobody : List.of(place.officer(), place.caseworker())) {
            assertThatThrownBy(() -> opinions.enter(
                            nobody,
                            place.initiative(),
                            UUID.randomUUID(),
                            Occasion.END,
                            LegalSex.WOMAN,
                            opinion(5, "")))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    private boolean entered(UUID paper) {
        return in(
                now.minus(1),
                () -> opinions.enter(
                        place.lead(),
                        place.initiative(),
                        paper,
                        Occasion.END,
                        LegalSex.WOMAN,
                        opinion(5, "Från papper")));
    }

    /** With the whole database in hand: no column, id, time, place or transaction binds an answer to a case. */
    @Test
    void nothingInTheDatabaseTellsWhoseAnAnswerIs() {
        var people = new ArrayList<Actor.Respondent>();
        for (int i = 0; i < 12; i++) {
            people.add(ended());
        }
        for (int i = 0; i < 12; i++) {
            if (i % 3 == 2) {
                assertThat(own.decline(people.get(i), Occasion.END)).isTrue();
            } else {
                assertThat(own.answer(people.get(i), Occasion.END, opinion(1 + i % 5, "Svar " + i)))
                        .isTrue();
            }
        }
        assertThat(columns("evaluation_answers"))
                .containsExactlyInAnyOrder(
                        "id",
                        "association_id",
                        "initiative_id",
                        "occasion",
                        "quarter_start",
                        "legal_sex",
                        "useful",
                        "influence",
                        "next_step",
                        "treatment",
                        "on_paper");
        assertThat(columns("evaluation_words"))
                .containsExactlyInAnyOrder(
                        "association_id", "initiative_id", "occasion", "quarter_start", "words", "on_paper");
        assertThat(columns("evaluation_settled")).containsExactlyInAnyOrder("association_id", "case_id", "occasion");
        assertThat(count("evaluation_settled s join cases c on c.id = s.case_id"))
                .as("who has answered and who has said no is one and the same")
                .isEqualTo(12);
        assertThat(owner.sql("""
            select count(distinct x.written) from (
              select cast(xmin as text) as written from evaluation_answers where initiative_id = :initiative
              union all select cast(xmin as text) from evaluation_words where initiative_id = :initiative
              union all select cast(s.xmin as text) from evaluation_settled s join cases c on c.id = s.case_id
                where c.initiative_id = :initiative) x\
            """)
                        .param("initiative", place.initiative().value())
                        .query(Integer.class)
                        .single())
                .as("written in one transaction, the last one")
                .isOne();
        assertThat(owner.sql("select id from evaluation_answers where initiative_id = ?")
                        .param(place.initiative().value())
                        .query(UUID.class)
                        .list())
                .hasSize(8)
                .allSatisfy(id -> assertThat(id.version()).as("no time in it").isEqualTo(4));
        var orders = IntStream.range(0, 6).mapToObj(this::orders).toList();
        assertThat(orders.stream().map(Orders::words).distinct().count())
                .as("the order of the rows is new each time")
                .isGreaterThan(1);
        assertThat(orders.stream().map(Orders::settled).distinct().count()).isGreaterThan(1);
        assertThat(owner.sql("""
            select count(distinct action) from journal where case_id in (select id from cases where initiative_id = ?)
              and action like '%OPINION%'\
            """)
                        .param(place.initiative().value())
                        .query(Integer.class)
                        .single())
                .as("the journal does not tell an answer from a look")
                .isOne();
    }

    private record Orders(List<String> words, List<UUID> settled) {}

    /** How the rows lie after one more has said no. */
    private Orders orders(int number) {
        assertThat(own.decline(ended(), Occasion.END)).as("%d", number).isTrue();
        return new Orders(
                owner.sql("select words from evaluation_words where initiative_id = ? order by ctid")
                        .param(place.initiative().value())
                        .query((row, i) -> row.getString("words"))
                        .list(),
                owner.sql("""
                    select s.case_id from evaluation_settled s join cases c on c.id = s.case_id
                    where c.initiative_id = ? order by s.ctid\
                    """)
                        .param(place.initiative().value())
                        .query((row, i) -> row.getObject("case_id", UUID.class))
                        .list()
                        .subList(0, 5));
    }

    private List<String> columns(String table) {
        return owner.sql("select column_name from information_schema.columns where table_name = ?")
                .param(table)
                .query((row, i) -> row.getString("column_name"))
                .list();
    }

    private int count(String from) {
        return owner.sql("select count(*) from " + from + " where initiative_id = ?")
                .param(place.initiative().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void theApplicationReadsNoRows() {
        var phone = ended();
        says(phone, now, 4, "Bra");
        for (var table : List.of("evaluation_answers", "evaluation_words")) {
            assertThatThrownBy(() -> as(
                            place.lead(),
                            () -> application
                                    .sql("select count(*) from " + table)
                                    .query(Integer.class)
                                    .single()))
                    .isInstanceOf(DataAccessException.class);
        }
        var settled = "select count(*) from evaluation_settled";
        assertThat(as(phone, () -> application.sql(settled).query(Integer.class).single()))
                .isOne();
        for (var nobody : List.of(place.lead(), place.caseworker(), place.officer())) {
            assertThat(as(
                            nobody,
                            () -> application.sql(settled).query(Integer.class).single()))
                    .isZero();
        }
    }

    @Test
    void theMiddleIsTheStepInTheMiddleAndOfAPaperKnownToALeadNothingIsToldByTheRest() {
        assertThat(Opinions.median(new int[] {0, 0, 1, 2, 2})).contains(4);
        assertThat(Opinions.median(new int[] {3, 0, 0, 0, 3})).contains(1);
        assertThat(Opinions.median(new int[] {0, 0, 0, 0, 4})).isEmpty();
        var counts = List.of(given(5, 8, false), given(1, 1, false), given(1, 5, true));
        assertThat(Opinions.tally(Question.USEFUL, counts).steps())
                .as("one of the six who said 1 is not on paper")
                .isEmpty();
        var mixed = List.of(given(5, 4, false), given(4, 4, false), given(1, 3, false), given(2, 3, false));
        assertThat(Opinions.tally(Question.USEFUL, mixed).steps())
                .as("as fine as one to four allow")
                .containsExactly(new Steps(1, 2, 6), new Steps(3, 3, 0), new Steps(4, 5, 8));
    }

    private Count given(int step, int number, boolean onPaper) {
        return new Count(now.first(), now.first(), Optional.of(LegalSex.WOMAN), onPaper, Question.USEFUL, step, number);
    }

    @Test
    void onThePhoneThePersonAnswersWithoutLosingWhatWasTypedInSixLanguages() {
        var id = cases.started(place);
        cases.end(place, id);
        var phone = new OwnPhone(port, world.email(place.caseworker()), id, cases.baseline(place, id)).visitor();
        assertThat(phone.get("/svara/min-sida").body()).contains("Vad tycker du om stödet?");
        for (var language : List.of("en", "ar", "fa", "so", "uk")) {
            assertThat(phone.get(PAGE + "?lang=" + language).body())
                    .as(language)
                    .contains("dir=")
                    .doesNotContain("opinion.", "own-evaluation.");
        }
        phone.get(PAGE + "?lang=sv");
        var wrong = phone.post(PAGE, Map.of("occasion", "END", "to-USEFUL", "4", "words", "Mejla mig@example.org"));
        assertThat(wrong.body()).contains("e-postadress", "Mejla mig@example.org", "Du kan också välja ”Vet inte”.");
        var nothing = Map.of(
                "occasion", "END", "to-USEFUL", "0", "to-INFLUENCE", "0", "to-NEXT_STEP", "0", "to-TREATMENT", "0");
        assertThat(phone.post(PAGE, nothing).body()).contains("Svara på minst en fråga");
        assertThat(count("evaluation_answers")).isZero();
        var right = Map.of(
                "occasion", "END", "to-USEFUL", "4", "to-INFLUENCE", "0", "to-NEXT_STEP", "2", "to-TREATMENT", "5");
        assertThat(phone.post(PAGE, right).statusCode()).isEqualTo(302);
        assertThat(phone.get(PAGE).body()).contains("Tack för dina svar!");
        assertThat(phone.post(PAGE, right).body()).as("sent once more").contains("inget att svara på");
        assertThat(count("evaluation_answers")).isOne();
        assertThat(phone.get("/svara/min-sida").body()).doesNotContain("Vad tycker du om stödet?");
        assertThat(phone.get("/svara/min-sida/utdrag.json").body()).contains("\"occasion\" : \"END\"");
        var staff = new Visitor(port).signIn(world.email(place.caseworker()));
        assertThat(staff.get("/cases/" + id + "/extract.json").body()).contains("\"evaluations\" : [ ]");
    }

    @Test
    void onADeviceThatWasHandedOverThePersonIsAskedOnceTheAnswersAreSent() {
        var id = cases.started(place);
        var round = cases.baseline(place, id);
        owner.sql("update rounds set kind = 'FOLLOW_UP' where id = ?")
                .param(round.value())
                .update();
        var device = new Visitor(port).signIn(world.email(place.caseworker()));
        device.post("/cases/" + id + "/rounds/" + round + "/hand-over", Map.of());
        assertThat(device.get(PAGE).body()).contains("inget att svara på");
        device.post("/svara/question/1", Map.of("answer", "2", "round", round.toString()));
        device.post("/svara/send", Map.of("round", round.toString()));
        assertThat(device.get("/svara/done").body()).contains("Vad tycker du om stödet?", "Lämna tillbaka");
        assertThat(device.get(PAGE).body())
                .contains("Nej tack, jag vill inte svara", "Lämna tillbaka")
                .doesNotContain("/svara/min-sida");
        device.post(PAGE + "/nej", Map.of("occasion", "FOLLOW_UP"));
        assertThat(device.get(PAGE).body()).contains("Du får ingen fråga om det här igen.");
        assertThat(device.get("/svara/done").body()).doesNotContain("Vad tycker du om stödet?");
        assertThat(count("evaluation_answers")).isZero();
    }
}
