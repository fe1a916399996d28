package se.framsteg.assessment.editor;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.framsteg.ui.Page;

/** The languages that an instrument can be in, and their names. */
public final class Languages {
    /** Those of the participant's pages; the first is always there. */
    static final List<String> OFFERED = List.of("sv", "en", "ar", "so", "uk", "fa");

    private static final Set<String> STAFF = Set.of("sv", "en");

    private Languages() {}

    /** Those of these that the staff work in; Swedish if there are none, since it has to be there. */
    static List<String> ofStaff(List<String> languages) {
        var staff = languages.stream().filter(STAFF::contains).toList();
        return staff.isEmpty() ? List.of("sv") : staff;
    }

    /** All that can be chosen, and those that a file has brought besides. */
    public static List<String> choices(List<String> present) {
        return Stream.concat(OFFERED.stream(), present.stream()).distinct().toList();
    }

    /** The name of a language in the reader's; its tag where we have none. */
    public static String name(Page page, String language) {
        return OFFERED.contains(language) ? page.t("instrument.language." + language) : language;
    }
}
