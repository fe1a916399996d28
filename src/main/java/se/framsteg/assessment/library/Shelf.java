package se.framsteg.assessment.library;

import se.framsteg.shared.AssociationId;

/** Where an association keeps its own instruments. */
record Shelf(AssociationId association) {}
