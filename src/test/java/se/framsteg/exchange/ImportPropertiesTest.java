package se.framsteg.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.demo.TestIdentityNumbers;
import se.framsteg.shared.ImportId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

/** Of random tables, through the door and in the database: the rows with faults are told, all is made or nothing, and undone whole. */
@FramstegTest
class ImportPropertiesTest {
    private static final int TRIES = 25;
    /** What tells that a file was there, or who is signed in, and so changes whatever is imported. */
    private static final List<String> RECORDS = List.of(
            "journal",
            "imports",
            "import_rows",
            "import_faults",
            "import_columns",
            "spring_session",
            "spring_session_attributes",
            "scheduled_tasks");

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private TestClock clock;

    @Autowired
    private Imports imports;

    @Autowired
    private OwnerSql jdbc;

    @Test
    void allOrNothingIsMadeAndUndoingLeavesTheDatabaseAsItWas() {
        var files = new ImportExamples(beans);
        var place = world.place();
        var today = LocalDate.now((Clock) clock);
        var numbers = TestIdentityNumbers.published().women();
        var subjects = List.of(0, 1).stream()
                .map(i -> {
                    var from = today.minusDays(200L + i);
                    var id = new CaseExamples(beans).started(place, from, Optional.of(numbers.get(i)));
                    return new RandomTable.Subject(
                            files.number(id), numbers.get(i).display(), from);
                })
                .toList();
        var before = everything();
        var tables = RandomTable.tables(subjects, files.instrument(place), today);
        JqwikSession.run(() -> tables.sampleStream().limit(TRIES).forEach(table -> {
            through(table, place, files);
            assertThat(everything()).as(table.toString()).isEqualTo(before);
        }));
    }

    private void through(RandomTable table, World.Place place, ImportExamples files) {
        var lead = place.lead();
        var before = files.counts();
        var id = staged(table, place, files);
        imports.check(lead, place.initiative(), id, table.mapping(files.instrument(place)));
        assertThat(imports.see(lead, place.initiative(), id, 0, 1_000).faults().stream()
                        .map(fault -> new RandomTable.Wrong(fault.row(), fault.problem()))
                        .toList())
                .as(table.toString())
                .isEqualTo(table.wrong());
        assertThat(imports.make(lead, place.initiative(), id))
                .isEqualTo(table.wrong().isEmpty());
        var sheets = table.wrong().isEmpty() ? table.rows().size() - 1 : 0;
        assertThat(files.counts().getLast() - before.getLast()).isEqualTo(sheets);
        if (table.wrong().isEmpty()) {
            assertThat(imports.undo(lead, place.initiative(), id)).isTrue();
        }
    }

    private ImportId staged(RandomTable table, World.Place place, ImportExamples files) {
        var grid = TableFile.read(ImportExamples.csv(table.rows(), ";").getBytes(UTF_8), "");
        return imports.upload(place.lead(), place.initiative(), files.instrumentId(place), "prov.csv", grid);
    }

    /** What stands in every table, as a sum. */
    private Map<String, String> everything() {
        var sums = new HashMap<String, String>();
        for (var table : jdbc.sql("""
            select table_name from information_schema.tables
            where table_schema = current_schema() and table_type = 'BASE TABLE'\
            """).query((row, _) -> row.getString(1)).list()) {
            if (!RECORDS.contains(table)) {
                sums.put(table, sum(table));
            }
        }
        return sums;
    }

    private String sum(String table) {
        return jdbc.sql("select md5(coalesce(string_agg(cast(t as text), '|' order by cast(t as text)), '')) from "
                        + table + " t")
                .query(String.class)
                .single();
    }
}
