package se.framsteg.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Printed documents under test: rendered as pages to be looked at, read as text, and checked by veraPDF. */
public final class Pdfs {
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final int DOTS_PER_INCH = 80;

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Pdfs() {}

    /** The document keeps PDF/UA-1 (tags, title, language) and PDF/A-3U (fonts, colours). */
    public static void assertValid(byte[] pdf) throws Exception {
        for (var flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_U)) {
            assertThat(faults(pdf, flavour)).as(flavour.toString()).isEmpty();
        }
    }

    private static List<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
                    .map(one -> one.getRuleId() + " " + one.getMessage())
                    .distinct()
                    .toList();
        }
    }

    /** Pictures of its pages, to be looked at: {@code target/screenshots/<name>-<page>.png}. */
    public static void pictures(byte[] pdf, String name) throws IOException {
        Files.createDirectories(PICTURES);
        try (var document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                var file = PICTURES.resolve(name + "-" + (page + 1) + ".png");
                ImageIO.write(renderer.renderImageWithDPI(page, DOTS_PER_INCH), "png", file.toFile());
            }
        }
    }

    public static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    public static int pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    /** Everything that a reader shows as the document's properties. */
    public static String metadata(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var about = document.getDocumentInformation();
            return String.join(
                    " ",
                    about.getMetadataKeys().stream()
                            .map(key -> key + "=" + about.getPropertyStringValue(key))
                            .toList());
        }
    }
}
