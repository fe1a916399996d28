package se.framsteg.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

/** A lead brings in what the initiative has in Excel, without script and on a phone. */
@FramstegTest
class ImportBrowserTest {
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @LocalServerPort
    private int port;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private TestClock clock;

    @Test
    void aFileIsReadMendedMadeAndUndoneOnADesk() {
        throughTheWholeWay(Window.DESK);
    }

    @Test
    void theSameOnAPhoneWithoutScript() {
        throughTheWholeWay(Window.PHONE.withoutScript());
    }

    private void throughTheWholeWay(Window window) {
        var files = new ImportExamples(beans);
        var place = world.place();
        var day = LocalDate.now((Clock) clock).minusDays(100);
        var caseId = new CaseExamples(beans).started(place, day, Optional.of(CaseExamples.NUMBER));
        var row = files.row(place, files.number(caseId), day.plusDays(3).toString(), "3");
        var wrong = new ArrayList<>(row);
        wrong.set(2, "17");
        wrong.set(0, "1999-9999");
        try (var desk = Chromium.open(port, window)) {
            var page = Chromium.signIn(desk, world.email(place.lead()));
            page.navigate("/initiatives/" + place.initiative());
            page.locator("a[href$='/imports']").click();
            check(page, "list", window);
            upload(page, ImportExamples.excel(List.of(files.headings(place), wrong)));
            check(page, "columns", window);
            page.locator("main button:has-text('Pröva filen')").click();
            assertThat(page.locator("main").innerText()).contains("2 saker att rätta", "Rad 2");
            check(page, "faults", window);
            page.locator("main a:has-text('Läs in den rättade filen')").click();
            upload(page, ImportExamples.excel(List.of(files.headings(place), row)));
            page.locator("main button:has-text('Pröva filen')").click();
            check(page, "ready", window);
            page.locator("main button:has-text('Hämta in')").click();
            check(page, "made", window);
            page.locator("main a:has-text('Ta tillbaka')").click();
            check(page, "undo", window);
            page.locator("main button:has-text('Ta bort')").click();
            assertThat(page.locator("main").innerText()).contains("Tillbakatagen");
        }
    }

    private static void upload(Page page, byte[] file) {
        page.locator("#file").setInputFiles(new FilePayload("mätningar.xlsx", EXCEL, file));
        page.locator("main button:has-text('Läs filen')").click();
    }

    private static void check(Page page, String name, Window window) {
        Chromium.picture(page, "import-" + name + "-" + window.width());
        Chromium.assertFits(page, name);
        if (window.script()) {
            Chromium.assertAccessible(page, name);
        }
    }
}
