package se.framsteg.employment.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.framsteg.employment.employer.Branch;
import se.framsteg.employment.employer.EmployerNeed;
import se.framsteg.employment.employer.Employers.Offer;
import se.framsteg.employment.profile.Profile.Content;

/**
 * Why an employer may suit a person, by plain rules: it looks for somebody in an occupation group that they want, or is in a branch that they
 * want. Where and how much are told beside that, and suit nobody by themselves. Nothing is weighed, and nobody ranked.
 */
public final class Fit {
    private Fit() {}

    /** One reason, with what it is that both have. */
    public sealed interface Reason {
        record Occupation(String code) implements Reason {}

        record OfBranch(Branch branch) implements Reason {}

        record Municipality(String name) implements Reason {}

        record Hours(BigDecimal number) implements Reason {}
    }

    /** All reasons, those that decide first; none if it does not suit. */
    static List<Reason> between(Content wishes, Offer offer) {
        var reasons = new ArrayList<Reason>();
        offer.needs().stream()
                .flatMap(need -> need.occupation().stream())
                .distinct()
                .filter(wishes.occupations()::contains)
                .forEach(code -> reasons.add(new Reason.Occupation(code)));
        offer.employer().details().branches().stream()
                .sorted()
                .filter(wishes.branches()::contains)
                .forEach(branch -> reasons.add(new Reason.OfBranch(branch)));
        if (reasons.isEmpty()) {
            return List.of();
        }
        offer.municipalities().stream()
                .sorted()
                .filter(wishes::isIn)
                .forEach(name -> reasons.add(new Reason.Municipality(name)));
        hours(wishes, offer).ifPresent(reasons::add);
        return reasons;
    }

    private static Optional<Reason> hours(Content wishes, Offer offer) {
        return offer.needs().stream()
                .map(EmployerNeed.Details::hours)
                .flatMap(Optional::stream)
                .filter(wishes.hours()::hold)
                .findFirst()
                .map(Reason.Hours::new);
    }
}
