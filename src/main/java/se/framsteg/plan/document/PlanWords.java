package se.framsteg.plan.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.framsteg.plan.GoalId;
import se.framsteg.plan.LifeArea;
import se.framsteg.plan.Plan;
import se.framsteg.ui.Page;

/** What stands in a version, in words, on the screen and on paper. */
public final class PlanWords {
    private final Page page;
    private final String called;

    /** @param called what the person goes by */
    public PlanWords(Page page, String called) {
        this.page = page;
        this.called = called;
    }

    public String called() {
        return called;
    }

    public String title(Plan.Kind kind) {
        return page.t("plan.kind", kind);
    }

    /** Who answers for an effort. */
    public String who(PlanContent.Effort effort) {
        return switch (effort.by()) {
            case ORGANISATION ->
                joined(
                        effort.responsible(),
                        effort.party().map(PlanContent.Party::name).orElse(""));
            case PERSON -> called;
            case OTHER -> effort.responsible();
        };
    }

    /** By when; empty if no day has been said. */
    public String due(PlanContent.Effort effort) {
        return effort.dueOn().map(page::date).orElse("");
    }

    /** Who somebody is that came to the meeting. */
    public String participant(PlanContent.Participant one) {
        return joined(name(one), one.role(), one.organisation());
    }

    private String name(PlanContent.Participant one) {
        return one.as() == PlanContent.As.PERSON ? called : one.name();
    }

    public String coordinator(PlanContent content) {
        return joined(content.coordinator(), content.coordinatorOf());
    }

    public String next(PlanContent.Next next) {
        return page.t("plan-document.next.at", page.date(next.day()), page.time(next.at()));
    }

    public String name(Signature signature) {
        return signature.byPerson() ? called : signature.name();
    }

    public String names(List<Signature> signatures) {
        return signatures.stream().map(this::name).collect(Collectors.joining(", "));
    }

    public String recipient(Copy copy) {
        return copy.recipient().isEmpty() ? called : copy.recipient();
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
    }

    /** One change to be read: what it is about, and what was and is; either of those may be empty. */
    public record Told(Change.How how, String title, List<Aspect> aspects) {
        public Told {
            aspects = List.copyOf(aspects);
        }
    }

    /** @param label empty if the title tells */
    public record Aspect(String label, String before, String after) {}

    /** @param after the later of the two that were compared */
    public List<Told> tell(List<Change> changes, PlanContent after) {
        return changes.stream().map(change -> tell(change, after)).toList();
    }

    private Told tell(Change change, PlanContent after) {
        return switch (change) {
            case Change.Text text ->
                new Told(
                        text.how(),
                        page.t("plan.part", text.part()),
                        List.of(new Aspect("", text.before(), text.after())));
            case Change.Head head ->
                new Told(
                        head.how(),
                        page.t("plan-document.field", head.field()),
                        List.of(new Aspect("", told(head.field(), head.before()), told(head.field(), head.after()))));
            case Change.OfGoal goal ->
                new Told(
                        goal.how(),
                        page.t("plan-document.change.goal"),
                        aspects(goal.before().map(this::goal), goal.after().map(this::goal)));
            case Change.OfEffort effort ->
                new Told(
                        effort.how(),
                        page.t("plan-document.change.effort"),
                        aspects(
                                effort.before().map(one -> effort(one, after)),
                                effort.after().map(one -> effort(one, after))));
            case Change.OfNext next ->
                new Told(
                        next.how(),
                        page.t("plan-document.next"),
                        List.of(new Aspect(
                                "",
                                next.before().map(this::next).orElse(""),
                                next.after().map(this::next).orElse(""))));
        };
    }

    private String told(Change.Field field, String value) {
        return field == Change.Field.KIND && !value.isEmpty() ? title(Plan.Kind.valueOf(value)) : value;
    }

    private record Said(String label, String text) {}

    private List<Said> goal(PlanContent.Goal goal) {
        return List.of(
                new Said("", goal.words()),
                new Said(page.t("plan-document.change.term"), page.t("plan.goal.term", goal.term())),
                new Said(page.t("plan-document.change.area"), area(goal.area())),
                new Said(page.t("plan-document.change.state"), page.t("plan.goal.state", goal.state())));
    }

    private List<Said> effort(PlanContent.Effort effort, PlanContent content) {
        return List.of(
                new Said("", effort.what()),
                new Said(page.t("plan-document.efforts.who"), who(effort)),
                new Said(page.t("plan-document.efforts.when"), due(effort)),
                new Said(
                        page.t("plan-document.change.of-goal"),
                        effort.goal().map(goal -> words(goal, content)).orElse("")),
                new Said(page.t("plan-document.change.area"), area(effort.area())),
                new Said(page.t("plan-document.change.state"), page.t("plan.effort.state", effort.state())));
    }

    private String area(Optional<LifeArea> area) {
        return area.map(one -> page.t("plan.area", one)).orElse("");
    }

    private String words(GoalId id, PlanContent content) {
        return content.goals().stream()
                .filter(goal -> goal.id().equals(id))
                .findFirst()
                .map(PlanContent.Goal::words)
                .orElse(page.t("plan-document.change.goal-gone"));
    }

    /** What it is about, and of one that is changed what differs; all that is told of one that has come or gone. */
    private static List<Aspect> aspects(Optional<List<Said>> before, Optional<List<Said>> after) {
        var aspects = new ArrayList<Aspect>();
        var shown = after.or(() -> before).orElseThrow();
        for (int i = 0; i < shown.size(); i++) {
            var label = shown.get(i).label();
            var was = text(before, i);
            var is = text(after, i);
            if (before.isEmpty() || after.isEmpty()) {
                if (!(was + is).isEmpty()) {
                    aspects.add(new Aspect(label, was, is));
                }
            } else if (i == 0 || !was.equals(is)) {
                aspects.add(new Aspect(label, was.equals(is) ? "" : was, is));
            }
        }
        return aspects;
    }

    private static String text(Optional<List<Said>> said, int i) {
        return said.map(all -> all.get(i).text()).orElse("");
    }
}
