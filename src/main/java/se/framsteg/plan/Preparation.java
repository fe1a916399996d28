package se.framsteg.plan;

/**
 * How the meeting has been prepared with the person. Each is up to 2000 characters and may be empty.
 *
 * @param urgent what is most urgent
 * @param takeUp what to take up
 * @param notTakeUp what not to take up: for whoever has the case, and never on any paper for others; a lead reads it in the person's extract alone
 * @param comes who is to come
 * @param place where, or how if at a distance
 * @param support interpreter, support person, and what else the person needs to be able to take part
 */
public record Preparation(String urgent, String takeUp, String notTakeUp, String comes, String place, String support) {
    public static final int LONGEST = 2000;
    static final Preparation NONE = new Preparation("", "", "", "", "", "");

    @Override
    public String toString() {
        return "preparation";
    }
}
