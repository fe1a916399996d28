package se.framsteg.seal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the journal is sealed.
 *
 * @param sealed whether this program does it
 * @param every how often
 * @param key the secret that seals are made with, at least 32 characters; null if it is to be the one that the installation keeps
 *     in its data folder, which there is for the embedded database alone
 */
@ConfigurationProperties("framsteg.journal")
record SealSettings(
        @DefaultValue("true") boolean sealed,
        @DefaultValue("5m") Duration every,
        @Nullable String key) {
    private static final int SHORTEST_KEY = 32;

    SealSettings {
        key = key == null || key.isBlank() ? null : key.strip();
        if (key != null && key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "framsteg.journal.key must have at least %d characters".formatted(SHORTEST_KEY));
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "sealed=" + sealed + ", every=" + every;
    }
}
