package se.framsteg.consultation;

import se.framsteg.shared.TeamId;

/** The questions to a team, as a thing that the guard is asked about. */
record TeamQuestions(TeamId team) {}
