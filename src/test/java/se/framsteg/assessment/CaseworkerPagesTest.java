package se.framsteg.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Actor;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** The staff's pages over HTTP: the caseworker's own sheet, and what the progression shows when. */
@FramstegTest
class CaseworkerPagesTest {
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
    private Visitor caseworker;

    @BeforeEach
    void round() {
        examples = new CaseExamples(beans);
        place = world.place();
        caseId = examples.started(place);
        round = examples.baseline(place, caseId);
        caseworker = new Visitor(port).signIn(world.email(place.caseworker()));
    }

    private String sheet() {
        return "/cases/" + caseId + "/rounds/" + round + "/caseworker";
    }

    private String progression() {
        return "/cases/" + caseId + "/progression";
    }

    private String talk() {
        return "/cases/" + caseId + "/talk/" + round;
    }

    private static Map<String, String> answers(int version, int answered, String action) {
        var fields = new HashMap<String, String>();
        fields.put("version", Integer.toString(version));
        fields.put("action", action);
        for (int question = 1; question <= answered; question++) {
            fields.put("answer-" + question, "4");
        }
        return fields;
    }

    @Test
    void aDraftIsKeptAndGoneOnWith() {
        assertThat(caseworker.post(sheet(), answers(0, 3, "save")).statusCode()).isEqualTo(302);
        assertThat(caseworker.get(sheet()).body().split("checked", -1)).hasSize(4);
        assertThat(caseworker.post(sheet(), answers(1, 11, "send")).statusCode())
                .isEqualTo(302);
        assertThat(caseworker.get(progression()).body()).contains("Handläggaren har skickat in");
    }

    @Test
    void theRoundThatTheEndingRoundReplacesIsAnsweredFromItsOwnPage() {
        assertThat(caseworker.get(progression()).body()).contains(sheet());
        examples.end(place, caseId);
        assertThat(caseworker.get(progression()).body())
                .doesNotContain(sheet())
                .contains("Avslutsskattningen tar den här skattningens plats");
        assertThat(caseworker.get(sheet().replace("/caseworker", "")).body()).contains(sheet());
    }

