package se.framsteg.economy;

import se.framsteg.shared.AssociationId;

/** The economy of an association: its amounts, and the list of its calculations. */
public record Economy(AssociationId association) {}
