package se.framsteg.plan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.Result;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.Plans;
import se.framsteg.print.Pdfs;
import se.framsteg.rights.ExtractFiles;
import se.framsteg.rights.Extracts;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnPhone;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.PlanExamples;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** The person reads what was settled on the own phone, and says there that they stand behind it. */
@FramstegTest
class OwnVersionsTest {
    private static final String PAGE = "/svara/min-sida/plan/versioner/";

    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    OwnVersions own;

    @Autowired
    PlanDocuments documents;

    @Autowired
    Signatures signatures;

    @Autowired
    Plans plans;

    @Autowired
    Restrictions restrictions;

    @Autowired
    Extracts extracts;

    @Autowired
    ExtractFiles files;

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
    private CaseExamples cases;
    private PlanExamples examples;
    private CaseId id;
    private RoundId round;
    private PlanId plan;
    private Actor.Respondent person;

    @BeforeEach
    void aSettledPlan() {
        place = world.place();
        cases = new CaseExamples(beans);
        examples = new PlanExamples(beans);
        id = cases.started(place);
        round = cases.baseline(place, id);
        person = new Actor.Respondent(round, false);
        plan = examples.settled(place, id);
    }

    private void settleOnceMore(String wants) {
        var version = plans.see(place.caseworker(), id)
                .plan(plan)
                .text(Plan.Part.WANTS)
                .version();
        plans.write(place.caseworker(), id, plan, Plan.Part.WANTS, wants, version)
                .orThrow();
        documents.settle(place.caseworker(), id, plan, 2, Optional.empty()).orThrow();
    }

    private Result<SignatureId> onPaper(String name) {
        var signature = new Signature(
                SignatureId.create(), Signature.How.PAPER, name, "", Optional.empty(), name.isEmpty(), today);
        return signatures.sign(place.caseworker(), id, plan, 1, signature);
    }

    private Visitor phone() {
        return new OwnPhone(port, world.email(place.caseworker()), id, round).visitor();
    }

