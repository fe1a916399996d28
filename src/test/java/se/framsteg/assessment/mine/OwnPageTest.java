package se.framsteg.assessment.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Actor;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.assessment.progression.Progression;
import se.framsteg.assessment.talk.AgreedStep;
import se.framsteg.assessment.talk.AgreementId;
import se.framsteg.assessment.talk.Agreements;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** The participant's own page, over HTTP. */
@FramstegTest
class OwnPageTest {
    private static final Pattern LINK = Pattern.compile("/svara/k/[0-9A-Z]{12}");
    private static final String BIRTH_DATE = CaseExamples.NUMBER.value().substring(0, 8);
    private static final String OWN_PAGE = "/svara/min-sida";

    @LocalServerPort
    private int port;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private TestClock clock;

    @Autowired
    private Agreements agreements;

    @Autowired
    private Progression progression;

    @Autowired
    private OwnerSql jdbc;

    private CaseExamples examples;
    private World.Place place;
    private CaseId caseId;
    private RoundId baseline;

    @BeforeEach
    void startedCase() {
        examples = new CaseExamples(beans);
        place = world.place();
        caseId = examples.started(place);
        baseline = examples.baseline(place, caseId);
    }

    private Visitor caseworker() {
        return new Visitor(port).signIn(world.email(place.caseworker()));
    }

    private String link(RoundId round) {
        var page = caseworker().post("/cases/%s/rounds/%s/key".formatted(caseId, round), Map.of());
        return LINK.matcher(page.body()).results().findFirst().orElseThrow().group();
    }

