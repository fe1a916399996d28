package se.framsteg.notification.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an SMTP server answers, in its own words. */
class EmailCarrierTest {
    private static final Message MESSAGE = new Message("En påminnelse", "Hej", "https://x.example/stop");

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 Mailbox busy, BUSY",
        "RCPT, 452 Mailbox full, BUSY",
        "RCPT, 550 No such user, REFUSED",
        "DATA, 451 Try again later, BUSY",
        "MAIL, 421 Closing, UNREACHABLE",
        "MAIL, 530 Authentication required, UNREACHABLE"
    })
    void whatConcernsOneReceiverIsToldApartFromWhatConcernsAll(String command, String answer, Failure failure)
            throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var thread = Executors.newSingleThreadExecutor()) {
            thread.submit(() -> converse(server, command, answer));
            var carrier = TestCarriers.email(server.getLocalPort());
            assertThat(catchThrowableOfType(NotSentException.class, () -> carrier.send("petra@prov.example", MESSAGE))
                            .failure())
                    .isEqualTo(failure);
        }
    }

    /** Takes everything but this command. */
    private static void converse(ServerSocket server, String command, String answer) {
        try (var client = server.accept();
                var in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(client, "220 prov.example");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                say(client, line.startsWith(command) ? answer : "250 Ok");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(java.net.Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
