package se.framsteg.assessment.talk;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Actor;
import se.framsteg.assessment.Answering;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.assessment.CaseworkerSheets;
import se.framsteg.print.Pdfs;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** The person's copy of the talk, as printed. */
@FramstegTest
class CopyTest {
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

    private HttpResponse<byte[]> copy(World.Place place, CaseId id, RoundId round, String language) throws Exception {
        return copy(place, id, round, language, "");
    }

    private HttpResponse<byte[]> copy(World.Place place, CaseId id, RoundId round, String language, String query)
            throws Exception {
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/cases/" + id + "/talk/" + round + "/paper" + query))
                .header("Cookie", "SESSION=" + visitor.cookie("SESSION") + "; lang=" + language)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void theCopyIsOneTaggedPageWithThePictureTheWordsAndWhatWasAgreed() throws Exception {
        var examples = new CaseExamples(beans);
        var place = world.place();
        var today = LocalDate.now((Clock) clock);
        var id = examples.started(place, today.minusMonths(3), Optional.empty());
        clock.on(today.minusMonths(3).plusDays(5), () -> {
            answer(place, examples.baseline(place, id), List.of(1, 2, 3, 2, 2, 3, 1, 2, 2), 2);
            return id;
        });
        var followUp = examples.rounds(place, id).get(1).round().id();
        answer(place, followUp, List.of(3, 2, 5, 3, 2, 2, 4, 5, 3), 3);
        agree(place, id, followUp, "Besöka arbetsplatsen på Storgatan och prata med den som är ansvarig där", 20);
        agree(place, id, followUp, "Ringa vårdcentralen om sömnen", 7);
        var printed = copy(place, id, followUp, "sv");
        assertThat(printed.statusCode()).isEqualTo(200);
        assertThat(printed.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        Pdfs.pictures(printed.body(), "talk-copy-sv");
        assertThat(Pdfs.pages(printed.body())).isEqualTo(1);
        assertThat(Pdfs.text(printed.body()))
                .contains("Din bild", "Storgatan", "Ringa vårdcentralen", "Nästa gång")
                .doesNotContain("Petra");
        assertThat(Pdfs.metadata(printed.body())).doesNotContain("Petra");
        Pdfs.assertValid(printed.body());
        assertThat(Pdfs.text(copy(place, id, followUp, "en").body())).contains("Your picture");
    }

    @Test
    void theCopyComesInThePersonsLanguageTellsHowItWentAndPrintsWhateverWasTyped() throws Exception {
        var examples = new CaseExamples(beans);
        var place = world.place();
        var today = LocalDate.now((Clock) clock);
        var id = examples.started(place, today.minusMonths(3), Optional.empty());
        var baseline = examples.baseline(place, id);
        var before = AgreementId.create();
        clock.on(today.minusMonths(3).plusDays(5), () -> {
            answer(place, baseline, List.of(1, 2, 3), 2);
            var step = new AgreedStep("Prova gymmet 👍🏽", AgreedStep.Who.PARTICIPANT, "", Optional.empty());
            agreements.agree(place.caseworker(), id, baseline, before, step);
            return id;
        });
        var followUp = examples.rounds(place, id).get(1).round().id();
        answer(place, followUp, List.of(3, 2, 4), 3);
        agreements.follow(place.caseworker(), id, followUp, before, 0, Agreement.Outcome.PARTLY, "健康 😀 ok");
        for (int step = 1; step <= 4; step++) {
            agree(place, id, followUp, "Ringa och fråga om ett studiebesök på kaféet vid torget, steg " + step, step);
        }
        agree(place, id, followUp, "Gå till biblioteket på tisdag\r\noch fråga om praktik <b>", 5);
        var swedish = copy(place, id, followUp, "sv").body();
        Pdfs.pictures(swedish, "talk-copy-signs");
        assertThat(Pdfs.pages(swedish)).isEqualTo(1);
        assertThat(Pdfs.text(swedish))
                .contains("förra gången, och hur det gick", "Prova gymmet", "delvis", "□□")
                .doesNotContain("#");
        for (var language : List.of("ar", "so", "uk", "fa")) {
            var printed = copy(place, id, followUp, "sv", "?language=" + language);
            Pdfs.pictures(printed.body(), "talk-copy-" + language);
            Pdfs.assertValid(printed.body());
            assertThat(Pdfs.pages(printed.body())).as(language).isEqualTo(1);
            assertThat(Pdfs.text(printed.body())).doesNotContain("Din bild");
        }
    }

    @Test
    void whatIsSettledSinceTheTalkIsToldAndWhatShouldHaveBeenDoneByNowIsAskedAboutFirst() throws Exception {
        var examples = new CaseExamples(beans);
        var place = world.place();
        var id = examples.started(place);
        var round = examples.baseline(place, id);
        answer(place, round, List.of(1, 2, 3), 2);
        agree(place, id, round, "Skriva till skolan", 3);
        agree(place, id, round, "Ringa vårdcentralen", 4);
        agree(place, id, round, "Handla kläder", 30);
        var all = agreements.of(place.caseworker(), id);
        agreements.follow(
                place.caseworker(), id, round, all.getFirst().id(), 0, Agreement.Outcome.DONE, "Fick svar samma dag");
        var later = LocalDate.now((Clock) clock).plusDays(10);
        var text = clock.on(later, () -> Pdfs.text(copy(place, id, round, "sv").body()));
        assertThat(text.lines().filter(line -> line.contains("Skriva till skolan")))
                .singleElement(as(STRING))
                .contains("Så gick det", "Fick svar samma dag");
        assertThat(text).containsSubsequence("förra gången", "Ringa vårdcentralen", "Skriva till skolan", "Handla");
    }

    private void agree(World.Place place, CaseId id, RoundId round, String what, int days) {
        var due = LocalDate.now((Clock) clock).plusDays(days);
        agreements.agree(
                place.caseworker(),
                id,
                round,
                AgreementId.create(),
                new AgreedStep(what, AgreedStep.Who.PARTICIPANT, "", Optional.of(due)));
    }

    private void answer(World.Place place, RoundId round, List<Integer> steps, int caseworker) {
        var answering = beans.getBean(Answering.class);
        var participant = new Actor.Respondent(round, true);
        var questions = answering.sheet(participant, round).questions();
        for (int position = 0; position < questions; position++) {
            answering.save(participant, round, position, steps.get(position % steps.size()), "sv");
        }
        answering.send(participant, round, "sv");
        var sheets = beans.getBean(CaseworkerSheets.class);
        var sheet = sheets.sheet(place.caseworker(), round);
        sheets.submit(
                place.caseworker(), round, CaseExamples.all(sheet.questions(), caseworker), sheet.version(), "sv");
    }

    @Test
    void aRoundThatIsNotRevealedHasNoCopyAndNeitherHasAnothersCase() throws Exception {
        var examples = new CaseExamples(beans);
        var place = world.place();
        var id = examples.started(place);
        var round = examples.baseline(place, id);
        examples.participantAnswers(round, 3);
        assertThat(copy(place, id, round, "sv").statusCode()).isEqualTo(404);
        examples.caseworkerAnswers(place, round, 3);
        assertThat(copy(place, id, round, "sv").statusCode()).isEqualTo(200);
        assertThat(copy(world.place(), id, round, "sv").statusCode()).isEqualTo(404);
    }
}
