package se.framsteg.statistics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.framsteg.statistics.ledger.Attack.Setting;
import se.framsteg.statistics.ledger.FigureTable.Column;

class LedgerAttackTest {
    private static final int MORE = Integer.getInteger("framsteg.attack.more", 0);
    private static final Ladder TWO = ladder(List.of(0, 1));
    private static final Ladder THREE = ladder(List.of(0, 1, 2));
    private static final Ladder THREE_IN_TWO = ladder(List.of(0, 0, 1), List.of(0, 1, 2));

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

    static Stream<Arguments> settings() {
        var none = List.<Ladder>of();
        return Stream.of(
                Arguments.of("sexes over three days", Setting.of(3, 3), 14),
                Arguments.of("sexes over four days", Setting.of(3, 4).patient(2), 13),
                Arguments.of("an attribute of three", Setting.of(3, 1, THREE), 14),
                Arguments.of("an attribute over two days", Setting.of(3, 2, TWO), 14),
                Arguments.of("an attribute over three days", Setting.of(3, 3, TWO), 10),
                Arguments.of(
                        "an attribute over four days", Setting.of(3, 4, TWO).ofOneSex(), 16),
                Arguments.of(
                        "an attribute of three over three days",
                        Setting.of(3, 3, THREE).ofOneSex(),
                        14),
                Arguments.of("a ladder over two days", Setting.of(3, 2, THREE_IN_TWO), 10),
                Arguments.of(
                        "a ladder over three days",
                        Setting.of(3, 3, THREE_IN_TWO).ofOneSex(),
                        14),
                Arguments.of("two attributes", Setting.of(3, 1, TWO, TWO), 14),
                Arguments.of("two attributes over two days", Setting.of(3, 2, TWO, TWO), 8),
                Arguments.of("two initiatives", Setting.of(3, 2).over(2), 12),
                Arguments.of("ends over two days", Setting.ending(3, 2, none, none), 13),
                Arguments.of("ends over three days", Setting.ending(3, 3, none, none), 8),
                Arguments.of("ends of one sex", Setting.ending(3, 3, none, none).ofOneSex(), 15),
                Arguments.of("an attribute of the end over two days", Setting.ending(3, 2, none, List.of(TWO)), 8),
                Arguments.of(
                        "a delayed one",
                        Setting.ending(3, 2, none, List.of(TWO)).delaying(0),
                        8),
                Arguments.of("of the start and the end", Setting.ending(3, 1, List.of(TWO), List.of(TWO)), 10));
    }

    static Stream<Arguments> larger() {
        var none = List.<Ladder>of();
        return Stream.of(
                Arguments.of("sexes over four days", Setting.of(3, 4)),
                Arguments.of("an attribute over three days", Setting.of(3, 3, THREE)),
                Arguments.of("a ladder over three days", Setting.of(3, 3, THREE_IN_TWO)),
                Arguments.of("two attributes over three days", Setting.of(3, 3, TWO, TWO)),
                Arguments.of("ends over four days", Setting.ending(3, 4, none, none)),
                Arguments.of(
                        "ends over five patient days",
                        Setting.ending(3, 5, none, none).patient(2)),
                Arguments.of("an attribute of the end over three days", Setting.ending(3, 3, none, List.of(TWO))),
                Arguments.of("of the start and the end", Setting.ending(3, 3, List.of(TWO), List.of(TWO))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("larger")
    void whereThereAreManyOthersWouldHaveGivenTheSame(String name, Setting setting) {
        var attack = new Attack(setting);
        var random = new java.util.Random(7);
        var found = new java.util.ArrayList<String>();
        long begun = System.currentTimeMillis();
        for (int i = 0; i < TRIES; i++) {
            var population = attack.invented(10 + random.nextInt(60), random);
            found.addAll(attack.shaken(population, MOVES, random));
        }
        System.out.println(name + ": " + (System.currentTimeMillis() - begun) + " ms; " + found.size() + " found "
                + found.stream().limit(4).toList());
        assertThat(found.isEmpty()).isTrue();
    }

    private static final int TRIES = Integer.getInteger("framsteg.attack.tries", 100);
    private static final int MOVES = Integer.getInteger("framsteg.attack.moves", 3000);

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void nothingToldLetsAnybodyWorkOutThatThereAreFew(String name, Setting setting, int persons) {
        var attack = new Attack(setting);
        long begun = System.currentTimeMillis();
        attack.run(persons + MORE);
        System.out.println(name + ": " + attack.populations() + " populations, " + attack.histories() + " histories, "
                + (System.currentTimeMillis() - begun) + " ms");
        var found = attack.found();
        System.out.println(found.size() + " found " + found.stream().limit(3).toList());
        System.out.flush();
        assertThat(found.isEmpty()).as("%s, up to %d persons", name, persons).isTrue();
    }
}
