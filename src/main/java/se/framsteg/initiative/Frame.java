package se.framsteg.initiative;

/**
 * What an initiative is made as. It never changes afterwards: what is counted of it would mean something else from then on, and the
 * national follow-up locks the same choices. A mixed initiative is two.
 *
 * @param orientation what it turns to, in free words of up to {@value #LONGEST_ORIENTATION} characters; may be empty
 * @param esf whether the European Social Fund is in it
 */
public record Frame(Kind kind, String orientation, Method method, boolean esf) {
    public static final int LONGEST_ORIENTATION = 500;

    /** For persons, or for organisations, which is when nobody is referred to it. */
    public enum Kind {
        INDIVIDUAL,
        STRUCTURAL
    }

    /** How it is followed up: each participant, how many they are, or what was done with organisations. */
    public enum Method {
        PARTICIPANTS,
        COUNTS,
        ORGANISATIONS;

        boolean fits(Kind kind) {
            return (this == ORGANISATIONS) == (kind == Kind.STRUCTURAL);
        }
    }

    /** For persons, each of whom is followed up. */
    public static Frame ofPersons() {
        return new Frame(Kind.INDIVIDUAL, "", Method.PARTICIPANTS, false);
    }
}
