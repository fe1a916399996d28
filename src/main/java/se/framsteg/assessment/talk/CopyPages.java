package se.framsteg.assessment.talk;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import se.framsteg.access.Actor;
import se.framsteg.print.Printer;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** The person's own copy of the talk, on one page of paper: the picture, what it says, what was agreed, and what is next. */
@Controller
class CopyPages {
    private final Copies copies;
    private final Printer printer;

    CopyPages(Copies copies, Printer printer) {
        this.copies = copies;
        this.printer = printer;
    }

    @GetMapping("/cases/{caseId}/talk/{roundId}/paper")
    ResponseEntity<byte[]> print(
            Actor.Staff staff,
            @PathVariable CaseId caseId,
            @PathVariable RoundId roundId,
            Fields query,
            Locale locale,
            @ModelAttribute("page") Page page) {
        var with = query.optionalId("with", RoundId::of);
        var copy = copies.of(staff, caseId, roundId, with, locale.getLanguage());
        var model = Map.<String, Object>of(
                "page", page,
                "caseNumber", copy.caseNumber(),
                "shown", copy.shown(),
                "told", copy.told(),
                "agreed", copy.agreed(),
                "next", copy.next());
        return printer.print(page.t("copy.file") + "-" + copy.caseNumber(), "assessment/talk/copy", model)
                .answer();
    }
}
