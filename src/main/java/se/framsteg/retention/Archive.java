package se.framsteg.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import se.framsteg.rights.Extract;
import se.framsteg.rights.ExtractFiles;
import se.framsteg.shared.OrganisationId;

/**
 * The folder that cases are written to before they are disposed of: a file for each case, with everything in it to read (PDF/A) and
 * structured (JSON). Only the account that the program runs as can read it: whoever may see case content takes it from there, and
 * no page of the program shows it. A file is there whole or not at all.
 */
@Component
class Archive {
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Optional<Path> folder;
    private final ExtractFiles files;

    Archive(ArchiveSettings settings, ExtractFiles files) {
        this.folder = Optional.ofNullable(settings.dir())
                .filter(dir -> !dir.toString().isBlank());
        this.files = files;
    }

    /** Whether there is somewhere to write. */
    boolean there() {
        return folder.isPresent();
    }

    /** Writes a case, in the place of what may have been written of it before. */
    void write(OrganisationId organisation, Extract extract) {
        var paper = files.paper(extract, "sv").pdf();
        var structured = files.structured(extract);
        try {
            var file = file(organisation, extract.number());
            var parent = java.util.Objects.requireNonNull(file.getParent());
            Files.createDirectories(parent, OWNERS_FOLDER);
            var begun = Files.createTempFile(parent, ".case", ".part", OWNERS_FILE);
            try {
                write(begun, extract.number(), paper, structured);
                Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                keepName(parent);
            } finally {
                Files.deleteIfExists(begun);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path begun, String number, byte[] paper, byte[] structured) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(begun))) {
            add(zip, number + ".pdf", paper);
            add(zip, number + ".json", structured);
        }
        // The case is deleted next: what is kept of it must be on the disk by then.
        try (var written = FileChannel.open(begun, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    /** A file is found again after a power cut when its folder is on the disk too. */
    private static void keepName(Path folder) throws IOException {
        try (var opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** Takes away what was written of a case that was not disposed of after all. */
    void remove(OrganisationId organisation, String number) {
        try {
            if (there()) {
                Files.deleteIfExists(file(organisation, number));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away what was begun when the program was killed. */
    void clearUp() {
        if (folder.filter(Files::isDirectory).isEmpty()) {
            return;
        }
        try (var begun = Files.find(
                folder.get(), 2, (path, _) -> String.valueOf(path.getFileName()).endsWith(".part"))) {
            for (var file : begun.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(OrganisationId organisation, String number) {
        return folder.orElseThrow().resolve(organisation.toString()).resolve(number + ".zip");
    }
}
