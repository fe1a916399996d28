package se.framsteg.notification.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a real HTTP server. */
class SmsCarrierTest {
    private static final Message MESSAGE = new Message("En påminnelse", "Å & ä = 100 %", "https://x.example/stop");

    private HttpServer gateway;
    private volatile int answer = 200;
    private volatile String body = "";
    private volatile String authorization = "";
    private volatile String type = "";

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/sms", exchange -> {
            body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            type = exchange.getRequestHeaders().getFirst("Content-Type");
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    private URI url() {
        return URI.create("http://localhost:" + gateway.getAddress().getPort() + "/sms");
    }

    @Test
    void aFormIsPostedWithNameAndPassword() throws Exception {
        TestCarriers.sms(url()).send("070-174 06 05", MESSAGE);

        assertThat(type).isEqualTo("application/x-www-form-urlencoded");
        assertThat(body).isEqualTo("to=%2B46701740605&from=Framsteg&message=%C3%85+%26+%C3%A4+%3D+100+%25");
        assertThat(authorization).isEqualTo("Basic cHJvdjpoZW1saWd0");
    }

    @Test
    void jsonIsPostedWithAToken() throws Exception {
        TestCarriers.sms(url(), SmsSettings.Format.JSON, "nyckel", "", "").send("070-174 06 05", MESSAGE);

        assertThat(type).isEqualTo("application/json");
        assertThat(body).isEqualTo("{\"to\":\"+46701740605\",\"from\":\"Framsteg\",\"message\":\"Å & ä = 100 %\"}");
        assertThat(authorization).isEqualTo("Bearer nyckel");
    }

    @ParameterizedTest
    @CsvSource({
        "400, REFUSED",
        "422, REFUSED",
        "401, NOT_LET_IN",
        "403, NOT_LET_IN",
        "429, BUSY",
        "500, UNREACHABLE",
        "307, UNREACHABLE"
    })
    void whatTheGatewayAnswersIsToldAsAKind(int status, Failure failure) {
        answer = status;
        assertThat(failureOf(TestCarriers.sms(url()), "070-174 06 05")).isEqualTo(failure);
    }

    @Test
    void aGatewayThatIsNotThereAndANumberThatIsNoneAreToldApart() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        var nobody = TestCarriers.sms(URI.create("http://localhost:" + closed + "/"));
        assertThat(failureOf(nobody, "070-174 06 05")).isEqualTo(Failure.UNREACHABLE);
        assertThat(failureOf(nobody, "ring mamma")).isEqualTo(Failure.NO_ADDRESS);
    }

    private static Failure failureOf(Carrier carrier, String to) {
        return catchThrowableOfType(NotSentException.class, () -> carrier.send(to, MESSAGE))
                .failure();
    }
}
