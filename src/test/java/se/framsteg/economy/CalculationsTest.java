package se.framsteg.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
import se.framsteg.access.Role;
import se.framsteg.economy.amount.Amount;
import se.framsteg.economy.amount.Amounts;
import se.framsteg.economy.amount.Party;
import se.framsteg.economy.amount.Situation;
import se.framsteg.economy.calculation.Calculation;
import se.framsteg.economy.calculation.CalculationId;
import se.framsteg.economy.calculation.Calculations;
import se.framsteg.economy.calculation.Purse;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.NotFoundException;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** What steps are worth, as it is saved: with the amounts of that day, for those whose it is, and never changed. */
@FramstegTest
class CalculationsTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Calculations calculations;

    @Autowired
    Amounts amounts;

    @Autowired
    JdbcClient application;

    @Autowired
    OwnerSql owner;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    private World.Place place;
    private EconomyExamples examples;
    private Actor.Staff board;

    @BeforeEach
    void aPlace() {
        place = world.place();
        examples = new EconomyExamples(beans);
        board = world.person(place.kommun(), "Berit Board", Role.BOARD);
    }

    private CalculationId made() {
        return examples.calculation(place.lead(), Optional.of(place.initiative()), "Hela året");
    }

    private Calculation seen(Actor.Staff who, CalculationId id) {
        return calculations.see(who, id, Optional.empty(), "sv").calculation();
    }

    private <T> T as(Actor who, Supplier<T> work) {
        return transactions.execute(_ -> {
            asking.by(who);
            return work.get();
        });
    }

    @Test
    void anAmountOfTheOwnTakesThePlaceOfTheExampleAndWhatWasMadeBeforeKeepsWhatItWasMadeWith() {
        var before = made();
        var examplesUsed = seen(place.lead(), before).examples();
        assertThat(examplesUsed).isPositive();
        examples.amount(place.officer(), Party.KOMMUN, Situation.OPEN_WORK, 9_000, EconomyExamples.today());
        examples.amount(
                place.officer(),
                Party.KOMMUN,
                Situation.OPEN_WORK,
                99_000,
                EconomyExamples.today().plusDays(1));
        var after = examples.calculation(place.officer(), Optional.of(place.initiative()), "Med eget");
        assertThat(kommunAtWork(seen(place.lead(), after)).perMonth().likely()).isEqualByComparingTo("9000");
        assertThat(kommunAtWork(seen(place.lead(), before)).example()).isTrue();
        assertThat(seen(place.lead(), after).examples()).isEqualTo(examplesUsed - 1);
        assertThat(amounts.see(board, "sv").others())
                .extracting(Amount::validFrom)
                .containsExactly(EconomyExamples.today().plusDays(1));
        // A word too many is mended by a row from the same day, which holds from then on.
        examples.amount(place.officer(), Party.KOMMUN, Situation.OPEN_WORK, 8_000, EconomyExamples.today());
        assertThat(amounts.see(board, "sv").of(Party.KOMMUN))
                .filteredOn(one -> one.situation() == Situation.OPEN_WORK)
                .extracting(one -> one.perMonth().likely().intValue())
                .containsExactly(8_000);
        assertThat(amounts.see(world.place().officer(), "sv").examples())
                .as("of another association")
                .isEqualTo(amounts.see(place.officer(), "sv").holding().size());
    }

    private static Amount kommunAtWork(Calculation calculation) {
        return calculation.used().stream()
                .filter(one -> one.party() == Party.KOMMUN && one.situation() == Situation.OPEN_WORK)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aVersionStaysAsItWas() {
        var id = made();
        var reported = calculations.of(place.officer(), place.initiative()).getFirst();
        calculations.change(place.lead(), id, 1, "Hela året, rättat", EconomyExamples.twentyToWork());
        assertThatThrownBy(
                        () -> calculations.change(place.officer(), id, 1, "Samtidigt", EconomyExamples.twentyToWork()))
                .isInstanceOf(ChangedMeanwhileException.class);
        var view = calculations.see(board, id, Optional.of(1), "sv");
        assertThat(view.last()).isFalse();
        assertThat(view.versions()).containsExactly(2, 1);
        assertThat(view.calculation().assumptions()).isEqualTo(reported.assumptions());
        assertThat(calculations.of(place.lead(), place.initiative()))
                .extracting(Calculation::name)
                .containsExactly("Hela året, rättat");
        calculations.remove(place.lead(), id);
        assertThat(calculations.of(place.lead(), place.initiative())).isEmpty();
        assertThatThrownBy(() -> seen(place.lead(), id)).isInstanceOf(NotFoundException.class);
        for (var change : List.of(
                "update economy_versions set name = 'X'",
                "delete from economy_versions",
                "update economy_amounts set likely = high",
                "delete from economy_amounts")) {
            assertThatThrownBy(() -> owner.sql(change).update()).as(change).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void theLeadSeesTheOwnTheOfficeAndTheBoardAllOfTheirsAndNobodyElseAnything() {
        var own = made();
        var planned = examples.calculation(place.officer(), Optional.empty(), "Om vi börjar");
        var otherLead = world.person(place.kommun(), "Ola Annan", Role.LEAD);
        assertThat(names(place.officer())).containsExactly("Hela året", "Om vi börjar");
        assertThat(names(board)).containsExactly("Hela året", "Om vi börjar");
        assertThat(names(place.lead())).containsExactly("Hela året");
        assertThat(names(otherLead)).isEmpty();
        assertThat(calculations.list(board, Optional.empty(), "sv").mayCalculate())
                .isFalse();
        for (var nobody : List.of(
                otherLead,
                place.caseworker(),
                place.administrator(),
                world.place().officer())) {
            assertThatThrownBy(() -> seen(nobody, own)).isInstanceOf(NotFoundException.class);
            assertThat(rows(nobody)).isZero();
        }
        assertThatThrownBy(() -> seen(place.lead(), planned)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> calculations.change(board, own, 1, "X", EconomyExamples.twentyToWork()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        examples.amount(place.lead(), Party.KOMMUN, Situation.OPEN_WORK, 1, EconomyExamples.today()))
                .isInstanceOf(NotFoundException.class);
        assertThat(rows(place.lead())).isOne();
        assertThat(rows(board)).isEqualTo(2);
    }

    private List<String> names(Actor.Staff who) {
        return calculations.list(who, Optional.empty(), "sv").lines().stream()
                .map(line -> line.calculation().name())
                .toList();
    }

    private int rows(Actor.Staff who) {
        return as(
                who,
                () -> application
                        .sql("select count(*) from economy_versions")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void bareStatementsWriteNothingInAnothersNameNorForAnInitiativeThatOneDoesNotLead() {
        var insert = """
            insert into economy_calculations (id, association_id, initiative_id, made_by, made_at)
            values (gen_random_uuid(), :association, :initiative, :by, now())\
            """;
        for (var by : List.of(board, place.caseworker(), world.person(place.kommun(), "Ola Annan", Role.LEAD))) {
            assertThatThrownBy(() -> as(
                            by,
                            () -> application
                                    .sql(insert)
                                    .param("association", place.association().value())
                                    .param("initiative", place.initiative().value())
                                    .param("by", by.id().value())
                                    .update()))
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> as(
                        place.officer(),
                        () -> application
                                .sql(insert)
                                .param("association", place.association().value())
                                .param("initiative", place.initiative().value())
                                .param("by", place.lead().id().value())
                                .update()))
                .isInstanceOf(DataAccessException.class);
        var elsewhere = world.place();
        assertThatThrownBy(() -> as(
                        place.lead(),
                        () -> application
                                .sql(insert)
                                .param("association", elsewhere.association().value())
                                .param("initiative", place.initiative().value())
                                .param("by", place.lead().id().value())
                                .update()))
                .as("an initiative of another association")
                .isInstanceOf(DataAccessException.class);
    }

    private Map<String, String> form(String... changes) {
        var form = new HashMap<>(Map.of(
                "id", UUID.randomUUID().toString(),
                "initiative", place.initiative().toString(),
                "step", "COUNTING",
                "to", "save",
                "name", "Hela året",
                "numbersFrom", "Slutrapporten",
                "from1", "SOCIAL_ASSISTANCE",
                "to1", "OPEN_WORK",
                "persons1", "20"));
        form.putAll(Map.of(
                "oneLow",
                "45",
                "oneLikely",
                "60 %",
                "oneHigh",
                "75",
                "fiveLow",
                "25",
                "fiveLikely",
                "40",
                "fiveHigh",
                "55"));
        form.putAll(Map.of(
                "anywayLow", "10", "anywayLikely", "12,5", "anywayHigh", "40", "anywayWhy", "Gruppen som fick vänta"));
        form.putAll(Map.of("costFK", "0", "costSTATE", "0", "costKOMMUN", "3 000 000 kr", "costREGION", "0"));
        form.putAll(Map.of("discount", "3", "discountFrom", "Förslaget", "priceYear", "2025"));
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }

    @Test
    void whatCanNotBeSoIsToldAtItsFieldOnItsPageAndNothingIsLost() {
        var visitor = new Visitor(port).signIn(world.email(place.lead()));
        refused(
                visitor,
                form("costKOMMUN", "-5000"),
                "Vad har insatsen kostat?",
                "Beloppet kan inte vara mindre än 0.");
        refused(visitor, form("costKOMMUN", "tre miljoner"), "Vad har insatsen kostat?", "Skriv beloppet med siffror");
        refused(
                visitor,
                form("anywayHigh", "140"),
                "Hur många hade klarat det ändå?",
                "Det kan inte vara mer än 100 procent.");
        refused(
                visitor,
                form("anywayLow", "50"),
                "Hur många hade klarat det ändå?",
                "Det lägsta kan inte vara högre än det troliga.");
        refused(visitor, form("anywayWhy", ""), "Hur många hade klarat det ändå?", "Skriv vad andelen bygger på.");
        refused(
                visitor,
                form("anywayLow", "0", "anywayLikely", "0", "anywayHigh", "0", "anywayWhy", " "),
                "Hur många hade klarat det ändå?",
                "Utan ett skäl går det inte att räkna med 0.");
        refused(visitor, form("anywayLow", ""), "Hur många hade klarat det ändå?", "Skriv en andel i procent");
        refused(visitor, form("persons1", "4"), "Vilka steg har tagits?", "Färre än fem kan peka ut någon.");
        refused(
                visitor,
                form("to1", "SOCIAL_ASSISTANCE"),
                "Vilka steg har tagits?",
                "Steget måste leda till något annat");
        refused(
                visitor,
                form("from1", "", "to1", "", "persons1", ""),
                "Vilka steg har tagits?",
                "Skriv minst ett steg");
        refused(
                visitor,
                form("fiveLikely", "70", "fiveHigh", "75"),
                "Hur länge håller stegen?",
                "Efter fem år kan inte fler vara kvar");
        refused(visitor, form("discount", "tre"), "Ränta och priser", "Skriv andelen med siffror");
        assertThat(names(place.lead())).isEmpty();
        var form = form();
        for (int twice = 0; twice < 2; twice++) {
            assertThat(visitor.post("/economy/new", form).headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/economy/" + form.get("id")));
        }
        assertThat(names(place.lead())).containsExactly("Hela året");
        var saved = seen(place.lead(), CalculationId.of(String.valueOf(form.get("id"))));
        assertThat(saved.reckoning().cost(Purse.SOCIETY)).isEqualByComparingTo("3000000");
        assertThat(saved.assumptions().anyway().share().likely()).isEqualByComparingTo("0.125");
        var path = "/economy/" + saved.id();
        assertThat(visitor.get(path).body()).contains("är exempel som ingen står bakom", "Förslaget", "12,5 %");
        assertThat(visitor.get(path + "/paper.pdf?version=1").statusCode()).isEqualTo(200);
        assertThat(visitor.get(path + "?version=7").statusCode()).isEqualTo(404);
        assertThat(visitor.get(path + "?version=x").statusCode()).isEqualTo(404);
    }

    private static void refused(Visitor visitor, Map<String, String> form, String page, String sentence) {
        var body = visitor.post("/economy/new", form).body();
        assertThat(body).contains("<h1>" + page + "</h1>", sentence, "Slutrapporten", "value=\"75\"");
        form.forEach((field, value) -> {
            if (field.startsWith("cost") || field.startsWith("anyway") && !field.equals("anywayWhy")) {
                assertThat(body).contains("name=\"" + field + "\"").contains("value=\"" + value + "\"");
            }
        });
    }

    @Test
    void anAmountWithoutASourceIsRefusedAndTheFormComesBackAsItWas() {
        var visitor = new Visitor(port).signIn(world.email(place.officer()));
        var form = new HashMap<>(Map.of(
                "id", UUID.randomUUID().toString(),
                "party", "KOMMUN",
                "situation", "SOCIAL_ASSISTANCE",
                "direction", "COSTS",
                "amountLow", "9 000",
                "amountLikely", "12 000",
                "amountHigh", "11 000",
                "priceYear", "2025",
                "validFrom", EconomyExamples.today().toString(),
                "source", ""));
        assertThat(visitor.post("/economy/amounts/new", form).body())
                .contains(
                        "Inget belopp får vara utan källa.",
                        "Det högsta kan inte vara lägre än det troliga.",
                        "value=\"12 000\"");
        form.put("source", "Bokslutet");
        form.put("amountHigh", "15 000");
        visitor.post("/economy/amounts/new", form);
        assertThat(amounts.see(place.officer(), "sv").of(Party.KOMMUN))
                .filteredOn(one -> !one.example())
                .singleElement()
                .satisfies(one -> assertThat(one.perMonth().low()).isEqualByComparingTo("-15000"));
    }
}
