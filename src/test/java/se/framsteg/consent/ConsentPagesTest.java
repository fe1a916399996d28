package se.framsteg.consent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.consent.Consent.Turn;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;
import se.framsteg.testing.ConsentExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Upload;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** The pages of consents over HTTP, with what people and programs send that can't be so. */
@FramstegTest
class ConsentPagesTest {
    @Autowired
    private World world;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private Consents consents;

    @Autowired
    private OwnerSql ownerSql;

    @LocalServerPort
    private int port;

    @Autowired
    private Restrictions restrictions;

    private ConsentExamples examples;
    private World.Place place;
    private CaseId id;
    private OrganisationId region;
    private Visitor visitor;

    @BeforeEach
    void aCase() {
        examples = new ConsentExamples(beans);
        place = world.place();
        id = new CaseExamples(beans).started(place);
        region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        visitor = new Visitor(port).signIn(world.email(place.caseworker()));
    }

    private String path(String more) {
        return "/cases/" + id + "/consents" + more;
    }

    /** A whole form about one recipient, answered on paper; the file and what it is about are to be added. */
    private Upload form() {
        return new Upload()
                .with(Map.of(
                        "how", "PAPER",
                        "saidOn", examples.today().toString(),
                        "textVersion", "1",
                        "language", "sv",
                        "purpose", "Planera arbetsträning",
                        "validUntil", examples.today().plusMonths(6).toString(),
                        "to-1", region.toString(),
                        "answer-1", "YES",
                        "id-1", ConsentId.create().toString()));
    }

    private int saved() {
        return ownerSql.sql("""
            select (select count(*) from consents q join cases c on c.participant_id = q.participant_id where c.id = :id)
              + (select count(*) from consent_papers p join cases c on c.participant_id = p.participant_id where c.id = :id)\
            """).param("id", id.value()).query(Integer.class).single();
    }

    @Test
    void aFormSentAfterTheSessionEndedComesBackWithAllButTheFile() {
        var email = world.email(place.caseworker());
        ownerSql.sql("delete from spring_session").update();
        var refused = form().with("kinds-1", "PLAN")
                .file("paper", "skannat.png", "image/png", Arrays.copyOf(ConsentExamples.picture("png"), 300_000))
                .send(visitor, path("/new"));
        assertThat(refused.headers().firstValue("Location")).get().asString().endsWith("/sign-in");
        var in = visitor.post("/sign-in", Map.of("email", email, "password", World.PASSWORD));
        var back = in.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        assertThat(visitor.get(back).body())
                .contains("Planera arbetsträning", region.toString())
                .containsPattern("value=\"PLAN\"[^>]*checked");
        assertThat(saved()).isZero();
    }

