package se.framsteg.assessment.radar;

/** One line of the diagram: a voice at a point in time. The order is that of legend and table. */
public enum Series {
    PARTICIPANT_NOW,
    CASEWORKER_NOW,
    PARTICIPANT_EARLIER,
    CASEWORKER_EARLIER;

    /** The current line of a voice. */
    public static Series now(Voice voice) {
        return voice == Voice.PARTICIPANT ? PARTICIPANT_NOW : CASEWORKER_NOW;
    }

    /** The line of a voice in the round compared with. */
    public static Series earlier(Voice voice) {
        return voice == Voice.PARTICIPANT ? PARTICIPANT_EARLIER : CASEWORKER_EARLIER;
    }
}
