package se.framsteg.signin;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import se.framsteg.shared.StaffId;

/**
 * What the session remembers of a member of staff: the id, nothing more. All else is read anew at each request. The id is
 * the principal's name too, by which that person's sessions are found.
 */
record SignedInStaff(UUID staff) implements Serializable, Principal {
    static String name(StaffId staff) {
        return staff.value().toString();
    }

    @Override
    public String getName() {
        return name(new StaffId(staff));
    }
}
