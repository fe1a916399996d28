package se.framsteg.economy.amount;

import java.math.BigDecimal;
import java.util.Optional;
import se.framsteg.ui.Fields;

/**
 * Reads kronor and shares as people type them: 1 200 000, 12,5. What is wrong is told at its field; 0 stands in then, as elsewhere in {@link
 * Fields}.
 */
public final class TypedNumbers {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Fields fields;

    public TypedNumbers(Fields fields) {
        this.fields = fields;
    }

    /** Whole kronor, from 0; must be there. */
    public BigDecimal kronor(String field, long highest) {
        var text = bare(field, "kr");
        if (text.isEmpty()) {
            fields.fail(field, "economy.kronor.required");
        } else if (text.matches("-\\d+")) {
            fields.fail(field, "economy.kronor.negative");
        } else if (!text.matches("\\d{1,15}")) {
            fields.fail(field, "economy.kronor.digits");
        } else if (Long.parseLong(text) > highest) {
            fields.fail(field, "economy.kronor.high", highest);
        } else {
            return new BigDecimal(text);
        }
        return BigDecimal.ZERO;
    }

    /** A share typed in per cent, 0–100 with at most one decimal, as 0–1; must be there. */
    public BigDecimal share(String field) {
        return share(field, 100);
    }

    /** @param highest in per cent */
    public BigDecimal share(String field, int highest) {
        var text = bare(field, "%").replace(',', '.');
        if (text.isEmpty()) {
            fields.fail(field, "economy.share.required");
        } else if (text.matches("-\\d+(\\.\\d+)?")) {
            fields.fail(field, "economy.share.negative");
        } else if (!text.matches("\\d{1,6}(\\.\\d)?")) {
            fields.fail(field, "economy.share.digits");
        } else if (new BigDecimal(text).compareTo(BigDecimal.valueOf(highest)) > 0) {
            fields.fail(field, "economy.share.high", highest);
        } else {
            return new BigDecimal(text).divide(HUNDRED);
        }
        return BigDecimal.ZERO;
    }

    /** Three kronor fields: the name and Low, Likely or High after it. */
    public Optional<Range> kronorRange(String field, long highest) {
        return inOrder(
                field,
                kronor(field + "Low", highest),
                kronor(field + "Likely", highest),
                kronor(field + "High", highest));
    }

    /** Three shares: the name and Low, Likely or High after it. */
    public Optional<Range> shareRange(String field) {
        return inOrder(field, share(field + "Low"), share(field + "Likely"), share(field + "High"));
    }

    private Optional<Range> inOrder(String field, BigDecimal low, BigDecimal likely, BigDecimal high) {
        for (var end : new String[] {"Low", "Likely", "High"}) {
            if (fields.problem(field + end).isPresent()) {
                return Optional.empty();
            }
        }
        if (low.compareTo(likely) > 0) {
            fields.fail(field + "Low", "economy.low-over-likely");
        }
        if (likely.compareTo(high) > 0) {
            fields.fail(field + "High", "economy.high-under-likely");
        }
        return low.compareTo(likely) > 0 || likely.compareTo(high) > 0
                ? Optional.empty()
                : Optional.of(new Range(low, likely, high));
    }

    /** A share as it is typed: 12,5 for 0.125. */
    public static String typed(BigDecimal share) {
        return Fields.decimal(Optional.of(share.multiply(HUNDRED)));
    }

    /** Without blanks of any kind and the unit after it; all dashes are minus. */
    private String bare(String field, String unit) {
        return fields.text(field, 50)
                .replaceAll("[\\s\\p{Z}]", "")
                .replaceAll("[\\p{Pd}\u2212]", "-")
                .replaceAll(unit + "$", "");
    }
}
