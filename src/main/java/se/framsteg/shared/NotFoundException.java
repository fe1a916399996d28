package se.framsteg.shared;

/**
 * What was asked for does not exist, or the asker may not know whether it exists. The two are never told apart: both
 * answer 404 with the same page.
 */
public class NotFoundException extends RuntimeException {
    public NotFoundException() {
        super("not found", null, false, false);
    }
}
