package se.framsteg.fidelity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import se.framsteg.fidelity.measure.Measured;
import se.framsteg.fidelity.measure.Records;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.ui.Page;

/** How what was worked out is written for readers. */
public final class FidelityWords {
    private static final int FEWEST = 5;

    private final Page page;
    private final NumberFormat numbers;

    private final boolean whole;

    /**
     * @param whole whether what was counted is told as it is: to those who lead the initiative. Others, and paper, are told values and scores, and
     *     counts so roughly that nobody stands out among few
     */
    public FidelityWords(Page page, boolean whole) {
        this.page = page;
        this.whole = whole;
        numbers = NumberFormat.getNumberInstance(Locale.forLanguageTag(page.language()));
        numbers.setMaximumFractionDigits(1);
        numbers.setRoundingMode(RoundingMode.HALF_UP);
    }

    /** A number with one decimal at most. */
    public String number(BigDecimal number) {
        return numbers.format(number);
    }

    /** What was counted, with as many decimals as part-time posts have. */
    private String exact(BigDecimal number) {
        return NumberFormat.getNumberInstance(Locale.forLanguageTag(page.language()))
                .format(number.setScale(2, RoundingMode.HALF_UP));
    }

    /** A month in few letters, such as "mars 26". */
    public String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("MMM yy", Locale.forLanguageTag(page.language())));
    }

    /** The value in its unit, such as "62,5 %" or "18,2 deltagare per heltid". */
    public String value(Measure measure, Measured measured) {
        return measured.value()
                .map(value -> page.t("fidelity.counted", measure.unit()).replace("#", number(value)))
                .orElse(page.t("fidelity.value.none"));
    }

    /** What was divided by what, in words of the measure; empty for those who are told counts roughly. */
    public String raw(Measure measure, Measured measured) {
        if (!whole) {
            return "";
        }
        return page.t("fidelity.raw." + measure.key(), exact(measured.part()), exact(measured.whole()));
    }

    /** How many nobody has told about; empty if there are none. */
    public String blanks(Measure measure, Measured measured) {
        if (measured.blanks() == 0) {
            return "";
        }
        return whole ? page.t("fidelity.blanks." + measure.key(), measured.blanks()) : page.t("fidelity.blanks.some");
    }

    /** What a record was, and of how much. */
    public String detail(Measure measure, Records.Row row) {
        if (measure == Measure.LASTING_SUPPORT) {
            return page.t(
                    "fidelity.window." + row.text(),
                    row.number().map(this::number).orElse(""));
        }
        return row.number()
                .map(number -> row.text() + " " + number(number) + " " + page.t("fidelity.records.number", measure))
                .orElse(row.text());
    }

    /** What else is told beside the value, in one line. */
    public String figures(Measured measured) {
        return measured.figures().stream()
                .map(figure -> page.t("fidelity.figure." + figure.key(), told(figure)))
                .collect(Collectors.joining(" · "));
    }

    /** Counts of people and what they did are told to the nearest five; means and shares are no counts. */
    private String told(Measured.Figure figure) {
        var count = figure.number();
        if (whole || count.scale() > 0 || count.signum() == 0) {
            return number(count);
        }
        return count.intValue() < FEWEST
                ? page.t("fidelity.few")
                : page.t(
                        "fidelity.about",
                        number(BigDecimal.valueOf(FEWEST * Math.round(count.doubleValue() / FEWEST))));
    }
}
