package se.framsteg.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A printed document.
 *
 * @param name of its file, without ending; it must hold nothing about a person beyond the case number
 */
public record Printed(String name, byte[] pdf) {
    /** As an answer to a browser, which opens it and keeps no copy. */
    public ResponseEntity<byte[]> answer() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .headers(headers -> headers.setContentDisposition(ContentDisposition.inline()
                        .filename(name + ".pdf", StandardCharsets.UTF_8)
                        .build()))
                .body(pdf);
    }

    /** How many pages of paper it takes. */
    public int pages() {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name alone: what is printed stays out of logs. */
    @Override
    public String toString() {
        return name;
    }
}
