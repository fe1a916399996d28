package se.framsteg.consent.mine;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import se.framsteg.consent.Consent;
import se.framsteg.consent.ConsentView;
import se.framsteg.consent.ConsentView.State;
import se.framsteg.consent.Recipient;
import se.framsteg.consent.colleague.OwnColleagues.Named;
import se.framsteg.shared.OrganisationId;

/**
 * What the page tells the participant.
 *
 * @param view the own ledger
 * @param named who is named on the case, by organisation and name
 */
public record Shared(ConsentView view, List<Named> named) {

    /** With whom something is shared now, by name. */
    public List<ConsentView.About> now() {
        return view.about(State.HOLDS);
    }

    /** To whom the person has said no, whom they have stopped, or whose yes has run out: the latest first. */
    public List<ConsentView.About> over() {
        return Stream.concat(view.about(State.NOTHING).stream(), view.about(State.RAN_OUT).stream())
                .sorted(Comparator.comparing((ConsentView.About about) ->
                                about.one().answer().recordedAt())
                        .reversed())
                .toList();
    }

    /** What the person has said about somebody before, the latest first. That a new answer took the place of one goes without saying. */
    public static List<ConsentView.Line> earlier(ConsentView.About about) {
        return about.earlier().stream()
                .filter(line -> line.turn() != Consent.Turn.REPLACED)
                .toList();
    }

    /** Those of the recipient who are named on the case, and so are the ones who can look. */
    public List<Named> namedAt(Consent consent) {
        return named.stream()
                .filter(one -> consent.to().equals(new Recipient.Organisation(one.organisation())))
                .toList();
    }

    /** Whether it is an organisation, whose staff read in the program if they are named. */
    public boolean readsHere(Consent consent) {
        return consent.to() instanceof Recipient.Organisation;
    }

    /** Those who are named and can look at nothing: the person has not said yes to their organisation. */
    public List<Named> waiting() {
        return named.stream().filter(one -> !opens(one.organisation())).toList();
    }

    private boolean opens(OrganisationId organisation) {
        return view.holds().stream()
                .anyMatch(line -> line.consent().to().equals(new Recipient.Organisation(organisation)));
    }

    /** The number alone: names stay out of logs. */
    @Override
    public String toString() {
        return now().size() + " shared";
    }
}
