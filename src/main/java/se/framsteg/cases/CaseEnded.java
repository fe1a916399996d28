package se.framsteg.cases;

import java.time.LocalDate;
import se.framsteg.shared.CaseId;

/** A case has ended. Told in the transaction that ended it. */
public record CaseEnded(CaseId caseId, LocalDate endedOn) {}
