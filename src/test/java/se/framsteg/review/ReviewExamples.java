package se.framsteg.review;

import java.time.LocalDate;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.access.Actor;
import se.framsteg.shared.LogReviewId;
import se.framsteg.shared.Time;

/** Reviews of the journal, made through the door. */
public final class ReviewExamples {
    private static final LocalDate TODAY = LocalDate.now(Time.SWEDEN);

    private final LogReviews reviews;

    public ReviewExamples(ListableBeanFactory beans) {
        this.reviews = beans.getBean(LogReviews.class);
    }

    /** A review of the last month up to today, with a random sample of twenty. */
    public LogReviewId started(Actor.Staff administrator) {
        return started(administrator, 20, 15, 4711);
    }

    LogReviewId started(Actor.Staff administrator, int sample, int many, long seed) {
        return reviews.start(administrator, new NewReview(TODAY.minusMonths(1), TODAY, sample, many, seed));
    }
}
