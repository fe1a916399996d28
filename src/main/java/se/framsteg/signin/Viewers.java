package se.framsteg.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.access.Actors;
import se.framsteg.access.Role;
import se.framsteg.ui.Viewer;
import se.framsteg.ui.ViewerSource;

/** The main navigation as each role has use of it. What it leads to is guarded there, not here. */
@Component
class Viewers implements ViewerSource {
    private final Actors actors;

    Viewers(Actors actors) {
        this.actors = actors;
    }

    @Override
    public Optional<Viewer> viewer() {
        return actors.current()
                .filter(Actor.Staff.class::isInstance)
                .map(Actor.Staff.class::cast)
                .map(staff -> new Viewer(staff.name(), navigation(staff)));
    }

    @Override
    public boolean participant() {
        return actors.current().filter(Actor.Respondent.class::isInstance).isPresent();
    }

    private static List<Viewer.Way> navigation(Actor.Staff staff) {
        var ways = new ArrayList<Viewer.Way>();
        ways.add(new Viewer.Way("nav.to-do", "/"));
        if (staff.is(Role.CASEWORKER) || staff.is(Role.LEAD)) {
            ways.add(new Viewer.Way("nav.cases", "/cases"));
            ways.add(new Viewer.Way("nav.referrals", "/referrals"));
        } else if (staff.is(Role.TEAM_MEMBER)) {
            ways.add(new Viewer.Way("nav.cases", "/cases/shared"));
        }
        // Leads, who log less, have more ways than there is room for: to them it is one press from the day.
        if (staff.is(Role.CASEWORKER)) {
            ways.add(new Viewer.Way("nav.contacts", "/contacts"));
        }
        ways.add(new Viewer.Way("nav.initiatives", "/initiatives"));
        if (staff.is(Role.LEAD)) {
            ways.add(new Viewer.Way("nav.follow-up", "/follow-up"));
        }
        if (staff.is(Role.ASSOCIATION_OFFICER) || staff.is(Role.BOARD)) {
            ways.add(new Viewer.Way("nav.overview", "/overview"));
            ways.add(new Viewer.Way("nav.statistics", "/statistics"));
            ways.add(new Viewer.Way("nav.reports", "/reports"));
            ways.add(new Viewer.Way("nav.economy", "/economy"));
        }
        if (staff.is(Role.ORGANISATION_ADMINISTRATOR)) {
            ways.add(new Viewer.Way("nav.log-review", "/log-review"));
        }
        if (staff.is(Role.CASEWORKER) || staff.is(Role.TEAM_MEMBER) || staff.is(Role.LEAD)) {
            ways.add(new Viewer.Way("nav.consultation", "/consultations"));
        } else if (staff.is(Role.ASSOCIATION_OFFICER)) {
            ways.add(new Viewer.Way("nav.consultation", "/consultations/counts"));
        }
        ways.add(new Viewer.Way("nav.settings", "/settings"));
        return ways;
    }
}
