package se.framsteg.database;

import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The database cannot be used, said in words for whoever runs the installation. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    DatabaseUnavailable(String message, String remedy) {
        this(message, remedy, null);
    }

    DatabaseUnavailable(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    static DatabaseUnavailable unusableFolder(Path folder, Exception cause) {
        var reason = cause instanceof AccessDeniedException denied
                ? "this user may not write to " + denied.getFile()
                : cause.toString();
        return new DatabaseUnavailable(
                "The data folder %s cannot be used: %s.".formatted(folder, reason),
                "Choose a folder that this user may write to with FRAMSTEG_DATA_DIR.",
                cause);
    }

    /** What the operator can do about it. */
    public String remedy() {
        return remedy;
    }
}
