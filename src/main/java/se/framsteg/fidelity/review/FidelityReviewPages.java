package se.framsteg.fidelity.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import se.framsteg.cases.Result;
import se.framsteg.fidelity.measure.Window;
import se.framsteg.fidelity.scale.Scale;
import se.framsteg.fidelity.scale.Scale.Item;
import se.framsteg.fidelity.scale.ScaleId;
import se.framsteg.print.Printer;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** A review from its beginning over each rater's own scores to what they agree on, and on paper. */
@Controller
class FidelityReviewPages {
    private static final int LONGEST_SUMMARY = 4000;

    private final Reviews reviews;
    private final Printer printer;
    private final Clock clock;

    FidelityReviewPages(Reviews reviews, Printer printer, Clock clock) {
        this.reviews = reviews;
        this.printer = printer;
        this.clock = clock;
    }

    @GetMapping("/initiatives/{id}/fidelity/reviews/new")
    String blank(Actor.Staff actor, @PathVariable InitiativeId id, @ModelAttribute("page") Page page, Model model) {
        var window = Window.upTo(LocalDate.now(clock));
        var fields = Fields.empty()
                .with("id", ReviewId.create())
                .with("from", window.from())
                .with("to", window.to());
        return form(actor, id, fields, page, model);
    }

    @PostMapping("/initiatives/{id}/fidelity/reviews/new")
    String begin(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var form = fields.optionalId("id", ReviewId::of).orElseThrow(NotFoundException::new);
        var scale = fields.optionalId("scale", ScaleId::of);
        if (scale.isEmpty()) {
            fields.fail("scale", "fidelity.review.scale.required");
        }
        var from = fields.date("from", "fidelity.review.from");
        var to = fields.date("to", "fidelity.review.to");
        var raters = raters(fields);
        if (fields.ok()) {
            switch (reviews.begin(actor, id, form, scale.orElseThrow(), from, to, raters)) {
                case Result.Refused<?> refused -> refused.tell(fields);
                default -> {
                    return done(form, "fidelity.review.begun", after);
                }
            }
        }
        return form(actor, id, fields, page, model);
    }

    private static Set<StaffId> raters(Fields fields) {
        var raters = new HashSet<StaffId>();
        for (int i = 1; i <= Reviews.MOST_RATERS; i++) {
            var field = "rater" + i;
            fields.optionalId(field, StaffId::of)
                    .filter(one -> !raters.add(one))
                    .ifPresent(_ -> fields.fail(field, "fidelity.review.rater.twice"));
        }
        if (raters.isEmpty()) {
            fields.fail("rater1", "fidelity.review.raters.required");
        }
        return raters;
    }

    private String form(Actor.Staff actor, InitiativeId id, Fields fields, Page page, Model model) {
        var offer = reviews.offer(actor, id);
        var scales = new LinkedHashMap<String, String>();
        offer.scales()
                .forEach(one -> scales.put(
                        one.id().toString(),
                        page.t(
                                "fidelity.scale.named",
                                one.scale().name().in(page.language()),
                                one.scale().key(),
                                one.scale().version())));
        var raters = new LinkedHashMap<String, String>();
        offer.raters().entrySet().stream()
                .sorted((one, other) ->
                        one.getValue().name().compareTo(other.getValue().name()))
                .forEach(one -> raters.put(
                        one.getKey().toString(),
                        page.t(
                                "fidelity.review.rater.named",
                                one.getValue().name(),
                                one.getValue().organisation())));
        model.addAttribute("initiative", id);
        model.addAttribute("name", offer.initiative());
        model.addAttribute("scales", scales);
        model.addAttribute("raters", raters);
        model.addAttribute("fields", fields);
        return "fidelity/new-review";
    }

    @GetMapping("/fidelity/reviews/{id}")
    String see(Actor.Staff actor, @PathVariable ReviewId id, Model model) {
        model.addAttribute("view", reviews.see(actor, id));
        return "fidelity/review";
    }

    @GetMapping("/fidelity/reviews/{id}/rate")
    String marks(Actor.Staff actor, @PathVariable ReviewId id, Model model) {
        var view = reviews.see(actor, id);
        if (!view.allowed().contains(Action.RATE_FIDELITY)) {
            return notNow(view);
        }
        var fields = Fields.empty().with("version", view.ownVersion());
        for (var item : view.scale().items()) {
            var mark = view.own().get(item.key());
            fields.with("score-" + item.key(), (mark == null ? view.computedScore(item) : mark.score()).orElse(null));
            fields.with("note-" + item.key(), mark == null ? "" : mark.note());
        }
        return rating(view, fields, model);
    }

