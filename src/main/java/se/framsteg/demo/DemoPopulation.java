package se.framsteg.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.demo.DemoPlaces.Kind;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.organisation.OrganisationRegister;

/**
 * The whole population: five individsamverkansteam with 228 persons over 18 months, of whom 15 % go on to work or study, and
 * an IPS initiative with 25, of whom 40 % do. In one kommun a few cases and referrals besides, so old that they may be disposed of.
 * The same every time but for the dates, which end today.
 */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoPopulation {
    private static final int IST_PERSONS = 228;
    private static final int IST_TO_WORK = 34;
    private static final int IPS_PERSONS = 25;
    private static final int IPS_TO_WORK = 10;
    private static final long SEED = 228_15;

    private final OrganisationRegister organisations;
    private final DemoMark mark;
    private final DemoPlaces places;
    private final DemoLives lives;
    private final DemoSnoop snoop;
    private final DemoConsultations consultations;
    private final DemoEmployers employers;
    private final DemoContacts contacts;
    private final DemoTrainings trainings;
    private final DemoGroups groups;
    private final DemoFidelity fidelity;
    private final DemoEconomy economy;
    private final DemoAffairs affairs;
    private final DemoMoney money;
    private final DemoPapers papers;
    private final DemoStructure structure;
    private final DemoReports reports;
    private final DemoOpinions opinions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoPopulation(
            OrganisationRegister organisations,
            DemoMark mark,
            DemoPlaces places,
            DemoLives lives,
            DemoSnoop snoop,
            DemoConsultations consultations,
            DemoEmployers employers,
            DemoContacts contacts,
            DemoTrainings trainings,
            DemoGroups groups,
            DemoFidelity fidelity,
            DemoEconomy economy,
            DemoAffairs affairs,
            DemoMoney money,
            DemoPapers papers,
            DemoStructure structure,
            DemoReports reports,
            DemoOpinions opinions,
            TransactionTemplate transaction,
            Clock clock) {
        this.organisations = organisations;
        this.mark = mark;
        this.places = places;
        this.lives = lives;
        this.snoop = snoop;
        this.consultations = consultations;
        this.employers = employers;
        this.contacts = contacts;
        this.trainings = trainings;
        this.groups = groups;
        this.fidelity = fidelity;
        this.economy = economy;
        this.affairs = affairs;
        this.money = money;
        this.papers = papers;
        this.structure = structure;
        this.reports = reports;
        this.opinions = opinions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Fills an empty installation, wholly or not at all. */
    void fill() {
        transaction.executeWithoutResult(_ -> {
            if (organisations.isEmpty()) {
                mark.set();
                var today = LocalDate.now(clock);
                populate(places.build(today), today);
            }
        });
    }

    private void populate(List<Workplace> workplaces, LocalDate today) {
        var random = new Random(SEED);
        var people = new People(random);
        var teams =
                workplaces.stream().filter(place -> place.kind() == Kind.IST).toList();
        var ips = workplaces.stream().filter(place -> place.kind() == Kind.IPS).toList();
        employers.register(workplaces, today);
        liveInTeams(teams, people, random, today);
        ips.forEach(place -> live(place, people, random, today));
        for (var workplace : workplaces) {
            lives.inbox(workplace, people, random, today);
        }
        groups.meet(teams, today);
        snoop.plant(workplaces.getFirst(), today);
        consultations.ask(workplaces, today);
        employers.profiles(workplaces, today);
        contacts.log(workplaces, today);
        trainings.take(workplaces, today);
        fidelity.review(workplaces, today);
        economy.calculate(workplaces, today);
        affairs.agree(workplaces, DemoPlaces.start(today), DemoPlaces.end(today), today);
        money.grant(workplaces, DemoPlaces.start(today), DemoPlaces.end(today), today);
        papers.file(workplaces, DemoPlaces.start(today));
        structure.build(workplaces.getFirst(), today);
        opinions.say(workplaces, today);
        reports.report(workplaces, today);
        lives.longAgo(places.before(workplaces.getFirst(), today), people, random, today);
    }

    private void liveInTeams(List<Workplace> teams, People people, Random random, LocalDate today) {
        for (int i = 0; i < teams.size(); i++) {
            var team = teams.get(i);
            TeamRole.of(share(IST_PERSONS, i, teams.size()), share(IST_TO_WORK, i, teams.size()), random)
                    .forEach(role -> lives.live(team, role, people, random, today));
        }
    }

    /** What falls to one of several: as equal as it can be, the first ones have one more. */
    private static int share(int whole, int which, int of) {
        return (whole + of - 1 - which) / of;
    }

    private void live(Workplace place, People people, Random random, LocalDate today) {
        var working = some(IPS_TO_WORK, IPS_PERSONS, random);
        boolean awaited = false;
        for (int i = 0; i < IPS_PERSONS; i++) {
            if (working.contains(i) || awaited) {
                lives.live(place, people, random, today, working.contains(i));
            } else {
                lives.awaitTalk(place, people, random, today);
                awaited = true;
            }
        }
    }

    private static Set<Integer> some(int count, int of, Random random) {
        var chosen = new HashSet<Integer>();
        while (chosen.size() < count) {
            chosen.add(random.nextInt(of));
        }
        return chosen;
    }
}
