package se.framsteg.cases.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 3);

    private static Happening effort(Lane lane, int fromDaysAgo, int toDaysAgo) {
        return Happening.period(
                lane,
                TODAY.minusDays(fromDaysAgo),
                toDaysAgo < 0 ? Optional.empty() : Optional.of(TODAY.minusDays(toDaysAgo)),
                Told.written("x"));
    }

    private static Story story(Happening... happenings) {
        return new Story(List.of(happenings), TODAY.minusDays(200), Optional.empty(), TODAY);
    }

    @Test
    void whatEndedYesterdayOrBeginsTomorrowDoesNotGoOn() {
        var story = story(
                effort(Lane.WORK, 50, 1),
                effort(Lane.HEALTH, 50, 0),
                effort(Lane.SOCIAL, -1, -1),
                effort(Lane.STATE, 50, -1));
        assertThat(story.goingOn()).containsExactly(Lane.HEALTH);
        assertThat(story.mostAtOnce()).isEqualTo(2);
    }

    @Test
    void whatIsWithdrawnIsListedButNeitherDrawnNorCounted() {
        var mistake = new Happening(
                Lane.WORK, TODAY.minusDays(9), Optional.empty(), Told.written("x"), List.of(), "", true, false);
        var story = story(mistake);
        assertThat(story.newestFirst()).containsExactly(mistake);
        assertThat(story.goingOn()).isEmpty();
        assertThat(story.timeLine(false).rows()).isEmpty();
    }

    @Test
    void aPlanFarAheadDoesNotSqueezeThePast() {
        var story = story(effort(Lane.WORK, -360, -1), effort(Lane.HEALTH, 100, -1));
        assertThat(story.timeLine(false).to()).isEqualTo(TODAY.plusMonths(6));
    }

    @Test
    void whatHasNoEndIsDrawnToTodayThoughThePictureReachesFurther() {
        var line =
                story(effort(Lane.WORK, 50, -1), effort(Lane.HEALTH, -60, -1)).timeLine(false);
        var work = line.rows().getFirst().bars().getFirst();
        assertThat(work.goesOn()).isTrue();
        assertThat(work.x() + work.width()).isCloseTo(line.now().orElseThrow(), within(10));
        assertThat(line.times()).extracting(TimeLine.Time::count).containsExactly(1, 1);
    }

    @Test
    void anEndedCaseIsDrawnToItsEndUnlessAJobGoesOn() {
        var ended = Optional.of(TODAY.minusDays(100));
        var health = effort(Lane.HEALTH, 150, 100);
        var without = new Story(List.of(health), TODAY.minusDays(200), ended, TODAY);
        assertThat(without.timeLine(false).to()).isEqualTo(TODAY.minusDays(100));
        var with = new Story(List.of(health, effort(Lane.JOB, 110, -1)), TODAY.minusDays(200), ended, TODAY);
        assertThat(with.timeLine(false).to()).isEqualTo(TODAY);
        assertThat(with.timeLine(false).rows().getLast().bars().getFirst().goesOn())
                .isTrue();
    }

    @Test
    void theLastYearIsOfferedOnlyWhenThereIsMoreToLeaveOut() {
        assertThat(story().longerThanAYear()).isFalse();
        var old = new Story(List.of(effort(Lane.WORK, 600, -1)), TODAY.minusDays(600), Optional.empty(), TODAY);
        assertThat(old.longerThanAYear()).isTrue();
        var bar = old.timeLine(true).rows().getFirst().bars().getFirst();
        assertThat(bar.before()).isTrue();
        assertThat(bar.x()).isEqualTo(TimeLine.LEFT);
    }

    @Test
    void thoseWhoHadTheCaseComeInOrderAndTheLastOneHasIt() {
        var story = story(effort(Lane.CASEWORKER, 20, -1), effort(Lane.CASEWORKER, 200, 21));
        assertThat(story.caseworkers()).extracting(Happening::from).isSorted();
        assertThat(story.caseworker().orElseThrow().from()).isEqualTo(TODAY.minusDays(20));
        var ended = new Story(
                List.of(effort(Lane.CASEWORKER, 200, 21)),
                TODAY.minusDays(200),
                Optional.of(TODAY.minusDays(21)),
                TODAY);
        assertThat(ended.caseworker()).isPresent();
    }
}
