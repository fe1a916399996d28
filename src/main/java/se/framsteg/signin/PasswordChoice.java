package se.framsteg.signin;

import java.util.List;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.audit.Journal;
import se.framsteg.audit.Trace;
import se.framsteg.organisation.StaffAccounts;
import se.framsteg.organisation.StaffRegister;

/** Choosing one's own password. It ends the other sessions, in case somebody else had got hold of the former one. */
@Component
class PasswordChoice {
    private static final String NO_SESSION = "";
    private final OneTimeLinks links;
    private final StaffRegister staff;
    private final StaffAccounts accounts;
    private final StaffSessions sessions;
    private final PasswordEncoder passwords;
    private final Journal journal;

    PasswordChoice(
            OneTimeLinks links,
            StaffRegister staff,
            StaffAccounts accounts,
            StaffSessions sessions,
            PasswordEncoder passwords,
            Journal journal) {
        this.links = links;
        this.staff = staff;
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.journal = journal;
    }

    /** Whose password the link opens; empty if it is used, expired or unknown, or the account is closed. */
    Optional<Actor.Staff> opens(String token) {
        return links.opensPassword(token).flatMap(staff::actor);
    }

    /** Words that say something of the person, which a password must not be made of. */
    List<String> about(Actor.Staff person) {
        var account = accounts.own(person);
        return List.of(account.name(), account.email(), account.organisationName(), account.associationName());
    }

    /** False if the link had been used meanwhile. */
    @Transactional
    boolean byLink(String token, String password) {
        var person = opens(token);
        if (person.isEmpty() || !links.use(token)) {
            return false;
        }
        choose(person.get(), password, NO_SESSION);
        return true;
    }

    /** @param session the one to keep */
    @Transactional
    void own(Actor.Staff person, String password, String session) {
        choose(person, password, session);
    }

    private void choose(Actor.Staff person, String password, String session) {
        journal.write(person.who(), "CHOOSE_PASSWORD", Trace.of("staff", person.id(), person.association()));
        staff.setPasswordHash(person.id(), passwords.encode(password));
        sessions.endAllBut(session, person.id());
    }
}
