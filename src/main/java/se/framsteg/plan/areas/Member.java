package se.framsteg.plan.areas;

/** Somebody whom the person has named for their resource group (case management). */
public record Member(MemberId id, Written written, int version) {
    /**
     * What is written of somebody, in the person's words.
     *
     * @param name a name or a role, 1–200 characters
     * @param relation to the person, up to 200 characters, may be empty
     * @param reach how they are reached, up to 500 characters, may be empty
     * @param helps what they help with, up to 1000 characters, may be empty
     */
    public record Written(String name, String relation, String reach, String helps) {
        /** Nothing of it: who is named stays out of logs. */
        @Override
        public String toString() {
            return "member";
        }
    }

    @Override
    public String toString() {
        return "member " + id;
    }
}
