package se.framsteg.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.demo.DemoPlaces.Kind;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.initiative.document.DocumentId;
import se.framsteg.initiative.document.InitiativeDocument;
import se.framsteg.initiative.document.InitiativeDocuments;

/** An application and an agreement, a page each. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoPapers {
    private final InitiativeDocuments documents;

    DemoPapers(InitiativeDocuments documents) {
        this.documents = documents;
    }

    void file(List<Workplace> workplaces, LocalDate start) {
        workplaces.stream().filter(at -> at.kind() == Kind.IPS).forEach(at -> {
            file(at, InitiativeDocument.Kind.APPLICATION, "Ansökan om medel", start.minusMonths(4));
            file(at, InitiativeDocument.Kind.AGREEMENT, "Avtal mellan förbundet och kommunen", start.minusMonths(1));
        });
    }

    private void file(Workplace at, InitiativeDocument.Kind kind, String title, LocalDate on) {
        var told = new InitiativeDocuments.Told(DocumentId.create(), kind, title, on);
        documents.add(at.lead(), at.initiative(), told, page(title, "Ett exempel i demon, " + on + "."));
    }

    /** The smallest PDF with two lines on a page. */
    private static byte[] page(String first, String second) {
        var drawn = "BT /F 18 Tf 72 760 Td (%s) Tj /F 12 Tf 0 -28 Td (%s) Tj ET".formatted(first, second);
        var objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F 5 0 R >> >> >>",
                "<< /Length %d >>\nstream\n%s\nendstream".formatted(drawn.length(), drawn),
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        var file = new ByteArrayOutputStream();
        var starts = new ArrayList<Integer>();
        write(file, "%PDF-1.4\n");
        for (var object : objects) {
            starts.add(file.size());
            write(file, "%d 0 obj\n%s\nendobj\n".formatted(starts.size(), object));
        }
        var table = file.size();
        write(file, "xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1));
        starts.forEach(start -> write(file, "%010d 00000 n \n".formatted(start)));
        write(
                file,
                "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n".formatted(objects.size() + 1, table));
        return file.toByteArray();
    }

    private static void write(ByteArrayOutputStream file, String text) {
        file.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
