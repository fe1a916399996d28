package se.framsteg.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static se.framsteg.testing.Chromium.assertAccessible;
import static se.framsteg.testing.Chromium.picture;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.ConsentExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.World;

/** The pages of consents in a real browser, on a desk and on a small phone, in both languages and without script. */
@FramstegTest
class ConsentPagesBrowserTest {
    @Autowired
    private World world;

    @Autowired
    private ListableBeanFactory beans;

    @LocalServerPort
    private int port;

    private ConsentExamples examples;
    private World.Place place;
    private CaseId id;
    private OrganisationId region;
    private OrganisationId fk;

    @BeforeEach
    void aCase() {
        examples = new ConsentExamples(beans);
        place = world.place();
        id = new CaseExamples(beans).started(place);
        region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        fk = world.organisation(place.association(), "Försäkringskassan Prov", OrganisationKind.FK);
    }

    @ParameterizedTest
    @CsvSource({"320, sv", "320, en", "1280, sv", "1280, en"})
    void everyPageIsAccessible(int width, String language) {
        var path = "/cases/" + id + "/consents";
        var pages = pages(path, aPast());
        try (var context = Chromium.open(port, new Window(width, 900, true, false))) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            context.addCookies(List.of(new Cookie("lang", language).setUrl("http://localhost:" + port)));
            pages.forEach((name, where) -> {
                page.navigate(where);
                look(page, name, width, language);
            });
            page.navigate(path + "/new");
            page.locator("#to-1").selectOption(region.toString());
            page.locator("#how-SPOKEN").check();
            page.locator("main button[type=submit]").first().click();
            assertThat(page.locator(".error-summary li").count()).isGreaterThan(2);
            look(page, "new-wrong", width, language);
        }
    }

    @Test
    void aFileThatIsTooLargeIsToldOfBeforeItIsSentAndNothingTypedIsLost() {
        var path = "/cases/" + id + "/consents/new";
        try (var context = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate(path);
            page.locator("#purpose").fill("Planera arbetsträning");
            // The limit is brought down instead of megabytes being sent to the browser.
            page.evaluate("document.querySelector('#paper').dataset.largest = '1024'");
            page.locator("#paper").setInputFiles(new FilePayload("papper.pdf", "application/pdf", new byte[1025]));
            page.locator("main button[type=submit]").first().click();
            assertThat(page.locator("#paper-about [role=alert]").textContent()).contains("Filen är större än 10 MB");
            assertThat(page.locator("#paper").getAttribute("aria-invalid")).isEqualTo("true");
            assertThat(page.locator("#purpose").inputValue()).isEqualTo("Planera arbetsträning");
            assertAccessible(page, "consent-too-large");
            page.locator("#paper").setInputFiles(new FilePayload("papper.pdf", "application/pdf", new byte[1024]));
            assertThat(page.locator("#paper-about [role=alert]").count()).isZero();
            page.locator("main button[type=submit]").first().click();
            assertThat(page.locator(".error-summary").count()).isOne();
        }
    }

    /** Yes, no and withdrawn, on paper and not, with colleagues who see something. */
    private ConsentId aPast() {
        var caseworker = place.caseworker();
        examples.paper(caseworker, id, region);
        var consent = examples.given(caseworker, id, region, Kind.IDENTITY, Kind.PLAN, Kind.ASSESSMENTS);
        examples.refused(caseworker, id, fk, Kind.HEALTH, Kind.NOTES);
        examples.withdraw(caseworker, id, examples.given(caseworker, id, fk, Kind.WORK), 1);
        examples.until(caseworker, id, fk, examples.today().plusDays(10), Kind.PLAN);
        var employment = world.organisation(place.association(), "Arbetsförmedlingen Prov", OrganisationKind.AF);
        examples.refused(caseworker, id, employment, Kind.PLAN);
        examples.name(caseworker, id, world.person(fk, "Frida Kassa", Role.TEAM_MEMBER));
        examples.name(caseworker, id, world.person(region, "Rut Vård-Långtefternamnsson", Role.CASEWORKER));
        return consent;
    }

    private LinkedHashMap<String, String> pages(String path, ConsentId consent) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("consents", path);
        pages.put("new", path + "/new");
        pages.put("withdraw", path + "/" + consent + "/withdraw");
        pages.put("narrow", path + "/" + consent + "/narrow");
        pages.put("renew", path + "/" + consent + "/renew");
        pages.put("day", path + "/day?organisation=" + region + "&day=" + examples.today());
        pages.put("day-wrong", path + "/day?organisation=&day=x");
        pages.put("colleague", "/cases/" + id + "/colleagues/new?organisation=" + fk);
        pages.put("to-do", "/");
        return pages;
    }

    private static void look(Page page, String name, int width, String language) {
        var where = "consent-" + name + "-" + width + "-" + language;
        picture(page, where);
        assertAccessible(page, where);
    }

    @Test
    void besideTheChosenRecipientStandsWhatHoldsNow() {
        examples.given(place.caseworker(), id, region, Kind.PLAN);
        try (var context = Chromium.open(port, Window.PHONE)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate("/cases/" + id + "/consents/new");
            var now = page.locator("[data-goes-with=to-1]");
            assertThat(now.isVisible()).isFalse();
            page.locator("#to-1").selectOption(fk.toString());
            assertThat(now.isVisible()).isFalse();
            page.locator("#to-1").selectOption(region.toString());
            assertThat(now.innerText()).contains("Region Prov får veta nu", "Överenskommelser från samtalen");
            picture(page, "consent-new-replaces");
            assertAccessible(page, "consent-new-replaces");
        }
    }

    @Test
    void onePaperForTwoRecipientsIsRecordedAndOneIsStoppedWithoutAnyScript() {
        try (var context = Chromium.open(port, Window.PHONE.withoutScript())) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate("/cases/" + id);
            page.locator(".tabs >> text=Samtycken").click();
            page.locator("text=Ny fråga om samtycke").first().click();
            page.locator("#how").check();
            page.locator("#purpose").fill("Planera arbetsträning");
            page.locator("#language").selectOption("sv");
            fill(page, 1, region, "YES", "PLAN", "HEALTH");
            page.locator("summary >> text=Mottagare 2").click();
            fill(page, 2, fk, "NO", "ECONOMY");
            page.locator("main button[name=more]").click();
            assertThat(page.locator("text=Mottagare 4").first().isVisible()).isTrue();
            assertThat(page.locator("#kinds-1-HEALTH").isChecked()).isTrue();
            page.locator("#paper")
                    .setInputFiles(new FilePayload("samtycke.jpg", "image/jpeg", ConsentExamples.picture("jpg")));
            page.locator("main form button[type=submit]").first().click();
            assertThat(page.locator(".notice").innerText()).isEqualTo("Svaren är sparade.");
            assertThat(page.locator("article").allInnerTexts())
                    .satisfiesExactly(
                            holds -> assertThat(holds).contains("Region Prov", "Hälsa"),
                            refused -> assertThat(refused).contains("Försäkringskassan Prov", "Nej"));
            page.navigate("/cases/" + id + "/consents/new");
            assertThat(page.locator("[data-goes-with=to-1]").innerText())
                    .contains("Region Prov får veta nu", "Hälsa", "Det nya svaret ersätter det här");
            page.navigate("/cases/" + id + "/consents");
            stop(page);
            assertThat(page.locator("article").allInnerTexts())
                    .allSatisfy(text -> assertThat(text).doesNotContain("Dela mindre"))
                    .anySatisfy(text -> assertThat(text).contains("Region Prov", "Stoppat", "Ett tidigare svar"));
        }
    }

    private static void stop(Page page) {
        page.locator("article >> text=Stoppa").click();
        page.locator("#how-SPOKEN").check();
        page.locator("#spokenReason").fill("Ringde på förmiddagen");
        page.locator("main form button[type=submit]").first().click();
        assertThat(page.locator(".notice").innerText()).isEqualTo("Samtycket är stoppat.");
    }

    private static void fill(Page page, int row, OrganisationId to, String answer, String... kinds) {
        page.locator("#to-" + row).selectOption(to.toString());
        page.locator("[name=answer-" + row + "][value=" + answer + "]").check();
        for (var kind : kinds) {
            page.locator("[name=kinds-" + row + "][value=" + kind + "]").check();
        }
    }
}
