package se.framsteg.fidelity.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.shared.definition.Reading;

/**
 * Publishes the scales that ship with Framsteg, when it starts, unless their key and version are already there. A
 * file that has been edited under the same key and version changes nothing: a published scale is immutable.
 */
@Component
class ShippedScales implements InitializingBean {
    private final ResourcePatternResolver files;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ShippedScales(ResourcePatternResolver files, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.files = files;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** As early as this, so that whoever sets up or fills the installation finds them. */
    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(_ -> definitions().forEach(this::publish));
    }

    private List<String> definitions() {
        try {
            return Arrays.stream(files.getResources("classpath*:fidelity/*.yaml"))
                    .map(ShippedScales::text)
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

    /** Two nodes that start at the same time publish it once. */
    void publish(String definition) {
        switch (ScaleReader.read(definition)) {
            case Reading.Faulty<Scale>(var problems) ->
                throw new IllegalStateException("a shipped scale is faulty: " + problems);
            case Reading.Whole<Scale>(var scale) ->
                jdbc.sql("""
                    insert into fidelity_scales (id, key, version, state, definition, published_at)
                    values (:id, :key, :version, 'PUBLISHED', :definition, :now)
                    on conflict do nothing\
                    """)
                        .param("id", ScaleId.create().value())
                        .param("key", scale.key())
                        .param("version", scale.version())
                        .param("definition", definition)
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update();
        }
    }
}
