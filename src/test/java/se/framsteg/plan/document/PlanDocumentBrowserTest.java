package se.framsteg.plan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static se.framsteg.testing.Chromium.assertAccessible;
import static se.framsteg.testing.Chromium.picture;

import com.microsoft.playwright.Page;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.Plans;
import se.framsteg.shared.CaseId;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.PlanExamples;
import se.framsteg.testing.World;

/** From the plan as it stands to a version that is signed and handed out, by whoever has the case. */
@FramstegTest
class PlanDocumentBrowserTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    PlanDocuments documents;

    @Autowired
    Plans plans;

    @Autowired
    OwnerSql owner;

    @LocalServerPort
    int port;

    private World.Place place;
    private CaseId id;
    private PlanId plan;

    @BeforeEach
    void aPlan() {
        place = world.place();
        id = new CaseExamples(beans).started(place);
        plan = new PlanExamples(beans).begun(place, id, Plan.Kind.SIP);
    }

    static Window[] windows() {
        return new Window[] {Window.DESK, Window.PHONE};
    }

    private static void look(Page page, String name, Window window) {
        picture(page, "plan-" + name + "-" + window.width());
        assertAccessible(page, name);
    }

    private static void send(Page page) {
        page.locator("main form button[type=submit]").first().click();
    }

    @ParameterizedTest
    @MethodSource("windows")
    void aPlanIsSettledSignedOnTheScreenHandedOutAndEnded(Window window) {
        try (var context = Chromium.open(port, window)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate("/cases/" + id + "/plan");
            assertThat(page.locator("#plan-versions + p").innerText()).contains("inte fastställd än");
            look(page, "card", window);
            page.locator("text=Fastställ planen").click();
            look(page, "settle", window);
            send(page);
            assertThat(page.locator(".notice").innerText()).contains("Planen är fastställd.");

            page.locator("a >> text=Skriv under").click();
            send(page);
            look(page, "sign-faults", window);
            page.locator("#who").check();
            page.locator("#how").check();
            draw(page);
            look(page, "sign", window);
            send(page);
            assertThat(page.locator(".plan-signatures").innerText()).contains("Petra", "på skärmen");
            page.locator("text=Jag skriver under själv").click();
            assertThat(page.locator(".plan-signatures").innerText()).contains("Hanna Handläggare");

            page.locator("text=Skriv in vem som har fått planen").click();
            look(page, "hand-out", window);
            page.locator("#to").check();
            page.locator("#how").check();
            send(page);
            new PlanPaperExample(beans, owner)
                    .fill(
                            place,
                            id,
                            plan,
                            world.organisation(place.association(), "Region Prov", OrganisationKind.REGION));
            page.navigate("/cases/" + id + "/plan/" + plan + "/settle");
            look(page, "changes", window);
            send(page);
            look(page, "version", window);
            page.navigate("/cases/" + id + "/plan/" + plan + "/versions/1");
            look(page, "version-before", window);
            page.navigate("/cases/" + id + "/plan/" + plan + "/end");
            look(page, "end", window);
            page.locator("#reason").check();
            send(page);
            assertThat(page.locator(".notice").innerText()).isEqualTo("Planen är avslutad.");
        }
    }

    private static void draw(Page page) {
        page.locator("#drawing").scrollIntoViewIfNeeded();
        var box = page.locator("#drawing").boundingBox();
        page.mouse().move(box.x + 20, box.y + box.height / 2);
        page.mouse().down();
        for (int i = 1; i < 30; i++) {
            page.mouse().move(box.x + 20 + i * box.width / 40, box.y + box.height / 2 + 20 * Math.sin(i));
        }
        page.mouse().up();
    }

    @Test
    void aVersionIsSettledAndSignedOnPaperWithTheKeyboardAlone() {
        try (var context = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate("/cases/" + id + "/plan/" + plan + "/settle");
            press(page, "main form button[type=submit]", "Enter");
            page.waitForURL("**/versions/1");
            press(page, "a[href$='/signatures/new']", "Enter");
            page.waitForURL("**/signatures/new");
            press(page, "#who", "Space");
            press(page, "#how", "ArrowDown");
            assertThat(page.locator("#how-PAPER").isChecked()).isTrue();
            press(page, "main form button[type=submit]", "Enter");
            page.waitForURL("**/versions/1");
            assertThat(documents.see(place.caseworker(), id, plan, 1).signatures())
                    .extracting(Signature::how)
                    .containsExactly(Signature.How.PAPER);
        }
    }

    /** Tabs to it, as without a mouse. */
    private static void press(Page page, String control, String key) {
        for (int i = 0; i < 80; i++) {
            page.keyboard().press("Tab");
            var there = page.evaluate("selector => document.activeElement.matches(selector)", control);
            if (Optional.ofNullable(there).equals(Optional.of(true))) {
                page.keyboard().press(key);
                return;
            }
        }
        throw new AssertionError("no way by the keyboard to " + control);
    }

    @Test
    void withoutScriptAVersionIsSignedOnPaper() {
        try (var context = Chromium.open(port, Window.PHONE.withoutScript())) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            documents.settle(place.caseworker(), id, plan, 1, Optional.empty()).orThrow();
            page.navigate("/cases/" + id + "/plan/" + plan + "/versions/1/signatures/new");
            page.locator("#who").check();
            page.locator("#how-PAPER").check();
            send(page);
            assertThat(page.locator(".plan-signatures").innerText()).contains("på papper");
        }
    }
}
