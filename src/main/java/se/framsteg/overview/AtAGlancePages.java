package se.framsteg.overview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import se.framsteg.access.Actor;
import se.framsteg.print.Printer;
import se.framsteg.report.paper.ExcelReport;
import se.framsteg.report.paper.WordReport;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Download;
import se.framsteg.ui.Page;

/** The overview: all initiatives, some beside each other, the years, and the tables for the national follow-up and the annual report. */
@Controller
class AtAGlancePages {
    private final Overviews overviews;
    private final Printer printer;

    AtAGlancePages(Overviews overviews, Printer printer) {
        this.overviews = overviews;
        this.printer = printer;
    }

    /** Whether the reader sees all of the association's initiatives. */
    @ModelAttribute("whole")
    boolean whole(Actor.Staff staff) {
        return Overviews.whole(staff);
    }

    @GetMapping("/overview")
    String all(Actor.Staff staff, @RequestParam Optional<String> year, Model model) {
        model.addAttribute("overview", overviews.of(staff, List.of(), year));
        return "overview/overview";
    }

    /** With fewer or more initiatives than can stand beside each other it asks for others. */
    @GetMapping("/overview/compare")
    String compare(
            Actor.Staff staff,
            @RequestParam(defaultValue = "") List<InitiativeId> initiative,
            @RequestParam Optional<String> year,
            @ModelAttribute("page") Page page,
            Model model) {
        var choices = overviews.choices(staff, initiative);
        var chosen = choices.stream()
                .filter(Overview.Choice::chosen)
                .map(Overview.Choice::id)
                .toList();
        model.addAttribute("choices", choices);
        model.addAttribute("asked", initiative.size());
        if (chosen.size() >= Comparison.FEWEST && chosen.size() <= Comparison.MOST) {
            var overview = overviews.of(staff, chosen, year);
            model.addAttribute("overview", overview);
            model.addAttribute("tables", new Comparison(overview, page.texts()).tables());
            return "overview/compare";
        }
        model.addAttribute("year", year.orElse(""));
        return "overview/choose";
    }

    @GetMapping("/overview/years")
    String years(
            Actor.Staff staff,
            @RequestParam(defaultValue = "") List<InitiativeId> initiative,
            @ModelAttribute("page") Page page,
            Model model) {
        var years = overviews.years(staff, initiative);
        model.addAttribute("years", years);
        model.addAttribute("tables", years.tables(page.texts()));
        return "overview/years";
    }

    @GetMapping("/overview/finsam")
    String finsam(
            Actor.Staff staff, @RequestParam Optional<String> year, @ModelAttribute("page") Page page, Model model) {
        var overview = overviews.ofYear(staff, year);
        model.addAttribute("overview", overview);
        model.addAttribute("entries", new FinsamTables(overview, page.texts()).entries());
        return "overview/finsam";
    }

    @GetMapping("/overview/finsam.csv")
    ResponseEntity<byte[]> finsamFile(
            Actor.Staff staff, @RequestParam Optional<String> year, @ModelAttribute("page") Page page) {
        var overview = known(overviews.ofYear(staff, year));
        return new FinsamTables(overview, page.texts())
                .spreadsheet()
                .download(page.t("overview.finsam.file") + year(overview));
    }

    /** A file can't say that it is of another year than was asked for. */
    private static Overview known(Overview overview) {
        if (overview.unknown().isPresent()) {
            throw new NotFoundException();
        }
        return overview;
    }

    private static String year(Overview overview) {
        return overview.stretch().year().map(one -> "-" + one).orElse("");
    }

    @GetMapping("/overview/annual")
    String annual(
            Actor.Staff staff, @RequestParam Optional<String> year, @ModelAttribute("page") Page page, Model model) {
        var document = document(staff, year, page);
        model.addAttribute("overview", document.overview());
        model.addAttribute("document", document);
        return "overview/annual";
    }

    @GetMapping("/overview/annual.pdf")
    ResponseEntity<byte[]> paper(
            Actor.Staff staff, @RequestParam Optional<String> year, @ModelAttribute("page") Page page) {
        var document = file(staff, year, page);
        return printer.print(name(document, page), "overview/paper", Map.of("page", page, "document", document))
                .answer();
    }

    @GetMapping("/overview/annual.docx")
    ResponseEntity<byte[]> word(
            Actor.Staff staff, @RequestParam Optional<String> year, @ModelAttribute("page") Page page) {
        var document = file(staff, year, page);
        return Download.of(
                WordReport.TYPE,
                name(document, page) + ".docx",
                WordReport.written(document.title(), document.about(), document.chapters(), page.texts()));
    }

    @GetMapping("/overview/annual.xlsx")
    ResponseEntity<byte[]> excel(
            Actor.Staff staff, @RequestParam Optional<String> year, @ModelAttribute("page") Page page) {
        var document = file(staff, year, page);
        return Download.of(
                ExcelReport.TYPE,
                name(document, page) + ".xlsx",
                ExcelReport.written(document.title(), document.about(), document.chapters(), page.texts()));
    }

    private AnnualDocument file(Actor.Staff staff, Optional<String> year, Page page) {
        var document = document(staff, year, page);
        return new AnnualDocument(known(document.overview()), document.title(), document.about(), document.chapters());
    }

    private AnnualDocument document(Actor.Staff staff, Optional<String> year, Page page) {
        var annual = overviews.annual(staff, year, page.language());
        var figures = new AnnualFigures(annual, page.texts());
        return new AnnualDocument(annual.overview(), figures.title(), figures.about(), figures.chapters());
    }

    private static String name(AnnualDocument document, Page page) {
        return page.t("overview.annual.file") + year(document.overview());
    }
}
