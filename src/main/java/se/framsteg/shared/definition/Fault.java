package se.framsteg.shared.definition;

/** A kind of fault that a definition file can have. It names its message and carries its English text. */
public interface Fault {

    /** The key of the message in a reader's own language. Its argument 0 is the place in the file. */
    String key();

    /** The message in English as a pattern for {@link java.text.MessageFormat}. */
    String english();
}
