package se.framsteg.initiative.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;

/** What a paper can be. Its own first bytes tell which: neither its name nor what the browser calls it counts. */
public enum PaperType {
    PDF("application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII)),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Packed.START) {
        @Override
        boolean holds(byte[] file) {
            return Packed.office(file, "word/document.xml");
        }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Packed.START) {
        @Override
        boolean holds(byte[] file) {
            return Packed.office(file, "xl/workbook.xml");
        }
    },
    ODT("application/vnd.oasis.opendocument.text", Packed.START) {
        @Override
        boolean holds(byte[] file) {
            return Packed.beginsWith(file, "mimetype", mediaType())
                    && Packed.names(file).contains("content.xml")
                    && Packed.names(file).stream().noneMatch(Packed::runs);
        }
    },
    PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
    JPEG("image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});

    private final String mediaType;
    private final byte[] start;

    PaperType(String mediaType, byte[] start) {
        this.mediaType = mediaType;
        this.start = start;
    }

    /** What it is; empty if it is none of these. */
    static Optional<PaperType> of(byte[] file) {
        return Arrays.stream(values())
                .filter(type -> Packed.startsAt(file, 0, type.start) && type.holds(file))
                .findFirst();
    }

    boolean holds(byte[] file) {
        return file.length > start.length;
    }

    String mediaType() {
        return mediaType;
    }

    MediaType media() {
        return MediaType.parseMediaType(mediaType);
    }

    /** What a file's name ends in, without the dot. */
    public String ending() {
        return this == JPEG ? "jpg" : name().toLowerCase(Locale.ROOT);
    }

    /** The names in a packed file, which its last part lists: nothing is unpacked to find them. */
    private static final class Packed {
        static final byte[] START = {'P', 'K', 3, 4};
        private static final byte[] LIST = {'P', 'K', 1, 2};
        private static final byte[] END = {'P', 'K', 5, 6};
        private static final int FIRST_NAME = 30;
        private static final int END_LENGTH = 22;
        private static final int LIST_LENGTH = 46;
        private static final int LONGEST_COMMENT = 0xFFFF;
        private static final List<String> RUNS =
                List.of("vbaproject", "basic/", "scripts/", "embeddings/", "activex/", "attachedtemplate");

        /** Of Word or Excel, and without macros. */
        static boolean office(byte[] file, String part) {
            var names = names(file);
            return names.contains("[Content_Types].xml")
                    && names.contains(part)
                    && names.stream().noneMatch(Packed::runs);
        }

        /** Whether a part of that name is something that a program runs, or may. */
        static boolean runs(String name) {
            var lower = name.toLowerCase(Locale.ROOT);
            return RUNS.stream().anyMatch(lower::contains);
        }

        /** Whether its first part is called so, is not packed and holds that: the rule for OpenDocument. */
        static boolean beginsWith(byte[] file, String name, String content) {
            return file.length > FIRST_NAME
                    && number(file, 8, 2) == 0
                    && number(file, 26, 2) == name.length()
                    && number(file, 28, 2) == 0
                    && startsAt(file, FIRST_NAME, name + content);
        }

        static Set<String> names(byte[] file) {
            var names = new java.util.HashSet<String>();
            var end = end(file);
            if (end < 0) {
                return names;
            }
            long at = number(file, end + 16, 4);
            for (long left = number(file, end + 10, 2); left > 0 && at + LIST_LENGTH <= end; left--) {
                if (!startsAt(file, (int) at, LIST)) {
                    return Set.of();
                }
                var length = (int) number(file, (int) at + 28, 2);
                if (at + LIST_LENGTH + length > end) {
                    return Set.of();
                }
                names.add(new String(file, (int) at + LIST_LENGTH, length, StandardCharsets.UTF_8));
                at += LIST_LENGTH + length + number(file, (int) at + 30, 2) + number(file, (int) at + 32, 2);
            }
            return names;
        }

        private static int end(byte[] file) {
            var first = Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT);
            for (int at = file.length - END_LENGTH; at >= first; at--) {
                if (startsAt(file, at, END)) {
                    return at;
                }
            }
            return -1;
        }

        private static long number(byte[] file, int at, int bytes) {
            long number = 0;
            for (int i = bytes - 1; i >= 0; i--) {
                number = (number << 8) | (file[at + i] & 0xFF);
            }
            return number;
        }

        static boolean startsAt(byte[] file, int at, String text) {
            return startsAt(file, at, text.getBytes(StandardCharsets.US_ASCII));
        }

        static boolean startsAt(byte[] file, int at, byte[] what) {
            return at >= 0
                    && at + what.length <= file.length
                    && Arrays.equals(file, at, at + what.length, what, 0, what.length);
        }
    }
}
