package se.framsteg.fidelity.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.fidelity.measure.Measured.Figure;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.shared.InitiativeId;

/** What the specialists' time goes to and where they are (items 2 and 24 of IPS-25), and how often they talk with FK and AF (item 6). */
@Component
class TimeMeasures implements MeasureSource {
    private static final String SUMS = Statements.LOGGED + """
        , authorities as (
          select logged_by, day, bool_or(face_to_face) as face_to_face from logged
          where (kind in ('FK', 'AF') or took_part && array['FK', 'AF']) and not missed group by logged_by, day)
        select coalesce(sum(minutes), 0) as minutes,
          coalesce(sum(minutes) filter (where phase <> 'OTHER_SERVICES'), 0) as employment,
          coalesce(sum(minutes) filter (where place in ('COMMUNITY', 'HOME')), 0) as community,
          (select count(distinct staff_id) from roster r where not exists (select from logged k where k.logged_by = r.staff_id))
            as without_log,
          (select count(*) from authorities) as talks, (select count(*) from authorities where face_to_face) as meetings,
          (select coalesce(sum(days), 0) / 7.0 from roster) as weeks,
          (select count(distinct staff_id) from roster r where not exists (select from authorities a where a.logged_by = r.staff_id))
            as without_talk
        from logged\
        """;

    /** A month and a quarter in weeks, of a year of 365.25 days. */
    private static final BigDecimal MONTH =
            new BigDecimal("365.25").divide(BigDecimal.valueOf(84), 6, RoundingMode.HALF_UP);

    private static final BigDecimal QUARTER = MONTH.multiply(BigDecimal.valueOf(3));

    private final Statements statements;

    TimeMeasures(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Set<Measure> measures() {
        return Set.of(Measure.EMPLOYMENT_TIME, Measure.COMMUNITY, Measure.AUTHORITY_CONTACTS);
    }

    @Override
    public Map<Measure, Measured> of(InitiativeId initiative, Window window) {
        return statements
                .statement(initiative, window, SUMS)
                .query((row, i) -> {
                    var minutes = row.getBigDecimal("minutes");
                    var without = row.getInt("without_log");
                    return Map.of(
                            Measure.EMPLOYMENT_TIME,
                                    Measured.percent(row.getBigDecimal("employment"), minutes, without),
                            Measure.COMMUNITY, Measured.percent(row.getBigDecimal("community"), minutes, without),
                            Measure.AUTHORITY_CONTACTS,
                                    talks(
                                            row.getLong("talks"),
                                            row.getLong("meetings"),
                                            row.getBigDecimal("weeks"),
                                            row.getInt("without_talk")));
                })
                .single();
    }

    /**
     * @param talks days on which a specialist talked with FK or AF, in any way
     * @param meetings those on which they met
     * @param weeks of all specialists together
     */
    static Measured talks(long talks, long meetings, BigDecimal weeks, int without) {
        var months = weeks.divide(MONTH, 10, RoundingMode.HALF_UP);
        var met = Measured.ratio(BigDecimal.valueOf(meetings), months, 0);
        var talked = Measured.ratio(
                BigDecimal.valueOf(talks),
                months,
                without,
                new Figure("meetings-a-month", met.value().orElse(BigDecimal.ZERO)));
        return talked.at(weeks.signum() == 0 ? Optional.empty() : Optional.of(level(talks, meetings, weeks)));
    }

    private static int level(long talks, long meetings, BigDecimal weeks) {
        var weekly = often(talks, weeks, BigDecimal.ONE);
        if (weekly && often(meetings, weeks, MONTH)) {
            return 5;
        }
        if (weekly || often(meetings, weeks, QUARTER)) {
            return 4;
        }
        if (often(talks, weeks, MONTH)) {
            return 3;
        }
        return often(talks, weeks, QUARTER) ? 2 : 1;
    }

    /** Whether it happened at least once in so many weeks, as a mean. */
    private static boolean often(long times, BigDecimal weeks, BigDecimal each) {
        return BigDecimal.valueOf(times).multiply(each).compareTo(weeks) >= 0;
    }
}