    @PostMapping("/fidelity/reviews/{id}/rate")
    String rate(Actor.Staff actor, @PathVariable ReviewId id, Fields fields, Model model, RedirectAttributes after) {
        var view = reviews.see(actor, id);
        if (!view.allowed().contains(Action.RATE_FIDELITY)) {
            return tooLate(view, fields, model, "fidelity/rate");
        }
        var marks = marks(view.scale(), fields);
        var finished = fields.has("then", "finish");
        if (fields.ok()) {
            switch (reviews.rate(actor, id, fields.version(), marks, finished)) {
                case Result.Done<?> _ -> {
                    return finished
                            ? done(id, "fidelity.rate.finished", after)
                            : saved("redirect:/fidelity/reviews/" + id + "/rate", after);
                }
                case Result.Refused<?> refused -> {
                    refused.tell(fields);
                    fields.with("version", reviews.see(actor, id).ownVersion());
                }
                case Result.Stale<?>() -> {
                    fields.fail("fidelity.rate.meanwhile");
                    fields.with("version", reviews.see(actor, id).ownVersion());
                }
            }
        }
        return rating(view, fields, model);
    }

    /** A rater who is done, or whose review is: they are shown how it stands. Others have no such page. */
    private static String notNow(ReviewView view) {
        if (!view.rates()) {
            throw new NotFoundException();
        }
        return "redirect:/fidelity/reviews/" + view.id();
    }

    /** What was written is shown once more, to be copied, though it can be saved no longer. */
    private static String tooLate(ReviewView view, Fields fields, Model model, String page) {
        if (!view.rates()) {
            throw new NotFoundException();
        }
        fields.fail("fidelity.too-late");
        model.addAttribute("view", view);
        model.addAttribute("fields", fields);
        return page;
    }

    private static String saved(String to, RedirectAttributes after) {
        after.addFlashAttribute("notice", "fidelity.rate.saved");
        return to;
    }

    private static String rating(ReviewView view, Fields fields, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("fields", fields);
        return "fidelity/rate";
    }

    private static Map<String, Mark> marks(Scale scale, Fields fields) {
        var marks = new LinkedHashMap<String, Mark>();
        for (var item : scale.items()) {
            marks.put(
                    item.key(),
                    new Mark(score(scale, item, fields), fields.text("note-" + item.key(), Mark.LONGEST_NOTE)));
        }
        return marks;
    }

    private static Optional<Integer> score(Scale scale, Item item, Fields fields) {
        var written = fields.value("score-" + item.key());
        return written.matches("[1-9]|10")
                ? Optional.of(Integer.parseInt(written)).filter(score -> score <= scale.highest())
                : Optional.empty();
    }

    @GetMapping("/fidelity/reviews/{id}/agree")
    String agreement(Actor.Staff actor, @PathVariable ReviewId id, Model model) {
        var view = reviews.see(actor, id);
        if (!view.allowed().contains(Action.AGREE_ON_FIDELITY)) {
            return notNow(view);
        }
        var fields = Fields.empty().with("version", view.version());
        for (var item : view.scale().items()) {
            if (view.same(item)) {
                fields.with("score-" + item.key(), view.found(item).orElse(null));
            }
        }
        return agreeing(view, fields, model);
    }

    @PostMapping("/fidelity/reviews/{id}/agree")
    String agree(Actor.Staff actor, @PathVariable ReviewId id, Fields fields, Model model, RedirectAttributes after) {
        var view = reviews.see(actor, id);
        if (!view.allowed().contains(Action.AGREE_ON_FIDELITY)) {
            return tooLate(view, fields, model, "fidelity/agree");
        }
        var marks = marks(view.scale(), fields);
        var summary = fields.text("summary", LONGEST_SUMMARY);
        if (fields.ok()) {
            switch (reviews.agree(actor, id, fields.version(), marks, summary)) {
                case Result.Done<?> _ -> {
                    return done(id, "fidelity.agree.done", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail("fidelity.too-late");
            }
        }
        return agreeing(view, fields, model);
    }

    private static String agreeing(ReviewView view, Fields fields, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("fields", fields);
        return "fidelity/agree";
    }

    @PostMapping("/fidelity/reviews/{id}/drop")
    String drop(Actor.Staff actor, @PathVariable ReviewId id, RedirectAttributes after) {
        var view = reviews.see(actor, id);
        switch (reviews.drop(actor, id)) {
            case Result.Done<?> _ -> after.addFlashAttribute("notice", "fidelity.review.dropped");
            default -> {
                return done(id, "fidelity.agree.meanwhile", after);
            }
        }
        return "redirect:/initiatives/" + view.initiative() + "/fidelity";
    }

    @GetMapping("/fidelity/reviews/{id}/paper.pdf")
    ResponseEntity<byte[]> paper(Actor.Staff actor, @PathVariable ReviewId id, @ModelAttribute("page") Page page) {
        var view = reviews.see(actor, id);
        if (view.result().isEmpty()) {
            throw new NotFoundException();
        }
        return printer.print(
                        page.t("fidelity.paper.file") + "-" + view.window().to(),
                        "fidelity/paper",
                        Map.of("page", page, "view", view))
                .answer();
    }

    private static String done(ReviewId id, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/fidelity/reviews/" + id;
    }
}
