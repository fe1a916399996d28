package se.framsteg.assessment.mine;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.framsteg.access.Action;
import se.framsteg.assessment.Round;
import se.framsteg.assessment.Rounds.Offered;
import se.framsteg.assessment.progression.Progression;
import se.framsteg.assessment.talk.Agreement;

/**
 * What the page tells the participant.
 *
 * @param view the own rounds, and one of them to look at
 * @param agreements all that was agreed, in order of time
 */
public record OwnPage(Progression.View view, List<Agreement> agreements) {
    private static final Set<Round.Stage> STILL_OPEN =
            EnumSet.of(Round.Stage.OPEN, Round.Stage.LATE, Round.Stage.RESTING);

    /** Whether there are questions that this key opens. */
    public boolean canAnswer() {
        return view.rounds().stream().anyMatch(OwnPage::opens);
    }

    private static boolean opens(Offered offered) {
        return offered.allowed().contains(Action.ANSWER_AS_PARTICIPANT);
    }

    /** Whether there are questions that it takes a new key to answer. */
    public boolean needsKey() {
        return !canAnswer() && unanswered().findAny().isPresent();
    }

    /** Whether the person has asked that nothing is done: nobody asks them for anything then. */
    public boolean restricted() {
        return view.rounds().stream()
                .anyMatch(offered -> offered.round().around().restricted());
    }

    private Stream<Offered> unanswered() {
        return asked().filter(offered -> !offered.round().participantSent())
                .filter(offered -> offered.stage() == Round.Stage.OPEN || offered.stage() == Round.Stage.LATE);
    }

    /** Whether the own answers have been sent in, but the other's have not. */
    public boolean waiting() {
        return asked().filter(offered -> offered.round().participantSent())
                .anyMatch(offered -> STILL_OPEN.contains(offered.stage()));
    }

    private Stream<Offered> asked() {
        return view.rounds().stream()
                .filter(offered -> !offered.round().around().restricted());
    }

    /** The round that can be answered now, if there is one. */
    public Optional<Round> now() {
        return unanswered().map(Offered::round).findFirst();
    }

    /** The round after that. */
    public Optional<Round> next() {
        return asked().filter(offered -> offered.stage() == Round.Stage.COMING)
                .map(Offered::round)
                .findFirst();
    }

    /** What is still to be done or asked about, the latest first. */
    public List<Agreement> open() {
        return agreed(Agreement::open);
    }

    /** What is settled, the latest first. What was written by mistake is left out. */
    public List<Agreement> settled() {
        return agreed(agreement -> !agreement.open() && !agreement.withdrawn());
    }

    private List<Agreement> agreed(Predicate<Agreement> which) {
        return agreements.reversed().stream().filter(which).toList();
    }

    /** The rounds that can be looked at besides the one shown, the latest first. */
    public List<Round> others() {
        return view.choices().reversed().stream()
                .filter(round -> !isShown(round))
                .toList();
    }

    private boolean isShown(Round round) {
        return view.shown().filter(shown -> shown.round().equals(round)).isPresent();
    }

    /** Whether an earlier round than the latest is shown. */
    public boolean looksBack() {
        return view.shown().isPresent() && !isShown(view.choices().getLast());
    }
}
