package se.framsteg.fidelity.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.cases.Result;
import se.framsteg.fidelity.FidelityExamples;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.fidelity.scale.ScaleId;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** Raters score on their own, see each other's scores when all are done, and what they agree on never changes. */
@FramstegTest
class ReviewsTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Reviews reviews;

    @Autowired
    OwnerSql owner;

    @Autowired
    JdbcClient application;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private FidelityExamples examples;
    private World.Place place;
    private Actor.Staff one;
    private Actor.Staff other;
    private ReviewId review;

    @BeforeEach
    void aReviewByTwo() {
        examples = new FidelityExamples(beans);
        place = world.place();
        one = place.otherCaseworker();
        var region = world.organisation(place.association(), "Regionen", OrganisationKind.REGION);
        other = world.person(region, "Rut Region", Role.LEAD);
        examples.specialist(place, place.caseworker(), 100);
        examples.since(place, place.caseworker(), 100);
        review = examples.review(place, one, other);
    }

    private static List<String> reasons(Result<?> result) {
        return result instanceof Result.Refused<?>(var reasons)
                ? reasons.stream()
                        .map(reason -> reason.field() + " " + reason.key())
                        .toList()
                : List.of();
    }

    @Test
    void nobodySeesAnothersScoresBeforeAllAreDone() {
        examples.rated(one, review, 4);
        assertThat(reviews.see(other, review).raters())
                .allMatch(rater -> rater.marks().isEmpty());
        assertThat(reviews.see(place.lead(), review).raters())
                .allMatch(rater -> rater.marks().isEmpty());
        assertThat(scoresInTheDatabase(other)).isZero();
        assertThat(scoresInTheDatabase(place.lead())).isZero();
        examples.rated(other, review, 3);
        assertThat(reviews.see(other, review).raters())
                .allMatch(rater -> rater.marks().size() == 25);
        assertThat(scoresInTheDatabase(other)).isEqualTo(50);
    }

    private Mark own(String item) {
        return requireNonNull(reviews.see(one, review).own().get(item));
    }

    private int scoresInTheDatabase(Actor.Staff who) {
        return requireNonNull(transactions.execute(_ -> {
            asking.by(who);
            return application
                    .sql("select count(*) from fidelity_scores where review_id = ?")
                    .param(review.value())
                    .query(Integer.class)
                    .single();
        }));
    }

    @Test
    void whatWasWorkedOutIsAsItWasWhenTheReviewBegan() {
        var before = requireNonNull(reviews.see(one, review).computed().get(Measure.CASELOAD));
        examples.since(place, place.caseworker(), 50);
        assertThat(reviews.see(one, review).computed().get(Measure.CASELOAD)).isEqualTo(before);
        assertThat(before.value()).hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("1"));
    }

    @Test
    void whoIsDoneHasScoredAllAndSaysWhyAScoreIsNotAsWorkedOut() {
        var marks = new HashMap<>(examples.marks(one, review, 4));
        marks.put("caseload", new Mark(Optional.of(4), ""));
        marks.put("disclosure", new Mark(Optional.empty(), "Vet inte än"));
        var refused = reviews.rate(one, review, 0, marks, true);
        assertThat(reasons(refused))
                .containsExactly(
                        "note-caseload fidelity.score.note-required", "score-disclosure fidelity.score.required");
        // What was typed is kept, though it is not done.
        assertThat(own("disclosure").note()).isEqualTo("Vet inte än");
        assertThat(reviews.see(one, review).allowed()).contains(Action.RATE_FIDELITY);
    }

    @Test
    void twoWindowsDoNotWriteOverEachOther() {
        assertThat(reviews.rate(one, review, 0, examples.marks(one, review, 4), false))
                .isInstanceOf(Result.Done.class);
        assertThat(reviews.rate(one, review, 0, examples.marks(one, review, 1), false))
                .isInstanceOf(Result.Stale.class);
        assertThat(own("caseload").score()).contains(4);
    }

    @Test
    void aDisagreementIsSettledWithAReason() {
        examples.rated(one, review, 4);
        var marks = new HashMap<>(examples.marks(other, review, 4));
        marks.put("supervisor", new Mark(Optional.of(2), "Ingen handledning i fält."));
        reviews.rate(other, review, 0, marks, true).orThrow();
        var agreed = new HashMap<String, Mark>();
        marks.forEach((item, mark) -> agreed.put(item, new Mark(mark.score(), "")));
        assertThat(reasons(reviews.agree(one, review, 0, agreed, "")))
                .containsExactly("note-supervisor fidelity.score.disagreed");
        agreed.put("supervisor", new Mark(Optional.of(5), ""));
        assertThat(reasons(reviews.agree(one, review, 0, agreed, "")))
                .containsExactly("note-supervisor fidelity.score.nobody-found");
        agreed.put("supervisor", new Mark(Optional.of(3), "Enades om att det har börjat."));
        reviews.agree(one, review, 0, agreed, "Fler möten.").orThrow();
        var result = reviews.see(place.lead(), review).result().orElseThrow();
        assertThat(result.sum()).isEqualTo(24 * 4 + 3);
        assertThat(requireNonNull(result.marks().get("supervisor")).note()).isEqualTo("Enades om att det har börjat.");
    }

    @Test
    void anAgreedReviewNeverChanges() {
        var done = examples.agreed(place, one);
        assertThatThrownBy(() -> reviews.drop(place.lead(), done)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> reviews.agree(one, done, 1, Map.of(), "")).isInstanceOf(NotFoundException.class);
        for (var statement : List.of(
                "update fidelity_agreed set score = 5 where review_id = ?",
                "delete from fidelity_agreed where review_id = ?",
                "update fidelity_reviews set summary = 'Annat' where id = ?",
                "update fidelity_computed set blanks = 0 where review_id = ?",
                "update fidelity_scores set score = 5 where review_id = ?")) {
            assertThatThrownBy(() -> owner.sql(statement).param(done.value()).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changed");
        }
    }

    @Test
    void twoWhoAgreeAtOnceSettleItOnce() throws Exception {
        examples.rated(one, review, 4);
        examples.rated(other, review, 4);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var first = pool.submit(agreeing(one, "Först"));
            var second = pool.submit(agreeing(other, "Sedan"));
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder("done", "late");
        }
        assertThat(reviews.see(one, review).result().orElseThrow().marks()).hasSize(25);
    }

    private Callable<String> agreeing(Actor.Staff who, String summary) {
        return () -> {
            try {
                return reviews.agree(who, review, 0, examples.marks(who, review, 4), summary) instanceof Result.Done<?>
                        ? "done"
                        : "late";
            } catch (NotFoundException _) {
                return "late";
            }
        };
    }

    @Test
    void laterReviewsStandBesideEarlierOnes() {
        var ips = reviews.see(one, review).scaleId();
        var earlier = reviews.begin(
                        place.lead(),
                        place.initiative(),
                        ReviewId.create(),
                        ips,
                        today.minusYears(1),
                        today.minusMonths(6),
                        Set.of(one.id()))
                .orThrow();
        examples.rated(one, earlier, 2);
        reviews.agree(one, earlier, 0, examples.marks(one, earlier, 2), "").orThrow();
        var now = examples.agreed(place, one);
        assertThat(reviews.see(place.lead(), now).result().orElseThrow().earlier())
                .extracting(ReviewView.Earlier::sum)
                .containsExactly(50);
    }

    @Test
    void daysAndRatersThatCanNotBeAreRefused() {
        var ips = reviews.see(one, review).scaleId();
        var raters = Set.of(one.id());
        assertThat(reasons(begin(ips, today, today.minusDays(1), raters)))
                .containsExactly("to fidelity.review.to.before");
        assertThat(reasons(begin(ips, today, today.plusDays(1), raters)))
                .containsExactly("to fidelity.review.to.future");
        assertThat(reasons(begin(ips, today.minusYears(4), today, Set.of())))
                .containsExactly("from fidelity.review.from.far", "rater1 fidelity.review.raters.required");
        var stranger = world.place().caseworker();
        assertThatThrownBy(() -> begin(ips, today, today, Set.of(stranger.id())))
                .isInstanceOf(NotFoundException.class);
    }

    private Result<ReviewId> begin(ScaleId scale, LocalDate from, LocalDate to, Set<StaffId> raters) {
        return reviews.begin(place.lead(), place.initiative(), ReviewId.create(), scale, from, to, raters);
    }

    @Test
    void nobodyElseComesNearIt() {
        for (var who : List.of(
                place.caseworker(),
                place.officer(),
                place.administrator(),
                world.place().lead())) {
            assertThatThrownBy(() -> reviews.see(who, review)).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> reviews.rate(place.lead(), review, 0, Map.of(), false))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aRaterWhoHasLeftRatesNoMore() {
        owner.sql("delete from staff_roles where staff_id = ?")
                .param(other.id().value())
                .update();
        var gone = new Actor.Staff(other.id(), other.association(), other.organisation(), other.name(), Set.of());
        assertThatThrownBy(() -> reviews.see(gone, review)).isInstanceOf(NotFoundException.class);
        assertThat(scoresInTheDatabase(gone)).isZero();
    }

    @Test
    void thePaperSaysWhatKindOfReviewItIs() {
        var done = examples.agreed(place, one);
        var visitor = new Visitor(port).signIn(world.email(place.lead()));
        var paper = visitor.get("/fidelity/reviews/" + done + "/paper.pdf");
        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(visitor.get("/fidelity/reviews/" + review + "/paper.pdf").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theDatabaseLetsNobodyPeekOrSettleForOthers() {
        examples.rated(one, review, 4);
        // A rater who would be done for a moment, to see what the other found.
        refused(
                other,
                "update fidelity_raters set finished_at = now() where review_id = :review and staff_id = :who",
                "scored everything");
        refused(
                one,
                "update fidelity_raters set finished_at = null where review_id = :review and staff_id = :who",
                "stays done");
        // A rater who does not lead gives nothing up; a lead who does not rate settles nothing, and changes no figure
        // once somebody has rated.
        refused(other, "update fidelity_reviews set dropped_at = now() where id = :review", "given up by a lead");
        refused(
                place.lead(),
                "update fidelity_reviews set summary = 'Bra' where id = :review",
                "settled by its raters");
        refused(place.lead(), "delete from fidelity_computed where review_id = :review", "permission denied");
        refused(
                place.lead(),
                "insert into fidelity_computed (review_id, measure, blanks, figure_keys, figure_numbers) values"
                        + " (:review, 'PHASES_X', 0, '{}', '{}')",
                "row-level security");
        refused(
                place.lead(),
                "insert into fidelity_raters (review_id, staff_id) values (:review, :who)",
                "row-level security");
        examples.rated(other, review, 4);
        refused(
                one,
                "update fidelity_reviews set agreed_at = now(), agreed_by = :who where id = :review",
                "settled with scores");
    }

    private void refused(Actor.Staff who, String statement, String why) {
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    asking.by(who);
                    var spec = application.sql(statement).param("review", review.value());
                    (statement.contains(":who") ? spec.param("who", who.id().value()) : spec).update();
                }))
                .as(statement)
                .hasStackTraceContaining(why);
    }

    @Test
    void aNoteThatNamesAParticipantIsRefusedAndComesBack() {
        var named = world.aCase(place).called("Petronella Provström").of(one).started();
        assertThat(named).isNotNull();
        var marks = new HashMap<>(examples.marks(one, review, 4));
        marks.put("outreach", new Mark(Optional.of(4), "Petronella Provström fick besök."));
        assertThat(reasons(reviews.rate(one, review, 0, marks, false)))
                .containsExactly("note-outreach fidelity.words.person");
        assertThat(reviews.see(one, review).own()).isEmpty();
    }

    @Test
    void othersThanLeadsAreToldCountsRoughly() {
        var rater = new Visitor(port).signIn(world.email(one));
        var lead = new Visitor(port).signIn(world.email(place.lead()));
        var done = examples.agreed(place, one);
        assertThat(lead.get("/fidelity/reviews/" + done).body()).contains("1 deltagare på 1 heltider");
        assertThat(rater.get("/fidelity/reviews/" + done).body())
                .contains("1 per heltid")
                .doesNotContain("1 deltagare på 1 heltider");
    }
}
