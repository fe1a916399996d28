package se.framsteg.fidelity.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.cases.NamesInText;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.fidelity.measure.Measures;
import se.framsteg.fidelity.measure.Window;
import se.framsteg.fidelity.scale.Scale;
import se.framsteg.fidelity.scale.Scale.Item;
import se.framsteg.fidelity.scale.ScaleId;
import se.framsteg.fidelity.scale.Scales;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.Identifying;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.definition.LocalizedText;

/**
 * The door to reviews. A lead begins one, and what can be worked out is kept as it is then. Each rater scores on their own; when all are done
 * they see each other's scores and agree. Then the review is what it was.
 */
@Component
public class Reviews {
    /** Longer back than this is a slip of the pen. */
    private static final int LONGEST_YEARS = 3;

    static final int MOST_RATERS = 3;

    private final Guard guard;
    private final ReviewStore reviews;
    private final Scales scales;
    private final Measures measures;
    private final People people;
    private final Clock clock;

    Reviews(Guard guard, ReviewStore reviews, Scales scales, Measures measures, People people, Clock clock) {
        this.guard = guard;
        this.reviews = reviews;
        this.scales = scales;
        this.measures = measures;
        this.people = people;
        this.clock = clock;
    }

    /** Whom and what a review is about, by name. */
    @Component
    static class People {
        private final InitiativeRegister initiatives;
        private final OrganisationRegister organisations;
        private final StaffRegister staff;
        private final NamesInText named;

        People(
                InitiativeRegister initiatives,
                OrganisationRegister organisations,
                StaffRegister staff,
                NamesInText named) {
            this.initiatives = initiatives;
            this.named = named;
            this.organisations = organisations;
            this.staff = staff;
        }
    }

    /**
     * What a form to begin a review offers.
     *
     * @param raters who can rate, with their organisation: those who work with persons in the association
     */
    public record Offer(String initiative, List<Scales.Offered> scales, Map<StaffId, StaffRegister.Colleague> raters) {}

    /** @throws NotFoundException unless the actor leads the initiative */
    @Transactional
    public Offer offer(Actor.Staff actor, InitiativeId id) {
        guard.admit(actor, Action.BEGIN_FIDELITY_REVIEW, id);
        return new Offer(name(id), scales.offered(actor.association()), raters(actor));
    }

    private String name(InitiativeId id) {
        return people.initiatives.find(id).orElseThrow(NotFoundException::new).name();
    }

    private Map<StaffId, StaffRegister.Colleague> raters(Actor.Staff actor) {
        var ids = people.organisations.names(actor.association()).keySet().stream()
                .flatMap(one -> List.of(Role.CASEWORKER, Role.LEAD).stream()
                        .flatMap(role -> people.staff.withRole(one, role).keySet().stream()))
                .distinct()
                .toList();
        return people.staff.colleagues(ids);
    }

    /**
     * Begins a review, and keeps what can be worked out now. Beginning the same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @throws NotFoundException unless the actor leads the initiative, the scale is offered and the raters can be
     */
    @Transactional
    public Result<ReviewId> begin(
            Actor.Staff actor,
            InitiativeId initiative,
            ReviewId id,
            ScaleId scale,
            LocalDate from,
            LocalDate to,
            Set<StaffId> raters) {
        var permit = guard.permit(actor, Action.BEGIN_FIDELITY_REVIEW, initiative);
        var refusals = faults(from, to, raters);
        if (!refusals.isEmpty()) {
            permit.journal(Action.SEE_FIDELITY);
            return new Result.Refused<>(refusals);
        }
        if (!raters(actor).keySet().containsAll(raters)
                || scales.offered(actor.association()).stream()
                        .noneMatch(one -> one.id().equals(scale))) {
            throw new NotFoundException();
        }
        var window = new Window(from, to);
        if (reviews.begin(id, initiative, scale, window, raters, actor.id())) {
            reviews.keep(id, measures.of(initiative, window, scales.get(scale).measures()));
        }
        permit.journal(Action.BEGIN_FIDELITY_REVIEW);
        return new Result.Done<>(id);
    }

    private List<Refusal> faults(LocalDate from, LocalDate to, Set<StaffId> raters) {
        var faults = new ArrayList<Refusal>();
        if (to.isBefore(from)) {
            faults.add(Refusal.of("to", "fidelity.review.to.before"));
        } else if (to.isAfter(LocalDate.now(clock))) {
            faults.add(Refusal.of("to", "fidelity.review.to.future"));
        } else if (from.isBefore(to.minusYears(LONGEST_YEARS))) {
            faults.add(Refusal.of("from", "fidelity.review.from.far", LONGEST_YEARS));
        }
        if (raters.isEmpty()) {
            faults.add(Refusal.of("rater1", "fidelity.review.raters.required"));
        }
        if (raters.size() > MOST_RATERS) {
            faults.add(Refusal.of("rater1", "fidelity.review.raters.many", MOST_RATERS));
        }
        return faults;
    }

