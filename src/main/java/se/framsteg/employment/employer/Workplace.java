package se.framsteg.employment.employer;

/** Where an employer works, as stored. */
public record Workplace(WorkplaceId id, EmployerId employer, Details details, int version) {
    /**
     * Whom to ask for: somebody who works there for the employer. All may be empty.
     *
     * @param role what they do there
     */
    public record Contact(String name, String role, String phone, String email) {
        public static final Contact NOBODY = new Contact("", "", "", "");

        public boolean isEmpty() {
            return equals(NOBODY);
        }

        @Override
        public String toString() {
            return "contact of a workplace";
        }
    }

    /**
     * What there is to know of it.
     *
     * @param name 1–200 characters
     * @param address up to 200 characters, may be empty
     * @param municipality up to 100 characters, may be empty
     */
    public record Details(String name, String address, String municipality, Contact contact) {}

    @Override
    public String toString() {
        return "workplace " + id;
    }
}
