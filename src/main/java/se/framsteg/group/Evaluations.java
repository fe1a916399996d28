package se.framsteg.group;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.Result;
import se.framsteg.group.Answer.Question;
import se.framsteg.group.Answer.Scale;
import se.framsteg.shared.NotFoundException;

/**
 * The door to the evaluation of a group, for its leaders. It is anonymous: nothing of it is shown before it has been closed, which happens
 * once, and never of fewer than five answers.
 */
@Component
public class Evaluations {
    private final Guard guard;
    private final GroupStore groups;
    private final EvaluationStore evaluations;
    private final Clock clock;

    Evaluations(Guard guard, GroupStore groups, EvaluationStore evaluations, Clock clock) {
        this.guard = guard;
        this.groups = groups;
        this.evaluations = evaluations;
        this.clock = clock;
    }

    /**
     * How it stands.
     *
     * @param over whether the last session has come, so that it can be answered
     * @param count how many have answered
     * @param tallies to each question; empty while nothing is shown
     */
    public record View(Programme group, boolean over, int count, List<Tally> tallies, List<Words> words) {
        public boolean open() {
            return over && !group.evaluationClosed();
        }

        public boolean shown() {
            return !tallies.isEmpty();
        }
    }

    /**
     * What was answered to one question.
     *
     * @param steps how many chose each; empty where fewer than five answered this question
     * @param total how many answered it
     */
    public record Tally(Question question, Map<Scale, Integer> steps, int total) {
        /** Of those who answered, in per cent, to draw it. */
        public int share(Scale step) {
            return total == 0 ? 0 : Math.round(100f * steps.getOrDefault(step, 0) / total);
        }
    }

    /** What was answered in words to one question, in no order. */
    public record Words(String question, List<String> texts) {}

    /** @throws NotFoundException if the actor does not lead the group */
    @Transactional
    public View see(Actor.Staff actor, GroupId id) {
        guard.admit(actor, Action.EVALUATE_GROUP, id);
        var group = groups.find(id).orElseThrow(NotFoundException::new);
        var answers = evaluations.results(id);
        return new View(
                group,
                group.over(LocalDate.now(clock)),
                evaluations.count(id),
                answers.isEmpty()
                        ? List.of()
                        : Arrays.stream(Question.values())
                                .map(question -> tally(question, answers))
                                .toList(),
                List.of(
                        words("best", answers.stream().map(Answer::best).toList()),
                        words("change", answers.stream().map(Answer::change).toList())));
    }

    static Tally tally(Question question, List<Answer> answers) {
        var said = answers.stream().flatMap(one -> one.to(question).stream()).toList();
        var steps = new EnumMap<Scale, Integer>(Scale.class);
        if (said.size() >= Answer.FEWEST) {
            for (var step : Scale.values()) {
                steps.put(step, (int) said.stream().filter(step::equals).count());
            }
        }
        return new Tally(question, steps, said.size());
    }

    /** In the order of the alphabet, so that it is not told which answers belong together. */
    private static Words words(String question, List<String> texts) {
        return new Words(
                question,
                texts.stream().filter(text -> !text.isEmpty()).sorted().toList());
    }

    /**
     * Puts in an answer that was given on paper. The same id once more changes nothing.
     *
     * @return stale if it has been closed, or has as many answers as there were persons
     * @throws NotFoundException if the actor does not lead the group
     */
    @Transactional
    public Result<GroupId> enter(Actor.Staff actor, GroupId id, AnswerId answerId, Answer answer) {
        guard.admit(actor, Action.EVALUATE_GROUP, id);
        if (answer.tells() || answer.isEmpty()) {
            return Result.refused("best", "evaluation.identifying.several");
        }
        return evaluations.enter(answerId, id, answer) ? new Result.Done<>(id) : new Result.Stale<>();
    }

    /**
     * Closes it: no more answers are taken, and those there are can be read if they are enough.
     *
     * @return stale if it has been closed already
     * @throws NotFoundException if the actor does not lead the group
     */
    @Transactional
    public Result<GroupId> close(Actor.Staff actor, GroupId id) {
        guard.admit(actor, Action.EVALUATE_GROUP, id);
        var group = groups.find(id).orElseThrow(NotFoundException::new);
        if (!group.over(LocalDate.now(clock))) {
            return Result.refused("", "evaluation.not-over");
        }
        return evaluations.close(id, actor.id()) ? new Result.Done<>(id) : new Result.Stale<>();
    }
}
