package se.framsteg.economy.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.framsteg.economy.amount.Amount;
import se.framsteg.economy.amount.AmountId;
import se.framsteg.economy.amount.Party;
import se.framsteg.economy.amount.Range;
import se.framsteg.economy.amount.Situation;
import se.framsteg.economy.calculation.Assumptions.Anyway;
import se.framsteg.economy.calculation.Assumptions.Discount;
import se.framsteg.economy.calculation.Assumptions.Move;
import se.framsteg.economy.calculation.Sensitivity.Kind;

/** Worked out by hand in docs/economy.md: twenty from social assistance to work. */
class ReckoningTest {
    private static final List<Amount> CERTAIN = List.of(
            amount(Party.KOMMUN, Situation.SOCIAL_ASSISTANCE, Range.of(-10_000, -10_000, -10_000)),
            amount(Party.KOMMUN, Situation.OPEN_WORK, Range.of(5_000, 5_000, 5_000)),
            amount(Party.INDIVIDUAL, Situation.SOCIAL_ASSISTANCE, Range.of(10_000, 10_000, 10_000)));
    private static final List<Amount> UNCERTAIN = List.of(
            amount(Party.KOMMUN, Situation.SOCIAL_ASSISTANCE, Range.of(-12_000, -10_000, -8_000)),
            amount(Party.KOMMUN, Situation.OPEN_WORK, Range.of(4_000, 5_000, 6_000)));

