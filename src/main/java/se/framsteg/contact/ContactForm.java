package se.framsteg.contact;

import java.util.List;
import java.util.Map;
import se.framsteg.contact.Contact.Details;
import se.framsteg.contact.Contact.Kind;
import se.framsteg.contact.Contact.Party;
import se.framsteg.contact.Contact.Phase;
import se.framsteg.contact.Contact.Place;
import se.framsteg.ui.Fields;

/** The fields of a contact, read from a form and filled in (template {@code contact/fields}). */
public final class ContactForm {
    /** Most meetings are one of these; any other length is typed. */
    static final List<String> MINUTES = List.of("15", "30", "45", "60", "90");

    private ContactForm() {}

    public static Details read(Fields fields, Kind kind) {
        return new Details(
                fields.date("day", "contact.day"),
                kind,
                fields.optionalChoice("place", Place.class),
                minutes(fields),
                fields.choice("phase", Phase.class, "contact.phase"),
                fields.checked("missed"),
                fields.choices("tookPart", Party.class));
    }

    /** What is typed goes before what is chosen, which can't be unchosen without script. */
    private static int minutes(Fields fields) {
        if (!fields.value("otherMinutes").isBlank()) {
            return fields.number("otherMinutes", 1, Contact.LONGEST);
        }
        if (!MINUTES.contains(fields.value("minutes"))) {
            fields.fail("minutes", "contact.minutes.required");
            return 1;
        }
        return Integer.parseInt(fields.value("minutes"));
    }

    public static void fill(Fields fields, Details details) {
        written(details).forEach(fields::with);
        fields.with("tookPart", details.tookPart());
    }

    public static Map<String, String> written(Details details) {
        var minutes = String.valueOf(details.minutes());
        var common = MINUTES.contains(minutes);
        return Map.of(
                "day", details.day().toString(),
                "kind", details.kind().name(),
                "place", details.place().map(Enum::name).orElse(""),
                "minutes", common ? minutes : "",
                "otherMinutes", common ? "" : minutes,
                "phase", details.phase().name(),
                "missed", details.missed() ? "true" : "");
    }
}
