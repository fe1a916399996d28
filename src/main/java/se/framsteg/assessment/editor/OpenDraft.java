package se.framsteg.assessment.editor;

import java.util.List;
import java.util.Map;
import se.framsteg.assessment.outline.Outline;
import se.framsteg.shared.InstrumentId;
import se.framsteg.ui.Fields;

/**
 * A draft that is open for change.
 *
 * @param edition goes into the form, and back with the change
 */
public record OpenDraft(InstrumentId id, int edition, Outline outline) {
    public String path() {
        return "/instruments/" + id;
    }

    /** The languages of what participants meet. */
    public List<String> languages() {
        return outline.about().languages();
    }

    /** The languages of what only the staff meet. */
    public List<String> staffLanguages() {
        return Languages.ofStaff(languages());
    }

    Fields filled(Map<String, String> values) {
        var fields = Fields.empty();
        values.forEach(fields::with);
        return fields.with("version", edition);
    }
}
