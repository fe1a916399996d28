package se.framsteg.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Actor;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.print.Pdfs;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.FullCase;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.PersonTables;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;
import tools.jackson.databind.json.JsonMapper;

/** What is registered about a person comes out whole, to whom it belongs and to nobody else. */
@FramstegTest
class ExtractTest {
    /** Tables that tell of a person and are not in the extract, and why. */
    private static final Map<String, String> NOT_IN_IT = Map.of(
            "note_drafts", "what somebody is writing is no entry until it is signed",
            "journal", "told by day and by what was done, under who has looked",
            "log_review_rows", "the review of the journal: ids, of looks that are told under who has looked",
            "log_review_verdicts", "what the reviewer found about a member of staff",
            "disposal_cases", "ids alone, until the case goes",
            "disposal_referrals", "ids alone, until the referral goes",
            "evaluation_settled", "told to the person alone: staff are not to know who has answered",
            "kept_rounds", "left of cases that are gone: of nobody",
            "kept_cases", "left of cases that are gone: of nobody",
            "ledger_members", "that the case has been counted, and nothing that does not stand in the case");

    /** Columns that tell the person nothing, and why. */
    private static final Map<String, String> COLUMNS_NOT_IN_IT = new LinkedHashMap<>();

    static {
        COLUMNS_NOT_IN_IT.put("answer_keys.second_hash", "a hash of a secret");
        COLUMNS_NOT_IN_IT.put("notes", "ids alone: its versions tell");
        COLUMNS_NOT_IN_IT.put("case_pathway_choices.list", "a key: the method’s words for it are told");
        COLUMNS_NOT_IN_IT.put("case_pathway_choices.point", "a key: the method’s words for it are told");
        COLUMNS_NOT_IN_IT.put("case_stages.stage", "a key: the method’s words for it are told");
        COLUMNS_NOT_IN_IT.put("worksheets.sheet", "a key: the method’s words for it are told");
        COLUMNS_NOT_IN_IT.put("plan_signatures.drawing", "told as a picture that can be opened");
    }

    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Extracts extracts;

    @Autowired
    ExtractFiles files;

    @Autowired
    OwnerSql owner;

    @LocalServerPort
    int port;

    private World.Place place;

    @BeforeEach
    void aPlace() {
        place = world.place();
    }

