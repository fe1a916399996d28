package se.framsteg.economy.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import se.framsteg.economy.amount.Range;
import se.framsteg.economy.amount.TypedNumbers;
import se.framsteg.ui.Texts;

/** Kronor and shares in words. Results are told to the nearest thousand: more figures would promise more than anybody knows. */
public final class CalculationWords {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final Texts texts;

    public CalculationWords(Texts texts) {
        this.texts = texts;
    }

    /** A result, to the nearest thousand. */
    public String kronor(BigDecimal amount) {
        return exact(amount.divide(THOUSAND, 0, RoundingMode.HALF_UP).multiply(THOUSAND));
    }

    /** What was typed, as it is. */
    public String exact(BigDecimal amount) {
        return texts.of("economy.kronor", texts.number(amount.longValue()));
    }

    /** What a month brings or costs, at the likely and between the ends. */
    public String perMonth(Range range) {
        var costs = range.likely().signum() < 0;
        var told = costs ? range.times(BigDecimal.ONE.negate()) : range;
        if (told.low().compareTo(told.high()) == 0) {
            return texts.of(
                    costs ? "economy.amount.costs" : "economy.amount.brings",
                    texts.number(told.likely().longValue()));
        }
        return texts.of(
                costs ? "economy.amount.costs.between" : "economy.amount.brings.between",
                texts.number(told.likely().longValue()),
                texts.number(told.low().longValue()),
                texts.number(told.high().longValue()));
    }

    /** A share in per cent. */
    public String share(BigDecimal share) {
        var typed = TypedNumbers.typed(share);
        return texts.of("economy.percent", texts.language().equals("en") ? typed.replace(',', '.') : typed);
    }

    public String shares(Range range) {
        return range.width().signum() == 0
                ? share(range.likely())
                : texts.of("economy.share.between", share(range.likely()), share(range.low()), share(range.high()));
    }

    /** What is left for each krona, to the second decimal. */
    public String perKrona(Optional<Range> range) {
        return range.map(some -> texts.of(
                        "economy.per-krona.between",
                        decimals(some.likely()),
                        decimals(some.low()),
                        decimals(some.high())))
                .orElse("–");
    }

    private String decimals(BigDecimal number) {
        var text = number.setScale(2, RoundingMode.HALF_UP).toPlainString().replace('-', '−');
        return texts.language().equals("en") ? text : text.replace('.', ',');
    }

    /** In one sentence, whether it pays for somebody on a horizon. */
    public String verdict(Reckoning reckoning, Purse purse, Horizon horizon) {
        var net = reckoning.net(purse, horizon);
        var who = texts.of("economy.purse", purse);
        var when = texts.of("economy.horizon", horizon);
        var ends = new Object[] {who, when, kronor(net.likely().abs()), kronor(net.low()), kronor(net.high())};
        return texts.of(net.likely().signum() < 0 ? "economy.verdict.less" : "economy.verdict.more", ends);
    }

    /** Whether it may go either way, so that nobody knows. */
    public static boolean eitherWay(Range net) {
        return net.low().signum() < 0 && net.high().signum() > 0;
    }

    public String steps(BreakEven even) {
        return even.steps()
                .map(steps -> texts.of("economy.even.steps.at", texts.number(steps.longValue())))
                .orElseGet(() -> texts.of("economy.even.steps.never"));
    }

    public String months(BreakEven even) {
        return even.months()
                .map(months -> texts.of("economy.even.months.at", months))
                .orElseGet(() -> texts.of("economy.even.months.never"));
    }

    public String anyway(BreakEven even) {
        return even.anyway()
                .map(share -> texts.of("economy.even.anyway.at", share(share)))
                .orElseGet(() -> texts.of("economy.even.anyway.never"));
    }

    public String swing(Sensitivity.Swing swing) {
        return swing.situation()
                .map(situation -> texts.of("economy.swing.worth", texts.of("economy.situation", situation)))
                .orElseGet(() -> texts.of("economy.swing", swing.kind()));
    }
}
