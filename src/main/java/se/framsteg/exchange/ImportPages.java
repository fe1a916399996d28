package se.framsteg.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeViews;
import se.framsteg.initiative.InstrumentCatalogue;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.ImportId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** The imports of an initiative: the list of them with the way to a new one, and undoing. */
@Controller
class ImportPages {
    private final Imports imports;
    private final InitiativeViews initiatives;
    private final InstrumentCatalogue instruments;
    private final StaffRegister staffRegister;

    ImportPages(
            Imports imports,
            InitiativeViews initiatives,
            InstrumentCatalogue instruments,
            StaffRegister staffRegister) {
        this.imports = imports;
        this.initiatives = initiatives;
        this.instruments = instruments;
        this.staffRegister = staffRegister;
    }

    @GetMapping("/initiatives/{id}/imports")
    String list(
            Actor.Staff staff,
            @PathVariable InitiativeId id,
            @RequestParam Optional<InstrumentId> instrument,
            @ModelAttribute("page") Page page,
            Model model) {
        var all = imports.of(staff, id);
        var initiative = initiatives.view(staff, id, page.language()).initiative();
        var fields = Fields.empty().with("instrument", instrument.orElseGet(initiative.plan()::instrument));
        return list(staff, initiative, all, fields, page, model);
    }

    private String list(
            Actor.Staff staff, Initiative initiative, List<Import> all, Fields fields, Page page, Model model) {
        model.addAttribute("initiative", initiative);
        model.addAttribute("imports", all);
        model.addAttribute(
                "names",
                staffRegister.names(all.stream().map(one -> one.uploaded().by()).toList()));
        model.addAttribute("instruments", instruments.published(staff.association(), page.language()));
        model.addAttribute("fields", fields);
        return "exchange/imports";
    }

    @PostMapping("/initiatives/{id}/imports")
    String upload(
            Actor.Staff staff,
            @PathVariable InitiativeId id,
            @RequestParam Optional<MultipartFile> file,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model)
            throws IOException {
        var all = imports.of(staff, id);
        var instrument = fields.optionalId("instrument", InstrumentId::of);
        if (instrument.isEmpty()) {
            fields.fail("instrument", "import.instrument.required");
        }
        var grid = grid(file, fields);
        if (grid.isEmpty() || !fields.ok()) {
            var initiative = initiatives.view(staff, id, page.language()).initiative();
            return list(staff, initiative, all, fields, page, model);
        }
        var made = imports.upload(
                staff, id, instrument.orElseThrow(NotFoundException::new), name(file.orElseThrow()), grid.get());
        return "redirect:/initiatives/" + id + "/imports/" + made;
    }

    private static Optional<Grid> grid(Optional<MultipartFile> file, Fields fields) throws IOException {
        try {
            var bytes = file.isPresent() ? bytes(file.get()) : new byte[0];
            return Optional.of(TableFile.read(bytes, fields.text("sheet", 100)));
        } catch (UnreadableFileException e) {
            fields.fail(e.key().equals("import.file.sheet") ? "sheet" : "file", e.key(), e.arguments());
            return Optional.empty();
        }
    }

    /** No more than what tells that it is too large. */
    private static byte[] bytes(MultipartFile file) throws IOException {
        try (var content = file.getInputStream()) {
            return content.readNBytes(TableFile.LARGEST + 1);
        }
    }

    private static String name(MultipartFile file) {
        var name = Grid.clean(Optional.ofNullable(file.getOriginalFilename()).orElse(""));
        var bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return bare.substring(0, Math.min(bare.length(), 200));
    }

    /** Asks first, and says what goes. */
    @GetMapping("/initiatives/{id}/imports/{importId}/undo")
    String askToUndo(Actor.Staff staff, @PathVariable InitiativeId id, @PathVariable ImportId importId, Model model) {
        var one = imports.see(staff, id, importId, 0, 0).one();
        if (one.state() == Import.State.STAGED) {
            throw new NotFoundException();
        }
        model.addAttribute("one", one);
        model.addAttribute("agreements", imports.agreements(staff, id, importId));
        return "exchange/import-undo";
    }

    @PostMapping("/initiatives/{id}/imports/{importId}/undo")
    String undo(
            Actor.Staff staff,
            @PathVariable InitiativeId id,
            @PathVariable ImportId importId,
            RedirectAttributes after) {
        var path = "/initiatives/" + id + "/imports/" + importId;
        if (!imports.undo(staff, id, importId)) {
            return "redirect:" + path + "/undo";
        }
        after.addFlashAttribute("notice", "import.undone.notice");
        return "redirect:" + path;
    }
}
