package se.framsteg.fidelity.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.framsteg.fidelity.measure.Window;
import se.framsteg.fidelity.scale.ScaleId;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/**
 * A review as stored.
 *
 * @param agreed when the raters agreed; empty until then
 * @param summary what they wrote of the whole, up to 4,000 characters
 * @param raters who rate, each on their own
 */
record Review(
        ReviewId id,
        AssociationId association,
        InitiativeId initiative,
        ScaleId scale,
        Window window,
        Instant opened,
        Optional<Instant> agreed,
        String summary,
        List<Rater> raters,
        int version) {

    /** @param version of this rater's scores */
    record Rater(StaffId staff, Optional<Instant> finished, int version) {}

    /** Whether all raters are done, so that each may see what the others found. */
    boolean rated() {
        return raters.stream().allMatch(rater -> rater.finished().isPresent());
    }

    Optional<Rater> rater(StaffId staff) {
        return raters.stream().filter(rater -> rater.staff().equals(staff)).findFirst();
    }

    @Override
    public String toString() {
        return "fidelity review " + id;
    }
}
