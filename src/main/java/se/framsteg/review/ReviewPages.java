package se.framsteg.review;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.shared.LogReviewId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** Reviews of the journal: which there are, starting one, what it picked out, closing it. */
@Controller
class ReviewPages {
    private static final int DEFAULT_SAMPLE = 20;
    private static final int DEFAULT_MANY = 15;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LogReviews reviews;
    private final Guard guard;
    private final Clock clock;

    ReviewPages(LogReviews reviews, Guard guard, Clock clock) {
        this.reviews = reviews;
        this.guard = guard;
        this.clock = clock;
    }

    @GetMapping("/log-review")
    String list(Actor.Staff staff, Model model) {
        var list = reviews.list(staff);
        model.addAttribute("reviews", list);
        model.addAttribute("names", reviews.names(staff, list));
        return "review/reviews";
    }

    @GetMapping("/log-review/new")
    String start(Actor.Staff staff, Model model) {
        var yesterday = LocalDate.now(clock).minusDays(1);
        return form(
                staff,
                Fields.empty()
                        .with("from", yesterday.minusMonths(1).plusDays(1))
                        .with("to", yesterday)
                        .with("sample", DEFAULT_SAMPLE)
                        .with("many", DEFAULT_MANY),
                model);
    }

    private String form(Actor.Staff staff, Fields fields, Model model) {
        if (!guard.allows(staff, Action.REVIEW_LOG, staff.organisation())) {
            throw new NotFoundException();
        }
        model.addAttribute("fields", fields);
        return "review/new";
    }

    @PostMapping("/log-review/new")
    String start(Actor.Staff staff, Fields fields, Model model) {
        var asked = read(fields);
        if (!fields.ok()) {
            return form(staff, fields, model);
        }
        return "redirect:/log-review/" + reviews.start(staff, asked);
    }

    private NewReview read(Fields fields) {
        var from = fields.date("from", "log-review.from");
        var to = fields.date("to", "log-review.to");
        if (fields.ok()) {
            checkPeriod(fields, from, to);
        }
        return new NewReview(from, to, fields.number("sample", 1, 200), fields.number("many", 2, 1000), seed(fields));
    }

    private void checkPeriod(Fields fields, LocalDate from, LocalDate to) {
        if (to.isAfter(LocalDate.now(clock))) {
            fields.fail("to", "log-review.to.future");
        } else if (to.isBefore(from)) {
            fields.fail("to", "log-review.to.before");
        } else if (to.isAfter(from.plusYears(1))) {
            fields.fail("to", "log-review.to.too-long");
        }
    }

    /** Given to draw an earlier sample again; otherwise any. */
    private static long seed(Fields fields) {
        var text = fields.text("seed", 20);
        if (text.isEmpty()) {
            return RANDOM.nextLong(1, 1_000_000_000);
        }
        if (!text.matches("\\d{1,9}")) {
            fields.fail("seed", "log-review.seed.wrong");
            return 0;
        }
        return Long.parseLong(text);
    }

    @GetMapping("/log-review/{id}")
    String see(
            Actor.Staff staff,
            @PathVariable LogReviewId id,
            @RequestParam Optional<String> show,
            @RequestParam Optional<String> page,
            Model model) {
        var shown = Shown.of(show.orElse(""));
        var number = page.filter(text -> text.matches("[1-9]\\d{0,4}"))
                .map(Integer::valueOf)
                .orElse(1);
        model.addAttribute("view", reviews.see(staff, id, shown, number));
        model.addAttribute("shown", shown.toString());
        model.addAttribute("number", number);
        return "review/review";
    }

    @GetMapping("/log-review/{id}/close")
    String close(Actor.Staff staff, @PathVariable LogReviewId id, Model model) {
        return closing(staff, id, Fields.empty(), model);
    }

    private String closing(Actor.Staff staff, LogReviewId id, Fields fields, Model model) {
        model.addAttribute("closing", reviews.closing(staff, id));
        model.addAttribute("fields", fields);
        return "review/close";
    }

    @PostMapping("/log-review/{id}/close")
    String close(
            Actor.Staff staff, @PathVariable LogReviewId id, Fields fields, Model model, RedirectAttributes after) {
        if (!reviews.close(staff, id)) {
            fields.fail("log-review.close.left");
            return closing(staff, id, fields, model);
        }
        after.addFlashAttribute("notice", "log-review.closed");
        return "redirect:/log-review/" + id;
    }
}
