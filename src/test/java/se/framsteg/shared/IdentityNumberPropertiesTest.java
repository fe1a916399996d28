package se.framsteg.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import se.framsteg.demo.TestIdentityNumbers;
import se.framsteg.shared.IdentityNumber.National;
import se.framsteg.shared.IdentityNumber.Reading;

/** What holds for every number, tried on the published test numbers only: a made-up valid one could be somebody's. */
class IdentityNumberPropertiesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Property
    void whatIsStoredOrShownReadsBackAsItself(@ForAll("published") National number) {
        assertThat(IdentityNumber.ofStored(number.value())).isEqualTo(number);
        assertThat(IdentityNumber.read(number.value(), TODAY)).isEqualTo(new Reading.Valid(number));
        assertThat(IdentityNumber.read(number.display(), TODAY)).isEqualTo(new Reading.Valid(number));
    }

    @Property(tries = 5000)
    void oneWrongDigitIsCaught(
            @ForAll("published") National number,
            @ForAll @IntRange(min = 2, max = 11) int place,
            @ForAll @IntRange(min = 1, max = 9) int added) {
        var digits = new StringBuilder(number.value());
        digits.setCharAt(place, (char) ('0' + (digits.charAt(place) - '0' + added) % 10));

        assertThat(IdentityNumber.read(digits.toString(), TODAY)).isInstanceOf(Reading.Invalid.class);
    }

    @Property(tries = 5000)
    void twoNeighboursSwappedAreCaughtUnlessTheyAre0And9(
            @ForAll("published") National number, @ForAll @IntRange(min = 2, max = 10) int place) {
        var pair = number.value().substring(place, place + 2);
        Assume.that(pair.charAt(0) != pair.charAt(1) && !pair.equals("09") && !pair.equals("90"));

        var swapped = new StringBuilder(number.value())
                .replace(place, place + 2, new StringBuilder(pair).reverse().toString());

        assertThat(IdentityNumber.read(swapped.toString(), TODAY)).isInstanceOf(Reading.Invalid.class);
    }

    @Property
    void aHyphenIsUnderstoodUntilTheYearBeforeOneTurns100(
            @ForAll("published") National number, @ForAll @IntRange(max = 99) int age) {
        assertThat(shortForm(number, "-", endOf(number, age))).isEqualTo(new Reading.Valid(number));
    }

    @Property
    void aPlusIsUnderstoodFromTheYearOneTurns100(
            @ForAll("published") National number, @ForAll @IntRange(min = 100, max = 199) int age) {
        assertThat(shortForm(number, "+", endOf(number, age).withDayOfYear(1))).isEqualTo(new Reading.Valid(number));
    }

    @Property
    void withoutASignTheLatestPossibleDateIsMeant(
            @ForAll("published") National number, @ForAll @IntRange(max = 36_000) int days) {
        var born = number.birthDate().orElseGet(() -> endOf(number, 0));

        assertThat(shortForm(number, "", born.plusDays(days))).isEqualTo(new Reading.Valid(number));
    }

    @Provide
    Arbitrary<National> published() {
        return Arbitraries.of(TestIdentityNumbers.published().all());
    }

    private static Reading shortForm(National number, String sign, LocalDate today) {
        return IdentityNumber.read(
                number.value().substring(2, 8) + sign + number.value().substring(8), today);
    }

    private static LocalDate endOf(National number, int age) {
        return LocalDate.of(Integer.parseInt(number.value(), 0, 4, 10) + age, 12, 31);
    }
}
