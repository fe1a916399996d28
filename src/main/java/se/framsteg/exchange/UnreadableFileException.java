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

    /** Whether there is a table, but more of it than can be taken. */
    boolean isTooMuch() {
        return key.equals("import.file.long") || key.equals("import.file.wide");
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
