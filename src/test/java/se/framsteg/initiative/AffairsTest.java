package se.framsteg.initiative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import se.framsteg.initiative.goal.Goal;
import se.framsteg.initiative.goal.GoalResultId;
import se.framsteg.initiative.goal.Goals;
import se.framsteg.initiative.implementation.ImplementationPlan;
import se.framsteg.initiative.implementation.ImplementationStep.Change;
import se.framsteg.initiative.implementation.ImplementationStep.State;
import se.framsteg.initiative.implementation.StepStateId;
import se.framsteg.initiative.outreach.OrganisationActivities;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** The initiative's own side: who comes to it, and what stands however it is asked for. */
@FramstegTest
class AffairsTest {
    private static final List<String> TABLES = List.of(
            "initiative_goals",
            "initiative_goal_results",
            "initiative_officials",
            "initiative_parties",
            "initiative_budgets",
            "initiative_costs",
            "report_periods",
            "initiative_steps",
            "initiative_step_states",
            "initiative_documents",
            "initiative_activities",
            "initiative_agreements");

    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    InitiativeRegister initiatives;

    @Autowired
    Goals goals;

    @Autowired
    ImplementationPlan plan;

    @Autowired
    OrganisationActivities activities;

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

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private AffairsExamples affairs;

    @BeforeEach
    void begin() {
        place = world.place();
        affairs = new AffairsExamples(beans);
    }

    private <T> T as(Actor who, Supplier<T> work) {
        return transactions.execute(_ -> {
            asking.by(who);
            return work.get();
        });
    }

    private int rows(Actor who, String table) {
        return as(
                who,
                () -> application
                        .sql("select count(*) from " + table)
                        .query(Integer.class)
                        .single());
    }

    /** One row in each table. */
    private void everything() {
        affairs.cost(place);
        affairs.official(place);
        affairs.period(place);
        affairs.document(place);
        var goal = affairs.goal(place);
        goals.reached(place.lead(), place.initiative(), goal, result(1, today));
        var step = affairs.step(place);
        plan.move(place.lead(), place.initiative(), step, new Change(StepStateId.create(), State.DONE, today, ""));
        affairs.activity(place, affairs.structural(place));
        var visitor = new Visitor(port).signIn(world.email(place.officer()));
        visitor.post(
                "/initiatives/" + place.initiative() + "/terms/edit",
                Map.of("version", "0", "sum", "1 250 000 kr", "background", "Därför", "applied", "2025-03-01"));
        var funder = affairs.funder(place);
        visitor.post(
                "/initiatives/" + place.initiative() + "/money/budget/2026",
                Map.of("version", "0", "amount-" + funder, "5"));
    }

    private static Goal.Result result(int value, LocalDate on) {
        return new Goal.Result(GoalResultId.create(), on, Optional.of(BigDecimal.valueOf(value)), "");
    }

    @Test
    void officersBoardLeadsAndTheOwnersAdministratorsSeeTheRowsAndNobodyElseDoes() {
        everything();
        var board = world.person(place.kommun(), "Berit Board", Role.BOARD);
        var stranger = world.place();
        var otherLead = world.person(place.kommun(), "Ola Annan", Role.LEAD);
        for (var table : TABLES) {
            for (var seer : List.of(place.officer(), board, place.lead(), place.administrator())) {
                assertThat(rows(seer, table)).as(table).isPositive();
            }
            for (var nobody : List.of(
                    place.caseworker(), otherLead, stranger.officer(), stranger.lead(), stranger.administrator())) {
                assertThat(rows(nobody, table)).as(table).isZero();
            }
        }
    }

