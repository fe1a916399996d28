package se.framsteg.plan.document;

import java.util.LinkedHashMap;
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
import se.framsteg.cases.Cases;
import se.framsteg.cases.Options;
import se.framsteg.cases.Result;
import se.framsteg.plan.Parties;
import se.framsteg.plan.Party;
import se.framsteg.plan.PlanId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** To write down who has been given a version. */
@Controller
class PlanCopyPages {
    private static final String PERSON = "PERSON";
    private static final String ORGANISATION = "ORGANISATION";
    private static final String OTHER = "OTHER";

    private final PlanDocuments documents;
    private final PlanCopies copies;
    private final Cases cases;
    private final Contents contents;

    PlanCopyPages(PlanDocuments documents, PlanCopies copies, Cases cases, Contents contents) {
        this.documents = documents;
        this.copies = copies;
        this.cases = cases;
        this.contents = contents;
    }

    @GetMapping("/cases/{caseId}/plan/{planId}/versions/{number}/copies/new")
    String blank(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable int number,
            @ModelAttribute("page") Page page,
            Model model) {
        var version = documents.seeWhole(actor, caseId, planId, number);
        if (!version.may().handOut()) {
            return "redirect:" + SignaturePages.path(caseId, version);
        }
        var fields = Fields.empty().with("id", CopyId.create()).with("on", contents.today());
        return form(actor, caseId, version, fields, page, model);
    }

    private String form(
            Actor.Staff actor, CaseId caseId, PlanDocuments.Version version, Fields fields, Page page, Model model) {
        var frame = cases.frameOfPart(actor, caseId);
        model.addAttribute("frame", frame);
        model.addAttribute("version", version);
        model.addAttribute("recipients", recipients(frame.called(), version, page));
        var parties = copies.parties(actor, caseId);
        model.addAttribute("parties", parties);
        model.addAttribute("organisations", Options.of(Parties.names(parties, true)));
        model.addAttribute("fields", fields);
        return "plan/document/hand-out";
    }

    private static Map<String, String> recipients(String called, PlanDocuments.Version version, Page page) {
        var options = new LinkedHashMap<String, String>();
        options.put(PERSON, called);
        var others = SignaturePages.others(version);
        for (int i = 0; i < others.size(); i++) {
            options.put(String.valueOf(i), others.get(i).label(called));
        }
        options.put(ORGANISATION, page.t("plan-document.copy.to.ORGANISATION"));
        options.put(OTHER, page.t("plan-document.copy.to.OTHER"));
        return options;
    }

    @PostMapping("/cases/{caseId}/plan/{planId}/versions/{number}/copies/new")
    String handOut(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable int number,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var version = documents.seeWhole(actor, caseId, planId, number);
        var id = fields.optionalId("id", CopyId::of).orElseThrow(NotFoundException::new);
        var to = recipient(actor, caseId, fields, version);
        var how = fields.choice("how", Copy.How.class, "plan-document.copy.how");
        if (how == Copy.How.READS_HERE && to.organisation().isEmpty()) {
            fields.fail("how", "plan-document.copy.how.reads-here");
        }
        var on = fields.date("on", "plan-document.copy.on");
        if (fields.ok()) {
            var copy = new Copy(id, to.label(""), how, on);
            switch (copies.handOut(actor, caseId, planId, number, copy, to.organisation())) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "plan-document.copied");
                    return "redirect:" + SignaturePages.path(caseId, version);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail(meanwhile(actor, caseId, fields));
            }
        }
        return form(actor, caseId, version, fields, page, model);
    }

    /** Who is given it; a stand-in if that is not told. */
    private Signer recipient(Actor.Staff actor, CaseId caseId, Fields fields, PlanDocuments.Version version) {
        var to = fields.value("to");
        if (to.equals(PERSON)) {
            return Signer.PERSON;
        }
        if (to.equals(ORGANISATION)) {
            return organisation(actor, caseId, fields);
        }
        if (to.equals(OTHER)) {
            var name = fields.required("name", Copy.LONGEST, "plan-document.copy.name");
            return new Signer(PlanContent.As.OTHER, name, "", Optional.empty());
        }
        var others = SignaturePages.others(version);
        for (int i = 0; i < others.size(); i++) {
            if (to.equals(String.valueOf(i))) {
                return others.get(i).asRecipient();
            }
        }
        fields.fail("to", "plan-document.copy.to.required");
        return Signer.PERSON;
    }

    private Signer organisation(Actor.Staff actor, CaseId caseId, Fields fields) {
        var id = fields.optionalId("organisation", OrganisationId::of);
        var name = id.flatMap(one -> copies.parties(actor, caseId).stream()
                .filter(party -> party.id().equals(one))
                .map(Party::name)
                .findFirst());
        if (name.isEmpty()) {
            fields.fail("organisation", "plan-document.copy.organisation.required");
        }
        return new Signer(PlanContent.As.ORGANISATION, name.orElse("?"), "", id).asRecipient();
    }

    private String meanwhile(Actor.Staff actor, CaseId caseId, Fields fields) {
        var frame = cases.frameOfPart(actor, caseId);
        if (frame.opens(Action.HAND_OUT_PLAN)) {
            fields.with("id", CopyId.create());
            return "plan-document.saved-already";
        }
        return frame.restricted() ? "plan-document.restricted-meanwhile" : "plan-document.no-longer";
    }
}
