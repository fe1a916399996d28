package se.framsteg.cases;

import se.framsteg.shared.CaseId;

/** A case has been given to another caseworker. Told in the transaction that gave it. */
public record CaseReassigned(CaseId caseId) {}