    /** Comes in by a link, and to the page that this leads to. */
    private Visitor participant(String link, String leadsTo) {
        var visitor = new Visitor(port);
        visitor.get(link);
        assertThat(visitor.post("/svara/identify", Map.of("second", BIRTH_DATE))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith(leadsTo);
        return visitor;
    }

    private void bothAnswer(RoundId round, int participant, int caseworker) {
        examples.participantAnswers(round, participant);
        examples.caseworkerAnswers(place, round, caseworker);
    }

    @Test
    void theKeyOpensTheOwnPageAfterTheAnswersHaveBeenSent() {
        var link = link(baseline);
        bothAnswer(baseline, 2, 3);
        var page = participant(link, OWN_PAGE).get(OWN_PAGE).body();
        assertThat(page).contains("Dina steg", "Du, ", "Nya frågor, omkring").doesNotContain("Till frågorna");
        assertThat(examples.journaled("SEE_OWN_PAGE", baseline))
                .as("one look, though several doors are asked")
                .isEqualTo(1);
    }

    @Test
    void nothingOfTheOthersAnswersShowsBeforeTheRoundIsRevealed() {
        var link = link(baseline);
        examples.participantAnswers(baseline, 2);
        var page = participant(link, OWN_PAGE).get(OWN_PAGE).body();
        assertThat(page).contains("När din handläggare också har svarat").doesNotContain("Dina steg");
    }

    @Test
    void whoComesInToAnswerFindsTheOwnPageFromThereAndTheQuestionsFromTheOwnPage() {
        var participant = participant(link(baseline), "/svara/start");
        assertThat(participant.get("/svara/start").body()).contains(OWN_PAGE);
        assertThat(participant.get(OWN_PAGE).body()).contains("Till frågorna", "när både du och din handläggare");
    }

    @Test
    void theKeyOfTheRoundBeforeTellsOfNewQuestionsButDoesNotOpenThem() throws Exception {
        var link = link(baseline);
        bothAnswer(baseline, 2, 3);
        clock.later(Duration.ofDays(90), () -> {
            var participant = participant(link, OWN_PAGE);
            assertThat(participant.get(OWN_PAGE).body()).contains("Be din handläggare om en ny kod");
            return assertThat(participant.get("/svara/start").statusCode()).isEqualTo(302);
        });
    }

    @Test
    void whatWasAgreedStandsThereWithWhoAndWhen() {
        var link = link(baseline);
        bothAnswer(baseline, 2, 3);
        var due = LocalDate.now((Clock) clock).plusDays(10);
        var step = new AgreedStep("Ringa tre arbetsplatser", AgreedStep.Who.PARTICIPANT, "", Optional.of(due));
        agreements.agree(place.caseworker(), caseId, baseline, AgreementId.create(), step);
        assertThat(participant(link, OWN_PAGE).get(OWN_PAGE).body())
                .contains("Ringa tre arbetsplatser", "Vem: du", "Senast: " + due.getDayOfMonth() + " ");
    }

    @Test
    void earlierRoundsCanBeLookedAt() throws Exception {
        bothAnswer(baseline, 2, 3);
        clock.later(Duration.ofDays(90), () -> {
            var second = examples.rounds(place, caseId).get(1).round().id();
            var link = link(second);
            bothAnswer(second, 4, 3);
            var participant = participant(link, OWN_PAGE);
            assertThat(participant.get(OWN_PAGE).body()).contains("?round=" + baseline, "Det här har vuxit mest");
            return assertThat(participant.get(OWN_PAGE + "?round=" + baseline).body())
                    .contains("Till min sida", "?round=" + second);
        });
    }

    @Test
    void theCaseworkersOwnBeliefIsNotAmongTheParticipantsSteps() throws Exception {
        bothAnswer(baseline, 3, 1);
        clock.later(Duration.ofDays(90), () -> {
            var second = examples.rounds(place, caseId).get(1).round().id();
            var link = link(second);
            bothAnswer(second, 4, 5);
            var page = participant(link, OWN_PAGE).get(OWN_PAGE).body();
            var steps = page.substring(page.indexOf("Det här har vuxit mest"), page.indexOf("Det här svarar bara"));
            assertThat(steps).doesNotContain("Handläggarens tilltro");
            return assertThat(page.substring(page.indexOf("Det här svarar bara")))
                    .contains("Handläggarens tilltro:");
        });
    }

    @Test
    void nothingOfAnybodyElseIsShown() {
        var other = examples.started(place);
        var theirs = examples.baseline(place, other);
        examples.participantAnswers(theirs, 5);
        examples.caseworkerAnswers(place, theirs, 5);
        var participant = new Actor.Respondent(baseline, false);
        assertThatThrownBy(() -> progression.own(participant, Optional.of(theirs), "sv"))
                .isInstanceOf(NotFoundException.class);
        assertThat(progression.own(participant, Optional.empty(), "sv").choices())
                .isEmpty();
        assertThat(participant(link(baseline), "/svara/start")
                        .get(OWN_PAGE + "?round=" + theirs)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDeviceThatWasHandedOverShowsNoOwnPage() {
        bothAnswer(baseline, 2, 3);
        var onTheCaseworkersDevice = new Actor.Respondent(baseline, true);
        assertThatThrownBy(() -> progression.own(onTheCaseworkersDevice, Optional.empty(), "sv"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> agreements.own(onTheCaseworkersDevice)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whoeverHasOnlyLookedIsNotToldThatAnswersAreSaved() {
        var participant = participant(link(baseline), "/svara/start");
        assertThat(participant.get(OWN_PAGE).body()).contains("name=\"looked\"");
        var left = participant.post("/svara/leave", Map.of("looked", "true"));
        assertThat(left.headers().firstValue("Location").orElse("")).endsWith("/svara/left");
    }

    @Test
    void leavingEndsTheSession() {
        var link = link(baseline);
        bothAnswer(baseline, 2, 3);
        var participant = participant(link, OWN_PAGE);
        var left = participant.post("/svara/leave", Map.of());
        assertThat(left.headers().firstValue("Location").orElse("")).endsWith("/svara/left");
        assertThat(participant.get("/svara/left").body()).contains("Du har avslutat");
        assertThat(participant.get(OWN_PAGE).statusCode()).isEqualTo(302);
    }

    @Test
    void theLanguageThatThePersonPrefersIsProposedUntilOneIsChosen() {
        jdbc.sql("update participants set language = 'prs' where id = (select participant_id from cases where id = ?)")
                .param(caseId.value())
                .update();
        var participant = participant(link(baseline), "/svara/start");
        assertThat(participant.get("/svara/start").body()).contains("lang=\"sv\" dir=\"ltr\" class", proposal("fa"));
        assertThat(participant.get("/svara/start?lang=fa").body())
                .contains("lang=\"fa\" dir=\"rtl\" class")
                .doesNotContain(proposal("fa"));
        assertThat(participant.get("/svara/start").body()).contains("lang=\"fa\" dir=\"rtl\" class");
    }

    private static String proposal(String language) {
        return "<p class=\"gentle\"><a href=\"/svara/start?lang=%s\"".formatted(language);
    }

    @Test
    void theAnswersRememberTheLanguageThatTheyWereGivenIn() {
        var participant = participant(link(baseline), "/svara/start");
        participant.get("/svara/start?lang=uk");
        participant.post("/svara/question/1", Map.of("round", baseline.toString(), "answer", "2", "go", "on"));
        assertThat(jdbc.sql("select language from assessments where round_id = ?")
                        .param(baseline.value())
                        .query(String.class)
                        .single())
                .isEqualTo("uk");
    }

    @Test
    void aLanguageOfTheParticipantsIsNoneOfStaffs() {
        var caseworker = caseworker();
        assertThat(caseworker.get("/?lang=ar").body()).contains("<html lang=\"sv\"");
        assertThat(caseworker.get("/?lang=en").body()).contains("<html lang=\"en\"");
        caseworker.get("/svara?lang=ar");
        assertThat(caseworker.get("/").body()).contains("<html lang=\"en\"");
        assertThat(caseworker.cookie("svara-lang")).isEqualTo("ar");
        caseworker.post("/cases/%s/rounds/%s/hand-over".formatted(caseId, baseline), Map.of());
        assertThat(caseworker.cookie("svara-lang"))
                .as("of whoever had it before")
                .isEmpty();
    }

    @Test
    void errorsWearTheParticipantsFaceAndSpeakTheLanguage() {
        var participant = participant(link(baseline), "/svara/start");
        participant.get("/svara/start?lang=ar");
        for (var path : java.util.List.of("/svara/nowhere", "/cases", OWN_PAGE + "?round=" + RoundId.create())) {
            var page = participant.get(path);
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).as(path).contains("lang=\"ar\" dir=\"rtl\" class=\"calm\"");
        }
        var expired = participant.postWithoutToken("/svara/send", java.util.List.of());
        assertThat(expired.statusCode()).isEqualTo(403);
        assertThat(expired.body().toLowerCase(Locale.ROOT)).contains("class=\"calm\"");
    }
}
