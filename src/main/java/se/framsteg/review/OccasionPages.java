package se.framsteg.review;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.shared.LogReviewId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** One occasion of a review: the journal's rows, and the verdict. */
@Controller
class OccasionPages {
    private static final int LONGEST_NOTE = 2000;

    private final LogReviews reviews;

    OccasionPages(LogReviews reviews) {
        this.reviews = reviews;
    }

    @GetMapping("/log-review/{id}/rows/{number}")
    String see(Actor.Staff staff, @PathVariable LogReviewId id, @PathVariable String number, Model model) {
        var detail = reviews.see(staff, id, read(number));
        var fields = Fields.empty();
        detail.occasion().verdict().ifPresent(verdict -> fields.with("verdict", verdict));
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
        var verdict = fields.choice("verdict", Verdict.class, "log-review.verdict");
        var note = fields.text("note", LONGEST_NOTE);
        if (fields.ok() && verdict != Verdict.IN_ORDER && note.isEmpty()) {
            fields.fail("note", "log-review.note.required");
        }
        if (!fields.ok()) {
            model.addAttribute("detail", reviews.see(staff, id, read(number)));
            model.addAttribute("fields", fields);
            return "review/occasion";
        }
        var next = reviews.judge(staff, id, read(number), verdict, note);
        after.addFlashAttribute("notice", next.isPresent() ? "log-review.judged" : "log-review.judged.last");
        return "redirect:/log-review/" + id + next.map(one -> "/rows/" + one).orElse("");
    }

    private static int read(String number) {
        if (!number.matches("[1-9]\\d{0,8}")) {
            throw new NotFoundException();
        }
        return Integer.parseInt(number);
    }
}
