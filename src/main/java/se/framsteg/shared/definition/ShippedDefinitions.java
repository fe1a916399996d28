package se.framsteg.shared.definition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.shared.Id;

/**
 * Publishes the definitions that ship with Framsteg, unless their key and version are already there. A file that has been edited under the
 * same key and version changes nothing: what is published is immutable.
 */
@Component
public class ShippedDefinitions {
    private final ResourcePatternResolver files;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ShippedDefinitions(ResourcePatternResolver files, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.files = files;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Publishes each file of a folder of the program's resources, all or none. */
    public void each(String folder, Consumer<String> publishing) {
        transaction.executeWithoutResult(_ -> definitions(folder).forEach(publishing));
    }

    private List<String> definitions(String folder) {
        try {
            return Arrays.stream(files.getResources("classpath*:" + folder + "/*.yaml"))
                    .map(ShippedDefinitions::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Publishes a definition. Two nodes that start at the same time publish it once.
     *
     * @param table where published definitions of its kind are kept, with id, key, version, state, definition and published_at
     */
    public void publish(String table, String key, int version, String definition) {
        jdbc.sql("""
            insert into %s (id, key, version, state, definition, published_at)
            values (:id, :key, :version, 'PUBLISHED', :definition, :now)
            on conflict do nothing\
            """.formatted(table))
                .param("id", Id.next())
                .param("key", key)
                .param("version", version)
                .param("definition", definition)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
