package se.framsteg.consent.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Action;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.consent.Kind;
import se.framsteg.consent.text.ConsentTexts;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.print.Pdfs;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** The form for consent, as printed. */
@FramstegTest
class ConsentPaperTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private ConsentPapers papers;

    @Autowired
    private ConsentTexts texts;

    @Autowired
    private OwnerSql ownerSql;

    private World.Place place;
    private CaseId caseId;
    private List<OrganisationId> others;

    @BeforeEach
    void aCaseAmongFourParties() {
        place = world.place();
        caseId = new CaseExamples(beans).started(place);
        others = new ArrayList<>();
        others.add(world.organisation(place.association(), "Arbetsförmedlingen", OrganisationKind.AF));
        others.add(world.organisation(place.association(), "Försäkringskassan", OrganisationKind.FK));
        others.add(world.organisation(place.association(), "Region Provland", OrganisationKind.REGION));
    }

    private String path(String way) {
        return "/cases/" + caseId + "/consents/paper" + way;
    }

    private HttpResponse<byte[]> print(String language, String more) throws Exception {
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var query = new StringBuilder("?language=" + language + more);
        others.forEach(other -> query.append("&to=").append(other));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path(".pdf") + query))
                .header("Cookie", "SESSION=" + visitor.cookie("SESSION"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private long journaled(Action action) {
        return ownerSql.sql("select count(*) from journal where action = ? and case_id = ?")
                .param(action.name())
                .param(caseId.value())
                .query(Long.class)
                .single();
    }

    @Test
    void theFormIsOneTaggedPageInEveryLanguageWithABoxForEachRecipientAndKind() throws Exception {
        for (var text : texts.texts()) {
            var printed = print(text.code(), "&another=true");
            assertThat(printed.statusCode()).isEqualTo(200);
            Pdfs.pictures(printed.body(), "consent-" + text.code());
            assertThat(Pdfs.pages(printed.body())).as(text.code()).isEqualTo(1);
            Pdfs.assertValid(printed.body());
            var words = Pdfs.text(printed.body());
            assertThat(words.replaceAll("\\s+", " "))
                    .as(text.code())
                    .contains("Arbetsförmedlingen", "Region Provland", "Provstads kommun");
            assertThat(words.chars().filter(sign -> sign == '☐'))
                    .as(text.code())
                    .hasSize(4 * (2 + Kind.values().length) + 1);
            if (!text.rightToLeft()) {
                assertThat(words).contains(text.form().foot() + " " + text.version());
            }
        }
    }

    @Test
    void thePaperTellsTheCaseNumberAndNothingElseAboutThePerson() throws Exception {
        var printed = print("sv", "");
        var number = papers.blank(place.caseworker(), caseId, Set.of()).caseNumber();
        assertThat(Pdfs.text(printed.body()))
                .contains(number, "Namn:", "Samtycke, version 2")
                .doesNotContain("Petra", CaseExamples.NUMBER.value());
        assertThat(Pdfs.metadata(printed.body())).doesNotContain("Petra").doesNotContain(number);
        assertThat(printed.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(printed.headers().firstValue("Content-Disposition").orElse(""))
                .contains("samtycke-" + number + ".pdf");
    }

    @Test
    void aTranslationThatNobodyHasReviewedSaysSoOnThePaper() throws Exception {
        assertThat(Pdfs.text(print("uk", "").body())).contains("Цей переклад ще не перевірено");
        assertThat(Pdfs.text(print("sv-lattlast", "").body())).doesNotContain("inte granskad");
    }

    @Test
    void manyRecipientsTakeSeveralTablesAndNobodyIsLeftOut() throws Exception {
        for (int number = 1; number <= 6; number++) {
            others.add(world.organisation(place.association(), "Kommun " + number, OrganisationKind.KOMMUN));
        }
        var printed = print("ar", "");
        Pdfs.pictures(printed.body(), "consent-many-ar");
        Pdfs.assertValid(printed.body());
        assertThat(Pdfs.text(printed.body())).contains("Försäkringskassan", "Kommun 1", "Kommun 6");
    }

    @Test
    void aPaperForSomebodyElseAloneHasAPlaceToFillIn() throws Exception {
        others.clear();
        var words = Pdfs.text(print("xx", "&another=true").body());
        assertThat(words).contains("Någon annan:").doesNotContain("Region Provland");
    }

    @Test
    void aPaperThatAsksAboutNobodyIsNotPrintedAndThatIsSaidWhereOneChooses() throws Exception {
        others.clear();
        var none = print("ar", "");
        assertThat(none.statusCode()).isEqualTo(303);
        var page = new Visitor(port)
                .signIn(world.email(place.caseworker()))
                .get(none.headers().firstValue("Location").orElseThrow())
                .body();
        assertThat(page)
                .contains("Välj vem frågan gäller, eller plats för någon annan", "href=\"#to\"")
                .containsPattern("value=\"ar\" checked");
        assertThat(journaled(Action.PRINT_CONSENT_FORM)).isZero();
    }

    @Test
    void theAssociationsOfficeIsNotAmongThoseToChoose() {
        var office = world.organisation(place.association(), "Kansliet Prov", OrganisationKind.OTHER);
        assertThat(papers.choice(place.caseworker(), caseId).recipients()).containsKey(office);
        world.person(office, "Ingrid Kansli", Role.ASSOCIATION_OFFICER);
        assertThat(papers.choice(place.caseworker(), caseId).recipients()).doesNotContainKey(office);
    }

    @Test
    void printingAndChoosingAreJournaled() throws Exception {
        print("sv", "");
        assertThat(journaled(Action.PRINT_CONSENT_FORM)).isEqualTo(1);
        var before = journaled(Action.SEE_CASE);
        var page = new Visitor(port)
                .signIn(world.email(place.lead()))
                .get(path(""))
                .body();
        assertThat(page)
                .contains("Region Provland", "Lätt svenska", "العربية")
                .doesNotContain("value=\"" + place.kommun());
        assertThat(journaled(Action.SEE_CASE)).isEqualTo(before + 1);
    }

    @Test
    void theChoiceIsAccessibleAndFitsAPhone() {
        for (var window : List.of(Window.DESK, Window.SMALL_PHONE)) {
            try (var context = Chromium.open(port, window)) {
                var page = Chromium.signIn(context, world.email(place.caseworker()));
                page.navigate(path(""));
                Chromium.picture(page, "consent-choose-" + window.width());
                Chromium.assertAccessible(page, "choosing at " + window.width());
            }
        }
    }

    @Test
    void thePersonsOwnLanguageIsProposed() {
        ownerSql.sql("update participants set language = 'prs' where id = (select participant_id from cases where"
                        + " id = ?)")
                .param(caseId.value())
                .update();
        var page = new Visitor(port)
                .signIn(world.email(place.caseworker()))
                .get(path(""))
                .body();
        assertThat(page).containsPattern("value=\"fa\" checked");
    }

    @Test
    void onlyWhoHasTheCasePrintsAndOnlyForOrganisationsOfTheAssociation() throws Exception {
        for (var staff : List.of(place.otherCaseworker(), place.officer(), place.administrator())) {
            assertThatThrownBy(() -> papers.choice(staff, caseId)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> papers.blank(staff, caseId, Set.of())).isInstanceOf(NotFoundException.class);
        }
        for (var forged :
                List.of(OrganisationId.create(), place.kommun(), world.place().kommun())) {
            assertThatThrownBy(() -> papers.blank(place.caseworker(), caseId, Set.of(forged)))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(print("sv", "&to=" + world.place().kommun()).statusCode()).isEqualTo(404);
        assertThat(journaled(Action.PRINT_CONSENT_FORM)).isZero();
    }
}
