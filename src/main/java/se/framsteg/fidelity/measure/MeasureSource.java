package se.framsteg.fidelity.measure;

import java.util.Map;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.shared.InitiativeId;

/** Works some measures out from the records of an initiative. Guards nothing; must be asked by whoever leads it, whose reach it tells of. */
interface MeasureSource {
    /** @param window ends today at the latest */
    Map<Measure, Measured> of(InitiativeId initiative, Window window);
}
