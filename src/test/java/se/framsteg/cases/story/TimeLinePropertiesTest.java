package se.framsteg.cases.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TimeLinePropertiesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 3);

    @Provide
    Arbitrary<Story> stories() {
        var day = Arbitraries.integers().between(-1200, 500).map(TODAY::plusDays);
        var happening = Combinators.combine(
                        Arbitraries.of(Lane.values()),
                        day,
                        Arbitraries.integers().between(0, 400).optional(0.7))
                .as(TimeLinePropertiesTest::happening);
        var ended = Arbitraries.integers().between(-300, 0).map(TODAY::plusDays).optional(0.3);
        return Combinators.combine(
                        happening.list().ofMaxSize(25), Arbitraries.integers().between(0, 900), ended)
                .as((happenings, age, end) -> new Story(happenings, TODAY.minusDays(age), end, TODAY));
    }

    private static Happening happening(Lane lane, LocalDate from, Optional<Integer> days) {
        var told = Told.written("Något");
        return lane.marks()
                ? Happening.mark(lane, from, told, List.of(), "")
                : Happening.period(lane, from, days.map(from::plusDays), told);
    }

    @Property(tries = 300)
    void nothingOverlapsWithinARow(@ForAll("stories") Story story, @ForAll boolean lastYear) {
        for (var row : story.timeLine(lastYear).rows()) {
            for (int i = 1; i < row.bars().size(); i++) {
                assertThat(row.bars().get(i).x())
                        .isGreaterThanOrEqualTo(row.bars().get(i - 1).end());
            }
            for (int i = 1; i < row.marks().size(); i++) {
                assertThat(row.marks().get(i).x() - row.marks().get(i - 1).x()).isGreaterThanOrEqualTo(20);
            }
        }
    }

    @Property(tries = 300)
    void everythingIsInsideThePicture(@ForAll("stories") Story story, @ForAll boolean lastYear) {
        var line = story.timeLine(lastYear);
        for (var row : line.rows()) {
            assertThat(row.y() + TimeLine.BAR).isLessThanOrEqualTo(line.height());
            row.bars().forEach(bar -> {
                assertThat(bar.x()).isBetween(TimeLine.LEFT, TimeLine.RIGHT);
                assertThat(bar.end()).isBetween(TimeLine.LEFT, TimeLine.RIGHT);
                assertThat(bar.width()).isPositive();
            });
            row.marks().forEach(mark -> assertThat(mark.x()).isBetween(TimeLine.LEFT, TimeLine.RIGHT));
        }
        line.ticks().forEach(tick -> assertThat(tick.x()).isBetween(TimeLine.LEFT, TimeLine.RIGHT));
        line.times().forEach(time -> assertThat(time.x() + time.width()).isBetween(TimeLine.LEFT, TimeLine.RIGHT));
    }

    @Property(tries = 300)
    void everyHappeningOfThatTimeIsDrawnOnce(@ForAll("stories") Story story, @ForAll boolean lastYear) {
        var line = story.timeLine(lastYear);
        var drawn = line.rows().stream()
                .flatMap(row -> java.util.stream.Stream.concat(
                        row.bars().stream().map(TimeLine.Bar::what),
                        row.marks().stream().flatMap(mark -> mark.what().stream())))
                .toList();
        var expected = story.happenings().stream()
                .filter(one -> !one.from().isAfter(line.to())
                        && one.to().filter(to -> to.isBefore(line.from())).isEmpty())
                .toList();
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property(tries = 300)
    void whatRunsSideBySideIsCountedRightOnEveryDay(@ForAll("stories") Story story) {
        var efforts = story.efforts();
        var times = SideBySide.of(efforts, story.begun(), TODAY);
        for (var day = story.begun(); !day.isAfter(TODAY); day = day.plusDays(1)) {
            var on = day;
            var counted = times.stream()
                    .filter(time -> !on.isBefore(time.from()) && !on.isAfter(time.to()))
                    .mapToInt(SideBySide::count)
                    .sum();
            assertThat(counted)
                    .isEqualTo((int) efforts.stream().filter(one -> one.on(on)).count());
        }
    }

    @Property(tries = 200)
    void aTextInABarFitsOrIsLeftOut(@ForAll("stories") Story story) {
        var text = "Arbetsträning på återbruket i centrum";
        story.timeLine(false)
                .rows()
                .forEach(row -> row.bars()
                        .forEach(bar -> assertThat(bar.fit(text).length() * 7.4).isLessThanOrEqualTo(bar.width())));
    }
}
