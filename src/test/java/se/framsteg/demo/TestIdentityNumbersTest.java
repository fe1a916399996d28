package se.framsteg.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import se.framsteg.shared.IdentityNumber;
import se.framsteg.shared.IdentityNumber.CoordinationNumber;
import se.framsteg.shared.IdentityNumber.National;

/** Reading the numbers makes them {@link IdentityNumber}s, so that each one is valid needs no test of its own. */
class TestIdentityNumbersTest {

    private final TestIdentityNumbers numbers = TestIdentityNumbers.published();

    @Test
    void thereAreEnoughOfEachSexAndNoneTwice() {
        assertThat(numbers.women()).hasSizeGreaterThan(300).noneMatch(National::hasOddSerial);
        assertThat(numbers.men()).hasSizeGreaterThan(300).allMatch(National::hasOddSerial);
        assertThat(numbers.coordination()).hasSizeGreaterThan(100);
        assertThat(numbers.all()).doesNotHaveDuplicates();
    }

    @Test
    void allAreOfWorkingAgeInTheYearsThatTheDemoShows() {
        assertThat(numbers.all()).allSatisfy(number -> assertThat(year(number)).isBetween(1963, 2003));
    }

    @Test
    void someSamordningsnummerLackAWholeDate() {
        assertThat(numbers.coordination()).anyMatch(number -> number.birthDate().isEmpty());
    }

    /** Where the published series follows a rule, the numbers follow it. */
    @Test
    void serialsAreThoseOfThePublishedSeries() {
        assertThat(numbers.all())
                .filteredOn(number -> number instanceof CoordinationNumber || year(number) >= 1987)
                .allSatisfy(
                        number -> assertThat(number.value().substring(8, 11)).isIn("238", "239"));
    }

    /**
     * Where it follows none, only the published list itself tells. A number that is added or changed must be looked up there;
     * then this digest may be changed too.
     */
    @Test
    void nobodyHasAddedANumberWithoutLookingItUp() throws Exception {
        var text = numbers.all().stream().map(IdentityNumber::value).sorted().collect(joining("\n"));

        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));

        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("9d23bb11715494155f4c87b4cd05be897360fe63d625ff9ca1a34dc46109bfd1");
    }

    private static int year(National number) {
        return Integer.parseInt(number.value(), 0, 4, 10);
    }
}
