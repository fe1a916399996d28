package se.framsteg.review;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import se.framsteg.access.Actor;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** What came of the reviews in a time, as a page to print and as a file. */
@Controller
class ReviewReportPages {
    private final LogReviews reviews;
    private final Clock clock;

    ReviewReportPages(LogReviews reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    @GetMapping("/log-review/report")
    String show(Actor.Staff staff, Fields fields, Model model) {
        var report = report(staff, fields);
        model.addAttribute("report", report);
        model.addAttribute("names", reviews.names(staff, report.reviews()));
        model.addAttribute("fields", fields);
        return "review/report";
    }

    @GetMapping("/log-review/report.csv")
    ResponseEntity<byte[]> file(Actor.Staff staff, Fields fields, @ModelAttribute("page") Page page) {
        var report = report(staff, fields);
        var name = "%s-%s-%s".formatted(page.t("log-review.file-name"), report.from(), report.to());
        return new ReviewReportFile(page, report).spreadsheet().download(name);
    }

    /** The time that is asked for; the year so far if none is, or none that can be. */
    private ReviewReport report(Actor.Staff staff, Fields fields) {
        var today = LocalDate.now(clock);
        var from = fields.optionalDate("from").orElse(today.withDayOfYear(1));
        var to = fields.optionalDate("to").orElse(today);
        if (fields.ok() && to.isBefore(from)) {
            fields.fail("to", "log-review.to.before");
        }
        if (fields.ok()) {
            fields.with("from", from).with("to", to);
        }
        return reviews.report(staff, from, to.isBefore(from) ? from : to);
    }
}