    @Test
    void readersChangeNoRowAndNobodyWritesInAnothersName() {
        everything();
        var board = world.person(place.kommun(), "Berit Board", Role.BOARD);
        for (var table : List.of("initiative_goals", "report_periods", "initiative_budgets", "initiative_agreements")) {
            for (var reader :
                    List.of(board, place.administrator(), world.place().officer())) {
                assertThat(as(
                                reader,
                                () -> application
                                        .sql("update " + table + " set version = version + 1")
                                        .update()))
                        .as(table)
                        .isZero();
            }
            assertThatThrownBy(() -> as(
                            place.lead(),
                            () -> application
                                    .sql("update " + table + " set saved_by = ?")
                                    .param(place.officer().id().value())
                                    .update()))
                    .as(table)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void theBoardReadsAndIsOfferedNothingToChangeAndEachLookIsInTheJournal() {
        everything();
        var board = world.person(place.kommun(), "Berit Board", Role.BOARD);
        var visitor = new Visitor(port).signIn(world.email(board));
        var hub = "/initiatives/" + place.initiative();
        assertThat(visitor.get("/").body()).contains("href=\"/initiatives\"");
        assertThat(visitor.get(hub).body()).contains(hub + "/money", hub + "/goals", hub + "/documents");
        for (var page :
                List.of("terms", "goals", "officials", "money", "money/costs", "calendar", "steps", "documents")) {
            var body = visitor.get(hub + "/" + page).body();
            assertThat(body).as(page).doesNotContain(page + "/new", "<form method=\"post\" action=\"/initiatives");
        }
        assertThat(owner.sql("select count(*) from journal where actor_id = :id and action = 'SEE_INITIATIVE_AFFAIRS'")
                        .param("id", board.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(8);
    }

    @Test
    void theFrameOfAnInitiativeNeverChangesWhoeverAsks() {
        assertThatThrownBy(() -> as(
                        place.officer(),
                        () -> application
                                .sql("update initiatives set esf = true where id = ?")
                                .param(place.initiative().value())
                                .update()))
                .rootCause()
                .hasMessageContaining("permission denied");
        for (var change : List.of(
                "esf = true",
                "orientation = 'Annan'",
                "follow_up_method = 'COUNTS'",
                "kind = 'STRUCTURAL', follow_up_method = 'ORGANISATIONS'")) {
            assertThatThrownBy(() -> owner.sql("update initiatives set " + change + " where id = ?")
                            .param(place.initiative().value())
                            .update())
                    .as(change)
                    .hasMessageContaining("never changes");
        }
        var visitor = new Visitor(port).signIn(world.email(place.officer()));
        assertThat(visitor.get("/initiatives/" + place.initiative() + "/edit").body())
                .contains("går inte att ändra sedan", "Varje deltagare följs upp")
                .doesNotContain("name=\"kind\"", "name=\"method\"", "name=\"esf\"");
    }

    @Test
    void aStructuralInitiativeIsMadeWithoutMeasuringAndTakesNobody() {
        var visitor = new Visitor(port).signIn(world.email(place.officer()));
        var path = "/initiatives/new?association=%s&owner=%s".formatted(place.association(), place.kommun());
        assertThat(visitor.get(path).body()).contains("Vem vänder sig insatsen till?");
        var form = visitor.get(path + "&kind=STRUCTURAL").body();
        assertThat(form).contains("Inriktning").doesNotContain("name=\"instrument\"", "name=\"method\"");
        visitor.post(
                path + "&kind=STRUCTURAL",
                Map.of("name", "Samsyn", "starts", "2026-01-01", "orientation", "Unga", "esf", "true"));
        var made = initiatives.all(place.officer(), place.association()).stream()
                .filter(one -> one.name().equals("Samsyn"))
                .findFirst()
                .orElseThrow();
        assertThat(made.frame()).isEqualTo(new Frame(Frame.Kind.STRUCTURAL, "Unga", Frame.Method.ORGANISATIONS, true));
        assertThat(visitor.get("/initiatives/" + made.id()).body())
                .contains("Aktiviteter för organisationer")
                .doesNotContain("Skattningsinstrument", made.id() + "/follow-up", made.id() + "/training");
        assertThat(visitor.post(
                                "/initiatives/%s/edit".formatted(made.id()),
                                Map.of("version", "0", "name", "Samsyn 2", "starts", "2026-01-01"))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aMethodThatDoesNotFitIsToldAtItsPlaceAndNothingTypedIsLost() {
        var visitor = new Visitor(port).signIn(world.email(place.officer()));
        var path = "/initiatives/new?association=%s&owner=%s&kind=INDIVIDUAL"
                .formatted(place.association(), place.kommun());
        var instrument =
                initiatives.see(place.lead(), place.initiative()).plan().instrument();
        var typed = Map.of(
                "name",
                "Omöjlig",
                "starts",
                "2026-01-01",
                "method",
                "ORGANISATIONS",
                "orientation",
                "Fritt ord",
                "instrument",
                instrument.toString(),
                "baseline",
                "21",
                "interval",
                "3",
                "window",
                "21");
        assertThat(visitor.post(path, typed).body()).contains("Välj ett av sätten.", "Omöjlig", "Fritt ord");
    }

    @Test
    void nobodyIsReferredToAStructuralInitiativeByTheDoorOrByBareStatements() {
        var structural = affairs.structural(place);
        assertThatThrownBy(() -> world.aCase(place).in(structural, place.lead()).accepted())
                .isInstanceOf(NotFoundException.class);
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        assertThat(visitor.get("/referrals/new").body()).doesNotContain(structural.toString());
        assertThat(world.aCase(place).accepted()).isNotNull();
        for (var table : List.of("referrals", "cases")) {
            assertThatThrownBy(
                            () -> owner.sql("update " + table + " set initiative_id = :to where initiative_id = :from")
                                    .param("to", structural.value())
                                    .param("from", place.initiative().value())
                                    .update())
                    .as(table)
                    .hasMessageContaining("takes no persons");
        }
        assertThatThrownBy(() -> activities.see(place.lead(), place.initiative()))
                .as("nor has another one activities for organisations")
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void activitiesAreSummedByQuarterAndSexToTheLastOne() {
        var structural = affairs.structural(place);
        affairs.activity(place, structural, LocalDate.of(2025, 12, 31), 3, 2, 0);
        affairs.activity(place, structural, LocalDate.of(2026, 1, 1), 10, 5, 1);
        affairs.activity(place, structural, LocalDate.of(2026, 3, 31), 7, 0, 2);
        var view = activities.see(place.officer(), structural);
        assertThat(view.quarters())
                .extracting(
                        one -> one.year() + ":" + one.quarter(),
                        one -> one.reached().women(),
                        one -> one.reached().all())
                .containsExactly(tuple("2026:1", 17, 25), tuple("2025:4", 3, 5));
        assertThat(view.all().men()).isEqualTo(7);
        assertThat(view.all().hours()).isEqualByComparingTo("7.5");
    }

    @Test
    void anIdentityNumberInFreeWordsIsRefusedByFormsAndByDoors() {
        var visitor = new Visitor(port).signIn(world.email(place.lead()));
        var hub = "/initiatives/" + place.initiative();
        var wrong = visitor.post(
                hub + "/terms/edit", Map.of("version", "0", "background", "Gäller 19121212-1212 och flera"));
        assertThat(wrong.body()).contains("Det ser ut att stå ett personnummer här.", "Gäller 19121212-1212 och flera");
        assertThatThrownBy(() ->
                        goals.withdraw(place.lead(), place.initiative(), affairs.goal(place), "121212-1212 slutade", 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsOfAnotherInitiativeIsNotThereUnderThisOne() {
        var elsewhere = world.initiative(place.association(), place.kommun(), "En annan", place.lead());
        var ways = new ArrayList<String>();
        ways.add("goals/" + affairs.goal(place));
        ways.add("steps/" + affairs.step(place));
        ways.add("officials/" + affairs.official(place));
        ways.add("calendar/" + affairs.period(place));
        ways.add("documents/" + affairs.document(place) + "/file");
        ways.add("money/costs/" + affairs.cost(place) + "/remove");
        var visitor = new Visitor(port).signIn(world.email(place.lead()));
        for (var way : ways) {
            assertThat(status(visitor, place.initiative(), way)).as(way).isEqualTo(200);
            assertThat(status(visitor, elsewhere, way)).as(way).isEqualTo(404);
        }
    }

    private static int status(Visitor visitor, InitiativeId id, String way) {
        return visitor.get("/initiatives/" + id + "/" + way).statusCode();
    }
}
