package se.framsteg.assessment.library;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.shared.InstrumentId;

/** Shows staff the instruments as the respondents will read them. */
@Controller
class InstrumentPages {
    private final InstrumentLibrary library;
    private final Guard guard;

    InstrumentPages(InstrumentLibrary library, Guard guard) {
        this.library = library;
        this.guard = guard;
    }

    @GetMapping("/instruments")
    public String list(Actor.Staff staff, Model model) {
        model.addAttribute(
                "instruments",
                library.published().stream()
                        .filter(one -> guard.allows(staff, Action.SEE_INSTRUMENT, one.id()))
                        .toList());
        return "assessment/instruments";
    }

    @GetMapping("/instruments/{id}")
    @Transactional
    public String show(Actor.Staff staff, @PathVariable InstrumentId id, Locale locale, Model model) {
        guard.admit(staff, Action.SEE_INSTRUMENT, id);
        var instrument = library.get(id);
        model.addAttribute("instrument", instrument);
        model.addAttribute("participants", instrument.itemsFor(Respondent.PARTICIPANT));
        model.addAttribute("caseworkers", instrument.itemsFor(Respondent.CASEWORKER));
        return "assessment/instrument";
    }
}
