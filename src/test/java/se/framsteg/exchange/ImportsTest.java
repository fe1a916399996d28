package se.framsteg.exchange;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.groups.Tuple;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.assessment.Rounds;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.ImportId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** Measurements from a file: read, tried, made whole or not at all, and undone whole. */
@FramstegTest
class ImportsTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private TestClock clock;

    @Autowired
    private Imports imports;

    @Autowired
    private Rounds rounds;

    @Autowired
    private OwnerSql jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private ImportExamples files;
    private World.Place place;
    private CaseId caseId;
    private String number;

    @BeforeEach
    void aCase() {
        files = new ImportExamples(beans);
        place = world.place();
        caseId = new CaseExamples(beans).started(place, today().minusDays(400), Optional.of(CaseExamples.NUMBER));
        number = files.number(caseId);
    }

    private LocalDate today() {
        return LocalDate.now((Clock) clock);
    }

    private Visitor lead() {
        return new Visitor(port).signIn(world.email(place.lead()));
    }

    private String path() {
        return "/initiatives/" + place.initiative() + "/imports";
    }

    /** Sends a file by the form of the page. */
    private HttpResponse<String> send(Visitor visitor, String name, byte[] file) throws Exception {
        var token = visitor.token();
        var body = new ByteArrayOutputStream();
        for (var field : Map.of(
                        "_csrf", token, "instrument", files.instrumentId(place).toString())
                .entrySet()) {
            body.write(("--x\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                            + field.getValue() + "\r\n")
                    .getBytes(UTF_8));
        }
        body.write(("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                .getBytes(UTF_8));
        body.write(file);
        body.write("\r\n--x--\r\n".getBytes(UTF_8));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path()))
                            .header(
                                    "Cookie",
                                    "SESSION=" + visitor.cookie("SESSION") + "; XSRF-TOKEN="
                                            + visitor.cookie("XSRF-TOKEN"))
                            .header("Content-Type", "multipart/form-data; boundary=x")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private String uploaded(Visitor visitor, String name, byte[] file) throws Exception {
        var answer = send(visitor, name, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private Map<String, String> columns(String importPath) {
        var id = ImportId.of(importPath.substring(importPath.lastIndexOf('/') + 1));
        var meanings = imports.guess(place.lead(), place.initiative(), id);
        var form = new HashMap<>(Map.of("respondent", "PARTICIPANT", "dontKnow", "vet ej"));
        for (int column = 0; column < meanings.size(); column++) {
            form.put("column-" + column, meanings.get(column));
        }
        return form;
    }

    private ImportId idIn(String importPath) {
        return ImportId.of(importPath.substring(importPath.lastIndexOf('/') + 1));
    }

    /** 300 days of one person, as a table of texts. */
    private List<List<String>> threeHundred() {
        var rows = new ArrayList<List<String>>();
        rows.add(files.headings(place));
        for (int day = 0; day < 300; day++) {
            rows.add(files.row(place, number, today().minusDays(399L - day).toString(), Integer.toString(1 + day % 4)));
        }
        return rows;
    }

    private static List<String> with(List<String> row, int column, String value) {
        var changed = new ArrayList<>(row);
        changed.set(column, value);
        return changed;
    }

    @Test
    void fiveFaultsInThreeHundredRowsAreToldExactlyAndNothingIsMadeUntilTheyAreMended() throws Exception {
        var rows = threeHundred();
        var faulty = new ArrayList<>(rows);
        faulty.set(10, with(rows.get(10), 0, "1999-9999"));
        faulty.set(20, with(rows.get(20), 1, "03/05/2026"));
        faulty.set(30, with(rows.get(30), 2, "99"));
        faulty.set(40, with(rows.get(40), 1, rows.get(39).get(1)));
        faulty.set(50, with(rows.get(50), 3, "2,5"));
        var before = files.counts();
        var visitor = lead();
        var path = uploaded(visitor, "mätningar.xlsx", ImportExamples.excel(faulty));
        assertThat(visitor.post(path, columns(path)).statusCode()).isEqualTo(302);
        var keys = files.headings(place);
        assertThat(imports.see(place.lead(), place.initiative(), idIn(path), 0, 100)
                        .faults())
                .extracting(Fault::row, Fault::heading, Fault::value, Fault::problem)
                .containsExactly(
                        Tuple.tuple(11, "Ärendenummer", "1999-9999", "case-unknown"),
                        Tuple.tuple(21, "Datum", "03/05/2026", "date-ambiguous"),
                        Tuple.tuple(31, keys.get(2), "99", "step-off"),
                        Tuple.tuple(41, "Datum", rows.get(39).get(1), "twice"),
                        Tuple.tuple(51, keys.get(3), "2,5", "step-whole"));
        assertThat(visitor.get(path).body()).contains("5 saker att rätta", "Rad 31", "Skalan går från 1 till");
        assertThat(visitor.get(path + "/faults.csv").body())
                .contains("11;Ärendenummer;")
                .doesNotContain("1999-9999");
        visitor.post(path + "/make", Map.of());
        assertThat(files.counts()).isEqualTo(before);

        var mended = uploaded(visitor, "mätningar.xlsx", ImportExamples.excel(rows));
        visitor.post(mended, columns(mended));
        assertThat(visitor.get(mended).body()).contains("300 skattningar").contains("1 person");
        assertThat(visitor.post(mended + "/make", Map.of()).statusCode()).isEqualTo(302);
        assertThat(files.counts()).containsExactly(before.getFirst() + 300, before.getLast() + 300);
        assertThat(visitor.get("/cases/" + caseId + "/progression").body()).contains("Importerad från en fil");

        assertThat(visitor.get(mended + "/undo").body()).contains("alla 300 skattningarna");
        visitor.post(mended + "/undo", Map.of());
        assertThat(imports.of(place.lead(), place.initiative()).getFirst().state())
                .isEqualTo(Import.State.UNDONE);
        assertThat(jdbc.sql("select count(*) from rounds where import_id is not null and case_id = ?")
                        .param(caseId.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from assessments a join rounds r on r.id = a.round_id where r.case_id = ?")
                        .param(caseId.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void textIsReadInThreeEncodingsWithThreeSeparatorsAndCellsOfSeveralLines() {
        var rows = List.of(
                List.of("Ärende nr", "Dag\nför mätning", "Fråga"), List.of("2026-0001", "2026-05-03", "Går bra"));
        record Case(String separator, Charset charset, String mark) {}
        for (var one : List.of(
                new Case(";", Charset.forName("windows-1252"), ""),
                new Case(",", UTF_8, "\uFEFF"),
                new Case(",", UTF_8, ""),
                new Case("\t", UTF_16LE, "\uFEFF"))) {
            var text = one.mark() + ImportExamples.csv(rows, one.separator());
            var grid = TableFile.read(text.getBytes(one.charset()), "");
            assertThat(grid.headings()).as(one.toString()).containsExactly("Ärende nr", "Dag för mätning", "Fråga");
            assertThat(grid.rows()).containsExactly(new Grid.Line(2, rows.get(1)));
            assertThat(grid.detail()).containsExactly(one.charset().displayName(), one.separator());
        }
    }

    private static byte[] workbook(Consumer<Workbook> content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Prov", "1.0")) {
            content.accept(workbook);
        }
        return bytes.toByteArray();
    }

    private static void fill(Worksheet sheet, int from, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                sheet.value(from + row, column, rows.get(row).get(column));
            }
        }
    }

    @Test
    void ofAWorkbookTheLongestSheetIsReadAndATitleAboveItsHeadingsSkipped() throws Exception {
        var rows = List.of(files.headings(place), files.row(place, number, today().toString(), "2"));
        var file = workbook(workbook -> {
            workbook.newWorksheet("Läs mig").value(0, 0, "Så fyller du i");
            var sheet = workbook.newWorksheet("Mätningar");
            sheet.value(0, 0, "Mätningar i Ekby");
            fill(sheet, 2, rows);
            var hidden = workbook.newWorksheet("Listor");
            fill(hidden, 0, List.of(List.of("a", "b"), List.of("c", "d"), List.of("e", "f")));
            hidden.setVisibilityState(VisibilityState.HIDDEN);
        });
        var grid = TableFile.read(file, "");
        assertThat(grid.detail()).containsExactly("Mätningar", "Läs mig");
        assertThat(grid.headings()).isEqualTo(rows.getFirst());
        assertThat(grid.rows()).containsExactly(new Grid.Line(4, rows.getLast()));
        assertThat(TableFile.read(file, "listor").rows()).hasSize(2);
        assertThatThrownBy(() -> TableFile.read(file, "läs mig")).hasMessage("import.file.narrow");
        var path = uploaded(lead(), "mätningar.xlsx", file);
        assertThat(lead().get(path).body()).contains("Arbetsboken har också bladet Läs mig");
    }

    @Test
    void aFormulaThatNobodyHasWorkedOutIsToldAndNotLeftOut() throws Exception {
        var file = workbook(workbook -> {
            var sheet = workbook.newWorksheet("Mätningar");
            fill(sheet, 0, List.of(files.headings(place), files.row(place, number, today().toString(), "2")));
            sheet.formula(1, 2, "1+1");
        });
        assertThat(TableFile.read(file, "").rows().getFirst().cell(2)).isEqualTo("=1+1");
    }

    @Test
    void headingsAreKnownByWhoAnsweredAndByAWordOfTheArea() {
        var headings = List.of("Ärendenr", "Personnr", "Mätdatum", "Ifyllt av", "Mål", "Tilltro", "Kontrollfråga");
        assertThat(new Guess(files.instrument(place), Map.of()).of(List.of("Mätdag", "Vardag")))
                .containsExactly("date", "");
        assertThat(new Guess(files.instrument(place), Map.of()).of(headings))
                .containsExactly("case-number", "identity-number", "date", "respondent", "item:goals", "", "");
    }

    @Test
    void whatWasWrittenComesBackAsTheSameAnswers() {
        var id = idIn("/" + files.tried(place, caseId, true));
        assertThat(id).isNotNull();
        var answers = jdbc.sql(
                        "select distinct unnest(a.answers) from assessments a join rounds r on r.id = a.round_id where"
                                + " r.import_id = ?")
                .param(id.value())
                .query(Integer.class)
                .list();
        assertThat(answers).containsExactly(2);
        var imported = rounds.of(place.lead(), caseId).stream()
                .filter(one -> one.round().marks().imported())
                .toList();
        assertThat(imported).hasSize(1);
        assertThat(imported.getFirst().round().day()).isEqualTo(today());
        assertThat(imported.getFirst().round().revealed(today())).isTrue();
    }

    @Test
    void hostileFilesAreRefusedPlainly() throws Exception {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            for (int megabyte = 0; megabyte < 70; megabyte++) {
                zip.write(new byte[1024 * 1024]);
            }
            zip.closeEntry();
        }
        var other = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(other)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.closeEntry();
        }
        refused(bomb.toByteArray(), "import.file.bomb");
        refused(other.toByteArray(), "import.file.not-excel");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "import.file.locked");
        refused(new byte[] {1, 2, 3, 0, 0, 0}, "import.file.not-table");
        refused("bara rubriker;och inget mer".getBytes(UTF_8), "import.file.empty");
        refused(new byte[TableFile.LARGEST + 1], "import.file.large");
        refused("a;b\n".repeat(Grid.MOST_ROWS + 2).getBytes(UTF_8), "import.file.long");
        var answer = send(lead(), "bomb.xlsx", bomb.toByteArray());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("packar upp till mer");
    }

    private static void refused(byte[] file, String key) {
        assertThatThrownBy(() -> TableFile.read(file, "")).hasMessage(key);
    }

    @Test
    void theSameImportPressedTwiceAtOnceMakesItOnce() throws Exception {
        var id = idIn("/" + files.tried(place, caseId, false));
        try (var hands = Executors.newFixedThreadPool(2)) {
            var both = List.of(
                    hands.submit(() -> imports.make(place.lead(), place.initiative(), id)),
                    hands.submit(() -> imports.make(place.lead(), place.initiative(), id)));
            for (var one : both) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(made(id)).isEqualTo(1);
    }

    private int made(ImportId id) {
        return jdbc.sql("select count(*) from rounds where import_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void whatIsBrokenOffInTheMiddleLeavesNothing() {
        var id = idIn("/" + files.tried(place, caseId, false));
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    imports.make(place.lead(), place.initiative(), id);
                    throw new IllegalStateException("broken off");
                }))
                .hasMessage("broken off");
        assertThat(made(id)).isZero();
        assertThat(imports.see(place.lead(), place.initiative(), id, 0, 1).one().ready())
                .isTrue();
    }

    @Test
    void aSecondFileWithTheSameMeasurementIsTold() {
        files.tried(place, caseId, true);
        var again = idIn("/" + files.tried(place, caseId, false));
        assertThat(imports.see(place.lead(), place.initiative(), again, 0, 9).faults())
                .extracting(Fault::problem)
                .containsExactly("there-already");
    }

    @Test
    void aPersonWithProtectedIdentityIsAsUnknownAsOneWhoDoesNotExist() {
        var hidden = world.aCase(place).protectedIdentity().started();
        jdbc.sql("delete from named_access where staff_id = ?")
                .param(place.lead().id().value())
                .update();
        var known = idIn("/" + files.tried(place, hidden, false));
        assertThat(imports.see(place.lead(), place.initiative(), known, 0, 9).faults())
                .extracting(Fault::problem)
                .containsExactly("case-unknown");
    }

    @Test
    void whatIsStagedIsItsUploadersAloneAndGoneAfterADay() throws Exception {
        var id = idIn("/" + files.staged(place, caseId));
        assertThatThrownBy(() -> imports.see(place.caseworker(), place.initiative(), id, 0, 1))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> imports.see(place.officer(), place.initiative(), id, 0, 1))
                .isInstanceOf(NotFoundException.class);
        clock.later(Duration.ofHours(25), () -> imports.of(place.lead(), place.initiative()));
        assertThat(jdbc.sql("select count(*) from import_rows where import_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aFileOnWhichSomethingHasBeenAgreedIsNotUndone() {
        var id = idIn("/" + files.tried(place, caseId, true));
        var round = rounds.of(place.lead(), caseId).stream()
                .map(Rounds.Offered::round)
                .filter(one -> one.marks().imported())
                .findFirst()
                .orElseThrow();
        new CaseExamples(beans).agreed(place, caseId, round.id());
        assertThat(imports.undo(place.lead(), place.initiative(), id)).isFalse();
        assertThat(made(id)).isEqualTo(1);
        assertThat(lead().get(path() + "/" + id + "/undo").body())
                .contains("en sak")
                .doesNotContain("Ta bort");
    }

    @Test
    void theDatabaseKeepsAllOtherAnswers() {
        var examples = new CaseExamples(beans);
        var other = examples.started(place);
        examples.participantAnswers(examples.baseline(place, other), 2);
        assertThatThrownBy(() -> jdbc.sql(
                                "delete from assessments where round_id in (select id from rounds where case_id = ?)")
                        .param(other.value())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void everyPersonTouchedIsJournaled() {
        files.tried(place, caseId, true);
        assertThat(jdbc.sql("select distinct action from journal where case_id = ? and actor_id = ? and action"
                                + " like '%IMPORT%'")
                        .param(caseId.value())
                        .param(place.lead().id().value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("CHECK_IMPORT", "IMPORT_ROUND");
    }

    @Test
    void theWordsOfTheInstrumentNameAStepToo() {
        var instrument = files.instrument(place);
        var item = instrument.itemsFor(Respondent.PARTICIPANT).getFirst();
        var answers = new Answers(instrument, java.util.Set.of("vet ej"));
        var second = item.wording(Respondent.PARTICIPANT).steps().get(1).in("sv");
        assertThat(answers.read(item, Respondent.PARTICIPANT, second)).isEqualTo(new Answers.Read.Step(2));
        assertThat(answers.read(item, Respondent.PARTICIPANT, "Vet ej")).isEqualTo(new Answers.Read.Step(0));
        assertThat(answers.read(item, Respondent.PARTICIPANT, "3,0")).isEqualTo(new Answers.Read.Step(3));
    }
}
