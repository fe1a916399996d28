package se.framsteg.employment.employer;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** An employer of the register, as stored. */
public record Employer(EmployerId id, Details details, int version) {
    /**
     * What an employer is.
     *
     * @param name 1–200 characters
     * @param municipality up to 100 characters, may be empty
     */
    public record Details(
            String name,
            Optional<OrganisationNumber> number,
            String municipality,
            Set<Branch> branches,
            Set<SocialMark> marks) {
        public Details {
            branches = branches.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(branches));
            marks = marks.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(marks));
        }

        /** One of which nothing but the name is known. */
        public static Details named(String name) {
            return new Details(name, Optional.empty(), "", Set.of(), Set.of());
        }

        /** Whether it is a work-integrating social enterprise. */
        public boolean socialEnterprise() {
            return marks.size() == SocialMark.values().length;
        }
    }

    @Override
    public String toString() {
        return "employer " + id;
    }
}
