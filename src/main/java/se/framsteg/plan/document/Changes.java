package se.framsteg.plan.document;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import se.framsteg.plan.Plan.Part;

/**
 * What changed from one version to the next: nothing exactly if all that lasts is the same, the order of goals and efforts apart.
 * What belongs to one meeting (the day, who came, what was said then) is not compared.
 */
final class Changes {
    private Changes() {}

    /** In the order in which the plan tells it. */
    static List<Change> between(PlanContent before, PlanContent after) {
        var changes = new ArrayList<Change>();
        text(Part.WANTS, before, after).ifPresent(changes::add);
        changes.addAll(each(before.goals(), after.goals(), PlanContent.Goal::id, Change.OfGoal::new));
        Arrays.stream(Part.values())
                .filter(part -> part != Part.WANTS && !PlanContent.OF_ONE_MEETING.contains(part))
                .forEach(part -> text(part, before, after).ifPresent(changes::add));
        changes.addAll(each(before.efforts(), after.efforts(), PlanContent.Effort::id, Change.OfEffort::new));
        for (var field : Change.Field.values()) {
            if (!value(field, before).equals(value(field, after))) {
                changes.add(new Change.Head(field, told(field, before), told(field, after)));
            }
        }
        if (!before.next().equals(after.next())) {
            changes.add(new Change.OfNext(before.next(), after.next()));
        }
        return changes;
    }

    private static Optional<Change> text(Part part, PlanContent before, PlanContent after) {
        return before.text(part).equals(after.text(part))
                ? Optional.empty()
                : Optional.of(new Change.Text(part, before.text(part), after.text(part)));
    }

    private static Object value(Change.Field field, PlanContent content) {
        return field == Change.Field.OVERALL ? content.overall() : told(field, content);
    }

    private static String told(Change.Field field, PlanContent content) {
        return switch (field) {
            case KIND -> content.kind().name();
            case COORDINATOR -> content.coordinator();
            case COORDINATOR_OF -> content.coordinatorOf();
            case OVERALL -> content.overall().map(PlanContent.Party::name).orElse("");
            case MAY_HAVE -> content.mayHave();
        };
    }

    /** Those that were there first, in their order, then those that have come. */
    private static <I, T> List<Change> each(
            List<T> before, List<T> after, Function<T, I> id, BiFunction<Optional<T>, Optional<T>, Change> change) {
        var was = byId(before, id);
        var is = byId(after, id);
        var all = new LinkedHashSet<>(was.keySet());
        all.addAll(is.keySet());
        return all.stream()
                .map(one -> List.of(Optional.ofNullable(was.get(one)), Optional.ofNullable(is.get(one))))
                .filter(two -> !two.getFirst().equals(two.getLast()))
                .map(two -> change.apply(two.getFirst(), two.getLast()))
                .toList();
    }

    private static <I, T> Map<I, T> byId(List<T> list, Function<T, I> id) {
        return list.stream().collect(toMap(id, one -> one, (one, _) -> one, LinkedHashMap::new));
    }
}
