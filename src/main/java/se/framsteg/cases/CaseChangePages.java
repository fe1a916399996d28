package se.framsteg.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** One page for each way in which a case changes state. */
@Controller
class CaseChangePages {
    private static final String PATH = "/cases/{id}/{change:start|pause|resume|end|reopen}";

    private final Cases cases;
    private final Clock clock;

    CaseChangePages(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String form(Actor.Staff actor, @PathVariable CaseId id, @PathVariable String change, Model model) {
        var view = cases.see(actor, id);
        var wanted = change(change);
        if (!view.permitted().contains(wanted)) {
            return "redirect:/cases/" + id;
        }
        var fields = Fields.empty().with("version", view.version()).with("on", LocalDate.now(clock));
        return page(view, wanted, Forms.fill(fields, view.before()), model);
    }

    @PostMapping(PATH)
    String save(
            Actor.Staff actor,
            @PathVariable CaseId id,
            @PathVariable String change,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var wanted = change(change);
        var step = read(wanted, fields);
        if (fields.ok()) {
            switch (cases.change(actor, id, fields.version(), step)) {
                case Result.Done<?> _ -> {
                    var done = "case-change.done." + wanted;
                    after.addFlashAttribute("notice", done);
                    return "redirect:/cases/" + id;
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    return changedMeanwhile(cases.see(actor, id), wanted, fields, model);
                }
            }
        }
        return page(cases.see(actor, id), wanted, fields, model);
    }

    private static CaseChange change(String path) {
        return CaseChange.ofPath(path).orElseThrow(NotFoundException::new);
    }

    private static CaseStep read(CaseChange change, Fields fields) {
        return new CaseStep(
                change,
                fields.date("on", "case-change.on"),
                fields.text("reason", 1000),
                change == CaseChange.START || change == CaseChange.END ? Forms.livelihood(fields) : Livelihood.UNKNOWN,
                change == CaseChange.END ? Optional.of(ending(fields)) : Optional.empty());
    }

    private static CaseStep.Ending ending(Fields fields) {
        return new CaseStep.Ending(
                fields.choice("endReason", EndReason.class, "case.end-reason"),
                fields.choice("outcome", Outcome.class, "case.outcome"));
    }

    private static String changedMeanwhile(CaseView now, CaseChange wanted, Fields fields, Model model) {
        if (now.permitted().contains(wanted)) {
            fields.conflict(Map.of(), now.version());
        } else {
            fields.fail("case-change.not-now");
        }
        return page(now, wanted, fields, model);
    }

    private static String page(CaseView view, CaseChange change, Fields fields, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("change", change);
        model.addAttribute("fields", fields);
        return "cases/change";
    }
}
