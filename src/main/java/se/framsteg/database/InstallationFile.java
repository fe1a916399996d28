package se.framsteg.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * A small text that the installation keeps in its data folder, outside the database, and that no other user of the machine may
 * read. It is there whole or not at all.
 */
public final class InstallationFile {

    private final Path file;
    private final Runnable prepare;

    InstallationFile(Path file) {
        this(file, () -> {});
    }

    /** @param prepare what is to be done before anything is written */
    InstallationFile(Path file, Runnable prepare) {
        this.file = file;
        this.prepare = prepare;
    }

    /** What stands in it; empty if it has not been written yet. */
    public Optional<String> read() throws IOException {
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    // Written beside and renamed.
    public void write(String text) throws IOException {
        prepare.run();
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (var channel = FileChannel.open(
                draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.FILE)) {
            channel.write(UTF_8.encode(text));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