    private static Amount amount(Party party, Situation situation, Range perMonth) {
        return new Amount(
                AmountId.create(), Optional.empty(), party, situation, perMonth, 2025, LocalDate.EPOCH, "Exempel", "");
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static Range share(String low, String likely, String high) {
        return new Range(number(low), number(likely), number(high));
    }

    private static Range exactly(String share) {
        return Range.exactly(number(share));
    }

    private static Assumptions assumed(Lasting lasting, Range anyway, long cost, String discount) {
        return new Assumptions(
                "Slutrapporten",
                List.of(new Move(Situation.SOCIAL_ASSISTANCE, Situation.OPEN_WORK, 20)),
                lasting,
                new Anyway(anyway, "En jämförelsegrupp"),
                Map.of(Party.KOMMUN, BigDecimal.valueOf(cost)),
                "",
                new Discount(number(discount), "Räkneexempel"),
                2025);
    }

    private static Reckoning certain(long cost, String anyway, String discount) {
        var lasting = new Lasting(exactly("0.6"), exactly("0.4"), "");
        return new Reckoning(assumed(lasting, exactly(anyway), cost, discount), CERTAIN);
    }

    private static void assertKronor(BigDecimal found, String byHand) {
        assertThat(found).isCloseTo(number(byHand), within(number("0.01")));
    }

    @Example
    void aStepThatPaysIsWorkedOutAsByHand() {
        var reckoning = certain(3_000_000, "0.25", "0");
        assertKronor(reckoning.perMonth(Purse.KOMMUN).likely(), "300000");
        assertKronor(reckoning.months(Horizon.ONE_YEAR).likely(), "7.2");
        assertKronor(reckoning.months(Horizon.FIVE_YEARS).likely(), "25.2");
        assertKronor(reckoning.benefit(Purse.KOMMUN, Horizon.FIVE_YEARS).likely(), "7560000");
        assertKronor(reckoning.net(Purse.KOMMUN, Horizon.ONE_YEAR).likely(), "-840000");
        assertKronor(reckoning.net(Purse.KOMMUN, Horizon.FIVE_YEARS).likely(), "4560000");
        assertKronor(
                reckoning
                        .netPerKrona(Purse.KOMMUN, Horizon.FIVE_YEARS)
                        .orElseThrow()
                        .likely(),
                "1.52");
        var even = reckoning.breakEven(Purse.KOMMUN);
        assertThat(even.steps()).contains(number("8"));
        assertThat(even.months()).contains(19);
        assertThat(even.anyway()).contains(number("0.702"));
    }

    @Example
    void aStepThatDoesNotPayIsWorkedOutAsByHand() {
        var dear = certain(10_000_000, "0.25", "0");
        assertKronor(dear.net(Purse.KOMMUN, Horizon.FIVE_YEARS).likely(), "-2440000");
        assertThat(dear.breakEven(Purse.KOMMUN).steps()).contains(number("27"));
        assertThat(dear.breakEven(Purse.KOMMUN).months()).isEmpty();
        assertThat(dear.breakEven(Purse.KOMMUN).anyway()).contains(number("0.007"));
        assertThat(certain(12_000_000, "0.25", "0").breakEven(Purse.KOMMUN).anyway())
                .as("not even if nobody would have managed anyway")
                .isEmpty();
    }

    @Example
    void exactlyAtBreakEvenNothingIsLeftAndNothingIsMissing() {
        var even = certain(7_560_000, "0.25", "0");
        assertKronor(even.net(Purse.KOMMUN, Horizon.FIVE_YEARS).likely(), "0");
        assertThat(even.breakEven(Purse.KOMMUN))
                .isEqualTo(
                        new BreakEven(false, Optional.of(number("20")), Optional.of(60), Optional.of(number("0.250"))));
    }

    @Example
    void whatLiesAheadIsWorthLessForEachYear() {
        var reckoning = certain(0, "0", "0.1");
        // 9.6 + 6.9/1.1 + 6.3/1.1² + 5.7/1.1³ + 5.1/1.1⁴
        assertThat(reckoning.months(Horizon.FIVE_YEARS).likely())
                .isCloseTo(number("28.845201"), within(number("0.000001")));
        assertKronor(reckoning.months(Horizon.ONE_YEAR).likely(), "9.6");
    }

    @Example
    void aRangeGoesFromAllAtItsWorstToAllAtItsBest() {
        var lasting = new Lasting(share("0.45", "0.6", "0.75"), share("0.25", "0.4", "0.55"), "");
        var reckoning = new Reckoning(assumed(lasting, share("0.1", "0.25", "0.4"), 3_000_000, "0"), UNCERTAIN);
        var benefit = reckoning.benefit(Purse.KOMMUN, Horizon.FIVE_YEARS);
        assertKronor(benefit.low(), "3672000");
        assertKronor(benefit.likely(), "7560000");
        assertKronor(benefit.high(), "13510800");
        var swings = reckoning.sensitivity(Purse.KOMMUN, Horizon.FIVE_YEARS).swings();
        assertThat(swings)
                .extracting(Sensitivity.Swing::kind, Sensitivity.Swing::situation)
                .containsExactly(
                        tuple(Kind.LASTING, Optional.empty()),
                        tuple(Kind.ANYWAY, Optional.empty()),
                        tuple(Kind.WORTH, Optional.of(Situation.SOCIAL_ASSISTANCE)),
                        tuple(Kind.WORTH, Optional.of(Situation.OPEN_WORK)));
        // 300 000 × 33.6 × (0.9 and 0.6) − 3 000 000
        assertKronor(swings.get(1).atLowest(), "6072000");
        assertKronor(swings.get(1).atHighest(), "3048000");
    }

    @Example
    void theTableOfSensitivityHoldsTheResultAndNothingIsWonWhenAllWouldHaveManagedAnyway() {
        var table = certain(3_000_000, "0.25", "0")
                .sensitivity(Purse.KOMMUN, Horizon.FIVE_YEARS)
                .table();
        assertThat(table).extracting(row -> row.anyway().doubleValue()).containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
        assertThat(table)
                .filteredOn(Sensitivity.Row::assumed)
                .singleElement()
                .satisfies(row -> assertKronor(row.likely(), "4560000"));
        assertKronor(table.getLast().longest(), "-3000000");
    }

    /** The kommun pays no assistance any longer, the person gets none: to society that is neither won nor lost. */
    @Example
    void aTransferMovesMoneyBetweenPartiesAndIsNothingToSociety() {
        var reckoning = certain(3_000_000, "0", "0");
        assertThat(reckoning.benefit(Purse.KOMMUN, Horizon.ONE_YEAR).likely()).isPositive();
        assertThat(reckoning.benefit(Purse.INDIVIDUAL, Horizon.ONE_YEAR).likely())
                .isNegative();
        assertThat(reckoning.benefit(Purse.SOCIETY, Horizon.ONE_YEAR))
                .isEqualTo(reckoning.benefit(Purse.REGION, Horizon.ONE_YEAR));
        assertKronor(reckoning.net(Purse.SOCIETY, Horizon.ONE_YEAR).likely(), "-3000000");
    }

    @Example
    void whoPaidNothingHasNoResultForEachKronaAndNothingToGetBack() {
        var reckoning = certain(3_000_000, "0.25", "0");
        assertThat(reckoning.netPerKrona(Purse.INDIVIDUAL, Horizon.FIVE_YEARS)).isEmpty();
        assertThat(reckoning.breakEven(Purse.INDIVIDUAL).paysNothing()).isTrue();
    }

    @Property(tries = 200)
    void theLikelyLiesBetweenTheLowestAndTheHighestWhateverIsAssumed(@ForAll("any") Reckoning reckoning) {
        for (var purse : Purse.values()) {
            for (var horizon : Horizon.values()) {
                var net = reckoning.net(purse, horizon);
                assertThat(net.low()).isLessThanOrEqualTo(net.likely());
                assertThat(net.likely()).isLessThanOrEqualTo(net.high());
                for (var swing : reckoning.sensitivity(purse, horizon).swings()) {
                    assertThat(swing.least()).isGreaterThanOrEqualTo(net.low());
                    assertThat(swing.most()).isLessThanOrEqualTo(net.high());
                }
            }
        }
    }

    @Property(tries = 200)
    void whenAllWouldHaveManagedAnywayNothingIsWonAndTheCostIsLost(@ForAll("any") Reckoning reckoning) {
        var assumptions = reckoning.assumptions();
        for (var purse : Purse.values()) {
            assertThat(reckoning.likelyNet(
                            purse,
                            Horizon.FIVE_YEARS,
                            BigDecimal.ONE,
                            assumptions.lasting().longest()))
                    .isEqualByComparingTo(reckoning.cost(purse).negate());
        }
    }

    /** Told otherwise: each person's months one by one, in plain arithmetic of the machine. */
    @Property(tries = 200)
    void theLikelyIsWhatOneGetsMonthByMonth(@ForAll("any") Reckoning reckoning) {
        var assumptions = reckoning.assumptions();
        var one = assumptions.lasting().afterOne().likely().doubleValue();
        var five = assumptions.lasting().afterFive().likely().doubleValue();
        double sum = 0;
        for (int month = 0; month < 60; month++) {
            var middle = month + 0.5;
            var left = month < 12 ? 1 - (1 - one) * middle / 12 : one - (one - five) * (middle - 12) / 48;
            for (var move : assumptions.moves()) {
                var worth = value(reckoning, move.to()) - value(reckoning, move.from());
                sum += move.persons()
                        * worth
                        * left
                        * (1 - assumptions.anyway().share().likely().doubleValue())
                        / Math.pow(1 + assumptions.discount().yearly().doubleValue(), month / 12);
            }
        }
        assertThat(reckoning.benefit(Purse.SOCIETY, Horizon.FIVE_YEARS).likely().doubleValue())
                .isCloseTo(sum, within(1.0));
    }

    private static double value(Reckoning reckoning, Situation situation) {
        return reckoning.worth().of(Purse.SOCIETY, situation).likely().doubleValue();
    }

    @Provide
    Arbitrary<Reckoning> any() {
        return Combinators.combine(moves(), lasting(), shares(), costs(), discounts(), amounts())
                .as((moves, lasting, anyway, costs, discount, amounts) -> new Reckoning(
                        new Assumptions(
                                "Slumpen",
                                moves,
                                lasting,
                                new Anyway(anyway, "Slumpen"),
                                costs,
                                "",
                                new Discount(discount, "Slumpen"),
                                2025),
                        amounts));
    }

    private static Arbitrary<List<Move>> moves() {
        var situations = Arbitraries.of(Situation.class);
        return Combinators.combine(
                        situations, situations, Arbitraries.integers().between(5, 500))
                .filter((from, to, persons) -> from != to)
                .as(Move::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Arbitrary<Range> shares() {
        return Arbitraries.integers().between(0, 100).list().ofSize(3).map(ReckoningTest::inOrder);
    }

    private static Range inOrder(List<Integer> hundredths) {
        var sorted = hundredths.stream()
                .sorted()
                .map(one -> BigDecimal.valueOf(one, 2))
                .toList();
        return new Range(sorted.get(0), sorted.get(1), sorted.get(2));
    }

    private static Arbitrary<Lasting> lasting() {
        return Combinators.combine(shares(), shares())
                .as((one, other) -> new Lasting(
                        new Range(
                                one.low().max(other.low()),
                                one.likely().max(other.likely()),
                                one.high().max(other.high())),
                        new Range(
                                one.low().min(other.low()),
                                one.likely().min(other.likely()),
                                one.high().min(other.high())),
                        ""));
    }

    private static Arbitrary<Map<Party, BigDecimal>> costs() {
        var kronor = Arbitraries.longs().between(0, 50_000_000).map(BigDecimal::valueOf);
        return Arbitraries.maps(Arbitraries.of(Party.FK, Party.STATE, Party.KOMMUN, Party.REGION), kronor);
    }

    private static Arbitrary<BigDecimal> discounts() {
        return Arbitraries.integers().between(0, 20).map(percent -> BigDecimal.valueOf(percent, 2));
    }

    private static Arbitrary<List<Amount>> amounts() {
        return Arbitraries.integers()
                .between(-50_000, 50_000)
                .list()
                .ofSize(3 * Party.values().length * Situation.values().length)
                .map(numbers -> {
                    var amounts = new ArrayList<Amount>();
                    var left = numbers.iterator();
                    for (var party : Party.values()) {
                        for (var situation : Situation.values()) {
                            var three = List.of(left.next(), left.next(), left.next()).stream()
                                    .sorted()
                                    .toList();
                            amounts.add(amount(party, situation, Range.of(three.get(0), three.get(1), three.get(2))));
                        }
                    }
                    return amounts;
                });
    }
}
