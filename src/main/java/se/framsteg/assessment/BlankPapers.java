package se.framsteg.assessment;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.Cases;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;

/** What the questions on paper are printed from, gathered so that no transaction lasts while it is printed. */
@Component
class BlankPapers {
    private final PaperSheets papers;
    private final Rounds rounds;
    private final Cases cases;

    BlankPapers(PaperSheets papers, Rounds rounds, Cases cases) {
        this.papers = papers;
        this.rounds = rounds;
        this.cases = cases;
    }

    record Blank(CaseFrame frame, Round round, Sheet sheet) {}

    @Transactional
    public Blank of(Actor.Staff staff, CaseId caseId, RoundId roundId) {
        var round = rounds.require(staff, caseId, roundId);
        var sheet = papers.blank(staff, roundId);
        return new Blank(cases.frame(staff, caseId), round, sheet);
    }
}
