package se.framsteg.signin;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import se.framsteg.access.Actor;
import se.framsteg.access.ActorSource;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.StaffId;

/** Staff as actors: read from the register once per request, so that whoever is closed off is out at once. */
@Component
class StaffActors implements ActorSource {
    private static final String READ = StaffActors.class.getName();
    private final StaffRegister staff;

    StaffActors(StaffRegister staff) {
        this.staff = staff;
    }

    @Override
    public Optional<Actor> actor(Object principal) {
        if (!(principal instanceof SignedInStaff signedIn)) {
            return Optional.empty();
        }
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null
                && request.getAttribute(READ, RequestAttributes.SCOPE_REQUEST) instanceof Actor.Staff read
                && read.id().value().equals(signedIn.staff())) {
            return Optional.of(read);
        }
        var actor = staff.actor(new StaffId(signedIn.staff()));
        if (request != null) {
            actor.ifPresent(found -> request.setAttribute(READ, found, RequestAttributes.SCOPE_REQUEST));
        }
        return actor.map(found -> found);
    }
}
