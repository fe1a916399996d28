package se.framsteg.group;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.Result;
import se.framsteg.group.Answer.Question;
import se.framsteg.group.Answer.Scale;
import se.framsteg.group.EvaluationStore.Given;
import se.framsteg.shared.NotFoundException;
import se.framsteg.statistics.SmallCells;

/**
 * The door to the evaluation of a group, for its leaders. It is anonymous: nothing of it is shown before it has been closed, which happens
 * once, and never of fewer than five answers, on the own page or on paper: the leaders know what was on the papers. What is shown is as
 * coarse as small counts make it (docs/adr/0013).
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
     * @param steps how many chose each, or each half of the scale; empty where that would tell of one to four
     */
    public record Tally(Question question, List<Steps> steps) {
        /** How many answered it, as far as it is shown. */
        public int total() {
            return steps.stream().mapToInt(Steps::count).sum();
        }

        /** Of those who answered, in per cent, to draw it. */
        public int share(Steps some) {
            return total() == 0 ? 0 : Math.round(100f * some.count() / total());
        }
    }

    /** Steps counted as one, from the one to the other. */
    public record Steps(Scale from, Scale to, int count) {}

    /** What was answered in words to one question, in no order; empty unless at least five wrote any. */
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
                List.of(words("best", answers, Answer::best), words("change", answers, Answer::change)));
    }

    /** On the finest rung that is safe for those on paper, whom the leaders know, and for the rest. */
    static Tally tally(Question question, List<Given> answers) {
        var own = steps(question, answers, false);
        var paper = steps(question, answers, true);
        var all = IntStream.range(0, own.length).map(i -> own[i] + paper[i]).toArray();
        var bands = Arrays.stream(all).sum() == 0
                ? List.<SmallCells.Band>of()
                : SmallCells.finest(SmallCells.divisions(all.length), List.of(own, paper));
        var scale = Scale.values();
        return new Tally(
                question,
                bands.stream()
                        .map(band -> new Steps(scale[band.from()], scale[band.to()], band.sum(all)))
                        .toList());
    }

    private static int[] steps(Question question, List<Given> answers, boolean onPaper) {
        var counts = new int[Scale.values().length];
        answers.stream()
                .filter(one -> one.onPaper() == onPaper)
                .flatMap(one -> one.answer().to(question).stream())
                .forEach(step -> counts[step.ordinal()]++);
        return counts;
    }

    /** In the order of the alphabet, so that it is not told which answers belong together. */
    static Words words(String question, List<Given> answers, Function<Answer, String> said) {
        var written = answers.stream()
                .filter(one -> !said.apply(one.answer()).isEmpty())
                .toList();
        var paper = (int) written.stream().filter(Given::onPaper).count();
        return new Words(
                question,
                SmallCells.shown(paper, written.size() - paper)
                        ? written.stream()
                                .map(one -> said.apply(one.answer()))
                                .sorted()
                                .toList()
                        : List.of());
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
