package se.framsteg.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import se.framsteg.initiative.calendar.ReportPeriod;
import se.framsteg.initiative.calendar.ReportPeriod.Kind;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/**
 * A report as it is kept.
 *
 * @param edition from 1; one more for each correction
 * @param corrects the edition before
 * @param correctedBy the released edition that has taken its place
 * @param words what somebody has written, by chapter
 * @param checked who said that it is right; its figures are those of that day from then on
 */
public record Report(
        ReportId id,
        AssociationId association,
        InitiativeId initiative,
        Kind kind,
        LocalDate from,
        LocalDate to,
        int edition,
        Optional<ReportId> corrects,
        Optional<ReportId> correctedBy,
        Map<Section, Words> words,
        Optional<Signed> checked,
        Optional<Signed> released,
        int version) {

    public enum State {
        DRAFT,
        CHECKED,
        RELEASED
    }

    /** @param version of these words, from 1 */
    public record Words(String text, int version) {
        static final Words NONE = new Words("", 0);
    }

    public record Signed(StaffId by, Instant at) {}

    public State state() {
        if (released.isPresent()) {
            return State.RELEASED;
        }
        return checked.isPresent() ? State.CHECKED : State.DRAFT;
    }

    /** Whether it is about these days and of this kind. */
    boolean isOf(ReportPeriod period) {
        return kind == period.kind() && from.equals(period.from()) && to.equals(period.to());
    }

    Words words(Section section) {
        return words.getOrDefault(section, Words.NONE);
    }
}
