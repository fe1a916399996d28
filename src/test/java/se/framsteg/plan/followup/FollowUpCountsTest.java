package se.framsteg.plan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.framsteg.cases.LegalSex;
import se.framsteg.plan.followup.PlanFollowUp.Measure;
import se.framsteg.plan.followup.PlanFollowUp.Outcome;
import se.framsteg.plan.followup.PlanFollowUp.Part;
import se.framsteg.statistics.Figures;
import se.framsteg.statistics.Group;

class FollowUpCountsTest {
    private static Part shown(int[] women, int[] men) {
        var counts = new FollowUpCounts();
        for (var outcome : Outcome.values()) {
            counts.add(Measure.EFFORT, "", LegalSex.WOMAN, outcome, women[outcome.ordinal()], women[outcome.ordinal()]);
            counts.add(Measure.EFFORT, "", LegalSex.MAN, outcome, men[outcome.ordinal()], men[outcome.ordinal()]);
        }
        return counts.shown().stream()
                .filter(table -> table.measure() == Measure.EFFORT)
                .findFirst()
                .orElseThrow()
                .parts()
                .getFirst();
    }

    @Example
    void whatIsNotDoneAndNotToldIsPutTogetherWhereOneOfThemIsSmall() {
        assertThat(shown(new int[] {20, 6, 2}, new int[] {11, 5, 1}).rows())
                .containsExactly(
                        new Figures(Group.ALL, List.of(31, 14)),
                        new Figures(Group.WOMEN, List.of(20, 8)),
                        new Figures(Group.MEN, List.of(11, 6)));
    }

    @Example
    void manyEffortsOfOnePersonAreNotTold() {
        var counts = new FollowUpCounts();
        counts.add(Measure.DATED, "", LegalSex.WOMAN, Outcome.YES, 20, 1);
        counts.add(Measure.DATED, "", LegalSex.MAN, Outcome.YES, 20, 6);
        assertThat(counts.shown().stream()
                        .filter(table -> table.measure() == Measure.DATED)
                        .flatMap(table -> table.parts().stream())
                        .toList())
                .singleElement()
                .satisfies(part ->
                        assertThat(part.rows()).extracting(Figures::group).containsExactly(Group.ALL));
    }

    @Example
    void theSexesAreToldTogetherWhereOneOfThemIsSmall() {
        assertThat(shown(new int[] {20, 6, 5}, new int[] {11, 5, 3}).rows())
                .containsExactly(new Figures(Group.ALL, List.of(31, 11, 8)));
        assertThat(shown(new int[] {4, 0, 0}, new int[] {0, 0, 0}).shown()).isFalse();
    }

    @Property
    void nothingThatIsShownIsSmallAndNoneOfItIsTheRestOfASum(
            @ForAll("counts") int[] women, @ForAll("counts") int[] men) {
        var part = shown(women, men);
        assertThat(part.rows())
                .allSatisfy(row -> assertThat(row.numbers()).allMatch(number -> number == 0 || number >= 5));
        if (part.rows().size() > 1) {
            assertThat(part.rows()).extracting(Figures::group).containsExactly(Group.values());
        }
        for (var row : part.rows()) {
            for (int column = 0; column < part.columns().size(); column++) {
                if (part.columns().get(column).size() > 1) {
                    assertThat(row.numbers().get(column))
                            .as("of two parts of five one would know that both are small")
                            .isNotEqualTo(5);
                }
            }
        }
    }

    @Provide
    Arbitrary<int[]> counts() {
        return Arbitraries.integers().between(0, 14).array(int[].class).ofSize(Outcome.values().length);
    }
}
