package se.framsteg.initiative;

import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.InstrumentId;

/** An initiative measures with another instrument from now on. Told in the transaction that changed it. */
public record InstrumentChanged(InitiativeId initiative, InstrumentId instrument) {}
