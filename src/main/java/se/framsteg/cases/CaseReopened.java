package se.framsteg.cases;

import se.framsteg.shared.CaseId;

/** A case that had ended goes on. Told in the transaction that reopened it. */
public record CaseReopened(CaseId caseId) {}
