package se.framsteg.pathway.mine;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.pathway.method.Worksheet;
import se.framsteg.pathway.sheet.OwnSheets;
import se.framsteg.pathway.sheet.Sheet;
import se.framsteg.pathway.sheet.SheetForm;
import se.framsteg.pathway.sheet.SheetPapers;
import se.framsteg.pathway.sheet.WorksheetId;
import se.framsteg.pathway.steps.FollowedId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** The participant’s own worksheets: to write, to keep to oneself, to share. */
@Controller
class OwnSheetPages {
    static final String PAGE = "/svara/min-sida/blad";

    private final OwnSheets sheets;
    private final SheetPapers papers;

    OwnSheetPages(OwnSheets sheets, SheetPapers papers) {
        this.sheets = sheets;
        this.papers = papers;
    }

    @GetMapping(PAGE)
    String all(Actor.Respondent participant, Model model) {
        model.addAttribute("view", sheets.see(participant));
        return "pathway/mine/sheets";
    }

    @GetMapping(PAGE + "/{worksheetId}")
    String see(Actor.Respondent participant, @PathVariable("worksheetId") WorksheetId id, Model model) {
        var view = sheets.see(participant);
        return version(view, view.sheet(id), view.sheet(id).latest(), model);
    }

    @GetMapping(PAGE + "/{worksheetId}/versioner/{number}")
    String see(
            Actor.Respondent participant,
            @PathVariable("worksheetId") WorksheetId id,
            @PathVariable int number,
            Model model) {
        var view = sheets.see(participant);
        var version = view.sheet(id).version(number).orElseThrow(NotFoundException::new);
        return version(view, view.sheet(id), version, model);
    }

    private static String version(OwnSheets.View view, Sheet sheet, Sheet.Version version, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("sheet", sheet);
        model.addAttribute("version", version);
        return "pathway/mine/sheet";
    }

    @GetMapping(PAGE + "/{worksheetId}/papper.pdf")
    ResponseEntity<byte[]> paper(
            Actor.Respondent participant,
            @PathVariable("worksheetId") WorksheetId id,
            @ModelAttribute("page") Page page) {
        return papers.print(sheets.print(participant).sheet(id), page).answer();
    }

    @GetMapping(PAGE + "/nytt/{followedId}/{sheet}")
    String blank(
            Actor.Respondent participant,
            @PathVariable("followedId") FollowedId followed,
            @PathVariable("sheet") String key,
            Model model) {
        var blank = sheets.blank(participant, followed, key);
        return blank.writable()
                ? begin(blank, Fields.empty().with("id", WorksheetId.create()), model)
                : "redirect:" + PAGE;
    }

    @PostMapping(PAGE + "/nytt/{followedId}/{sheet}")
    String begin(
            Actor.Respondent participant,
            @PathVariable("followedId") FollowedId followed,
            @PathVariable("sheet") String key,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var id = fields.optionalId("id", WorksheetId::of).orElseThrow(NotFoundException::new);
        var answers = SheetForm.read(sheets.blank(participant, followed, key).worksheet(), fields);
        if (fields.ok()) {
            switch (sheets.begin(participant, id, followed, key, answers)) {
                case Result.Done<?> _ -> {
                    return saved(id, after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> notBegun(sheets.blank(participant, followed, key), fields);
            }
        }
        return begin(sheets.blank(participant, followed, key), fields, model);
    }

    private static void notBegun(OwnSheets.Blank now, Fields fields) {
        if (!now.view().writable()) {
            fields.fail("own-plan.closed-meanwhile");
        } else if (!now.writable()) {
            fields.fail("own-sheets.method-over");
        } else {
            fields.with("id", WorksheetId.create()).fail("own-sheets.saved-already");
        }
    }

    private static String begin(OwnSheets.Blank blank, Fields fields, Model model) {
        model.addAttribute("back", PAGE);
        model.addAttribute("shared", false);
        model.addAttribute(
                "to",
                PAGE + "/nytt/" + blank.followed().id() + "/"
                        + blank.worksheet().key());
        return form(blank.worksheet(), fields, model);
    }

    @GetMapping(PAGE + "/{worksheetId}/skriv")
    String write(Actor.Respondent participant, @PathVariable("worksheetId") WorksheetId id, Model model) {
        var view = sheets.see(participant);
        if (!view.writable()) {
            return "redirect:" + PAGE + "/" + id;
        }
        var sheet = view.sheet(id);
        var fields = Fields.empty().with("version", sheet.latest().number());
        SheetForm.written(sheet.worksheet(), sheet.latest().answers()).forEach(fields::with);
        return write(sheet, fields, model);
    }

    @PostMapping(PAGE + "/{worksheetId}/skriv")
    String write(
            Actor.Respondent participant,
            @PathVariable("worksheetId") WorksheetId id,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var sheet = sheets.see(participant).sheet(id);
        var answers = SheetForm.read(sheet.worksheet(), fields);
        if (fields.ok()) {
            switch (sheets.write(participant, id, fields.version(), answers)) {
                case Result.Done<?> _ -> {
                    return saved(id, after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    return writtenMeanwhile(sheets.see(participant), id, fields, model);
                }
            }
        }
        return write(sheet, fields, model);
    }

    private static String writtenMeanwhile(OwnSheets.View view, WorksheetId id, Fields fields, Model model) {
        var now = view.sheet(id);
        if (view.writable()) {
            now.version(fields.version())
                    .ifPresent(before -> SheetForm.takeOver(
                            now.worksheet(),
                            fields,
                            before.answers(),
                            now.latest().answers()));
            fields.conflict(
                    SheetForm.written(now.worksheet(), now.latest().answers()),
                    now.latest().number());
        } else {
            fields.fail("own-plan.closed-meanwhile");
        }
        return write(now, fields, model);
    }

    private static String write(Sheet sheet, Fields fields, Model model) {
        model.addAttribute("shared", sheet.isShared());
        model.addAttribute("back", PAGE + "/" + sheet.id());
        model.addAttribute("to", PAGE + "/" + sheet.id() + "/skriv");
        return form(sheet.worksheet(), fields, model);
    }

    private static String form(Worksheet worksheet, Fields fields, Model model) {
        model.addAttribute("worksheet", worksheet);
        model.addAttribute("fields", fields);
        return "pathway/mine/form";
    }

    private static String saved(WorksheetId id, RedirectAttributes after) {
        after.addFlashAttribute("notice", "own-sheets.saved");
        return "redirect:" + PAGE + "/" + id;
    }

    @PostMapping(PAGE + "/{worksheetId}/dela")
    String share(Actor.Respondent participant, @PathVariable("worksheetId") WorksheetId id, RedirectAttributes after) {
        var done = sheets.share(participant, id) instanceof Result.Done<?>;
        after.addFlashAttribute("notice", done ? "own-sheets.shared" : "own-sheets.not-shared");
        return "redirect:" + PAGE + "/" + id;
    }

    @PostMapping(PAGE + "/{worksheetId}/ta-tillbaka")
    String takeBack(
            Actor.Respondent participant, @PathVariable("worksheetId") WorksheetId id, RedirectAttributes after) {
        sheets.takeBack(participant, id);
        after.addFlashAttribute("notice", "own-sheets.taken-back");
        return "redirect:" + PAGE + "/" + id;
    }
}
