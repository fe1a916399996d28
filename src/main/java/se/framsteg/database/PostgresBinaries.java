package se.framsteg.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL programs, unpacked from the application into the data folder.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path folder) {

    /** The major version whose files these programs read; another one needs a dump and a restore. */
    static final String MAJOR_VERSION = "18";

    private static final String NAME = "postgresql-" + MAJOR_VERSION + "-";

    /** Unpacks on the first start and after an upgrade of the application; afterwards finds what is there. */
    static PostgresBinaries in(Path dataFolder) throws IOException {
        var archive = archiveForThisMachine();
        // Named by its contents, so that another version, even of the same number, is unpacked anew.
        var folder = dataFolder.resolve(NAME + fingerprint(archive));
        if (Files.notExists(folder)) {
            WholeFolder.make(folder, draft -> unpack(archive, draft));
        }
        removeOthers(dataFolder, folder);
        return new PostgresBinaries(folder);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static String archiveForThisMachine() {
        var system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return switch (system) {
            case "Linux amd64" -> "/postgres-linux-x86_64.txz";
            case "Linux aarch64" -> "/postgres-linux-arm_64.txz";
            default ->
                throw new DatabaseUnavailable(
                        "No PostgreSQL comes with Framsteg for this machine (%s).".formatted(system),
                        "Name a PostgreSQL server with SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD.");
        };
    }

    private static InputStream open(String archive) throws IOException {
        var stream = PostgresBinaries.class.getResourceAsStream(archive);
        if (stream == null) {
            throw new IOException("The application was built without " + archive);
        }
        return stream;
    }

    private static String fingerprint(String archive) throws IOException {
        try (var input = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            input.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(input.getMessageDigest().digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(open(archive))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target.resolve(entry.getName()));
            }
        }
        writeThrough(target);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target, OwnerOnly.FOLDER);
            return;
        }
        Files.createDirectories(target.getParent(), OwnerOnly.FOLDER);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            writeFile(tar, target, (entry.getMode() & 0100) != 0);
        }
    }

    private static void writeFile(InputStream contents, Path target, boolean runnable) throws IOException {
        var permissions = PosixFilePermissions.fromString(runnable ? "rwx------" : "rw-------");
        Files.createFile(target, PosixFilePermissions.asFileAttribute(permissions));
        try (var file = Files.newOutputStream(target)) {
            contents.transferTo(file);
        }
    }

    /** Or a power cut after the rename could leave empty programs under the finished name. */
    private static void writeThrough(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            // All at once in the end takes a fifth of the time of one by one.
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (var channel = FileChannel.open(file)) {
                    channel.force(false);
                }
            }
        }
    }

    private static void removeOthers(Path dataFolder, Path current) throws IOException {
        try (var folders = Files.newDirectoryStream(dataFolder, NAME + "*")) {
            for (Path folder : folders) {
                if (!folder.equals(current)) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        }
    }
}
