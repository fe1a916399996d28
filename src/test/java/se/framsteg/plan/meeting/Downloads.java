package se.framsteg.plan.meeting;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import se.framsteg.testing.Visitor;

/** What somebody who is signed in downloads, byte by byte. */
final class Downloads {
    private final HttpClient client;
    private final int port;
    private final String session;

    Downloads(int port, String email) {
        this.port = port;
        this.session = new Visitor(port).signIn(email).cookie("SESSION");
        this.client = HttpClient.newHttpClient();
    }

    byte[] bytes(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", "SESSION=" + session)
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("answered " + answer.statusCode());
        }
        return answer.body();
    }
}
