package se.framsteg.assessment.editor;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.assessment.instrument.InstrumentReader;
import se.framsteg.assessment.instrument.InstrumentReading;
import se.framsteg.assessment.library.InstrumentDrafts;
import se.framsteg.assessment.outline.Keys;
import se.framsteg.assessment.outline.Outline;
import se.framsteg.assessment.outline.Words;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.definition.Problem;
import se.framsteg.ui.DefinitionFiles;
import se.framsteg.ui.Fields;

/** The beginnings of an instrument: an empty one with a name, or a file. */
@Controller
class NewInstrumentPages {
    private final InstrumentDrafts drafts;

    NewInstrumentPages(InstrumentDrafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping("/instruments/new")
    String choose(Actor.Staff staff, Model model) {
        return page(staff, Fields.empty().with("highest", 5), model);
    }

    @PostMapping("/instruments/new")
    String add(Actor.Staff staff, Fields fields, Model model, RedirectAttributes after) {
        var name = fields.required("name", 100, "instrument.new.name");
        var highest = fields.number("highest", ScaleForm.FEWEST, ScaleForm.MOST);
        if (!fields.ok()) {
            return page(staff, fields, model);
        }
        var languages = Languages.OFFERED.stream()
                .filter(one -> one.equals("sv") || fields.has("languages", one))
                .toList();
        var id = drafts.add(staff, empty(name, languages, highest).yaml());
        after.addFlashAttribute("notice", "instrument.new.done");
        return "redirect:/instruments/" + id + "/draft";
    }

    private static Outline empty(String name, List<String> languages, int highest) {
        var about = new Outline.About(
                Keys.of(name, "instrument", List.of()),
                "1",
                languages,
                List.of(),
                Words.of(Map.of("sv", name)),
                Words.NONE,
                Words.NONE,
                Words.NONE);
        return Outline.EMPTY.with(about).with(new Outline.Scale(Integer.toString(highest), List.of(), ""));
    }

    /** A file with a name becomes a draft whatever else is wrong with it; then it is mended in the browser. */
    @PostMapping("/instruments/upload")
    String upload(Actor.Staff staff, @RequestParam Optional<MultipartFile> file, Fields fields, Model model)
            throws IOException {
        var text = DefinitionFiles.sent(file, fields, "file");
        if (text.isEmpty()) {
            return page(staff, fields, model);
        }
        var problems = InstrumentReader.read(text.get()) instanceof InstrumentReading.Refused(var found)
                ? found
                : List.<Problem>of();
        if (!named(text.get())) {
            fields.fail("file", "instrument.upload.unreadable");
            model.addAttribute("problems", problems);
            return page(staff, fields, model);
        }
        var id = drafts.add(staff, text.get());
        return "redirect:/instruments/" + id + (problems.isEmpty() ? "/draft" : "/text");
    }

    private static boolean named(String text) {
        return Outline.of(text)
                .filter(outline -> !outline.about().name().isEmpty())
                .isPresent();
    }

    private String page(Actor.Staff staff, Fields fields, Model model) {
        if (!drafts.mayAdd(staff)) {
            throw new NotFoundException();
        }
        model.addAttribute("languages", Languages.OFFERED.stream().skip(1).toList());
        model.addAttribute("fields", fields);
        return "assessment/editor/new";
    }
}
