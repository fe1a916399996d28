package se.framsteg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.Upload;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** What is shown when something has gone wrong, and the head and the form that every page shares. */
@FramstegTest
class ErrorPagesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private World world;

    private World.Place place;

    @BeforeEach
    void aPlace() {
        place = world.place();
    }

    /** Past any client that would mend the address first. */
    private String raw(String target) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            var request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/[x", "/a%2Fb", "/%00", "nothing"})
    void anAddressThatCannotBeReadIsAnsweredWithOurOwnPage(String target) throws IOException {
        assertThat(raw(target)).contains("400", "Sidan finns inte").doesNotContain("HTTP Status", "masthead-calm");
    }

    @Test
    void whoeverAnswersQuestionsMeetsTheFaceOfThosePages() throws IOException {
        assertThat(raw("/svara/%zz")).contains("Sidan finns inte", "masthead-calm");
        assertThat(new Visitor(port)
                        .postWithoutToken("/svara", java.util.List.of("code=x"))
                        .body())
                .contains("Formuläret kunde inte tas emot", "masthead-calm");
    }

    @Test
    void moreThanWeTakeInIsNoFaultOfOurs() {
        var lead = new Visitor(port).signIn(world.email(place.lead()));
        var told = lead.post("/account", Map.of("current", "a".repeat(3_000_000)));
        assertThat(told.statusCode()).isEqualTo(413);
        assertThat(told.body()).contains("Det var för mycket på en gång", "Inget har sparats");
    }

    @Test
    void aFileThatIsFarTooLargeLeavesTheWaysOn() {
        var lead = new Visitor(port).signIn(world.email(place.lead()));
        var id = world.aCase(place).started();
        lead.get("/cases/" + id + "/consents/new");
        var told = new Upload()
                .file("paper", "stor.pdf", "application/pdf", new byte[22_000_000])
                .send(lead, "/cases/" + id + "/consents/new");
        assertThat(told.statusCode()).isEqualTo(413);
        assertThat(told.body()).contains("Det var för mycket på en gång", "main-nav");
    }

    @Test
    void theHeadOfThePageIsOneRowOnADeskAndOnAPhone() {
        try (var context = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(context, world.email(place.lead()));
            for (var width : new int[] {1280, 1100, 390, 320}) {
                page.setViewportSize(width, 800);
                assertThat(page.locator(".masthead").boundingBox().height)
                        .as("at %d", width)
                        .isLessThan(72);
            }
        }
    }

    @Test
    void aFormThatCameBackOffersTheOtherLanguageAndCanBeReturnedTo() {
        try (var context = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(context, world.email(place.lead()));
            page.navigate("/account");
            page.locator("main form button[type=submit]").first().click();
            assertThat(page.locator(".error-summary").isVisible()).isTrue();
            assertThat(page.locator(".masthead a[hreflang=en]").isVisible()).isTrue();
            page.locator(".brand").click();
            page.goBack();
            assertThat(page.locator("h1").innerText()).isEqualTo("Ditt konto");
            page.locator("main form button[type=submit]").first().click();
            page.locator(".masthead a[hreflang=en]").click();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            page.navigate("/cases/" + world.aCase(place).started() + "/activities/new?lang=sv");
            page.locator("main form button[type=submit]").first().click();
            assertThat(page.locator(".error-summary").isVisible()).isTrue();
            page.locator(".brand").click();
            page.goBack();
            assertThat(page.locator("h1").innerText()).isEqualTo("Ny aktivitet");
        }
    }
}
