package se.framsteg.signin;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.access.ActorSource;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.StaffId;

/** Staff as actors: read from the register at each request, so that whoever is closed off is out at once. */
@Component
class StaffActors implements ActorSource {
    private final StaffRegister staff;

    StaffActors(StaffRegister staff) {
        this.staff = staff;
    }

    @Override
    public Optional<Actor> actor(Object principal) {
        return principal instanceof SignedInStaff signedIn
                ? staff.actor(new StaffId(signedIn.staff())).map(found -> found)
                : Optional.empty();
    }
}
