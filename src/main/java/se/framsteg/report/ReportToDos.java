package se.framsteg.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;
import se.framsteg.initiative.InitiativeRegister;

/** Reports to write, for those who lead; and new ones to read, for the association's office and board. */
@Component
class ReportToDos implements ToDoSource {
    /** What has not been opened in so many days is no news any more. */
    private static final int DAYS_NEW = 60;

    private final ReportDays days;
    private final ReportStore reports;
    private final InitiativeRegister initiatives;
    private final Asking asking;
    private final Clock clock;

    ReportToDos(ReportDays days, ReportStore reports, InitiativeRegister initiatives, Asking asking, Clock clock) {
        this.days = days;
        this.reports = reports;
        this.initiatives = initiatives;
        this.asking = asking;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        if (staff.is(Role.LEAD)) {
            return days.toWrite(staff).stream()
                    .limit(MOST)
                    .map(ReportToDos::write)
                    .toList();
        }
        return staff.is(Role.ASSOCIATION_OFFICER) || staff.is(Role.BOARD) ? read(staff) : List.of();
    }

    private static ToDo write(ReportDays.Due due) {
        return new ToDo(
                due.name(),
                due.report()
                        .map(report -> "/reports/" + report.id())
                        .orElse("/initiatives/" + due.initiative() + "/reports"),
                "to-do.report." + due.period().kind(),
                List.of(),
                Optional.of(due.period().due()),
                due.late());
    }

    private List<ToDo> read(Actor.Staff staff) {
        asking.by(staff);
        var found = reports.unread(
                staff.association(), staff.id(), LocalDate.now(clock).minusDays(DAYS_NEW));
        var names = initiatives.names(found.stream().map(Report::initiative).toList());
        return found.stream()
                .limit(MOST)
                .map(report -> new ToDo(
                        names.getOrDefault(report.initiative(), ""),
                        "/reports/" + report.id(),
                        "to-do.report.new",
                        List.of(),
                        Optional.empty(),
                        false))
                .toList();
    }
}
