package se.framsteg.signin;

import java.io.Serializable;
import java.util.UUID;

/** What the session remembers of a member of staff: the id, nothing more. All else is read anew at each request. */
record SignedInStaff(UUID staff) implements Serializable {}
