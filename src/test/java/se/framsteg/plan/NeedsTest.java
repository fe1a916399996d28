package se.framsteg.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.cases.CaseStep;
import se.framsteg.cases.Cases;
import se.framsteg.cases.EndReason;
import se.framsteg.cases.Livelihood;
import se.framsteg.cases.Outcome;
import se.framsteg.cases.Result;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.PlanExamples;
import se.framsteg.testing.Sharing;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** How a joint plan begins. */
@FramstegTest
class NeedsTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Needs needs;

    @Autowired
    Plans plans;

    @Autowired
    NeedToDos toDos;

    @Autowired
    Cases cases;

    @Autowired
    OwnerSql owner;

    @Autowired
    JdbcClient application;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private CaseId id;
    private PlanExamples examples;

    @BeforeEach
    void aStartedCase() {
        place = world.place();
        id = world.aCase(place).started();
        examples = new PlanExamples(beans);
    }

    private NeedId seen() {
        return examples.seen(place, id, "Ingen vet vem som gör vad");
    }

    private Need only() {
        return plans.see(place.lead(), id).needs().getFirst();
    }

    private static Preparation prepared(String notTakeUp) {
        return new Preparation("Boendet", "Vem ringer vem", notTakeUp, "En syster", "Vårdcentralen", "Tolk");
    }

    @Test
    void whatIsToBeTakenUpStandsOnTheScreenOfTheMeetingAndWhatIsNotNeverDoes() {
        var need = examples.wanted(place, id);
        needs.prepare(place.caseworker(), id, need, 0, prepared("Skulderna")).orThrow();
        var plan = plans.begin(place.caseworker(), id, PlanId.create(), Plan.Kind.SIP, Optional.of(need))
                .orThrow();
        var screen = "/cases/" + id + "/plan/" + plan + "/meeting";
        assertThat(new Visitor(port)
                        .signIn(world.email(place.caseworker()))
                        .get(screen)
                        .body())
                .contains("Förberett inför mötet", "Boendet", "Vem ringer vem")
                .doesNotContain("Skulderna");
        assertThat(new Visitor(port)
                        .signIn(world.email(place.lead()))
                        .get(screen)
                        .body())
                .as("who does not have the case")
                .contains("Vad vill du ha hjälp med?")
                .doesNotContain("Boendet", "Vem ringer vem", "Skulderna");
    }

    @Test
    void whatSomebodySeesWaitsForThePersonsAnswer() {
        assertThat(plans.see(place.lead(), id).needs()).isEmpty();
        seen();
        assertThat(only().last()).isEmpty();
        assertThat(toDos.toDo(place.caseworker()))
                .singleElement()
                .satisfies(one -> assertThat(one.path()).isEqualTo("/cases/" + id + "/plan"));
        assertThat(toDos.toDo(place.lead())).as("the caseworker asks").isEmpty();
        needs.answer(place.caseworker(), id, only().id(), 1, Need.Said.NO, today, "Inte nu")
                .orThrow();
        assertThat(toDos.toDo(place.caseworker())).as("a no is an answer").isEmpty();
        assertThat(only().wanted()).isFalse();
    }

    @Test
    void thePersonMayChangeTheirMindAndAllThatWasSaidStays() {
        var need = seen();
        needs.answer(place.caseworker(), id, need, 1, Need.Said.NO, today, "Inte nu")
                .orThrow();
        needs.answer(place.lead(), id, need, 2, Need.Said.YES, today, "Gärna").orThrow();
        assertThat(only().wanted()).isTrue();
        assertThat(only().answers()).extracting(Need.Answer::words).containsExactly("Inte nu", "Gärna");
        assertThatThrownBy(() ->
                        owner.sql("update plan_answers set wanted = false").update())
                .hasStackTraceContaining("stays said");
    }

    @Test
    void thePersonsNoWaitsForTheCaseworkerWhileThePlanGoesOnAndTheirPageSaysSo() {
        var plan = examples.open(place, id);
        needs.answer(place.caseworker(), id, only().id(), 2, Need.Said.NO, today, "Jag orkar inte")
                .orThrow();
        assertThat(toDos.toDo(place.caseworker()))
                .extracting(one -> one.textKey())
                .contains("to-do.plan.no");
        examples.meeting(place, id);
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var ending = "/cases/" + id + "/plan/" + plan + "/end";
        assertThat(visitor.get("/cases/" + id + "/plan").body())
                .contains("Personen har sagt nej till planen", ending)
                .doesNotContain("Öppna mötet");
        assertThat(visitor.get(ending).body()).contains(" ställs in.", "checked");
    }

    @Test
    void theSameFormTwiceIsOnceAndTwoWhoRecordAtOnceAreTold() throws Exception {
        var need = seen();
        for (int times = 0; times < 2; times++) {
            needs.answer(place.caseworker(), id, need, 1, Need.Said.YES, today, "Ja")
                    .orThrow();
        }
        assertThat(only().answers()).hasSize(1);
        try (var two = Executors.newFixedThreadPool(2)) {
            List<Callable<Result<NeedId>>> both = List.of(
                    () -> needs.answer(place.caseworker(), id, need, 2, Need.Said.NO, today, "Den ena"),
                    () -> needs.answer(place.lead(), id, need, 2, Need.Said.NO, today, "Den andra"));
            var results =
                    two.invokeAll(both).stream().map(one -> one.resultNow()).toList();
            assertThat(results).hasAtLeastOneElementOfType(Result.Stale.class);
        }
        assertThat(only().answers()).hasSize(2);
    }

    @Test
    void whatCannotBeSoIsRefused() {
        var need = seen();
        assertThat(needs.answer(place.caseworker(), id, need, 1, Need.Said.YES, today.minusDays(1), ""))
                .isEqualTo(Result.refused("saidOn", "plan.answer.before-need"));
        assertThat(needs.answer(place.caseworker(), id, need, 1, Need.Said.YES, today.plusDays(1), ""))
                .isEqualTo(Result.refused("saidOn", "plan.day.future"));
        var tomorrow = new Need.Seen(Need.By.PERSON, "", today.plusDays(1), "Något");
        assertThat(needs.register(place.caseworker(), id, NeedId.create(), tomorrow))
                .isEqualTo(Result.refused("on", "plan.day.future"));
        var elsewhere = world.aCase(place).started();
        assertThatThrownBy(() -> needs.answer(place.caseworker(), elsewhere, need, 1, Need.Said.YES, today, ""))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aMeetingIsPreparedWhenThePersonHasSaidYesAndByTheCaseworkerAlone() {
        var need = seen();
        assertThatThrownBy(() -> needs.preparing(place.caseworker(), id, need)).isInstanceOf(NotFoundException.class);
        needs.answer(place.caseworker(), id, need, 1, Need.Said.YES, today, "").orThrow();
        needs.prepare(place.caseworker(), id, need, 0, prepared("Barnen")).orThrow();
        var preparing = needs.preparing(place.caseworker(), id, need);
        assertThat(preparing.preparation()).isEqualTo(prepared("Barnen"));
        assertThatThrownBy(() -> needs.preparing(place.lead(), id, need)).isInstanceOf(NotFoundException.class);
        assertThat(needs.prepare(place.caseworker(), id, need, 0, prepared("Skulderna")))
                .isInstanceOf(Result.Stale.class);
        var lead = new Visitor(port).signIn(world.email(place.lead()));
        var path = "/cases/" + id + "/plan/needs/" + need + "/preparation";
        assertThat(lead.get(path).statusCode()).isEqualTo(404);
        assertThat(lead.post(path, Map.of("version", "1", "takeUp", "x".repeat(2001)))
                        .statusCode())
                .isEqualTo(404);
        needs.answer(place.caseworker(), id, need, 2, Need.Said.NO, today, "").orThrow();
        assertThatThrownBy(() -> needs.preparing(place.caseworker(), id, need)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void nothingNewIsSeenWhenTheCaseHasEnded() {
        var need = seen();
        var ending = new CaseStep.Ending(EndReason.OWN_WISH, Outcome.OTHER);
        cases.change(
                        place.caseworker(),
                        id,
                        cases.see(place.caseworker(), id).version(),
                        CaseStep.end(today, ending, Livelihood.UNKNOWN))
                .orThrow();
        assertThat(needs.answer(place.caseworker(), id, need, 1, Need.Said.YES, today, ""))
                .isInstanceOf(Result.Stale.class);
        assertThat(plans.see(place.caseworker(), id).changeable()).isFalse();
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var answer = Map.of("number", "1", "saidOn", today.toString(), "words", "Det vill jag", "answer", "YES");
        assertThat(visitor.post("/cases/" + id + "/plan/needs/" + need + "/answer", answer)
                        .body())
                .contains("avslutat ärendet medan du skrev", "Det vill jag");
        assertThat(toDos.toDo(place.caseworker())).isEmpty();
    }

    @Test
    void noConsentOpensNeedsAndWhatIsPreparedIsWrittenByWhoeverHasTheCaseAlone() {
        var region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        var colleague = world.person(region, "Rut Region", Role.CASEWORKER);
        var need = examples.wanted(place, id);
        needs.prepare(place.caseworker(), id, need, 0, prepared("Barnen")).orThrow();
        var sharing = new Sharing(owner);
        sharing.name(id, colleague);
        sharing.yes(id, region, Sharing.ALL_KINDS);
        assertThat(plans.see(colleague, id).needs()).isEmpty();
        assertThatThrownBy(() -> needs.see(colleague, id, need)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> needs.preparing(colleague, id, need)).isInstanceOf(NotFoundException.class);
        assertThat(rows(colleague)).containsExactly(0, 0, 0);
        assertThat(rows(place.caseworker())).containsExactly(1, 1, 1);
        assertThat(rows(place.otherCaseworker())).containsExactly(0, 0, 0);
        assertThat(rows(place.officer())).containsExactly(0, 0, 0);
        assertThat(rows(place.lead())).as("for the extract").containsExactly(1, 1, 1);
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    asking.by(place.lead());
                    application
                            .sql("update plan_preparations set urgent = 'Annat'")
                            .update();
                }))
                .hasStackTraceContaining("row-level security");
    }

    private List<Integer> rows(Actor.Staff actor) {
        return transactions.execute(_ -> {
            asking.by(actor);
            return List.of("plan_needs", "plan_answers", "plan_preparations").stream()
                    .map(table -> application
                            .sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .toList();
        });
    }

    @Test
    void whatIsTypedIsNeverLost() {
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var plan = "/cases/" + id + "/plan";
        var typed =
                new HashMap<>(Map.of("id", NeedId.create().toString(), "what", "x".repeat(4001), "on", "2026-13-40"));
        var refused = visitor.post(plan + "/needs/new", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("x".repeat(4001), "2026-13-40", "Välj vem som ser behovet.");
        typed.putAll(Map.of("what", "Skolan och vården", "on", today.toString(), "by", "RELATIVE", "who", "En bror"));
        assertThat(visitor.post(plan + "/needs/new", typed).statusCode()).isEqualTo(302);
        assertThat(only().seen().who()).isEqualTo("En bror");

        var answer = new HashMap<>(Map.of("number", "1", "saidOn", today.toString(), "words", "Det vill jag"));
        var form = plan + "/needs/" + only().id();
        assertThat(visitor.post(form + "/answer", answer).body())
                .contains("Välj vad personen svarade.", "Det vill jag");
        answer.put("answer", "YES");
        assertThat(visitor.post(form + "/answer", answer).statusCode()).isEqualTo(302);
        answer.put("words", "Ändrat");
        assertThat(visitor.post(form + "/answer", answer).body()).contains("medan du skrev", "Ändrat");
        var earlier = examples.seen(place, id, "Ännu ett behov");
        assertThat(visitor.get(plan).body()).contains(earlier + "/answer", form + "/answer");

        assertThat(visitor.post(form + "/preparation", Map.of("version", "0", "takeUp", "Hemmet"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(visitor.post(form + "/preparation", Map.of("version", "0", "takeUp", "Arbetet"))
                        .body())
                .contains("Hemmet", "Arbetet");
        answer.putAll(Map.of("number", "2", "answer", "NO"));
        assertThat(visitor.post(form + "/answer", answer).statusCode()).isEqualTo(302);
        assertThat(visitor.post(form + "/preparation", Map.of("version", "1", "takeUp", "Fritiden"))
                        .body())
                .contains("vill inte längre", "Fritiden");
    }
}
