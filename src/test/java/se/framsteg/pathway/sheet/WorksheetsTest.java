package se.framsteg.pathway.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.CaseStep;
import se.framsteg.cases.Cases;
import se.framsteg.cases.EndReason;
import se.framsteg.cases.Livelihood;
import se.framsteg.cases.Outcome;
import se.framsteg.cases.Result;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.pathway.steps.Steps;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.Time;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.MethodExamples;
import se.framsteg.testing.OwnPhone;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Sharing;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** Worksheets belong to the person: what others see of them is what the person shares, and nothing else. */
@FramstegTest
class WorksheetsTest {
    private static final String PAGE = "/svara/min-sida/blad";

    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Sheets sheets;

    @Autowired
    OwnSheets own;

    @Autowired
    Steps steps;

    @Autowired
    Cases cases;

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

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private CaseExamples caseExamples;
    private MethodExamples methods;
    private World.Place place;
    private CaseId id;
    private RoundId round;
    private Actor.Respondent person;

    @BeforeEach
    void aStartedCase() {
        place = world.place();
        caseExamples = new CaseExamples(beans);
        methods = new MethodExamples(beans);
        id = caseExamples.started(place);
        round = caseExamples.baseline(place, id);
        person = new Actor.Respondent(round, false);
    }

    private OwnPhone phone() {
        return new OwnPhone(port, world.email(place.caseworker()), id, round);
    }

    private Visitor staff() {
        return new Visitor(port).signIn(world.email(place.caseworker()));
    }

    private static Answers role(String role) {
        return MethodExamples.answers(role);
    }

    private void end() {
        var ending = new CaseStep.Ending(EndReason.OWN_WISH, Outcome.OTHER);
        var version = cases.see(place.caseworker(), id).version();
        cases.change(place.caseworker(), id, version, CaseStep.end(today, ending, Livelihood.UNKNOWN))
                .orThrow();
    }

    @Test
    void whatThePersonWritesIsTheirsAloneUntilTheyShareItAndFromThenOnOnly() {
        var sheet = methods.own(place, id, person, "Kock");
        assertThat(sheets.all(place.caseworker(), id).sheets()).isEmpty();
        own.write(person, sheet, 1, role("Bagare")).orThrow();
        own.share(person, sheet).orThrow();
        assertThat(roles(place.caseworker())).containsExactly("Bagare");
        own.write(person, sheet, 2, role("Konditor")).orThrow();
        assertThat(roles(place.caseworker())).containsExactly("Konditor", "Bagare");
        assertThat(own.see(person).sheet(sheet).versions()).hasSize(3);
        own.takeBack(person, sheet);
        assertThat(sheets.all(place.caseworker(), id).sheets()).isEmpty();
        assertThatThrownBy(() -> sheets.see(place.caseworker(), id, sheet)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sheets.write(place.caseworker(), id, sheet, 3, role("Nej")))
                .isInstanceOf(NotFoundException.class);
        own.share(person, sheet).orThrow();
        assertThat(roles(place.caseworker())).containsExactly("Konditor");
    }

    private List<String> roles(Actor.Staff actor) {
        return sheets.all(actor, id).sheets().getFirst().versions().stream()
                .map(version -> version.answers().written().get("role"))
                .toList();
    }

    @Test
    void oneThatIsFilledInTogetherIsThePersonsToTakeBackAlsoByWordOfMouth() {
        var sheet = methods.together(place, id, "Kock");
        assertThat(own.see(person).sheet(sheet).latest().savedBy())
                .contains(place.caseworker().id());
        own.write(person, sheet, 1, role("Bagare")).orThrow();
        sheets.write(place.caseworker(), id, sheet, 2, role("Konditor")).orThrow();
        sheets.takeBack(place.caseworker(), id, sheet);
        assertThatThrownBy(() -> sheets.see(place.caseworker(), id, sheet)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sheets.takeBack(place.caseworker(), id, sheet)).isInstanceOf(NotFoundException.class);
        assertThat(own.see(person).sheet(sheet).versions())
                .extracting(version -> version.answers().written().get("role"))
                .containsExactly("Konditor", "Bagare", "Kock");
        assertThat(journaled()).contains("WRITE_WORKSHEET", "TAKE_BACK_WORKSHEET", "SEE_WORKSHEET");
    }

    private List<String> journaled() {
        return owner.sql("select distinct action from journal where case_id = ?")
                .param(id.value())
                .query((row, i) -> row.getString(1))
                .list();
    }

