package se.framsteg.fidelity.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/**
 * The unit of an initiative, for its leads.
 *
 * @param specialists those of today first, by name
 * @param colleagues who can be one: caseworkers of the initiative's own organisation, by name
 * @param logReviews the last ones first
 */
public record UnitView(
        InitiativeId initiative,
        String name,
        List<Named> specialists,
        Map<StaffId, String> colleagues,
        Map<CareTeamId, String> careTeams,
        List<LogReview> logReviews) {

    public record Named(Specialist specialist, String name) {}

    /** @param words what was talked about, up to 2,000 characters */
    public record LogReview(LogReviewId id, LocalDate on, String words, String by) {}
}
