package se.framsteg.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Guard;
import se.framsteg.notification.carrier.Failure;
import se.framsteg.notification.carrier.Way;
import se.framsteg.organisation.Installation;

/** For who runs the installation: whether reminders can leave it. Nothing about anybody. */
@Controller
class InstallationPages {
    private final Guard guard;
    private final Asking asking;
    private final Carriers carriers;
    private final ReminderTable reminders;
    private final Clock clock;

    InstallationPages(Guard guard, Asking asking, Carriers carriers, ReminderTable reminders, Clock clock) {
        this.guard = guard;
        this.asking = asking;
        this.carriers = carriers;
        this.reminders = reminders;
        this.clock = clock;
    }

    @GetMapping("/settings/reminders")
    @Transactional
    public String see(Actor.Staff staff, Model model) {
        guard.admit(staff, Action.MANAGE_INSTALLATION, Installation.THIS);
        model.addAttribute("obstacles", carriers.obstacles());
        model.addAttribute("failing", failing());
        return "notification/installation";
    }

    /** The ways on which nothing has got through during the last day. */
    Map<Way, Failure> failing() {
        return asking.byInstallation(() -> reminders.waysFailing(clock.instant().minus(Duration.ofDays(1))));
    }
}
