package se.framsteg.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static se.framsteg.testing.Chromium.assertAccessible;
import static se.framsteg.testing.Chromium.assertFits;
import static se.framsteg.testing.Chromium.picture;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Role;
import se.framsteg.cases.LegalSex;
import se.framsteg.initiative.AffairsExamples;
import se.framsteg.shared.Time;
import se.framsteg.statistics.Quarter;
import se.framsteg.statistics.ledger.LedgerClosing;
import se.framsteg.statistics.ledger.LedgerExamples;
import se.framsteg.statistics.ledger.LedgerExamples.Life;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

/** The office finds its way from all initiatives to two beside each other, the years and the tables to take along; on the phone and at the desk. */
@FramstegTest
class OverviewBrowserTest {
    @Autowired
    World world;

    @Autowired
    OwnerSql owner;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    LedgerClosing closing;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);

    @Test
    void fromAllInitiativesToTheTablesToTakeAlong() throws IOException {
        var place = anAssociation();
        var board = world.person(place.kommun(), "Berit Styrelse", Role.BOARD);
        for (var window : List.of(Window.PHONE, Window.DESK)) {
            try (var context = Chromium.open(port, window)) {
                var page = Chromium.signIn(context, world.email(window == Window.DESK ? board : place.officer()));
                page.navigate("/");
                if (window == Window.PHONE) {
                    page.getByText("Meny").click();
                }
                page.locator(".main-nav").getByText("Översikt").click();
                look(page, "all", window);
                assertThat(page.locator(".glance-table").first().innerText()).contains("Provinsatsen", "inte räknat");
                compare(page, window);
                page.getByText("Över åren").click();
                look(page, "years", window);
                assertThat(page.locator(".report-figures").first().innerText()).contains(", hittills");
                page.locator(".ways-inline").getByText("Uppföljning Finsam").click();
                look(page, "finsam", window);
                page.getByText("Årsredovisning").click();
                page.locator("#year").selectOption(Integer.toString(today.getYear()));
                page.getByText("Visa", new Page.GetByTextOptions().setExact(true))
                        .click();
                look(page, "annual", window);
                files(page);
            }
        }
    }

    private static void compare(Page page, Window window) {
        var boxes = page.locator("input[name=initiative]");
        boxes.nth(0).check();
        page.getByText("Jämför de valda").click();
        look(page, "too-few", window);
        assertThat(page.locator(".error-summary").innerText()).contains("Välj två till fyra insatser.");
        assertThat(boxes.nth(0).isChecked()).isTrue();
        boxes.nth(1).check();
        page.locator("main form button").click();
        look(page, "compare", window);
        assertThat(page.locator("main").innerText()).contains("En skillnad i resultat är inte en effekt");
    }

    private World.Place anAssociation() {
        var place = world.place();
        var quarter = Quarter.of(today).minus(1);
        var lives = new LedgerExamples(owner, place);
        lives.initiativeFrom(quarter.first());
        for (int i = 0; i < 14; i++) {
            lives.lived(new Life(
                    i % 2 == 0 ? LegalSex.WOMAN : LegalSex.MAN,
                    Optional.of(today.minusYears(30)),
                    "AF",
                    quarter.first(),
                    quarter.first().plusDays(i),
                    Optional.empty()));
        }
        closing.close(place.initiative());
        world.initiative(place.association(), place.kommun(), "En annan insats", place.lead());
        var affairs = new AffairsExamples(beans);
        affairs.cost(place);
        affairs.goal(place);
        affairs.activity(place, affairs.structural(place));
        return place;
    }

    private static void files(Page page) throws IOException {
        try (var pdf = Loader.loadPDF(body(page, "/overview/annual.pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Siffror till årsredovisningen", "Provinsatsen");
        }
        try (var word = new XWPFDocument(new ByteArrayInputStream(body(page, "/overview/annual.docx")))) {
            assertThat(new XWPFWordExtractor(word).getText()).contains("Siffror till årsredovisningen", "Provinsatsen");
        }
        try (var excel = new ReadableWorkbook(new ByteArrayInputStream(body(page, "/overview/annual.xlsx")))) {
            assertThat(excel.getSheets().map(sheet -> sheet.getName())).contains("Deltagare", "Budget och utfall");
        }
    }

    private static byte[] body(Page page, String path) {
        return page.request().get(path, RequestOptions.create()).body();
    }

    private static void look(Page page, String name, Window window) {
        assertAccessible(page, name);
        assertFits(page, name);
        picture(page, "overview-" + name + "-" + window.width());
    }
}
