package se.framsteg.pathway.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.pathway.method.Pathway;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.PathwayId;
import se.framsteg.shared.definition.Reading;
import se.framsteg.shared.definition.State;
import se.framsteg.ui.Page;

/** The methods of an association, and one of them: to read, fetch as a file, retire, make a new version of. */
@Controller
public class PathwayPages {
    private final PathwayViews views;
    private final PathwayDrafts drafts;

    PathwayPages(PathwayViews views, PathwayDrafts drafts) {
        this.views = views;
        this.drafts = drafts;
    }

    /**
     * A pathway in a list. A draft's title is what it is so far.
     *
     * @param remaining what is left to mend in a draft
     */
    public record Line(PathwayViews.View view, Title title, int remaining) {
        static Line of(PathwayViews.View view, String language) {
            var remaining = view.reading() instanceof Reading.Faulty<Pathway>(var problems) ? problems.size() : 0;
            return new Line(view, Title.of(view.definition(), language), remaining);
        }

        /** The pathway, where the text is whole. */
        public Optional<Pathway> pathway() {
            return view.reading() instanceof Reading.Whole<Pathway>(var pathway)
                    ? Optional.of(pathway)
                    : Optional.empty();
        }
    }

    @GetMapping("/pathways")
    String list(Actor.Staff staff, @ModelAttribute("page") Page page, Model model) {
        var all = views.list(staff).stream()
                .map(view -> Line.of(view, page.language()))
                .sorted(Comparator.comparing(line -> line.title().name()))
                .toList();
        model.addAttribute("drafts", only(all, State.DRAFT));
        model.addAttribute("own", published(all, true));
        model.addAttribute("shipped", published(all, false));
        model.addAttribute("retired", only(all, State.RETIRED));
        model.addAttribute("mayAdd", drafts.mayAdd(staff));
        return "pathway/pathways";
    }

    private static List<Line> only(List<Line> all, State state) {
        return all.stream().filter(line -> line.view().state() == state).toList();
    }

    private static List<Line> published(List<Line> all, boolean own) {
        return only(all, State.PUBLISHED).stream()
                .filter(line -> line.view().own() == own)
                .toList();
    }

    /** A draft can be read as soon as nothing remains to be mended. */
    @GetMapping("/pathways/{id}")
    String show(Actor.Staff staff, @PathVariable PathwayId id, Model model) {
        var view = views.see(staff, id);
        if (!(view.reading() instanceof Reading.Whole<Pathway>(var pathway))) {
            return "redirect:/pathways/" + id + "/draft";
        }
        model.addAttribute("view", view);
        model.addAttribute("pathway", pathway);
        return "pathway/pathway";
    }

    @GetMapping("/pathways/{id}/yaml")
    ResponseEntity<byte[]> file(Actor.Staff staff, @PathVariable PathwayId id) {
        var view = views.see(staff, id);
        var name = Optional.of(Title.of(view.definition(), "sv").key())
                .filter(key -> key.matches("[a-z0-9-]+"))
                .orElse("pathway");
        var disposition =
                ContentDisposition.attachment().filename(name + ".yaml").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CONTENT_TYPE, "application/yaml;charset=UTF-8")
                .body(view.definition().getBytes(UTF_8));
    }

    @PostMapping("/pathways/{id}/copy")
    String copy(Actor.Staff staff, @PathVariable PathwayId id, RedirectAttributes after) {
        var copy = drafts.copy(staff, id);
        after.addFlashAttribute("notice", "pathway.copied");
        return "redirect:/pathways/" + copy + "/draft";
    }

    /** Asks first: it can't be undone. */
    @GetMapping("/pathways/{id}/retire")
    String askToRetire(Actor.Staff staff, @PathVariable PathwayId id, @ModelAttribute("page") Page page, Model model) {
        var view = views.see(staff, id);
        if (!view.allows(Action.RETIRE_PATHWAY)) {
            throw new NotFoundException();
        }
        model.addAttribute("line", Line.of(view, page.language()));
        return "pathway/retire";
    }

    @PostMapping("/pathways/{id}/retire")
    String retire(Actor.Staff staff, @PathVariable PathwayId id, RedirectAttributes after) {
        drafts.retire(staff, id);
        after.addFlashAttribute("notice", "pathway.retired.done");
        return "redirect:/pathways/" + id;
    }
}
