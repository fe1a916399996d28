package se.framsteg.shared.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with one file, so that all of it can be told at once (up to {@value #MOST} faults). */
final class Problems {

    private static final int LONGEST_ARGUMENT = 100;
    private static final int MOST = 500;

    private final List<Problem> found = new ArrayList<>();

    /** Notes a fault at a line and column counted from 0, as the parser counts. */
    void report(int line, int column, Fault fault, Object... arguments) {
        if (found.size() == MOST) {
            return;
        }
        List<String> words = Arrays.stream(arguments)
                .map(String::valueOf)
                .map(Problems::shortened)
                .toList();
        found.add(new Problem(line + 1, column + 1, fault, words));
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Problem> inFileOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    private static String shortened(String argument) {
        return argument.length() <= LONGEST_ARGUMENT ? argument : argument.substring(0, LONGEST_ARGUMENT) + "…";
    }
}
