package se.framsteg.consent;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.consent.scan.Scan;
import se.framsteg.consent.text.ConsentTexts;
import se.framsteg.shared.CaseId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** A new question, answered about several recipients at once. */
@Controller
class NewConsentPages {
    private final Consents consents;
    private final Cases cases;
    private final OtherOrganisations organisations;
    private final ConsentTexts texts;
    private final Clock clock;
    private final Asking asking;
    private final TransactionTemplate transactions;

    NewConsentPages(
            Consents consents,
            Cases cases,
            OtherOrganisations organisations,
            ConsentTexts texts,
            Clock clock,
            Asking asking,
            TransactionTemplate transactions) {
        this.consents = consents;
        this.cases = cases;
        this.organisations = organisations;
        this.texts = texts;
        this.clock = clock;
        this.asking = asking;
        this.transactions = transactions;
    }

    @GetMapping("/cases/{caseId}/consents/new")
    @Transactional
    public String blank(
            Actor.Staff actor, @PathVariable CaseId caseId, @ModelAttribute("page") Page page, Model model) {
        if (!mayRecord(actor, caseId)) {
            return "redirect:/cases/" + caseId + "/consents";
        }
        var today = LocalDate.now(clock);
        var fields = SheetForm.withRows(Fields.empty(), SheetForm.ROWS)
                .with("saidOn", today)
                .with("validUntil", today.plusYears(1))
                .with("textVersion", texts.current())
                .with("language", cases.frame(actor, caseId).language());
        return form(actor, caseId, fields, false, page, model);
    }

    @PostMapping("/cases/{caseId}/consents/new")
    String record(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @RequestParam Optional<Scan> paper,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        // For those who may, and outside of any transaction: it takes its time.
        if (mayRecord(actor, caseId) && !fields.checked("more")) {
            paper.ifPresent(Scan::lookThrough);
        }
        return requireNonNull(transactions.execute(_ -> {
            asking.by(actor);
            return recorded(actor, caseId, paper, fields, page, model, after);
        }));
    }

    private String recorded(
            Actor.Staff actor,
            CaseId caseId,
            Optional<Scan> paper,
            Fields fields,
            Page page,
            Model model,
            RedirectAttributes after) {
        var rows = SheetForm.rows(fields);
        if (fields.checked("more")) {
            SheetForm.withRows(fields, Math.min(rows + 1, SheetForm.MOST_ROWS));
            return form(actor, caseId, fields, paper.isPresent(), page, model);
        }
        var form = SheetForm.read(SheetForm.withRows(fields, rows), paper, LocalDate.now(clock));
        form.tell(consents.faults(actor, caseId, form.sheet()));
        if (fields.ok()) {
            switch (consents.record(actor, caseId, form.sheet())) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "ledger.recorded");
                    return "redirect:/cases/" + caseId + "/consents";
                }
                case Result.Refused<?>(var reasons) -> form.tell(reasons);
                case Result.Stale<?>() -> fields.fail(meanwhile(cases.frame(actor, caseId)));
            }
        }
        SheetForm.tellInOrder(fields);
        GivenForm.askForPaperAgain(fields, form.sheet().given());
        return form(actor, caseId, fields, false, page, model);
    }

    /** What has come between: as far as the case tells it. */
    private static String meanwhile(CaseFrame frame) {
        if (frame.opens(Action.RECORD_CONSENT)) {
            return "ledger.saved-already";
        }
        return frame.restricted() ? "ledger.restricted-meanwhile" : "case.ended-meanwhile";
    }

    /** Nothing new is said while the case only is looked at, is restricted, or has ended. */
    private boolean mayRecord(Actor.Staff actor, CaseId caseId) {
        return cases.frame(actor, caseId).opens(Action.RECORD_CONSENT);
    }

    private String form(Actor.Staff actor, CaseId caseId, Fields fields, boolean paperAgain, Page page, Model model) {
        model.addAttribute("standing", consents.see(actor, caseId).about(ConsentView.State.HOLDS));
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("recipients", SheetForm.recipients(page, organisations.recipients(caseId)));
        model.addAttribute("rows", SheetForm.rows(fields));
        model.addAttribute("languages", texts.languages());
        model.addAttribute("paperAgain", paperAgain);
        model.addAttribute("fields", fields);
        return "consent/new";
    }
}
