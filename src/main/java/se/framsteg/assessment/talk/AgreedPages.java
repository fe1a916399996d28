package se.framsteg.assessment.talk;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.shared.CaseId;

/** All that was agreed in a case, for who sees that of it and perhaps nothing else. */
@Controller
class AgreedPages {
    private final Agreements agreements;
    private final Cases cases;
    private final Clock clock;

    AgreedPages(Agreements agreements, Cases cases, Clock clock) {
        this.agreements = agreements;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/agreements")
    @Transactional
    public String list(Actor.Staff staff, @PathVariable CaseId caseId, Model model) {
        model.addAttribute("agreements", agreements.of(staff, caseId));
        model.addAttribute("frame", cases.frameOfPart(staff, caseId));
        model.addAttribute("today", LocalDate.now(clock));
        return "assessment/talk/agreements";
    }
}
