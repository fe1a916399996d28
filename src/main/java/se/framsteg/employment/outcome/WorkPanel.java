package se.framsteg.employment.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.cases.story.Panel;
import se.framsteg.cases.story.PanelSource;
import se.framsteg.cases.story.Told;
import se.framsteg.employment.Employments;
import se.framsteg.employment.outcome.Outcome.Now;
import se.framsteg.shared.CaseId;

/** Where the person is now and how much work there has been, on the case’s own page. */
@Component
class WorkPanel implements PanelSource {
    private final Employments employments;
    private final CaseOutcomes outcomes;
    private final Clock clock;

    WorkPanel(Employments employments, CaseOutcomes outcomes, Clock clock) {
        this.employments = employments;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    public Optional<Panel> of(CaseId id, Set<Action> allowed) {
        if (!allowed.contains(Action.SEE_WORK_SUPPORT)) {
            return Optional.empty();
        }
        var rows = new ArrayList<Panel.Row>();
        outcomes.of(id, employments.of(id), LocalDate.now(clock)).ifPresent(outcome -> {
            rows.add(new Panel.Row(Told.of("outcome.now"), now(outcome.now())));
            rows.add(new Panel.Row(
                    Told.of("outcome.job"),
                    List.of(Told.of("outcome.days-of", outcome.job(), outcome.days(), outcome.percent()))));
        });
        return Optional.of(
                new Panel("work", Told.of("outcome.title"), rows, Told.of("outcome.go"), "/cases/" + id + "/work"));
    }

    /** What goes on, since when and for how many hours. */
    static List<Told> now(Now now) {
        var told = new ArrayList<Told>();
        if (now.since().isEmpty()) {
            return List.of(Told.of("outcome.now.nothing"));
        }
        if (now.job()) {
            told.add(Told.of(now.open() ? "outcome.now.open" : "outcome.now.job"));
        }
        if (now.placement()) {
            told.add(Told.of("outcome.now.placement"));
        }
        if (now.study()) {
            told.add(Told.of("outcome.now.study"));
        }
        now.hours().ifPresent(hours -> told.add(Told.of("story.hours", hours)));
        now.since().ifPresent(day -> told.add(Told.of("outcome.now.since", day)));
        return told;
    }
}
