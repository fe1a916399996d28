package se.framsteg.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** The caseworker's questions, all on one page; saved as a draft or sent in. A script saves the draft while it is made. */
@Controller
class CaseworkerPages {
    private final CaseworkerSheets sheets;
    private final Rounds rounds;
    private final Cases cases;

    CaseworkerPages(CaseworkerSheets sheets, Rounds rounds, Cases cases) {
        this.sheets = sheets;
        this.rounds = rounds;
        this.cases = cases;
    }

    @GetMapping("/cases/{caseId}/rounds/{roundId}/caseworker")
    @Transactional
    public String form(Actor.Staff staff, @PathVariable CaseId caseId, @PathVariable RoundId roundId, Model model) {
        cases.frame(staff, caseId);
        if (rounds.require(staff, caseId, roundId).caseworkerSent()) {
            return RoundPages.progression(caseId);
        }
        var sheet = sheets.sheet(staff, roundId);
        return page(staff, caseId, sheet, filled(sheet), model);
    }

    @PostMapping("/cases/{caseId}/rounds/{roundId}/caseworker")
    @Transactional
    public String save(
            Actor.Staff staff,
            @PathVariable CaseId caseId,
            @PathVariable RoundId roundId,
            Fields fields,
            Locale locale,
            Model model,
            RedirectAttributes after) {
        cases.frame(staff, caseId);
        if (rounds.require(staff, caseId, roundId).caseworkerSent()) {
            after.addFlashAttribute("notice", "rounds.sent-already");
            return RoundPages.progression(caseId);
        }
        var sheet = sheets.sheet(staff, roundId);
        var answers = answers(sheet, fields);
        var send = fields.has("action", "send");
        var missing = send && !fields.checked("anyway") && answers.contains(null);
        if (!fields.ok()) {
            return page(staff, caseId, sheet, fields, model);
        }
        var language = locale.getLanguage();
        var result = send && !missing
                ? sheets.submit(staff, roundId, answers, fields.version(), language)
                : sheets.save(staff, roundId, answers, fields.version(), language);
        return switch (result) {
            case CaseworkerSheets.Result.Conflict(var saved) -> {
                fields.conflict(values(saved), saved.version());
                yield page(staff, caseId, saved, fields, model);
            }
            case CaseworkerSheets.Result.Saved(var saved)
            when missing -> {
                tellMissing(saved, fields);
                yield page(staff, caseId, saved, fields.with("version", saved.version()), model);
            }
            case CaseworkerSheets.Result.Saved _ -> {
                after.addFlashAttribute("notice", send ? "rounds.sent" : "rounds.saved");
                yield RoundPages.progression(caseId);
            }
        };
    }

    /** For the script: saves and answers with a line to show, and the new version as the entity tag. */
    @PostMapping("/cases/{caseId}/rounds/{roundId}/caseworker/autosave")
    ResponseEntity<String> autosave(
            Actor.Staff staff,
            @PathVariable CaseId caseId,
            @PathVariable RoundId roundId,
            Fields fields,
            Locale locale,
            @ModelAttribute(name = "page", binding = false) Page page) {
        rounds.require(staff, caseId, roundId);
        var answers = answers(sheets.blank(staff, roundId), fields);
        if (!fields.ok()) {
            return told(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    fields.problems().getFirst().text(page));
        }
        var saved = sheets.keep(staff, roundId, answers, fields.version(), locale.getLanguage());
        return saved.isEmpty()
                ? told(HttpStatus.CONFLICT, page.t("sheet.saved-elsewhere"))
                : ResponseEntity.ok()
                        .eTag(Integer.toString(saved.getAsInt()))
                        .contentType(MediaType.TEXT_PLAIN)
                        .body(page.t("sheet.saved"));
    }

    private static ResponseEntity<String> told(HttpStatus status, String text) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(text);
    }

    /** What was chosen, question by question; a forged choice is a problem with its field. */
    static List<@Nullable Integer> answers(Sheet sheet, Fields fields) {
        var answers = new ArrayList<@Nullable Integer>();
        for (int position = 0; position < sheet.questions(); position++) {
            var field = field(position);
            if (fields.value(field).isEmpty()) {
                answers.add(null);
            } else {
                answers.add(fields.number(field, 0, sheet.instrument().highest()));
            }
        }
        return answers;
    }

    private static void tellMissing(Sheet sheet, Fields fields) {
        sheet.unanswered().forEach(position -> fields.fail(field(position), "sheet.missing"));
    }

    static String field(int position) {
        return "answer-" + (position + 1);
    }

    private static Fields filled(Sheet sheet) {
        var fields = Fields.empty();
        values(sheet).forEach(fields::with);
        return fields.with("version", sheet.version());
    }

    private static Map<String, String> values(Sheet sheet) {
        var values = new LinkedHashMap<String, String>();
        for (int position = 0; position < sheet.questions(); position++) {
            var answer = Optional.ofNullable(sheet.answers().get(position));
            values.put(field(position), answer.map(String::valueOf).orElse(""));
        }
        return values;
    }

    private String page(Actor.Staff staff, CaseId caseId, Sheet sheet, Fields fields, Model model) {
        model.addAttribute("frame", cases.frame(staff, caseId));
        model.addAttribute("sheet", sheet);
        model.addAttribute("begunByAnother", sheets.begunByAnother(staff, sheet.round()));
        model.addAttribute("fields", fields);
        return "assessment/caseworker";
    }
}
