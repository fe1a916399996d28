package se.framsteg.employment.outreach;

import java.util.List;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.employment.employer.Employers;
import se.framsteg.home.ShortcutSource;

/** A contact with an employer is logged as often as others, and begins as near; and so does a look in the register. */
@Component
class OutreachShortcut implements ShortcutSource {
    private final Employers employers;

    OutreachShortcut(Employers employers) {
        this.employers = employers;
    }

    @Override
    public List<Shortcut> shortcuts(Actor.Staff staff) {
        return employers.shared(staff)
                ? List.of(
                        new Shortcut("employer-contact.new", "/employer-contacts/new"),
                        new Shortcut("employer.many", "/employers"))
                : List.of();
    }
}
