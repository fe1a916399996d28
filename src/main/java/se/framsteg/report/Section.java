package se.framsteg.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The chapters that a report can have, in order. No official template exists: each initiative switches those on that its report is to have. */
public enum Section {
    SUMMARY,
    FRAME,
    GOALS,
    PEOPLE(Of.PERSONS),
    INCOME(Of.PERSONS),
    OUTCOMES(Of.PERSONS),
    EFFORTS(Of.PERSONS),
    PROGRESSION(Of.PERSONS),
    EVALUATION(Of.PERSONS),
    ACTIVITIES(Of.ORGANISATIONS),
    TRAINING(Of.PERSONS),
    FIDELITY(Of.PERSONS),
    MONEY,
    WORTH,
    DEVIATIONS,
    IMPLEMENTATION,
    EXAMPLES;

    private enum Of {
        PERSONS,
        ORGANISATIONS,
        BOTH
    }

    private final Of of;

    Section() {
        this(Of.BOTH);
    }

    Section(Of of) {
        this.of = of;
    }

    /** Those that a report can have of an initiative for individuals, or of a structural one. */
    public static Set<Section> offered(boolean structural) {
        return Arrays.stream(values())
                .filter(one -> one.of != (structural ? Of.PERSONS : Of.ORGANISATIONS))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
    }
}