    /**
     * A review in a list.
     *
     * @param sum of the scores that were agreed on; empty until then
     */
    public record Line(
            ReviewId id,
            ScaleId scale,
            LocalizedText scaleName,
            Window window,
            int done,
            int raters,
            Optional<Integer> sum) {}

    /**
     * The reviews of an initiative, the latest days first.
     *
     * @throws NotFoundException unless the actor leads it
     */
    @Transactional
    public List<Line> of(Actor.Staff actor, InitiativeId id) {
        guard.admit(actor, Action.SEE_FIDELITY, id);
        return reviews.of(id).stream().map(this::line).toList();
    }

    /**
     * What raters have agreed on of the work, in one number.
     *
     * @param window the days that it is about
     * @param sum of the scores of all items
     */
    public record Agreed(Scale scale, Window window, int sum) {}

    /**
     * For other rooms: what was agreed on in several initiatives, the latest days first; those without are missing. Guards nothing: to be asked
     * inside the transaction of a guarded door, of initiatives whose reports the actor may see.
     */
    public Map<InitiativeId, List<Agreed>> agreed(Collection<InitiativeId> initiatives) {
        return reviews.sums(initiatives).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> one.getValue().stream()
                                .map(sum -> new Agreed(scales.get(sum.scale()), sum.window(), sum.total()))
                                .toList()));
    }

    private Line line(Review review) {
        var sum = review.agreed()
                .map(_ -> reviews.agreed(review.id()).values().stream()
                        .mapToInt(mark -> mark.score().orElse(0))
                        .sum());
        var done = review.raters().stream()
                .filter(rater -> rater.finished().isPresent())
                .count();
        return new Line(
                review.id(),
                review.scale(),
                scales.get(review.scale()).name(),
                review.window(),
                (int) done,
                review.raters().size(),
                sum);
    }

    /** @throws NotFoundException unless the actor leads the initiative or rates */
    @Transactional
    public ReviewView see(Actor.Staff actor, ReviewId id) {
        var allowed = guard.admit(actor, Action.SEE_FIDELITY_REVIEW, id);
        var review = reviews.find(id).orElseThrow(NotFoundException::new);
        var marks = reviews.marks(id);
        var named = people.staff.colleagues(
                review.raters().stream().map(Review.Rater::staff).toList());
        var raters = review.raters().stream()
                .map(rater -> {
                    var colleague = named.getOrDefault(rater.staff(), new StaffRegister.Colleague("", ""));
                    var shown = review.rated() ? marks.getOrDefault(rater.staff(), Map.of()) : Map.<String, Mark>of();
                    return new ReviewView.Rater(
                            colleague.name(),
                            colleague.organisation(),
                            rater.finished().isPresent(),
                            shown);
                })
                .toList();
        return new ReviewView(
                id,
                review.initiative(),
                name(review.initiative()),
                review.scale(),
                scales.get(review.scale()),
                review.window(),
                allowed,
                reviews.computed(id),
                review.rater(actor.id()).isPresent(),
                marks.getOrDefault(actor.id(), Map.of()),
                review.rater(actor.id()).map(Review.Rater::version).orElse(0),
                raters,
                result(review),
                review.version());
    }

    private Optional<ReviewView.Result> result(Review review) {
        return review.agreed()
                .map(at -> new ReviewView.Result(at, reviews.agreed(review.id()), review.summary(), earlier(review)));
    }

    private List<ReviewView.Earlier> earlier(Review review) {
        var key = scales.get(review.scale()).key();
        return reviews.of(review.initiative()).stream()
                .filter(other -> other.agreed().isPresent()
                        && other.window().to().isBefore(review.window().to())
                        && scales.get(other.scale()).key().equals(key))
                .map(other -> new ReviewView.Earlier(other.id(), other.window(), reviews.agreed(other.id())))
                .toList();
    }

    /**
     * Saves what the actor finds, and says that they are done if they are.
     *
     * @param version of the own marks as they were
     * @return refused with each note that tells of a person, and nothing is saved then; and, if done, with each item that lacks a score, or whose
     *     score is another than was worked out without a note: what was written is saved all the same
     * @throws NotFoundException unless the actor rates and is not done
     */
    @Transactional
    public Result<ReviewId> rate(
            Actor.Staff actor, ReviewId id, int version, Map<String, Mark> marks, boolean finished) {
        var permit = guard.permit(actor, Action.RATE_FIDELITY, id);
        var view = see(actor, id);
        var faults = new ArrayList<>(named(actor, marks, ""));
        if (!faults.isEmpty()) {
            return new Result.Refused<>(faults);
        }
        if (finished) {
            faults.addAll(faults(view, marks, view::computedScore));
        }
        // Nothing that was typed is lost, though it is not done.
        if (!reviews.save(id, actor.id(), version, known(view.scale(), marks), finished && faults.isEmpty())) {
            return new Result.Stale<>();
        }
        permit.journal(Action.RATE_FIDELITY);
        return faults.isEmpty() ? new Result.Done<>(id) : new Result.Refused<>(faults);
    }

    /** Notes in which somebody is named whom the others have nothing to do with: they are read elsewhere, printed and never changed. */
    private List<Refusal> named(Actor.Staff actor, Map<String, Mark> marks, String summary) {
        var written = new TreeMap<>(Map.of("summary", summary));
        marks.forEach((item, mark) -> written.put("note-" + item, mark.note()));
        // Names are looked up once for all that was written, and each part by itself only where there is one.
        var somebody = people.named.any(actor, String.join("\n", written.values()));
        return written.entrySet().stream()
                .filter(part -> Identifying.in(part.getValue()).contains(Identifying.IDENTITY_NUMBER)
                        || (somebody && people.named.any(actor, part.getValue())))
                .map(part -> Refusal.of(part.getKey(), "fidelity.words.person"))
                .toList();
    }

    private static Map<String, Mark> known(Scale scale, Map<String, Mark> marks) {
        return scale.items().stream()
                .filter(item -> marks.containsKey(item.key()))
                .collect(Collectors.toMap(Item::key, item -> marks.get(item.key())));
    }

    private interface Given {
        Optional<Integer> score(Item item);
    }

    private static List<Refusal> faults(ReviewView view, Map<String, Mark> marks, Given given) {
        var faults = new ArrayList<Refusal>();
        for (var item : view.scale().items()) {
            var mark = marks.getOrDefault(item.key(), new Mark(Optional.empty(), ""));
            if (mark.score().isEmpty()) {
                faults.add(Refusal.of("score-" + item.key(), "fidelity.score.required"));
            } else if (mark.note().isBlank()
                    && given.score(item)
                            .filter(score -> !score.equals(mark.score().get()))
                            .isPresent()) {
                faults.add(Refusal.of("note-" + item.key(), "fidelity.score.note-required"));
            }
        }
        return faults;
    }

    /**
     * Settles what the raters agree on; after that nothing changes.
     *
     * @param version of the review as it was
     * @param summary up to 4,000 characters
     * @return refused with each item that lacks a score, or a note though the raters found different scores
     * @throws NotFoundException unless the actor rates and all raters are done
     */
    @Transactional
    public Result<ReviewId> agree(
            Actor.Staff actor, ReviewId id, int version, Map<String, Mark> marks, String summary) {
        var permit = guard.permit(actor, Action.AGREE_ON_FIDELITY, id);
        var view = see(actor, id);
        var faults = new ArrayList<>(agreementFaults(view, marks));
        faults.addAll(named(actor, marks, summary));
        if (!faults.isEmpty()) {
            return new Result.Refused<>(faults);
        }
        if (!reviews.agree(id, version, known(view.scale(), marks), summary, actor.id())) {
            return new Result.Stale<>();
        }
        permit.journal(Action.AGREE_ON_FIDELITY);
        return new Result.Done<>(id);
    }

    private static List<Refusal> agreementFaults(ReviewView view, Map<String, Mark> marks) {
        var faults = new ArrayList<>(faults(view, marks, _ -> Optional.empty()));
        for (var item : view.scale().items()) {
            var mark = marks.get(item.key());
            if (mark != null
                    && mark.score().isPresent()
                    && mark.note().isBlank()
                    && !found(view, item).contains(mark.score().get())) {
                faults.add(Refusal.of("note-" + item.key(), "fidelity.score.nobody-found"));
            } else if (mark != null && mark.score().isPresent() && mark.note().isBlank() && !view.same(item)) {
                faults.add(Refusal.of("note-" + item.key(), "fidelity.score.disagreed"));
            }
        }
        return faults;
    }

    private static Set<Integer> found(ReviewView view, Item item) {
        return view.raters().stream()
                .flatMap(rater ->
                        rater.marks().getOrDefault(item.key(), new Mark(Optional.empty(), "")).score().stream())
                .collect(Collectors.toSet());
    }

    /**
     * Gives a review up that is not agreed on; it is not shown any more.
     *
     * @return stale if it has been agreed on meanwhile
     * @throws NotFoundException unless the actor leads the initiative
     */
    @Transactional
    public Result<ReviewId> drop(Actor.Staff actor, ReviewId id) {
        guard.admit(actor, Action.DROP_FIDELITY_REVIEW, id);
        return reviews.drop(id) ? new Result.Done<>(id) : new Result.Stale<>();
    }
}
