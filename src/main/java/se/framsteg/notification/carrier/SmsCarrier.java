package se.framsteg.notification.carrier;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** SMS by an HTTP gateway: one POST for each message, and any answer of the 2xx kind means that it was taken. */
@Component
class SmsCarrier implements Carrier {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SmsSettings settings;
    private final JsonMapper json = new JsonMapper();
    /** Follows no redirects: number and password go where the settings say and nowhere else. */
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    SmsCarrier(SmsSettings settings) {
        this.settings = settings;
    }

    @Override
    public Way way() {
        return Way.SMS;
    }

    @Override
    public boolean isSetUp() {
        return settings.url().isPresent();
    }

    @Override
    public void send(String to, Message message) throws NotSentException {
        var number = PhoneNumber.international(to).orElseThrow(() -> new NotSentException(Failure.NO_ADDRESS));
        var fields = new LinkedHashMap<String, String>();
        fields.put(settings.toField(), number);
        fields.put(settings.fromField(), settings.from());
        fields.put(settings.messageField(), message.text());
        var status = post(request(settings.url().orElseThrow(), fields));
        if (status < 200 || status > 299) {
            throw new NotSentException(failure(status));
        }
    }

    private int post(HttpRequest request) throws NotSentException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new NotSentException(Failure.UNREACHABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException(Failure.UNREACHABLE);
        }
    }

    private HttpRequest request(URI url, Map<String, String> fields) {
        var asJson = settings.format() == SmsSettings.Format.JSON;
        var request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", asJson ? "application/json" : "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(asJson ? json.writeValueAsString(fields) : form(fields)));
        if (!settings.token().isEmpty()) {
            request.header("Authorization", "Bearer " + settings.token());
        } else if (!settings.user().isEmpty()) {
            request.header("Authorization", "Basic " + basic());
        }
        return request.build();
    }

    private String basic() {
        var both = settings.user() + ":" + settings.password();
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Failure failure(int status) {
        return switch (status) {
            case 401, 403 -> Failure.NOT_LET_IN;
            case 400, 404, 410, 422 -> Failure.REFUSED;
            case 429 -> Failure.BUSY;
            default -> Failure.UNREACHABLE;
        };
    }
}