    @Test
    void noLeadNoOtherCaseworkerAndNoPersonOfAnotherCaseReadsThem() {
        var sheet = methods.together(place, id, "Kock");
        for (var other : List.of(place.lead(), place.otherCaseworker(), place.officer(), place.administrator())) {
            assertThatThrownBy(() -> sheets.see(other, id, sheet)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> sheets.all(other, id)).isInstanceOf(NotFoundException.class);
        }
        var elsewhere = caseExamples.started(place);
        var stranger = new Actor.Respondent(caseExamples.baseline(place, elsewhere), false);
        assertThatThrownBy(() -> own.see(stranger).sheet(sheet)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.write(stranger, sheet, 1, role("Nej"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.share(stranger, sheet)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.see(new Actor.Respondent(round, true))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sheets.see(place.caseworker(), elsewhere, sheet))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aColleagueOfAnotherOrganisationReadsWhatIsSharedWhileTheConsentHoldsAndWritesNothing() {
        var region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        var colleague = world.person(region, "Katarina Kollega", Role.TEAM_MEMBER);
        var sharing = new Sharing(owner);
        sharing.name(id, colleague);
        sharing.yes(id, region, "NOTES");
        var sheet = methods.together(place, id, "Kock");
        var kept = methods.own(place, id, person, "Hemligt");
        assertThatThrownBy(() -> sheets.all(colleague, id)).isInstanceOf(NotFoundException.class);
        var yes = sharing.yes(id, region, "WORKSHEETS");
        assertThat(sheets.all(colleague, id).sheets())
                .as("what was written together is shared by nobody yet")
                .isEmpty();
        own.share(person, sheet).orThrow();
        assertThat(roles(colleague)).containsExactly("Kock");
        assertThat(new Visitor(port)
                        .signIn(world.email(colleague))
                        .get("/cases/" + id + "/worksheets/" + sheet)
                        .body())
                .contains("Kock")
                .doesNotContain("Skriv vidare", "take-back", "paper.pdf");
        assertThatThrownBy(() -> sheets.see(colleague, id, kept)).isInstanceOf(NotFoundException.class);
        assertThat(sheets.write(colleague, id, sheet, 1, role("Nej"))).isInstanceOf(Result.Stale.class);
        assertThat(new Visitor(port)
                        .signIn(world.email(colleague))
                        .post("/cases/" + id + "/worksheets/" + sheet + "/write", Map.of("answer-role", "Nej"))
                        .statusCode())
                .isEqualTo(404);
        sharing.withdraw(yes, 2);
        assertThatThrownBy(() -> sheets.all(colleague, id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void theDatabaseShowsABareStatementNoMoreAndTakesNothingInSomebodyElsesName() {
        var shared = methods.together(place, id, "Kock");
        var kept = methods.own(place, id, person, "Hemligt");
        own.write(person, kept, 1, role("Hemligare")).orThrow();
        assertThat(versions(person)).isEqualTo(3);
        assertThat(versions(place.caseworker())).isEqualTo(1);
        for (var nobody : List.of(place.lead(), place.otherCaseworker(), place.officer(), place.administrator())) {
            assertThat(versions(nobody)).isZero();
        }
        var version = "insert into worksheet_versions (worksheet_id, number, answers, saved_by, saved_at)"
                + " values ('%s', %d, '{}', %s, now())";
        var staff = "'" + place.caseworker().id() + "'";
        refused(place.caseworker(), version.formatted(kept, 3, staff));
        refused(place.caseworker(), version.formatted(shared, 2, "null"));
        refused(place.lead(), version.formatted(shared, 2, "'" + place.lead().id() + "'"));
        refused(person, version.formatted(shared, 2, staff));
        var stranger = new Actor.Respondent(caseExamples.baseline(place, caseExamples.started(place)), false);
        refused(stranger, version.formatted(shared, 2, "null"));
        assertThat(changed(place.caseworker(), "update worksheets set shared_from = 1, shared_at = now()"))
                .isZero();
        assertThat(changed(stranger, "update worksheets set shared_from = null, shared_at = null"))
                .isZero();
        assertThat(changed(place.lead(), "update worksheets set shared_from = null, shared_at = null"))
                .isZero();
        assertThatThrownBy(() -> changed(person, "update worksheet_versions set answers = '{}'"))
                .hasStackTraceContaining("permission denied");
        refused(person, version.formatted(shared, 9, "null"), "comes after the last");
        assertThat(called(place.lead(), "select take_back_worksheet('%s')".formatted(shared), Boolean.class))
                .isFalse();
    }

    private int versions(Actor by) {
        return called(
                by,
                "select count(*) from worksheet_versions v join worksheets w on w.id = v.worksheet_id where w.case_id = '%s'"
                        .formatted(id),
                Integer.class);
    }

    private void refused(Actor by, String sql) {
        assertThatThrownBy(() -> changed(by, sql)).as("%s: %s", by, sql).hasStackTraceContaining("row-level security");
    }

    private void refused(Actor by, String sql, String why) {
        assertThatThrownBy(() -> changed(by, sql)).as("%s: %s", by, sql).hasStackTraceContaining(why);
    }

    private int changed(Actor by, String sql) {
        return transactions.execute(_ -> {
            asking.by(by);
            return application.sql(sql).update();
        });
    }

    private <T> T called(Actor by, String sql, Class<T> type) {
        return transactions.execute(_ -> {
            asking.by(by);
            return application.sql(sql).query(type).single();
        });
    }

    @Test
    void twoWhoWriteAtOnceLoseNothingAndBothSidesAreShown() throws Exception {
        var sheet = methods.together(place, id, "Kock");
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Result<WorksheetId>> alone = () -> own.write(person, sheet, 1, role("Bagare"));
            Callable<Result<WorksheetId>> together =
                    () -> sheets.write(place.caseworker(), id, sheet, 1, role("Konditor"));
            var came = threads.invokeAll(List.of(alone, together));
            assertThat(came)
                    .filteredOn(one -> one.resultNow() instanceof Result.Done<?>)
                    .hasSize(1);
            assertThat(came)
                    .filteredOn(one -> one.resultNow() instanceof Result.Stale<?>)
                    .hasSize(1);
        }
        var typed = Map.of("version", "1", "answer-role", "Min egen tanke", "answer-area", "1");
        var late = phone().visitor().post(PAGE + "/" + sheet + "/skriv", typed);
        assertThat(late.body()).contains("Något nytt har sparats", "Min egen tanke");
        assertThat(own.see(person).sheet(sheet).versions()).hasSize(2);
    }

    @Test
    void whatNobodyTouchedIsTakenOverAndOnlyWhatBothChangedIsAskedAbout() {
        var sheet = methods.together(place, id, "Kock");
        var more = new Answers(Map.of("role", "Kock", "area", "1", "period", "Från 1 mars"));
        own.write(person, sheet, 1, more).orThrow();
        var typed = Map.of("version", "1", "answer-role", "Kock", "answer-area", "1", "answer-matters", "Lugnt");
        var body = staff().post("/cases/" + id + "/worksheets/" + sheet + "/write", typed)
                .body();
        assertThat(body)
                .contains("Något nytt har sparats", "Lugnt", "value=\"Från 1 mars\"")
                .doesNotContain("Sparat nu: <strong>Från 1 mars");
    }

    @Test
    void sentTwiceIsOneAndTheSameWordsMakeNoNewVersion() {
        var followed = methods.boston(place, id);
        var sheet = WorksheetId.create();
        for (int times = 0; times < 2; times++) {
            own.begin(person, sheet, followed, MethodExamples.GOAL_SHEET, role("Kock"))
                    .orThrow();
            own.write(person, sheet, 1, role("Kock")).orThrow();
        }
        assertThat(own.see(person).sheet(sheet).versions()).hasSize(1);
        own.begin(person, sheet, followed, MethodExamples.GOAL_SHEET, role("Ändrat sedan jag gick tillbaka"))
                .orThrow();
        assertThat(own.see(person).sheet(sheet).versions()).hasSize(2);
        assertThat(own.begin(person, sheet, followed, MethodExamples.GOAL_SHEET, role("Annat")))
                .isInstanceOf(Result.Stale.class);
    }

    @Test
    void theGoalSaysWhenARoleAnEnvironmentOrAPeriodIsMissingAndIsSavedAllTheSame() {
        var sheet = methods.own(place, id, person, "Kock");
        assertThat(phone().visitor().get(PAGE + "/" + sheet).body())
                .contains("Det här är inte ifyllt än")
                .contains("Kock");
        var missing = own.see(person).sheet(sheet).latest().answers().missing(worksheet(sheet));
        assertThat(missing).extracting(field -> field.key()).containsExactly("environment", "period");
        own.write(
                        person,
                        sheet,
                        1,
                        new Answers(Map.of("role", "Kock", "environment", "Provkrogen", "period", "Ett år från maj")))
                .orThrow();
        assertThat(phone().visitor().get(PAGE + "/" + sheet).body()).doesNotContain("Det här är inte ifyllt än");
    }

    private se.framsteg.pathway.method.Worksheet worksheet(WorksheetId sheet) {
        return own.see(person).sheet(sheet).worksheet();
    }

    @Test
    void badInputIsToldAtItsQuestionAndNothingIsLost() {
        var followed = methods.boston(place, id);
        var page = PAGE + "/nytt/" + followed + "/my-readiness";
        var typed =
                Map.of("id", WorksheetId.create().toString(), "answer-need", "11", "answer-thoughts", "Mina tankar");
        var answer = phone().visitor().post(page, typed);
        assertThat(answer.body()).contains("Skriv ett helt tal från 0 till 10", "Mina tankar");
        var empty =
                phone().visitor().post(page, Map.of("id", WorksheetId.create().toString()));
        assertThat(empty.body()).contains("Bladet är tomt");
        var long_ = "x".repeat(8001);
        assertThat(phone().visitor()
                        .post(page, Map.of("id", WorksheetId.create().toString(), "answer-thoughts", long_))
                        .body())
                .contains(long_, "Skriv högst");
        assertThat(own.see(person).sheets()).isEmpty();
    }

    @Test
    void whenTheCaseStandsStillOrHasEndedNothingIsWrittenButAlwaysTakenBack() {
        var sheet = methods.together(place, id, "Kock");
        restrictions.restrict(place.caseworker(), id, "Bestrids", today).orThrow();
        assertThat(own.write(person, sheet, 1, role("Nej"))).isInstanceOf(Result.Stale.class);
        assertThat(sheets.write(place.caseworker(), id, sheet, 1, role("Nej"))).isInstanceOf(Result.Stale.class);
        own.takeBack(person, sheet);
        assertThat(own.share(person, sheet)).isInstanceOf(Result.Stale.class);
        restrictions.lift(place.caseworker(), id, "Utrett").orThrow();
        own.share(person, sheet).orThrow();
        end();
        var phone = phone().visitor();
        assertThat(phone.post(PAGE + "/" + sheet + "/skriv", Map.of("version", "1", "answer-role", "Mina ord"))
                        .body())
                .contains("Mina ord", "Det går inte att skriva här just nu");
        own.takeBack(person, sheet);
        assertThat(own.see(person).sheet(sheet).isShared()).isFalse();
    }

    @Test
    void anExtractForThePersonHasAllAndOneThatStaffMakeSaysHowManyAreMissing() {
        methods.together(place, id, "Delat yrke");
        methods.own(place, id, person, "Hemligt yrke");
        var own = phone().visitor().get("/svara/min-sida/utdrag.json").body();
        assertThat(own).contains("Delat yrke", "Hemligt yrke");
        assertThat(staff().get("/cases/" + id + "/extract.json").body())
                .contains("Delat yrke", "kept")
                .doesNotContain("Hemligt yrke");
        assertThat(new Visitor(port)
                        .signIn(world.email(place.lead()))
                        .get("/cases/" + id + "/extract.json")
                        .body())
                .as("a lead reads no worksheets")
                .contains("kept")
                .doesNotContain("Delat yrke", "Hemligt yrke");
    }

    @Test
    void whatWasTypedWhileTheMethodOrTheCaseEndedOrTheSheetWasTakenBackComesBack() {
        var followed = methods.boston(place, id);
        var page = PAGE + "/nytt/" + followed + "/" + MethodExamples.GOAL_SHEET;
        var typed = Map.of("id", WorksheetId.create().toString(), "answer-role", "Mina ord");
        var sheet = methods.together(place, id, "Kock");
        var phone = phone().visitor();
        var staff = staff();
        own.takeBack(person, sheet);
        var pathway = own.see(person).sheet(sheet).pathwayId().toString();
        var written = Map.of(
                "version", "1", "pathway", pathway, "sheet", MethodExamples.GOAL_SHEET, "answer-role", "Våra ord");
        assertThat(staff.post("/cases/" + id + "/worksheets/" + sheet + "/write", written)
                        .body())
                .contains("Personen har tagit tillbaka bladet", "Våra ord");
        assertThat(owner.sql("select count(*) from journal where case_id = ? and action = 'SEE_WORKSHEET' and"
                                + " actor_kind = 'STAFF'")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .as("a page that tells whose case it is, is a look")
                .isPositive();
        var elsewhere = new HashMap<>(written);
        elsewhere.put("pathway", methods.pathway(place, "framsteg-ips").toString());
        elsewhere.put("sheet", "vocational-profile");
        assertThat(staff.post("/cases/" + id + "/worksheets/" + sheet + "/write", elsewhere)
                        .statusCode())
                .as("a method that the case has never gone by")
                .isEqualTo(404);
        assertThat(new Visitor(port)
                        .signIn(world.email(place.lead()))
                        .post("/cases/" + id + "/worksheets/" + sheet + "/write", written)
                        .statusCode())
                .isEqualTo(404);
        steps.withdraw(place.caseworker(), id, followed, 0).orThrow();
        assertThat(phone.post(page, typed).body()).contains("Ni arbetar inte efter metoden längre", "Mina ord");
        assertThat(staff.post("/cases/" + id + "/pathways/" + followed + "/worksheets/my-goal", typed)
                        .body())
                .contains("Ni arbetar inte efter metoden längre", "Mina ord");
        end();
        assertThat(phone().visitor().post(page, typed).body())
                .contains("Det går inte att skriva här just nu", "Mina ord");
        assertThat(own.see(person).sheets()).hasSize(1);
    }

    @Test
    void aSheetIsPrintedBlankAndAsItIsWritten() {
        var sheet = methods.together(place, id, "Kock");
        var staff = staff();
        for (var path : List.of(
                "/cases/" + id + "/worksheets/" + sheet + "/paper.pdf",
                "/cases/" + id + "/pathways/" + methods.boston(place, id) + "/worksheets/my-readiness/paper.pdf")) {
            var answer = staff.get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/pdf");
        }
        assertThat(phone().visitor().get(PAGE + "/" + sheet + "/papper.pdf").statusCode())
                .isEqualTo(200);
    }

    @Test
    void thePersonFillsInSharesAndTakesBackWithOneThumbWithoutScriptAndItIsAccessibleInSwedishAndArabic() {
        methods.boston(place, id);
        phone().browse(Window.SMALL_PHONE.withoutScript(), page -> {
            page.navigate("/svara/min-sida");
            page.locator("a[href$=blad]").first().click();
            page.locator("main section details summary").first().click();
            page.locator("a[href$='/my-goal']").click();
            page.locator("#answer-role").fill("Kock");
            page.locator("main form[action*=nytt] button[type=submit]").click();
            assertThat(page.locator("[role=status]").innerText()).contains("sparat");
            page.locator("form[action$=dela] button").click();
            assertThat(sheets.all(place.caseworker(), id).sheets()).hasSize(1);
            page.locator("form[action$=ta-tillbaka] button").click();
            assertThat(sheets.all(place.caseworker(), id).sheets()).isEmpty();
        });
        var sheet = own.see(person).sheets().getFirst().id();
        own.write(person, sheet, 1, role("Bagare")).orThrow();
        phone().browse(Window.SMALL_PHONE, page -> {
            for (var language : List.of("sv", "ar")) {
                for (var path : List.of(
                        "",
                        "/" + sheet,
                        "/" + sheet + "/skriv",
                        "/" + sheet + "/versioner/1",
                        "/nytt/" + methods.boston(place, id) + "/my-readiness")) {
                    page.navigate(PAGE + path + "?lang=" + language);
                    page.locator("details").all().forEach(details -> details.evaluate("it => it.open = true"));
                    Chromium.picture(
                            page,
                            "own-sheets-" + language
                                    + path.replaceAll("[0-9a-f-]{36}", "x").replace('/', '-'));
                    Chromium.assertAccessible(page, path + " in " + language);
                }
            }
        });
    }

    @Test
    void whatIsSharedIsReadAndWrittenOnByStaffOnAccessiblePages() {
        var sheet = methods.together(place, id, "Kock");
        own.write(person, sheet, 1, role("Bagare")).orThrow();
        try (var window = Chromium.open(port, Window.SMALL_PHONE)) {
            var page = Chromium.signIn(window, world.email(place.caseworker()));
            var path = "/cases/" + id + "/worksheets";
            for (var one : List.of(path, path + "/" + sheet, path + "/" + sheet + "/write")) {
                page.navigate(one);
                page.locator("details").all().forEach(details -> details.evaluate("it => it.open = true"));
                Chromium.picture(
                        page,
                        "worksheets" + one.replaceAll("[0-9a-f-]{36}", "x").replace('/', '-'));
                Chromium.assertAccessible(page, one);
            }
        }
    }
}
