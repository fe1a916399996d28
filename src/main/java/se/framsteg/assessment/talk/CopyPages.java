package se.framsteg.assessment.talk;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.framsteg.access.Actor;
import se.framsteg.print.Printed;
import se.framsteg.print.Printer;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Language;
import se.framsteg.ui.Page;

/** The person's own copy of the talk, on one page of paper: the picture, what it says, what was agreed, and what is next. */
@Controller
class CopyPages {
    /** How wide the picture may be, in millimetres, and by how much it gives way at a time. */
    private static final int WIDEST = 140;

    private static final int NARROWEST = 90;
    private static final int NARROWER = 25;

    private final Copies copies;
    private final Printer printer;

    CopyPages(Copies copies, Printer printer) {
        this.copies = copies;
        this.printer = printer;
    }

    /** @param language one of those that participants read; that of the page if none, or if we don't write in it */
    @GetMapping("/cases/{caseId}/talk/{roundId}/paper")
    ResponseEntity<byte[]> print(
            Actor.Staff staff,
            @PathVariable CaseId caseId,
            @PathVariable RoundId roundId,
            @RequestParam Optional<String> language,
            Fields query,
            @ModelAttribute("page") Page page) {
        var with = query.optionalId("with", RoundId::of);
        var spoken = language.flatMap(Language::of).orElse(page.spoken());
        var copy = copies.of(staff, caseId, roundId, with, spoken.code());
        return onOnePage(page.shownIn(spoken.code()), copy).answer();
    }

    /** The picture gives way to many words; with very many the copy takes a second page, and nothing is left out. */
    private Printed onOnePage(Page page, Copies.Copy copy) {
        var printed = printed(page, copy, WIDEST);
        for (int width = WIDEST - NARROWER; printed.pages() > 1 && width >= NARROWEST; width -= NARROWER) {
            printed = printed(page, copy, width);
        }
        return printed;
    }

    private Printed printed(Page page, Copies.Copy copy, int width) {
        var model = Map.<String, Object>of(
                "page", page,
                "caseNumber", copy.caseNumber(),
                "shown", copy.shown(),
                "told", copy.told(),
                "agreed", copy.agreed(),
                "next", copy.next(),
                "width", width);
        return printer.print(page.t("copy.file") + "-" + copy.caseNumber(), "assessment/talk/copy", model);
    }
}
