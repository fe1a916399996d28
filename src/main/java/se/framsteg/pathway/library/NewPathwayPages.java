package se.framsteg.pathway.library;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.framsteg.access.Actor;
import se.framsteg.pathway.method.Pathway;
import se.framsteg.pathway.method.PathwayReader;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.definition.Problem;
import se.framsteg.shared.definition.Reading;
import se.framsteg.ui.DefinitionFiles;
import se.framsteg.ui.Fields;

/** The beginning of a pathway of one's own: a file. */
@Controller
class NewPathwayPages {
    private final PathwayDrafts drafts;

    NewPathwayPages(PathwayDrafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping("/pathways/new")
    String choose(Actor.Staff staff, Model model) {
        return page(staff, Fields.empty(), List.of(), model);
    }

    /** A file with a name becomes a draft whatever else is wrong with it; then it is mended in the browser. */
    @PostMapping("/pathways/upload")
    String upload(Actor.Staff staff, @RequestParam Optional<MultipartFile> file, Fields fields, Model model)
            throws IOException {
        var text = DefinitionFiles.sent(file, fields, "file");
        if (text.isEmpty()) {
            return page(staff, fields, List.of(), model);
        }
        if (Title.of(text.get(), "sv").name().isEmpty()) {
            fields.fail("file", "pathway.upload.unreadable");
            return page(staff, fields, problems(text.get()), model);
        }
        return "redirect:/pathways/" + drafts.add(staff, text.get()) + "/draft";
    }

    private static List<Problem> problems(String text) {
        return PathwayReader.read(text) instanceof Reading.Faulty<Pathway>(var found) ? found : List.of();
    }

    private String page(Actor.Staff staff, Fields fields, List<Problem> problems, Model model) {
        if (!drafts.mayAdd(staff)) {
            throw new NotFoundException();
        }
        model.addAttribute("problems", problems);
        model.addAttribute("fields", fields);
        return "pathway/new";
    }
}
