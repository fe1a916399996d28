package se.framsteg.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/**
 * A contact, or other time, as stored.
 *
 * @param people those it was about whom the reader reaches
 * @param persons how many it was about in all when it was logged, 0–30: each has an equal part of the minutes
 * @param withdrawn why it was a mistake, if it was
 */
public record Contact(
        ContactId id,
        InitiativeId initiative,
        StaffId loggedBy,
        Details details,
        Set<CaseId> people,
        int persons,
        Optional<Withdrawal> withdrawn,
        int version) {
    /** More persons than in any group that one coach meets: our own limit. */
    static final int MOST_PERSONS = 30;

    static final int LONGEST = 600;

    public Contact {
        people = Set.copyOf(people);
    }

    /** Whom a kind of contact is with. */
    public enum With {
        PERSON,
        /** Another party, about persons or about the work as such. */
        PARTY,
        /** Nobody's but the coach's own: it is about no person. */
        OWN_TIME
    }

    /** What was done, and with whom: as the fidelity of the method tells them apart (IPS-25, items 2, 5–7, 15–17, 23). */
    public enum Kind {
        WITH_PERSON(With.PERSON),
        HEALTH_CARE(With.PARTY),
        FK(With.PARTY),
        AF(With.PARTY),
        KOMMUN(With.PARTY),
        EMPLOYER(With.PARTY),
        RELATIVE(With.PARTY),
        OTHER_PARTY(With.PARTY),
        /** With the care team, about many. */
        TEAM_MEETING(With.OWN_TIME),
        /** With those who do the same work: shared leads, supervision. */
        UNIT_MEETING(With.OWN_TIME),
        TRAVEL(With.OWN_TIME),
        DOCUMENTATION(With.OWN_TIME),
        OTHER_WORK(With.OWN_TIME);

        private final With with;

        Kind(With with) {
            this.with = with;
        }

        public With with() {
            return with;
        }

        public static Kind[] with(With with) {
            return Arrays.stream(values()).filter(kind -> kind.with == with).toArray(Kind[]::new);
        }

        /** Whether it is about somebody always: a relative is somebody's. */
        boolean needsPerson() {
            return this == WITH_PERSON || this == RELATIVE;
        }

        /** Whether it is done at some place. */
        boolean placed() {
            return this != TRAVEL;
        }
    }

    public enum Place {
        /** Where people live and work, at employers and schools. */
        COMMUNITY,
        OFFICE,
        HOME,
        /** Telephone, text message or other message. */
        PHONE,
        VIDEO;

        /** Out of the office, for the share of time in the community: a home is there too. */
        boolean out() {
            return this == COMMUNITY || this == HOME;
        }
    }

    /** Which phase of the way to work it served: the six of IPS. */
    public enum Phase {
        INTAKE,
        ENGAGEMENT,
        ASSESSMENT,
        PLACEMENT,
        COACHING,
        FOLLOW_ALONG,
        /** Work and study, in several phases or none in particular. */
        SEVERAL,
        /** Something else than work and study, as housing or other case management. */
        OTHER_SERVICES;

        boolean employmentServices() {
            return this != OTHER_SERVICES;
        }
    }

    /** Who else took part. */
    public enum Party {
        HEALTH_CARE,
        FK,
        AF,
        KOMMUN,
        EMPLOYER,
        RELATIVE,
        COLLEAGUE,
        OTHER
    }

    public enum Withdrawal {
        TWICE,
        NOT_SO,
        WRONG_PERSON,
        OTHER
    }

    /**
     * What there is to know of it.
     *
     * @param place empty for travel alone
     * @param minutes of the whole meeting, 1–600
     * @param missed whether the person did not come or answer
     */
    public record Details(
            LocalDate day,
            Kind kind,
            Optional<Place> place,
            int minutes,
            Phase phase,
            boolean missed,
            Set<Party> tookPart) {
        /** A travel has no place, whatever a form was filled with. */
        public Details {
            place = place.filter(_ -> kind.placed());
            tookPart = tookPart.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(tookPart));
        }

        /** In which the coach and the other see each other in the same room. */
        public boolean faceToFace() {
            return place.filter(where -> where != Place.PHONE && where != Place.VIDEO)
                            .isPresent()
                    && !missed;
        }

        /** What in it can't be so, whoever it is about: each at its field. */
        public List<Refusal> faults(int persons, LocalDate today) {
            var faults = new ArrayList<Refusal>();
            if (kind.needsPerson() && persons == 0) {
                faults.add(Refusal.of("persons", "contact.persons.required"));
            }
            if (kind.with() == With.OWN_TIME && persons > 0) {
                faults.add(Refusal.of("persons", "contact.persons.none"));
            }
            if (persons > MOST_PERSONS) {
                faults.add(Refusal.of("persons", "contact.persons.too-many", MOST_PERSONS));
            }
            if (kind.placed() && place.isEmpty()) {
                faults.add(Refusal.of("place", "contact.place.required"));
            }
            if (minutes < 1 || minutes > LONGEST) {
                faults.add(Refusal.of("minutes", "contact.minutes.bounds", LONGEST));
            }
            if (missed && kind != Kind.WITH_PERSON) {
                faults.add(Refusal.of("missed", "contact.missed.only-person"));
            }
            if (day.isAfter(today)) {
                faults.add(Refusal.of("day", "contact.day.future"));
            }
            return faults;
        }
    }

    /**
     * How much of its time is told to somebody: all of it to whoever logged it, and to others the equal parts of those whom they reach. Of
     * a whole meeting it could be worked out that there were others.
     */
    int minutesFor(StaffId reader) {
        return persons == 0 || loggedBy.equals(reader)
                ? details.minutes()
                : (int) Math.round(1.0 * details.minutes() * people.size() / persons);
    }

    @Override
    public String toString() {
        return "contact " + id;
    }
}
