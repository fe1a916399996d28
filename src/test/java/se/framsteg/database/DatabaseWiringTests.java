package se.framsteg.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the application gets its database, its own or one that is named. */
class DatabaseWiringTests {

    @TempDir
    static Path folder;

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class,
                    FlywayAutoConfiguration.class))
            .withUserConfiguration(Room.class)
            .withPropertyValues("spring.flyway.locations=classpath:se/framsteg/database/migration");

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DataFolder.class)
    @Import({EmbeddedDatabaseConfiguration.class, MigrationConfiguration.class})
    static class Room {}

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class Program extends Room {}

    @Test
    void theOwnerMigratesAndTheApplicationGetsWhatWasGranted() {
        runner.withPropertyValues("framsteg.data-dir=" + folder.resolve("own")).run(context -> {
            var sql = context.getBean(JdbcClient.class);
            assertThat(text(sql, "SELECT current_user")).isEqualTo("framsteg_app");
            assertThat(text(sql, "SELECT tableowner FROM pg_tables WHERE tablename = 'granted'"))
                    .isEqualTo("framsteg_owner");
            sql.sql("INSERT INTO granted VALUES ('word')").update();
            assertThatThrownBy(() -> text(sql, "SELECT word FROM withheld")).hasMessageContaining("bad SQL");
        });
    }

    @Test
    void thePoolIsClosedBeforeTheDatabaseStops() {
        var data = folder.resolve("own");
        var ends = new Ends();
        runner.withPropertyValues("framsteg.data-dir=" + data)
                .withInitializer(context -> context.getBeanFactory().addBeanPostProcessor(ends))
                .run(context -> assertThat(context.getBean(DataSource.class).getConnection())
                        .isNotNull());
        assertThat(ends.order).containsSubsequence("dataSource", "embeddedPostgres");
        assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    /** Notes in which order Spring ends the beans. */
    private static final class Ends implements DestructionAwareBeanPostProcessor {
        private final List<String> order = new ArrayList<>();

        @Override
        public void postProcessBeforeDestruction(Object bean, String name) {
            order.add(name);
        }
    }

    @Test
    void aNamedDatabaseIsUsedAsItIsAndNoFolderMade() {
        try (var elsewhere = EmbeddedPostgres.start(
                new DataFolder(folder.resolve("elsewhere").toString()))) {
            var unused = folder.resolve("unused");
            runner.withPropertyValues(
                            "framsteg.data-dir=" + unused,
                            "spring.datasource.url=" + elsewhere.application().url(),
                            "spring.datasource.username=framsteg_app",
                            "spring.datasource.password="
                                    + elsewhere.application().password(),
                            "spring.flyway.user=framsteg_owner",
                            "spring.flyway.password=" + elsewhere.owner().password())
                    .run(context -> {
                        assertThat(context).doesNotHaveBean(EmbeddedPostgres.class);
                        var sql = context.getBean(JdbcClient.class);
                        assertThat(text(sql, "SELECT current_user")).isEqualTo("framsteg_app");
                        sql.sql("INSERT INTO granted VALUES ('word')").update();
                        assertThat(unused).doesNotExist();
                    });
        }
    }

    @Test
    void aNamedDatabaseWithoutAUserIsRefusedInWords() {
        runner.withPropertyValues("spring.datasource.url=jdbc:postgresql://localhost:1/framsteg")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("nothing says as whom to connect"));
    }

    @Test
    void anEmptyUrlNamesNoDatabase() {
        runner.withPropertyValues("framsteg.data-dir=" + folder.resolve("own"), "spring.datasource.url=")
                .run(context -> assertThat(context).hasSingleBean(EmbeddedPostgres.class));
    }

    @Test
    void theFolderComesFromTheEnvironmentAndIsBesideTheProgramOtherwise() {
        new ApplicationContextRunner()
                .withUserConfiguration(OnlyFolder.class)
                .run(context -> assertThat(context.getBean(DataFolder.class).path())
                        .isEqualTo(Path.of("data").toAbsolutePath()));
        new ApplicationContextRunner()
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "test-systemEnvironment", Map.of("FRAMSTEG_DATA_DIR", "/srv/framsteg"))))
                .withUserConfiguration(OnlyFolder.class)
                .run(context ->
                        assertThat(context.getBean(DataFolder.class).path()).isEqualTo(Path.of("/srv/framsteg")));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DataFolder.class)
    static class OnlyFolder {}

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void theOperatorReadsASentenceAndNoStackTrace(CapturedOutput output) {
        var data = folder.resolve("own");
        try (var first = EmbeddedPostgres.start(new DataFolder(data.toString()))) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> new SpringApplicationBuilder(Program.class)
                            .web(WebApplicationType.NONE)
                            .properties("framsteg.data-dir=" + data)
                            .run())
                    .hasRootCauseInstanceOf(DatabaseUnavailable.class);
        }
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("The data folder " + data + " is already in use by process")
                .contains("Stop the other program, or give this one a folder of its own with FRAMSTEG_DATA_DIR.")
                .doesNotContain("\tat ");
    }

    private static String text(JdbcClient sql, String query) {
        return sql.sql(query).query(String.class).single();
    }
}
