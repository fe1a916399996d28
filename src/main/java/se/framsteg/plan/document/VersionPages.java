package se.framsteg.plan.document;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.plan.PlanId;
import se.framsteg.print.Printed;
import se.framsteg.print.Printer;
import se.framsteg.shared.CaseId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** The versions of a plan, one of them with what changed, and both a version and the plan as it stands on paper. */
@Controller
class VersionPages {
    private final PlanDocuments documents;
    private final Cases cases;
    private final Printer printer;

    VersionPages(PlanDocuments documents, Cases cases, Printer printer) {
        this.documents = documents;
        this.cases = cases;
        this.printer = printer;
    }

    @GetMapping("/cases/{caseId}/plan/{planId}/versions")
    String versions(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @ModelAttribute("page") Page page,
            Model model) {
        model.addAttribute("card", documents.versions(actor, caseId, planId));
        var frame = cases.frameOfPart(actor, caseId);
        model.addAttribute("frame", frame);
        model.addAttribute("words", new PlanWords(page, frame.called()));
        return "plan/document/versions";
    }

    @GetMapping("/cases/{caseId}/plan/{planId}/versions/{number}")
    String see(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable int number,
            @ModelAttribute("page") Page page,
            Model model) {
        model.addAttribute("version", documents.see(actor, caseId, planId, number));
        var frame = cases.frameOfPart(actor, caseId);
        model.addAttribute("frame", frame);
        model.addAttribute("words", new PlanWords(page, frame.called()));
        model.addAttribute("fields", Fields.empty().with("id", SignatureId.create()));
        return "plan/document/version";
    }

    @GetMapping("/cases/{caseId}/plan/{planId}/versions/{number}/paper.pdf")
    ResponseEntity<byte[]> paper(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable int number,
            @ModelAttribute("page") Page page) {
        return printed(documents.print(actor, caseId, planId, number), page).answer();
    }

    @GetMapping("/cases/{caseId}/plan/{planId}/draft.pdf")
    ResponseEntity<byte[]> draft(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @ModelAttribute("page") Page page) {
        return printed(documents.printDraft(actor, caseId, planId), page).answer();
    }

    private Printed printed(PlanDocuments.Printing printing, Page page) {
        var paper = new PlanPaper(page, printing);
        return printer.print(paper.file(), "plan/document/paper", Map.of("paper", paper));
    }
}
