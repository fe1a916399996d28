package se.framsteg.exchange;

import java.util.List;

/** A file that no table can be read from. Says why by a text, never by what stands in the file. */
class UnreadableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    UnreadableFileException(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
