package se.framsteg.assessment.editor;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.framsteg.access.Actor;
import se.framsteg.assessment.Sheet;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.InstrumentReading;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.library.InstrumentViews;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** An instrument on the very pages that respondents answer on, in each of its languages. Nothing is saved. */
@Controller
class PreviewPages {
    private static final RoundId NO_ROUND = new RoundId(new UUID(0, 0));

    private final InstrumentViews views;

    PreviewPages(InstrumentViews views) {
        this.views = views;
    }

    @GetMapping("/instruments/{id}/preview/participant")
    String participant(
            Actor.Staff staff,
            @PathVariable InstrumentId id,
            @RequestParam Optional<String> language,
            @RequestParam(defaultValue = "1") int number,
            @RequestParam(defaultValue = "") String go,
            @ModelAttribute("page") Page page,
            Model model) {
        var instrument = instrument(staff, id);
        var preview = preview(page, id, Respondent.PARTICIPANT, instrument, instrument.languages(), language);
        var sheet = sheet(instrument, Respondent.PARTICIPANT);
        var shown = go.equals("on") ? number + 1 : go.equals("back") ? number - 1 : number;
        if (go.equals("leave") || !sheet.hasQuestion(shown - 1)) {
            return "redirect:" + preview.back();
        }
        if (shown != number) {
            return "redirect:" + preview.path(shown);
        }
        show(preview, sheet, model);
        model.addAttribute("number", number);
        model.addAttribute("handedOver", false);
        model.addAttribute("answeredElsewhere", false);
        return "assessment/question";
    }

    @GetMapping("/instruments/{id}/preview/caseworker")
    String caseworker(
            Actor.Staff staff,
            @PathVariable InstrumentId id,
            @RequestParam Optional<String> language,
            @ModelAttribute("page") Page page,
            Model model) {
        var instrument = instrument(staff, id);
        var languages = Languages.ofStaff(instrument.languages());
        show(
                preview(page, id, Respondent.CASEWORKER, instrument, languages, language),
                sheet(instrument, Respondent.CASEWORKER),
                model);
        return "assessment/editor/preview-sheet";
    }

    /** A draft can be shown when it is whole. */
    private Instrument instrument(Actor.Staff staff, InstrumentId id) {
        if (views.see(staff, id).reading() instanceof InstrumentReading.Accepted(var instrument)) {
            return instrument;
        }
        throw new NotFoundException();
    }

    private static Preview preview(
            Page page,
            InstrumentId id,
            Respondent respondent,
            Instrument instrument,
            List<String> languages,
            Optional<String> wanted) {
        var language = wanted.filter(languages::contains)
                .orElse(languages.contains(page.language()) ? page.language() : languages.getFirst());
        var reviewed = !instrument.unreviewed().contains(language);
        return new Preview(page, id, respondent, language, languages, reviewed);
    }

    private static Sheet sheet(Instrument instrument, Respondent respondent) {
        var unanswered = Collections.<@Nullable Integer>nCopies(
                instrument.itemsFor(respondent).size(), null);
        return new Sheet(NO_ROUND, respondent, instrument, unanswered, 0);
    }

    private static void show(Preview preview, Sheet sheet, Model model) {
        model.addAttribute("page", preview.page().shownIn(preview.language()));
        model.addAttribute("preview", preview);
        model.addAttribute("sheet", sheet);
        model.addAttribute("fields", Fields.empty());
    }
}
