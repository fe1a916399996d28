package se.framsteg.print;

import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Makes PDF documents of templates. A template to print is well-formed XML, begins with {@code print.document} and uses the
 * classes of {@code print/document.css}.
 */
@Component
public class Printer {
    static {
        // What it logs may quote the text that it sets, and that is about people.
        XRLog.setLoggingEnabled(false);
    }

    /** Setting a document takes seconds of a core and a good deal of memory. */
    private static final int AT_A_TIME = 2;

    private final Semaphore presses = new Semaphore(AT_A_TIME, true);
    private final TemplateEngine templates;

    Printer(TemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * Prints a template. Waits for its turn when others are printing: not to be called within a transaction, which would
     * keep a connection to the database waiting too.
     *
     * @param name of the file, see {@link Printed}
     * @param template under {@code src/main/jte}, without ending
     */
    public Printed print(String name, String template, Map<String, Object> model) {
        var markup = new StringOutput();
        templates.render(template + ".jte", model, markup);
        presses.acquireUninterruptibly();
        try {
            return new Printed(name, pdf(Signs.printable(markup.toString())));
        } finally {
            presses.release();
        }
    }

    private static byte[] pdf(String markup) {
        var pdf = new ByteArrayOutputStream();
        try {
            var renderer = new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfAConformance.PDFA_3_U)
                    .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                    .withProducer("Framsteg")
                    .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                    .useUnicodeBidiReorderer(new JoinedLetters())
                    .defaultTextDirection(
                            markup.contains("<body class=\"rtl\">") ? TextDirection.RTL : TextDirection.LTR)
                    .useSVGDrawer(new BatikSVGDrawer())
                    .useExternalResourceAccessControl(
                            (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useExternalResourceAccessControl(
                            (_, _) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .withHtmlContent(markup, null)
                    .toStream(pdf);
            PrintFonts.add(renderer);
            renderer.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }
}