    private String structured(Extract extract) {
        return new String(files.structured(extract), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void everyColumnOfEveryTableThatTellsOfThePersonIsInIt() {
        var full = new FullCase(beans, place).ended();
        var told = structured(extracts.ofCase(place.caseworker(), full.id(), "sv"));
        var missing = new TreeSet<String>();
        var tables = new PersonTables(owner);
        for (var table : tables.names()) {
            if (NOT_IN_IT.containsKey(table)) {
                continue;
            }
            var rows = tables.rows(table, full.id(), full.participant());
            if (rows.isEmpty()) {
                missing.add(table + ": the example has nothing there to look for");
            }
            for (var row : rows) {
                row.forEach((column, value) -> {
                    if (value != null
                            && !COLUMNS_NOT_IN_IT.containsKey(table + "." + column)
                            && !written(value).stream().allMatch(told::contains)) {
                        missing.add(table + "." + column);
                    }
                });
            }
        }
        assertThat(missing)
                .as("tell of it by an ExtractSource, or explain here why not")
                .isEmpty();
    }

    /** How a value stands in the structured extract; nothing for ids, numbers of rows and the like. */
    private static List<String> written(Object value) {
        return switch (value) {
            case String text when !text.isBlank() -> List.of(text);
            case java.sql.Date day -> List.of(day.toLocalDate().toString());
            case LocalDate day -> List.of(day.toString());
            case java.sql.Timestamp at -> List.of(at.toInstant().toString());
            case OffsetDateTime at -> List.of(at.toInstant().toString());
            case java.math.BigDecimal number -> List.of(number.toString());
            case java.sql.Array several -> strings(several);
            case byte[] file
            when file.length > 100 -> List.of(java.util.Base64.getEncoder().encodeToString(file));
            default -> List.of();
        };
    }

    private static List<String> strings(java.sql.Array several) {
        try {
            var strings = new ArrayList<String>();
            for (var one : (Object[]) several.getArray()) {
                if (one instanceof String text) {
                    strings.add(text);
                }
            }
            return strings;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void questionsAreToldInWordsWithTheStepThatWasAnswered() {
        var full = new FullCase(beans, place).goingOn();
        var told = structured(extracts.ofCase(place.caseworker(), full.id(), "sv"));
        assertThat(told)
                .contains("\"step\" : 2")
                .contains("\"step\" : 3")
                .contains("\"question\"")
                .contains("\"score\"");
        assertThat(told).contains("Hanna Handläggare").contains("Katarina Kollega");
        assertThat(told).contains("\"looks\"").contains("SAW_CASE");
    }

    @Test
    void itPrintsAsATaggedDocumentInBothLanguages() throws Exception {
        var full = new FullCase(beans, place).ended();
        for (var language : List.of("sv", "en")) {
            var printed = files.paper(extracts.ofCase(place.caseworker(), full.id(), language), language);
            Pdfs.assertValid(printed.pdf());
            Pdfs.pictures(printed.pdf(), "extract-" + language);
            assertThat(printed.name()).endsWith(full.caseNumber());
            assertThat(Pdfs.text(printed.pdf()).replace("\u00ad", ""))
                    .contains(full.name())
                    .contains("Håller inte med " + full.word())
                    .doesNotContain("Utkast " + full.word())
                    .doesNotContain("Felaktiga försök: 0", "Hoppas över: Nej", "Skipped: No")
                    .doesNotContain("extract.field");
        }
    }

    @Test
    void whoTakesItOutForAProtectedIdentityIsCautioned() {
        var caution = "Personen har skyddad identitet. I filerna står allt";
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var id = world.aCase(place).called("Hemlig Person").protectedIdentity().started();
        assertThat(visitor.get("/cases/" + id + "/extract").body()).contains(caution);
        assertThat(visitor.get("/cases/" + world.aCase(place).started() + "/extract")
                        .body())
                .doesNotContain(caution);
    }

    @Test
    void nobodyLearnsFromItWhatTheOtherHasAnsweredBeforeBothHave() {
        var examples = new CaseExamples(beans);
        var one = examples.started(place);
        examples.participantAnswers(examples.baseline(place, one), 2);
        assertThat(structured(extracts.ofCase(place.caseworker(), one, "sv")))
                .doesNotContain("\"step\"")
                .contains("LATER");
        var participant = new Actor.Respondent(examples.baseline(place, one), false);
        assertThat(structured(extracts.own(participant, "sv"))).contains("\"step\" : 2");

        var other = examples.started(place);
        examples.caseworkerAnswers(place, examples.baseline(place, other), 4);
        var second = new Actor.Respondent(examples.baseline(place, other), false);
        assertThat(structured(extracts.own(second, "sv")))
                .doesNotContain("\"step\"")
                .contains("LATER");
        assertThat(structured(extracts.ofCase(place.caseworker(), other, "sv"))).doesNotContain("\"step\"");
        assertThat(structured(extracts.forArchive(other))).contains("\"step\" : 4");
    }

    @Test
    void thePersonGetsTheWholeOwnCaseAndNobodyElses() {
        var mine = new FullCase(beans, place).goingOn();
        var other = new CaseExamples(beans).started(place);
        var own = structured(extracts.own(new Actor.Respondent(mine.round(), false), "sv"));
        assertThat(own)
                .contains(mine.name())
                .contains("Rättat samtal " + mine.word())
                .contains("Syster " + mine.word())
                .contains("Nödläge " + mine.word())
                .doesNotContain("Utkast");
        var others = new Actor.Respondent(new CaseExamples(beans).baseline(place, other), false);
        assertThat(structured(extracts.own(others, "sv"))).doesNotContain(mine.word());
        assertThat(journaled("EXTRACT_REGISTER", mine.id())).isEqualTo(1);
    }

    private int journaled(String action, CaseId id) {
        return owner.sql("select count(*) from journal where action = ? and case_id = ? and participant_id is not null")
                .param(action)
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void onAHandedOverDeviceAndToWhoDoesNotHaveTheCaseThereIsNoExtract() {
        var full = new FullCase(beans, place).goingOn();
        var handedOver = new Actor.Respondent(full.round(), true);
        assertThatThrownBy(() -> extracts.own(handedOver, "sv")).isInstanceOf(NotFoundException.class);
        for (var who : Set.of(
                place.otherCaseworker(),
                place.officer(),
                place.administrator(),
                world.place().lead())) {
            assertThatThrownBy(() -> extracts.ofCase(who, full.id(), "sv")).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> extracts.ofCase(place.lead(), CaseId.create(), "sv"))
                .isInstanceOf(NotFoundException.class);
        assertThat(journaled("EXTRACT_REGISTER", full.id())).isZero();
    }

    @Test
    void staffTakeItOutAsPdfAndJsonAndTheBrowserKeepsNeither() {
        var full = new FullCase(beans, place).goingOn();
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var paper = visitor.get("/cases/" + full.id() + "/extract/paper");
        assertThat(paper.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(paper.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        var json = visitor.get("/cases/" + full.id() + "/extract.json");
        assertThat(json.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(json.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment")
                .contains(full.caseNumber())
                .doesNotContain("Petronella");
        var read = JsonMapper.shared().readTree(json.body());
        assertThat(read.get("case").asString()).isEqualTo(full.caseNumber());
        assertThat(read.get("chapters").get("person").get(0).get("name").asString())
                .isEqualTo(full.name());
        assertThat(LocalDate.parse(read.get("made_at").asString().substring(0, 10), DateTimeFormatter.ISO_LOCAL_DATE))
                .isNotNull();
    }
}
