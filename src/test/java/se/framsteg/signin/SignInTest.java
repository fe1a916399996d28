package se.framsteg.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Throttle;
import se.framsteg.organisation.StaffAccounts;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.Instruments;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

@FramstegTest
class SignInTest {
    private static final String NEW_PASSWORD = "mosse-trumpet-ekorre-42";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    Throttle throttle;

    @Autowired
    StaffAccounts accounts;

    private Actor.Staff person;
    private Actor.Staff administrator;
    private String email = "";

    @BeforeEach
    void somebodyWithAnAccount() {
        Instruments.ensureOne(jdbc);
        var place = world.place();
        person = place.caseworker();
        administrator = place.administrator();
        email = world.email(person);
        jdbc.sql("delete from attempts").update();
    }

    private int tryPassword(String password) {
        return visitor()
                .post("/sign-in", Map.of("email", email, "password", password))
                .statusCode();
    }

    private Visitor visitor() {
        return new Visitor(port);
    }

    @Test
    void signingInGivesANewSessionId() {
        var visitor = visitor();
        visitor.get("/account");
        var before = visitor.cookie("SESSION");
        visitor.signIn(email);
        assertThat(visitor.cookie("SESSION")).isNotEmpty().isNotEqualTo(before);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        var visitor = visitor().signIn(email);
        var answer = visitor.postWithoutToken("/sign-out", List.of());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownAccountAndAWrongPasswordGetTheSameAnswer() {
        var visitor = visitor();
        var wrong = visitor.post("/sign-in", Map.of("email", email, "password", "fel-fel-fel-fel"));
        var unknown = visitor.post("/sign-in", Map.of("email", "nobody@x.example", "password", "fel-fel-fel-fel"));
        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(422);
        assertThat(bare(unknown.body(), "nobody@x.example")).isEqualTo(bare(wrong.body(), email));
    }

    private static String bare(String page, String typed) {
        return page.replace(typed, "").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    @Test
    void guessingAtOneAccountIsSlowedDownWhateverTheAddress() throws Exception {
        failed(Throttle.Key.account(email), 10);
        assertThat(tryPassword(World.PASSWORD)).isEqualTo(422);
        assertThat(clock.<Integer>later(Duration.ofMinutes(1), () -> tryPassword(World.PASSWORD)))
                .isEqualTo(302);
    }

    private void failed(Throttle.Key key, int times) {
        throttle.begin(key);
        jdbc.sql("update attempts set failures = ? where last_failure_at = (select max(last_failure_at) from attempts)")
                .param(times)
                .update();
    }

    @Test
    void manyAttemptsAtOnceGainNothing() throws Exception {
        var key = Throttle.Key.account("many@prov.example");
        try (var guessers = Executors.newFixedThreadPool(12)) {
            Callable<Optional<Duration>> guess = () -> throttle.begin(key);
            var guesses = guessers.invokeAll(Collections.nCopies(40, guess));
            var letThrough = 0;
            for (var made : guesses) {
                letThrough += made.get().isEmpty() ? 1 : 0;
            }
            assertThat(letThrough).isLessThanOrEqualTo(key.free() + 1);
        }
    }

    @Test
    void guessingFromOneAddressIsSlowedDownWhateverTheAccount() throws Exception {
        failed(Throttle.Key.address("127.0.0.1"), 45);
        assertThat(tryPassword(World.PASSWORD)).isEqualTo(422);
        assertThat(clock.<Integer>later(Duration.ofMinutes(16), () -> tryPassword(World.PASSWORD)))
                .isEqualTo(302);
        throttle.forget(Throttle.Key.address("127.0.0.1"));
    }

    @Test
    void anAddressThatHasToWaitAddsNoFailureToAccountsThatItNeverTried() throws Exception {
        failed(Throttle.Key.address("127.0.0.1"), 50);
        var before = attempts();
        new Visitor(port).post("/sign-in", Map.of("email", "otried@prov.example", "password", "gissning"));
        assertThat(attempts()).isEqualTo(before);
        throttle.forget(Throttle.Key.address("127.0.0.1"));
    }

    private int attempts() {
        return jdbc.sql("select count(*) from attempts").query(Integer.class).single();
    }

    @Test
    void personalPagesAreNotKeptByTheBrowserAndRunNoForeignScript() {
        var headers = visitor().signIn(email).get("/account").headers();
        assertThat(headers.firstValue("Cache-Control")).get().asString().contains("no-store");
        assertThat(headers.firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void aFormOfSomebodyElseInTheSameBrowserIsNotTakenUp() {
        var visitor = visitor().signIn(email);
        var token = visitor.token();
        jdbc.sql("delete from spring_session").update();
        var form = Map.of("name", "Någon annans text", "email", "x@prov.example");
        visitor.post("/organisations/" + administrator.organisation() + "/staff/new", form, token);
        var other = world.person(administrator.organisation(), "Ada Annan", Role.ORGANISATION_ADMINISTRATOR);
        var in = visitor.post("/sign-in", Map.of("email", world.email(other), "password", World.PASSWORD));
        assertThat(in.headers().firstValue("Location")).get().asString().endsWith("/");
        assertThat(visitor.get("/").body()).doesNotContain("Någon annans text");
    }

    @Test
    void aPasswordIsNeverKeptInTheSession() {
        var visitor = visitor().signIn(email);
        var token = visitor.token();
        jdbc.sql("delete from spring_session").update();
        visitor.post("/account", Map.of("current", "hemligt-hemligt", "password", "nytt-hemligt"), token);
        assertThat(jdbc.sql("select count(*) from spring_session_attributes where attribute_bytes like ?")
                        .param("%hemligt%".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aFormSentAfterTheSessionEndedIsTakenUpAfterSigningInAgain() {
        var place = world.email(administrator);
        var visitor = visitor().signIn(place);
        var path = "/organisations/" + administrator.organisation() + "/units/new";
        endSessions(administrator);
        var refused = visitor.post(path, Map.of("name", "Enheten som nästan försvann"));
        assertThat(refused.headers().firstValue("Location")).get().asString().endsWith("/sign-in");
        var again = visitor.post("/sign-in", Map.of("email", place, "password", World.PASSWORD));
        var resumed = visitor.get(pathOf(again.headers().firstValue("Location").orElseThrow()));
        assertThat(resumed.statusCode()).isEqualTo(302);
        assertThat(visitor.get("/organisations/" + administrator.organisation()).body())
                .contains("Enheten som nästan försvann");
    }

    @Test
    void aFormSentAfterSigningOutInAnotherWindowIsNotDoneAndGivenBackToCopy() {
        var place = world.email(administrator);
        var visitor = visitor().signIn(place);
        var path = "/organisations/" + administrator.organisation() + "/units/new";
        var token = visitor.token();
        visitor.post("/sign-out", Map.of(), token);
        var refused =
                visitor.post(path, Map.of("name", "Enheten i det <andra> fönstret", "password", "hemligt ord"), token);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("loggat ut", "Enheten i det &lt;andra&gt; fönstret")
                .doesNotContain("hemligt ord");
        var again = visitor.post("/sign-in", Map.of("email", place, "password", World.PASSWORD));
        visitor.get(pathOf(again.headers().firstValue("Location").orElseThrow()));
        assertThat(visitor.get("/organisations/" + administrator.organisation()).body())
                .doesNotContain("fönstret");
    }

    private void endSessions(Actor.Staff who) {
        assertThat(jdbc.sql("update spring_session set expiry_time = 0, last_access_time = 0 where principal_name = ?")
                        .param(who.id().toString())
                        .update())
                .isPositive();
    }

    private static String pathOf(String address) {
        return address.replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void aPasswordThatIsSoonGuessedIsRefusedAndTheLinkStillWorks() {
        var link = accounts.passwordLink(administrator, person.id());
        for (var weak : List.of("kort", "password1234", "Framsteg2026!", "handläggare hanna")) {
            assertThat(choose(link, weak)).as(weak).isEqualTo(422);
        }
        assertThat(choose(link, NEW_PASSWORD)).isEqualTo(302);
    }

    private int choose(String link, String password) {
        return visitor()
                .post(link, Map.of("password", password, "repeated", password))
                .statusCode();
    }

    @Test
    void aPasswordLinkWorksOnceForAWeekAndEndsThatPersonsSessions() throws Exception {
        var open = visitor().signIn(email);
        var link = accounts.passwordLink(administrator, person.id());
        assertThat(choose(link, NEW_PASSWORD)).isEqualTo(302);
        assertThat(open.get("/account").statusCode()).isEqualTo(302);
        assertThat(choose(link, NEW_PASSWORD)).isEqualTo(200);
        assertThat(tryPassword(World.PASSWORD)).isEqualTo(422);
        assertThat(tryPassword(NEW_PASSWORD)).isEqualTo(302);
        var late = accounts.passwordLink(administrator, person.id());
        assertThat(clock.<Integer>later(Duration.ofDays(8), () -> choose(late, NEW_PASSWORD)))
                .isEqualTo(200);
    }

    @Test
    void aNewPasswordLinkStopsTheFormerOne() {
        var former = accounts.passwordLink(administrator, person.id());
        accounts.passwordLink(administrator, person.id());
        assertThat(choose(former, NEW_PASSWORD)).isEqualTo(200);
        assertThat(tryPassword(NEW_PASSWORD)).isEqualTo(422);
    }

    @Test
    void changingTheOwnPasswordAsksForTheCurrentOneAndEndsTheOtherSessions() {
        var other = visitor().signIn(email);
        var here = visitor().signIn(email);
        var wrong = Map.of("current", "fel", "password", NEW_PASSWORD, "repeated", NEW_PASSWORD);
        assertThat(here.post("/account", wrong).statusCode()).isEqualTo(422);
        var right = Map.of("current", World.PASSWORD, "password", NEW_PASSWORD, "repeated", NEW_PASSWORD);
        assertThat(here.post("/account", right).statusCode()).isEqualTo(302);
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
        assertThat(other.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void aClosedAccountIsOutAtItsNextRequest() {
        var visitor = visitor().signIn(email);
        accounts.close(administrator, person.id());
        assertThat(visitor.get("/account").statusCode()).isEqualTo(404);
        assertThat(tryPassword(World.PASSWORD)).isEqualTo(422);
    }
}
