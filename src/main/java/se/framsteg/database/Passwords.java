package se.framsteg.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The passwords of this installation's database roles, one file each, made up on the first start. */
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    Passwords(Path dataFolder) {
        this.folder = dataFolder;
    }

    /** The file that holds the role's password and nothing else. */
    Path file(String role) {
        return folder.resolve("database-password-" + role);
    }

    String of(String role) throws IOException {
        if (Files.notExists(file(role))) {
            write(file(role), newPassword());
        }
        return Files.readString(file(role));
    }

    private static String newPassword() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    // Written beside and renamed: a password file is there whole or not at all.
    private static void write(Path file, String password) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (var channel = FileChannel.open(
                draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.FILE)) {
            channel.write(UTF_8.encode(password));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
