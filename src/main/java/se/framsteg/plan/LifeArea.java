package se.framsteg.plan;

/** The areas of life that a plan looks at all of, also those that nothing is planned in (Min plan, case management). */
public enum LifeArea {
    HOUSING,
    HEALTH,
    ECONOMY,
    NETWORK,
    LEISURE,
    WORK,
    STUDY
}
