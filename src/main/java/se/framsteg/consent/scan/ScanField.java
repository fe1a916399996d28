package se.framsteg.consent.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The field of a form that a scanned paper is chosen in. The paper is not looked through yet. */
@Component
class ScanField implements Converter<MultipartFile, @Nullable Scan> {
    /** A field that was left alone sends a file without a name, which is no paper. */
    @Override
    public @Nullable Scan convert(MultipartFile file) {
        if (file.isEmpty()
                && Optional.ofNullable(file.getOriginalFilename()).orElse("").isEmpty()) {
            return null;
        }
        try (var content = file.getInputStream()) {
            // No more than what tells that it is too large.
            return new Scan(content.readNBytes(Scan.LARGEST + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
