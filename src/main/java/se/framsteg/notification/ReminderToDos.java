package se.framsteg.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;
import se.framsteg.notification.carrier.Obstacle;
import se.framsteg.notification.carrier.Way;

/** Reminders that did not go, for the caseworker; what keeps all of them in, for the system administrator. */
@Component
class ReminderToDos implements ToDoSource {
    private static final int DAYS_BACK = 14;

    private final Reminders reminders;
    private final Carriers carriers;
    private final InstallationPages installation;
    private final Clock clock;

    ReminderToDos(Reminders reminders, Carriers carriers, InstallationPages installation, Clock clock) {
        this.reminders = reminders;
        this.carriers = carriers;
        this.installation = installation;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        var toDos = new ArrayList<ToDo>();
        if (staff.is(Role.CASEWORKER)) {
            toDos.addAll(failed(staff));
        }
        if (staff.is(Role.SYSTEM_ADMINISTRATOR)) {
            toDos.addAll(ofTheInstallation());
        }
        return toDos;
    }

    private List<ToDo> failed(Actor.Staff staff) {
        var since = clock.instant().minus(Duration.ofDays(DAYS_BACK));
        return reminders.failedLast(staff, since, MOST).stream()
                .map(one -> new ToDo(
                        one.frame().anonymous()
                                ? one.frame().number()
                                : one.frame().name(),
                        "/cases/" + one.frame().id() + "/reminders",
                        "to-do.reminder-failed",
                        List.of(),
                        Optional.empty(),
                        false))
                .toList();
    }

    private List<ToDo> ofTheInstallation() {
        var toDos = new ArrayList<ToDo>();
        var obstacles = carriers.obstacles();
        if (obstacles.size() == Way.values().length
                && obstacles.values().stream().allMatch(ReminderToDos::isMendable)) {
            toDos.add(toDo("to-do.reminders-not-set-up"));
        }
        installation.failing().keySet().forEach(way -> toDos.add(toDo("to-do.reminders-failing." + way)));
        return toDos;
    }

    /** A demo, and who has switched them off, has nothing to do about it. */
    private static boolean isMendable(Obstacle obstacle) {
        return obstacle == Obstacle.NOT_SET_UP || obstacle == Obstacle.NO_BASE_URL;
    }

    private static ToDo toDo(String textKey) {
        return ToDo.about("reminders.title", "/settings/reminders", textKey);
    }
}
