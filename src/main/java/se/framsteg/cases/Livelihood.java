package se.framsteg.cases;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What somebody lives on and how much they work or study.
 *
 * @param hours of work, study or other occupation a week, 0–80 with at most one decimal
 */
public record Livelihood(Optional<IncomeSource> income, Optional<BigDecimal> hours) {
    public static final Livelihood UNKNOWN = new Livelihood(Optional.empty(), Optional.empty());
}
