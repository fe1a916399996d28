package se.framsteg.cases;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.framsteg.shared.IdentityNumber;
import se.framsteg.shared.IdentityNumber.ReserveNumber;
import se.framsteg.shared.Region;
import se.framsteg.ui.Fields;

/** The fields about a person, in the form of a referral and in that of the person (template {@code cases/person-fields}). */
public final class PersonForm {
    private static final int EARLIEST_YEAR = 2000;

    private PersonForm() {}

    /** What kind of identity a person is registered with. */
    public enum Identity {
        /** Personnummer or samordningsnummer: the number itself tells which. */
        NATIONAL,
        RESERVE,
        /** Known by name alone. */
        WITHOUT,
        ANONYMOUS
    }

    /** What stands in the fields. Ask {@link Fields#ok()} before it is used. */
    static Person read(Fields fields, LocalDate today) {
        var identity = fields.choice("identity", Identity.class, "participant.identity");
        var sex = fields.choice("sex", LegalSex.class, "participant.sex");
        if (identity == Identity.ANONYMOUS) {
            return new Person.Anonymous(sex, startYear(fields, today));
        }
        return new Person.Known(
                fields.required("name", 200, "participant.name"),
                number(fields, identity, today),
                sex,
                fields.text("municipality", 100),
                new Person.Contact(
                        fields.text("phone", 50),
                        fields.email("email"),
                        fields.text("address", 500),
                        fields.text("contactNote", 500)),
                Languages.known(fields.value("language")),
                fields.checked("interpreter"),
                fields.choice("protection", Protection.class, "participant.protection"));
    }

    /** Whether giving this person protected registration takes addresses away. */
    public static boolean takesAddressAway(Person now) {
        return now.protectionOrNone() != Protection.PROTECTED_REGISTRATION;
    }

    /**
     * Addresses go for good, wherever the person is registered: who does that says that they know. So does whoever gives somebody
     * with protected registration another number, as it then holds for whoever has that number.
     */
    static void requireKnownLoss(Fields fields, Person now, Person chosen) {
        var goes = takesAddressAway(now) || !chosen.identityOrNone().equals(now.identityOrNone());
        if (!takesAddressAway(chosen) && goes) {
            requireKnownLoss(fields, chosen);
        }
    }

    /** The same for somebody who is registered anew. */
    static void requireKnownLoss(Fields fields, Person chosen) {
        if (!takesAddressAway(chosen) && !fields.checked("addressGoes")) {
            fields.fail("addressGoes", "participant.address-goes.required");
        }
    }

    private static int startYear(Fields fields, LocalDate today) {
        var text = fields.value("startYear").strip();
        var year = text.matches("\\d{4}") ? Integer.parseInt(text) : 0;
        if (year < EARLIEST_YEAR || year > today.getYear() + 1) {
            fields.fail(
                    "startYear",
                    "participant.start-year.wrong",
                    String.valueOf(EARLIEST_YEAR),
                    String.valueOf(today.getYear() + 1));
        }
        return year;
    }

    private static Optional<IdentityNumber> number(Fields fields, Identity identity, LocalDate today) {
        return switch (identity) {
            case NATIONAL -> valid(fields, "number", IdentityNumber.read(fields.value("number"), today));
            case RESERVE -> reserve(fields);
            case WITHOUT, ANONYMOUS -> Optional.empty();
        };
    }

    private static Optional<IdentityNumber> reserve(Fields fields) {
        var region = Region.ofCode(fields.value("region"));
        if (region.isEmpty()) {
            fields.fail("region", "participant.region.required");
        }
        // Any region will do to check the number itself, so that both problems are told at once.
        return valid(
                fields,
                "reserve",
                IdentityNumber.readReserve(fields.value("reserve"), region.orElse(Region.values()[0])));
    }

    private static Optional<IdentityNumber> valid(Fields fields, String field, IdentityNumber.Reading reading) {
        return switch (reading) {
            case IdentityNumber.Reading.Valid(var number) -> Optional.of(number);
            case IdentityNumber.Reading.Invalid(var problem) -> {
                fields.fail(field, problem.messageKey());
                yield Optional.empty();
            }
        };
    }

    /** The fields filled in from what is registered. */
    static Fields filled(Person person, int version) {
        var fields = Fields.empty().with("version", version);
        written(person).forEach(fields::with);
        return fields;
    }

    /** What is registered, by field. */
    static Map<String, String> written(Person person) {
        var written = new LinkedHashMap<String, String>();
        written.put("sex", person.sex().name());
        switch (person) {
            case Person.Anonymous anonymous -> {
                written.put("identity", Identity.ANONYMOUS.name());
                written.put("startYear", String.valueOf(anonymous.startYear()));
            }
            case Person.Known known -> known(written, known);
        }
        return written;
    }

    private static void known(Map<String, String> written, Person.Known known) {
        written.put("name", known.name());
        written.put("identity", identity(known).name());
        known.identity().ifPresent(identity -> {
            if (identity instanceof ReserveNumber reserve) {
                written.put("reserve", reserve.value());
                written.put("region", reserve.issuer().code());
            } else {
                written.put("number", identity.display());
            }
        });
        written.put("municipality", known.municipality());
        written.put("phone", known.contact().phone());
        written.put("email", known.contact().email());
        written.put("address", known.contact().address());
        written.put("contactNote", known.contact().note());
        written.put("language", known.language());
        written.put("interpreter", known.interpreter() ? "true" : "");
        written.put("protection", known.protection().name());
    }

    private static Identity identity(Person.Known known) {
        return known.identity()
                .map(identity -> identity instanceof ReserveNumber ? Identity.RESERVE : Identity.NATIONAL)
                .orElse(Identity.WITHOUT);
    }
}
