package se.framsteg.group;

import static org.assertj.core.api.Assertions.assertThat;
import static se.framsteg.testing.Chromium.assertAccessible;
import static se.framsteg.testing.Chromium.assertFits;
import static se.framsteg.testing.Chromium.picture;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.shared.Time;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnPhone;
import se.framsteg.testing.World;

/** A team's group of twelve over eight sessions, as somebody new to the program goes about it. */
@FramstegTest
class GroupBrowserTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Attendance attendance;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private GroupExamples examples;

    @BeforeEach
    void aPlace() {
        place = world.place();
        examples = new GroupExamples(beans);
    }

    @Test
    void twelveAreTakenDownOnAPhoneWithThreePressesAndCorrected() {
        var group = examples.eightSessions(place, 3);
        examples.enrolled(place, group, 12);
        try (var context = Chromium.open(port, Window.PHONE)) {
            var page = Chromium.signIn(context, world.email(place.otherCaseworker()));
            look(page, "to-do");
            page.locator("a[href*='/attendance']").last().click();
            assertThat(page.locator("input:checked").count()).isZero();
            look(page, "attendance");
            page.getByText("Sjuk").nth(1).click();
            page.getByText("Hörde inte av sig").nth(6).click();
            page.locator("button[name=rest]").click();
            assertThat(page.locator(".notice").innerText()).contains("Närvaron är sparad.");
            look(page, "group");
            page.getByText("Se eller rätta närvaron").first().click();
            assertThat(page.locator("input[value=CAME]:checked").count()).isEqualTo(10);
            assertThat(page.locator("input[value=ILL]:checked").count()).isOne();

            // Somebody else corrects it meanwhile: both are shown, and what was chosen here is kept.
            var third = examples.sessions(place, group).get(2);
            var someone = attendance
                    .see(place.otherCaseworker(), group, third.id())
                    .people()
                    .keySet()
                    .iterator()
                    .next();
            attendance
                    .save(place.otherCaseworker(), group, third.id(), 1, Map.of(someone, Mark.OTHER))
                    .orThrow();
            page.getByText("Ville inte").first().click();
            page.locator(".attendance-save button").last().click();
            assertThat(page.locator(".saved-meanwhile").first().innerText()).contains("Annat hinder");
            look(page, "attendance-meanwhile");
            page.locator(".attendance-save button").last().click();
            assertThat(page.locator(".notice").innerText()).contains("Närvaron är sparad.");
        }
    }

    @Test
    void itWorksWithoutScriptAndWithTheKeyboardAlone() {
        var group = examples.eightSessions(place, 1);
        examples.enrolled(place, group, 3);
        var first = examples.sessions(place, group).getFirst();
        var path = "/groups/" + group + "/sessions/" + first.id() + "/attendance";
        try (var context = Chromium.open(port, Window.SMALL_PHONE.withoutScript())) {
            var page = Chromium.signIn(context, world.email(place.otherCaseworker()));
            page.navigate(path);
            assertFits(page, "attendance without script");
            page.locator(".attendance-save button").last().click();
            assertThat(page.locator(".error-summary").innerText()).contains("Fyll i minst en person");
            page.locator("input[value=ILL]").first().check();
            page.locator("button[name=rest]").click();
            assertThat(page.locator(".notice").innerText()).contains("Närvaron är sparad.");
        }
        try (var context = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(context, world.email(place.otherCaseworker()));
            page.navigate(path);
            page.locator("fieldset.attendee input").first().focus();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("fieldset.attendee")
                            .first()
                            .locator("input:checked")
                            .getAttribute("value"))
                    .isEqualTo("OTHER_APPOINTMENT");
            page.locator("button[name=rest]").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".notice").innerText()).contains("Närvaron är sparad.");
            assertThat(attendance
                            .see(place.otherCaseworker(), group, first.id())
                            .marks())
                    .containsValue(Mark.OTHER_APPOINTMENT);
        }
    }

    @Test
    void aGroupIsMadeFromTheInitiativeWithEightSessionsAndFilledFromTheOwnCases() {
        world.aCase(place).called("Alva Åström").started();
        world.aCase(place).called("Hemlig Person").protectedIdentity().started();
        try (var context = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate("/initiatives/" + place.initiative());
            page.locator("main a[href^='/groups']").click();
            look(page, "groups-empty");
            page.locator("main a[href$='/groups/new']").click();
            page.locator("#purpose").fill("Att komma igång");
            page.locator("#places").fill("tolv");
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator(".error-summary").innerText()).contains("Skriv vad gruppen heter");
            assertThat(page.locator("#purpose").inputValue()).contains("Att komma igång");
            look(page, "group-refused");
            page.locator("#name").fill("Steg framåt");
            page.locator("#places").fill("12");
            page.locator("main form button[type=submit]").click();
            page.locator("a[href$='/sessions/new']").click();
            page.locator("#on").fill(today.toString());
            page.locator("#at").fill("25.00");
            page.locator("#materials").fill("Läs http://example.org");
            page.locator("#times").fill("8");
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator(".error-summary").innerText()).contains("Skriv ett klockslag", "https://");
            look(page, "session-refused");
            page.locator("#at").fill("9.30");
            page.locator("#materials").fill("Läs detta: https://example.org/vardagen");
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator(".group-sessions > li").count()).isEqualTo(8);
            page.locator("a[href$='/enrol']").click();
            look(page, "enrol");
            page.getByLabel("Alva Åström").check();
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("main").innerText()).contains("Anmälan är sparad.", "Alva Åström");
            look(page, "group-desk");
            page.locator("main table a").click();
            look(page, "enrolment");
            page.locator(".tabs a").first().click();
            look(page, "case");
        }
    }

    @Test
    void thePersonReadsOfTheGroupAndAnswersOnTheOwnPhone() {
        var id = new CaseExamples(beans).started(place);
        var group = examples.group(place, Optional.empty(), place.otherCaseworker());
        examples.weekly(place, group, today.minusWeeks(7), 8);
        examples.enrol(place.caseworker(), id, group);
        new OwnPhone(port, world.email(place.caseworker()), id, new CaseExamples(beans).baseline(place, id))
                .browse(Window.SMALL_PHONE, page -> {
                    page.navigate("/svara/min-sida/grupper");
                    look(page, "own");
                    page.locator("a[href$='/utvardering']").click();
                    page.locator("input[name=useful]").first().check();
                    page.locator(".answer-ways button").click();
                    look(page, "own-refused");
                    page.locator("input[name=safe]").last().check();
                    page.locator("input[name=met]").nth(1).check();
                    page.locator("#best").fill("Att träffa andra");
                    page.locator(".answer-ways button").click();
                    assertThat(page.locator("main").innerText()).contains("Tack för dina svar!");
                    page.navigate("/svara/min-sida/grupper?lang=ar");
                    look(page, "own-arabic");
                });
    }

    private static void look(Page page, String name) {
        picture(page, "group-" + name);
        assertAccessible(page, name);
    }
}
