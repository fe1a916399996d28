package se.framsteg.seal;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.util.StringUtils;
import se.framsteg.access.Asking;
import se.framsteg.database.DataFolder;
import se.framsteg.database.DatabaseUnavailable;
import se.framsteg.shared.Time;
import se.framsteg.ui.Language;
import se.framsteg.ui.Texts;

/**
 * {@code java -jar framsteg.jar --check-journal}: checks the journal against its seals and tells what was found, in Swedish and
 * English. Starts nothing else: no pages, no jobs, no migration, no set-up.
 */
public final class CheckStart {
    private static final String CHECK = "--check-journal";
    private static final String LAST_SEAL = "--last-seal=";
    private static final int HOLDS = 0;
    private static final int BROKEN = 1;

    private final PrintStream out;
    private final List<Texts> languages;

    private CheckStart(PrintStream out, MessageSource messages) {
        this.out = out;
        this.languages =
                List.of(new Texts(messages, Language.SWEDISH.locale()), new Texts(messages, Language.ENGLISH.locale()));
    }

    /** Only what the check needs. */
    @ComponentScan("se.framsteg.database")
    @ConfigurationPropertiesScan({"se.framsteg.database", "se.framsteg.seal"})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @Import({Time.class, Asking.class, SealTable.class, Blocks.class, Safe.class, JournalCheck.class})
    static final class NothingElse {}

    /** Only the texts, for what is told when the rest could not be started. */
    @ImportAutoConfiguration(MessageSourceAutoConfiguration.class)
    static final class TextsAlone {}

    /** Whether a program that is started so is to check the journal and nothing else. */
    public static boolean isAskedFor(String[] arguments) {
        return Arrays.asList(arguments).contains(CHECK);
    }

    /** @return what the program exits with: 0 if everything holds, otherwise 1 */
    public static int run(String[] arguments, PrintStream out) {
        try (var texts = start(TextsAlone.class, arguments)) {
            var check = new CheckStart(out, texts);
            var written = Arrays.stream(arguments)
                    .filter(argument -> argument.startsWith(LAST_SEAL))
                    .map(argument -> argument.substring(LAST_SEAL.length()))
                    .findFirst();
            if (written.isPresent() && LastSeal.read(written.get()).isEmpty()) {
                check.tell("seal.check.no-such-seal");
                return BROKEN;
            }
            return check.run(arguments, texts, written.flatMap(LastSeal::read));
        }
    }

    private static ConfigurableApplicationContext start(Class<?> what, String[] arguments) {
        var application = new SpringApplication(what);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        // Why it could not start is told by the check itself.
        application.setDefaultProperties(Map.of(
                "logging.level.org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter", "off",
                "logging.level.org.springframework.boot.SpringApplication", "off",
                "logging.level.org.springframework.context.annotation.AnnotationConfigApplicationContext", "off"));
        return application.run(arguments);
    }

    private int run(String[] arguments, ConfigurableApplicationContext texts, Optional<LastSeal> written) {
        var url = texts.getEnvironment().getProperty("spring.datasource.url");
        var folder = new DataFolder(texts.getEnvironment().getProperty("framsteg.data-dir", "./data"));
        if (!StringUtils.hasText(url) && !folder.holdsDatabase()) {
            tell("seal.check.no-database", folder.path().toString());
            return BROKEN;
        }
        try (var program = start(NothingElse.class, arguments)) {
            if (!program.getBean(SealTable.class).exists()) {
                tell("seal.check.not-migrated");
                return BROKEN;
            }
            return told(program.getBean(JournalCheck.class).check(written));
        } catch (RuntimeException e) {
            return unavailable(e);
        }
    }

    private int unavailable(RuntimeException fault) {
        var unavailable = find(DatabaseUnavailable.class, fault);
        if (unavailable == null && find(DataAccessException.class, fault) == null) {
            throw fault;
        }
        tell("seal.check.unavailable");
        out.println(
                unavailable == null
                        ? NestedExceptionUtils.getMostSpecificCause(fault).getMessage()
                        : unavailable.getMessage());
        return BROKEN;
    }

    private static <T extends Throwable> @Nullable T find(Class<T> kind, Throwable fault) {
        for (@Nullable Throwable next = fault; next != null; next = next.getCause()) {
            if (kind.isInstance(next)) {
                return kind.cast(next);
            }
        }
        return null;
    }

    private int told(JournalCheck.Result found) {
        languages.forEach(language -> told(found, language));
        return found.broken().isEmpty() && !found.nothingSealed() ? HOLDS : BROKEN;
    }

    private void told(JournalCheck.Result found, Texts language) {
        out.println(language.of("seal.check.holds", found.blocks(), found.rows()));
        found.last().ifPresent(last -> out.println(language.of("seal.check.last", last)));
        out.println(found.kept()
                .map(kept -> language.of("seal.check.kept", kept))
                .orElseGet(() -> language.of("seal.check.kept.none")));
        var waiting = found.waiting();
        waiting.since()
                .ifPresent(since ->
                        out.println(language.of("seal.check.waiting", waiting.rows(), language.moment(since))));
        out.println(found.broken()
                .map(broken -> broken.told(language))
                .orElseGet(() -> language.of(found.nothingSealed() ? "seal.check.nothing" : "seal.check.good")));
    }

    private void tell(String key, Object... arguments) {
        languages.forEach(language -> out.println(language.of(key, arguments)));
    }
}
