package se.framsteg.report.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.MediaType;
import se.framsteg.report.content.Block;
import se.framsteg.report.content.Block.Facts;
import se.framsteg.report.content.Block.Grid;
import se.framsteg.report.content.Chapter;
import se.framsteg.ui.Texts;

/** Writes the figures of a report as a workbook: a sheet for each chapter that has any, numbers as numbers. */
public final class ExcelReport {
    public static final MediaType TYPE =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final int LONGEST_NAME = 31;

    /** A number that nothing else is said beside: with a unit or a share of how many it stays as it is read. */
    private static final Pattern ALONE = Pattern.compile("[-−\\d\\s\\p{Z}.,]+");

    private ExcelReport() {}

    /** @param about lines on the first sheet */
    public static byte[] written(String title, List<String> about, List<Chapter> chapters, Texts texts) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Framsteg", "1.0")) {
            var names = new HashSet<String>();
            var first = workbook.newWorksheet(sheetName(title, names));
            first.width(0, 60);
            first.value(0, 0, title);
            first.style(0, 0).bold().set();
            for (int i = 0; i < about.size(); i++) {
                first.value(i + 1, 0, about.get(i));
            }
            for (var chapter : chapters) {
                if (!chapter.blocks().isEmpty()) {
                    var name = texts.of("report.section", chapter.section());
                    sheet(workbook.newWorksheet(sheetName(name, names)), chapter);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String sheetName(String title, HashSet<String> taken) {
        var plain = title.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        var name = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            var number = " " + i;
            name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME - number.length())) + number;
        }
        return name;
    }

    private static void sheet(Worksheet sheet, Chapter chapter) {
        sheet.width(0, 45);
        int row = 0;
        for (var block : chapter.blocks()) {
            row = write(sheet, block, row) + 1;
        }
    }

    private static int write(Worksheet sheet, Block block, int top) {
        int row = top;
        switch (block) {
            case Facts(var facts) -> {
                for (var fact : facts) {
                    sheet.value(row, 0, fact.label());
                    sheet.value(row++, 1, fact.value());
                }
            }
            case Block.Remark(var text) -> sheet.value(row++, 0, text);
            case Grid grid -> {
                sheet.value(row, 0, grid.title());
                sheet.style(row++, 0).bold().set();
                for (int column = 0; column < grid.columns().size(); column++) {
                    sheet.value(row, column, grid.columns().get(column));
                    sheet.style(row, column).bold().set();
                }
                row++;
                for (var line : grid.lines()) {
                    line(sheet, line, row++);
                }
                if (!grid.note().isEmpty()) {
                    sheet.value(row++, 0, grid.note());
                }
            }
        }
        return row;
    }

    private static void line(Worksheet sheet, Block.Line line, int row) {
        sheet.value(row, 0, line.label());
        for (int i = 0; i < line.cells().size(); i++) {
            var cell = line.cells().get(i);
            if (cell.number().isPresent() && ALONE.matcher(cell.text()).matches()) {
                sheet.value(row, i + 1, cell.number().get());
            } else {
                sheet.value(row, i + 1, cell.text());
            }
        }
    }
}
