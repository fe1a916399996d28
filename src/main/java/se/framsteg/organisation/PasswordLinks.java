package se.framsteg.organisation;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import se.framsteg.shared.StaffId;

/** Makes the links with which staff choose their passwords. Supplied by the room that signs people in. */
public interface PasswordLinks {
    /** The path of a new link for this member of staff, valid once. Earlier links of theirs stop working. */
    String path(StaffId staff);

    /** Until when those of these members of staff who have a link that still works can use it. */
    Map<StaffId, Instant> valid(Collection<StaffId> staff);
}
