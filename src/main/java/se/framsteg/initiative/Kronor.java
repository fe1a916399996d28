package se.framsteg.initiative;

import java.util.Optional;
import java.util.regex.Pattern;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** Money in whole kronor, never less than none, as people write and read it. */
public final class Kronor {
    /** More than the state spends in a month: a slip of the pen. */
    private static final long MOST = 100_000_000_000L;

    private static final Pattern WHOLE = Pattern.compile("\\d{1,12}");

    private Kronor() {}

    /** Reads an amount that may be missing: 1250000, 1 250 000 or 1 250 000 kr. */
    public static Optional<Long> read(Fields fields, String field) {
        var plain = fields.value(field).replaceAll("[\\s\\p{Z}]", "").replaceFirst("(?i)(kr|kronor|sek)$", "");
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        if (plain.startsWith("-") || plain.startsWith("\u2212")) {
            fields.fail(field, "affairs.kronor.negative");
        } else if (!WHOLE.matcher(plain).matches() || Long.parseLong(plain) > MOST) {
            fields.fail(field, "affairs.kronor.whole");
        } else {
            return Optional.of(Long.parseLong(plain));
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException if there can't be so much or little */
    public static void require(long amount) {
        if (amount < 0 || amount > MOST) {
            throw new IllegalArgumentException("no such amount");
        }
    }

    /** The amount for people: 1 250 000 kr, never broken over lines. */
    public static String of(Page page, long amount) {
        return page.t("affairs.kronor", page.number(amount));
    }

    /** The amount as it stands in a form. */
    public static String typed(Optional<Long> amount) {
        return amount.map(some ->
                        String.format(java.util.Locale.ROOT, "%,d", some).replace(',', ' '))
                .orElse("");
    }
}
