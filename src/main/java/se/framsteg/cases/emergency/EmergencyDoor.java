package se.framsteg.cases.emergency;

/** The door to the cases of one's own organisation that one does not reach, as a thing that the guard is asked about. */
enum EmergencyDoor {
    OWN_ORGANISATION
}
