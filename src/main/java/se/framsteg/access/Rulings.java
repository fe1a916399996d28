package se.framsteg.access;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What all rules say of an actor and a thing. Several rooms may have a rule about the same kind of thing: what one does not
 * open, another may. A rule about a part of something asks here about the whole.
 */
@Component
public class Rulings {
    private final ObjectProvider<Rule<?>> rules;
    private volatile @Nullable Map<Class<?>, List<Rule<?>>> byKind;

    Rulings(ObjectProvider<Rule<?>> rules) {
        this.rules = rules;
    }

    /**
     * The first ruling that allows anything, in the order of the rules; otherwise the first there is. Empty if there is no such
     * thing as far as the actor may know.
     */
    public <S> Optional<Ruling> of(Actor actor, S subject) {
        var found = Optional.<Ruling>empty();
        for (Rule<S> rule : about(subject)) {
            var ruling = rule.ruling(actor, subject);
            if (ruling.isPresent() && !ruling.get().allowed().isEmpty()) {
                return ruling;
            }
            found = found.or(() -> ruling);
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private <S> List<Rule<S>> about(S subject) {
        var found = all().getOrDefault(subject.getClass(), List.of());
        if (found.isEmpty()) {
            throw new IllegalStateException(
                    "no rule about " + subject.getClass().getSimpleName());
        }
        return (List<Rule<S>>) (List<?>) found;
    }

    // Found when first asked: rules about parts need this room's answer about the whole, and so can't be there before
    // it.
    private Map<Class<?>, List<Rule<?>>> all() {
        var known = byKind;
        if (known == null) {
            known = rules.orderedStream().collect(groupingBy(Rule::about));
            byKind = known;
        }
        return known;
    }
}
