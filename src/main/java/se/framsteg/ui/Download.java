package se.framsteg.ui;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file to save, of which no copy is kept on the way, and which no browser takes for something else. */
public final class Download {
    private Download() {}

    /** @param name with its ending; it must hold nothing about a person beyond the case number */
    public static ResponseEntity<byte[]> of(MediaType type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .headers(headers -> headers.setContentDisposition(ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()))
                .body(content);
    }
}
