package se.framsteg.assessment.radar;

/**
 * The sizes of the drawing. One unit is one CSS pixel at the width designed for: a phone of 320 pixels less its margins, one
 * of three columns on a screen for two, and a column on a desk.
 */
enum Size {
    NARROW("narrow", 288, 100, 112, 13, 96),
    MEDIUM("medium", 480, 118, 140, 14, 114),
    WIDE("wide", 640, 154, 154, 15, 152);

    /** The part of the class name that radar.css knows it by. */
    final String name;

    final double width;
    final double radiusWithNames;
    final double radiusWithNumbers;
    final double font;
    final double longestLine;

    Size(String name, double width, double radiusWithNames, double radiusWithNumbers, double font, double longestLine) {
        this.name = name;
        this.width = width;
        this.radiusWithNames = radiusWithNames;
        this.radiusWithNumbers = radiusWithNumbers;
        this.font = font;
        this.longestLine = longestLine;
    }

    double lineHeight() {
        return font * 1.25;
    }

    double halfWidth() {
        return width / 2;
    }
}
