package se.framsteg.employment.profile;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.Cases;
import se.framsteg.employment.employer.Employer;
import se.framsteg.employment.employer.EmployerId;
import se.framsteg.employment.employer.Employers;
import se.framsteg.employment.profile.Fit.Reason;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;

/** The door to which employers may suit a person, and which of one’s own persons an employer may suit. */
@Component
public class Fits {
    private final Guard guard;
    private final Employers employers;
    private final ProfileStore profiles;
    private final Cases cases;

    Fits(Guard guard, Employers employers, ProfileStore profiles, Cases cases) {
        this.guard = guard;
        this.employers = employers;
        this.profiles = profiles;
        this.cases = cases;
    }

    /** An employer that may suit, and why. */
    public record Fitting(Employer employer, List<Reason> reasons) {}

    /**
     * The employers that may suit the person, by name. Journals nothing: for a page that shows the profile.
     *
     * @return none if nothing has been written, or if the actor shares no register or does not have the case
     */
    @Transactional
    public List<Fitting> employers(Actor.Staff actor, CaseId id) {
        if (!employers.shared(actor) || !guard.allows(actor, Action.SEE_CASE, id)) {
            return List.of();
        }
        var profile = profiles.latest(id);
        if (profile.isEmpty()) {
            return List.of();
        }
        return employers.offers(actor).stream()
                .map(offer ->
                        new Fitting(offer.employer(), Fit.between(profile.get().content(), offer)))
                .filter(fitting -> !fitting.reasons().isEmpty())
                .toList();
    }

    /** One of one’s own persons whom an employer may suit, and why. */
    public record Suited(CaseFrame person, List<Reason> reasons) {}

    /**
     * Those whom the actor works with as caseworker and whom the employer may suit, as they are called in order of the alphabet. The look at
     * each who is listed is journaled.
     *
     * @throws NotFoundException if the employer is not in the actor’s register
     */
    @Transactional
    public List<Suited> people(Actor.Staff actor, EmployerId id) {
        guard.admit(actor, Action.SEE_EMPLOYERS, id);
        var offer = employers.offer(actor, id);
        var found = new LinkedHashMap<CaseId, List<Reason>>();
        profiles.ofAssigned().forEach(profile -> {
            var reasons = Fit.between(profile.content(), offer);
            if (!reasons.isEmpty()) {
                found.put(profile.caseId(), reasons);
            }
        });
        found.keySet().forEach(one -> guard.admit(actor, Action.SEE_EMPLOYMENT, one));
        return cases.frames(found.keySet()).values().stream()
                .map(frame -> new Suited(frame, found.getOrDefault(frame.id(), List.of())))
                .sorted(Comparator.comparing(suited -> suited.person().called()))
                .toList();
    }

    /**
     * What there is to say of whether an employer is what a person wants.
     *
     * @param profile as it is now; empty if nothing has been written
     */
    public record Why(CaseFrame person, Optional<Profile> profile, List<Reason> reasons) {}

    /** The same of these persons, as far as the actor reaches them; the look at each is journaled. */
    @Transactional
    public List<Why> why(Actor.Staff actor, Collection<CaseId> people, Optional<EmployerId> employer) {
        var offer = employer.map(id -> employers.offer(actor, id));
        var profilesOf = new LinkedHashMap<CaseId, Optional<Profile>>();
        people.stream()
                .filter(id ->
                        guard.allows(actor, Action.SEE_EMPLOYMENT, id) && guard.allows(actor, Action.SEE_CASE, id))
                .forEach(id -> {
                    guard.admit(actor, Action.SEE_EMPLOYMENT, id);
                    profilesOf.put(id, profiles.latest(id));
                });
        Map<CaseId, CaseFrame> frames = profilesOf.isEmpty() ? Map.of() : cases.frames(profilesOf.keySet());
        return frames.values().stream()
                .map(frame -> {
                    var profile = profilesOf.getOrDefault(frame.id(), Optional.empty());
                    var reasons = profile.flatMap(one -> offer.map(some -> Fit.between(one.content(), some)));
                    return new Why(frame, profile, reasons.orElse(List.of()));
                })
                .sorted(Comparator.comparing(why -> why.person().called()))
                .toList();
    }
}
