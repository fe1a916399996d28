package se.framsteg.plan;

import se.framsteg.shared.CaseId;

/** A plan has ended, by itself or with its case. Told in the transaction that ended it. */
public record PlanEnded(CaseId caseId, PlanId planId) {}
