package se.framsteg.organisation;

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

@Component
class InstallationRule implements Rule<Installation> {
    @Override
    public Class<Installation> about() {
        return Installation.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, Installation subject) {
        return Optional.of(new Ruling(decide(actor), Trace.of("installation", null, null)));
    }

    private static Set<Action> decide(Actor actor) {
        return switch (actor) {
            case Actor.Installation _ -> EnumSet.of(Action.MANAGE_INSTALLATION, Action.CHECK_JOURNAL);
            case Actor.Staff staff
            when staff.is(Role.SYSTEM_ADMINISTRATOR) -> EnumSet.of(Action.MANAGE_INSTALLATION, Action.CHECK_JOURNAL);
            case Actor.Staff _, Actor.Respondent _ -> Set.of();
        };
    }
}
