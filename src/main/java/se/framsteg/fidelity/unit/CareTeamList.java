package se.framsteg.fidelity.unit;

/** The list on which a caseworker tells which care teams the own people come from. */
enum CareTeamList {
    OWN
}
