package se.framsteg.consultation;

/** One's own questions and those to one's teams, as a thing that the guard is asked about. */
enum ConsultationDesk {
    OWN
}
