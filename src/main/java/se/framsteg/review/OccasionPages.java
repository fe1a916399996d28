package se.framsteg.review;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.shared.Identifying;
import se.framsteg.shared.LogReviewId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/**
 * One occasion of a review: the journal's rows, and the verdict, which others like it can be given at once. A parameter
 * {@code show} tells which occasions the reviewer goes through.
 */
@Controller
class OccasionPages {
    private static final int LONGEST_NOTE = 2000;

    private final LogReviews reviews;

    OccasionPages(LogReviews reviews) {
        this.reviews = reviews;
    }

    @GetMapping("/log-review/{id}/rows/{number}")
    String see(Actor.Staff staff, @PathVariable LogReviewId id, @PathVariable String number, Fields sent, Model model) {
        var detail = reviews.see(staff, id, read(number));
        var fields = Fields.empty().with("show", Shown.of(sent.value("show")));
        detail.occasion().verdict().ifPresent(verdict -> fields.with("verdict", verdict));
        return page(detail, fields, model);
    }

    private static String page(LogReviews.Detail detail, Fields fields, Model model) {
        model.addAttribute("detail", detail);
        model.addAttribute("fields", fields);
        return "review/occasion";
    }

    @PostMapping("/log-review/{id}/rows/{number}")
    String judge(
            Actor.Staff staff,
            @PathVariable LogReviewId id,
            @PathVariable String number,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var shown = Shown.of(fields.value("show"));
        var judged = judged(fields);
        if (!fields.ok()) {
            return page(reviews.see(staff, id, read(number)), fields.with("show", shown), model);
        }
        var next = reviews.judge(staff, id, read(number), judged.verdict(), judged.note(), shown);
        after.addFlashAttribute("notice", notice(next, shown));
        after.addAttribute("show", shown.toString());
        return "redirect:/log-review/" + id + next.map(one -> "/rows/" + one).orElse("");
    }

    private static String notice(Optional<Integer> next, Shown shown) {
        if (next.isPresent()) {
            return "log-review.judged";
        }
        return shown.sign().isPresent() ? "log-review.judged.last-shown" : "log-review.judged.last";
    }

    private record Judged(Verdict verdict, String note) {}

    private static Judged judged(Fields fields) {
        var verdict = fields.choice("verdict", Verdict.class, "log-review.verdict");
        var note = fields.text("note", LONGEST_NOTE);
        if (fields.ok() && verdict != Verdict.IN_ORDER && note.isEmpty()) {
            fields.fail("note", "log-review.note.required");
        }
        fields.refuse("note", Identifying.in(note), "log-review.note.identifying");
        return new Judged(verdict, note);
    }

    /** A parameter {@code sign} tells which of the occasion's signs the others are to have. */
    @GetMapping("/log-review/{id}/rows/{number}/together")
    String alike(
            Actor.Staff staff, @PathVariable LogReviewId id, @PathVariable String number, Fields sent, Model model) {
        var alike = reviews.alike(staff, id, read(number), Shown.sign(sent.value("sign")));
        return together(alike, Fields.empty().with("number", alike.numbers()), model);
    }

    private static String together(LogReviews.Alike alike, Fields fields, Model model) {
        model.addAttribute("alike", alike);
        model.addAttribute("fields", fields);
        return "review/together";
    }

    @PostMapping("/log-review/{id}/rows/{number}/together")
    String judgeTogether(
            Actor.Staff staff,
            @PathVariable LogReviewId id,
            @PathVariable String number,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var alike = reviews.alike(staff, id, read(number), Shown.sign(fields.value("sign")));
        var numbers = numbers(fields);
        if (numbers.isEmpty()) {
            fields.fail("number", "log-review.together.none");
        }
        var judged = judged(fields);
        if (fields.ok()
                && !reviews.judgeTogether(
                        staff, id, read(number), alike.sign(), numbers, judged.verdict(), judged.note())) {
            fields.fail("log-review.together.meanwhile");
        }
        if (!fields.ok()) {
            return together(reviews.alike(staff, id, read(number), Optional.of(alike.sign())), fields, model);
        }
        after.addFlashAttribute("notice", "log-review.together.judged");
        after.addAttribute("show", alike.sign().name());
        return "redirect:/log-review/" + id;
    }

    private static Set<Integer> numbers(Fields fields) {
        return fields.values("number").stream().map(OccasionPages::read).collect(Collectors.toSet());
    }

    private static int read(String number) {
        if (!number.matches("[1-9]\\d{0,8}")) {
            throw new NotFoundException();
        }
        return Integer.parseInt(number);
    }
}
