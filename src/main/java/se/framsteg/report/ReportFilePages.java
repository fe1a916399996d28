package se.framsteg.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import se.framsteg.access.Actor;
import se.framsteg.print.Printer;
import se.framsteg.report.paper.ExcelReport;
import se.framsteg.report.paper.WordReport;
import se.framsteg.ui.Download;
import se.framsteg.ui.Page;

/** A report on paper, in a word processor, and its figures in a spreadsheet. */
@Controller
class ReportFilePages {
    private final Reports reports;
    private final Printer printer;

    ReportFilePages(Reports reports, Printer printer) {
        this.reports = reports;
        this.printer = printer;
    }

    @GetMapping("/reports/{id}/report.pdf")
    ResponseEntity<byte[]> paper(Actor.Staff actor, @PathVariable ReportId id, @ModelAttribute("page") Page page) {
        var view = reports.see(actor, id, ReportPages.language(page));
        return printer.print(name(page, view), "report/paper", Map.of("page", page, "view", view))
                .answer();
    }

    @GetMapping("/reports/{id}/report.docx")
    ResponseEntity<byte[]> word(Actor.Staff actor, @PathVariable ReportId id, @ModelAttribute("page") Page page) {
        var view = reports.see(actor, id, ReportPages.language(page));
        return Download.of(
                WordReport.TYPE,
                name(page, view) + ".docx",
                WordReport.written(
                        title(page, view), about(page, view), view.content().chapters(), page.texts()));
    }

    @GetMapping("/reports/{id}/report.xlsx")
    ResponseEntity<byte[]> excel(Actor.Staff actor, @PathVariable ReportId id, @ModelAttribute("page") Page page) {
        var view = reports.see(actor, id, ReportPages.language(page));
        return Download.of(
                ExcelReport.TYPE,
                name(page, view) + ".xlsx",
                ExcelReport.written(
                        title(page, view), about(page, view), view.content().chapters(), page.texts()));
    }

    private static String title(Page page, ReportView view) {
        return page.t("report.title", view.report().kind());
    }

    private static List<String> about(Page page, ReportView view) {
        var report = view.report();
        var content = view.content();
        var about = new ArrayList<String>();
        report.correctedBy().ifPresent(_ -> about.add(page.t("report.superseded")));
        about.addAll(List.of(
                content.initiative(),
                content.owner(),
                page.t("report.frame.period.days", page.date(report.from()), page.date(report.to())),
                report.released()
                        .map(signed -> page.t("report.released.about", view.releasedBy(), page.moment(signed.at())))
                        .orElseGet(() -> page.t("report.paper.not-released", page.t("report.state", report.state()))),
                page.t("report.edition", report.edition()),
                page.t("report.data-on", page.date(content.dataOn())) + " " + page.t("report.small")));
        return about;
    }

    private static String name(Page page, ReportView view) {
        return "%s-%s-%s-%s-%d"
                .formatted(
                        page.t("report.file"),
                        view.content().initiative().replaceAll("[^\\p{L}\\p{N}]+", "-"),
                        view.report().from(),
                        view.report().to(),
                        view.report().edition());
    }
}
