package se.framsteg.employment.employer;

import java.util.Optional;

/**
 * Which employers of the register are asked for.
 *
 * @param words of a name, or the beginning of an organisation number; empty for all
 * @param municipality empty for all
 * @param looking whether those alone who look for somebody now
 */
public record EmployerSearch(String words, Optional<Branch> branch, String municipality, boolean looking) {
    /** Those of this name or number, wherever they are. */
    public static EmployerSearch of(String words) {
        return new EmployerSearch(words, Optional.empty(), "", false);
    }

    /** The digits of what may be a number. */
    String digits() {
        var digits = words.replaceAll("[\\s-]", "");
        return digits.matches("\\d{3,12}") ? digits.length() == 12 ? digits.substring(2) : digits : "";
    }

    /** The words as a pattern for LIKE, somewhere in a name. */
    String pattern() {
        return "%" + words.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    /** What was asked for stays out of logs. */
    @Override
    public String toString() {
        return "search of employers";
    }
}
