package se.framsteg.consent;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.consent.scan.Scan;
import se.framsteg.consent.text.ConsentTexts;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** The person has changed their mind: takes a yes back, or a part of it, or says it again for longer. */
@Controller
class ChangePages {
    private static final String PATH = "/cases/{caseId}/consents/{consentId}/{change:withdraw|narrow|renew}";

    private final Consents consents;
    private final Cases cases;
    private final ConsentTexts texts;
    private final Clock clock;
    private final Asking asking;
    private final TransactionTemplate transactions;

    ChangePages(
            Consents consents,
            Cases cases,
            ConsentTexts texts,
            Clock clock,
            Asking asking,
            TransactionTemplate transactions) {
        this.consents = consents;
        this.cases = cases;
        this.texts = texts;
        this.clock = clock;
        this.asking = asking;
        this.transactions = transactions;
    }

    enum Change {
        WITHDRAW,
        NARROW,
        RENEW;

        static Change of(String path) {
            return valueOf(path.toUpperCase(Locale.ROOT));
        }

        Action action() {
            return this == RENEW ? Action.RECORD_CONSENT : Action.WITHDRAW_CONSENT;
        }

        /** The key of the text that tells that it has been done. */
        String done() {
            return "ledger." + path() + ".done";
        }

        /** As it is called in addresses and in the keys of texts. */
        String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @GetMapping(PATH)
    @Transactional
    public String blank(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable ConsentId consentId,
            @PathVariable String change,
            Model model) {
        if (!cases.frame(actor, caseId).opens(Change.of(change).action())) {
            return "redirect:/cases/" + caseId + "/consents";
        }
        var today = LocalDate.now(clock);
        var fields = Fields.empty()
                .with("saidOn", today)
                .with("textVersion", texts.current())
                .with("language", cases.frame(actor, caseId).language())
                .with("validUntil", Change.of(change) == Change.RENEW ? today.plusYears(1) : "");
        return form(actor, caseId, consentId, Change.of(change), fields, model);
    }

    @PostMapping(PATH)
    String change(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable ConsentId consentId,
            @PathVariable String change,
            @RequestParam Optional<Scan> paper,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var what = Change.of(change);
        // For those who may, and outside of any transaction: it takes its time.
        if (cases.frame(actor, caseId).opens(what.action())) {
            paper.ifPresent(Scan::lookThrough);
        }
        return requireNonNull(transactions.execute(_ -> {
            asking.by(actor);
            return changed(actor, caseId, consentId, what, paper, fields, model, after);
        }));
    }

    private String changed(
            Actor.Staff actor,
            CaseId caseId,
            ConsentId consentId,
            Change what,
            Optional<Scan> paper,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var given = GivenForm.read(fields, paper, LocalDate.now(clock));
        switch (asked(actor, caseId, consentId, what, given, fields)) {
            case Result.Done<?> _ -> {
                after.addFlashAttribute("notice", what.done());
                return "redirect:/cases/" + caseId + "/consents";
            }
            case Result.Refused<?> refused -> refused.tell(fields);
            case Result.Stale<?>() -> fields.fail("ledger.changed-meanwhile");
        }
        GivenForm.askForPaperAgain(fields, given);
        return form(actor, caseId, consentId, what, fields, model);
    }

    private Result<ConsentId> asked(
            Actor.Staff actor, CaseId caseId, ConsentId id, Change change, Given given, Fields fields) {
        var number = fields.version();
        var kept = SheetForm.kinds(fields, "kinds");
        var until = change == Change.RENEW ? fields.date("validUntil", "ledger.valid-until") : LocalDate.EPOCH;
        if (!fields.ok()) {
            return new Result.Refused<>(consents.faults(given, change == Change.RENEW));
        }
        return switch (change) {
            case WITHDRAW -> consents.withdraw(actor, caseId, id, number, given);
            case NARROW -> consents.narrow(actor, caseId, id, number, kept, given);
            case RENEW -> consents.renew(actor, caseId, id, number, until, given);
        };
    }

    /** Also for a consent that is no yes any more: then it tells just that. */
    private String form(Actor.Staff actor, CaseId caseId, ConsentId id, Change change, Fields fields, Model model) {
        var view = consents.see(actor, caseId);
        var last = view.history().stream()
                .filter(line -> line.consent().id().equals(id))
                .reduce((_, later) -> later)
                .orElseThrow(NotFoundException::new);
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("line", last);
        model.addAttribute("possible", last.answer().answered() == Answer.Answered.YES);
        model.addAttribute("change", change.path());
        model.addAttribute("languages", texts.languages());
        model.addAttribute("fields", fields.with("version", last.answer().number()));
        return "consent/change";
    }
}
