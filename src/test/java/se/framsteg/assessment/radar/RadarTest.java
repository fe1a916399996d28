package se.framsteg.assessment.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RadarTest {

    private static final Axis HEALTH = moved("Hälsa", 2, 3);
    private static final Axis WORK = moved("Arbete", 1, 4);
    private static final Axis NETWORK = moved("Nätverk", 3, 3);
    private static final Axis FOCUS = moved("Koncentration", 4, 3.5);
    private static final Axis UNANSWERED = new Axis("Vardag", Map.of(Series.PARTICIPANT_NOW, 5.0));

    @Test
    void stepsAreSortedByDirectionAndSize() {
        Steps steps = radar(HEALTH, WORK, NETWORK, FOCUS, UNANSWERED).steps(Voice.PARTICIPANT, 0);

        assertThat(steps.up()).extracting(Step::axis).containsExactly(WORK, HEALTH);
        assertThat(steps.same()).extracting(Step::axis).containsExactly(NETWORK);
        assertThat(steps.down()).extracting(Step::axis).containsExactly(FOCUS);
        assertThat(steps.notCompared()).containsExactly(UNANSWERED);
        assertThat(steps.up().getFirst().change()).isEqualTo(3);
    }

    @Test
    void aChangeWithinTheNoiseOfTheInstrumentIsNoChange() {
        Steps steps = radar(HEALTH, WORK, FOCUS).steps(Voice.PARTICIPANT, 1);

        assertThat(steps.up()).extracting(Step::axis).containsExactly(WORK);
        assertThat(steps.same()).extracting(Step::axis).containsExactly(HEALTH, FOCUS);
    }

    @Test
    void meansThatDifferOnlyInTheirLastBitsStayTheSame() {
        Axis mean = moved("Medel", 1.1 + 2.2, 3.3);

        assertThat(radar(mean, mean, mean).steps(Voice.PARTICIPANT, 0).same()).hasSize(3);
    }

    @Test
    void oneVoiceIsNotComparedWithTheOther() {
        assertThat(radar(HEALTH, WORK, FOCUS).steps(Voice.CASEWORKER, 0).notCompared())
                .hasSize(3);
    }

    @Test
    void voicesDifferFromOneStepOfFiveLargestFirst() {
        Axis alike = both("Hälsa", 3, 3.9);
        Axis lower = both("Arbete", 4, 3);
        Axis higher = both("Nätverk", 2, 5);

        List<Difference> differences = radar(alike, lower, higher, UNANSWERED).differences();

        assertThat(differences).extracting(Difference::axis).containsExactly(higher, lower);
        assertThat(differences).extracting(Difference::caseworkerAbove).containsExactly(3.0, -1.0);
    }

    @Test
    void whatCountsAsADifferenceGrowsWithTheScale() {
        Radar radar = new Radar(new Scale(0, 10), List.of(both("a", 2, 4), both("b", 2, 4.5), both("c", 2, 5)));

        assertThat(radar.differences())
                .extracting(difference -> difference.axis().label())
                .containsExactly("c", "b");
    }

    @Property(tries = 200)
    void everyAxisIsInExactlyOnePlace(@ForAll long seed) {
        Radar radar = Radars.any(seed);

        for (Voice voice : Voice.values()) {
            Steps steps = radar.steps(voice, 0.5);
            assertThat(steps.up().size()
                            + steps.same().size()
                            + steps.down().size()
                            + steps.notCompared().size())
                    .isEqualTo(radar.axes().size());
        }
    }

    @Test
    void aScoreOutsideTheScaleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> radar(HEALTH, WORK, moved("Fel", 0, 3)))
                .withMessageContaining("0.0");
    }

    @Test
    void fewerThanThreeAxesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> radar(HEALTH, WORK));
    }

    @Test
    void aLongScaleIsThinnedOutFromTheTop() {
        assertThat(new Scale(1, 5).ticks()).containsExactly(1, 2, 3, 4, 5);
        assertThat(new Scale(1, 7).ticks()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(new Scale(0, 10).ticks()).containsExactly(0, 2, 4, 6, 8, 10);
    }

    private static Radar radar(Axis... axes) {
        return new Radar(new Scale(1, 5), List.of(axes));
    }

    private static Axis moved(String label, double earlier, double now) {
        return new Axis(label, Map.of(Series.PARTICIPANT_EARLIER, earlier, Series.PARTICIPANT_NOW, now));
    }

    private static Axis both(String label, double participant, double caseworker) {
        return new Axis(label, Map.of(Series.PARTICIPANT_NOW, participant, Series.CASEWORKER_NOW, caseworker));
    }
}
