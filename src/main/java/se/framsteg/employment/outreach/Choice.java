package se.framsteg.employment.outreach;

import java.util.Optional;
import se.framsteg.employment.outreach.EmployerContact.Where;

/** An employer, or a workplace of one, to choose. */
public record Choice(Where where, String employer, Optional<String> workplace) {
    public String called() {
        return workplace.map(name -> employer + ", " + name).orElse(employer);
    }
}
