package se.framsteg.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.demo.DemoPlaces.Kind;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.fidelity.review.Mark;
import se.framsteg.fidelity.review.ReviewId;
import se.framsteg.fidelity.review.Reviews;
import se.framsteg.fidelity.scale.Scales;
import se.framsteg.fidelity.unit.CareTeams;
import se.framsteg.fidelity.unit.LogReviewId;
import se.framsteg.fidelity.unit.Specialist;
import se.framsteg.fidelity.unit.SpecialistId;
import se.framsteg.fidelity.unit.Units;

/** The IPS unit with its specialists and care teams, a review that is agreed on, and one in which a rater is done and the other is not. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoFidelity {
    private static final List<String> CARE_TEAMS =
            List.of("Öppenpsykiatrin norr", "Öppenpsykiatrin söder", "Psykosmottagningen");
    private static final int WEEKS = 52;

    private final Units units;
    private final CareTeams careTeams;
    private final Reviews reviews;
    private final Scales scales;

    DemoFidelity(Units units, CareTeams careTeams, Reviews reviews, Scales scales) {
        this.units = units;
        this.careTeams = careTeams;
        this.reviews = reviews;
        this.scales = scales;
    }

    /** @param workplaces the leads of the teams among them rate the others' work by IPS */
    void review(List<Workplace> workplaces, LocalDate today) {
        var raters = workplaces.stream()
                .filter(place -> place.kind() == Kind.IST)
                .limit(2)
                .map(Workplace::lead)
                .toList();
        workplaces.stream().filter(place -> place.kind() == Kind.IPS).forEach(place -> {
            staff(place, today);
            goThroughLog(place, today);
            var last = today.minusMonths(6);
            DemoClock.on(last, () -> agreed(place, raters, last));
            halfway(place, raters, today);
        });
    }

    private void staff(Workplace place, LocalDate today) {
        int number = 0;
        for (var coach : place.caseworkers()) {
            var terms = new Specialist.Terms(number++ == 0 ? 100 : 75, today.minusMonths(18), Optional.empty());
            units.add(place.lead(), place.initiative(), SpecialistId.create(), coach.id(), terms)
                    .orThrow();
        }
        CARE_TEAMS.forEach(name -> units.addCareTeam(place.lead(), place.initiative(), name));
        place.caseworkers().forEach(this::tellTeams);
    }

    /** Most come from one team, some from another, and of a few nobody has told. */
    private void tellTeams(Actor.Staff coach) {
        int number = 0;
        for (var one : careTeams.own(coach)) {
            var teams = one.offered().keySet().stream().toList();
            if (number % 8 != 7) {
                careTeams.tell(
                        coach,
                        one.person().id(),
                        Optional.of(teams.get(number % 4 == 3 ? 1 : number % 9 == 8 ? 2 : 0)));
            }
            number++;
        }
    }

    private void goThroughLog(Workplace place, LocalDate today) {
        for (int week = WEEKS; week > 0; week--) {
            var friday = today.minusWeeks(week).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
            if (week % 6 != 0 && !friday.isAfter(today)) {
                units.addLogReview(place.lead(), place.initiative(), LogReviewId.create(), friday, "")
                        .orThrow();
            }
        }
    }

    private boolean agreed(Workplace place, List<Actor.Staff> raters, LocalDate today) {
        var id = begun(place, raters, today);
        raters.forEach(rater -> rate(rater, id, new Random(place.municipality().hashCode())));
        var marks = marks(raters.getFirst(), id, new Random(place.municipality().hashCode()));
        reviews.agree(
                        raters.getFirst(),
                        id,
                        0,
                        marks,
                        "Nära till vården och till deltagarna. Till nästa gång: träffa fler arbetsgivare, och gå med"
                                + " ut i fält.")
                .orThrow();
        return true;
    }

    /** The first rater is done; the second has found something else of one item, and is not. */
    private void halfway(Workplace place, List<Actor.Staff> raters, LocalDate today) {
        var id = begun(place, raters, today);
        rate(raters.getFirst(), id, new Random(7));
        var marks = new HashMap<>(marks(raters.getLast(), id, new Random(7)));
        marks.put("supervisor", new Mark(Optional.of(2), "Jag såg ingen handledning ute i fält."));
        marks.put("outreach", new Mark(Optional.empty(), ""));
        reviews.rate(raters.getLast(), id, 0, marks, false).orThrow();
    }

    private ReviewId begun(Workplace place, List<Actor.Staff> raters, LocalDate today) {
        var ips = scales.offered(place.lead().association()).stream()
                .filter(one -> one.scale().key().equals("framsteg-ips-25"))
                .findFirst()
                .orElseThrow();
        return reviews.begin(
                        place.lead(),
                        place.initiative(),
                        ReviewId.create(),
                        ips.id(),
                        today.plusDays(1).minusMonths(6),
                        today,
                        Set.of(raters.getFirst().id(), raters.getLast().id()))
                .orThrow();
    }

    private void rate(Actor.Staff rater, ReviewId id, Random random) {
        reviews.rate(rater, id, 0, marks(rater, id, random), true).orThrow();
    }

    /** As worked out where that could be done, and else between three and five. */
    private Map<String, Mark> marks(Actor.Staff rater, ReviewId id, Random random) {
        var marks = new HashMap<String, Mark>();
        var view = reviews.see(rater, id);
        for (var item : view.scale().items()) {
            var judged = 3 + random.nextInt(3);
            marks.put(item.key(), new Mark(view.computedScore(item).or(() -> Optional.of(judged)), ""));
        }
        return marks;
    }
}
