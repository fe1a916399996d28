package se.framsteg.assessment.talk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import se.framsteg.assessment.Round;
import se.framsteg.assessment.progression.Progression;
import se.framsteg.shared.RoundId;

/**
 * A case's agreements as they are taken up in the talk about one round. Those of later talks are not among them.
 *
 * @param lastTime what to ask about: all of the talk before, and what was still open when this talk began
 * @param now what was agreed in this talk
 * @param older what was settled before, and what has been withdrawn
 */
public record Agreed(List<Agreement> lastTime, List<Agreement> now, List<Agreement> older) {
    /**
     * As it is shown in the talk about a round, on the screen as on paper: of the talk that goes on now, as for those who {@link
     * #meetingAgain meet again}.
     */
    static Agreed in(Progression.View view, RoundId round, List<Agreement> all, LocalDate today) {
        var rounds = view.all().stream().map(Round::id).toList();
        var agreed = at(round, rounds, all);
        return view.latest(round) ? agreed.meetingAgain(today) : agreed;
    }

    /**
     * @param rounds all rounds of the case, in order of time
     * @param all the agreements, in the order in which they were made
     */
    public static Agreed at(RoundId round, List<RoundId> rounds, List<Agreement> all) {
        var talk = rounds.indexOf(round);
        var known = all.stream()
                .filter(agreement -> rounds.indexOf(agreement.round()) <= talk)
                .toList();
        var now = known.stream()
                .filter(agreement -> agreement.round().equals(round) && !agreement.withdrawn())
                .toList();
        var lastTime = lastTime(talk, rounds::indexOf, known);
        var older = known.stream()
                .filter(agreement -> !now.contains(agreement) && !lastTime.contains(agreement))
                .toList();
        return new Agreed(lastTime, now, older);
    }

    /**
     * The same for those who meet again before the next round: what was agreed in this talk and should have been done by now
     * is asked about first, as what was agreed last time.
     */
    public Agreed meetingAgain(LocalDate today) {
        var overdue = now.stream().filter(agreement -> agreement.overdue(today)).toList();
        var ahead = now.stream().filter(Predicate.not(overdue::contains)).toList();
        return new Agreed(Stream.concat(overdue.stream(), lastTime.stream()).toList(), ahead, older);
    }

    private static List<Agreement> lastTime(int talk, ToIntFunction<RoundId> order, List<Agreement> known) {
        var before = known.stream()
                .filter(agreement -> order.applyAsInt(agreement.round()) < talk && !agreement.withdrawn())
                .toList();
        var talkBefore = before.stream().map(Agreement::round).max(Comparator.comparingInt(order));
        return before.stream()
                .filter(agreement ->
                        talkBefore.filter(agreement.round()::equals).isPresent() || openBefore(talk, order, agreement))
                .toList();
    }

    private static boolean openBefore(int talk, ToIntFunction<RoundId> order, Agreement agreement) {
        return agreement.followUps().stream()
                .filter(followUp -> order.applyAsInt(followUp.round()) < talk)
                .reduce((_, later) -> later)
                .filter(last -> last.outcome().settles())
                .isEmpty();
    }
}
