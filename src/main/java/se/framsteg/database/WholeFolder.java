package se.framsteg.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/** A folder that is there whole or not at all: filled under another name, and renamed when nothing is missing. */
final class WholeFolder {

    private static final String UNFINISHED = ".unfinished-";
    private static final Duration TIME_TO_REMOVE = Duration.ofSeconds(10);

    private WholeFolder() {}

    /** Puts the contents into an empty folder. */
    @FunctionalInterface
    interface Filler {
        void fill(Path folder) throws IOException;
    }

    static void make(Path target, Filler filler) throws IOException {
        var draft = Files.createTempDirectory(target.getParent(), UNFINISHED);
        filler.fill(draft);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Sweeps away what interrupted starts left. Only for who holds the {@link FolderLock}. */
    static void removeUnfinished(Path parent) throws IOException {
        try (var drafts = Files.newDirectoryStream(parent, UNFINISHED + "*")) {
            for (Path draft : drafts) {
                // A killed start may have left a program that still writes there for a moment. Should it go on for
                // longer, the draft is only in the way of the disk's space, and goes at a later start.
                Patience.await(TIME_TO_REMOVE, () -> isRemoved(draft));
            }
        }
    }

    private static boolean isRemoved(Path draft) {
        try {
            FileSystemUtils.deleteRecursively(draft);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
