package se.framsteg.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseFrame;
import se.framsteg.contact.Contact.Details;
import se.framsteg.contact.Contact.Kind;
import se.framsteg.contact.Contact.Party;
import se.framsteg.contact.Contact.Phase;
import se.framsteg.contact.Contact.Place;
import se.framsteg.contact.ContactId;
import se.framsteg.contact.Contacts;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.shared.CaseId;

/** Weeks of contacts and other time: of IPS half a year, mostly out and for work; of the teams two months, mostly at the office. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoContacts {
    private static final int IPS_WEEKS = 26;
    private static final int IST_WEEKS = 8;

    private static final List<Kind> PARTIES = List.of(Kind.HEALTH_CARE, Kind.FK, Kind.AF, Kind.KOMMUN, Kind.RELATIVE);
    private static final List<Integer> MINUTES = List.of(15, 30, 30, 45, 60, 60, 90);

    /** Of so many contacts with employers one is told without the employer. */
    private static final int BLANK = 7;

    private final Contacts contacts;
    private final DemoEmployers employers;

    DemoContacts(Contacts contacts, DemoEmployers employers) {
        this.contacts = contacts;
        this.employers = employers;
    }

    void log(List<Workplace> workplaces, LocalDate today) {
        for (var workplace : workplaces) {
            for (var coach : workplace.caseworkers()) {
                new Coach(workplace, coach, today).log();
            }
        }
    }

    /** One coach's weeks, with chance of their own. */
    private final class Coach {
        private final Workplace workplace;
        private final Actor.Staff coach;
        private final LocalDate today;
        private final boolean ips;
        private final List<CaseId> people;
        private final Random random;
        private int met;

        Coach(Workplace workplace, Actor.Staff coach, LocalDate today) {
            this.workplace = workplace;
            this.coach = coach;
            this.today = today;
            this.ips = workplace.kind() == DemoPlaces.Kind.IPS;
            this.people = contacts.offer(coach, Optional.empty()).people().stream()
                    .map(CaseFrame::id)
                    .sorted(Comparator.comparing(CaseId::value))
                    .toList();
            this.random = new Random(coach.name().hashCode());
        }

        void log() {
            for (int week = ips ? IPS_WEEKS : IST_WEEKS; week >= 0; week--) {
                var monday = today.minusWeeks(week).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                for (int day = 0; day < 5 && !monday.plusDays(day).isAfter(today); day++) {
                    var on = monday.plusDays(day);
                    DemoClock.on(on, () -> day(on));
                }
            }
        }

        private boolean day(LocalDate on) {
            if (!people.isEmpty()) {
                log(on, Kind.WITH_PERSON, phase(), random.nextInt(12) == 0, Set.of(anybody()));
            }
            switch (on.getDayOfWeek()) {
                case MONDAY -> log(on, Kind.TEAM_MEETING, Phase.SEVERAL, false, Set.of());
                case TUESDAY, THURSDAY -> about(on);
                case WEDNESDAY -> together(on);
                default -> log(on, Kind.DOCUMENTATION, Phase.SEVERAL, false, Set.of());
            }
            if (ips && random.nextBoolean()) {
                log(on, Kind.TRAVEL, Phase.SEVERAL, false, Set.of());
            }
            return true;
        }

        private void about(LocalDate on) {
            if (!people.isEmpty()) {
                var kind = ips && random.nextInt(3) > 0 ? Kind.EMPLOYER : PARTIES.get(random.nextInt(PARTIES.size()));
                log(on, kind, kind == Kind.EMPLOYER ? Phase.PLACEMENT : phase(), false, Set.of(anybody()));
            }
        }

        /** A meeting of several, every other week. */
        private void together(LocalDate on) {
            if (people.size() > 2 && random.nextBoolean()) {
                var some =
                        random.ints(3, 0, people.size()).mapToObj(people::get).collect(Collectors.toSet());
                log(on, Kind.WITH_PERSON, Phase.ENGAGEMENT, false, some);
            }
        }

        private CaseId anybody() {
            return people.get(random.nextInt(people.size()));
        }

        private Phase phase() {
            return random.nextInt(ips ? 20 : 4) == 0
                    ? Phase.OTHER_SERVICES
                    : Phase.values()[random.nextInt(Phase.OTHER_SERVICES.ordinal())];
        }

        private Place place(Kind kind) {
            if (kind == Kind.TEAM_MEETING || kind == Kind.DOCUMENTATION) {
                return Place.OFFICE;
            }
            return random.nextInt(10) < (ips ? 7 : 3)
                    ? Place.COMMUNITY
                    : Place.values()[random.nextInt(Place.values().length)];
        }

        private void log(LocalDate on, Kind kind, Phase phase, boolean missed, Set<CaseId> about) {
            var others = !missed && random.nextInt(6) == 0 ? Set.of(Party.HEALTH_CARE) : Set.<Party>of();
            var details = new Details(
                    on,
                    kind,
                    Optional.of(place(kind)),
                    MINUTES.get(random.nextInt(MINUTES.size())),
                    phase,
                    missed,
                    others);
            if (kind == Kind.EMPLOYER && ++met % BLANK > 0) {
                employers.met(coach, about, workplace.initiative(), details);
                return;
            }
            // On a day before somebody's case began it is refused, here as everywhere.
            contacts.log(coach, ContactId.create(), about, Optional.of(workplace.initiative()), details);
        }
    }
}
