package se.framsteg.print;

import static java.util.Objects.requireNonNull;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.util.stream.Stream;

/** The fonts that are put into documents: one for Latin and Cyrillic letters, one for Arabic letters and for signs. */
final class PrintFonts {
    private static final String LIBERATION = "/liberation/LiberationSans-";
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans";

    private PrintFonts() {}

    /** The files of the fonts in their ordinary weight: the bold ones have the same signs. */
    static Stream<String> regular() {
        return Stream.of(LIBERATION + "Regular.ttf", DEJAVU + ".ttf");
    }

    static void add(PdfRendererBuilder renderer) {
        add(renderer, "Liberation Sans", LIBERATION + "Regular.ttf", 400);
        add(renderer, "Liberation Sans", LIBERATION + "Bold.ttf", 700);
        add(renderer, "DejaVu Sans", DEJAVU + ".ttf", 400);
        add(renderer, "DejaVu Sans", DEJAVU + "-Bold.ttf", 700);
    }

    private static void add(PdfRendererBuilder renderer, String family, String file, int weight) {
        renderer.useFont(
                () -> requireNonNull(PrintFonts.class.getResourceAsStream(file)),
                family,
                weight,
                FontStyle.NORMAL,
                true);
    }
}
