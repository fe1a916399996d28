package se.framsteg.fidelity.overview;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.framsteg.access.Actor;
import se.framsteg.fidelity.measure.Window;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.fidelity.scale.ScaleId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/** How faithfully the method of an initiative is followed now, and the records behind each figure. */
@Controller
class FidelityPages {
    private final FidelityOverviews overviews;

    FidelityPages(FidelityOverviews overviews) {
        this.overviews = overviews;
    }

    @GetMapping("/initiatives/{id}/fidelity")
    String show(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @RequestParam Optional<ScaleId> scale,
            @RequestParam Optional<String> to,
            Model model) {
        model.addAttribute("view", overviews.of(actor, id, scale, to.flatMap(FidelityPages::day)));
        return "fidelity/overview";
    }

    @GetMapping("/initiatives/{id}/fidelity/records/{measure}")
    String behind(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @PathVariable String measure,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var known = Arrays.stream(Measure.values())
                .filter(one -> one.key().equals(measure))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        var first = day(from).orElseThrow(NotFoundException::new);
        var last = day(to).filter(day -> !day.isBefore(first)).orElseThrow(NotFoundException::new);
        model.addAttribute("behind", overviews.behind(actor, id, known, new Window(first, last), page));
        return "fidelity/records";
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
