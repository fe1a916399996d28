package se.framsteg.pathway.library;

import se.framsteg.shared.AssociationId;

/** Where an association keeps its own pathways. */
record Shelf(AssociationId association) {}
