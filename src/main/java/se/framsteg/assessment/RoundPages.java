package se.framsteg.assessment;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.Cases;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;

/** Opening a round outside the schedule, and closing one before all is in. */
@Controller
class RoundPages {
    private final Rounds rounds;
    private final Cases cases;
    private final Guard guard;

    RoundPages(Rounds rounds, Cases cases, Guard guard) {
        this.rounds = rounds;
        this.cases = cases;
        this.guard = guard;
    }

    @PostMapping("/cases/{caseId}/rounds")
    String add(Actor.Staff staff, @PathVariable CaseId caseId, RedirectAttributes after) {
        rounds.add(staff, caseId);
        after.addFlashAttribute("notice", "rounds.added");
        return progression(caseId);
    }

    @GetMapping("/cases/{caseId}/rounds/{roundId}/close")
    @Transactional
    public String askToClose(
            Actor.Staff staff, @PathVariable CaseId caseId, @PathVariable RoundId roundId, Model model) {
        var round = rounds.require(staff, caseId, roundId);
        guard.admit(staff, Action.SEE_PROGRESSION, caseId);
        if (!guard.allows(staff, Action.CLOSE_ROUND, roundId)) {
            throw new NotFoundException();
        }
        model.addAttribute("frame", cases.frame(staff, caseId));
        model.addAttribute("round", round);
        return "assessment/close";
    }

    @PostMapping("/cases/{caseId}/rounds/{roundId}/close")
    String close(
            Actor.Staff staff, @PathVariable CaseId caseId, @PathVariable RoundId roundId, RedirectAttributes after) {
        rounds.require(staff, caseId, roundId);
        rounds.close(staff, roundId);
        after.addFlashAttribute("notice", "rounds.closed");
        return progression(caseId);
    }

    static String progression(CaseId caseId) {
        return "redirect:/cases/" + caseId + "/progression";
    }
}
