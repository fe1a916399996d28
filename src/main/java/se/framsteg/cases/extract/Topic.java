package se.framsteg.cases.extract;

/** What a chapter is about; they come in this order. The heading is under {@code extract.topic}. */
public enum Topic {
    PERSON,
    REFERRAL,
    CASE,
    ASSIGNMENTS,
    CASE_CHANGES,
    CONSENTS,
    COLLEAGUES,
    ROUNDS,
    ROUND_CHANGES,
    AGREEMENTS,
    PLAN,
    RESOURCE_GROUP,
    ACTIVITIES,
    EMPLOYMENTS,
    NOTES,
    REMINDERS,
    EMERGENCIES,
    RESTRICTIONS,
    HOLDS,
    LOOKS
}
