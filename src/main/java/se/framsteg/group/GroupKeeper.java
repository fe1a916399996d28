package se.framsteg.group;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.framsteg.cases.activity.ActivityId;
import se.framsteg.cases.activity.ActivityKeeper;
import se.framsteg.cases.story.Told;
import se.framsteg.shared.CaseId;

/** Tells on the time line how much of a group somebody took part in, on the bar of the activity that the enrolment is. */
@Component
class GroupKeeper implements ActivityKeeper {
    private final EnrolmentStore enrolments;

    GroupKeeper(EnrolmentStore enrolments) {
        this.enrolments = enrolments;
    }

    @Override
    public Map<ActivityId, Kept> of(CaseId id) {
        return enrolments.parts(id).stream()
                .collect(toMap(part -> new ActivityId(part.id().value()), part -> kept(id, part)));
    }

    private static Kept kept(CaseId caseId, EnrolmentStore.Part part) {
        var more = new ArrayList<Told>();
        if (part.counted() > 0) {
            more.add(Told.of("group.story.came", part.came(), part.counted()));
        }
        if (part.lectures() > 0) {
            more.add(Told.of("group.story.lectures", part.lectures()));
        }
        if (part.trainings() > 0) {
            more.add(Told.of("group.story.trainings", part.trainings()));
        }
        return new Kept(more, "/cases/" + caseId + "/groups/" + part.id());
    }
}
