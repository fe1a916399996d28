package se.framsteg.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser of few words: keeps cookies, sends forms with their token, follows no redirects. */
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;

    public Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Signs in as a member of staff, over HTTP like anybody else. */
    public Visitor signIn(String email) {
        return signIn(email, World.PASSWORD);
    }

    public Visitor signIn(String email, String password) {
        var answer = post("/sign-in", Map.of("email", email, "password", password));
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("signing in answered " + answer.statusCode());
        }
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html")
                .build());
    }

    /** Whatever is there, as it comes. */
    public HttpResponse<byte[]> fetch(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends a form with the token that the sign-in page gives. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, fields, token());
    }

    /** Sends a form with a token that has been asked for before. */
    public HttpResponse<String> post(String path, Map<String, String> fields, String token) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.toList());
        body.add("_csrf=" + encode(token));
        return postWithoutToken(path, body);
    }

    public HttpResponse<String> postWithoutToken(String path, List<String> encodedFields) {
        return send(
                path,
                "application/x-www-form-urlencoded",
                String.join("&", encodedFields).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> send(String path, String type, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    /** The token for forms, as any page with a form tells it. */
    public String token() {
        var hit = TOKEN.matcher(get("/sign-in").body());
        if (!hit.find()) {
            throw new IllegalStateException("no token on the sign-in page");
        }
        return hit.group(1);
    }

    /** The value of a cookie; empty if there is none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
