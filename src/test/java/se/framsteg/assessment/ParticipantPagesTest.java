package se.framsteg.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** The participant's way over HTTP, as from the own phone and from a device that was handed over. */
@FramstegTest
class ParticipantPagesTest {
    private static final Pattern LINK = Pattern.compile("(/svara/k/[0-9A-Z]{12})");
    private static final String BIRTH_DATE = CaseExamples.NUMBER.value().substring(0, 8);

    @Autowired
    OwnerSql jdbc;

    @LocalServerPort
    private int port;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    private CaseExamples examples;
    private World.Place place;
    private CaseId caseId;
    private RoundId round;

    @BeforeEach
    void round() {
        examples = new CaseExamples(beans);
        place = world.place();
        caseId = examples.started(place);
        round = examples.baseline(place, caseId);
    }

    private Visitor caseworker() {
        return new Visitor(port).signIn(world.email(place.caseworker()));
    }

    private String of(RoundId round) {
        return "/cases/" + caseId + "/rounds/" + round;
    }

    private String link(RoundId round) {
        var page = caseworker().post(of(round) + "/key", Map.of());
        assertThat(page.statusCode()).isEqualTo(200);
        var link = LINK.matcher(page.body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static void comeIn(Visitor participant, String link) {
        assertThat(target(participant.get(link))).isEqualTo("/svara/identify");
        assertThat(target(participant.post("/svara/identify", Map.of("second", BIRTH_DATE))))
                .isEqualTo("/svara/start");
    }

    private Visitor participant() {
        var participant = new Visitor(port);
        comeIn(participant, link(round));
        return participant;
    }

    private HttpResponse<String> answer(Visitor participant, int question, String answer) {
        return participant.post(
                "/svara/question/" + question, Map.of("round", round.toString(), "answer", answer, "go", "on"));
    }

    private static String target(HttpResponse<String> redirect) {
        assertThat(redirect.statusCode()).isEqualTo(302);
        return redirect.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^http://[^/]+", "")
                .replaceFirst(";.*", "");
    }

    @Test
    void anAnswerIsOneLookForTheJournal() {
        var participant = participant();
        var before = examples.journaled("ANSWER_AS_PARTICIPANT", round);
        answer(participant, 1, "3");
        assertThat(examples.journaled("ANSWER_AS_PARTICIPANT", round)).isEqualTo(before + 1);
    }

    @Test
    void anAnswerOffTheScaleIsToldOnThePageAndNotSaved() {
        var participant = participant();
        for (var forged : List.of("6", "99", "-1", "three")) {
            assertThat(answer(participant, 1, forged).statusCode()).as(forged).isEqualTo(422);
        }
        assertThat(target(answer(participant, 10, "3"))).isEqualTo("/svara/closed");
        assertThat(jdbc.sql("select count(*) from assessments where round_id = ?")
                        .param(round.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theWayFromLinkToThanksWorksWithPlainForms() {
        var participant = participant();
        assertThat(participant.get("/svara/start").body()).contains("9 frågor").contains("frivilligt");
        assertThat(participant.get("/svara/question/1").body()).contains("Fråga 1 av 9");
        for (int question = 1; question <= 8; question++) {
            assertThat(target(answer(participant, question, "3"))).isEqualTo("/svara/question/" + (question + 1));
        }
        assertThat(target(answer(participant, 9, "0"))).isEqualTo("/svara/look-over");
        assertThat(participant.get("/svara/look-over").body()).contains("Vet inte");
        var send = Map.of("round", round.toString());
        assertThat(target(participant.post("/svara/send", send))).isEqualTo("/svara/done");
        assertThat(target(participant.post("/svara/send", send)))
                .as("sent twice")
                .isEqualTo("/svara/done");
        assertThat(participant.get("/svara/done").body()).contains("Tack");
        assertThat(target(participant.get("/svara/question/1")))
                .as("back after sending")
                .isEqualTo("/svara/done");
    }

    @Test
    void theCardToTakeAlongIsInTheLanguageThatThePersonPrefers() {
        jdbc.sql("update participants set language = 'prs' where id = (select participant_id from cases where id = ?)")
                .param(caseId.value())
                .update();
        var page = caseworker().post(of(round) + "/key", Map.of()).body();
        assertThat(page)
                .contains("lang=\"fa\" dir=\"rtl\"")
                .contains("به پرسش‌های خود پاسخ دهید", "Berätta för personen");
    }

    @Test
    void theCodeIsInNoAddressAfterTheFirst() {
        var participant = new Visitor(port);
        var link = link(round);
        assertThat(participant.get(link).headers().firstValue("Location").orElseThrow())
                .doesNotContain(link.substring(link.length() - 12));
        assertThat(participant.get("/svara/identify").headers().firstValue("Referrer-Policy"))
                .contains("no-referrer");
    }

    @Test
    void answeringGoesOnFromAnotherDeviceWhereItWasLeft() {
        var link = link(round);
        var phone = new Visitor(port);
        comeIn(phone, link);
        answer(phone, 1, "2");
        answer(phone, 2, "4");
        var left = phone.post("/svara/leave", Map.of());
        assertThat(target(left)).isEqualTo("/svara/later");
        assertThat(left.headers().firstValue("Clear-Site-Data"))
                .as("also where no script runs")
                .contains("\"cache\", \"storage\"");
        assertThat(target(phone.get("/svara/question/1"))).isEqualTo("/svara");

        var library = new Visitor(port);
        comeIn(library, link);
        assertThat(library.get("/svara/start").body()).contains("2 av 9").contains("/svara/question/3");
    }

    @Test
    void twoTabsAndTwoDevicesLoseNoneOfEachOthersAnswers() {
        var link = link(round);
        var phone = new Visitor(port);
        var tablet = new Visitor(port);
        comeIn(phone, link);
        comeIn(tablet, link);
        answer(phone, 1, "1");
        answer(tablet, 2, "2");
        answer(phone, 3, "3");
        assertThat(tablet.get("/svara/start").body()).contains("3 av 9");
    }

    @Test
    void goingBackSavesWhatIsChosenAndAsksForNothing() {
        var participant = participant();
        var back = Map.of("round", round.toString(), "answer", "5", "go", "back");
        assertThat(target(participant.post("/svara/question/2", back))).isEqualTo("/svara/question/1");
        assertThat(target(participant.post("/svara/question/3", Map.of("round", round.toString(), "go", "back"))))
                .isEqualTo("/svara/question/2");
        assertThat(participant.get("/svara/start").body()).contains("1 av 9");
    }

    @Test
    void goingOnWithoutAnAnswerAsksForOneOrToSkip() {
        var page = participant().post("/svara/question/1", Map.of("round", round.toString(), "go", "on"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Välj ett svar, eller hoppa över");
    }

    @Test
    void anAnswerOffTheScaleIsToldAndNotSaved() {
        var participant = participant();
        for (var forged : List.of("6", "-1", "två", "2; drop table rounds")) {
            var page = answer(participant, 1, forged);
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body()).contains("Det svaret finns inte");
        }
        assertThat(participant.get("/svara/start").body()).doesNotContain("Välkommen tillbaka");
    }

    @Test
    void aForgedQuestionOrRoundEndsOnAPlainPageAndSavesNothing() {
        var participant = participant();
        assertThat(target(answer(participant, 10, "1"))).isEqualTo("/svara/closed");
        assertThat(target(participant.post(
                        "/svara/question/1", Map.of("round", RoundId.create().toString(), "answer", "1"))))
                .isEqualTo("/svara/closed");
        assertThat(participant.get("/svara/closed").statusCode()).isEqualTo(404);
        assertThat(participant.get("/svara/start").body()).doesNotContain("Välkommen tillbaka");
    }

    @Test
    void aBirthDateInAnotherFormIsToldAndCostsNoTry() {
        var participant = new Visitor(port);
        participant.get(link(round));
        for (var typed : List.of("66-09-30", "660930-1234", "30091966", "19660931", "196609301234")) {
            var page = participant.post("/svara/identify", Map.of("second", typed));
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body()).contains("åtta siffror: år, månad, dag").doesNotContain("Försök kvar");
        }
        assertThat(participant
                        .post("/svara/identify", Map.of("second", "19000101"))
                        .body())
                .contains("Försök kvar: 4");
        var day = BIRTH_DATE.substring(0, 4) + "-" + BIRTH_DATE.substring(4, 6) + "-" + BIRTH_DATE.substring(6);
        assertThat(target(participant.post("/svara/identify", Map.of("second", day))))
                .isEqualTo("/svara/start");
    }

    @Test
    void aWrongSecondThingTellsHowManyTriesAreLeftAndTheLastEndsTheKey() {
        var participant = new Visitor(port);
        var link = link(round);
        participant.get(link);
        var page = participant.post("/svara/identify", Map.of("second", "19000101"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Försök kvar: 4");
        for (int attempt = 2; attempt <= 5; attempt++) {
            page = participant.post("/svara/identify", Map.of("second", "19000101"));
        }
        assertThat(page.body()).contains("slutat gälla");
        assertThat(target(participant.get("/svara/identify"))).isEqualTo("/svara");
        assertThat(target(participant.get("/svara/start"))).isEqualTo("/svara");
        assertThat(participant.get(link).body()).contains("går inte att använda");
    }

    @Test
    void theHolderOfAKeyReachesNoPageOfStaff() {
        var participant = participant();
        for (var path : List.of("/", "/cases", "/cases/" + caseId + "/progression", of(round) + "/caseworker")) {
            assertThat(participant.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(participant.post(of(round) + "/key", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasBeingAnsweredWhenTheSessionEndedIsTakenUpAgain() {
        var link = link(round);
        var participant = new Visitor(port);
        comeIn(participant, link);
        var token = participant.token();
        jdbc.sql("delete from spring_session").update();
        var answer = Map.of("round", round.toString(), "answer", "3", "go", "on");
        assertThat(target(participant.post("/svara/question/4", answer, token))).isEqualTo("/svara");
        participant.get(link);
        var resumed = target(participant.post("/svara/identify", Map.of("second", BIRTH_DATE)));
        assertThat(resumed).startsWith("/svara/question/4?continue");
        assertThat(target(participant.get(resumed))).isEqualTo("/svara/question/5");
        assertThat(participant.get("/svara/start").body()).contains("1 av 9");
    }

    @Test
    void whatSomebodyElseWasAnsweringInThisBrowserIsNotTakenForOnesOwn() {
        var link = link(round);
        var participant = new Visitor(port);
        comeIn(participant, link);
        var token = participant.token();
        jdbc.sql("delete from spring_session").update();
        var answer = Map.of("round", RoundId.create().toString(), "answer", "5");
        participant.post("/svara/question/4", answer, token);
        participant.get(link);
        var resumed = target(participant.post("/svara/identify", Map.of("second", BIRTH_DATE)));
        assertThat(target(participant.get(resumed))).isEqualTo("/svara/closed");
        assertThat(participant.get("/svara/start").body()).doesNotContain("Välkommen tillbaka");
    }

    @Test
    void aDeviceThatIsHandedOverTellsWhatIsAnsweredButNotHow() {
        answer(participant(), 1, "4");
        var device = caseworker();
        device.post(of(round) + "/hand-over", Map.of());
        var question = device.get("/svara/question/1").body();
        assertThat(question).contains("Du har redan svarat på den här frågan").doesNotContain("checked");
        assertThat(device.get("/svara/look-over").body()).contains("Besvarad tidigare");
        answer(device, 2, "3");
        assertThat(device.get("/svara/question/2").body()).contains("checked");
    }

    @Test
    void whoeverGaveTheCodeAndComesInWithItReadsNoAnswerThatIsNotSent() {
        var link = link(round);
        var participant = new Visitor(port);
        comeIn(participant, link);
        answer(participant, 1, "4");
        assertThat(participant.get("/svara/question/1").body()).contains("checked");
        var giver = new Visitor(port);
        comeIn(giver, link);
        assertThat(giver.get("/svara/question/1").body())
                .contains("Du har redan svarat på den här frågan")
                .doesNotContain("checked");
        assertThat(lookedOver(giver)).containsOnly("Besvarad tidigare", "Inget svar");

        var late = Map.of("round", round.toString(), "waiting", "1:2:600000");
        assertThat(giver.post("/svara/line", late).statusCode()).isEqualTo(200);
        assertThat(giver.get("/svara/question/1").body())
                .as("an answer that came too late to count")
                .doesNotContain("checked");

        answer(giver, 1, "2");
        assertThat(giver.get("/svara/question/1").body()).contains("checked");
        answer(participant, 1, "5");
        assertThat(giver.get("/svara/question/1").body())
                .as("answered anew elsewhere")
                .doesNotContain("checked");
        assertThat(lookedOver(giver)).containsOnly("Besvarad tidigare", "Inget svar");
    }

    @Test
    void anAnswerOffTheScaleIsToldAlsoWhereItWasAnsweredElsewhere() {
        var link = link(round);
        var first = new Visitor(port);
        comeIn(first, link);
        answer(first, 1, "4");
        var second = new Visitor(port);
        comeIn(second, link);
        assertThat(answer(second, 1, "9").statusCode()).isEqualTo(422);
        assertThat(target(answer(second, 1, ""))).isEqualTo("/svara/question/2");
    }

    @Test
    void whatWaitedForTheLineIsShownWhereItWasAnswered() {
        var participant = participant();
        var waited = Map.of("round", round.toString(), "waiting", "3:2:0");
        assertThat(participant.post("/svara/line", waited).statusCode()).isEqualTo(200);
        assertThat(participant.get("/svara/question/3").body()).contains("checked");
    }

    /** What stands under each question on the page to look over. */
    private static List<String> lookedOver(Visitor visitor) {
        var answers = Pattern.compile("<p class=\"look-over-answer\">(.*?)</p>", Pattern.DOTALL)
                .matcher(visitor.get("/svara/look-over").body());
        return answers.results()
                .map(found -> found.group(1).replaceAll("<[^>]*>", "").strip())
                .toList();
    }

    @Test
    void aDeviceThatIsHandedOverIsClosedWhenItsOwnerNoLongerHasTheCase() {
        var device = caseworker();
        device.post(of(round) + "/hand-over", Map.of());
        assertThat(device.get("/svara/question/1").statusCode()).isEqualTo(200);
        examples.assign(place, caseId, place.otherCaseworker());
        assertThat(device.get("/svara/question/1").statusCode()).isNotEqualTo(200);
    }

    @Test
    void handingOverTheDeviceEndsTheStaffSessionUntilSignIn() {
        var device = caseworker();
        var before = device.cookie("SESSION");
        assertThat(target(device.post(of(round) + "/hand-over", Map.of()))).isEqualTo("/svara/start");
        assertThat(device.cookie("SESSION")).isNotEqualTo(before);
        assertThat(device.get("/").statusCode()).isEqualTo(404);
        assertThat(device.get("/cases/" + caseId + "/progression").statusCode()).isEqualTo(404);
        assertThat(device.get("/svara/question/1").body()).contains("Avsluta och lämna tillbaka");

        answer(device, 1, "4");
        device.post("/svara/send", Map.of("round", round.toString()));
        var left = device.post("/svara/leave", Map.of());
        assertThat(target(left)).isEqualTo("/sign-in");
        assertThat(left.headers().firstValue("Clear-Site-Data")).contains("\"cache\", \"storage\"");
        assertThat(target(device.get("/svara/done"))).isEqualTo("/svara");

        var signedIn =
                device.post("/sign-in", Map.of("email", world.email(place.caseworker()), "password", World.PASSWORD));
        assertThat(target(signedIn)).endsWith("/cases/" + caseId + "/progression");
        assertThat(device.get("/cases/" + caseId + "/progression").statusCode()).isEqualTo(200);
        assertThat(examples.journaled("HAND_OVER", round)).isEqualTo(1);
    }

    @Test
    void aRoundClosedMeanwhileTakesNoMoreAnswersAndSaysSo() {
        var participant = participant();
        examples.caseworkerAnswers(place, round, 2);
        beans.getBean(Rounds.class).close(place.caseworker(), round);
        assertThat(target(answer(participant, 1, "3"))).isEqualTo("/svara/closed");
        assertThat(participant.get("/svara/closed").body()).contains("går inte att öppna nu");
    }

    @Test
    void theFirstPageWeighsUnder100Kilobytes() {
        var visitor = new Visitor(port);
        var page = visitor.get("/svara").body();
        var weight = page.length();
        var files = Pattern.compile("(?:href|src)=\"(/(?:css|js|img)/[^\"]+)\"").matcher(page);
        while (files.find()) {
            weight += visitor.get(files.group(1)).body().length();
        }
        assertThat(weight).isLessThan(100_000);
    }
}
