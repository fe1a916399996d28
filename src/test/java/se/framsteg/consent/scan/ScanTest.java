package se.framsteg.consent.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.framsteg.testing.ConsentExamples;

/** What is taken for a scanned paper, and what is not. */
class ScanTest {
    private interface Change {
        void to(PDDocument document) throws IOException;
    }

    private static byte[] pdf(Change change) throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            change.to(document);
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] together(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static void assertRefused(byte[] file, String key) {
        assertThat(new Scan(file).problem()).contains(key);
    }

    @Test
    void whatAScannerMakesIsTakenAndKnownByItsOwnBytes() {
        assertThat(new Scan(ConsentExamples.pdf()).problem()).isEmpty();
        assertThat(new Scan(ConsentExamples.pdf()).mediaType()).isEqualTo("application/pdf");
        assertThat(new Scan(ConsentExamples.picture("png")).problem()).isEmpty();
        assertThat(new Scan(ConsentExamples.picture("png")).mediaType()).isEqualTo("image/png");
        assertThat(new Scan(ConsentExamples.picture("jpg")).problem()).isEmpty();
        assertThat(new Scan(ConsentExamples.picture("jpg")).mediaType()).isEqualTo("image/jpeg");
    }

    @Test
    void anEmptyAnUnknownAndATooLargeFileAreRefused() {
        assertRefused(new byte[0], "scan.empty");
        assertRefused(ascii("<html><body>Samtycke</body></html>"), "scan.type");
        assertRefused(ascii("GIF89a"), "scan.type");
        assertRefused(ascii("PK\3\4 dokument"), "scan.type");
        assertRefused(Arrays.copyOf(ConsentExamples.picture("png"), Scan.LARGEST + 1), "scan.too-large");
        assertThat(new Scan(Arrays.copyOf(ConsentExamples.picture("png"), Scan.LARGEST)).problem())
                .isEmpty();
    }

    @Test
    void theTestVirusIsRefusedWhereverItStands() {
        var virus = ascii("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*");
        assertRefused(virus, "scan.infected");
        assertRefused(together(ConsentExamples.picture("jpg"), virus), "scan.infected");
        assertRefused(together(ConsentExamples.pdf(), virus), "scan.infected");
    }

    @Test
    void aPdfThatActsIsRefused() throws IOException {
        assertRefused(
                pdf(document ->
                        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('hej')"))),
                "scan.acts");
        assertRefused(
                pdf(document -> document.getPage(0).getCOSObject().setItem("AA", new PDActionLaunch().getCOSObject())),
                "scan.acts");
        assertRefused(
                pdf(document -> document.getDocumentCatalog()
                        .getCOSObject()
                        .setItem("Attached", new PDEmbeddedFile(document).getCOSObject())),
                "scan.acts");
        assertRefused(
                pdf(document -> document.getDocumentCatalog().getCOSObject().setItem("JS", COSName.A)), "scan.acts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/JavaScript",
                "/J#61vaScript",
                "/JS(",
                "/Launch ",
                "/EmbeddedFile>>",
                "/EmbeddedFiles[",
                "/OpenAction\n"
            })
    void alsoWhereReadersOfPdfDisagreeAboutWhatBelongsToIt(String name) {
        assertRefused(together(ConsentExamples.pdf(), ascii("\n9 0 obj <<" + name + " x>> endobj")), "scan.acts");
    }

    @Test
    void namesThatOnlyBeginAlikeAndPicturesThatLookLikeNamesAreNot() throws IOException {
        assertThat(new Scan(pdf(document ->
                                document.getDocumentCatalog().getCOSObject().setItem("JSFont", COSName.A)))
                        .problem())
                .isEmpty();
        var withStream = pdf(document -> {
            var stream = document.getDocument().createCOSStream();
            try (var out = stream.createRawOutputStream()) {
                out.write(ascii("abc/JS (hej) /OpenAction def"));
            }
            document.getPage(0).getCOSObject().setItem(COSName.getPDFName("Thumb"), stream);
        });
        assertThat(new Scan(withStream).problem()).isEmpty();
    }

    @Test
    void aLockedOrBrokenPdfIsRefused() throws IOException {
        assertRefused(
                pdf(document ->
                        document.protect(new StandardProtectionPolicy("ägare", "läsare", new AccessPermission()))),
                "scan.locked");
        assertRefused(ascii("%PDF-1.7\ninget mer"), "scan.damaged");
    }

    /** Eighty megabytes of empty lists, packed to a file smaller than a picture. */
    @Test
    void aSmallPdfThatUnpacksToMoreThanTheProgramHasHarmsItselfAlone() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var packing = new DeflaterOutputStream(packed)) {
            packing.write(ascii("9 0 "));
            packing.write('[');
            var lists = "[]".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int times = 0; times < 40; times++) {
                packing.write(lists);
            }
            packing.write(']');
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(ascii("%PDF-1.5\n1 0 obj <</Type/Catalog/Pages 2 0 R/More 9 0 R>> endobj\n"));
        int pages = file.size();
        file.writeBytes(ascii("2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\n"));
        int lists = file.size();
        file.writeBytes(
                ascii("3 0 obj <</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + packed.size() + ">> stream\n"));
        file.writeBytes(packed.toByteArray());
        file.writeBytes(ascii("\nendstream endobj\n"));
        int table = file.size();
        var entries = new ByteArrayOutputStream();
        entry(entries, 1, 9, 0);
        entry(entries, 1, pages, 0);
        entry(entries, 1, lists, 0);
        entry(entries, 1, table, 0);
        entry(entries, 2, 3, 0);
        file.writeBytes(ascii("4 0 obj <</Type/XRef/Size 10/Root 1 0 R/W[1 4 1]/Index[1 4 9 1]/Length " + entries.size()
                + ">> stream\n"));
        file.writeBytes(entries.toByteArray());
        file.writeBytes(ascii("\nendstream endobj\nstartxref\n" + table + "\n%%EOF"));

        assertThat(file.size()).isLessThan(200_000);
        assertRefused(file.toByteArray(), "scan.damaged");
        assertThat(new Scan(ConsentExamples.pdf()).problem()).isEmpty();
    }

    private static void entry(ByteArrayOutputStream entries, int type, int place, int last) {
        entries.write(type);
        entries.writeBytes(ByteBuffer.allocate(4).putInt(place).array());
        entries.write(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\3\4paket", "<html><script>", "\u007fELF"})
    void aPdfWithSomethingElseAfterItsEndIsRefused(String after) {
        assertRefused(together(ConsentExamples.pdf(), ascii(after)), "scan.more-than-paper");
        assertRefused(together(ConsentExamples.pdf(), ascii(after + "\n%%EOF")), "scan.more-than-paper");
    }

    @Test
    void aPdfThatTellsALengthWrongAsScannersDoIsTaken() throws IOException {
        var withStream = new String(
                pdf(document -> {
                    var stream = document.getDocument().createCOSStream();
                    try (var out = stream.createRawOutputStream()) {
                        out.write(ascii("0123456789"));
                    }
                    document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, stream);
                }),
                StandardCharsets.ISO_8859_1);
        assertThat(withStream).contains("/Length 10");
        assertThat(new Scan(ascii(withStream.replace("/Length 10", "/Length 17"))).problem())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>hej</html>",
                "<!DOCTYPE html>",
                "  <ScRiPt>",
                "PK\3\4paket",
                "xx PK\5\6",
                "MZ program",
                "\u007fELF",
                "#!/bin/sh",
                "<?php",
                "%PDF-1.7"
            })
    void aPictureWithSomethingElseAfterItsEndIsRefused(String after) {
        for (var format : new String[] {"png", "jpg"}) {
            assertRefused(together(ConsentExamples.picture(format), ascii(after)), "scan.more-than-picture");
        }
    }

    @Test
    void whatPhonesAddAfterAPictureIsTaken() {
        assertThat(new Scan(together(ConsentExamples.picture("jpg"), ascii("\0\0\1SEFH samsung SEFT"))).problem())
                .isEmpty();
        assertThat(new Scan(together(ConsentExamples.picture("jpg"), ConsentExamples.picture("jpg"))).problem())
                .as("a second picture, as in the multi-picture format")
                .isEmpty();
    }

    @Test
    void aPictureThatIsCutOffIsRefused() {
        for (var format : new String[] {"png", "jpg"}) {
            var whole = ConsentExamples.picture(format);
            assertRefused(Arrays.copyOf(whole, whole.length - 5), "scan.damaged");
            assertRefused(Arrays.copyOf(whole, 20), "scan.damaged");
        }
    }
}
