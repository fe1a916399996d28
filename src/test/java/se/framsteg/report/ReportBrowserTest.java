package se.framsteg.report;

import static org.assertj.core.api.Assertions.assertThat;
import static se.framsteg.testing.Chromium.assertAccessible;
import static se.framsteg.testing.Chromium.picture;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.shared.Time;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.World;

/** A lead writes a report on the phone and releases it; the association finds it, reads it and takes it along. */
@FramstegTest
class ReportBrowserTest {
    @Autowired
    World world;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);

    @Test
    void fromDraftToWhatTheAssociationReads() throws IOException {
        var place = world.place();
        String report;
        try (var context = Chromium.open(port, Window.PHONE)) {
            var page = Chromium.signIn(context, world.email(place.lead()));
            page.navigate("/initiatives/" + place.initiative() + "/reports");
            look(page, "none");
            chapters(page);
            report = begin(page);
            writeAndRelease(page, report);
        }
        try (var context = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(context, world.email(place.officer()));
            assertThat(page.locator("main").innerText()).contains("Ny rapport att läsa");
            page.navigate(report);
            look(page, "released");
            assertThat(page.locator("main").innerText()).contains("Vi har haft en kö i höst.", "Lämnad av Lena Ledare");
            assertThat(page.locator("main form").count()).isZero();
            files(page, report);
            page.navigate("/reports");
            look(page, "calendar");
        }
    }

    private static void chapters(Page page) {
        page.getByText("Välj kapitel").click();
        page.evaluate("() => document.querySelectorAll('input[name=sections]').forEach(one => one.checked ="
                + " ['SUMMARY', 'FRAME', 'PEOPLE', 'DEVIATIONS'].includes(one.value))");
        look(page, "chapters");
        page.getByText("Spara").click();
    }

    private String begin(Page page) {
        page.getByText("Ny rapport").click();
        page.locator("#from").fill(today.minusMonths(3).toString());
        page.locator("#to").fill(today.minusMonths(4).toString());
        page.getByText("Börja skriva").click();
        look(page, "begin-refused");
        assertThat(page.locator(".error-summary li").innerText()).contains("slutar innan den börjar");
        page.locator("#to").fill(today.minusDays(1).toString());
        page.getByText("Börja skriva").click();
        look(page, "draft");
        return page.url();
    }

    private static void writeAndRelease(Page page, String report) {
        page.getByText("Granskad – lås rapporten").click();
        look(page, "check-refused");
        assertThat(page.locator(".error-summary").innerText())
                .contains("Sammanfattningen är tom.", "Avvikelser och åtgärder är tomt.");
        write(page, report, "SUMMARY", "Vi har haft en kö i höst. Ring 19121212-1212.", "pekar ut en person");
        page.locator("#words").fill("Vi har haft en kö i höst.");
        page.getByText("Spara").click();
        write(page, report, "DEVIATIONS", "Inga.", "");
        page.getByText("Granskad – lås rapporten").click();
        look(page, "checked");
        page.getByText("Lämna rapporten").click();
        assertThat(page.locator(".notice").innerText()).contains("lämnad");
        look(page, "released-lead");
        page.locator("#receiver").fill("Styrgruppen");
        page.locator("#on").fill(LocalDate.now(Time.SWEDEN).toString());
        page.getByText("Skriv upp").click();
        assertThat(page.locator("main").innerText()).contains("Styrgruppen");
    }

    private static void write(Page page, String report, String chapter, String words, String refused) {
        page.navigate(report + "/chapters/" + chapter);
        page.locator("#words").fill(words);
        page.getByText("Spara").click();
        if (!refused.isEmpty()) {
            look(page, "words-refused");
            assertThat(page.locator("main").innerText()).contains(refused);
            assertThat(page.locator("#words").inputValue()).isEqualTo(words);
        }
    }

    private static void files(Page page, String report) throws IOException {
        try (var pdf = Loader.loadPDF(body(page, report + "/report.pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Kvartalsrapport", "Vi har haft en kö i höst.");
        }
        try (var word = new XWPFDocument(new ByteArrayInputStream(body(page, report + "/report.docx")))) {
            assertThat(new XWPFWordExtractor(word).getText()).contains("Kvartalsrapport", "Vi har haft en kö i höst.");
            assertThat(word.getParagraphs()).anyMatch(one -> "Heading2".equals(one.getStyle()));
        }
        try (var excel = new ReadableWorkbook(new ByteArrayInputStream(body(page, report + "/report.xlsx")))) {
            assertThat(excel.getSheets().map(sheet -> sheet.getName())).contains("Om insatsen");
        }
    }

    private static byte[] body(Page page, String path) {
        return page.request().get(path, RequestOptions.create()).body();
    }

    private static void look(Page page, String name) {
        assertAccessible(page, name);
        picture(page, "report-" + name);
    }
}
