package se.framsteg.review;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final int MOST_TOGETHER = 200;

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
     * Who the staff in a review are.
     *
     * @param roles what they have today
     */
    public record People(Map<StaffId, StaffRegister.Colleague> colleagues, Map<StaffId, Set<Role>> roles) {
        public String name(StaffId id) {
            return colleague(id).map(StaffRegister.Colleague::name).orElse("");
        }

        public Optional<StaffRegister.Colleague> colleague(StaffId id) {
            return Optional.ofNullable(colleagues.get(id));
        }

        public Set<Role> roles(StaffId id) {
            return roles.getOrDefault(id, Set.of());
        }

        /** The number alone: names stay out of logs. */
        @Override
        public String toString() {
            return colleagues.size() + " members of staff";
        }
    }

    /**
     * A review with those of its occasions that are asked for.
     *
     * @param signs on how many occasions there is each sign
     * @param more whether there are more after these
     * @param tries how often who of the staff has tried to open a case in an emergency and opened none, in the review's period
     * @param own how many occasions are the reviewer's own and wait for somebody else
     * @param others the organisation's other administrators, by name
     */
    public record View(
            LogReview review,
            Map<Sign, Integer> signs,
            List<Occasion> occasions,
            boolean more,
            People people,
            Map<StaffId, Integer> tries,
            int own,
            List<String> others) {}

    /**
     * One occasion with the journal's rows.
     *
     * @param sign the one by which most occasions can be judged together with this one
     * @param alike how many those are, this one included
     * @param own whether it is the reviewer's own, which somebody else reviews
     */
    public record Detail(
            LogReview review,
            Occasion occasion,
            List<JournalReading.Row> rows,
            People people,
            Sign sign,
            int alike,
            boolean own,
            List<String> others) {}

    /**
     * Occasions that can be given one verdict together: without any, with the same sign and by the same member of staff as one of
     * them.
     *
     * @param sign the one that all of them have
     */
    public record Alike(LogReview review, Occasion one, Sign sign, List<Occasion> occasions, People people) {
        public Set<Integer> numbers() {
            return occasions.stream().map(Occasion::number).collect(toSet());
        }
    }

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
        var tries = tries(reviewer, review.from(), review.to());
        return new View(
                review,
                table.signs(id),
                found.stream().limit(ON_A_PAGE).toList(),
                found.size() > ON_A_PAGE,
                people(review, found, tries.keySet()),
                tries,
                table.left(id, reviewer.id(), true),
                others(reviewer));
    }

    private Map<StaffId, Integer> tries(Actor.Staff reviewer, LocalDate from, LocalDate to) {
        return journal.times(
                reviewer.organisation(),
                Action.FAIL_EMERGENCY.name(),
                LogReviewTable.start(from),
                LogReviewTable.start(to.plusDays(1)));
    }

    private People people(LogReview review, List<Occasion> occasions, Collection<StaffId> more) {
        var ids = new ArrayList<>(more);
        occasions.forEach(one -> {
            ids.add(one.actor());
            one.verdicts().forEach(given -> ids.add(given.by()));
        });
        ids.add(review.startedBy());
        review.closedBy().ifPresent(ids::add);
        return new People(staff.colleagues(ids), staff.roles(ids));
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
        var alike = table.countAlike(id, one.actor());
        var sign = one.signs().stream()
                .max(comparing(some -> alike.getOrDefault(some, 0)))
                .orElseThrow();
        return new Detail(
                review,
                one,
                journal.rows(one.actor(), one.person(), one.firstAt(), one.lastAt(), MOST_ROWS),
                people(review, List.of(one), List.of()),
                sign,
                alike.getOrDefault(sign, 0),
                one.actor().equals(reviewer.id()),
                others(reviewer));
    }

    /**
     * Gives a verdict on an occasion, after others if there are any. Nobody reviews the own. The same verdict of the same reviewer, one
     * upon the other, is one.
     *
     * @param shown the occasions that the reviewer goes through
     * @return the next of them that waits for this reviewer
     * @throws NotFoundException if it may not be given
     */
    @Transactional
    Optional<Integer> judge(
            Actor.Staff reviewer, LogReviewId id, int number, Verdict verdict, String note, Shown shown) {
        guard.admit(reviewer, Action.GIVE_VERDICT, id);
        table.lock(id);
        judgeable(reviewer, id, number);
        table.judge(
                id, number, reviewer.organisation(), new Occasion.Given(verdict, note, reviewer.id(), clock.instant()));
        return table.next(id, reviewer.id(), shown, number);
    }

    private Occasion judgeable(Actor.Staff reviewer, LogReviewId id, int number) {
        return table.occasion(id, number)
                .filter(one -> !one.actor().equals(reviewer.id()))
                .orElseThrow(NotFoundException::new);
    }

    /**
     * What can be judged together with an occasion.
     *
     * @param sign one of the occasion's signs; its first if none or another is asked for
     * @throws NotFoundException if the occasion may not be judged by this reviewer
     */
    @Transactional
    Alike alike(Actor.Staff reviewer, LogReviewId id, int number, Optional<Sign> sign) {
        guard.permit(reviewer, Action.GIVE_VERDICT, id).journal(Action.SEE_LOG_REVIEW);
        return readAlike(reviewer, id, number, sign);
    }

    private Alike readAlike(Actor.Staff reviewer, LogReviewId id, int number, Optional<Sign> sign) {
        var one = judgeable(reviewer, id, number);
        var shared = sign.filter(one.signs()::contains).orElse(one.signs().getFirst());
        var review = table.find(id).orElseThrow(NotFoundException::new);
        var occasions = table.alike(id, one.actor(), shared, MOST_TOGETHER);
        return new Alike(review, one, shared, occasions, people(review, List.of(one), List.of()));
    }

    /**
     * Gives several occasions one verdict.
     *
     * @param numbers of those that can be judged together with the occasion
     * @return false, and nothing is done, if one of them can't: somebody else has judged it meanwhile
     * @throws NotFoundException if the occasion may not be judged by this reviewer
     */
    @Transactional
    boolean judgeTogether(
            Actor.Staff reviewer,
            LogReviewId id,
            int number,
            Sign sign,
            Set<Integer> numbers,
            Verdict verdict,
            String note) {
        var permit = guard.permit(reviewer, Action.GIVE_VERDICT, id);
        table.lock(id);
        var possible =
                readAlike(reviewer, id, number, Optional.of(sign)).numbers().containsAll(numbers);
        if (possible) {
            var given = new Occasion.Given(verdict, note, reviewer.id(), clock.instant());
            numbers.forEach(one -> table.judge(id, one, reviewer.organisation(), given));
        }
        permit.journal(possible ? Action.GIVE_VERDICT : Action.SEE_LOG_REVIEW);
        return possible;
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
        table.lock(id);
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
        var tries = tries(reviewer, from, to).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return new ReviewReport(from, to, reviews, table.counts(reviewer.organisation(), from, to), tries);
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
