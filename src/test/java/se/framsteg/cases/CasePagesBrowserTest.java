package se.framsteg.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.framsteg.testing.Chromium.assertAccessible;
import static se.framsteg.testing.Chromium.picture;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Role;
import se.framsteg.demo.TestIdentityNumbers;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.Time;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Sharing;
import se.framsteg.testing.World;

/** The pages of referrals and cases in a real browser, on a desk and on phones. */
@FramstegTest
class CasePagesBrowserTest {
    @Autowired
    World world;

    @Autowired
    OwnerSql owner;

    @LocalServerPort
    int port;

    static List<Window> windows() {
        return List.of(Window.DESK, Window.PHONE, Window.SMALL_PHONE, Window.PHONE.inTheDark());
    }

    @ParameterizedTest
    @MethodSource("windows")
    void everyPageOfAReferralAndACaseIsAccessible(Window window) {
        var place = world.place();
        var numbers = TestIdentityNumbers.published();
        var today = LocalDate.now(Time.SWEDEN);
        var started = world.aCase(place)
                .called("Sara Fiktivsson")
                .with(numbers.women().getFirst())
                .protectedIdentity()
                .started();
        world.aCase(place)
                .called("Bertil Påhittad Långtefternamnsson")
                .with(numbers.men().getFirst())
                .accepted();
        world.aCase(place).anonymous().ended();
        var referral = world.aCase(place)
                .called("Bertil Påhittad Långtefternamnsson")
                .with(numbers.men().getFirst())
                .receivedOn(today.minusDays(20))
                .referred();
        world.aCase(place).called("Nina Nyss").receivedOn(today.minusDays(1)).referred();
        var paths = new LinkedHashMap<String, String>();
        paths.put("to-do", "/");
        paths.put("referrals", "/referrals");
        paths.put("referrals-empty", "/referrals?state=declined");
        paths.put("referral-new", "/referrals/new");
        paths.put("referral", "/referrals/" + referral);
        paths.put("cases", "/cases?state=all");
        paths.put("case", "/cases/" + started);
        paths.put("case-end", "/cases/" + started + "/end");
        paths.put("case-pause", "/cases/" + started + "/pause");
        paths.put("case-before", "/cases/" + started + "/before");
        paths.put("person", "/cases/" + started + "/person");
        paths.put("person-edit", "/cases/" + started + "/person/edit");
        paths.put("assignments", "/cases/" + started + "/assignments");
        try (var context = Chromium.open(port, window)) {
            var page = Chromium.signIn(context, world.email(place.lead()));
            paths.forEach((name, path) -> look(page, window, name, path));
        }
    }

    private static void look(Page page, Window window, String name, String path) {
        page.navigate(path);
        picture(page, "cases-" + name + "-" + window.width() + (window.dark() ? "-dark" : ""));
        assertAccessible(page, name);
    }

    @ParameterizedTest
    @MethodSource("windows")
    void whoeverGivesProtectionIsAskedAboutAddressesAndColleagues(Window window) {
        var place = world.place();
        var id = world.aCase(place).called("Sara Fiktivsson").started();
        var kassan = world.organisation(place.association(), "Försäkringskassan", OrganisationKind.FK);
        new Sharing(owner).name(id, world.person(kassan, "Frida Kassa", Role.CASEWORKER));
        try (var context = Chromium.open(port, window)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate("/cases/" + id + "/person/edit");
            assertThat(page.locator("#addressGoes").isVisible()).isFalse();
            assertThat(page.locator("#kept").isVisible()).isFalse();
            page.locator("#protection-NAMED_ONLY").check();
            assertThat(page.locator("#kept").isVisible()).isTrue();
            assertThat(page.locator("#kept").isChecked()).isFalse();
            page.locator("#protection-PROTECTED_REGISTRATION").check();
            page.locator("#named").check();
            page.locator("main button[type=submit]").first().click();
            assertThat(page.locator(".error-summary").innerText())
                    .contains("Kryssa i att du vet att adressen tas bort");
            picture(page, "cases-protect-" + window.width() + (window.dark() ? "-dark" : ""));
            assertAccessible(page, "protect");
        }
    }

    @Test
    void aReferralBecomesACaseThatStartsWithoutAnyScript() {
        var place = world.place();
        var number = TestIdentityNumbers.published().women().get(7).display();
        try (var caseworker = Chromium.open(port, Window.PHONE.withoutScript());
                var lead = Chromium.open(port, Window.DESK.withoutScript())) {
            var page = Chromium.signIn(caseworker, world.email(place.caseworker()));
            register(page, number);
            var decides = Chromium.signIn(lead, world.email(place.lead()));
            decides.locator("text=Klara Fiktiv").click();
            decides.locator("#outcome").check();
            decides.locator("#caseworker").selectOption(place.caseworker().id().toString());
            decides.locator("main button[type=submit]").click();
            assertThat(decides.locator(".identity-name").innerText()).isEqualTo("Klara Fiktiv");
            page.navigate("/");
            page.locator("text=Klara Fiktiv").click();
            page.locator("text=Starta ärendet").first().click();
            page.locator("main button[type=submit]").click();
            assertThat(page.locator(".notice").innerText()).isEqualTo("Ärendet har startat.");
        }
    }

    private static void register(Page page, String number) {
        page.navigate("/referrals/new");
        page.locator("#source-PERSON").check();
        page.locator("#identity").check();
        page.locator("#name").fill("Klara Fiktiv");
        page.locator("#number").fill(number.substring(0, 9) + "000" + number.substring(12));
        page.locator("#sex").check();
        page.locator("#protection").check();
        page.locator("#reason").fill("Vill arbeta med djur igen");
        page.locator("#agreedOn").fill(LocalDate.now(Time.SWEDEN).toString());
        page.locator("main button[type=submit]").click();
        var problems = new ArrayList<>(page.locator(".error-summary li").allInnerTexts());
        assertThat(problems).hasSize(1);
        picture(page, "cases-referral-wrong");
        page.locator("#number").fill(number);
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".notice").innerText()).contains("Aktualiseringen är registrerad");
    }
}
