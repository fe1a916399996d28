package se.framsteg.pathway.sheet;

import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.pathway.method.Pathway;
import se.framsteg.pathway.method.Worksheet;
import se.framsteg.pathway.steps.FollowedId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.PathwayId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** The worksheets that a person shares: to read, to write on together, to print. */
@Controller
class SheetPages {
    private final Sheets sheets;
    private final Cases cases;
    private final SheetPapers papers;

    SheetPages(Sheets sheets, Cases cases, SheetPapers papers) {
        this.sheets = sheets;
        this.cases = cases;
        this.papers = papers;
    }

    @GetMapping("/cases/{caseId}/worksheets")
    String all(Actor.Staff actor, @PathVariable CaseId caseId, Model model) {
        model.addAttribute("view", sheets.all(actor, caseId));
        model.addAttribute("frame", cases.frameOfPart(actor, caseId));
        return "pathway/sheet/all";
    }

    @GetMapping("/cases/{caseId}/worksheets/{worksheetId}")
    String see(
            Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable("worksheetId") WorksheetId id, Model model) {
        var view = sheets.see(actor, caseId, id);
        return version(actor, caseId, view, view.sheets().getFirst().latest(), model);
    }

    @GetMapping("/cases/{caseId}/worksheets/{worksheetId}/versions/{number}")
    String see(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable("worksheetId") WorksheetId id,
            @PathVariable int number,
            Model model) {
        var view = sheets.see(actor, caseId, id);
        var version = view.sheets().getFirst().version(number).orElseThrow(NotFoundException::new);
        return version(actor, caseId, view, version, model);
    }

    private String version(Actor.Staff actor, CaseId caseId, Sheets.View view, Sheet.Version version, Model model) {
        model.addAttribute("sheet", view.sheets().getFirst());
        model.addAttribute("version", version);
        model.addAttribute("names", view.names());
        model.addAttribute("frame", cases.frameOfPart(actor, caseId));
        return "pathway/sheet/sheet";
    }

    @GetMapping("/cases/{caseId}/worksheets/{worksheetId}/paper.pdf")
    ResponseEntity<byte[]> paper(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable("worksheetId") WorksheetId id,
            @ModelAttribute("page") Page page) {
        var sheet = sheets.print(actor, caseId, id).sheets().getFirst();
        return papers.print(sheet, page).answer();
    }

    @GetMapping("/cases/{caseId}/pathways/{followedId}/worksheets/{sheet}/paper.pdf")
    ResponseEntity<byte[]> blankPaper(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable("followedId") FollowedId followed,
            @PathVariable("sheet") String key,
            @ModelAttribute("page") Page page) {
        var blank = sheets.blank(actor, caseId, followed, key);
        return papers.blank(blank.followed().pathway(), blank.worksheet(), page).answer();
    }

    @GetMapping("/cases/{caseId}/pathways/{followedId}/worksheets/{sheet}")
    String blank(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable("followedId") FollowedId followed,
            @PathVariable("sheet") String key,
            Model model) {
        var blank = sheets.blank(actor, caseId, followed, key);
        var frame = cases.frame(actor, caseId);
        return blank.open() && frame.opens(Action.WRITE_WORKSHEET)
                ? begin(blank, frame, Fields.empty().with("id", WorksheetId.create()), model)
                : "redirect:/cases/" + caseId + "/pathways";
    }

