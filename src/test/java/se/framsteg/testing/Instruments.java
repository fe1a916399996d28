package se.framsteg.testing;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sees to it that there is an instrument to measure with. */
public final class Instruments {
    private Instruments() {}

    public static void ensureOne(JdbcClient jdbc) {
        jdbc.sql("""
            insert into instruments (id, key, version, state, definition, published_at)
            select :id, 'prov', 1, 'PUBLISHED', '{}', now()
            where not exists (select from instruments where state = 'PUBLISHED') on conflict do nothing\
            """).param("id", UUID.randomUUID()).update();
    }
}
