package se.framsteg.plan.meeting;

/**
 * What was prepared with the person about a meeting; each may be empty.
 *
 * @param comes who is to come, as the person wants it
 * @param place where, or how
 * @param support what the person needs to be able to take part
 */
public record Prepared(String comes, String place, String support) {
    static final Prepared NOTHING = new Prepared("", "", "");

    @Override
    public String toString() {
        return "prepared";
    }
}
