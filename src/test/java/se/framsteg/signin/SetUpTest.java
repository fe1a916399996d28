package se.framsteg.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;

/** In an application of its own, since it must begin empty. */
@FramstegTest
@TestPropertySource(properties = "framsteg.base-url=https://framsteg.example")
class SetUpTest {
    @Autowired
    SetUp setUp;

    @Autowired
    SetUpAnnouncement announcement;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void theLinkSetsUpAnEmptyInstallationOnceWithinTheHour() throws Exception {
        var former = announced();
        var token = announced();
        assertThat(setUp.opens(former)).as("a former start's link").isFalse();
        assertThat(clock.<Boolean>later(Duration.ofMinutes(61), () -> setUp.opens(token)))
                .as("after the hour")
                .isFalse();
        assertThat(new Visitor(port).get("/set-up/" + token).body()).contains("name=\"association\"");

        assertThat(atOnce(() -> perform(token), () -> perform(token))).containsExactlyInAnyOrder(true, false);
        assertThat(jdbc.sql("select count(*) from associations")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        assertThat(perform(token)).as("used").isFalse();
        assertThat(perform(setUp.link())).as("no longer empty").isFalse();
        assertThat(output()).as("nothing to tell").isEmpty();
    }

    private String announced() {
        var text = output();
        assertThat(text).contains("https://framsteg.example/set-up/");
        return text.replaceAll("(?s).*/set-up/(\\w+).*", "$1");
    }

    private String output() {
        var bytes = new ByteArrayOutputStream();
        announcement.tell(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private boolean perform(String token) {
        return setUp.perform(
                token,
                new SetUp.First(
                        "Förbundet",
                        "Kommunen",
                        OrganisationKind.KOMMUN,
                        "Ada",
                        "ada@prov.example",
                        "kastanj-7-torsk"));
    }

    private static List<Boolean> atOnce(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            return threads.invokeAll(List.of(one, other)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
