package se.framsteg.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import se.framsteg.cases.LegalSex;
import se.framsteg.cases.Person;
import se.framsteg.cases.Protection;
import se.framsteg.shared.IdentityNumber;
import se.framsteg.shared.Region;

/** Invents persons, each with an identity number of its own. */
final class People {
    private static final List<String> OTHER_LANGUAGES = List.of("ar", "so", "uk", "fa", "ti", "prs");

    private final RandomGenerator random;
    private final Deque<IdentityNumber> women;
    private final Deque<IdentityNumber> men;
    private final Deque<IdentityNumber> coordination;
    private int made;

    People(Random random) {
        var numbers = TestIdentityNumbers.published();
        this.random = random;
        this.women = shuffled(numbers.women(), random);
        this.men = shuffled(numbers.men(), random);
        this.coordination = shuffled(numbers.coordination(), random);
    }

    private static Deque<IdentityNumber> shuffled(Collection<? extends IdentityNumber> numbers, Random random) {
        var list = new ArrayList<IdentityNumber>(numbers);
        Collections.shuffle(list, random);
        return new ArrayDeque<>(list);
    }

    /** Somebody new; now and then anonymous, without a number, with an interpreter or with protected identity. */
    Person next(String municipality, int startYear) {
        return next(random.nextDouble() < 0.55 ? LegalSex.WOMAN : LegalSex.MAN, municipality, startYear);
    }

    /** Somebody of that sex. */
    Person next(LegalSex sex, String municipality, int startYear) {
        made++;
        if (made % 60 == 0) {
            return new Person.Anonymous(sex, startYear);
        }
        var foreign = random.nextDouble() < 0.14;
        return new Person.Known(
                name(sex),
                identity(sex),
                sex,
                municipality,
                new Person.Contact(phone(), "", "", ""),
                foreign ? OTHER_LANGUAGES.get(random.nextInt(OTHER_LANGUAGES.size())) : "sv",
                foreign && random.nextBoolean(),
                made % 80 == 0 ? Protection.CONFIDENTIALITY_MARKING : Protection.NONE);
    }

    private String name(LegalSex sex) {
        var first = sex == LegalSex.WOMAN ? DemoNames.WOMEN : DemoNames.MEN;
        return first.get(random.nextInt(first.size())) + " "
                + DemoNames.FAMILIES.get(random.nextInt(DemoNames.FAMILIES.size()));
    }

    private Optional<IdentityNumber> identity(LegalSex sex) {
        if (made % 45 == 0) {
            return Optional.empty();
        }
        if (made % 70 == 0) {
            return Optional.of(new IdentityNumber.ReserveNumber(Region.GAVLEBORG, "21DEMO" + made));
        }
        if (made % 25 == 0) {
            return Optional.of(coordination.pop());
        }
        return Optional.of((sex == LegalSex.WOMAN ? women : men).pop());
    }

    /** From the series that Post- och telestyrelsen keeps free for books and films. */
    private String phone() {
        return "070-174 06 %02d".formatted(random.nextInt(5, 100));
    }
}
