package se.framsteg.signin;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import se.framsteg.shared.StaffId;

/** The sessions that a member of staff has, in all browsers. */
@Component
class StaffSessions {
    private final FindByIndexNameSessionRepository<?> sessions;

    StaffSessions(FindByIndexNameSessionRepository<?> sessions) {
        this.sessions = sessions;
    }

    /** Ends them all but this one, which may be no session at all. */
    void endAllBut(String kept, StaffId staff) {
        sessions.findByPrincipalName(SignedInStaff.name(staff)).keySet().stream()
                .filter(session -> !session.equals(kept))
                .forEach(sessions::deleteById);
    }
}
