package se.framsteg.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.report.content.Chapter;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** One report: read, written chapter by chapter, checked, released and handed on. */
@Controller
@RequestMapping("/reports/{id}")
class ReportPages {
    static final int LONGEST_WORDS = 20_000;
    private static final int LONGEST_RECEIVER = 300;

    private final Reports reports;

    ReportPages(Reports reports) {
        this.reports = reports;
    }

    @GetMapping
    String see(Actor.Staff actor, @PathVariable ReportId id, @ModelAttribute("page") Page page, Model model) {
        return shown(reports.see(actor, id, language(page)), Fields.empty(), model);
    }

    private static String shown(ReportView view, Fields fields, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("fields", fields);
        return "report/report";
    }

    /** Reports are made in Swedish and English alone. */
    static String language(Page page) {
        return page.language().equals("en") ? "en" : "sv";
    }

    @GetMapping("/chapters/{section}")
    String chapter(
            Actor.Staff actor,
            @PathVariable ReportId id,
            @PathVariable Section section,
            @ModelAttribute("page") Page page,
            Model model) {
        var view = reports.see(actor, id, language(page));
        if (!view.writable()) {
            return "redirect:/reports/" + id;
        }
        var words = view.report().words(section);
        return chapter(
                view,
                found(view, section).orElseThrow(NotFoundException::new),
                Fields.empty().with("words", words.text()).with("version", words.version()),
                model);
    }

    private static Optional<Chapter> found(ReportView view, Section section) {
        return view.content().chapters().stream()
                .filter(one -> one.section() == section)
                .findFirst();
    }

    private static String chapter(ReportView view, Chapter chapter, Fields fields, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("chapter", chapter);
        model.addAttribute("fields", fields);
        return "report/chapter";
    }

    @PostMapping("/chapters/{section}")
    String write(
            Actor.Staff actor,
            @PathVariable ReportId id,
            @PathVariable Section section,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var words = fields.text("words", LONGEST_WORDS);
        if (fields.ok()) {
            switch (reports.write(actor, id, section, words, fields.version())) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "report.written");
                    return "redirect:/reports/" + id + "#chapter-" + section;
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?> _ -> {
                    var now = reports.see(actor, id, language(page)).report().words(section);
                    fields.conflict(Map.of("words", now.text()), now.version());
                }
            }
        }
        var view = led(actor, id, page);
        // The words are shown once more, whatever has become of the chapter meanwhile.
        var chapter = found(view, section).orElseGet(() -> new Chapter(section, "", List.of()));
        return chapter(view, chapter, fields, model);
    }

    /** A form that came back is shown to those alone who can send it, whatever was wrong with it. */
    private ReportView led(Actor.Staff actor, ReportId id, Page page) {
        var view = reports.see(actor, id, language(page));
        if (!view.led()) {
            throw new NotFoundException();
        }
        return view;
    }

    @PostMapping("/check")
    String check(
            Actor.Staff actor,
            @PathVariable ReportId id,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        switch (checked(actor, id, fields.version())) {
            case Result.Done<?> _ -> {
                return done(id, "report.now-checked", after);
            }
            case Result.Refused<?> refused -> refused.tell(fields);
            case Result.Stale<?> _ -> fields.fail("report.meanwhile");
        }
        return shown(led(actor, id, page), fields, model);
    }

    private Result<ReportId> checked(Actor.Staff actor, ReportId id, int version) {
        try {
            return reports.check(actor, id, version);
        } catch (ConcurrencyFailureException e) {
            return new Result.Stale<>();
        }
    }

    @PostMapping("/reopen")
    String reopen(Actor.Staff actor, @PathVariable ReportId id, Fields fields, RedirectAttributes after) {
        var notice = reports.reopen(actor, id, fields.version()) ? "report.reopened" : "report.meanwhile";
        return done(id, notice, after);
    }

    @PostMapping("/release")
    String release(Actor.Staff actor, @PathVariable ReportId id, Fields fields, RedirectAttributes after) {
        var notice = reports.release(actor, id, fields.version()) ? "report.now-released" : "report.meanwhile";
        return done(id, notice, after);
    }

    @PostMapping("/drop")
    String drop(
            Actor.Staff actor,
            @PathVariable ReportId id,
            Fields fields,
            @ModelAttribute("page") Page page,
            RedirectAttributes after) {
        var initiative = reports.see(actor, id, language(page)).report().initiative();
        if (!reports.drop(actor, id, fields.version())) {
            return done(id, "report.meanwhile", after);
        }
        after.addFlashAttribute("notice", "report.dropped");
        return "redirect:/initiatives/" + initiative + "/reports";
    }

    @PostMapping("/correct")
    String correct(Actor.Staff actor, @PathVariable ReportId id, Fields fields, RedirectAttributes after) {
        var next = fields.optionalId("next", ReportId::of).orElseThrow(NotFoundException::new);
        return done(reports.correct(actor, id, next), "report.correcting", after);
    }

    @PostMapping("/handed")
    String hand(
            Actor.Staff actor,
            @PathVariable ReportId id,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var form = fields.optionalId("form", UUID::fromString).orElseThrow(NotFoundException::new);
        var receiver = fields.required("receiver", LONGEST_RECEIVER, "report.handed.receiver");
        var on = fields.date("on", "report.handed.on");
        if (fields.ok()) {
            switch (reports.hand(actor, id, form, new ReportView.Handed(receiver, on))) {
                case Result.Refused<?> refused -> refused.tell(fields);
                default -> {
                    return done(id, "report.handed.done", after);
                }
            }
        }
        return shown(led(actor, id, page), fields, model);
    }

    private static String done(ReportId id, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/reports/" + id;
    }
}
