package se.framsteg.consent;

/** A scanned paper as it was handed in. Only ever to be given out as a file to save. */
public record Paper(String mediaType, byte[] content) {
    /** The ending of a file of this type, with its point. */
    String ending() {
        return switch (mediaType) {
            case "application/pdf" -> ".pdf";
            case "image/png" -> ".png";
            default -> ".jpg";
        };
    }

    @Override
    public String toString() {
        return mediaType;
    }
}
