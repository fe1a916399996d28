package se.framsteg.ui;

import java.util.List;

/**
 * Who looks at the page, as the layout shows it.
 *
 * @param name shown beside the way to sign out
 * @param navigation the main ways, left to right
 */
public record Viewer(String name, List<Way> navigation) {
    /**
     * One way in the main navigation.
     *
     * @param textKey its text
     * @param path where it leads; pages below it belong to it
     */
    public record Way(String textKey, String path) {
        /** Whether the page at this path belongs to it. */
        public boolean leadsTo(String current) {
            return path.equals("/") ? current.equals("/") : current.equals(path) || current.startsWith(path + "/");
        }
    }
}
