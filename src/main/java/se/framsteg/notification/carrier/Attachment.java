package se.framsteg.notification.carrier;

/**
 * A file that goes with a message, where the way takes one.
 *
 * @param name of the file, nothing about anybody
 * @param type its media type, with parameters
 */
@SuppressWarnings("ArrayRecordComponent")
public record Attachment(String name, String type, byte[] content) {
    @Override
    public String toString() {
        return name;
    }
}
