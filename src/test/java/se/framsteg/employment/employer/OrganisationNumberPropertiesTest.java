package se.framsteg.employment.employer;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import se.framsteg.demo.TestIdentityNumbers;
import se.framsteg.employment.employer.OrganisationNumber.Problem;
import se.framsteg.employment.employer.OrganisationNumber.Reading;

/** What holds for every number, tried on such as begin with 99, which is given to nobody. */
class OrganisationNumberPropertiesTest {
    private static String number(int middle) {
        var nine = "992%06d".formatted(middle);
        var sum = 0;
        for (int i = 0; i < 9; i++) {
            var product = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return nine + (10 - sum % 10) % 10;
    }

    @Property
    void itIsReadInTheFormsInWhichItIsWritten(@ForAll @IntRange(max = 999_999) int middle) {
        var number = new OrganisationNumber(number(middle));
        assertThat(OrganisationNumber.read(number.digits())).isEqualTo(new Reading.Valid(number));
        assertThat(OrganisationNumber.read(number.display())).isEqualTo(new Reading.Valid(number));
        assertThat(OrganisationNumber.read(" 16" + number.display().replace("-", " ")))
                .isEqualTo(new Reading.Valid(number));
    }

    @Property(tries = 2000)
    void oneWrongDigitIsCaught(
            @ForAll @IntRange(max = 999_999) int middle,
            @ForAll @IntRange(max = 9) int place,
            @ForAll @IntRange(min = 1, max = 9) int added) {
        var digits = new StringBuilder(number(middle));
        digits.setCharAt(place, (char) ('0' + (digits.charAt(place) - '0' + added) % 10));
        assertThat(OrganisationNumber.read(digits.toString())).isInstanceOf(Reading.Invalid.class);
    }

    @Property(tries = 200)
    void anIdentityNumberIsRefusedAsThatOfASoleTrader(@ForAll @IntRange(max = 50) int which) {
        var twelve = TestIdentityNumbers.published().women().get(which).value();
        for (var written :
                new String[] {twelve, twelve.substring(2), twelve.substring(2, 8) + "-" + twelve.substring(8)}) {
            assertThat(OrganisationNumber.read(written)).isEqualTo(new Reading.Invalid(Problem.SOLE_TRADER));
        }
    }
}
