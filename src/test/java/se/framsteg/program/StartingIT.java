package se.framsteg.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.framsteg.database.DataFolder;
import se.framsteg.database.EmbeddedPostgres;
import se.framsteg.testing.Visitor;

class StartingIT {
    private static final Pattern SET_UP_LINK = Pattern.compile("http://localhost:\\d+(/set-up/\\S+)");

    @Test
    void anEmptyInstallationIsSetUpOnceWithTheLinkThatItPrints(@TempDir Path folder) {
        try (var program = Program.start(folder, Map.of())) {
            program.awaitOutput("/set-up/");
            var link = setUpLink(program);
            var visitor = new Visitor(program.port());
            assertThat(visitor.get("/sign-in").body()).doesNotContain("demo");
            assertThat(visitor.get(link).statusCode()).isEqualTo(200);

            var made = visitor.post(link, firstAccount());

            assertThat(made.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
            assertThat(new Visitor(program.port()).get(link).body()).contains("Länken gäller inte");
            assertThat(visitor.signIn("anna@prov.example").get("/").statusCode())
                    .isEqualTo(200);
        }
    }

    private static Map<String, String> firstAccount() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("association", "Samordningsförbundet Prov");
        fields.put("organisation", "Provstads kommun");
        fields.put("kind", "KOMMUN");
        fields.put("name", "Anna Administratör");
        fields.put("email", "anna@prov.example");
        fields.put("password", se.framsteg.testing.World.PASSWORD);
        fields.put("repeated", se.framsteg.testing.World.PASSWORD);
        return fields;
    }

    @Test
    void healthSaysUpAndNoOtherActuatorPageIsOpen(@TempDir Path folder) {
        try (var program = Program.start(folder, Map.of())) {
            assertThat(program.get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
            for (var page : new String[] {"", "/env", "/info", "/beans", "/heapdump", "/health/db", "/loggers"}) {
                assertThat(program.get("/actuator" + page).statusCode())
                        .as(page)
                        .isIn(302, 404);
            }
        }
    }

    @Test
    void aSecondProgramOnTheSameDataFolderIsRefusedWithAClearSentence(@TempDir Path folder) throws Exception {
        try (var first = Program.start(folder, Map.of());
                var second = Program.launch(folder, Map.of())) {
            assertThat(second.awaitExit()).isNotZero();
            assertThat(second.output())
                    .contains(folder.resolve("data").toString())
                    .contains("FRAMSTEG_DATA_DIR")
                    .doesNotContain("\tat ");
            assertThat(first.get("/actuator/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anotherPostgresqlIsUsedWhenOneIsNamedAndNoneIsStarted(@TempDir Path folder, @TempDir Path elsewhere)
            throws Exception {
        try (var database = EmbeddedPostgres.start(new DataFolder(elsewhere.toString()))) {
            var settings = Map.of(
                    "SPRING_DATASOURCE_URL", database.application().url(),
                    "SPRING_DATASOURCE_USERNAME", database.application().user(),
                    "SPRING_DATASOURCE_PASSWORD", database.application().password(),
                    "SPRING_FLYWAY_USER", database.owner().user(),
                    "SPRING_FLYWAY_PASSWORD", database.owner().password());
            try (var program = Program.start(folder, settings)) {
                program.awaitOutput("/set-up/");
                assertThat(program.get(setUpLink(program)).statusCode()).isEqualTo(200);
                assertThat(Files.exists(folder.resolve("data"))).isFalse();
                try (var connection = DriverManager.getConnection(
                                database.application().url(),
                                database.application().user(),
                                database.application().password());
                        var links = connection.createStatement().executeQuery("select count(*) from one_time_links")) {
                    links.next();
                    assertThat(links.getInt(1)).isOne();
                }
            }
        }
    }

    private static String setUpLink(Program program) {
        var link = SET_UP_LINK.matcher(program.output());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
