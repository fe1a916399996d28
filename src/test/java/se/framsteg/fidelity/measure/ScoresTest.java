package se.framsteg.fidelity.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.framsteg.fidelity.measure.EmployerMeasures.Reviews;
import se.framsteg.fidelity.measure.SupportMeasures.Share;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.fidelity.scale.Scale;
import se.framsteg.fidelity.scale.Scale.How;
import se.framsteg.fidelity.scale.ScaleReader;
import se.framsteg.shared.definition.Reading;

/** The scores of IPS-25 on both sides of every threshold, worked out by hand. */
class ScoresTest {
    private static final Scale IPS = scale("framsteg-ips-25-1");

    private static Scale scale(String file) {
        try (var in = ScoresTest.class.getResourceAsStream("/fidelity/" + file + ".yaml")) {
            return ((Reading.Whole<Scale>) ScaleReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)))
                    .value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scale.Item item(String key) {
        return IPS.items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    /** Part and whole as registered; the value is rounded to one decimal before it is scored, as it is shown. */
    @ParameterizedTest
    @CsvSource({
        // 1. participants ÷ full-time posts
        "caseload, 20, 1, 5",
        "caseload, 20.04, 1, 5",
        "caseload, 20.05, 1, 4",
        "caseload, 25, 1, 4",
        "caseload, 25.1, 1, 3",
        "caseload, 30, 1, 3",
        "caseload, 30.1, 1, 2",
        "caseload, 40, 1, 2",
        "caseload, 40.1, 1, 1",
        "caseload, 90, 4.5, 5",
        // 2. minutes of work and study ÷ all minutes
        "employment-time, 960, 1000, 5",
        "employment-time, 959, 1000, 4",
        "employment-time, 900, 1000, 4",
        "employment-time, 899, 1000, 3",
        "employment-time, 750, 1000, 3",
        "employment-time, 749, 1000, 2",
        "employment-time, 600, 1000, 2",
        "employment-time, 599, 1000, 1",
        // 15. days ÷ participants: less is better
        "rapid-search, 30, 1, 5",
        "rapid-search, 301, 10, 4",
        "rapid-search, 60, 1, 4",
        "rapid-search, 601, 10, 3",
        "rapid-search, 150, 1, 3",
        "rapid-search, 1501, 10, 2",
        "rapid-search, 270, 1, 2",
        "rapid-search, 2701, 10, 1",
        // 16.
        "individualised-search, 900, 1000, 5",
        "individualised-search, 899, 1000, 4",
        "individualised-search, 750, 1000, 4",
        "individualised-search, 749, 1000, 3",
        "individualised-search, 500, 1000, 3",
        "individualised-search, 499, 1000, 2",
        "individualised-search, 250, 1000, 2",
        "individualised-search, 249, 1000, 1",
        // 19 and 20.
        "job-types, 85, 100, 5",
        "job-types, 849, 1000, 4",
        "job-types, 70, 100, 4",
        "job-types, 699, 1000, 3",
        "job-types, 60, 100, 3",
        "job-types, 599, 1000, 2",
        "job-types, 50, 100, 2",
        "job-types, 499, 1000, 1",
        "employers, 85, 100, 5",
        "employers, 849, 1000, 4",
        "employers, 70, 100, 4",
        "employers, 699, 1000, 3",
        "employers, 60, 100, 3",
        "employers, 599, 1000, 2",
        "employers, 50, 100, 2",
        "employers, 499, 1000, 1",
        // 21. with at least ten jobs
        "permanent-jobs, 95, 100, 5",
        "permanent-jobs, 949, 1000, 4",
        "permanent-jobs, 85, 100, 4",
        "permanent-jobs, 849, 1000, 3",
        "permanent-jobs, 75, 100, 3",
        "permanent-jobs, 749, 1000, 2",
        "permanent-jobs, 65, 100, 2",
        "permanent-jobs, 649, 1000, 1",
        "permanent-jobs, 10, 10, 5",
        "permanent-jobs, 9, 9, 1",
        // 24. half a tenth is rounded up, and thirty is not enough
        "community, 650, 1000, 5",
        "community, 649, 1000, 4",
        "community, 500, 1000, 4",
        "community, 499, 1000, 3",
        "community, 400, 1000, 3",
        "community, 399, 1000, 2",
        "community, 301, 1000, 2",
        "community, 300, 1000, 1",
        "community, 3005, 10000, 2",
        "community, 3004, 10000, 1"
    })
    void eachThresholdOfASharedValue(String key, String part, String whole, int score) {
        var item = item(key);
        var measured = item.measure().orElseThrow().unit() == Measure.Unit.PERCENT
                ? Measured.percent(number(part), number(whole), 0)
                : Measured.ratio(number(part), number(whole), 0);
        assertThat(measured.score(item)).contains(score);
    }

    /** 4. Never the lowest, which is for a programme that has nothing to do with care. */
    @ParameterizedTest
    @CsvSource({"90, 5", "89, 4", "75, 4", "74, 3", "50, 3", "49, 2", "0, 2"})
    void careTeams(long fromLargest, int score) {
        assertThat(CaseloadMeasures.teams(fromLargest, 100, 0, 3).score(item("care-teams")))
                .contains(score);
    }

    /** 6. Over 84 weeks of specialists, which are 19.3 months and 6.4 quarters. */
    @ParameterizedTest
    @CsvSource({
        "84, 20, 5",
        "84, 19, 4",
        "84, 0, 4",
        "83, 7, 4",
        "83, 6, 3",
        "20, 0, 3",
        "19, 0, 2",
        "7, 0, 2",
        "6, 0, 1",
        "0, 0, 1"
    })
    void talksWithAuthorities(long talks, long meetings, int score) {
        assertThat(TimeMeasures.talks(talks, meetings, number("84"), 0).score(item("authorities")))
                .contains(score);
    }

    /** 17. Three a week have not reached four, and score as two. */
    @ParameterizedTest
    @CsvSource({
        "60, weekly, 5",
        "59, weekly, 4",
        "50, weekly, 4",
        "49, weekly, 3",
        "40, weekly, 3",
        "39, weekly, 2",
        "30, weekly, 2",
        "20, weekly, 2",
        "19, weekly, 1",
        "60, monthly, 3",
        "40, monthly, 3",
        "39, monthly, 2",
        "60, never, 2",
        "20, never, 2",
        "19, never, 1"
    })
    void employersMetInAWeek(long met, String reviewed, int score) {
        var reviews =
                switch (reviewed) {
                    case "weekly" -> new Reviews(8, 10, 2, 2);
                    case "monthly" -> new Reviews(2, 10, 2, 2);
                    default -> new Reviews(0, 10, 1, 2);
                };
        var measured = EmployerMeasures.met(met, BigDecimal.TEN, number("60"), true, reviews);
        assertThat(measured.score(item("employer-contacts"))).contains(score);
    }

    @Test
    void whoHasFewerThanThreeSeekersNeedsTwiceAsManyForTheFullScore() {
        var weekly = new Reviews(8, 10, 2, 2);
        // Ten weeks with two seekers: forty make the full score, and thirty-nine are three.
        assertThat(EmployerMeasures.met(40, BigDecimal.TEN, number("40"), true, weekly)
                        .level())
                .contains(5);
        assertThat(EmployerMeasures.met(39, BigDecimal.TEN, number("40"), true, weekly)
                        .level())
                .contains(2);
        assertThat(EmployerMeasures.met(0, BigDecimal.TEN, BigDecimal.ZERO, true, weekly)
                        .level())
                .isEmpty();
    }

    @Test
    void withoutALogTheScoreIsTwoAndThreeWeeksOfFourAreWeekly() {
        var never = new Reviews(0, 8, 0, 2);
        assertThat(EmployerMeasures.met(0, BigDecimal.TEN, number("60"), false, never)
                        .level())
                .contains(2);
        assertThat(EmployerMeasures.met(0, BigDecimal.TEN, number("60"), true, never)
                        .level())
                .contains(1);
        assertThat(new Reviews(6, 8, 0, 2).weekly()).isTrue();
        assertThat(new Reviews(5, 8, 2, 2)).matches(reviews -> !reviews.weekly() && reviews.monthly());
        assertThat(new Reviews(5, 8, 1, 2).monthly()).isFalse();
    }

    /** 23. Kept of all, in tens and with one of ten left out; and of ten jobs how many had support for four months. */
    @ParameterizedTest
    @CsvSource({
        // before, start, week, month, lost, four
        "9, 9, 9, 9, 9, 9, 5", "8, 9, 9, 9, 9, 9, 4", "9, 8, 9, 9, 9, 9, 4", "9, 9, 9, 9, 8, 9, 4",
                "9, 9, 8, 9, 9, 5, 3",
        "9, 9, 9, 8, 9, 5, 3", "0, 0, 0, 1, 0, 5, 3", "9, 9, 9, 8, 9, 4, 2", "0, 0, 0, 1, 0, 0, 2",
                "9, 9, 9, 0, 9, 0, 1"
    })
    void supportThatLasts(int before, int start, int week, int month, int lost, int four, int score) {
        var measured = SupportMeasures.kept(
                new Share(before, 10),
                new Share(start, 10),
                new Share(week, 10),
                new Share(month, 10),
                new Share(lost, 10),
                new Share(four, 10));
        assertThat(measured.score(item("lasting-support"))).contains(score);
    }

    @Test
    void partsOfTheRhythmThatNobodyHasComeToAreNotMissed() {
        var none = new Share(0, 0);
        var all = new Share(3, 3);
        assertThat(SupportMeasures.kept(all, all, all, all, none, none).level()).contains(5);
        assertThat(SupportMeasures.kept(all, all, all, none, none, none).level())
                .isEmpty();
    }

    @Test
    void whereThereIsNothingToDivideByThereIsNoScore() {
        assertThat(Measured.percent(0, 0, 0).score(item("job-types"))).isEmpty();
        assertThat(TimeMeasures.talks(0, 0, BigDecimal.ZERO, 0).score(item("authorities")))
                .isEmpty();
    }

    @Test
    void theScaleHasTwentyFiveItemsAndItsBands() {
        assertThat(IPS.items()).hasSize(25);
        assertThat(IPS.items())
                .filteredOn(item -> item.how() == How.COMPUTED)
                .extracting(IPS::number)
                .containsExactly(1, 2, 4, 6, 15, 16, 17, 19, 20, 21, 23, 24);
        assertThat(IPS.items())
                .filteredOn(item -> !item.unverified())
                .extracting(IPS::number)
                .containsExactly(1, 2);
        assertThat(List.of(125, 115, 114, 100, 99, 74, 73, 25))
                .extracting(sum -> IPS.band(sum).map(Scale.Band::from))
                .containsExactly(of(115), of(115), of(100), of(100), of(74), of(74), of(25), of(25));
        assertThat(IPS.best()).isEqualTo(125);
        assertThat(scale("framsteg-se-10-1").items()).hasSize(10);
    }

    private static Optional<Integer> of(int from) {
        return Optional.of(from);
    }
}
