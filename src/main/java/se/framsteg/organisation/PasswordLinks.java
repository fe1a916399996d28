package se.framsteg.organisation;

import se.framsteg.shared.StaffId;

/** Makes the links with which staff choose their passwords. Supplied by the room that signs people in. */
public interface PasswordLinks {
    /** The path of a new link for this member of staff, valid once. Earlier links of theirs stop working. */
    String path(StaffId staff);
}
