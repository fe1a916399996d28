package se.framsteg.fidelity.measure;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.shared.InitiativeId;

/** Works some measures out from the records of an initiative. Guards nothing; must be asked by whoever leads it, whose reach it tells of. */
interface MeasureSource {
    /** What it works out, always together. */
    Set<Measure> measures();

    /**
     * @param window ends today at the latest
     * @param log what the specialists logged in the window: read when it is first asked for, and once
     */
    Map<Measure, Measured> of(InitiativeId initiative, Window window, Supplier<LogFigures> log);
}
