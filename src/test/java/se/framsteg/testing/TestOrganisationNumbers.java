package se.framsteg.testing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import se.framsteg.employment.employer.OrganisationNumber;

/** Organisation numbers that begin with 99: no authority has given any such, so that they are nobody's. */
public final class TestOrganisationNumbers {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private TestOrganisationNumbers() {}

    /** One that no other test has. */
    public static String next() {
        var nine = "99%07d".formatted(5_000_000 + COUNTER.incrementAndGet());
        return IntStream.rangeClosed(0, 9)
                .mapToObj(last -> nine + last)
                .filter(ten -> OrganisationNumber.read(ten) instanceof OrganisationNumber.Reading.Valid)
                .findFirst()
                .orElseThrow();
    }
}
