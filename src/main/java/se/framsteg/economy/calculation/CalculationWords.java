package se.framsteg.economy.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import se.framsteg.economy.amount.Range;
import se.framsteg.economy.amount.TypedNumbers;
import se.framsteg.ui.Page;

/** Kronor and shares in words. Results are told to the nearest thousand: more figures would promise more than anybody knows. */
public final class CalculationWords {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final Page page;

    public CalculationWords(Page page) {
        this.page = page;
    }

    /** A result, to the nearest thousand. */
    public String kronor(BigDecimal amount) {
        return exact(amount.divide(THOUSAND, 0, RoundingMode.HALF_UP).multiply(THOUSAND));
    }

    /** What was typed, as it is. */
    public String exact(BigDecimal amount) {
        return page.t("economy.kronor", page.number(amount.longValue()));
    }

    /** What a month brings or costs, at the likely and between the ends. */
    public String perMonth(Range range) {
        var costs = range.likely().signum() < 0;
        var told = costs ? range.times(BigDecimal.ONE.negate()) : range;
        if (told.low().compareTo(told.high()) == 0) {
            return page.t(costs ? "economy.amount.costs" : "economy.amount.brings", page.number(told.likely().longValue()));
        }
        return page.t(
                costs ? "economy.amount.costs.between" : "economy.amount.brings.between",
                page.number(told.likely().longValue()),
                page.number(told.low().longValue()),
                page.number(told.high().longValue()));
    }

    /** A share in per cent. */
    public String share(BigDecimal share) {
        var typed = TypedNumbers.typed(share);
        return page.t("economy.percent", page.language().equals("en") ? typed.replace(',', '.') : typed);
    }

    public String shares(Range range) {
        return range.width().signum() == 0
                ? share(range.likely())
                : page.t("economy.share.between", share(range.likely()), share(range.low()), share(range.high()));
    }

    /** What is left for each krona, to the second decimal. */
    public String perKrona(Optional<Range> range) {
        return range.map(some -> page.t(
                        "economy.per-krona.between", decimals(some.likely()), decimals(some.low()), decimals(some.high())))
                .orElse("–");
    }

    private String decimals(BigDecimal number) {
        var text = number.setScale(2, RoundingMode.HALF_UP).toPlainString().replace('-', '−');
        return page.language().equals("en") ? text : text.replace('.', ',');
    }

    /** In one sentence, whether it pays for somebody on a horizon. */
    public String verdict(Reckoning reckoning, Purse purse, Horizon horizon) {
        var net = reckoning.net(purse, horizon);
        var who = page.t("economy.purse", purse);
        var when = page.t("economy.horizon", horizon);
        var ends = new Object[] {who, when, kronor(net.likely().abs()), kronor(net.low()), kronor(net.high())};
        return page.t(net.likely().signum() < 0 ? "economy.verdict.less" : "economy.verdict.more", ends);
    }

    /** Whether it may go either way, so that nobody knows. */
    public static boolean eitherWay(Range net) {
        return net.low().signum() < 0 && net.high().signum() > 0;
    }

    public String steps(BreakEven even) {
        return even.steps()
                .map(steps -> page.t("economy.even.steps.at", page.number(steps.longValue())))
                .orElseGet(() -> page.t("economy.even.steps.never"));
    }

    public String months(BreakEven even) {
        return even.months()
                .map(months -> page.t("economy.even.months.at", months))
                .orElseGet(() -> page.t("economy.even.months.never"));
    }

    public String anyway(BreakEven even) {
        return even.anyway()
                .map(share -> page.t("economy.even.anyway.at", share(share)))
                .orElseGet(() -> page.t("economy.even.anyway.never"));
    }

    public String swing(Sensitivity.Swing swing) {
        return swing.situation()
                .map(situation -> page.t("economy.swing.worth", page.t("economy.situation", situation)))
                .orElseGet(() -> page.t("economy.swing", swing.kind()));
    }
}
