package se.framsteg.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    public HttpResponse<String> send(int port, Visitor visitor, String path) {
        var token = visitor.token();
        with("_csrf", token);
        write("--x--\r\n");
        var cookies = Stream.of("SESSION", "XSRF-TOKEN", "LAST-HERE")
                .map(name -> name + "=" + visitor.cookie(name))
                .collect(Collectors.joining("; "));
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", cookies)
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
