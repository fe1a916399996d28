package se.framsteg.signin;

import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.organisation.StaffRegister;

/** Sets up an empty installation, once, with the link that it printed when it started. */
@Component
class SetUp {
    private final OneTimeLinks links;
    private final OrganisationRegister organisations;
    private final StaffRegister staff;
    private final PasswordEncoder passwords;
    private final SignInSettings settings;

    SetUp(
            OneTimeLinks links,
            OrganisationRegister organisations,
            StaffRegister staff,
            PasswordEncoder passwords,
            SignInSettings settings) {
        this.links = links;
        this.organisations = organisations;
        this.staff = staff;
        this.passwords = passwords;
        this.settings = settings;
    }

    record First(
            String association,
            String organisation,
            OrganisationKind kind,
            String name,
            String email,
            String password) {
        /** Nothing of it: a password is among it. */
        @Override
        public String toString() {
            return "set-up";
        }
    }

    boolean needed() {
        return organisations.isEmpty();
    }

    String link() {
        return links.forSetUp(settings.setUpLinkLives());
    }

    boolean opens(String token) {
        return needed() && links.opensSetUp(token);
    }

    /** False if the link had been used by somebody else meanwhile. */
    @Transactional
    boolean perform(String token, First first) {
        if (!links.use(token) || !needed()) {
            return false;
        }
        var system = new Actor.Installation();
        var association = organisations.addAssociation(system, first.association());
        var organisation = organisations.addOrganisation(system, association, first.organisation(), first.kind());
        var roles = Set.of(Role.SYSTEM_ADMINISTRATOR, Role.ORGANISATION_ADMINISTRATOR);
        var administrator =
                staff.add(system, organisation, new StaffRegister.NewStaff(first.name(), first.email(), null, roles));
        staff.setPasswordHash(administrator, passwords.encode(first.password()));
        return true;
    }
}
