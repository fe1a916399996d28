package se.framsteg.assessment.editor;

import java.util.List;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.shared.InstrumentId;
import se.framsteg.ui.Page;

/**
 * An instrument shown to staff as a respondent will see it.
 *
 * @param page the page in the staff's own language, for what is said about the preview
 * @param language that of the respondent
 * @param languages those that this respondent can choose among
 * @param reviewed whether somebody has reviewed the translation to the language
 */
public record Preview(
        Page page,
        InstrumentId instrument,
        Respondent respondent,
        String language,
        List<String> languages,
        boolean reviewed) {

    /** Where the preview is, to be followed by what to show. */
    public String path() {
        return "/instruments/" + instrument + "/preview/" + respondent.field();
    }

    public String path(int number) {
        return path() + "?language=" + language + "&number=" + number;
    }

    public String pathIn(String other, int number) {
        return path() + "?language=" + other + "&number=" + number;
    }

    public String back() {
        return "/instruments/" + instrument;
    }
}
