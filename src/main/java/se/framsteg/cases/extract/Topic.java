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
    NEEDS,
    PLAN,
    PLAN_VERSIONS,
    PLAN_MEETINGS,
    RESOURCE_GROUP,
    ACTIVITIES,
    GROUPS,
    EMPLOYMENTS,
    CARE_TEAMS,
    PATHWAYS,
    WORKSHEETS,
    CONTACTS,
    NOTES,
    REMINDERS,
    LETTERS,
    EMERGENCIES,
    RESTRICTIONS,
    HOLDS,
    LOOKS
}
