package se.framsteg.report.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.springframework.http.MediaType;
import se.framsteg.report.content.Block;
import se.framsteg.report.content.Block.Facts;
import se.framsteg.report.content.Block.Grid;
import se.framsteg.report.content.Block.Remark;
import se.framsteg.report.content.Chapter;
import se.framsteg.ui.Texts;

/** Writes a report as a Word document: headings as such, tables with header rows, drawings with the text that stands for them. */
public final class WordReport {
    public static final MediaType TYPE =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private static final double DRAWING_CENTIMETRES = 15;
    private static final double FIRST_COLUMN = 40;
    private static final double POINTS_EACH = 72 / 2.54;

    private final Texts texts;
    private final XWPFDocument document = new XWPFDocument();

    private WordReport(Texts texts) {
        this.texts = texts;
        heading("Heading1", 1, 36, "0E5A66");
        heading("Heading2", 2, 28, "0E5A66");
        heading("Heading3", 3, 23, "2A2C2E");
    }

    /**
     * @param title of the whole
     * @param about lines under the title
     */
    public static byte[] written(String title, List<String> about, List<Chapter> chapters, Texts texts) {
        var word = new WordReport(texts);
        word.document.getProperties().getCoreProperties().setTitle(title);
        word.document.getProperties().getCoreProperties().setCreator("Framsteg");
        word.paragraph(title, "Heading1");
        about.forEach(line -> word.paragraph(line, null));
        chapters.stream().filter(chapter -> !chapter.empty()).forEach(word::chapter);
        return word.bytes();
    }

    private void chapter(Chapter chapter) {
        paragraph(texts.of("report.section", chapter.section()), "Heading2");
        chapter.words()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> paragraph(line, null));
        chapter.blocks().forEach(this::block);
    }

    private void block(Block block) {
        switch (block) {
            case Facts(var facts) -> {
                var table = table(facts.size(), 2);
                IntStream.range(0, facts.size()).forEach(i -> {
                    set(table.getRow(i).getCell(0), facts.get(i).label(), false, true);
                    set(table.getRow(i).getCell(1), facts.get(i).value(), false, false);
                });
                paragraph("", null);
            }
            case Remark(var text) -> paragraph(text, null);
            case Grid grid -> grid(grid);
        }
    }

    private void grid(Grid grid) {
        paragraph(grid.title(), "Heading3");
        if (grid.drawn() > 0 && !grid.lines().isEmpty()) {
            drawing(grid);
        }
        var table = table(grid.lines().size() + 1, grid.columns().size());
        table.getRow(0).setRepeatHeader(true);
        for (int column = 0; column < grid.columns().size(); column++) {
            set(
                    table.getRow(0).getCell(column),
                    grid.columns().get(column),
                    column > 0 && grid.right(column - 1),
                    true);
        }
        for (int i = 0; i < grid.lines().size(); i++) {
            var line = grid.lines().get(i);
            var row = table.getRow(i + 1);
            set(row.getCell(0), line.label(), false, false);
            for (int cell = 0; cell < line.cells().size(); cell++) {
                var shown = line.cells().get(cell);
                set(row.getCell(cell + 1), shown.text(), grid.right(cell), false);
            }
        }
        paragraph(grid.note(), null);
    }

    private void drawing(Grid grid) {
        var picture = Picture.of(grid);
        var width = Units.toEMU(DRAWING_CENTIMETRES * POINTS_EACH);
        var height = (int) (width * (double) picture.height() / picture.width());
        try {
            var run = document.createParagraph().createRun();
            var shown =
                    run.addPicture(new ByteArrayInputStream(picture.png()), PictureType.PNG, "bars.png", width, height);
            var said = texts.of("report.drawing", grid.title());
            shown.getCTPicture().getNvPicPr().getCNvPr().setDescr(said);
            run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private XWPFTable table(int rows, int columns) {
        var table = document.createTable(rows, columns);
        table.setWidth("100%");
        table.setCellMargins(40, 80, 40, 80);
        var others = (100.0 - FIRST_COLUMN) / (columns - 1);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                table.getRow(row).getCell(column).setWidth(percent(column == 0 ? FIRST_COLUMN : others));
            }
        }
        return table;
    }

    private static String percent(double share) {
        return Math.round(share) + "%";
    }

    private static void set(XWPFTableCell cell, String text, boolean number, boolean bold) {
        var paragraph = cell.getParagraphs().getFirst();
        paragraph.setAlignment(number ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
        write(paragraph, text, bold);
    }

    private void paragraph(String text, @Nullable String style) {
        var paragraph = document.createParagraph();
        if (style != null) {
            paragraph.setStyle(style);
        }
        write(paragraph, text, false);
    }

    private static void write(XWPFParagraph paragraph, String text, boolean bold) {
        var run = paragraph.createRun();
        run.setBold(bold);
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines.get(i));
        }
    }

    /** A blank document of the library knows no headings; without them nobody who listens finds their way. */
    private void heading(String id, int level, int halfPoints, String colour) {
        var style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal("heading " + level);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewQFormat();
        style.addNewUiPriority().setVal(BigInteger.valueOf(9));
        var looks = style.addNewRPr();
        looks.addNewB();
        looks.addNewColor().setVal(colour);
        looks.addNewSz().setVal(BigInteger.valueOf(halfPoints));
        var place = style.addNewPPr();
        place.addNewKeepNext();
        place.addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        var space = place.addNewSpacing();
        space.setBefore(BigInteger.valueOf(240));
        space.setAfter(BigInteger.valueOf(80));
        document.createStyles().addStyle(new XWPFStyle(style));
    }

    private byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (document) {
            document.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
