package se.framsteg.statistics.ledger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How ledgers are closed.
 *
 * @param fewest the smallest number of persons, besides none, that anybody who sees no persons may find out about; at least 3, and never off
 * @param patience after how many closing days in vain women and men are told of together
 * @param closing whether this program does it
 * @param every how often it is looked whether a closing day has passed; at most a day
 */
@ConfigurationProperties("framsteg.statistics")
record LedgerSettings(
        @DefaultValue("5") int fewest,
        @DefaultValue("4") int patience,
        @DefaultValue("true") boolean closing,
        @DefaultValue("1h") Duration every) {
    private static final int LEAST = 3;

    LedgerSettings {
        if (fewest < LEAST) {
            throw new IllegalArgumentException("framsteg.statistics.fewest must be at least " + LEAST);
        }
        if (patience < 1) {
            throw new IllegalArgumentException("framsteg.statistics.patience must be at least 1");
        }
        if (every.isNegative() || every.isZero() || every.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("framsteg.statistics.every must be more than nothing and at most a day");
        }
    }
}
