package se.framsteg.consent.mine;

import java.util.List;
import se.framsteg.consent.Answer.Answered;
import se.framsteg.consent.Consent;
import se.framsteg.consent.ConsentView;
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

    /** What is open now, by recipient. */
    public List<ConsentView.Line> now() {
        return view.holds();
    }

    /** What the person has said no to, has stopped, or has let run out: the last answer of each, the latest first. */
    public List<ConsentView.Line> over() {
        return view.history().reversed().stream()
                .filter(line -> line.answer().equals(line.consent().last()))
                .filter(line -> line.answer().answered() != Answered.YES || view.ranOut().contains(line))
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
        return now().stream().anyMatch(line -> line.consent().to().equals(new Recipient.Organisation(organisation)));
    }

    /** The number alone: names stay out of logs. */
    @Override
    public String toString() {
        return now().size() + " shared";
    }
}
