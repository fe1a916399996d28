package se.framsteg.assessment.radar;

import java.util.List;

/** The text at the end of an axis, broken into lines. */
record Label(List<String> lines, Box box, Anchor anchor) {

    /** The side on which the lines of a text are flush. */
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        final String attribute;

        Anchor(String attribute) {
            this.attribute = attribute;
        }
    }

    double x() {
        return switch (anchor) {
            case START -> box.left();
            case MIDDLE -> box.left() + box.width() / 2;
            case END -> box.right();
        };
    }
}
