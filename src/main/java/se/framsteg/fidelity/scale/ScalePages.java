package se.framsteg.fidelity.scale;

import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.definition.Problem;
import se.framsteg.ui.Fields;

/** Scales to read and take home as files, and a form in which an association puts in one of its own. They hold no person. */
@Controller
class ScalePages {
    private final ScaleShelf shelf;

    ScalePages(ScaleShelf shelf) {
        this.shelf = shelf;
    }

    @GetMapping("/fidelity/scales")
    String all(Actor.Staff actor, Model model) {
        model.addAttribute("scales", shelf.all(actor));
        model.addAttribute("writes", shelf.writes(actor));
        return "fidelity/scales";
    }

    @GetMapping("/fidelity/scales/{id}")
    String see(Actor.Staff actor, @PathVariable ScaleId id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("scale", shelf.see(actor, id));
        return "fidelity/scale";
    }

    @GetMapping("/fidelity/scales/{id}/file")
    ResponseEntity<String> file(Actor.Staff actor, @PathVariable ScaleId id) {
        var scale = shelf.see(actor, id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
                .headers(headers -> headers.setContentDisposition(ContentDisposition.attachment()
                        .filename(scale.key() + "-" + scale.version() + ".yaml")
                        .build()))
                .body(shelf.file(actor, id));
    }

    @GetMapping("/fidelity/scales/new")
    String blank(Actor.Staff actor, Model model) {
        if (!shelf.writes(actor)) {
            throw new NotFoundException();
        }
        return form(Fields.empty(), List.of(), model);
    }

    @PostMapping("/fidelity/scales/new")
    String put(Actor.Staff actor, Fields fields, Model model, RedirectAttributes after) {
        var definition = fields.value("definition");
        return switch (shelf.put(actor, definition)) {
            case ScaleShelf.Put.Done(var id) -> {
                after.addFlashAttribute("notice", "fidelity.scale.put");
                yield "redirect:/fidelity/scales/" + id;
            }
            case ScaleShelf.Put.Faulty(var problems) -> {
                fields.fail("definition", "fidelity.scale.faulty");
                yield form(fields, problems, model);
            }
            case ScaleShelf.Put.Taken() -> {
                fields.fail("definition", "fidelity.scale.taken");
                yield form(fields, List.of(), model);
            }
        };
    }

    private static String form(Fields fields, List<Problem> problems, Model model) {
        model.addAttribute("fields", fields);
        model.addAttribute("problems", problems);
        return "fidelity/new-scale";
    }
}
