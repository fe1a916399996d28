package se.framsteg.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.assessment.PaperSheets.Filled;
import se.framsteg.assessment.PaperSheets.Result;
import se.framsteg.assessment.instrument.InstrumentReader;
import se.framsteg.assessment.instrument.InstrumentReading;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.print.Pdfs;
import se.framsteg.print.Printer;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;
import se.framsteg.ui.Texts;

/** The questionnaire on paper: as printed, and as typed in afterwards. */
@FramstegTest
class PaperTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private TestClock clock;

    @Autowired
    private PaperSheets papers;

    @Autowired
    private Rounds rounds;

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

    private LocalDate today() {
        return LocalDate.now((Clock) clock);
    }

    private String path(String way) {
        return "/cases/" + caseId + "/rounds/" + round + way;
    }

    private HttpResponse<byte[]> print(String query) throws Exception {
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path("/paper" + query)))
                .header("Cookie", "SESSION=" + visitor.cookie("SESSION"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private Filled filled(Integer answer, boolean withoutOwn) {
        var questions = papers.toFill(place.caseworker(), round).questions();
        return new Filled(CaseExamples.all(questions, answer), today(), "sv", withoutOwn);
    }

    @Test
    void theFormIsATaggedDocumentWithTheCaseNumberAndNothingElseAboutThePerson() throws Exception {
        var answer = print("");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        var number = beans.getBean(se.framsteg.testing.OwnerSql.class)
                .sql("select number from cases where id = ?")
                .param(caseId.value())
                .query(String.class)
                .single();
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("fragor-" + number + ".pdf");
        Pdfs.pictures(answer.body(), "paper-form-sv");
        var text = Pdfs.text(answer.body());
        assertThat(text).contains("Ärende " + number).contains("Vet inte").doesNotContain("Petra");
        assertThat(Pdfs.metadata(answer.body())).doesNotContain("Petra").doesNotContain(number);
        Pdfs.assertValid(answer.body());
        assertThat(examples.journaled("PRINT_FORM", round)).isEqualTo(1);
    }

    @Test
    void theFormComesInTheLanguageAskedForAndInSwedishWhereThereIsNone() throws Exception {
        assertThat(Pdfs.text(print("?language=en").body())).contains("rather not say");
        assertThat(Pdfs.text(print("?language=xx").body())).contains("vill inte svara");
    }

    @Test
    void anArabicFormRunsFromRightToLeft() throws Exception {
        var instrument =
                switch (InstrumentReader.read(ARABIC)) {
                    case InstrumentReading.Accepted(var accepted) -> accepted;
                    case InstrumentReading.Refused(var problems) -> throw new AssertionError(problems);
                };
        var sheet = Sheet.empty(round, Respondent.PARTICIPANT, instrument);
        Map<String, Object> model = Map.of(
                "texts",
                new Texts(beans.getBean(MessageSource.class), Locale.of("ar")),
                "caseNumber",
                "2026-0001",
                "round",
                rounds.require(place.caseworker(), caseId, round),
                "sheet",
                sheet);
        var printed = beans.getBean(Printer.class).print("fragor", "assessment/paper-form", model);
        Pdfs.pictures(printed.pdf(), "paper-form-ar");
        Pdfs.assertValid(printed.pdf());
        assertThat(Pdfs.text(printed.pdf())).contains("2026-0001");
    }

    /** A small instrument in Swedish and Arabic, for the letters and their direction alone. */
    private static final String ARABIC = """
        key: arabic
        version: 1
        languages: [sv, ar]
        name: {sv: Prov, ar: تجربة}
        description: {sv: Prov}
        rights: {sv: Prov}
        source: {sv: Prov}
        scale:
          highest: 3
          steps:
            - {sv: Inte ännu, ar: ليس بعد}
            - {sv: Ibland, ar: أحيانًا، عندما أشعر أنني قادر على ذلك ويكون هناك من يساعدني في الأمور التي لا أستطيع القيام بها وحدي}
            - {sv: Oftast, ar: في أغلب الأوقات}
        dimensions:
          - key: health
            name: {sv: Hälsa, ar: الصحة}
            help: {sv: Hur det är., ar: كيف الحال.}
            scoring: {method: mean, fewest-answers: 1}
        items:
          - key: sleep
            dimension: health
            participant:
              question: {sv: "Sover du bra?", ar: "هل تنام بما يكفي لتتمكن من قضاء يومك؟"}
              help: {sv: Tänk på de senaste 7 dagarna., ar: فكّر في الأيام 7 الماضية.}
          - key: days
            dimension: health
            participant:
              question: {sv: "Hur fungerar vardagen?", ar: "كيف تسير حياتك اليومية الآن؟"}
        """;

    @Test
    void answersFromPaperAreTheParticipantsAndMarkedSo() {
        examples.caseworkerAnswers(place, round, 2);
        assertThat(papers.enter(place.caseworker(), round, filled(4, false))).isInstanceOf(Result.Saved.class);
        var now = rounds.require(place.caseworker(), caseId, round);
        assertThat(now.stage(today())).isEqualTo(Round.Stage.DONE);
        assertThat(now.marks().paper())
                .contains(new Round.Paper(place.caseworker().id(), today()));
        assertThat(now.marks().answerSeen()).isFalse();
        var page = new Visitor(port)
                .signIn(world.email(place.caseworker()))
                .get("/cases/" + caseId + "/progression")
                .body();
        assertThat(page).contains("svarade på papper").contains("inskrivna av Hanna Handläggare");
        assertThat(examples.journaled("ENTER_PAPER_ANSWERS", round)).isPositive();
    }

    @Test
    void theCaseworkersOwnAnswersComeFirstUnlessKnowinglyLeftOut() {
        assertThat(papers.enter(place.caseworker(), round, filled(4, false))).isInstanceOf(Result.Refused.class);
        assertThat(rounds.require(place.caseworker(), caseId, round).participantProgress())
                .isEqualTo(Round.Progress.NOT_BEGUN);
        assertThat(papers.enter(place.caseworker(), round, filled(4, true))).isInstanceOf(Result.Saved.class);
        assertThat(rounds.require(place.caseworker(), caseId, round).marks().answerSeen())
                .isTrue();
    }

    @Test
    void whoeverChoosesNotToAnswerFindsThatChosenOnTheForm() {
        var page = new Visitor(port)
                .signIn(world.email(place.caseworker()))
                .get(path("/from-paper?withoutOwn=true"))
                .body();
        assertThat(page).containsPattern("name=\"withoutOwn\"[^>]* checked");
    }

    @Test
    void answersThatTheParticipantHasSentAreNeverReplacedAndADraftIs() {
        examples.caseworkerAnswers(place, round, 2);
        beans.getBean(Answering.class).save(new Actor.Respondent(round, true), round, 0, 5, "sv");
        var paper = filled(3, false);
        assertThat(papers.enter(place.caseworker(), round, paper)).isInstanceOf(Result.Saved.class);
        assertThatThrownBy(() -> papers.enter(place.caseworker(), round, paper)).isInstanceOf(NotFoundException.class);
        assertThat(beans.getBean(Asking.class)
                        .byInstallation(
                                () -> beans.getBean(AssessmentTable.class).find(round, Respondent.PARTICIPANT))
                        .orElseThrow()
                        .answers())
                .containsOnly(3);
    }

    @Test
    void aPaperWithoutADayOrWithoutACrossIsRefusedAndWhatWasTypedIsKept() {
        examples.caseworkerAnswers(place, round, 2);
        var caseworker = new Visitor(port).signIn(world.email(place.caseworker()));
        var fields = new HashMap<String, String>(Map.of("filledInOn", "", "answer-1", "3"));
        var page = caseworker.post(path("/from-paper"), fields);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("Skriv vilken dag papperet fylldes i")
                .contains("Fråga 2 är utan kryss")
                .contains("checked");
        fields.putAll(Map.of("filledInOn", today().plusDays(1).toString(), "anyway", "true"));
        assertThat(caseworker.post(path("/from-paper"), fields).body()).contains("Välj en dag mellan");
        fields.put("filledInOn", today().toString());
        assertThat(caseworker.post(path("/from-paper"), fields).statusCode()).isEqualTo(302);
        assertThat(caseworker.get("/cases/" + caseId + "/progression").body()).contains("Papperets svar är inskickade");
        assertThat(caseworker.post(path("/from-paper"), fields).statusCode()).isEqualTo(302);
        assertThat(caseworker.get("/cases/" + caseId + "/progression").body()).contains("redan skickat in sina svar");
    }

    @Test
    void onlyTheCaseworkerTypesInPaper() {
        examples.caseworkerAnswers(place, round, 2);
        var paper = filled(3, false);
        for (var staff : List.of(place.lead(), place.otherCaseworker(), place.officer())) {
            assertThatThrownBy(() -> papers.enter(staff, round, paper)).isInstanceOf(NotFoundException.class);
        }
    }
}
