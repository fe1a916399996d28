package se.framsteg.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.access.Asking;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Item;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.cases.Cases;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.ImportId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

/** Files of measurements, and imports of them made through the door. */
public final class ImportExamples {
    private final Imports imports;
    private final Cases cases;
    private final InitiativeRegister initiatives;
    private final InstrumentLibrary library;
    private final OwnerSql jdbc;
    private final Asking asking;
    private final Clock clock;

    public ImportExamples(ListableBeanFactory beans) {
        this.imports = beans.getBean(Imports.class);
        this.cases = beans.getBean(Cases.class);
        this.initiatives = beans.getBean(InitiativeRegister.class);
        this.library = beans.getBean(InstrumentLibrary.class);
        this.jdbc = beans.getBean(OwnerSql.class);
        this.asking = beans.getBean(Asking.class);
        this.clock = beans.getBean(Clock.class);
    }

    /** A file about this case, read in by the place's lead. */
    public String staged(World.Place place, CaseId caseId) {
        var rows = List.of(
                headings(place), row(place, number(caseId), LocalDate.now(clock).toString(), "2"));
        return upload(place, rows).toString();
    }

    /** The same, tried and found good; made too if wished. */
    public String tried(World.Place place, CaseId caseId, boolean made) {
        var id = ImportId.of(staged(place, caseId));
        if (made) {
            make(place, id);
        } else {
            check(place, id);
        }
        return id.toString();
    }

    /** A measurement a day of the participant, up to today, with the steps of the scale in turn. */
    public void daily(World.Place place, CaseId caseId, int days) {
        var today = LocalDate.now(clock);
        var highest = instrument(place).highest();
        var rows = new ArrayList<List<String>>();
        rows.add(headings(place));
        for (int day = 0; day < days; day++) {
            var on = today.minusDays(day).toString();
            rows.add(row(place, number(caseId), on, Integer.toString(1 + day % highest)));
        }
        make(place, upload(place, rows));
    }

    private ImportId upload(World.Place place, List<List<String>> rows) {
        var grid = TableFile.read(csv(rows, ";").getBytes(UTF_8), "");
        return imports.upload(place.lead(), place.initiative(), instrumentId(place), "prov.csv", grid);
    }

    private void check(World.Place place, ImportId id) {
        var meanings = imports.guess(place.lead(), place.initiative(), id);
        imports.check(
                place.lead(), place.initiative(), id, new Mapping(meanings, Optional.of(Respondent.PARTICIPANT), ""));
    }

    private void make(World.Place place, ImportId id) {
        check(place, id);
        if (!imports.make(place.lead(), place.initiative(), id)) {
            throw new IllegalStateException("the example has faults");
        }
    }

    String number(CaseId caseId) {
        return asking.byInstallation(() -> cases.facts(caseId)).orElseThrow().number();
    }

    InstrumentId instrumentId(World.Place place) {
        return initiatives.find(place.initiative()).orElseThrow().plan().instrument();
    }

    Instrument instrument(World.Place place) {
        return library.get(instrumentId(place));
    }

    /** Case number, day, and the participant's questions by their keys. */
    List<String> headings(World.Place place) {
        var headings = new ArrayList<>(List.of("Ärendenummer", "Datum"));
        instrument(place).itemsFor(Respondent.PARTICIPANT).stream()
                .map(Item::key)
                .forEach(headings::add);
        return headings;
    }

    /** A row with the same answer to every question. */
    List<String> row(World.Place place, String number, String day, String answer) {
        var row = new ArrayList<>(List.of(number, day));
        instrument(place).itemsFor(Respondent.PARTICIPANT).forEach(_ -> row.add(answer));
        return row;
    }

    static String csv(List<List<String>> rows, String separator) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell.contains(separator) || cell.contains("\n") ? '"' + cell + '"' : cell)
                        .collect(Collectors.joining(separator)))
                .collect(Collectors.joining("\r\n"));
    }

    /** A real workbook: numbers as numbers, whole days as days, the rest as text. */
    static byte[] excel(List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Prov", "1.0")) {
            var sheet = workbook.newWorksheet("Mätningar");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    var text = rows.get(row).get(column);
                    if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                        sheet.value(row, column, LocalDate.parse(text));
                        sheet.style(row, column).format("yyyy-mm-dd").set();
                    } else if (text.matches("\\d{1,6}")) {
                        sheet.value(row, column, Integer.parseInt(text));
                    } else if (!text.isEmpty()) {
                        sheet.value(row, column, text);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** How much there is of everything that an import makes. */
    List<Integer> counts() {
        return jdbc.sql("select (select count(*) from rounds), (select count(*) from assessments)")
                .query((row, i) -> List.of(row.getInt(1), row.getInt(2)))
                .single();
    }
}
