package se.framsteg.employment.employer;

import java.util.List;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.home.ShortcutSource;

/** The register is one press from the day’s first page. */
@Component
class EmployerShortcut implements ShortcutSource {
    private final Guard guard;

    EmployerShortcut(Guard guard) {
        this.guard = guard;
    }

    @Override
    public List<Shortcut> shortcuts(Actor.Staff staff) {
        return guard.allows(staff, Action.SEE_EMPLOYERS, EmployerRegister.OWN)
                ? List.of(new Shortcut("employer.many", "/employers"))
                : List.of();
    }
}
