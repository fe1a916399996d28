package se.framsteg.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

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
            new InstallationFile(file(role)).write(newPassword());
        }
        return Files.readString(file(role));
    }

    private static String newPassword() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
