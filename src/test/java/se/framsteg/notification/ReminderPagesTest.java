package se.framsteg.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Asking;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Participants;
import se.framsteg.cases.Person;
import se.framsteg.notification.carrier.Failure;
import se.framsteg.notification.carrier.Way;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Time;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** The pages about reminders, with a browser and with bad input. */
@FramstegTest
class ReminderPagesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Asking asking;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private ReminderTable queue;

    private World.Place place;
    private CaseId caseId;
    private String path;

    @BeforeEach
    void somebodyWithAPhone() {
        place = world.place();
        caseId = new CaseExamples(beans).started(place);
        path = "/cases/" + caseId + "/reminders";
        var participants = beans.getBean(Participants.class);
        var view = participants.see(place.caseworker(), caseId);
        var was = (Person.Known) view.person();
        var contact = new Person.Contact("070-174 06 05", "", "", "");
        var is = new Person.Known(was.name(), was.identity(), was.sex(), "", contact, "sv", false, was.protection());
        participants
                .change(place.caseworker(), caseId, view.version(), is, Set.of(), Set.of())
                .orThrow();
    }

    private void check(Page page, String name) {
        Chromium.picture(page, "reminders-" + name);
        Chromium.assertAccessible(page, name);
    }

    /** What became of one that was planned long ago, as if it had been tried. */
    private void oneThatFailed() {
        var cases = beans.getBean(Cases.class);
        var round = new CaseExamples(beans).baseline(place, caseId);
        var today = LocalDate.now(Time.SWEDEN);
        var asked = new ReminderSource.Asked(caseId, round.value(), today, today.plusDays(40));
        asking.byInstallation(() -> {
            queue.plan(cases.facts(caseId).orElseThrow(), asked, Occasion.OPENED, Way.SMS);
            queue.settle(queue.of(caseId, 1).getFirst(), Reminder.State.FAILED, Optional.of(Failure.REFUSED));
            return caseId;
        });
    }

    @Test
    void theCaseworkerRecordsWhatThePersonHasSaidWithoutScript() {
        try (var desk = Chromium.open(port, Window.DESK.withoutScript())) {
            var page = Chromium.signIn(desk, world.email(place.caseworker()));
            page.navigate("/cases/" + caseId + "/person");
            page.locator("main a:has-text('Påminnelser')").click();
            Chromium.picture(page, "reminders-not-asked");
            page.locator("input[name=way][value=SMS]").check();
            page.locator("main button[type=submit]").click();
            assertThat(page.locator(".error-summary").innerText()).contains("Kryssa i att personen har sagt ja");
            assertThat(page.locator("input[name=way][value=SMS]").isChecked()).isTrue();
            page.locator("#agreed").check();
            page.locator("main button[type=submit]").click();
            assertThat(page.locator(".notice").innerText()).contains("Sparat");
            assertThat(page.locator("main").innerText()).contains("Med sms", "Hanna Handläggare");
            oneThatFailed();
            page.navigate(path);
            page.locator("main details summary").click();
            Chromium.picture(page, "reminders-chosen");
            assertThat(page.locator("main").innerText()).contains("Mottagarens sida tog inte emot");
            page.navigate("/");
            Chromium.picture(page, "reminders-to-do");
            assertThat(page.locator("main").innerText()).contains("En påminnelse kom inte fram");
        }
    }

    @Test
    void itAllFitsOnAPhone() {
        choose("SMS");
        oneThatFailed();
        try (var phone = Chromium.open(port, Window.PHONE)) {
            var page = Chromium.signIn(phone, world.email(place.caseworker()));
            page.navigate(path);
            check(page, "phone");
            page.navigate("/");
            check(page, "to-do-phone");
        }
        try (var phone = Chromium.open(port, Window.SMALL_PHONE.inTheDark())) {
            var page = Chromium.signIn(phone, world.email(place.lead()));
            page.navigate("/initiatives/" + place.initiative() + "/reminders");
            check(page, "of-initiative-small-dark");
        }
    }

    private void choose(String way) {
        var answer = caseworker().post(path, form(way, "0"));
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private Visitor caseworker() {
        return new Visitor(port).signIn(world.email(place.caseworker()));
    }

    private static Map<String, String> form(String way, String version) {
        var today = LocalDate.now(Time.SWEDEN).toString();
        return Map.of("way", way, "partOfDay", "ANY", "saidOn", today, "agreed", "true", "version", version);
    }

    @Test
    void badInputComesBackWithAllThatWasTyped() {
        var noAddress = caseworker().post(path, form("EMAIL", "0"));
        assertThat(noAddress.statusCode()).isEqualTo(422);
        assertThat(noAddress.body()).contains("Skriv in personens e-postadress under Personen först");
        var nonsense = caseworker().post(path, Map.of("way", "DUVA", "saidOn", "i tisdags", "version", "x"));
        assertThat(nonsense.statusCode()).isEqualTo(422);
        assertThat(nonsense.body()).contains("i tisdags", "Välj hur påminnelserna ska komma");
    }

    @Test
    void whoeverSavesOverSomebodyElsesChoiceSeesBoth() {
        choose("SMS");
        var late = caseworker().post(path, form("NONE", "0"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Något nytt har sparats medan du skrev", "Sms till");
    }

    @Test
    void theSystemAdministratorSeesWhyNothingIsSent() {
        var administrator = world.person(place.kommun(), "Sven System", se.framsteg.access.Role.SYSTEM_ADMINISTRATOR);
        try (var desk = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(desk, world.email(administrator));
            page.navigate("/settings");
            check(page, "settings");
            page.navigate("/settings/reminders");
            check(page, "installation");
            assertThat(page.locator("main").innerText()).contains("Avstängt i inställningarna");
        }
    }

    @Test
    void thePersonStopsThemWithOneThumb() {
        var token = asking.byInstallation(() -> beans.getBean(ChoiceTable.class).stopToken(caseId));
        choose("SMS");
        try (var phone = Chromium.open(port, Window.SMALL_PHONE.withoutScript())) {
            var page = phone.newPage();
            page.navigate("/svara/stop/" + token);
            Chromium.picture(page, "reminders-stop");
            page.locator("main button").click();
            Chromium.picture(page, "reminders-stopped");
        }
        assertThat(asking.byInstallation(() -> beans.getBean(ChoiceTable.class).now(caseId))
                        .orElseThrow()
                        .stoppedByPerson())
                .isTrue();
        try (var desk = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(desk, world.email(place.caseworker()));
            page.navigate(path);
            check(page, "stopped-by-person");
            assertThat(page.locator("main").innerText()).contains("Personen stoppade själv påminnelserna");
        }
    }
}
