package se.framsteg.consent;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person's consents as they are told.
 *
 * @param holds what holds today, by recipient
 * @param ranOut what was a yes, has run out, and has been neither renewed nor withdrawn
 * @param history every answer, in the order in which they were recorded
 */
public record ConsentView(List<Line> holds, List<Line> ranOut, List<Line> history) {
    /**
     * One answer to one question.
     *
     * @param from name of the organisation that asked
     * @param called name of the recipient
     * @param by name of who recorded it; empty if the person did it alone
     */
    public record Line(Consent consent, Answer answer, String from, String called, String by) {
        public Consent.Turn turn() {
            return consent.turn(answer);
        }

        /** The recipient's sort, if it is somebody named. */
        public Optional<Recipient.Sort> sort() {
            return consent.to() instanceof Recipient.Named named ? Optional.of(named.sort()) : Optional.empty();
        }

        /** Not the names: they stay out of logs. */
        @Override
        public String toString() {
            return consent + " " + answer.number();
        }
    }

    /** The last answer to this question, if it is a yes that can be withdrawn, narrowed or renewed. */
    public Optional<Line> yes(ConsentId id) {
        return Stream.concat(holds.stream(), ranOut.stream())
                .filter(line -> line.consent().id().equals(id))
                .findFirst();
    }
}
