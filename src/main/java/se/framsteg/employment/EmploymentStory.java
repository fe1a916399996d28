package se.framsteg.employment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.cases.story.Chapter;
import se.framsteg.cases.story.Happening;
import se.framsteg.cases.story.Lane;
import se.framsteg.cases.story.StorySource;
import se.framsteg.cases.story.Told;
import se.framsteg.employment.Employment.Change;
import se.framsteg.employment.Employment.Terms;
import se.framsteg.shared.CaseId;

/** Jobs, placements and studies as bars on the case's time line. */
@Component
class EmploymentStory implements StorySource {
    private final EmploymentStore employments;

    EmploymentStory(EmploymentStore employments) {
        this.employments = employments;
    }

    @Override
    public Chapter of(CaseId id, Set<Action> allowed) {
        if (!allowed.contains(Action.SEE_EMPLOYMENT)) {
            return Chapter.of(List.of());
        }
        var linked = allowed.contains(Action.SEE_CASE);
        return Chapter.of(employments.of(id).stream()
                .map(one -> happening(id, one, linked))
                .toList());
    }

    private static Happening happening(CaseId caseId, Employment employment, boolean linked) {
        var details = employment.details();
        return new Happening(
                Lane.valueOf(details.kind().name()),
                details.from(),
                details.to(),
                Told.written(details.employer()),
                more(employment),
                linked ? "/cases/" + caseId + "/employments/" + employment.id() : "",
                employment.withdrawn().isPresent(),
                false);
    }

    private static List<Told> more(Employment employment) {
        var details = employment.details();
        var more = new ArrayList<Told>();
        if (!details.role().isEmpty()) {
            more.add(Told.written(details.role()));
        }
        details.hours().ifPresent(hours -> more.add(Told.of("story.hours", hours)));
        details.terms().ifPresent(terms -> terms(terms, more));
        if (details.place().socialEnterprise()) {
            more.add(Told.of("employment.social-enterprise.short"));
        }
        details.place()
                .level()
                .map(level -> Told.of("employment.level." + level))
                .ifPresent(more::add);
        employment.changes().forEach(change -> changed(change, more));
        employment
                .withdrawn()
                .map(reason -> Told.of("story.withdrawn", reason))
                .or(() -> details.endReason().map(reason -> Told.of("employment.end-reason." + reason)))
                .ifPresent(more::add);
        return more;
    }

    private static void changed(Change change, List<Told> more) {
        more.add(Told.of("employment.spell.since", change.from()));
        change.hours().ifPresent(hours -> more.add(Told.of("story.hours", hours)));
        change.terms().ifPresent(terms -> terms(terms, more));
    }

    private static void terms(Terms terms, List<Told> more) {
        more.add(Told.of(terms.permanent() ? "employment.permanent" : "employment.temporary"));
        if (terms.subsidy() != Employment.Subsidy.NONE) {
            more.add(Told.of("employment.subsidy.short." + terms.subsidy()));
        }
    }
}
