package se.framsteg.access;

import java.util.Set;
import se.framsteg.audit.Who;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.StaffId;

/** Whoever asks for something. */
public sealed interface Actor {
    /** How the actor is named in the journal. */
    Who who();

    /** A signed-in member of staff, as the database knows them at this request. */
    record Staff(StaffId id, AssociationId association, OrganisationId organisation, String name, Set<Role> roles)
            implements Actor {

        public Staff {
            roles = Set.copyOf(roles);
        }

        public boolean is(Role role) {
            return roles.contains(role);
        }

        @Override
        public Who who() {
            return new Who(Who.Kind.STAFF, id, organisation);
        }

        /** The id alone: names stay out of logs. */
        @Override
        public String toString() {
            return "staff " + id;
        }
    }

    /**
     * The participant, holding the key to one round and to nothing else.
     *
     * @param handedOver whether the answers are given on a device that a caseworker handed over
     */
    record Respondent(RoundId round, boolean handedOver) implements Actor {
        @Override
        public Who who() {
            return new Who(Who.Kind.RESPONDENT, round, null);
        }
    }

    /** The installation itself: set-up and the demo population. */
    record Installation() implements Actor {
        @Override
        public Who who() {
            return new Who(Who.Kind.SYSTEM, null, null);
        }
    }
}
