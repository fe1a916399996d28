package se.framsteg.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Actor;
import se.framsteg.demo.TestIdentityNumbers;
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

@FramstegTest
class CasePagesTest {
    @Autowired
    World world;

    @Autowired
    Cases cases;

    @Autowired
    Participants participants;

    @LocalServerPort
    int port;

    private World.Place place;
    private final String today = LocalDate.now(Time.SWEDEN).toString();

    @BeforeEach
    void place() {
        place = world.place();
    }

    private Visitor visitor(Actor.Staff person) {
        return new Visitor(port).signIn(world.email(person));
    }

    private Map<String, String> referral() {
        return new HashMap<>(Map.of(
                "id", ReferralId.create().toString(),
                "initiative", place.initiative().toString(),
                "source", "PERSON",
                "receivedOn", today,
                "identity", "NATIONAL",
                "number", TestIdentityNumbers.published().women().getFirst().display(),
                "name", "Klara Fiktiv",
                "sex", "WOMAN",
                "protection", "NONE",
                "language", "sv"));
    }

    private Map<String, String> complete() {
        var fields = referral();
        fields.putAll(Map.of("reason", "Vill vidare", "agreedOn", today));
        return fields;
    }

    @Test
    void everythingWrongIsToldAtOnceAndWhatWasTypedIsKept() {
        var fields = complete();
        fields.putAll(
                Map.of("name", "x".repeat(201), "agreedOn", "2026-02-30", "reason", "", "number", "19900101-0000"));
        var answer = visitor(place.caseworker()).post("/referrals/new", fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("x".repeat(201), "2026-02-30", "Skriv högst 200 tecken", "Skriv ett datum som finns")
                .contains("De tre siffrorna före den sista kan inte vara 000", "Skriv varför personen aktualiseras");
    }

    @Test
    void aWrongCheckDigitIsToldInPlainWords() {
        var fields = complete();
        var number = TestIdentityNumbers.published().women().getFirst().value();
        fields.put("number", number.substring(0, 11) + (Character.digit(number.charAt(11), 10) + 1) % 10);
        assertThat(visitor(place.caseworker()).post("/referrals/new", fields).body())
                .contains("någon siffra är felskriven");
    }

    @Test
    void anAnonymousPersonNeedsOnlySexAndYear() {
        var fields = complete();
        fields.keySet().removeAll(List.of("number", "name", "protection", "language"));
        fields.putAll(Map.of("identity", "ANONYMOUS", "startYear", today.substring(0, 4)));
        var caseworker = visitor(place.caseworker());
        var answer = caseworker.post("/referrals/new", fields);
        assertThat(answer.statusCode()).isEqualTo(302);
        var path = URI.create(answer.headers().firstValue("Location").orElseThrow())
                .getPath();
        assertThat(caseworker.get(path).body()).contains("Anonym deltagare");
    }

    @Test
    void aFormSentTwiceLeadsToTheSameReferral() {
        var fields = complete();
        var caseworker = visitor(place.caseworker());
        var first = caseworker.post("/referrals/new", fields).headers().firstValue("Location");
        assertThat(caseworker.post("/referrals/new", fields).headers().firstValue("Location"))
                .isEqualTo(first)
                .isPresent();
    }

    @Test
    void aSearchStaysOutOfTheAddressAndCanBeCleared() {
        world.aCase(place).called("Siv Sökt").started();
        world.aCase(place).called("Olle Osökt").started();
        var caseworker = visitor(place.caseworker());
        var answer = caseworker.post("/cases/search", Map.of("query", "sökt"));
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/cases?search=true");
        caseworker.post("/cases/search", Map.of("query", "Siv"));
        assertThat(caseworker.get("/cases?search=true").body())
                .contains("Siv Sökt")
                .doesNotContain("Olle Osökt");
        assertThat(caseworker.get("/cases").body()).contains("Siv Sökt", "Olle Osökt");
        caseworker.post("/cases/search", Map.of("query", ""));
        assertThat(caseworker.get("/cases?search=true").body()).contains("Siv Sökt", "Olle Osökt");
    }

    @Test
    void twoTabsShowBothSidesAndLoseNothing() {
        var id = world.aCase(place).called("Karin Först").started();
        var person = Map.of(
                "version",
                "0",
                "identity",
                "WITHOUT",
                "sex",
                "WOMAN",
                "protection",
                "NONE",
                "language",
                "ar",
                "name",
                "Karin Andra",
                "phone",
                "070-1");
        var first = new HashMap<>(person);
        first.put("phone", "070-2");
        var caseworker = visitor(place.caseworker());
        assertThat(caseworker.post("/cases/" + id + "/person/edit", first).statusCode())
                .isEqualTo(302);
        var second = visitor(place.lead()).post("/cases/" + id + "/person/edit", person);
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body())
                .contains("Något nytt har sparats medan du skrev", "value=\"070-1\"", "<strong>070-2</strong>")
                .contains("name=\"version\" value=\"1\"");
    }

    @Test
    void aCaseEndedInAnotherTabIsToldAndTheTypedReasonIsKept() {
        var id = world.aCase(place).ended();
        var fields = Map.of("version", "3", "on", today, "reason", "Behöver vila en tid");
        var answer = visitor(place.caseworker()).post("/cases/" + id + "/pause", fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Behöver vila en tid", "nu går det här inte längre");
    }

    @Test
    void aLeadWhoComesSecondIsToldAndKeepsTheReason() {
        var id = world.aCase(place).referred();
        var decision = Map.of("version", "0", "outcome", "DECLINED", "reason", "Mitt skäl", "on", today);
        var lead = visitor(place.lead());
        assertThat(lead.post("/referrals/" + id + "/decision", decision).statusCode())
                .isEqualTo(302);
        var second = new HashMap<>(decision);
        second.put("reason", "Ett annat skäl");
        assertThat(lead.post("/referrals/" + id + "/decision", second).body())
                .contains("Någon annan har redan beslutat", "Mitt skäl", "Ett annat skäl");
    }

    @Test
    void whatIsForbiddenAnswersLikeWhatDoesNotExist() {
        var id = world.aCase(place).called("Hemlig Prov").started();
        var officer = visitor(place.officer());
        var stranger = visitor(place.otherCaseworker());
        for (var path : List.of("", "/person", "/person/edit", "/assignments", "/before", "/end", "/reopen")) {
            for (var visitor : List.of(officer, stranger)) {
                var answer = visitor.get("/cases/" + id + path);
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
                assertThat(answer.body()).doesNotContain("Hemlig");
            }
        }
        assertThat(officer.get("/referrals/new").statusCode()).isEqualTo(404);
        assertThat(stranger.get("/cases/inget-id").statusCode()).isEqualTo(404);
        assertThat(stranger.post("/cases/" + id + "/person/unnamed", Map.of("staff", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyPageOfACaseIsThereInEnglishToo() {
        var id = world.aCase(place).protectedIdentity().started();
        var lead = visitor(place.lead());
        lead.get("/cases?lang=en");
        for (var path : List.of("", "/person", "/person/edit", "/assignments", "/before", "/end", "/pause")) {
            var answer = lead.get("/cases/" + id + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).contains("Protected identity", "lang=\"en\"");
        }
    }
}
