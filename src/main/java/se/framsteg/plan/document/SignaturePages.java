package se.framsteg.plan.document;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import se.framsteg.plan.PlanId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** To sign a version: on the screen, on paper, or as the one who is signed in. */
@Controller
class SignaturePages {
    private static final String PERSON = "PERSON";
    private static final String OTHER = "OTHER";

    private final PlanDocuments documents;
    private final Signatures signatures;
    private final Cases cases;
    private final Contents contents;

    SignaturePages(PlanDocuments documents, Signatures signatures, Cases cases, Contents contents) {
        this.documents = documents;
        this.signatures = signatures;
        this.cases = cases;
        this.contents = contents;
    }

    @GetMapping("/cases/{caseId}/plan/{planId}/versions/{number}/signatures/new")
    String blank(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable int number,
            @ModelAttribute("page") Page page,
            Model model) {
        var version = documents.seeWhole(actor, caseId, planId, number);
        if (!version.may().sign()) {
            return "redirect:" + path(caseId, version);
        }
        var fields = Fields.empty().with("id", SignatureId.create()).with("on", contents.today());
        return form(actor, caseId, version, fields, page, model);
    }

    private String form(
            Actor.Staff actor, CaseId caseId, PlanDocuments.Version version, Fields fields, Page page, Model model) {
        var frame = cases.frameOfPart(actor, caseId);
        model.addAttribute("frame", frame);
        model.addAttribute("version", version);
        model.addAttribute("options", options(frame, version, page));
        model.addAttribute("fields", fields);
        return "plan/document/sign";
    }

    private static Map<String, String> options(CaseFrame frame, PlanDocuments.Version version, Page page) {
        var options = new LinkedHashMap<String, String>();
        options.put(PERSON, frame.called());
        var others = others(version);
        for (int i = 0; i < others.size(); i++) {
            options.put(String.valueOf(i), others.get(i).label(frame.called()));
        }
        options.put(OTHER, page.t("plan-document.sign.who.OTHER"));
        return options;
    }

    static List<Signer> others(PlanDocuments.Version version) {
        return version.content().participants().stream()
                .filter(one -> one.as() != PlanContent.As.PERSON)
                .map(Signer::of)
                .toList();
    }

    @PostMapping("/cases/{caseId}/plan/{planId}/versions/{number}/signatures/new")
    String sign(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable int number,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var version = documents.seeWhole(actor, caseId, planId, number);
        var id = fields.optionalId("id", SignatureId::of).orElseThrow(NotFoundException::new);
        var signature = read(fields, id, version);
        if (fields.ok()) {
            switch (signatures.sign(actor, caseId, planId, number, signature)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "plan-document.signed");
                    return "redirect:" + path(caseId, version);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail(meanwhile(actor, caseId, Action.SIGN_PLAN));
            }
        }
        return form(actor, caseId, version, fields, page, model);
    }

    private Signature read(Fields fields, SignatureId id, PlanDocuments.Version version) {
        var signer = signer(fields, version);
        var how = fields.optionalChoice("how", Signature.How.class)
                .filter(one -> one != Signature.How.SIGNED_IN)
                .orElse(null);
        var drawing = Optional.<Drawing>empty();
        LocalDate on = contents.today();
        if (how == null) {
            fields.fail("how", "plan-document.sign.how.required");
        } else if (how == Signature.How.DRAWN) {
            drawing = drawing(fields);
        } else {
            on = fields.date("on", "plan-document.sign.on");
        }
        return new Signature(
                id,
                how == null ? Signature.How.PAPER : how,
                signer.name(),
                signer.role(),
                drawing,
                signer.as() == PlanContent.As.PERSON,
                on);
    }

    private static Optional<Drawing> drawing(Fields fields) {
        var drawn = fields.value("drawing");
        var drawing = Drawing.of(drawn);
        if (drawing.isEmpty()) {
            fields.fail(
                    "drawing",
                    drawn.length() > Drawing.LONGEST
                            ? "plan-document.sign.drawing.too-long"
                            : "plan-document.sign.drawing.required");
        }
        return drawing;
    }

    /** Who signs; a stand-in if that is not told. */
    private static Signer signer(Fields fields, PlanDocuments.Version version) {
        var who = fields.value("who");
        if (who.equals(PERSON)) {
            return Signer.PERSON;
        }
        if (who.equals(OTHER)) {
            return new Signer(
                    PlanContent.As.OTHER,
                    fields.required("name", Signature.LONGEST, "plan-document.sign.name"),
                    fields.text("role", Signature.LONGEST),
                    Optional.empty());
        }
        var others = others(version);
        for (int i = 0; i < others.size(); i++) {
            if (who.equals(String.valueOf(i))) {
                return others.get(i);
            }
        }
        fields.fail("who", "plan-document.sign.who.required");
        return Signer.PERSON;
    }

    @PostMapping("/cases/{caseId}/plan/{planId}/versions/{number}/signatures/own")
    String confirm(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable int number,
            Fields fields,
            RedirectAttributes after) {
        var id = fields.optionalId("id", SignatureId::of).orElseGet(SignatureId::create);
        var notice =
                switch (signatures.confirm(actor, caseId, planId, number, id)) {
                    case Result.Done<?> _ -> "plan-document.signed.own";
                    case Result.Refused<?>(var reasons) -> reasons.getFirst().key();
                    case Result.Stale<?>() -> "plan-document.sign.no-longer";
                };
        after.addFlashAttribute("notice", notice);
        return "redirect:/cases/" + caseId + "/plan/" + planId + "/versions/" + number;
    }

    /** What has come between: as far as the case tells it. */
    private String meanwhile(Actor.Staff actor, CaseId caseId, Action action) {
        var frame = cases.frameOfPart(actor, caseId);
        if (frame.opens(action)) {
            return "plan-document.saved-already";
        }
        return frame.restricted() ? "plan-document.restricted-meanwhile" : "plan-document.no-longer";
    }

    static String path(CaseId caseId, PlanDocuments.Version version) {
        return "/cases/" + caseId + "/plan/" + version.plan() + "/versions/" + version.number();
    }
}
