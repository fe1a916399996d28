package se.framsteg.assessment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.print.Printed;
import se.framsteg.print.Printer;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Texts;

/** The participant's questions on paper: printed, and typed in afterwards, all on one page. */
@Controller
class PaperPages {
    private final PaperSheets papers;
    private final BlankPapers blanks;
    private final Rounds rounds;
    private final Cases cases;
    private final Printer printer;
    private final MessageSource messages;

    PaperPages(
            PaperSheets papers,
            BlankPapers blanks,
            Rounds rounds,
            Cases cases,
            Printer printer,
            MessageSource messages) {
        this.papers = papers;
        this.blanks = blanks;
        this.rounds = rounds;
        this.cases = cases;
        this.printer = printer;
        this.messages = messages;
    }

    /** @param language one of the instrument's; the participant's own if none, or if the instrument lacks it */
    @GetMapping("/cases/{caseId}/rounds/{roundId}/paper")
    ResponseEntity<byte[]> print(
            Actor.Staff staff,
            @PathVariable CaseId caseId,
            @PathVariable RoundId roundId,
            @RequestParam Optional<String> language) {
        var blank = blanks.of(staff, caseId, roundId);
        var own = blank.frame().language();
        var texts = new Texts(messages, Locale.of(offered(blank.sheet(), language.orElse(own), own)));
        return printed(texts, blank).answer();
    }

    private Printed printed(Texts texts, BlankPapers.Blank blank) {
        var caseNumber = blank.frame().number();
        var name = texts.of("form.file") + "-" + caseNumber;
        return printer.print(
                name,
                "assessment/paper-form",
                Map.of("texts", texts, "caseNumber", caseNumber, "round", blank.round(), "sheet", blank.sheet()));
    }

    private static String offered(Sheet sheet, String wanted, String second) {
        var languages = sheet.instrument().languages();
        if (languages.contains(wanted)) {
            return wanted;
        }
        return languages.contains(second) ? second : "sv";
    }

    @GetMapping("/cases/{caseId}/rounds/{roundId}/from-paper")
    @Transactional
    public String form(
            Actor.Staff staff,
            @PathVariable CaseId caseId,
            @PathVariable RoundId roundId,
            @RequestParam(defaultValue = "false") boolean withoutOwn,
            Model model) {
        var round = rounds.require(staff, caseId, roundId);
        if (round.participantSent()) {
            cases.frame(staff, caseId);
            return RoundPages.progression(caseId);
        }
        var sheet = papers.toFill(staff, roundId);
        var language = cases.frame(staff, caseId).language();
        var fields =
                Fields.empty().with("language", offered(sheet, language, "sv")).with("withoutOwn", withoutOwn);
        var stopped = !round.caseworkerSent() && !withoutOwn;
        return page(staff, round, sheet, stopped ? "paper-stop" : "paper-enter", fields, model);
    }

    @PostMapping("/cases/{caseId}/rounds/{roundId}/from-paper")
    @Transactional
    public String enter(
            Actor.Staff staff,
            @PathVariable CaseId caseId,
            @PathVariable RoundId roundId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var round = rounds.require(staff, caseId, roundId);
        if (round.participantSent()) {
            cases.frame(staff, caseId);
            after.addFlashAttribute("notice", "paper.sent-already");
            return RoundPages.progression(caseId);
        }
        var sheet = papers.toFill(staff, roundId);
        var filled = read(sheet, fields);
        papers.faults(round, filled).forEach(fault -> fault.tell(fields));
        if (fields.ok() && save(staff, roundId, filled, fields)) {
            after.addFlashAttribute("notice", "paper.saved");
            return RoundPages.progression(caseId);
        }
        return page(staff, round, sheet, "paper-enter", fields, model);
    }

    private boolean save(Actor.Staff staff, RoundId roundId, PaperSheets.Filled filled, Fields fields) {
        return switch (papers.enter(staff, roundId, filled)) {
            case PaperSheets.Result.Saved() -> true;
            case PaperSheets.Result.Refused(var reasons) -> {
                reasons.forEach(reason -> reason.tell(fields));
                yield false;
            }
        };
    }

    private static PaperSheets.Filled read(Sheet sheet, Fields fields) {
        var answers = CaseworkerPages.answers(sheet, fields);
        var nothing = answers.stream().noneMatch(Objects::nonNull);
        if (!nothing && !fields.checked("anyway")) {
            tellMissing(answers, fields);
        }
        return new PaperSheets.Filled(
                answers,
                fields.date("filledInOn", "paper.day"),
                offered(sheet, fields.value("language"), "sv"),
                fields.checked("withoutOwn"));
    }

    private static void tellMissing(List<@Nullable Integer> answers, Fields fields) {
        for (int position = 0; position < answers.size(); position++) {
            if (answers.get(position) == null) {
                fields.fail(CaseworkerPages.field(position), "paper.missing", position + 1);
            }
        }
    }

    private String page(Actor.Staff staff, Round round, Sheet sheet, String template, Fields fields, Model model) {
        model.addAttribute("frame", cases.frame(staff, round.caseId()));
        model.addAttribute("round", round);
        model.addAttribute("sheet", sheet);
        model.addAttribute("fields", fields);
        return "assessment/" + template;
    }
}
