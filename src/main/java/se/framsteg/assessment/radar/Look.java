package se.framsteg.assessment.radar;

/**
 * How a series looks: it can be told from the others by the shape of its marker, by its dashes and by its colour. The
 * markers nest, so that all four can be seen in the same place: disc in diamond in square, with a triangle round them.
 *
 * @param name the part of the class name that radar.css knows it by
 * @param marker its outline as a path round its own origin
 * @param area whether a complete series is given a surface
 * @param colour what is used where no stylesheet is read
 */
record Look(String name, String colour, double width, String dashes, String marker, boolean filled, boolean area) {

    static Look of(Series series) {
        return switch (series) {
            case PARTICIPANT_NOW ->
                new Look("participant-now", "#0e5a66", 2.5, "none", "M-4 0A4 4 0 1 1 4 0A4 4 0 1 1 -4 0Z", true, true);
            case CASEWORKER_NOW ->
                new Look("caseworker-now", "#8a4b12", 2.5, "8 5", "M-7.5 -7.5H7.5V7.5H-7.5Z", false, true);
            case PARTICIPANT_EARLIER ->
                new Look("participant-earlier", "#3f828c", 1.5, "2 3", "M0 -12.5L10 5.5H-10Z", false, false);
            case CASEWORKER_EARLIER ->
                new Look("caseworker-earlier", "#a2723a", 1.5, "9 3 2 3", "M0 -8L8 0L0 8L-8 0Z", false, false);
        };
    }

    double markerWidth() {
        return filled ? 1 : width * 0.8;
    }
}
