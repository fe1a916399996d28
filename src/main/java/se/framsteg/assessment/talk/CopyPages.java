package se.framsteg.assessment.talk;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.assessment.Round;
import se.framsteg.assessment.RoundReading;
import se.framsteg.assessment.Rounds;
import se.framsteg.assessment.progression.Progression;
import se.framsteg.cases.Cases;
import se.framsteg.print.Printer;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** The person's own copy of the talk, on one page of paper: the picture, what it says, what was agreed, and what is next. */
@Controller
class CopyPages {
    private final Progression progression;
    private final Agreements agreements;
    private final RoundReading reading;
    private final Cases cases;
    private final Guard guard;
    private final Printer printer;

    CopyPages(
            Progression progression,
            Agreements agreements,
            RoundReading reading,
            Cases cases,
            Guard guard,
            Printer printer) {
        this.progression = progression;
        this.agreements = agreements;
        this.reading = reading;
        this.cases = cases;
        this.guard = guard;
        this.printer = printer;
    }

    @GetMapping("/cases/{caseId}/talk/{roundId}/paper")
    @Transactional
    public ResponseEntity<byte[]> print(
            Actor.Staff staff,
            @PathVariable CaseId caseId,
            @PathVariable RoundId roundId,
            Fields query,
            Locale locale,
            @ModelAttribute("page") Page page) {
        guard.admit(staff, Action.PRINT_COPY, caseId);
        var with = query.optionalId("with", RoundId::of);
        var view = progression.view(staff, caseId, Optional.of(roundId), with, locale.getLanguage());
        var rounds = view.rounds().stream().map(offered -> offered.round().id()).toList();
        var number = cases.frame(staff, caseId).number();
        var model = Map.<String, Object>of(
                "page", page,
                "caseNumber", number,
                "shown", view.shown().orElseThrow(NotFoundException::new),
                "told", Optional.ofNullable(reading.told(caseId).get(roundId)).orElseThrow(NotFoundException::new),
                "agreed", Agreed.at(roundId, rounds, agreements.of(staff, caseId)),
                "next", next(view));
        return printer.print(page.t("copy.file") + "-" + number, "assessment/talk/copy", model)
                .answer();
    }

    /** By when the next questions are to be answered, if a round is coming. */
    private static Optional<LocalDate> next(Progression.View view) {
        return view.rounds().stream()
                .filter(offered -> offered.stage() == Round.Stage.COMING)
                .map(Rounds.Offered::round)
                .map(Round::dueOn)
                .findFirst();
    }
}
