package se.framsteg.employment.support;

import java.time.Instant;

/**
 * What has been agreed on about the support. Something else is a new version.
 *
 * @param number from 1
 * @param savedBy the name of who wrote it
 */
public record SupportPlan(int number, Agreed agreed, String savedBy, Instant savedAt) {
    /**
     * What was agreed on; with one of them at least.
     *
     * @param withPerson up to 4000 characters
     * @param withEmployer up to 4000 characters
     * @param givenBy who gives the support, in words; up to 200 characters
     */
    public record Agreed(String withPerson, String withEmployer, String givenBy) {
        /** Nothing of it: it is about a person. */
        @Override
        public String toString() {
            return "agreed";
        }
    }

    @Override
    public String toString() {
        return "version " + number;
    }
}
