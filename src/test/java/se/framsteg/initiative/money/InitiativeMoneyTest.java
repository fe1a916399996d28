package se.framsteg.initiative.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.initiative.AffairsExamples;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** Budget and actuals: right to the last krona, whoever adds them up. */
@FramstegTest
class InitiativeMoneyTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    InitiativeMoney money;

    @Autowired
    OwnerSql owner;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private AffairsExamples affairs;

    @BeforeEach
    void begin() {
        place = world.place();
        affairs = new AffairsExamples(beans);
    }

    @Test
    void everySumIsWhatPlainStatementsAddUpTo() {
        var random = new Random(17);
        for (int i = 0; i < 4; i++) {
            var funder = affairs.funder(place);
            for (int year = today.getYear() - 2; year <= today.getYear(); year++) {
                money.setBudget(
                        place.lead(),
                        place.initiative(),
                        year,
                        Map.of(funder, 1_000_000_007L * (i + 1)),
                        money.budget(place.lead(), place.initiative(), year).version());
                for (int entry = 0; entry < 3; entry++) {
                    affairs.cost(place, funder, LocalDate.of(year, 1, 1), random.nextInt(90_000_001));
                }
            }
        }
        var back = affairs.cost(place);
        money.takeBack(place.officer(), place.initiative(), back, "Fel initiativ");
        var table = money.see(place.officer(), place.initiative()).table();
        for (var year : table.years()) {
            assertThat(year.part().sum())
                    .isEqualTo(new MoneyTable.Sum(
                            sum(
                                    "select coalesce(sum(amount), 0) from initiative_budgets where initiative_id = ?"
                                            + " and year = ?",
                                    year.year()),
                            sum(
                                    "select coalesce(sum(amount), 0) from initiative_costs where initiative_id = ? and"
                                            + " removed_at is null and extract(year from entered_on) = ?",
                                    year.year())));
            for (var row : year.part().rows()) {
                assertThat(row.sum().left())
                        .isEqualTo(row.sum().budget() - row.sum().actual());
            }
        }
        assertThat(table.all().sum().budget()).isEqualTo(3L * 1_000_000_007L * 10);
        assertThat(table.all().sum().actual())
                .isEqualTo(table.years().stream()
                        .mapToLong(year -> year.part().sum().actual())
                        .sum())
                .isEqualTo(table.all().rows().stream()
                        .mapToLong(row -> row.sum().actual())
                        .sum());
    }

    private long sum(String statement, int year) {
        return owner.sql(statement)
                .param(place.initiative().value())
                .param(year)
                .query(Long.class)
                .single();
    }

    @Test
    void amountsAreReadAsPeopleWriteThemAndShownWithBlanksThatNeverBreak() {
        var funder = affairs.funder(place);
        var visitor = new Visitor(port).signIn(world.email(place.officer()));
        var year = today.getYear();
        var path = "/initiatives/%s/money/budget/%d".formatted(place.initiative(), year);
        assertThat(visitor.post(path, Map.of("version", "0", "amount-" + funder, "1 250 000 kr"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(visitor.get("/initiatives/" + place.initiative() + "/money").body())
                .contains("1\u00a0250\u00a0000\u00a0kr");
        for (var wrong : Map.of(
                        "-5", "Ett belopp kan inte vara mindre än noll.",
                        "1 250,50", "Skriv hela kronor",
                        "999999999999", "Skriv hela kronor")
                .entrySet()) {
            assertThat(visitor.post(path, Map.of("version", "1", "amount-" + funder, wrong.getKey()))
                            .body())
                    .contains(wrong.getValue(), "value=\"" + wrong.getKey() + "\"");
        }
        assertThatThrownBy(() ->
                        money.setBudget(place.lead(), place.initiative(), year, new HashMap<>(Map.of(funder, -1L)), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofTwoWhoSetTheSameYearTheSecondSeesWhatTheFirstSaved() {
        var funder = affairs.funder(place);
        var visitor = new Visitor(port).signIn(world.email(place.lead()));
        var path = "/initiatives/%s/money/budget/2026".formatted(place.initiative());
        visitor.post(path, Map.of("version", "0", "amount-" + funder, "100"));
        assertThat(visitor.post(path, Map.of("version", "0", "amount-" + funder, "200"))
                        .body())
                .contains("value=\"200\"", "<strong>100</strong>");
        assertThatThrownBy(() -> money.setBudget(place.lead(), place.initiative(), 2026, Map.of(funder, 1L), 0))
                .isInstanceOf(ChangedMeanwhileException.class);
        visitor.post(path, Map.of("version", "1", "amount-" + funder, "200"));
        assertThat(money.budget(place.lead(), place.initiative(), 2026).budget())
                .containsEntry(funder, 200L);
    }

    @Test
    void anEntryIsMadeOnceIsNeverChangedAndIsTakenBackWithWhy() {
        var funder = affairs.funder(place);
        var visitor = new Visitor(port).signIn(world.email(place.lead()));
        var path = "/initiatives/" + place.initiative() + "/money/costs";
        var id = UUID.randomUUID().toString();
        var wrong = visitor.post(
                path + "/new", Map.of("id", id, "on", today.plusDays(2).toString(), "words", "Lokal"));
        assertThat(wrong.body())
                .contains(
                        "Välj vem som betalar.",
                        "Skriv beloppet",
                        "Dagen kan inte ligga i framtiden.",
                        "value=\"Lokal\"");
        var right = Map.of(
                "id", id, "on", today.toString(), "words", "Lokal", "party", funder.toString(), "amount", "48 500");
        visitor.post(path + "/new", right);
        visitor.post(path + "/new", right);
        assertThat(money.costs(place.officer(), place.initiative()).costs()).hasSize(1);
        assertThat(visitor.post(path + "/" + id + "/remove", Map.of()).body()).contains("Skriv varför.");
        visitor.post(path + "/" + id + "/remove", Map.of("reason", "Dubbelt"));
        assertThat(visitor.get(path).body()).contains("<s>", "Dubbelt");
        assertThat(money.see(place.officer(), place.initiative())
                        .table()
                        .all()
                        .sum()
                        .actual())
                .isZero();
        assertThatThrownBy(() -> owner.sql("update initiative_costs set amount = 1 where id = ?")
                        .param(UUID.fromString(id))
                        .update())
                .hasMessageContaining("never changed");
    }

    @Test
    void whoPaysCannotBeTakenAwayAndWhoIsOfAnotherInitiativePaysNothingHere() {
        var funder = affairs.funder(place);
        affairs.cost(place, funder, today, 1);
        assertThatThrownBy(() -> money.remove(place.lead(), place.initiative(), funder, 0))
                .isInstanceOf(FunderPaysException.class);
        var elsewhere = world.place();
        var foreign = affairs.funder(elsewhere);
        assertThatThrownBy(() -> affairs.cost(place, foreign, today, 1)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> money.setBudget(place.lead(), place.initiative(), 2026, Map.of(foreign, 1L), 0))
                .isInstanceOf(NotFoundException.class);
        var unnamed = new Funder(FunderId.create(), Funder.Kind.OTHER, "", false, 0);
        assertThatThrownBy(() -> money.add(place.lead(), place.initiative(), unnamed))
                .isInstanceOf(IllegalArgumentException.class);
        var once = new Funder(FunderId.create(), Funder.Kind.FK, "", true, 0);
        money.add(place.lead(), place.initiative(), once);
        money.add(place.lead(), place.initiative(), new Funder(FunderId.create(), Funder.Kind.FK, "", true, 0));
        assertThat(money.see(place.lead(), place.initiative()).funders()).hasSize(2);
        money.remove(place.lead(), place.initiative(), once.id(), 0);
        assertThat(money.see(place.lead(), place.initiative()).funders()).hasSize(1);
    }
}
