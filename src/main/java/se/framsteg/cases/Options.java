package se.framsteg.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import se.framsteg.shared.Id;
import se.framsteg.shared.Region;
import se.framsteg.ui.Page;

/** What there is to choose from in this room's forms: value to text, in order. */
public final class Options {
    private Options() {}

    /** The values of an enum, with the texts {@code prefix.VALUE}. */
    @SafeVarargs
    public static <E extends Enum<E>> Map<String, String> of(Page page, String prefix, E... values) {
        var options = new LinkedHashMap<String, String>();
        for (var value : values) {
            options.put(value.name(), page.t(prefix, value));
        }
        return options;
    }

    public static Map<String, String> of(Map<? extends Id, String> named) {
        var options = new LinkedHashMap<String, String>();
        named.forEach((id, name) -> options.put(id.toString(), name));
        return options;
    }

    public static Map<String, String> languages(Page page) {
        var options = new LinkedHashMap<String, String>();
        Languages.CODES.forEach(code -> options.put(code, page.t("language." + code)));
        return options;
    }

    public static Map<String, String> regions() {
        var options = new LinkedHashMap<String, String>();
        for (var region : Region.values()) {
            options.put(region.code(), region.title());
        }
        return options;
    }
}
