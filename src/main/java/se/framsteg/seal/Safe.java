package se.framsteg.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.framsteg.database.DataFolder;
import se.framsteg.database.EmbeddedPostgres;
import se.framsteg.database.InstallationFile;
import se.framsteg.shared.Secrets;

/**
 * What is kept outside the database: the key, and which seal is the last. Both stand in the data folder; for a database that is
 * somewhere else the key is a setting, and the folder is the one of this node, which knows the seals that it has made itself.
 */
@Component
class Safe {
    private static final int KEY_LENGTH = 64;

    private final @Nullable InstallationFile keyFile;
    private final InstallationFile lastFile;
    private final SealSettings settings;

    Safe(ObjectProvider<EmbeddedPostgres> embedded, DataFolder folder, SealSettings settings) {
        var database = embedded.getIfAvailable();
        this.keyFile = database == null ? null : database.file("journal-key");
        this.lastFile = folder.file("journal-last-seal");
        this.settings = settings;
    }

    /** Empty if there is none, or none yet. */
    Optional<SealKey> key() {
        if (settings.key() != null) {
            return Optional.of(new SealKey(settings.key()));
        }
        return keyFile == null ? Optional.empty() : read(keyFile).map(SealKey::new);
    }

    /** The key for the first seal: made now if the installation is to keep one itself. */
    Optional<SealKey> firstKey() {
        if (settings.key() == null && keyFile != null && read(keyFile).isEmpty()) {
            write(keyFile, Secrets.create(KEY_LENGTH));
        }
        return key();
    }

    /** Whether there is a key, or will be with the first seal. */
    boolean hasKey() {
        return settings.key() != null || keyFile != null;
    }

    /** Empty if none has been kept. */
    Optional<LastSeal> last() {
        return read(lastFile).flatMap(LastSeal::read);
    }

    void keep(LastSeal last) {
        write(lastFile, last.toString());
    }

    private static Optional<String> read(InstallationFile file) {
        try {
            return file.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(InstallationFile file, String text) {
        try {
            file.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
