package se.framsteg.statistics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.framsteg.statistics.ledger.Attack.Setting;
import se.framsteg.statistics.ledger.FigureTable.Column;

/** Whether what is told of a ledger lets anybody work out that there are few (docs/adr/0020). */
class LedgerAttackTest {
    /** So many persons more than take a few seconds: to be tried by hand. */
    private static final int MORE = Integer.getInteger("framsteg.attack.more", 0);

    private static final int TRIES = Integer.getInteger("framsteg.attack.tries", 60);
    private static final int MOVES = 60_000;
    private static final Ladder TWO = ladder(List.of(0, 1));
    private static final Ladder THREE = ladder(List.of(0, 1, 2));
    private static final Ladder THREE_IN_TWO = ladder(List.of(0, 0, 1), List.of(0, 1, 2));
    /** As age is: the last is of the unknown, who are counted with others at first. */
    private static final Ladder WITH_UNKNOWN = ladder(List.of(0, 1, 1, 1), List.of(0, 1, 1, 2), List.of(0, 1, 2, 3));

    @SafeVarargs
    private static Ladder ladder(List<Integer>... levels) {
        return new Ladder(
                levels[0].stream().map(Object::toString).toList(),
                Stream.of(levels)
                        .map(level -> new Ladder.Level(
                                IntStream.range(0, (int)
                                                level.stream().distinct().count())
                                        .mapToObj(i -> new Column("C" + i, false))
                                        .toList(),
                                level))
                        .toList());
    }

    /** Some that are tried whole, each with so many persons as a few seconds allow. By hand many more have been. */
    static Stream<Arguments> small() {
        var none = List.<Ladder>of();
        return Stream.of(
                Arguments.of("sexes over three days", Setting.of(3, 3), 14),
                Arguments.of("sexes over four days", Setting.of(3, 4).patient(2), 12),
                Arguments.of("an attribute of three", Setting.of(3, 1, THREE), 14),
                Arguments.of("an attribute over two days", Setting.of(3, 2, TWO), 12),
                Arguments.of("an attribute over three days", Setting.of(3, 3, TWO), 9),
                Arguments.of(
                        "an attribute over four days", Setting.of(3, 4, TWO).ofOneSex(), 14),
                Arguments.of(
                        "an attribute of three over three days",
                        Setting.of(3, 3, THREE).ofOneSex(),
                        12),
                Arguments.of("a ladder over two days", Setting.of(3, 2, THREE_IN_TWO), 9),
                Arguments.of(
                        "a ladder over three days",
                        Setting.of(3, 3, THREE_IN_TWO).ofOneSex(),
                        12),
                Arguments.of("a ladder of three", Setting.of(3, 1, WITH_UNKNOWN), 11),
                Arguments.of(
                        "a ladder of three over two days",
                        Setting.of(3, 2, WITH_UNKNOWN).ofOneSex(),
                        12),
                Arguments.of("two attributes", Setting.of(3, 1, TWO, TWO), 12),
                Arguments.of("two attributes over two days", Setting.of(3, 2, TWO, TWO), 6),
                Arguments.of("two initiatives", Setting.of(3, 2).over(2), 12),
                Arguments.of("ends over two days", Setting.ending(3, 2, none, none), 10),
                Arguments.of("ends over three days", Setting.ending(3, 3, none, none), 6),
                Arguments.of("ends of one sex", Setting.ending(3, 3, none, none).ofOneSex(), 12),
                Arguments.of("an attribute of the end over two days", Setting.ending(3, 2, none, List.of(TWO)), 7),
                Arguments.of(
                        "a delayed one",
                        Setting.ending(3, 2, none, List.of(TWO)).delaying(0),
                        7),
                Arguments.of("of the start and the end", Setting.ending(3, 1, List.of(TWO), List.of(TWO)), 8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("small")
    void nothingToldLetsAnybodyWorkOutThatThereAreFew(String name, Setting setting, int persons) {
        var attack = new Attack(setting);
        attack.run(persons + MORE);

        assertThat(attack.histories()).isPositive();
        assertThat(attack.found(setting.fewest())).as(name).isEmpty();
    }

    /** Told from three on, two would be known: that is why more than the threshold are told of. */
    @Test
    void theAttackFindsWhatThereIsToFind() {
        var attack = new Attack(Setting.of(2, 2, TWO));
        attack.run(12);

        assertThat(attack.found(3)).isNotEmpty();
    }

    static Stream<Arguments> large() {
        var none = List.<Ladder>of();
        return Stream.of(
                Arguments.of("sexes over four days", Setting.of(3, 4)),
                Arguments.of("an attribute over three days", Setting.of(3, 3, THREE)),
                Arguments.of("a ladder over three days", Setting.of(3, 3, THREE_IN_TWO)),
                Arguments.of("a ladder of three over three days", Setting.of(3, 3, WITH_UNKNOWN)),
                Arguments.of("two attributes over three days", Setting.of(3, 3, TWO, TWO)),
                Arguments.of("ends over four days", Setting.ending(3, 4, none, none)),
                Arguments.of(
                        "ends over five patient days",
                        Setting.ending(3, 5, none, none).patient(2)),
                Arguments.of("an attribute of the end over three days", Setting.ending(3, 3, none, List.of(TWO))),
                Arguments.of("of the start and the end", Setting.ending(3, 3, List.of(TWO), List.of(TWO))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("large")
    void whereThereAreManyOthersWouldHaveGivenTheSame(String name, Setting setting) {
        var attack = new Attack(setting);
        var random = new Random(7);
        var found = new ArrayList<String>();
        for (int i = 0; i < TRIES; i++) {
            found.addAll(attack.shaken(attack.invented(10 + random.nextInt(60), random), MOVES, random));
        }

        assertThat(found).as(name).isEmpty();
    }
}
