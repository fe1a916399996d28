package se.framsteg.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values as bytes, written so that no two different rows of values are the same bytes. */
final class Bytes {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream(256);

    Bytes add(long number) {
        written.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    Bytes add(@Nullable String text) {
        if (text == null) {
            return add(-1);
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        written.writeBytes(bytes);
        return this;
    }

    Bytes add(@Nullable UUID id) {
        if (id == null) {
            return add(0);
        }
        return add(1).add(id.getMostSignificantBits()).add(id.getLeastSignificantBits());
    }

    byte[] all() {
        return written.toByteArray();
    }
}
