package se.framsteg.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.shared.ImportId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;
import se.framsteg.ui.Spreadsheet;

/** One import on its way: what its columns hold, what came of trying it, and making it or letting it go. */
@Controller
public class StagedImportPages {
    private static final int FAULTS_AT_A_TIME = 50;
    private static final String PATH = "/initiatives/{id}/imports/{importId}";

    private final Imports imports;

    StagedImportPages(Imports imports) {
        this.imports = imports;
    }

    @GetMapping(PATH)
    String show(
            Actor.Staff staff,
            @PathVariable InitiativeId id,
            @PathVariable ImportId importId,
            @RequestParam(name = "page", defaultValue = "1") int number,
            @ModelAttribute("page") Page page,
            Model model) {
        var view = view(staff, id, importId, number);
        if (view.one().state() != Import.State.STAGED) {
            model.addAttribute("one", view.one());
            return "exchange/import-made";
        }
        var columns = view.one()
                .mapping()
                .orElseGet(() -> new Import.Columns(
                        imports.guess(staff, id, importId),
                        Respondent.PARTICIPANT.name(),
                        page.t("import.dont-know.usual")));
        return form(view, filled(columns), number, page, model);
    }

    private Imports.View view(Actor.Staff staff, InitiativeId id, ImportId importId, int number) {
        return imports.see(staff, id, importId, (Math.max(1, number) - 1) * FAULTS_AT_A_TIME, FAULTS_AT_A_TIME + 1);
    }

    private static Fields filled(Import.Columns columns) {
        var fields = Fields.empty().with("respondent", columns.respondent()).with("dontKnow", columns.dontKnow());
        for (int column = 0; column < columns.meanings().size(); column++) {
            fields.with("column-" + column, columns.meanings().get(column));
        }
        return fields;
    }

    private static String form(Imports.View view, Fields fields, int number, Page page, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("fields", fields);
        model.addAttribute("meanings", meanings(view.instrument(), page));
        model.addAttribute(
                "scoresToo",
                view.instrument().dimensions().stream()
                        .allMatch(dimension ->
                                Guess.single(view.instrument(), dimension).isPresent()));
        model.addAttribute("number", Math.max(1, number));
        model.addAttribute(
                "faults", view.faults().stream().limit(FAULTS_AT_A_TIME).toList());
        model.addAttribute("more", view.faults().size() > FAULTS_AT_A_TIME);
        return "exchange/import";
    }

    /** What a column can hold; a question by its area and its words. */
    private static Map<String, String> meanings(Instrument instrument, Page page) {
        var meanings = new LinkedHashMap<String, String>();
        Mapping.FIXED.forEach(fixed -> meanings.put(fixed, page.t("import.column." + fixed)));
        for (var dimension : instrument.dimensions()) {
            instrument.items().stream()
                    .filter(item -> item.dimension().equals(dimension.key()))
                    .forEach(item -> meanings.put(
                            Mapping.item(item.key()),
                            dimension.name().in(page.language()) + ": "
                                    + item.wordings()
                                            .values()
                                            .iterator()
                                            .next()
                                            .question()
                                            .in(page.language())));
        }
        return meanings;
    }

    @PostMapping(PATH)
    String check(
            Actor.Staff staff,
            @PathVariable InitiativeId id,
            @PathVariable ImportId importId,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model) {
        var view = view(staff, id, importId, 1);
        var mapping = mapping(view, fields, page);
        if (!fields.ok()) {
            return form(view, fields, 1, page, model);
        }
        imports.check(staff, id, importId, mapping);
        return "redirect:/initiatives/" + id + "/imports/" + importId;
    }

    private static Mapping mapping(Imports.View view, Fields fields, Page page) {
        var known = meanings(view.instrument(), page);
        var meanings = new ArrayList<String>();
        for (int column = 0; column < view.one().headings().size(); column++) {
            var meaning = fields.value("column-" + column);
            if (!meaning.isEmpty() && meanings.contains(meaning)) {
                fields.fail("column-" + column, "import.column.twice", known.getOrDefault(meaning, ""));
            }
            meanings.add(known.containsKey(meaning) ? meaning : "");
        }
        var mapping = new Mapping(
                meanings, fields.optionalChoice("respondent", Respondent.class), fields.text("dontKnow", 200));
        requireWhole(mapping, fields);
        return mapping;
    }

    private static void requireWhole(Mapping mapping, Fields fields) {
        if (!mapping.has(Mapping.CASE_NUMBER) && !mapping.has(Mapping.IDENTITY_NUMBER)) {
            fields.fail("needs-person", "import.needs.person");
        }
        if (!mapping.has(Mapping.DATE)) {
            fields.fail("needs-date", "import.needs.date");
        }
        if (!mapping.hasAnswers()) {
            fields.fail("needs-answers", "import.needs.answers");
        }
        if (!mapping.has(Mapping.RESPONDENT) && mapping.respondent().isEmpty()) {
            fields.fail("respondent", "import.needs.respondent");
        }
    }

    @PostMapping(PATH + "/make")
    String make(
            Actor.Staff staff,
            @PathVariable InitiativeId id,
            @PathVariable ImportId importId,
            RedirectAttributes after) {
        var made = imports.make(staff, id, importId);
        after.addFlashAttribute("notice", made ? "import.made.notice" : "import.changed.notice");
        return "redirect:/initiatives/" + id + "/imports/" + importId;
    }

    @PostMapping(PATH + "/drop")
    String drop(
            Actor.Staff staff,
            @PathVariable InitiativeId id,
            @PathVariable ImportId importId,
            RedirectAttributes after) {
        imports.drop(staff, id, importId);
        after.addFlashAttribute("notice", "import.dropped.notice");
        return "redirect:/initiatives/" + id + "/imports";
    }

    /** The faults by row and column alone, to pass on to whoever keeps the file: what stands there is about persons. */
    @GetMapping(PATH + "/faults.csv")
    ResponseEntity<byte[]> faults(
            Actor.Staff staff,
            @PathVariable InitiativeId id,
            @PathVariable ImportId importId,
            @ModelAttribute("page") Page page) {
        var found = imports.see(staff, id, importId, 0, Integer.MAX_VALUE).faults();
        return new Spreadsheet(
                        List.of(
                                page.t("import.faults.row"),
                                page.t("import.faults.column"),
                                page.t("import.faults.what")),
                        found.stream()
                                .map(fault ->
                                        List.of(Integer.toString(fault.row()), fault.heading(), text(page, fault)))
                                .toList())
                .download(page.t("import.faults.file-name"));
    }

    /** The fault in words, with how to mend it. */
    public static String text(Page page, Fault fault) {
        return page.t("import.fault." + fault.problem(), fault.arguments().toArray());
    }

    /** The headings of the columns that the mapping leaves out. */
    public static List<String> unread(Import one) {
        var unread = new ArrayList<String>();
        var meanings = one.mapping().map(Import.Columns::meanings).orElse(List.of());
        for (int column = 0; column < meanings.size(); column++) {
            if (meanings.get(column).isEmpty() && !one.headings().get(column).isEmpty()) {
                unread.add(one.headings().get(column));
            }
        }
        return unread;
    }

    /** The first values of a column, to know it by. */
    public static String sample(Imports.View view, int column) {
        return String.join(
                " · ",
                view.sample().stream()
                        .map(row -> row.cell(column))
                        .filter(value -> !value.isEmpty())
                        .toList());
    }
}
