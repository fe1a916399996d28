package se.framsteg.rights;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.Cases;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Download;
import se.framsteg.ui.Page;

/** Everything registered about the person, taken out by staff on request or by the person alone. */
@Controller
class ExtractPages {
    private final Extracts extracts;
    private final ExtractFiles files;
    private final Cases cases;
    private final Guard guard;

    ExtractPages(Extracts extracts, ExtractFiles files, Cases cases, Guard guard) {
        this.extracts = extracts;
        this.files = files;
        this.cases = cases;
        this.guard = guard;
    }

    @GetMapping("/cases/{id}/extract")
    @Transactional
    public String about(Actor.Staff staff, @PathVariable CaseId id, Model model) {
        if (!guard.admit(staff, Action.SEE_CASE, id).contains(Action.EXTRACT_REGISTER)) {
            throw new NotFoundException();
        }
        model.addAttribute("frame", cases.frame(staff, id));
        return "rights/extract";
    }

    @GetMapping("/cases/{id}/extract/paper")
    ResponseEntity<byte[]> paper(Actor.Staff staff, @PathVariable CaseId id, @ModelAttribute("page") Page page) {
        var language = printedIn(page);
        return files.paper(extracts.ofCase(staff, id, language), language).answer();
    }

    @GetMapping("/cases/{id}/extract.json")
    ResponseEntity<byte[]> structured(Actor.Staff staff, @PathVariable CaseId id, @ModelAttribute("page") Page page) {
        return download(extracts.ofCase(staff, id, printedIn(page)), page);
    }

    @GetMapping("/svara/min-sida/utdrag")
    String about(Actor.Respondent participant) {
        extracts.requireOwn(participant);
        return "rights/own-extract";
    }

    @GetMapping("/svara/min-sida/utdrag/paper")
    ResponseEntity<byte[]> paper(Actor.Respondent participant, @ModelAttribute("page") Page page) {
        var language = printedIn(page);
        return files.paper(extracts.own(participant, language), language).answer();
    }

    @GetMapping("/svara/min-sida/utdrag.json")
    ResponseEntity<byte[]> structured(Actor.Respondent participant, @ModelAttribute("page") Page page) {
        return download(extracts.own(participant, printedIn(page)), page);
    }

    /** The register is kept in Swedish, and its headings are written in English besides. */
    private static String printedIn(Page page) {
        return page.language().equals("en") ? "en" : "sv";
    }

    private ResponseEntity<byte[]> download(Extract extract, Page page) {
        return Download.of(
                MediaType.APPLICATION_JSON,
                page.t("extract.file") + "-" + extract.number() + ".json",
                files.structured(extract));
    }
}