    @Test
    void aPaperIsSavedWithItsAnswersAndGivenOutAsAFileAlone() {
        var answer = form().with("kinds-1", "PLAN", "HEALTH")
                .file("paper", "skannat.exe", "application/x-msdownload", ConsentExamples.picture("png"))
                .send(visitor, path("/new"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var line = consents.see(place.caseworker(), id).holds().getFirst();
        assertThat(line.answer().kinds()).containsExactly(Kind.PLAN, Kind.HEALTH);
        var file = visitor.get(path("/" + line.answer().way().paper().orElseThrow() + "/paper"));
        assertThat(file.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;");
        assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(file.headers().allValues("X-Content-Type-Options")).containsOnly("nosniff");
        assertThat(visitor.get(path("")).body())
                .contains("Region Prov", "Hälsa", "Planera arbetsträning", "på papper", "Hämta papperet");
    }

    @ParameterizedTest
    @CsvSource({
        "html, är inte en PDF",
        "empty, Filen är tom",
        "virus, innehålla ett virus",
        "script, kan köras",
        "polyglot, mer än en bild",
        "large, Filen är större än 10 MB"
    })
    void aFileThatIsNotAScannedPaperIsRefusedInPlainWordsAndNothingIsSaved(String what, String told) {
        var answer = form().with("kinds-1", "PLAN")
                .file("paper", "samtycke.pdf", "application/pdf", file(what))
                .send(visitor, path("/new"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(told).contains("Planera arbetsträning");
        assertThat(saved()).isZero();
    }

    private static byte[] file(String what) {
        return switch (what) {
            case "html" -> "<html><script>alert(1)</script></html>".getBytes(ISO_8859_1);
            case "empty" -> new byte[0];
            case "virus" -> ("%PDF-1.4 EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE").getBytes(ISO_8859_1);
            case "script" -> "%PDF-1.4\n1 0 obj <</S /JavaScript /JS (x)>> endobj".getBytes(ISO_8859_1);
            case "polyglot" -> pictureWithArchive();
            default -> Arrays.copyOf(ConsentExamples.picture("jpg"), 15 * 1024 * 1024);
        };
    }

    private static byte[] pictureWithArchive() {
        var picture = ConsentExamples.picture("jpg");
        var both = Arrays.copyOf(picture, picture.length + 4);
        System.arraycopy("PK\3\4".getBytes(ISO_8859_1), 0, both, picture.length, 4);
        return both;
    }

    @Test
    void aFormThatComesBackHasLostNothingButAsksForTheFileAgain() {
        var page = form().with("kinds-1", "PLAN", "ECONOMY")
                .with("kinds-2", "HEALTH")
                .with("name-2", "Moa Mor")
                .file("paper", "samtycke.png", "image/png", ConsentExamples.picture("png"))
                .send(visitor, path("/new"))
                .body();
        assertThat(page)
                .contains("Välj vem som är mottagare", "Välj ja eller nej", "Välj filen igen")
                .contains("Moa Mor", "Planera arbetsträning")
                .containsPattern("id=\"kinds-1-ECONOMY\"[^>]* checked")
                .containsPattern("id=\"kinds-2-HEALTH\"[^>]* checked");
        assertThat(saved()).isZero();
    }

    @Test
    void oneMoreRecipientIsAddedAndNothingIsLost() {
        var page = form().with("kinds-1", "PLAN")
                .with("rows", "3")
                .with("more", "true")
                .send(visitor, path("/new"))
                .body();
        assertThat(page).contains("Mottagare 4", "Planera arbetsträning").doesNotContain("error-summary");
        assertThat(saved()).isZero();
    }

    @Test
    void whatDoesNotExistIsRefusedAndNotLeftOut() {
        var page = form().with("kinds-1", "PLAN", "EVERYTHING")
                .with("to-2", "not-an-id")
                .with("answer-2", "MAYBE")
                .with("rows", "99999999999")
                .with("id-2", "x")
                .send(visitor, path("/new"))
                .body();
        assertThat(page)
                .contains("Något av det som valdes finns inte", "Välj vem som är mottagare", "Välj ja eller nej");
        assertThat(saved()).isZero();
    }

    @Test
    void badDaysAndChoicesAreToldEachAtItsField() {
        var page = new Upload()
                .with(Map.of(
                        "how", "SPOKEN",
                        "saidOn", "2026-02-31",
                        "textVersion", "tjugo",
                        "language", "xx",
                        "validUntil", "2025-01-01",
                        "to-1", place.kommun().toString(),
                        "answer-1", "YES",
                        "kinds-1", "PLAN"))
                .send(visitor, path("/new"))
                .body();
        assertThat(page)
                .as("in the order of the page")
                .containsSubsequence(
                        "href=\"#saidOn\"",
                        "href=\"#spokenReason\"",
                        "href=\"#language\"",
                        "href=\"#textVersion\"",
                        "href=\"#purpose\"",
                        "href=\"#validUntil\"",
                        "href=\"#to-1\"",
                        "Personen behöver inte samtycka till att ni delar med er själva");
        assertThat(saved()).isZero();
    }

    @Test
    void stoppingTakesEffectAndAFormFromBeforeIsTold() {
        var consent = examples.given(place.caseworker(), id, region, Kind.PLAN, Kind.NOTES);
        var form = Map.of(
                "version", "1",
                "how", "SPOKEN",
                "spokenReason", "Ringde",
                "saidOn", examples.today().toString());
        var stop = path("/" + consent + "/withdraw");
        assertThat(visitor.get(stop).body()).contains("slutar samtycket att gälla direkt");
        assertThat(visitor.post(stop, form).statusCode()).isEqualTo(302);
        assertThat(consents.see(place.caseworker(), id).holds()).isEmpty();
        var late = visitor.post(stop, form);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Samtycket har ändrats", "Det finns inget ja att ändra för Region Prov");
        assertThat(consents.see(place.caseworker(), id).history())
                .extracting(ConsentView.Line::turn)
                .containsExactly(Turn.GIVEN, Turn.WITHDRAWN);
    }

    @Test
    void sharingLessKeepsWhatIsTickedAndNothingThatWasNotThere() {
        var consent = examples.given(place.caseworker(), id, region, Kind.PLAN, Kind.NOTES);
        var narrow = path("/" + consent + "/narrow");
        var today = examples.today().toString();
        var more = visitor.post(narrow, Map.of("version", "1", "how", "E_ID", "saidOn", today, "kinds", "ECONOMY"));
        assertThat(more.body()).contains("Här kan du bara ta bort");
        var without = visitor.post(narrow, Map.of("version", "1", "kinds", "PLAN"));
        assertThat(without.body()).contains("Välj hur personen svarade", "Skriv vilken dag personen svarade");
        var less = visitor.post(narrow, Map.of("version", "1", "how", "E_ID", "saidOn", today, "kinds", "PLAN"));
        assertThat(less.statusCode()).isEqualTo(302);
        assertThat(consents.see(place.caseworker(), id)
                        .holds()
                        .getFirst()
                        .answer()
                        .kinds())
                .containsExactly(Kind.PLAN);
    }

    @Test
    void whatAnOrganisationCouldSeeOnADayIsToldInWords() {
        examples.given(place.caseworker(), id, region, Kind.PLAN);
        var query = "/day?organisation=" + region + "&day=" + examples.today();
        assertThat(visitor.get(path(query)).body())
                .contains(
                        "Vad Region Prov kunde se",
                        "Överenskommelser från samtalen",
                        "Ingen där har varit namngiven",
                        "card no-print")
                .containsPattern("från klockan \\d\\d\\.\\d\\d\\.\\d\\d");
        assertThat(visitor.get(path(query + "&time=00.00")).body())
                .contains("kunde inte se något om personen", "00.00")
                .doesNotContain("klockan 00:00");
        assertThat(visitor.get(path(query + "&time=25.99")).body()).contains("Skriv klockslaget som 14.05");
        assertThat(visitor.get(path("/day?organisation=x&day=3+maj")).body())
                .contains("Välj vilken organisation du undrar över.", "href=\"#day\"");
        assertThat(visitor.get(path("/day?organisation=" + place.kommun() + "&day=" + examples.today()))
                        .body())
                .contains("Välj en annan organisation");
    }

    @Test
    void theAnswerAboutADayIsAFileTooAndJournaledLikeThePage() {
        examples.name(place.caseworker(), id, world.person(region, "Rut Region", Role.TEAM_MEMBER));
        examples.given(place.caseworker(), id, region, Kind.PLAN, Kind.HEALTH);
        var query = "organisation=" + region + "&day=" + examples.today();
        assertThat(visitor.get(path("/day?" + query)).body()).contains("/consents/day.csv?organisation=" + region);
        var before = looks();
        var file = visitor.get(path("/day.csv?" + query));
        assertThat(looks()).isGreaterThan(before);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("kunde-se-", examples.today() + ".csv");
        var lines = file.body().lines().toList();
        assertThat(lines.getFirst()).startsWith("\uFEFFOrganisation;Dag;Klockslag;");
        assertThat(lines).hasSize(1 + 2 + 1 + 1);
        assertThat(lines.get(1))
                .startsWith("Region Prov;" + examples.today() + ";;Kunde se;Överenskommelser från samtalen;"
                        + examples.today() + " ");
        assertThat(lines.get(3)).contains(";Namngiven;Rut Region;");
        assertThat(lines.get(4))
                .contains(";Svar som det bygger på;")
                .contains("\"Ja; Överenskommelser från samtalen; Hälsa");
        assertThat(visitor.get(path("/day.csv?" + query + "&time=00.00")).body())
                .contains("Kunde se;Ingenting;;");
        var wrong = visitor.get(path("/day.csv?organisation=" + region + "&day=3+maj"));
        assertThat(wrong.statusCode()).isEqualTo(303);
        assertThat(visitor.get(wrong.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("href=\"#day\"", "3 maj");
    }

    private int looks() {
        return ownerSql.sql("select count(*) from journal where action = 'SEE_CONSENT_DAY' and case_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void noFormIsOpenedByItsAddressInACaseThatIsRestrictedOrHasEnded() {
        var consent = examples.given(place.caseworker(), id, region, Kind.PLAN, Kind.NOTES);
        restrictions
                .restrict(place.caseworker(), id, "Bestrids", examples.today())
                .orThrow();
        for (var form : List.of("/new", "/" + consent + "/renew")) {
            assertThat(visitor.get(path(form)).statusCode()).as(form).isEqualTo(302);
        }
        assertThat(visitor.get(path("/" + consent + "/withdraw")).statusCode())
                .as("a yes can always be taken back")
                .isEqualTo(200);
        assertThat(form().with("kinds-1", "PLAN")
                        .file("paper", "samtycke.png", "image/png", ConsentExamples.picture("png"))
                        .send(visitor, path("/new"))
                        .body())
                .contains("Någon annan har begränsat ärendet medan du skrev", "Planera arbetsträning");
        restrictions.lift(place.caseworker(), id, "Utrett").orThrow();
        new CaseExamples(beans).end(place, id);
        assertThat(form().with("kinds-1", "PLAN")
                        .file("paper", "samtycke.png", "image/png", ConsentExamples.picture("png"))
                        .send(visitor, path("/new"))
                        .body())
                .contains("Någon annan har avslutat ärendet medan du skrev");
        assertThat(visitor.get(path("/new")).statusCode()).isEqualTo(302);
    }

    @Test
    void aForgedConsentIsNotFoundWhereverItIsSent() {
        var other = new CaseExamples(beans).started(place);
        var theirs = examples.given(place.caseworker(), other, region, Kind.PLAN, Kind.NOTES);
        for (var forged : List.of(theirs.toString(), ConsentId.create().toString(), "x")) {
            for (var change : List.of("withdraw", "narrow", "renew")) {
                var path = path("/" + forged + "/" + change);
                assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(404);
                var sent = Map.of(
                        "version",
                        "1",
                        "how",
                        "E_ID",
                        "saidOn",
                        examples.today().toString(),
                        "kinds",
                        "PLAN",
                        "textVersion",
                        "1",
                        "language",
                        "sv",
                        "validUntil",
                        examples.today().plusYears(1).toString());
                assertThat(visitor.post(path, sent).statusCode()).as(path).isEqualTo(404);
            }
        }
        var stolen = form().with("kinds-1", "PLAN")
                .with("id-2", theirs.toString())
                .with("to-2", "RELATIVE")
                .with("name-2", "Moa Mor")
                .with("answer-2", "YES")
                .with("kinds-2", "PLAN")
                .file("paper", "samtycke.png", "image/png", ConsentExamples.picture("png"))
                .send(visitor, path("/new"));
        assertThat(stolen.statusCode()).isEqualTo(404);
        assertThat(saved()).isZero();
    }

    @Test
    void theWholeLedgerIsAFileInWhichNothingIsWorkedOut() {
        var sheet = new Sheet(
                examples.spoken(),
                "=HYPERLINK(\"http://prov.example\")",
                Optional.of(examples.today().plusDays(9)),
                List.of(ConsentExamples.yes(region, Kind.PLAN, Kind.WORK)));
        var consent = consents.record(place.caseworker(), id, sheet).orThrow().getFirst();
        examples.withdraw(place.caseworker(), id, consent, 1);
        var file = visitor.get(path(".csv"));
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;");
        var lines = file.body().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .startsWith("\uFEFFFråga;Svar nummer;Från;")
                .endsWith(";Inskrivet (svensk tid, Europe/Stockholm)");
        assertThat(lines.get(1))
                .as("the hour in Sweden")
                .containsPattern(";%tF %<tH:\\d\\d:\\d\\d$".formatted(ZonedDateTime.now(Time.SWEDEN)));
        assertThat(lines.get(1))
                .contains("Provstads kommun;Organisation;Region Prov", "'=HYPERLINK", "Ja;")
                .contains("Överenskommelser från samtalen; Arbete och praktik");
        assertThat(lines.get(2)).contains(";Stoppat;;");
    }
}
