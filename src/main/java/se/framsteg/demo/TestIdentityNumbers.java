package se.framsteg.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.framsteg.shared.IdentityNumber;
import se.framsteg.shared.IdentityNumber.CoordinationNumber;
import se.framsteg.shared.IdentityNumber.National;
import se.framsteg.shared.IdentityNumber.PersonalNumber;

/**
 * The only identity numbers that demo and test persons may have: an extract of the test numbers that Skatteverket
 * publishes and assigns to nobody, so that none can be a real person's.
 *
 * <p>All are numbers of persons aged 18 to 64 on every day of 2022 to 2027. The file itself,
 * {@code demo/test-identity-numbers.txt}, names the source and what characterises the series.
 *
 * @param women personnummer with an even serial, by birth date
 * @param men personnummer with an odd serial, by birth date
 * @param coordination samordningsnummer, some of them without a whole date
 */
public record TestIdentityNumbers(
        List<PersonalNumber> women, List<PersonalNumber> men, List<CoordinationNumber> coordination) {

    private static final String FILE = "/demo/test-identity-numbers.txt";

    /** All numbers of the extract, always in the same order. */
    public static TestIdentityNumbers published() {
        var numbers = lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(IdentityNumber::ofStored)
                .toList();
        Predicate<National> odd = National::hasOddSerial;
        return new TestIdentityNumbers(
                only(PersonalNumber.class, numbers, odd.negate()),
                only(PersonalNumber.class, numbers, odd),
                only(CoordinationNumber.class, numbers, number -> true));
    }

    /** Women's, men's and samordningsnummer in one. */
    public List<National> all() {
        return Stream.<List<? extends National>>of(women, men, coordination)
                .<National>flatMap(List::stream)
                .toList();
    }

    private static <N extends National> List<N> only(Class<N> kind, List<National> numbers, Predicate<National> which) {
        return numbers.stream()
                .filter(which)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static Stream<String> lines() {
        try (var file = requireNonNull(TestIdentityNumbers.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
