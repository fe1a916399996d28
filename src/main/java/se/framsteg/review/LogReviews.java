package se.framsteg.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.audit.JournalReading;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.LogReviewId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;

/** The door to an organisation's reviews of its journal, for its administrators. */
@Component
public class LogReviews {
    static final int ON_A_PAGE = 50;
    private static final int MOST_ROWS = 500;

    private final LogReviewTable table;
    private final JournalReading journal;
    private final StaffRegister staff;
    private final Guard guard;
    private final Clock clock;

    LogReviews(LogReviewTable table, JournalReading journal, StaffRegister staff, Guard guard, Clock clock) {
        this.table = table;
        this.journal = journal;
        this.staff = staff;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * A review with those of its occasions that are asked for.
     *
     * @param more whether there are more after these
     * @param people who the staff in it are
     * @param own how many occasions are the reviewer's own and wait for somebody else
     * @param others the organisation's other administrators, by name
     */
    public record View(
            LogReview review,
            List<Occasion> occasions,
            boolean more,
            Map<StaffId, StaffRegister.Colleague> people,
            int own,
            List<String> others) {}

    /**
     * One occasion with the journal's rows.
     *
     * @param own whether it is the reviewer's own, which somebody else reviews
     */
    public record Detail(
            LogReview review,
            Occasion occasion,
            List<JournalReading.Row> rows,
            Map<StaffId, StaffRegister.Colleague> people,
            boolean own,
            List<String> others) {}

    /** The reviews of the actor's organisation, the latest first. */
    @Transactional
    public List<LogReview> list(Actor.Staff reviewer) {
        guard.admit(reviewer, Action.REVIEW_LOG, reviewer.organisation());
        return table.list(reviewer.organisation());
    }

    /** Starts a review: what it picks out is decided now. */
    @Transactional
    LogReviewId start(Actor.Staff reviewer, NewReview asked) {
        var permit = guard.permit(reviewer, Action.REVIEW_LOG, reviewer.organisation());
        var id = LogReviewId.create();
        table.start(id, reviewer, asked, clock.instant());
        permit.journal(Action.START_LOG_REVIEW);
        return id;
    }

    /** @param page from 1 */
    @Transactional
    View see(Actor.Staff reviewer, LogReviewId id, Shown shown, int page) {
        guard.admit(reviewer, Action.SEE_LOG_REVIEW, id);
        var found = table.occasions(id, shown, (page - 1) * ON_A_PAGE, ON_A_PAGE + 1);
        var review = table.find(id).orElseThrow(NotFoundException::new);
        return new View(
                review,
                found.stream().limit(ON_A_PAGE).toList(),
                found.size() > ON_A_PAGE,
                people(review, found),
                table.left(id, reviewer.id(), true),
                others(reviewer));
    }

    private Map<StaffId, StaffRegister.Colleague> people(LogReview review, List<Occasion> occasions) {
        var ids = new ArrayList<StaffId>();
        occasions.forEach(one -> {
            ids.add(one.actor());
            one.verdicts().forEach(given -> ids.add(given.by()));
        });
        ids.add(review.startedBy());
        review.closedBy().ifPresent(ids::add);
        return staff.colleagues(ids);
    }

    private List<String> others(Actor.Staff reviewer) {
        return staff.withRole(reviewer.organisation(), Role.ORGANISATION_ADMINISTRATOR).entrySet().stream()
                .filter(one -> !one.getKey().equals(reviewer.id()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** @throws NotFoundException if there is no such occasion */
    @Transactional
    Detail see(Actor.Staff reviewer, LogReviewId id, int number) {
        guard.admit(reviewer, Action.SEE_LOG_ROWS, id);
        var review = table.find(id).orElseThrow(NotFoundException::new);
        var one = table.occasion(id, number).orElseThrow(NotFoundException::new);
        return new Detail(
                review,
                one,
                journal.rows(one.actor(), one.person(), one.firstAt(), one.lastAt(), MOST_ROWS),
                people(review, List.of(one)),
                one.actor().equals(reviewer.id()),
                others(reviewer));
    }

    /**
     * Gives a verdict on an occasion, after others if there are any. Nobody reviews the own.
     *
     * @return the next occasion that waits for this reviewer
     * @throws NotFoundException if it may not be given
     */
    @Transactional
    Optional<Integer> judge(Actor.Staff reviewer, LogReviewId id, int number, Verdict verdict, String note) {
        guard.admit(reviewer, Action.GIVE_VERDICT, id);
        var one = table.occasion(id, number).orElseThrow(NotFoundException::new);
        if (one.actor().equals(reviewer.id())) {
            throw new NotFoundException();
        }
        table.judge(
                id, number, reviewer.organisation(), new Occasion.Given(verdict, note, reviewer.id(), clock.instant()));
        return table.next(id, reviewer.id());
    }

    /**
     * What keeps a review from being closed by this reviewer.
     *
     * @param left occasions without a verdict that the reviewer can give
     * @param ownLeft the reviewer's own, which another administrator has to review first, if there is one
     */
    public record Closing(LogReview review, int left, int ownLeft, List<String> others) {
        public boolean possible() {
            return left == 0 && (ownLeft == 0 || others.isEmpty());
        }
    }

    @Transactional
    Closing closing(Actor.Staff reviewer, LogReviewId id) {
        guard.admit(reviewer, Action.CLOSE_LOG_REVIEW, id);
        return readClosing(reviewer, id);
    }

    private Closing readClosing(Actor.Staff reviewer, LogReviewId id) {
        return new Closing(
                table.find(id).orElseThrow(NotFoundException::new),
                table.left(id, reviewer.id(), false),
                table.left(id, reviewer.id(), true),
                others(reviewer));
    }

    /** Closes a review for good; false, and nothing is done, if something is left to judge. */
    @Transactional
    boolean close(Actor.Staff reviewer, LogReviewId id) {
        var permit = guard.permit(reviewer, Action.CLOSE_LOG_REVIEW, id);
        var closed = readClosing(reviewer, id).possible();
        if (closed) {
            table.close(id, reviewer.id(), clock.instant());
        }
        permit.journal(closed ? Action.CLOSE_LOG_REVIEW : Action.SEE_LOG_REVIEW);
        return closed;
    }

    /** What came of the reviews that were started in a time, by day. */
    @Transactional
    ReviewReport report(Actor.Staff reviewer, LocalDate from, LocalDate to) {
        guard.admit(reviewer, Action.REVIEW_LOG, reviewer.organisation());
        var reviews = table.list(reviewer.organisation()).stream()
                .filter(one -> {
                    var on = LocalDate.ofInstant(one.startedAt(), se.framsteg.shared.Time.SWEDEN);
                    return !on.isBefore(from) && !on.isAfter(to);
                })
                .toList();
        return new ReviewReport(from, to, reviews, table.counts(reviewer.organisation(), from, to));
    }

    /** Who started and closed these reviews, by name. */
    @Transactional
    Map<StaffId, String> names(Actor.Staff reviewer, List<LogReview> reviews) {
        return guard.allows(reviewer, Action.REVIEW_LOG, reviewer.organisation())
                ? staff.names(reviews.stream()
                        .flatMap(one -> Stream.concat(Stream.of(one.startedBy()), one.closedBy().stream()))
                        .toList())
                : Map.of();
    }
}
