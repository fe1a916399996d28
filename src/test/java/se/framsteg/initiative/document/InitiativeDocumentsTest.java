package se.framsteg.initiative.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.initiative.AffairsExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Upload;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** Papers of an initiative: told by what they are, and only ever given out as files to save. */
@FramstegTest
class InitiativeDocumentsTest {
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    InitiativeDocuments documents;

    @Autowired
    OwnerSql owner;

    @LocalServerPort
    int port;

    private World.Place place;
    private Visitor visitor;
    private String path;

    @BeforeEach
    void begin() {
        place = world.place();
        visitor = new Visitor(port).signIn(world.email(place.lead()));
        path = "/initiatives/" + place.initiative() + "/documents";
    }

    private java.net.http.HttpResponse<String> send(String name, byte[] content) {
        return new Upload()
                .with("id", UUID.randomUUID().toString())
                .with("title", "Slutlig ansökan: 2026/17 <b>")
                .with("kind", "APPLICATION")
                .with("on", "2026-03-01")
                .file("file", name, "application/pdf", content)
                .send(visitor, path + "/new");
    }

    private static byte[] packed(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] text() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var first = new ZipEntry("mimetype");
            var type = ODT.getBytes(UTF_8);
            var sum = new CRC32();
            sum.update(type);
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length);
            first.setCrc(sum.getValue());
            zip.putNextEntry(first);
            zip.write(type);
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write("<x/>".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void whatItIsItsOwnBytesTellAndEachKindIsTakenAndGivenBackUnchanged() throws IOException {
        var taken = new LinkedHashMap<PaperType, byte[]>();
        taken.put(PaperType.PDF, AffairsExamples.PDF);
        taken.put(PaperType.DOCX, packed("[Content_Types].xml", "word/document.xml"));
        taken.put(PaperType.XLSX, packed("[Content_Types].xml", "xl/workbook.xml"));
        taken.put(PaperType.ODT, text());
        taken.put(PaperType.PNG, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0});
        taken.put(PaperType.JPEG, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0});
        for (var paper : taken.entrySet()) {
            assertThat(send("något.html", paper.getValue()).statusCode())
                    .as(paper.getKey().name())
                    .isEqualTo(302);
        }
        var kept = documents.see(place.officer(), place.initiative()).documents();
        assertThat(kept).extracting(InitiativeDocument::type).containsExactlyInAnyOrderElementsOf(taken.keySet());
        for (var one : kept) {
            assertThat(documents
                            .open(place.officer(), place.initiative(), one.id())
                            .content())
                    .isEqualTo(taken.get(one.type()));
        }
    }

    @Test
    void whatIsDisguisedEmptyTooLargeOrHoldsMacrosIsRefusedAndNothingTypedIsLost() throws IOException {
        var page = "<html><script>alert(1)</script></html>".getBytes(UTF_8);
        var late = ("  %PDF-1.7 " + new String(page, UTF_8)).getBytes(UTF_8);
        var large = Arrays.copyOf(AffairsExamples.PDF, Paper.LARGEST + 1);
        var cut = Arrays.copyOf(packed("[Content_Types].xml", "word/document.xml"), 60);
        for (var wrong : Map.of(
                        "page",
                        page,
                        "late",
                        late,
                        "cut",
                        cut,
                        "macros",
                        packed("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                        "archive",
                        packed("setup.exe"),
                        "claims",
                        packed("mimetype" + ODT, "content.xml"))
                .entrySet()) {
            assertThat(send("ansökan.pdf", wrong.getValue()).body())
                    .as(wrong.getKey())
                    .contains("Filen är inget av det som tas emot", "Slutlig ansökan: 2026/17 &lt;b");
        }
        assertThat(send("ansökan.pdf", large).body()).contains("Filen är större än 10 MB.");
        assertThat(send("ansökan.pdf", new byte[0]).body()).contains("Välj en fil.");
        assertThat(documents.see(place.lead(), place.initiative()).documents()).isEmpty();
        var told = new InitiativeDocuments.Told(
                DocumentId.create(), InitiativeDocument.Kind.OTHER, "Sida", LocalDate.EPOCH);
        assertThatThrownBy(() -> documents.add(place.lead(), place.initiative(), told, page))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itIsGivenOutAsAFileToSaveUnderATameName() {
        send("ansökan.pdf", AffairsExamples.PDF);
        var id = documents
                .see(place.lead(), place.initiative())
                .documents()
                .getFirst()
                .id();
        var board = new Visitor(port).signIn(world.email(place.officer()));
        var file = board.get(path + "/" + id + "/file");
        assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains("Slutlig%20ans%C3%B6kan%202026%2017%20b.pdf");
        assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void whatIsTakenAwayLeavesWhyAndNotWhatStoodInIt() {
        send("ansökan.pdf", AffairsExamples.PDF);
        var id = documents
                .see(place.lead(), place.initiative())
                .documents()
                .getFirst()
                .id();
        assertThat(visitor.post(path + "/" + id + "/remove", Map.of()).body()).contains("Skriv varför.");
        visitor.post(path + "/" + id + "/remove", Map.of("reason", "Fel fil"));
        assertThat(visitor.get(path + "/" + id + "/file").statusCode()).isEqualTo(404);
        assertThat(visitor.get(path).body()).contains("Ett borttaget dokument", "Fel fil");
        assertThat(owner.sql("select content is null from initiative_documents where id = ?")
                        .param(id.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
