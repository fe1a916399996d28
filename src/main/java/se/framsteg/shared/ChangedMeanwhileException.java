package se.framsteg.shared;

/**
 * Somebody else saved the same thing while it was being changed. Nothing has been changed; the form shows both sides and
 * keeps what was typed.
 */
public class ChangedMeanwhileException extends RuntimeException {
    public ChangedMeanwhileException() {
        super("changed meanwhile", null, false, false);
    }

    /**
     * Passes on if a row with the version that was read has been changed.
     *
     * @throws ChangedMeanwhileException if there was no such row any more
     */
    public static void unless(int rows) {
        if (rows == 0) {
            throw new ChangedMeanwhileException();
        }
    }
}
