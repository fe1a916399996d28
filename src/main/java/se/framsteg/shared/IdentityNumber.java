package se.framsteg.shared;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number that a person is known by: a personnummer, a samordningsnummer, or a reserve number of a region.
 *
 * <p>It is personal data: {@link Object#toString()} never tells it, so it cannot slip into a log or an error message; ask for
 * {@link #value()}, {@link #display()} or {@link #masked()} by name. A person may also have no number at all, so who
 * holds one holds an Optional.
 *
 * <p>The number says nothing reliable about legal sex, which is stored on its own.
 */
public sealed interface IdentityNumber {

    /** What is stored and compared: twelve digits, or a region's own characters in upper case. */
    String value();

    /** Which of the three it is. */
    Kind kind();

    /**
     * The date in the number, where it holds a whole one.
     *
     * <p>It may be a day or so beside the real birthday, in the same month: Skatteverket takes a near day when the
     * numbers of one have run out (prop. 2008/09:111).
     */
    Optional<LocalDate> birthDate();

    /** As it is shown to one who may see it, such as {@code 19900107-2397}. */
    String display();

    /** As {@link #display()} with the last four characters hidden, for lists and receipts. */
    String masked();

    /**
     * Reads a personnummer or samordningsnummer as people write it.
     *
     * <p>Accepted are {@code yyyyMMddNNNC}, {@code yyyyMMdd-NNNC}, {@code yyMMdd-NNNC}, {@code yyMMdd+NNNC} and
     * {@code yyMMddNNNC}, with blanks anywhere and any kind of dash. In the short forms a plus stands for somebody who turns
     * 100 this year or has done so, a hyphen for somebody younger (folkbokföringslagen 1991:481, 18 §); without either it is
     * the latest date that is not in the future. Beside a whole year the sign adds nothing.
     *
     * <p>Checked are, in this order: that the date exists and begins with 18, 19 or 20; that it is not after
     * {@code today}; that the serial is 001 to 999; that the check digit fits the nine digits before it (modulus 10,
     * weights 2 and 1). The century is outside the check digit. In a samordningsnummer the day has 60 added, and month 00 or
     * day 60 means that it is unknown: Skatteverket's published test numbers have such, and in 2020 it confirmed the rule to
     * the makers of ActiveLogin.Identity.
     *
     * @param today the day, in Sweden, that centuries and futures are reckoned from
     */
    static Reading read(String written, LocalDate today) {
        return WrittenNumber.read(written, today);
    }

    /**
     * Reads a region's reserve number: 6 to 20 letters A to Z, digits and hyphens, with blanks and letter case
     * disregarded. Formats and check digits differ between regions and times, so nothing more is checked.
     */
    static Reading readReserve(String written, Region issuer) {
        var value = WrittenNumber.withoutBlanks(written).toUpperCase(Locale.ROOT);
        if (value.isEmpty()) {
            return new Reading.Invalid(Problem.EMPTY);
        }
        return ReserveNumber.FORMAT.matcher(value).matches()
                ? new Reading.Valid(new ReserveNumber(issuer, value))
                : new Reading.Invalid(Problem.RESERVE_FORMAT);
    }

    /**
     * The number behind twelve stored digits, told apart by the day.
     *
     * @throws IllegalArgumentException if they are not a personnummer or samordningsnummer; the message does not say
     *     them
     */
    static National ofStored(String twelveDigits) {
        return NationalDigits.isCoordination(twelveDigits)
                ? new CoordinationNumber(twelveDigits)
                : new PersonalNumber(twelveDigits);
    }

    /** What there is to choose from when a number is written down. */
    enum Kind {
        PERSONAL,
        COORDINATION,
        RESERVE
    }

    /** A number that Skatteverket has assigned: twelve digits with a date, a serial and a check digit. */
    sealed interface National extends IdentityNumber {

        /** Whether the serial is odd, as it is for men when it is assigned; a first guess in a form, never the answer. */
        default boolean hasOddSerial() {
            return value().charAt(10) % 2 == 1;
        }

        @Override
        default Optional<LocalDate> birthDate() {
            return NationalDigits.birthDate(value());
        }

        @Override
        default String display() {
            return value().substring(0, 8) + "-" + value().substring(8);
        }

        @Override
        default String masked() {
            return value().substring(0, 8) + "-••••";
        }
    }

    /**
     * Personnummer, of one who is or has been in the population register.
     *
     * @param value twelve digits, {@code yyyyMMddNNNC}; anything else throws {@link IllegalArgumentException}
     */
    record PersonalNumber(String value) implements National {

        public PersonalNumber {
            NationalDigits.require(!NationalDigits.isCoordination(value), value);
        }

        @Override
        public Kind kind() {
            return Kind.PERSONAL;
        }

        @Override
        public String toString() {
            return "PersonalNumber[hidden]";
        }
    }

    /**
     * Samordningsnummer, of one who is not in the population register.
     *
     * @param value twelve digits, {@code yyyyMMddNNNC} with 60 added to the day and 00 for an unknown month or day; anything
     *     else throws {@link IllegalArgumentException}
     */
    record CoordinationNumber(String value) implements National {

        public CoordinationNumber {
            NationalDigits.require(NationalDigits.isCoordination(value), value);
        }

        @Override
        public Kind kind() {
            return Kind.COORDINATION;
        }

        @Override
        public String toString() {
            return "CoordinationNumber[hidden]";
        }
    }

    /**
     * Reservnummer, which a region gives a patient whose number is missing or unknown. Two regions may give the same
     * one, so the region is part of it.
     *
     * @param issuer the region that gave it
     * @param value 6 to 20 capital letters A to Z, digits and hyphens; anything else throws
     *     {@link IllegalArgumentException}
     */
    record ReserveNumber(Region issuer, String value) implements IdentityNumber {

        private static final Pattern FORMAT = Pattern.compile("[A-Z0-9-]{6,20}");

        public ReserveNumber {
            if (!FORMAT.matcher(value).matches()) {
                throw new IllegalArgumentException("Not a reserve number");
            }
        }

        @Override
        public Kind kind() {
            return Kind.RESERVE;
        }

        /** Never known: some regions write a date in the number, some a year of issue, some neither. */
        @Override
        public Optional<LocalDate> birthDate() {
            return Optional.empty();
        }

        @Override
        public String display() {
            return value;
        }

        @Override
        public String masked() {
            return value.substring(0, value.length() - 4) + "••••";
        }

        @Override
        public String toString() {
            return "ReserveNumber[" + issuer + ", hidden]";
        }
    }

    /** What came of reading what somebody wrote. */
    sealed interface Reading {

        /** It can be such a number; whether it has been assigned only a register knows. */
        record Valid(IdentityNumber number) implements Reading {}

        /** It cannot, for this reason. */
        record Invalid(Problem problem) implements Reading {}
    }

    /** Why what was written is no identity number, so that the page can say how to mend it. */
    enum Problem {
        /** Nothing but blanks. */
        EMPTY,
        /** Fewer than 10 digits, or 11. */
        TOO_SHORT,
        /** More than 12 digits. */
        TOO_LONG,
        /** Something else than digits, hyphen and plus. */
        NOT_DIGITS,
        /** A hyphen or plus in another place than before the last four digits. */
        SEPARATOR,
        /** A date that is not in the calendar, or before 1800. */
        NO_SUCH_DATE,
        /** A date after today. */
        IN_THE_FUTURE,
        /** Serial 000, which is not assigned. */
        SERIAL,
        /** A check digit that does not fit: some digit is mistyped. */
        CHECK_DIGIT,
        /** Not 6 to 20 letters A to Z, digits and hyphens. */
        RESERVE_FORMAT;

        /** The key of the text that explains it, such as {@code identity-number.no-such-date}. */
        public String messageKey() {
            return "identity-number." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
