package se.framsteg.assessment.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RadarTest {

    private static final Axis HEALTH = moved("Hälsa", 2, 3);
    private static final Axis WORK = moved("Arbete", 1, 4);
    private static final Axis UNANSWERED = new Axis("Vardag", Map.of(Series.PARTICIPANT_NOW, 5.0));

    @Test
    void aVoiceWithoutAScoreInBothRoundsHasTakenNoStep() {
        assertThat(HEALTH.step(Voice.PARTICIPANT)).contains(new Step(2, 3));
        assertThat(HEALTH.step(Voice.CASEWORKER)).isEmpty();
        assertThat(UNANSWERED.step(Voice.PARTICIPANT)).isEmpty();
    }

    @Test
    void howFarApartTheVoicesAreIsKnownOnlyWhereBothHaveAnswered() {
        var apart = new Axis("Vardag", Map.of(Series.PARTICIPANT_NOW, 4.0, Series.CASEWORKER_NOW, 2.5));
        assertThat(apart.caseworkerAbove()).contains(-1.5);
        assertThat(UNANSWERED.caseworkerAbove()).isEmpty();
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
}
