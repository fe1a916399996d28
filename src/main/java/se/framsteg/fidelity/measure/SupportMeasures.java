package se.framsteg.fidelity.measure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import se.framsteg.employment.support.SupportQueries;
import se.framsteg.fidelity.measure.Measured.Figure;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.shared.InitiativeId;

/** Whether the rhythm of support at work is kept up (item 23 of IPS-25), of jobs alone and of the windows whose time ran out. */
@Component
class SupportMeasures implements MeasureSource {
    static final String COUNTED =
            ", asked as materialized (select c.case_id from fidelity_cases c where c.initiative_id = :initiative)"
                    + SupportQueries.windows("fidelity_met")
                    + ", counted as materialized (select * from windows where kind = 'JOB' and last_on between :from"
                    + " and :to)";

    private static final String COUNTS = COUNTED + """
        , four as (
          select employment_id, bool_and(met) as kept from counted where what = 'MONTH' and number between 2 and 4 group by employment_id)
        select count(*) as whole, count(*) filter (where met) as kept,
          count(*) filter (where what = 'BEFORE') as before, count(*) filter (where what = 'BEFORE' and met) as before_kept,
          count(*) filter (where what = 'START') as start, count(*) filter (where what = 'START' and met) as start_kept,
          count(*) filter (where what = 'WEEK') as week, count(*) filter (where what = 'WEEK' and met) as week_kept,
          count(*) filter (where what = 'MONTH') as month, count(*) filter (where what = 'MONTH' and met) as month_kept,
          count(*) filter (where what = 'LOST') as lost, count(*) filter (where what = 'LOST' and met) as lost_kept,
          (select count(*) from four) as four, (select count(*) from four where kept) as four_kept
        from counted\
        """;

    private final Statements statements;

    SupportMeasures(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Set<Measure> measures() {
        return Set.of(Measure.LASTING_SUPPORT);
    }

    @Override
    public Map<Measure, Measured> of(InitiativeId initiative, Window window, Supplier<LogFigures> log) {
        return statements
                .statement(initiative, window, COUNTS)
                .param("today", window.to())
                .query((row, i) -> Map.of(
                        Measure.LASTING_SUPPORT,
                        kept(
                                share(row, "before"),
                                share(row, "start"),
                                share(row, "week"),
                                share(row, "month"),
                                share(row, "lost"),
                                share(row, "four"))))
                .single();
    }

    /** How many of so many were kept. */
    record Share(long kept, long all) {
        /** In nine cases of ten: somebody is ill now and then. None at all are kept. */
        boolean mostly() {
            return 10 * kept >= 9 * all;
        }

        Figure figure(String key) {
            return new Figure(key, Measured.percent(kept, all, 0).value().orElse(BigDecimal.ZERO));
        }
    }

    private static Share share(ResultSet row, String what) throws SQLException {
        return new Share(row.getLong(what + "_kept"), row.getLong(what));
    }

    /** @param four jobs whose second, third and fourth month ran out, as far as they did: kept are those in which all were */
    static Measured kept(Share before, Share start, Share week, Share month, Share lost, Share four) {
        var kept = before.kept() + start.kept() + week.kept() + month.kept() + lost.kept();
        var all = before.all() + start.all() + week.all() + month.all() + lost.all();
        return Measured.percent(
                        kept,
                        all,
                        0,
                        before.figure("kept-before"),
                        start.figure("kept-start"),
                        week.figure("kept-week"),
                        month.figure("kept-month"),
                        lost.figure("kept-lost"),
                        Figure.of("four-months", four.kept()),
                        Figure.of("of-jobs", four.all()))
                .at(month.all() == 0 ? Optional.empty() : Optional.of(level(before, start, week, month, lost, four)));
    }

    private static int level(Share before, Share start, Share week, Share month, Share lost, Share four) {
        if (month.kept() == 0) {
            return 1;
        }
        if (week.mostly() && month.mostly()) {
            return before.mostly() && start.mostly() && lost.mostly() ? 5 : 4;
        }
        return four.all() > 0 && 2 * four.kept() >= four.all() ? 3 : 2;
    }
}
