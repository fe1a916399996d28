package se.framsteg.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

/** What a caseworker does with a round when life gets in the way, without script. */
@FramstegTest
class RoundPagesBrowserTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private TestClock clock;

    private CaseExamples examples;
    private World.Place place;
    private CaseId caseId;
    private RoundId round;

    @BeforeEach
    void aCase() {
        examples = new CaseExamples(beans);
        place = world.place();
        caseId = examples.started(place);
        round = examples.baseline(place, caseId);
    }

    private String path(String way) {
        return "/cases/" + caseId + way;
    }

    @Test
    void aRoundIsMovedSkippedAndTakenUpByLinksAndForms() {
        try (var context = Chromium.open(port, Window.DESK.withoutScript())) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate(path("/progression"));
            page.getByText("Mer om skattningen").first().click();
            page.getByText("Flytta").click();
            page.locator("#due").fill("2020-01-01");
            page.locator("main button[type=submit]").click();
            assertThat(page.locator(".error-summary li").allTextContents())
                    .satisfiesExactly(
                            due -> assertThat(due).startsWith("Ny dag: Välj en dag mellan"),
                            reason -> assertThat(reason).isEqualTo("Skäl: Skriv ett kort skäl."));
            page.locator("#reason").fill("Deltagaren är bortrest");
            page.locator("main button[type=submit]").click();
            assertThat(page.locator(".error-summary").textContent()).contains("Välj en dag mellan");
            assertThat(page.locator("#reason").inputValue()).isEqualTo("Deltagaren är bortrest");
            look(page, "round-move");
            var due = LocalDate.now((Clock) clock).plusDays(30);
            page.locator("#due").fill(due.toString());
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("main").textContent()).contains("Skattningen är flyttad");
            look(page, "round");
            page.getByText("Hoppa över", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.locator("#reason").fill("Svår period");
            page.locator("main button[type=submit]").click();
            page.navigate(path("/progression"));
            assertThat(page.locator("main").textContent()).contains("Hoppas över", "Svår period");
            look(page, "rounds-skipped");
        }
    }

    @Test
    void paperIsTypedInAfterTheOwnAnswersAndReopeningIsSaid() {
        try (var context = Chromium.open(port, Window.DESK.withoutScript())) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate(path("/rounds/" + round + "/from-paper"));
            assertThat(page.locator("main").textContent()).contains("dina egna svar först");
            look(page, "paper-stop");
            examples.caseworkerAnswers(place, round, 3);
            page.navigate(path("/rounds/" + round + "/from-paper"));
            look(page, "paper-enter");
            page.navigate(path("/rounds/" + round + "/close"));
            page.locator("main button[type=submit]").click();
            page.navigate(path("/rounds/" + round + "/reopen"));
            look(page, "round-reopen");
            page.locator("#reason").fill("Deltagaren ville svara ändå");
            page.locator("main button[type=submit]").click();
            page.navigate(path("/progression"));
            assertThat(page.locator("main").textContent()).contains("har kunnat läsas");
            look(page, "rounds-reopened");
        }
    }

    /** Looked at on a desk, a phone and a small phone. */
    private static void look(Page page, String name) {
        for (var width : List.of(390, 320, 1280)) {
            page.setViewportSize(width, 900);
            Chromium.picture(page, name + "-" + width);
            var overflow = (Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
            assertThat(overflow.intValue()).as("%s at %d", name, width).isLessThanOrEqualTo(0);
        }
    }
}
