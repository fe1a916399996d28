package se.framsteg.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Holds a data folder for one program at a time. The system lets go of it when the program dies, however it dies. */
final class FolderLock implements AutoCloseable {

    static final String FILE = "framsteg.lock";

    // Closing any channel to the file gives up the lock for the whole process, so a folder that this very program holds
    // must be refused before its file is opened.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the folder, or says who has it. */
    static FolderLock take(Path folder) {
        if (!HELD_HERE.add(folder)) {
            throw inUse(folder, Optional.of(ProcessHandle.current().pid()));
        }
        try {
            return lock(folder);
        } catch (IOException e) {
            HELD_HERE.remove(folder);
            throw DatabaseUnavailable.unusableFolder(folder, e);
        } catch (DatabaseUnavailable e) {
            HELD_HERE.remove(folder);
            throw e;
        }
    }

    private static FolderLock lock(Path folder) throws IOException {
        var channel = FileChannel.open(
                folder.resolve(FILE),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                OwnerOnly.FILE);
        if (channel.tryLock() == null) {
            try (channel) {
                throw inUse(folder, readHolder(channel));
            }
        }
        writeHolder(channel);
        return new FolderLock(folder, channel);
    }

    private static void writeHolder(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(UTF_8.encode(Long.toString(ProcessHandle.current().pid())));
        channel.force(true);
    }

    private static Optional<Long> readHolder(FileChannel channel) throws IOException {
        var text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        var digits = UTF_8.decode(text.flip()).toString();
        return digits.matches("\\d+") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    private static DatabaseUnavailable inUse(Path folder, Optional<Long> holder) {
        var who = holder.map(pid -> "process " + pid).orElse("another program");
        return new DatabaseUnavailable(
                "The data folder %s is already in use by %s.".formatted(folder, who),
                "Stop the other program, or give this one a folder of its own with FRAMSTEG_DATA_DIR.");
    }

    @Override
    public void close() {
        try (channel) {
            channel.truncate(0);
        } catch (IOException e) {
            // Only the number of this process stays behind in the file; the lock itself is gone with the channel.
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
