package se.framsteg.consent.scan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a picture or a paper ends in its file, and what stands after it. Phones add harmless things of their own there; what could be
 * run, opened or unpacked as something else is not taken.
 */
final class FileEnd {
    private static final int FIRST_CHUNK = 8;
    private static final int BESIDES_DATA = 12;
    private static final byte[] LAST_CHUNK = "IEND".getBytes(StandardCharsets.US_ASCII);

    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;

    /** What a file that is run begins with; anywhere else two letters are a chance. */
    private static final List<String> AT_THE_START = List.of("MZ", "#!");

    /** Archives, programs and pages, wherever they stand. In lower case, as what they are compared with. */
    private static final List<String> ANYWHERE = List.of(
            "pk\3\4",
            "pk\5\6",
            "rar!",
            "7z\u00bc\u00af",
            "\u007felf",
            "%pdf-",
            "<html",
            "<!doctype",
            "<script",
            "<svg",
            "<?php",
            "<iframe");

    private FileEnd() {}

    /**
     * The key of the text that tells why it is not taken; empty if it is.
     *
     * @param end where what it is ends; empty if it does not
     * @param more that key, if there is something else after it
     */
    static Optional<String> problem(byte[] file, OptionalInt end, String more) {
        if (end.isEmpty()) {
            return Optional.of("scan.damaged");
        }
        var after = new String(file, end.getAsInt(), file.length - end.getAsInt(), StandardCharsets.ISO_8859_1);
        var acts = AT_THE_START.stream().anyMatch(after.strip()::startsWith) || isMore(after);
        return acts ? Optional.of(more) : Optional.empty();
    }

    /** Whether something that is opened as something else begins in this text. */
    static boolean isMore(String text) {
        var small = text.toLowerCase(Locale.ROOT);
        return ANYWHERE.stream().anyMatch(small::contains);
    }

    /** Each chunk tells its length; the last one is IEND. */
    static OptionalInt ofPng(byte[] file) {
        long at = FIRST_CHUNK;
        while (at + BESIDES_DATA <= file.length) {
            var next = at + BESIDES_DATA + length(file, (int) at);
            if (next > file.length) {
                return OptionalInt.empty();
            }
            if (Bytes.standsAt(file, LAST_CHUNK, (int) at + 4)) {
                return OptionalInt.of((int) next);
            }
            at = next;
        }
        return OptionalInt.empty();
    }

    private static long length(byte[] file, int at) {
        return ((long) Bytes.unsigned(file, at) << 24)
                | (Bytes.unsigned(file, at + 1) << 16)
                | (Bytes.unsigned(file, at + 2) << 8)
                | Bytes.unsigned(file, at + 3);
    }

    /** Segments that tell their length, and between them the picture itself, in which a mark is never followed by a code of its own. */
    static OptionalInt ofJpeg(byte[] file) {
        int at = 2;
        while (at + 1 < file.length) {
            if (Bytes.unsigned(file, at) != 0xFF) {
                return OptionalInt.empty();
            }
            int code = Bytes.unsigned(file, at + 1);
            if (code == END) {
                return OptionalInt.of(at + 2);
            }
            if (code == 0xFF) {
                at++;
            } else if (at + 3 < file.length) {
                at = next(file, at, code);
            } else {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private static int next(byte[] file, int at, int code) {
        if (standsAlone(code)) {
            return at + 2;
        }
        int after = at + 2 + (Bytes.unsigned(file, at + 2) << 8) + Bytes.unsigned(file, at + 3);
        return code == START_OF_SCAN ? afterScan(file, after) : after;
    }

    private static boolean standsAlone(int code) {
        return code == 0x01 || (code >= 0xD0 && code <= 0xD7);
    }

    private static int afterScan(byte[] file, int from) {
        int at = from;
        while (at + 1 < file.length) {
            if (Bytes.unsigned(file, at) == 0xFF) {
                int code = Bytes.unsigned(file, at + 1);
                if (code != 0 && code != 0xFF && !standsAlone(code)) {
                    return at;
                }
            }
            at++;
        }
        return file.length;
    }
}
