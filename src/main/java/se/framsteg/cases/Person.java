package se.framsteg.cases;

import java.util.Optional;
import se.framsteg.shared.IdentityNumber;

/** What is registered about a participant. Never shown in logs. */
public sealed interface Person {
    LegalSex sex();

    /**
     * Somebody known by name.
     *
     * @param name 1–200 characters
     * @param municipality up to 100 characters, may be empty
     * @param language code of the language that the person prefers, see {@link Languages}
     */
    record Known(
            String name,
            Optional<IdentityNumber> identity,
            LegalSex sex,
            String municipality,
            Contact contact,
            String language,
            boolean interpreter,
            Protection protection)
            implements Person {

        /** Where no address may be kept none is, whatever was given. */
        public Known {
            contact = protection == Protection.PROTECTED_REGISTRATION ? contact.withoutAddress() : contact;
        }

        /** The same person with another protection. */
        Known protectedAs(Protection other) {
            return new Known(name, identity, sex, municipality, contact, language, interpreter, other);
        }

        Known withoutAddress() {
            return new Known(
                    name, identity, sex, municipality, contact.withoutAddress(), language, interpreter, protection);
        }

        @Override
        public String toString() {
            return "participant";
        }
    }

    /**
     * Somebody who takes part without being named: sex and year of start are all that is known.
     *
     * @param startYear 2000 or later, at most next year
     */
    record Anonymous(LegalSex sex, int startYear) implements Person {}

    /**
     * How to reach the person; any part may be empty.
     *
     * @param note for example when to call, up to 500 characters
     */
    record Contact(String phone, String email, String address, String note) {
        public static final Contact NONE = new Contact("", "", "", "");

        Contact withoutAddress() {
            return new Contact(phone, email, "", note);
        }

        @Override
        public String toString() {
            return "contact";
        }
    }

    default Optional<IdentityNumber> identityOrNone() {
        return this instanceof Known known ? known.identity() : Optional.empty();
    }

    default Protection protectionOrNone() {
        return this instanceof Known known ? known.protection() : Protection.NONE;
    }
}