    @Test
    void thePersonReadsWhatWasSettledAndStandsBehindItByOnePress() {
        var phone = phone();
        assertThat(phone.get("/svara/min-sida/plan").body())
                .contains("Står du bakom planen?", PAGE + plan + "/1", "Version 1");
        assertThat(phone.get(PAGE + plan + "/1").body()).contains("Att slippa berätta allt igen", "Jag står bakom");
        var form = Map.of("id", SignatureId.create().toString());
        for (int times = 0; times < 2; times++) {
            phone.post(PAGE + plan + "/1", form);
            assertThat(phone.get(PAGE + plan + "/1").body())
                    .contains("Nu står det i planen att du står bakom den", "Du har sagt på din telefon")
                    .doesNotContain("Jag står bakom");
        }
        assertThat(phone.get("/svara/min-sida/plan").body()).doesNotContain("Står du bakom planen?");
        assertThat(documents.see(place.lead(), id, plan, 1).signatures())
                .singleElement()
                .satisfies(one -> assertThat(one.byPerson()).isTrue());
        assertThat(owner.sql("select recorded_by is null and staff_id is null from plan_signatures where plan_id = ?")
                        .param(plan.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(journaled()).isEqualTo(2);
    }

    private int journaled() {
        return owner.sql("select count(*) from journal where action = 'SIGN_PLAN' and actor_kind = 'RESPONDENT' and"
                        + " case_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void thatItWasOnTheOwnPhoneIsToldToStaffOnPaperAndInTheExtract() throws Exception {
        own.confirm(person, plan, 1, SignatureId.create()).orThrow();
        var staff = new Visitor(port).signIn(world.email(place.caseworker()));
        assertThat(staff.get("/cases/" + id + "/plan/" + plan + "/versions/1").body())
                .contains("skrev under på sin telefon");
        var printing = documents.print(place.caseworker(), id, plan, 1);
        assertThat(printing.signatures())
                .singleElement()
                .satisfies(one -> assertThat(one.told()).isEqualTo("OWN_PHONE"));
        var extract = extracts.ofCase(place.caseworker(), id, "sv");
        assertThat(Pdfs.text(files.paper(extract, "sv").pdf())).contains("På sin egen telefon");
    }

    @Test
    void whoeverHasSignedOnPaperIsToldSoAndThePersonSignsAVersionOnce() {
        onPaper("").orThrow();
        assertThat(own.confirm(person, plan, 1, SignatureId.create()))
                .isEqualTo(Result.refused("", "own-plan.sign.already"));
        var phone = phone();
        phone.post(PAGE + plan + "/1", Map.of("id", SignatureId.create().toString()));
        assertThat(phone.get(PAGE + plan + "/1").body())
                .contains("Du har redan skrivit under den här versionen", "Du har skrivit under planen på papper")
                .doesNotContain("Jag står bakom");
        settleOnceMore("Ett arbete");
        own.confirm(person, plan, 2, SignatureId.create()).orThrow();
        var late = new Signature(SignatureId.create(), Signature.How.PAPER, "", "", Optional.empty(), true, today);
        assertThat(signatures.sign(place.caseworker(), id, plan, 2, late))
                .isEqualTo(Result.refused("who", "plan-document.sign.already"));
    }

    @Test
    void theLatestVersionAloneIsSignedWhileThePlanIsOpenAndNothingStandsStill() {
        settleOnceMore("Ett arbete");
        assertThat(own.all(person).versions())
                .extracting(OwnVersions.Line::number)
                .containsExactly(2, 1);
        assertThat(own.confirm(person, plan, 1, SignatureId.create()))
                .isEqualTo(Result.refused("", "own-plan.sign.newer"));
        assertThat(own.see(person, plan, 1).signable()).isFalse();
        assertThat(phone().get(PAGE + plan + "/1").body())
                .contains("Det finns en nyare version", "Att slippa berätta allt igen");
        restrictions.restrict(place.caseworker(), id, "Bestrids", today).orThrow();
        isShut();
        restrictions.lift(place.caseworker(), id, "Utrett").orThrow();
        plans.end(place.caseworker(), id, plan, Plan.EndReason.GOALS_MET).orThrow();
        isShut();
        assertThat(own.all(person).versions()).as("still there to read").hasSize(2);
    }

    private void isShut() {
        assertThat(own.see(person, plan, 2).signable()).isFalse();
        assertThat(own.all(person).unsigned()).isEmpty();
        assertThat(own.confirm(person, plan, 2, SignatureId.create())).isInstanceOf(Result.Stale.class);
        refused(person, signature("SIGNED_IN", "true", "null", "cast(now() at time zone 'Europe/Stockholm' as date)"));
    }

    @Test
    void aVersionOfSomebodyElseDoesNotExistNorAnyOnADeviceThatWasHandedOver() {
        var other = cases.started(place);
        var theirs = examples.settled(place, other);
        var handedOver = new Actor.Respondent(round, true);
        assertThatThrownBy(() -> own.see(person, theirs, 1)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.see(person, plan, 7)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.confirm(person, theirs, 1, SignatureId.create()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.see(handedOver, plan, 1)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.all(handedOver)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.confirm(handedOver, plan, 1, SignatureId.create()))
                .isInstanceOf(NotFoundException.class);
        var phone = phone();
        for (var path : List.of(theirs + "/1", plan + "/7", PlanId.create() + "/1")) {
            assertThat(phone.get(PAGE + path).statusCode()).as(path).isEqualTo(404);
            assertThat(phone.post(PAGE + path, Map.of()).statusCode()).as(path).isEqualTo(404);
        }
    }

    private String signature(String how, String byPerson, String recordedBy, String on) {
        return """
            insert into plan_signatures (id, plan_id, number, how, name, role, by_person, signed_on, recorded_by, recorded_at)
            values (gen_random_uuid(), '%s', 1, '%s', '*', '', %s, %s, %s, now())\
            """.formatted(plan, how, byPerson, on, recordedBy);
    }

    @Test
    void theDatabaseTakesThePersonsSignatureFromThemAloneAndNoOther() {
        var staff = "'" + place.caseworker().id() + "'";
        var stranger = new Actor.Respondent(cases.baseline(place, cases.started(place)), false);
        refused(
                stranger,
                signature("SIGNED_IN", "true", "null", "cast(now() at time zone 'Europe/Stockholm' as date)"));
        refused(
                place.caseworker(),
                signature("SIGNED_IN", "true", "null", "cast(now() at time zone 'Europe/Stockholm' as date)"));
        refused(
                place.caseworker(),
                signature("SIGNED_IN", "true", staff, "cast(now() at time zone 'Europe/Stockholm' as date)"));
        refused(place.lead(), signature("PAPER", "true", staff, "cast(now() at time zone 'Europe/Stockholm' as date)"));
        refused(person, signature("PAPER", "true", "null", "cast(now() at time zone 'Europe/Stockholm' as date)"));
        refused(person, signature("SIGNED_IN", "false", "null", "cast(now() at time zone 'Europe/Stockholm' as date)"));
        refused(person, signature("SIGNED_IN", "true", staff, "cast(now() at time zone 'Europe/Stockholm' as date)"));
        refused(
                person,
                signature("SIGNED_IN", "true", "null", "cast(now() at time zone 'Europe/Stockholm' as date) - 1"));
        run(person, signature("SIGNED_IN", "true", "null", "cast(now() at time zone 'Europe/Stockholm' as date)"));
    }

    private void refused(Actor by, String sql) {
        assertThatThrownBy(() -> run(by, sql)).as("%s: %s", by, sql).hasStackTraceContaining("row-level security");
    }

    private void run(Actor by, String sql) {
        transactions.executeWithoutResult(_ -> {
            asking.by(by);
            application.sql(sql).update();
        });
    }
}
