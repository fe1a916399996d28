package se.framsteg.report;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeRegister;

/** A report is written by those who lead its initiative; the association's office and board read it once it is released. */
@Component
class ReportRule implements Rule<ReportId> {
    private final ReportStore reports;
    private final InitiativeRegister initiatives;

    ReportRule(ReportStore reports, InitiativeRegister initiatives) {
        this.reports = reports;
        this.initiatives = initiatives;
    }

    @Override
    public Class<ReportId> about() {
        return ReportId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, ReportId id) {
        return actor instanceof Actor.Staff staff
                ? reports.find(id)
                        .map(report -> new Ruling(
                                decide(staff, report, initiatives.find(report.initiative())),
                                Trace.of("report", id, report.association())))
                : Optional.empty();
    }

    static Set<Action> decide(Actor.Staff staff, Report report, Optional<Initiative> initiative) {
        var allowed = EnumSet.noneOf(Action.class);
        if (!staff.association().equals(report.association())) {
            return allowed;
        }
        var leads = staff.is(Role.LEAD)
                && initiative
                        .filter(one -> one.owner().equals(staff.organisation())
                                && one.leads().contains(staff.id()))
                        .isPresent();
        var released = report.released().isPresent();
        if (leads || released && (staff.is(Role.ASSOCIATION_OFFICER) || staff.is(Role.BOARD))) {
            allowed.add(Action.SEE_REPORT);
        }
        if (leads) {
            allowed.add(released ? Action.CORRECT_REPORT : Action.WRITE_REPORT);
        }
        return allowed;
    }
}
