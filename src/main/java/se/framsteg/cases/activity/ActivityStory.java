package se.framsteg.cases.activity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.cases.activity.Activity.EndReason;
import se.framsteg.cases.activity.Activity.Kind;
import se.framsteg.cases.story.Chapter;
import se.framsteg.cases.story.Happening;
import se.framsteg.cases.story.Lane;
import se.framsteg.cases.story.StorySource;
import se.framsteg.cases.story.Told;
import se.framsteg.shared.CaseId;

/** Activities as bars on the case's time line. */
@Component
class ActivityStory implements StorySource {
    private static final ActivityKeeper.Kept NOTHING = new ActivityKeeper.Kept(List.of(), "");

    private final ActivityStore activities;
    private final List<ActivityKeeper> keepers;

    ActivityStory(ActivityStore activities, List<ActivityKeeper> keepers) {
        this.activities = activities;
        this.keepers = List.copyOf(keepers);
    }

    @Override
    public Chapter of(CaseId id, Set<Action> allowed) {
        var linked = allowed.contains(Action.SEE_CASE);
        var found = activities.of(id);
        var kept = found.stream().anyMatch(Activity::kept) ? kept(id) : Map.<ActivityId, ActivityKeeper.Kept>of();
        return Chapter.of(found.stream()
                .filter(one -> allowed.contains(look(one.details().kind())))
                .map(one -> happening(id, one, kept.getOrDefault(one.id(), NOTHING), linked))
                .toList());
    }

    private Map<ActivityId, ActivityKeeper.Kept> kept(CaseId id) {
        var kept = new HashMap<ActivityId, ActivityKeeper.Kept>();
        keepers.forEach(keeper -> kept.putAll(keeper.of(id)));
        return kept;
    }

    /** What it takes to see an activity: what it is about decides which kind of information it is. */
    private static Action look(Kind kind) {
        return switch (kind) {
            case HEALTH -> Action.SEE_HEALTH;
            case SOCIAL -> Action.SEE_SOCIAL;
            case WORK, COMPETENCE, GROUP -> Action.SEE_ACTIVITY;
        };
    }

    private static Happening happening(CaseId caseId, Activity activity, ActivityKeeper.Kept kept, boolean linked) {
        var details = activity.details();
        var path = kept.path().isEmpty() ? "/cases/" + caseId + "/activities/" + activity.id() : kept.path();
        return new Happening(
                Lane.valueOf(details.kind().name()),
                details.from(),
                details.to(),
                Told.written(details.title()),
                more(activity, kept),
                linked ? path : "",
                activity.withdrawn().isPresent(),
                false);
    }

    private static List<Told> more(Activity activity, ActivityKeeper.Kept kept) {
        var details = activity.details();
        var more = new ArrayList<>(kept.more());
        if (!details.provider().isEmpty()) {
            more.add(Told.written(details.provider()));
        }
        details.hours().ifPresent(hours -> more.add(Told.of("story.hours", hours)));
        if (activity.withdrawn().isPresent()) {
            more.add(activity.withdrawn()
                    .filter(reason -> !reason.isEmpty())
                    .map(reason -> Told.of("story.withdrawn", reason))
                    .orElseGet(() -> Told.of("story.never-began")));
        } else {
            details.endReason().map(ActivityStory::ended).ifPresent(more::add);
        }
        return more;
    }

    private static Told ended(EndReason reason) {
        return Told.of("activity.end-reason." + reason);
    }
}
