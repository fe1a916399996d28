package se.framsteg.rights;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.framsteg.cases.extract.Asked.Reader;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.organisation.StaffRegister.Colleague;
import se.framsteg.shared.StaffId;

/**
 * Everything that is registered about the person in a case.
 *
 * @param number of the case
 * @param organisation the name of the controller
 * @param chapters in the order of their topics; one without entries is there, too
 * @param people who the members of staff in it are
 */
public record Extract(
        String number,
        String organisation,
        Instant madeAt,
        Reader reader,
        List<Chapter> chapters,
        Map<StaffId, Colleague> people) {

    /** The case number alone: what is in it stays out of logs. */
    @Override
    public String toString() {
        return "extract of " + number;
    }
}
