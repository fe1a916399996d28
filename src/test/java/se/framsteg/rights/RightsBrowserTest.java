package se.framsteg.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.retention.Holds;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.Crowd;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.FullCase;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

/** The pages of the person's rights and of retention, as those see them who need them. */
@FramstegTest
class RightsBrowserTest {
    @Autowired
    World world;

    @Autowired
    Crowd crowd;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Restrictions restrictions;

    @Autowired
    Holds holds;

    @Autowired
    OwnerSql owner;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private static final Map<String, Window> WINDOWS = Map.of("desk", Window.DESK, "phone", Window.PHONE);

    private void look(Page page, String path, String name) {
        page.navigate(path);
        Chromium.assertAccessible(page, path);
        Chromium.picture(page, name);
    }

    private BrowserContext open(Window window, String language) {
        var context = Chromium.open(port, window);
        context.addCookies(List.of(new Cookie("lang", language).setUrl("http://localhost:" + port)));
        return context;
    }

    @Test
    void theAdministratorGoesThroughTheListAndApprovesIt() throws Exception {
        var place = world.place();
        owner.sql("update organisations set kind = 'OTHER' where id = ?")
                .param(place.kommun().value())
                .update();
        for (int i = 0; i < 3; i++) {
            world.aCase(place).ended();
        }
        var held = new FullCase(beans, place).ended();
        holds.hold(place.lead(), held.id(), "Tvist").orThrow();
        var kept = world.aCase(place).referred();
        holds.holdByNumber(place.administrator(), kept.reference(), "Tillsyn hos nämnden")
                .orThrow();
        world.aCase(place).referred();
        world.aCase(place).referred();
        world.aCase(place).receivedOn(LocalDate.now(clock).minusDays(200)).ended();
        clock.on(LocalDate.now(clock).plusYears(2).plusDays(1), () -> {
            for (var window : WINDOWS.entrySet()) {
                try (var context = open(window.getValue(), window.getKey().equals("desk") ? "sv" : "en")) {
                    var page = Chromium.signIn(context, world.email(place.administrator()));
                    page.navigate("/settings");
                    page.locator("a[href='/settings/retention']").click();
                    look(page, "/settings/retention", "retention-" + window.getKey());
                }
            }
            try (var context = open(Window.DESK, "sv")) {
                var page = Chromium.signIn(context, world.email(place.administrator()));
                page.navigate("/settings/retention");
                page.locator("button[formaction$='/approve']").click();
                assertThat(page.locator(".error-summary").textContent()).contains("Kryssa i");
                Chromium.assertAccessible(page, "not ticked");
                page.locator("#approved").check();
                page.locator("button[formaction$='/approve']").click();
                assertThat(page.locator(".notice").textContent()).contains("Listan är godkänd");
                Chromium.assertAccessible(page, "approved");
                Chromium.picture(page, "retention-approved");
            }
            return true;
        });
    }

    @Test
    void staffTakeOutAnExtractAndRestrictTheCase() {
        var place = world.place();
        var full = new FullCase(beans, place).goingOn();
        for (var window : WINDOWS.entrySet()) {
            try (var context = open(window.getValue(), "sv")) {
                var page = Chromium.signIn(context, world.email(place.lead()));
                look(page, "/cases/" + full.id() + "/person", "person-" + window.getKey());
                look(page, "/cases/" + full.id() + "/extract", "extract-page-" + window.getKey());
                look(page, "/cases/" + full.id() + "/hold", "hold-" + window.getKey());
                look(page, "/cases/" + full.id() + "/restriction", "restriction-" + window.getKey());
            }
        }
        restrictions
                .restrict(place.lead(), full.id(), "Uppgifterna stämmer inte, säger personen.", LocalDate.now(clock))
                .orThrow();
        for (var window : WINDOWS.entrySet()) {
            try (var context = open(window.getValue(), "sv")) {
                var page = Chromium.signIn(context, world.email(place.lead()));
                look(page, "/cases/" + full.id(), "restricted-" + window.getKey());
                look(page, "/cases/" + full.id() + "/restriction", "restricted-page-" + window.getKey());
            }
        }
    }

    @Test
    void theParticipantFindsTheOwnExtractOnThePhoneInAnyLanguage() {
        var session = crowd.visitor("participant", port).cookie("SESSION");
        try (var context = Chromium.open(port, Window.PHONE)) {
            context.addCookies(List.of(new Cookie("SESSION", session).setUrl("http://localhost:" + port)));
            var page = context.newPage();
            page.navigate("/svara/min-sida");
            page.locator("a[href='/svara/min-sida/utdrag']").click();
            Chromium.assertAccessible(page, "own extract");
            Chromium.picture(page, "own-extract-sv");
            for (var language : List.of("ar", "uk")) {
                look(page, "/svara/min-sida/utdrag?lang=" + language, "own-extract-" + language);
                assertThat(page.locator("main").innerText())
                        .as("that the file is in Swedish")
                        .contains(language.equals("ar") ? "السويدية" : "шведською мовою");
            }
            var paper = page.request().get("/svara/min-sida/utdrag/paper");
            assertThat(paper.headers().get("content-type")).isEqualTo("application/pdf");
            assertThat(paper.body()).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }
}