    @Test
    void savingWhileAnsweringIsJournaledOnceInAnHourAndNeverOverwritesAnotherWindow() {
        var first = caseworker.post(sheet() + "/autosave", answers(0, 1, ""));
        assertThat(first.body()).isEqualTo("Sparat");
        assertThat(first.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(caseworker.post(sheet() + "/autosave", answers(1, 2, "")).statusCode())
                .isEqualTo(200);
        assertThat(examples.journaled("ANSWER_AS_CASEWORKER", round)).isEqualTo(1);

        var stale = caseworker.post(sheet() + "/autosave", answers(1, 5, ""));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(caseworker.get(sheet()).body().split("checked", -1)).hasSize(3);

        assertThat(caseworker.post(sheet(), answers(2, 11, "send")).statusCode())
                .isEqualTo(302);
        assertThat(caseworker.post(sheet() + "/autosave", answers(3, 1, "")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void sendingWithGapsNamesThemAndAsksFirst() {
        var page = caseworker.post(sheet(), answers(0, 10, "send"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .containsPattern("#answer-11\">11\\. [^<]+ Välj ett svar\\.</a>")
                .contains("Skicka ändå");
        assertThat(page.body().split("checked", -1)).as("what was chosen").hasSizeGreaterThanOrEqualTo(11);
        var again = answers(1, 10, "send");
        again.put("anyway", "true");
        assertThat(caseworker.post(sheet(), again).statusCode()).isEqualTo(302);
    }

    @Test
    void anotherTabsAnswersAreShownAndNothingChosenIsLost() {
        caseworker.post(sheet(), answers(0, 3, "save"));
        var page = caseworker.post(sheet(), answers(0, 5, "save"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Något nytt har sparats").contains("name=\"version\" value=\"1\"");
    }

    @Test
    void aForgedAnswerIsRefusedAndASecondSendIsHarmless() {
        var forged = answers(0, 11, "send");
        forged.put("answer-1", "6");
        assertThat(caseworker.post(sheet(), forged).statusCode()).isEqualTo(422);
        assertThat(caseworker.post(sheet(), answers(0, 11, "send")).statusCode())
                .isEqualTo(302);
        assertThat(caseworker.get(progression()).body()).contains("Dina svar är inskickade");
        assertThat(caseworker.post(sheet(), answers(0, 11, "send")).statusCode())
                .isEqualTo(302);
        assertThat(caseworker.get(progression()).body()).contains("redan inskickade");
    }

    @Test
    void aRoundOfAnotherCaseIsNotFoundUnderThisOne() {
        var other = examples.baseline(place, examples.started(place));
        var path = "/cases/" + caseId + "/rounds/" + other;
        assertThat(caseworker.get(path + "/caseworker").statusCode()).isEqualTo(404);
        assertThat(caseworker.post(path + "/key", Map.of()).statusCode()).isEqualTo(404);
        assertThat(caseworker.post(path + "/hand-over", Map.of()).statusCode()).isEqualTo(404);
        assertThat(caseworker.get(progression() + "?round=" + other).statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothingOfTheAnswersIsShownUntilBothAreIn() {
        examples.participantAnswers(round, 5);
        assertHidden();
        assertThat(caseworker.get(sheet()).body()).doesNotContain("checked");
        examples.caseworkerAnswers(place, round, 2);
        assertThat(caseworker.get(progression()).body()).contains("<svg class=\"radar");
        assertThat(caseworker.get(talk()).body()).contains("deltagaren 5, handläggaren 2");
    }

    @Test
    void theCaseworkersAnswersAreNotShownToTheParticipantOrAnybodyElseFirst() {
        examples.caseworkerAnswers(place, round, 2);
        assertHidden();
        var lead = new Visitor(port).signIn(world.email(place.lead()));
        assertThat(lead.get(progression()).body()).doesNotContain("<svg class=\"radar");
        var sheet = beans.getBean(Answering.class).sheet(new Actor.Respondent(round, true), round);
        assertThat(sheet.begun()).isFalse();
    }

    private void assertHidden() {
        assertThat(caseworker.get(progression()).body())
                .doesNotContain("<svg class=\"radar")
                .doesNotContain("class=\"scores\"")
                .contains("När både deltagaren och handläggaren har svarat");
        assertThat(caseworker.get(progression() + "?round=" + round).statusCode())
                .isEqualTo(404);
        assertThat(caseworker.get(talk()).statusCode()).isEqualTo(404);
    }

    @Test
    void closingAsksFirstAndThenShowsWhatWasSentWithGapsForTheRest() {
        examples.participantAnswers(round, 3);
        var close = "/cases/" + caseId + "/rounds/" + round + "/close";
        assertThat(caseworker.get(close).body()).contains("Stäng skattningen?");
        assertHidden();
        assertThat(caseworker.post(close, Map.of()).statusCode()).isEqualTo(302);
        assertThat(caseworker.get(progression()).body()).contains("<svg class=\"radar");
        assertThat(caseworker.get(talk()).body())
                .contains("<svg class=\"radar")
                .contains("inget svar")
                .doesNotContain("Här skiljer sig svaren åt");
        assertThat(caseworker.get(sheet()).statusCode()).isEqualTo(404);
    }

    @Test
    void eachLookAtTheProgressionIsJournaled() {
        caseworker.get(progression());
        assertThat(beans.getBean(se.framsteg.testing.OwnerSql.class)
                        .sql("select count(*) from journal where action = 'SEE_PROGRESSION' and case_id = ?"
                                + " and actor_id = ?")
                        .param(caseId.value())
                        .param(place.caseworker().id().value())
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(1);
    }
}
