package se.framsteg.review;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which occasions of a review are shown.
 *
 * @param left only those without a verdict
 */
record Shown(Optional<Sign> sign, boolean left) {
    static final String LEFT = "left";

    /** What is asked for in an address; everything if that is nothing known. */
    static Shown of(String asked) {
        return new Shown(sign(asked), asked.equals(LEFT));
    }

    static Optional<Sign> sign(String asked) {
        return Arrays.stream(Sign.values())
                .filter(sign -> sign.name().equals(asked))
                .findFirst();
    }

    @Override
    public String toString() {
        return sign.map(Enum::name).orElse(left ? LEFT : "all");
    }
}