    @PostMapping("/cases/{caseId}/pathways/{followedId}/worksheets/{sheet}")
    String begin(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable("followedId") FollowedId followed,
            @PathVariable("sheet") String key,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var blank = sheets.blank(actor, caseId, followed, key);
        var id = fields.optionalId("id", WorksheetId::of).orElseThrow(NotFoundException::new);
        var answers = SheetForm.read(blank.worksheet(), fields);
        if (fields.ok()) {
            switch (sheets.begin(actor, caseId, id, followed, key, answers)) {
                case Result.Done<?> _ -> {
                    return saved(caseId, id, after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() ->
                    notBegun(sheets.blank(actor, caseId, followed, key), cases.frame(actor, caseId), fields);
            }
        }
        return begin(blank, cases.frame(actor, caseId), fields, model);
    }

    private static void notBegun(Sheets.Blank now, CaseFrame frame, Fields fields) {
        if (!frame.opens(Action.WRITE_WORKSHEET)) {
            fields.fail(standsStill(frame));
        } else if (!now.open()) {
            fields.fail("worksheet.method-over");
        } else {
            fields.with("id", WorksheetId.create()).fail("worksheet.saved-already");
        }
    }

    private static String begin(Sheets.Blank blank, CaseFrame frame, Fields fields, Model model) {
        var own = "/cases/" + frame.id() + "/pathways/" + blank.followed().id();
        model.addAttribute("to", own + "/worksheets/" + blank.worksheet().key());
        return form(blank.followed().pathway(), blank.worksheet(), frame, own, fields, model);
    }

    @GetMapping("/cases/{caseId}/worksheets/{worksheetId}/write")
    String write(
            Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable("worksheetId") WorksheetId id, Model model) {
        var sheet = sheets.see(actor, caseId, id).sheets().getFirst();
        var frame = whole(actor, caseId);
        if (!frame.opens(Action.WRITE_WORKSHEET)) {
            return "redirect:/cases/" + caseId + "/worksheets/" + id;
        }
        var fields = Fields.empty().with("version", sheet.latest().number());
        SheetForm.written(sheet.worksheet(), sheet.latest().answers()).forEach(fields::with);
        return write(sheet, frame, fields, model);
    }

    @PostMapping("/cases/{caseId}/worksheets/{worksheetId}/write")
    String write(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable("worksheetId") WorksheetId id,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        try {
            return written(actor, caseId, id, fields, model, after);
        } catch (NotFoundException gone) {
            return takenBack(actor, caseId, fields, model).orElseThrow(() -> gone);
        }
    }

    private String written(
            Actor.Staff actor, CaseId caseId, WorksheetId id, Fields fields, Model model, RedirectAttributes after) {
        var sheet = sheets.see(actor, caseId, id).sheets().getFirst();
        var frame = whole(actor, caseId);
        var answers = SheetForm.read(sheet.worksheet(), fields);
        if (fields.ok()) {
            switch (sheets.write(actor, caseId, id, fields.version(), answers)) {
                case Result.Done<?> _ -> {
                    return saved(caseId, id, after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    return writtenMeanwhile(actor, caseId, id, fields, model);
                }
            }
        }
        return write(sheet, frame, fields, model);
    }

    private String writtenMeanwhile(Actor.Staff actor, CaseId caseId, WorksheetId id, Fields fields, Model model) {
        var now = sheets.see(actor, caseId, id).sheets().getFirst();
        var frame = whole(actor, caseId);
        if (frame.opens(Action.WRITE_WORKSHEET)) {
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
            fields.fail(standsStill(frame));
        }
        return write(now, frame, fields, model);
    }

    /** What was written is given back to copy, to whoever writes in the case: the person has taken the worksheet back meanwhile. */
    private Optional<String> takenBack(Actor.Staff actor, CaseId caseId, Fields fields, Model model) {
        return fields.optionalId("pathway", PathwayId::of)
                .flatMap(pathway -> sheets.asked(actor, caseId, pathway, fields.value("sheet")))
                .filter(_ -> whole(actor, caseId).opens(Action.WRITE_WORKSHEET))
                .map(worksheet -> {
                    model.addAttribute("frame", whole(actor, caseId));
                    model.addAttribute("worksheet", worksheet);
                    model.addAttribute("answers", SheetForm.read(worksheet, fields));
                    return "pathway/sheet/taken-back";
                });
    }

    /** Who does not have the case writes nothing in it, also where a consent lets them read. */
    private CaseFrame whole(Actor.Staff actor, CaseId caseId) {
        return cases.frame(actor, caseId);
    }

    private static String write(Sheet sheet, CaseFrame frame, Fields fields, Model model) {
        var own = "/cases/" + frame.id() + "/worksheets/" + sheet.id();
        model.addAttribute("to", own + "/write");
        model.addAttribute("pathwayId", sheet.pathwayId().toString());
        return form(sheet.pathway(), sheet.worksheet(), frame, own, fields, model);
    }

    private static String form(
            Pathway pathway, Worksheet worksheet, CaseFrame frame, String back, Fields fields, Model model) {
        model.addAttribute("pathway", pathway);
        model.addAttribute("worksheet", worksheet);
        model.addAttribute("frame", frame);
        model.addAttribute("back", back);
        model.addAttribute("fields", fields);
        return "pathway/sheet/form";
    }

    @PostMapping("/cases/{caseId}/worksheets/{worksheetId}/take-back")
    String takeBack(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable("worksheetId") WorksheetId id,
            RedirectAttributes after) {
        sheets.takeBack(actor, caseId, id);
        after.addFlashAttribute("notice", "worksheet.taken-back");
        return "redirect:/cases/" + caseId + "/pathways";
    }

    private static String saved(CaseId caseId, WorksheetId id, RedirectAttributes after) {
        after.addFlashAttribute("notice", "worksheet.saved");
        return "redirect:/cases/" + caseId + "/worksheets/" + id;
    }

    private static String standsStill(CaseFrame frame) {
        return frame.restricted() ? "stages.restricted-meanwhile" : "case.ended-meanwhile";
    }
}
