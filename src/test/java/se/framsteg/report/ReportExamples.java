package se.framsteg.report;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.initiative.calendar.ReportPeriod.Kind;
import se.framsteg.shared.Time;
import se.framsteg.testing.World;

/** Reports of an initiative, as far on as a test needs them. */
public class ReportExamples {
    private final Reports reports;
    private LocalDate from = LocalDate.now(Time.SWEDEN).minusMonths(3);

    public ReportExamples(ListableBeanFactory beans) {
        this.reports = beans.getBean(Reports.class);
    }

    /** A draft that has what it needs to be checked; each is of days of its own. */
    public ReportId draft(World.Place place) {
        var version = reports.layout(place.lead(), place.initiative()).version();
        reports.setLayout(place.lead(), place.initiative(), Set.of(Section.FRAME, Section.DEVIATIONS), version);
        from = from.minusDays(1);
        var to = LocalDate.now(Time.SWEDEN).minusDays(1);
        var id = reports.begin(place.lead(), place.initiative(), ReportId.create(), Kind.QUARTERLY, from, to)
                .orThrow();
        reports.write(place.lead(), id, Section.DEVIATIONS, "Inga.", 0).orThrow();
        return id;
    }

    public ReportId checked(World.Place place) {
        var id = draft(place);
        reports.check(place.lead(), id, 1).orThrow();
        return id;
    }

    public ReportId released(World.Place place) {
        var id = checked(place);
        if (!reports.release(place.lead(), id, 2)) {
            throw new IllegalStateException("not released");
        }
        return id;
    }
}
