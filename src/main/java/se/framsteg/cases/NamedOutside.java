package se.framsteg.cases;

import java.util.Map;
import java.util.Set;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

/**
 * Colleagues of other organisations who are named on a case. The room of consents keeps them; this one asks it when a person
 * becomes protected. Guards nothing: the caller does.
 */
public interface NamedOutside {
    /** Who is named now: name and organisation. */
    Map<StaffId, String> of(CaseId id);

    /** Ends all namings on the case but these, which acts at once. */
    void endAllBut(Set<StaffId> kept, CaseId id, StaffId by);
}
