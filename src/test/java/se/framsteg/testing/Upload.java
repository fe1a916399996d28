package se.framsteg.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.util.Map;

/** A form with a file in it, sent by a visitor. */
public final class Upload {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** A field, which may be there more than once. */
    public Upload with(String name, String... values) {
        for (var value : values) {
            write("--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
        }
        return this;
    }

    public Upload with(Map<String, String> fields) {
        fields.forEach(this::with);
        return this;
    }

    /** @param type what the browser calls it, whatever it is */
    public Upload file(String field, String name, String type, byte[] content) {
        write("--x\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: " + type + "\r\n\r\n");
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(UTF_8));
    }

    public HttpResponse<String> send(Visitor visitor, String path) {
        with("_csrf", visitor.token());
        write("--x--\r\n");
        return visitor.send(path, "multipart/form-data; boundary=x", body.toByteArray());
    }
}
