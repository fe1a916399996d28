package se.framsteg.assessment;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.cases.Cases;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.ui.Fields;

/** A round's own page with its history, and one page for each thing that can be done with it. */
@Controller
class RoundChangePages {
    private static final String PATH = "/cases/{caseId}/rounds/{roundId}/{change:move|skip|take-up|reopen}";

    private final RoundReading reading;
    private final RoundChanges changes;
    private final InstrumentLibrary library;
    private final Cases cases;

    RoundChangePages(RoundReading reading, RoundChanges changes, InstrumentLibrary library, Cases cases) {
        this.reading = reading;
        this.changes = changes;
        this.library = library;
        this.cases = cases;
    }

    @GetMapping("/cases/{caseId}/rounds/{roundId}")
    @Transactional
    public String show(Actor.Staff staff, @PathVariable CaseId caseId, @PathVariable RoundId roundId, Model model) {
        var view = reading.see(staff, caseId, roundId);
        model.addAttribute("view", view);
        model.addAttribute(
                "languages", library.get(view.told().round().instrument()).languages());
        model.addAttribute("frame", cases.frameOfPart(staff, caseId));
        return "assessment/round";
    }

    @GetMapping(PATH)
    @Transactional
    public String form(
            Actor.Staff staff,
            @PathVariable CaseId caseId,
            @PathVariable RoundId roundId,
            @PathVariable String change,
            Model model) {
        var wanted = change(change);
        var view = reading.see(staff, caseId, roundId);
        if (!view.allowed().contains(Action.CHANGE_ROUND)) {
            throw new NotFoundException();
        }
        if (!view.changes().contains(wanted)) {
            return page(caseId, roundId);
        }
        var round = view.told().round();
        var fields = Fields.empty().with("version", round.version()).with("due", round.dueOn());
        return page(staff, view, wanted, fields, model);
    }

    @PostMapping(PATH)
    @Transactional
    public String save(
            Actor.Staff staff,
            @PathVariable CaseId caseId,
            @PathVariable RoundId roundId,
            @PathVariable String change,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var wanted = change(change);
        var view = reading.see(staff, caseId, roundId);
        var asked = read(wanted, fields);
        if (view.changes().contains(wanted)) {
            changes.faults(view.told().round(), asked).forEach(fault -> fault.tell(fields));
        }
        if (fields.ok()) {
            switch (changes.change(staff, roundId, fields.version(), asked)) {
                case RoundChanges.Result.Done() -> {
                    var done = "round-change.done." + wanted;
                    after.addFlashAttribute("notice", done);
                    return page(caseId, roundId);
                }
                case RoundChanges.Result.Refused(var reasons) -> reasons.forEach(reason -> reason.tell(fields));
                case RoundChanges.Result.Stale(var now) -> changedMeanwhile(view, now, wanted, fields);
            }
        }
        return page(staff, view, wanted, fields, model);
    }

    private static RoundChange change(String path) {
        return RoundChange.ofPath(path).orElseThrow(NotFoundException::new);
    }

    private static RoundChanges.Asked read(RoundChange change, Fields fields) {
        var reason = fields.text("reason", 500);
        return change == RoundChange.MOVE
                ? RoundChanges.Asked.move(fields.date("due", "round-change.due"), reason)
                : RoundChanges.Asked.of(change, reason);
    }

    private static void changedMeanwhile(RoundReading.View view, Round now, RoundChange wanted, Fields fields) {
        if (view.changes().contains(wanted)) {
            fields.conflict(Map.of("due", now.dueOn().toString()), now.version());
        } else {
            fields.fail("round-change.not-now");
        }
    }

    private static String page(CaseId caseId, RoundId roundId) {
        return "redirect:/cases/" + caseId + "/rounds/" + roundId;
    }

    private String page(Actor.Staff staff, RoundReading.View view, RoundChange change, Fields fields, Model model) {
        var round = view.told().round();
        model.addAttribute("frame", cases.frame(staff, round.caseId()));
        model.addAttribute("view", view);
        model.addAttribute("change", change);
        model.addAttribute("bounds", changes.bounds(round));
        model.addAttribute("fields", fields);
        return "assessment/round-change";
    }
}
