package se.framsteg.assessment.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.assessment.instrument.InstrumentReading;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.outline.Outline;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.definition.State;

/** The instruments of an association, and one that is published: to read, fetch as a file, retire, make a new version of. */
@Controller
public class InstrumentPages {
    private final InstrumentViews views;
    private final InstrumentDrafts drafts;

    InstrumentPages(InstrumentViews views, InstrumentDrafts drafts) {
        this.views = views;
        this.drafts = drafts;
    }

    /** An instrument in a list. A draft's name, text and version are what they are so far. */
    public record Line(InstrumentViews.View view, Outline.About about, int dimensions, int remaining) {
        static Line of(InstrumentViews.View view) {
            var outline = Outline.of(view.definition()).orElse(Outline.EMPTY);
            var remaining = view.reading() instanceof InstrumentReading.Refused(var problems) ? problems.size() : 0;
            return new Line(view, outline.about(), outline.dimensions().size(), remaining);
        }
    }

    @GetMapping("/instruments")
    String list(Actor.Staff staff, Model model) {
        var all = views.list(staff).stream().map(Line::of).toList();
        model.addAttribute("drafts", only(all, State.DRAFT));
        model.addAttribute(
                "own",
                only(all, State.PUBLISHED).stream()
                        .filter(line -> line.view().own())
                        .toList());
        model.addAttribute(
                "shipped",
                only(all, State.PUBLISHED).stream()
                        .filter(line -> !line.view().own())
                        .toList());
        model.addAttribute("retired", only(all, State.RETIRED));
        model.addAttribute("mayAdd", drafts.mayAdd(staff));
        return "assessment/instruments";
    }

    private static List<Line> only(List<Line> all, State state) {
        return all.stream().filter(line -> line.view().state() == state).toList();
    }

    @GetMapping("/instruments/{id}")
    String show(Actor.Staff staff, @PathVariable InstrumentId id, Model model) {
        var view = views.see(staff, id);
        if (view.state() == State.DRAFT) {
            return "redirect:/instruments/" + id + "/draft";
        }
        if (!(view.reading() instanceof InstrumentReading.Accepted(var instrument))) {
            throw new IllegalStateException("instrument " + id + " is published but not readable");
        }
        model.addAttribute("view", view);
        model.addAttribute("instrument", instrument);
        model.addAttribute("participants", instrument.itemsFor(Respondent.PARTICIPANT));
        model.addAttribute("caseworkers", instrument.itemsFor(Respondent.CASEWORKER));
        model.addAttribute("uses", views.uses(staff, id));
        return "assessment/instrument";
    }

    @GetMapping("/instruments/{id}/yaml")
    ResponseEntity<byte[]> file(Actor.Staff staff, @PathVariable InstrumentId id) {
        var view = views.see(staff, id);
        var about = Outline.of(view.definition()).orElse(Outline.EMPTY).about();
        var name = Optional.of(about.key())
                .filter(key -> key.matches("[a-z0-9-]+"))
                .orElse("instrument");
        var disposition =
                ContentDisposition.attachment().filename(name + ".yaml").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CONTENT_TYPE, "application/yaml;charset=UTF-8")
                .body(view.definition().getBytes(UTF_8));
    }

    @PostMapping("/instruments/{id}/copy")
    String copy(Actor.Staff staff, @PathVariable InstrumentId id, RedirectAttributes after) {
        var copy = drafts.copy(staff, id);
        after.addFlashAttribute("notice", "instrument.copied");
        return "redirect:/instruments/" + copy + "/draft";
    }

    /** Asks first: it can't be undone. */
    @GetMapping("/instruments/{id}/retire")
    String askToRetire(Actor.Staff staff, @PathVariable InstrumentId id, Model model) {
        var view = views.see(staff, id);
        if (!view.allows(Action.RETIRE_INSTRUMENT)) {
            throw new NotFoundException();
        }
        model.addAttribute("line", Line.of(view));
        model.addAttribute("uses", views.uses(staff, id));
        return "assessment/editor/retire";
    }

    @PostMapping("/instruments/{id}/retire")
    String retire(Actor.Staff staff, @PathVariable InstrumentId id, RedirectAttributes after) {
        drafts.retire(staff, id);
        after.addFlashAttribute("notice", "instrument.retired.done");
        return "redirect:/instruments/" + id;
    }
}
