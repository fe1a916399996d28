package se.framsteg.fidelity.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import se.framsteg.fidelity.measure.Measured.Figure;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.shared.InitiativeId;

/** What the specialists' time goes to and where they are (items 2 and 24 of IPS-25), and how often they talk with FK and AF (item 6). */
@Component
class TimeMeasures implements MeasureSource {
    /** A month and a quarter in weeks, of a year of 365.25 days. */
    private static final BigDecimal MONTH =
            new BigDecimal("365.25").divide(BigDecimal.valueOf(84), 6, RoundingMode.HALF_UP);

    private static final BigDecimal QUARTER = MONTH.multiply(BigDecimal.valueOf(3));

    @Override
    public Set<Measure> measures() {
        return Set.of(Measure.EMPLOYMENT_TIME, Measure.COMMUNITY, Measure.AUTHORITY_CONTACTS);
    }

    @Override
    public Map<Measure, Measured> of(InitiativeId initiative, Window window, Supplier<LogFigures> log) {
        var logged = log.get();
        return Map.of(
                Measure.EMPLOYMENT_TIME,
                        Measured.percent(logged.employmentMinutes(), logged.minutes(), logged.silent()),
                Measure.COMMUNITY, Measured.percent(logged.communityMinutes(), logged.minutes(), logged.silent()),
                Measure.AUTHORITY_CONTACTS,
                        talks(
                                logged.authorityDays(),
                                logged.authorityMeetingDays(),
                                logged.weeks(),
                                logged.withoutAuthorities()));
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
