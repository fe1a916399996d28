package se.framsteg.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.framsteg.demo.TestIdentityNumbers;
import se.framsteg.shared.IdentityNumber;
import se.framsteg.shared.Time;
import se.framsteg.testing.Visitor;

class DemoIT {
    private static final Pattern TEAM =
            Pattern.compile("name=\"initiative\" value=\"([^\"]+)\"> <span>Individsamverkansteam");
    private static final Map<String, String> DEMO = Map.of("FRAMSTEG_DEMO_ENABLED", "true");

    @Test
    void theInventedPeopleAreAsManyAndFareAsInTheSources(@TempDir Path folder) throws Exception {
        try (var program = Program.start(folder, DEMO)) {
            program.awaitOutput("ledare@ekby.example");
            try (var database = Program.database(folder)) {
                assertThat(count(database, "select count(*) from cases")).isEqualTo(228 + 25 + 3);
                assertThat(count(database, """
                    select count(*) from cases where outcome in ('WORK', 'SUBSIDISED_WORK', 'STUDY')
                    """))
                        .as("15 % of 228 and 40 % of 25")
                        .isEqualTo(34 + 10);
                assertThat(count(database, "select count(*) from teams")).isEqualTo(5);
                assertThat(count(database, """
                    select 100 * count(*) / 253 from (select from assignments group by case_id having count(*) > 1) as changed
                    """))
                        .as("per cent with a change of caseworker")
                        .isBetween(25, 50);
                assertThat(count(database, "select count(*) from assessments where 0 = any(answers)"))
                        .isPositive();
                assertOnlyTestNumbers(database);
                FidelityBySql.assertSame(program, database);
                var told = ToldStatistics.to(
                        new Visitor(program.port()).signIn("ingrid@kansli.example", "stegvis-framat"));
                StatisticsBySql.assertSame(program.port(), told, database);
                DifferencesTellNobody.assertSo(told);
                ReportBySql.assertSame(program.port(), database);
                OfficersSeeNobody.assertSo(program.port(), database);
            }
            assertTheOfficeIsToldOfTheTeams(program);
            assertTheReviewFindsTheSnoop(program);
            assertThereIsSomethingToDisposeOf(program);
        }
        assertTheLargePopulationIsFilledUp(folder, 1_200, 1_200);
        assertTheLargePopulationIsFilledUp(folder, 1_000, 1_200);
        try (var forReal = Program.launch(folder, Map.of())) {
            assertThat(forReal.awaitExit()).isNotZero();
            assertThat(forReal.output()).contains("holds the demo population").doesNotContain("\tat ");
        }
    }

    private static void assertTheLargePopulationIsFilledUp(Path folder, int wanted, int expected) throws Exception {
        var settings = Map.of("FRAMSTEG_DEMO_ENABLED", "true", "FRAMSTEG_DEMO_PERSONS", Integer.toString(wanted));
        try (var program = Program.start(folder, settings)) {
            program.awaitOutput("ledare@ekby.example");
            try (var database = Program.database(folder)) {
                assertThat(count(database, """
                    select count(*) from cases c join associations a on a.id = c.association_id
                    where a.name like 'Samordningsförbundet Stordal%'
                    """)).isEqualTo(expected);
                for (var table : List.of("activities", "notes", "agreements", "employments")) {
                    assertThat(count(database, """
                        select count(*) from %s t join associations a on a.id = t.association_id
                        where a.name like 'Samordningsförbundet Stordal%%'
                        """.formatted(table))).as(table).isPositive();
                }
                assertThat(count(database, """
                    select count(*) from case_numbers n where last <> (select count(*) from cases c
                      where c.association_id = n.association_id and c.number like n.year || '-%')
                    """))
                        .as("years in which a case number is missing or given twice")
                        .isZero();
            }
        }
    }

    /** On the page of statistics the association’s office chooses the five teams. */
    private static void assertTheOfficeIsToldOfTheTeams(Program program) {
        var officer = new Visitor(program.port()).signIn("ingrid@kansli.example", "stegvis-framat");
        var teams = TEAM.matcher(officer.get("/statistics").body())
                .results()
                .map(team -> "initiative=" + team.group(1))
                .toList();
        assertThat(teams).hasSize(5);
        var told =
                officer.get("/statistics?span=ALL&" + String.join("&", teams)).body();
        assertThat(told).contains("34 av de 228 som har startat", ": 15 procent");
    }

    /** The administrator's review of the last month finds the lead who looked late one evening. */
    private static void assertTheReviewFindsTheSnoop(Program program) {
        var today = LocalDate.now(Time.SWEDEN);
        var administrator = new Visitor(program.port()).signIn("admin@ekby.example", "stegvis-framat");
        var period = Map.of(
                "from",
                today.minusDays(31).toString(),
                "to",
                today.toString(),
                "sample",
                "5",
                "many",
                "15",
                "seed",
                "1");
        var made = administrator.post("/log-review/new", period);
        var path =
                URI.create(made.headers().firstValue("Location").orElseThrow()).getPath();
        assertThat(administrator.get(path + "?show=FAMILY_NAME").body())
                .contains("Sixten", "Många på kort tid", "Efter avslut", "Utanför arbetstid");
    }

    private static void assertThereIsSomethingToDisposeOf(Program program) {
        var administrator = new Visitor(program.port()).signIn("admin@ekby.example", "stegvis-framat");
        assertThat(administrator.get("/settings/retention").body())
                .contains("Ärenden på listan: 3.", "godkänner att aktualiseringarna gallras (2)");
    }

    private static void assertOnlyTestNumbers(Connection database) throws SQLException {
        var published = TestIdentityNumbers.published().all().stream()
                .map(IdentityNumber::value)
                .collect(Collectors.toSet());
        var used = new HashSet<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "select identity_number from participants where identity_kind in ('PERSONAL',"
                                + " 'COORDINATION')")) {
            while (rows.next()) {
                assertThat(used.add(rows.getString(1)))
                        .as("two persons with one number")
                        .isTrue();
            }
        }
        assertThat(published).containsAll(used);
    }

    private static int count(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
