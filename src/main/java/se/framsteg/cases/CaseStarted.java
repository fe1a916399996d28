package se.framsteg.cases;

import java.time.LocalDate;
import se.framsteg.shared.CaseId;

/** A case has started. Told in the transaction that started it. */
public record CaseStarted(CaseId caseId, LocalDate startedOn) {}
