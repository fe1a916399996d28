package se.framsteg.overview;

import java.util.List;
import java.util.Optional;
import se.framsteg.fidelity.review.Reviews;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.money.MoneyTable;
import se.framsteg.initiative.outreach.OrganisationActivity;
import se.framsteg.report.ReportDays;
import se.framsteg.statistics.goal.GoalResult;

/**
 * One initiative at a glance, of some time.
 *
 * @param owner the name of the organisation
 * @param people what the ledger tells; nothing of a structural initiative
 * @param activities of a structural one, those in the time
 * @param money of all years, costs of them up to the end of the time
 * @param paid budget and actuals of the time
 * @param goals beside what has been reached of them since it began, up to the end of the time
 * @param fidelity the last that raters agreed on of days up to the end of the time
 * @param reports as they stand today
 */
public record Glance(
        Initiative initiative,
        String owner,
        Figures people,
        List<OrganisationActivity> activities,
        MoneyTable money,
        MoneyTable.Sum paid,
        List<GoalResult> goals,
        Optional<Reviews.Agreed> fidelity,
        ReportDays.Standing reports) {
    public Glance {
        activities = List.copyOf(activities);
        goals = List.copyOf(goals);
    }

    /** Whether there is anything to tell of the time: the initiative went on in it, or what came of it afterwards lies there. */
    public boolean concerns(Stretch stretch) {
        return stretch.meets(initiative)
                || people.anybody()
                || !activities.isEmpty()
                || paid.budget() > 0
                || paid.actual() > 0;
    }

    public boolean structural() {
        return initiative.structural();
    }
}
