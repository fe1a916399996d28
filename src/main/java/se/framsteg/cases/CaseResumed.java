package se.framsteg.cases;

import java.time.LocalDate;
import se.framsteg.shared.CaseId;

/**
 * A case that had a pause goes on. Told in the transaction that resumed it.
 *
 * @param pausedOn the first day of the pause
 */
public record CaseResumed(CaseId caseId, LocalDate pausedOn) {}
