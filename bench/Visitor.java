import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser: cookies are kept, redirects are not followed. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).version(HttpClient.Version.HTTP_1_1).build();
    private final String site;

    Visitor(String site) {
        this.site = site;
    }

    Visitor signIn(String email, String password) throws Exception {
        expect(302, post("/sign-in", Map.of("email", email, "password", password), token("/sign-in")));
        return this;
    }

    String get(String path) throws Exception {
        return expect(200, send(HttpRequest.newBuilder(URI.create(site + path)).GET()));
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String token) throws Exception {
        var body = fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"))
                + "&_csrf=" + encode(token);
        return send(HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The token that the forms of this page carry; it holds for the whole session. */
    String token(String path) throws Exception {
        var hit = TOKEN.matcher(get(path));
        if (!hit.find()) {
            throw new IllegalStateException("no form on " + path);
        }
        return hit.group(1);
    }

    static String expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.request().method() + " " + answer.uri() + " answered "
                    + answer.statusCode());
        }
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        var whole = request.header("Accept", "text/html").timeout(Duration.ofSeconds(60)).build();
        return client.send(whole, HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
