package se.framsteg.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The folder where this installation keeps its data, {@code FRAMSTEG_DATA_DIR} in the environment.
 *
 * @param dataDir as the operator wrote it; text, because Spring would look for a {@link Path} on the classpath first
 */
@ConfigurationProperties("framsteg")
public record DataFolder(@DefaultValue("./data") String dataDir) {

    /** The folder, absolute. It need not exist yet. */
    public Path path() {
        return Path.of(dataDir).toAbsolutePath().normalize();
    }

    /** Whether a database has been made in it. */
    public boolean holdsDatabase() {
        return Files.isDirectory(path().resolve(Cluster.FOLDER));
    }

    /**
     * A file in it, also beside a database that is somewhere else. The folder is made when the file is written.
     *
     * @param name without a path
     */
    public InstallationFile file(String name) {
        return new InstallationFile(path().resolve(name), this::prepare);
    }

    /** Makes the folder, or makes sure that the existing one is ours alone. */
    Path prepare() {
        try {
            Files.createDirectories(path(), OwnerOnly.FOLDER);
            closeToOthers();
            return path().toRealPath();
        } catch (IOException | UnsupportedOperationException e) {
            throw DatabaseUnavailable.unusableFolder(path(), e);
        }
    }

    private void closeToOthers() throws IOException {
        if (Files.getPosixFilePermissions(path()).equals(OwnerOnly.FOLDER_PERMISSIONS)) {
            return;
        }
        // Someone may have pointed at /tmp or at a home: closing that would lock others out of their own files.
        if (!isOursOrEmpty()) {
            throw new DatabaseUnavailable(
                    "The data folder %s is open to other users and holds files that are not Framsteg's."
                            .formatted(path()),
                    "Choose an empty folder with FRAMSTEG_DATA_DIR, or close this one with chmod 700.");
        }
        Files.setPosixFilePermissions(path(), OwnerOnly.FOLDER_PERMISSIONS);
    }

    private boolean isOursOrEmpty() throws IOException {
        if (Files.exists(path().resolve(FolderLock.FILE))) {
            return true;
        }
        try (var files = Files.list(path())) {
            return files.findAny().isEmpty();
        }
    }
}
