package se.framsteg.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads a sheet of an .xlsx workbook. Of a formula its last value is taken; nothing is calculated or run. */
final class ExcelFile {
    /** Unpacked, in all. A table of the size that is taken has a tenth of it. */
    private static final long LARGEST_UNPACKED = 60L * 1024 * 1024;

    private static final int MOST_PARTS = 1000;
    /** Excel's way to write a date format holds a year or a day; what stands in quotes or brackets is no format. */
    private static final Pattern DATE_FORMAT = Pattern.compile("[yd]", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.");

    /** Day nought of a workbook, which is right from March 1900 on. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    /** The same of a workbook that was begun in older Excel for Mac. */
    private static final LocalDate MAC_EPOCH = LocalDate.of(1904, 1, 1);

    private ExcelFile() {}

    static Grid read(byte[] file, String sheet) {
        requireHarmless(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
            return sheet.isEmpty() ? longest(workbook) : grid(workbook, sheet(workbook, sheet));
        } catch (UnreadableFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw broken();
        }
    }

    /** The sheet with the most rows: before it there is often one with instructions, after it one with lists. */
    private static Grid longest(ReadableWorkbook workbook) {
        var grids = new ArrayList<Grid>();
        Optional<UnreadableFileException> problem = Optional.empty();
        for (var one : visible(workbook)) {
            try {
                grids.add(grid(workbook, one));
            } catch (UnreadableFileException e) {
                if (e.isTooMuch()) {
                    throw e;
                }
                problem = problem.or(() -> Optional.of(e));
            }
        }
        var none = problem.orElseGet(() -> new UnreadableFileException("import.file.empty"));
        return grids.stream()
                .max(Comparator.comparingInt(grid -> grid.rows().size()))
                .orElseThrow(() -> none);
    }

    private static List<Sheet> visible(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
    }

    private static Sheet sheet(ReadableWorkbook workbook, String name) {
        return workbook.getSheets()
                .filter(one -> one.getName().strip().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new UnreadableFileException(
                        "import.file.sheet",
                        visible(workbook).stream().map(Sheet::getName).collect(Collectors.joining(", "))));
    }

    /** Tells the name of the sheet, and after it those of the others. */
    private static Grid grid(ReadableWorkbook workbook, Sheet sheet) {
        var epoch = workbook.isDate1904() ? MAC_EPOCH : EPOCH;
        var names = Stream.concat(
                Stream.of(sheet.getName()),
                visible(workbook).stream().map(Sheet::getName).filter(name -> !name.equals(sheet.getName())));
        try (var rows = sheet.openStream()) {
            return Grid.of(
                    Grid.Kind.EXCEL, names.map(Grid::clean).toList(), rows.map(row -> line(row, epoch))::iterator);
        } catch (UnreadableFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw broken();
        }
    }

    /** The reader answers a broken workbook, or a sheet of charts, with exceptions of many kinds, whose texts may quote it. */
    private static UnreadableFileException broken() {
        return new UnreadableFileException("import.file.broken");
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

    private static Grid.Line line(Row row, LocalDate epoch) {
        var cells = new ArrayList<String>();
        row.stream().limit(Grid.MOST_COLUMNS + 1L).forEach(cell -> cells.add(cell == null ? "" : text(cell, epoch)));
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return new Grid.Line(row.getRowNum(), cells);
    }

    private static String text(Cell cell, LocalDate epoch) {
        if (cell.getType() == CellType.FORMULA && cell.getRawValue() == null) {
            // Whoever wrote the file did not work it out. To leave it empty would be to lose an answer in silence.
            return Grid.clean("=" + cell.getFormula());
        }
        var raw = Optional.ofNullable(cell.getRawValue()).orElse("");
        if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA) {
            return Grid.clean(number(cell, raw, epoch));
        }
        return Grid.clean(cell.getType() == CellType.STRING ? cell.getText() : raw);
    }

    private static String number(Cell cell, String raw, LocalDate epoch) {
        try {
            var number = new BigDecimal(raw);
            if (number.precision() - number.scale() > 15) {
                return raw;
            }
            return dated(cell)
                    ? date(number, epoch)
                    : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    private static boolean dated(Cell cell) {
        var format = cell.getDataFormatString();
        return format != null
                && DATE_FORMAT.matcher(NO_FORMAT.matcher(format).replaceAll("")).find();
    }

    /** The part of a day is left out. */
    private static String date(BigDecimal days, LocalDate epoch) {
        return epoch.plusDays(days.longValue()).toString();
    }
}
