package se.framsteg.consent.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The types of file that a paper can be scanned to. */
enum FileType {
    PDF("application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII)) {
        @Override
        Optional<String> problem(byte[] file) {
            return OwnProcess.problem(file);
        }
    },
    PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}) {
        @Override
        Optional<String> problem(byte[] file) {
            return FileEnd.problem(file, FileEnd.ofPng(file), "scan.more-than-picture");
        }
    },
    JPEG("image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}) {
        @Override
        Optional<String> problem(byte[] file) {
            return FileEnd.problem(file, FileEnd.ofJpeg(file), "scan.more-than-picture");
        }
    };

    private final String mediaType;
    private final byte[] start;

    FileType(String mediaType, byte[] start) {
        this.mediaType = mediaType;
        this.start = start;
    }

    static Optional<FileType> of(byte[] file) {
        return Arrays.stream(values())
                .filter(type -> Bytes.standsAt(file, type.start, 0))
                .findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    /** The key of the text that tells why a file of this type is not taken; empty if it is. */
    abstract Optional<String> problem(byte[] file);
}
