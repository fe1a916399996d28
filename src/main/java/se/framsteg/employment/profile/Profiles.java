package se.framsteg.employment.profile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.Result;
import se.framsteg.employment.profile.Profile.Content;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;

/**
 * The door to a person's vocational profile. Open as jobs are: it is a part of the story of work, goes on after the case has ended, and is
 * opened to other organisations by the same consent. What has been written is never changed: what is new is a new version.
 */
@Component
public class Profiles {
    private final Guard guard;
    private final CaseDoor door;
    private final ProfileStore profiles;
    private final StaffRegister staff;
    private final Clock clock;

    Profiles(Guard guard, CaseDoor door, ProfileStore profiles, StaffRegister staff, Clock clock) {
        this.guard = guard;
        this.door = door;
        this.profiles = profiles;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * A profile with all its versions.
     *
     * @param versions the latest first; none if nothing has been written
     * @param writers by name
     */
    public record View(List<Profile> versions, Map<StaffId, String> writers) {
        public Optional<Profile> latest() {
            return versions.stream().findFirst();
        }

        public Optional<Profile> version(int number) {
            return versions.stream().filter(one -> one.number() == number).findFirst();
        }
    }

    /** @throws NotFoundException if work is not open to the actor in this case */
    @Transactional
    public View see(Actor.Staff actor, CaseId id) {
        guard.admit(actor, Action.SEE_EMPLOYMENT, id);
        var versions = profiles.of(id);
        return new View(
                versions,
                staff.names(versions.stream().map(Profile::savedBy).distinct().toList()));
    }

    /** Whether the actor may write in it now. */
    public boolean writable(Actor.Staff actor, CaseId id) {
        return guard.allows(actor, Action.WRITE_PROFILE, id);
    }

    /**
     * Writes a new version. Writing the same once more changes nothing.
     *
     * @param version the number of the version that it was written from; 0 if there was none
     * @return stale if somebody else has written another version meanwhile
     * @throws NotFoundException if the actor may not
     */
    @Transactional
    public Result<Integer> write(Actor.Staff actor, CaseId id, int version, Content content) {
        return door.change(actor, Action.WRITE_PROFILE, Action.SEE_EMPLOYMENT, id, () -> {
            var refusals = content.faults(LocalDate.now(clock));
            if (!refusals.isEmpty()) {
                return new Result.Refused<>(refusals);
            }
            var latest = profiles.latest(id);
            if (latest.filter(one -> one.content().equals(content)).isPresent()) {
                return new Result.Done<>(latest.get().number());
            }
            var next = version + 1;
            var added = latest.map(Profile::number).orElse(0) == version && profiles.add(id, next, content, actor.id());
            return added ? new Result.Done<>(next) : new Result.Stale<>();
        });
    }

    /**
     * A version to be printed.
     *
     * @throws NotFoundException if nothing has been written, or the actor may not print it
     */
    @Transactional
    public Profile print(Actor.Staff actor, CaseId id) {
        guard.admit(actor, Action.PRINT_PROFILE, id);
        return profiles.latest(id).orElseThrow(NotFoundException::new);
    }
}
