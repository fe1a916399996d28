package se.framsteg.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads a sheet of an .xlsx workbook, row by row. Of a formula its last value is taken; nothing is calculated or run. */
final class ExcelFile {
    /** Unpacked, in all. A table of the size that is taken has a tenth of it. */
    private static final long LARGEST_UNPACKED = 60L * 1024 * 1024;

    private static final int MOST_PARTS = 1000;
    /** Excel's way to write a date format holds a year or a day; what stands in quotes or brackets is no format. */
    private static final Pattern DATE_FORMAT = Pattern.compile("[yd]", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.");

    private ExcelFile() {}

    static Grid read(byte[] file, String sheet) {
        requireHarmless(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
            var chosen = sheet(workbook, sheet);
            try (var rows = chosen.openStream()) {
                return Grid.of(Grid.Kind.EXCEL, List.of(chosen.getName()), rows.map(ExcelFile::line)::iterator);
            }
        } catch (UnreadableFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The reader answers a broken workbook with exceptions of many kinds, whose texts may quote it.
            throw new UnreadableFileException("import.file.broken");
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook, String name) {
        var names = workbook.getSheets().map(Sheet::getName).toList();
        if (names.isEmpty()) {
            throw new UnreadableFileException("import.file.not-excel");
        }
        if (name.isEmpty()) {
            return workbook.getFirstSheet();
        }
        return workbook.getSheets()
                .filter(one -> one.getName().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new UnreadableFileException("import.file.sheet", String.join(", ", names)));
    }

    /** A small file can unpack to more than memory holds, and XML can name other files: neither comes as far as the reader. */
    private static void requireHarmless(byte[] file) {
        long left = LARGEST_UNPACKED;
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new UnreadableFileException("import.file.not-excel");
            }
            var parts = Collections.list(zip.getEntries());
            if (parts.size() > MOST_PARTS) {
                throw new UnreadableFileException("import.file.bomb");
            }
            for (var part : parts) {
                try (var content = zip.getInputStream(part)) {
                    left -= unpacked(content, left);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFileException("import.file.broken");
        }
    }

    private static long unpacked(InputStream content, long most) throws IOException {
        var buffer = new byte[64 * 1024];
        long unpacked = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            if (unpacked == 0 && new String(buffer, 0, read, ISO_8859_1).contains("<!DOCTYPE")) {
                throw new UnreadableFileException("import.file.broken");
            }
            unpacked += read;
            if (unpacked > most) {
                throw new UnreadableFileException("import.file.bomb");
            }
        }
        return unpacked;
    }

    private static Grid.Line line(Row row) {
        var cells = new ArrayList<String>();
        row.stream().limit(Grid.MOST_COLUMNS + 1L).forEach(cell -> cells.add(cell == null ? "" : text(cell)));
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return new Grid.Line(row.getRowNum(), cells);
    }

    private static String text(Cell cell) {
        var raw = Optional.ofNullable(cell.getRawValue()).orElse("");
        if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA) {
            return Grid.clean(number(cell, raw));
        }
        return Grid.clean(cell.getType() == CellType.STRING ? cell.getText() : raw);
    }

    private static String number(Cell cell, String raw) {
        try {
            var number = new BigDecimal(raw);
            if (number.precision() - number.scale() > 15) {
                return raw;
            }
            return dated(cell) ? date(number) : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    private static boolean dated(Cell cell) {
        var format = cell.getDataFormatString();
        return format != null
                && DATE_FORMAT.matcher(NO_FORMAT.matcher(format).replaceAll("")).find();
    }

    /** Days since the last day but one of 1899, which is right from March 1900 on; the part of a day is left out. */
    private static String date(BigDecimal days) {
        return java.time.LocalDate.of(1899, 12, 30).plusDays(days.longValue()).toString();
    }
}
