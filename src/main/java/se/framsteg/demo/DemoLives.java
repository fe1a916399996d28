package se.framsteg.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.assessment.Answering;
import se.framsteg.assessment.CaseworkerSheets;
import se.framsteg.assessment.Round;
import se.framsteg.assessment.Rounds;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.cases.CaseState;
import se.framsteg.cases.CaseStep;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Decision;
import se.framsteg.cases.IncomeSource;
import se.framsteg.cases.Livelihood;
import se.framsteg.cases.NewReferral;
import se.framsteg.cases.Outcome;
import se.framsteg.cases.Person;
import se.framsteg.cases.Protection;
import se.framsteg.cases.ReferralParty;
import se.framsteg.cases.ReferralSource;
import se.framsteg.cases.ReferralState;
import se.framsteg.cases.Referrals;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.demo.Life.Story;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.StaffId;

/** Lives the invented lives, day by day, through the doors that real users go through. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoLives {
    private static final List<IncomeSource> BEFORE = List.of(
            IncomeSource.FORSORJNINGSSTOD,
            IncomeSource.SJUKPENNING,
            IncomeSource.AKTIVITETSERSATTNING,
            IncomeSource.AKTIVITETSSTOD,
            IncomeSource.FORSORJNINGSSTOD,
            IncomeSource.NONE);
    private static final List<String> REASONS = List.of(
            "Har varit sjukskriven länge och vill närma sig arbete i egen takt.",
            "Flera kontakter samtidigt utan att de hänger ihop. Önskar en samordnad planering.",
            "Vill arbeta, men dagarna saknar rutiner och orken varierar.",
            "Har avslutat behandling och är redo för nästa steg.",
            "Behöver stöd för att hitta rätt studier och klara vardagen runt dem.");
    private static final List<String> EFFORTS = List.of(
            "Arbetsträning några timmar i veckan",
            "Hjälp att samordna kontakterna",
            "Stöd i att söka jobb",
            "Gruppverksamhet och friskvård",
            "Studievägledning");
    /** Eighteen months. */
    private static final int LONGEST_DAYS = 548;

    private static final String NEW_CASEWORKER = "Den förra handläggaren har fått andra uppgifter.";

    private final Referrals referrals;
    private final Cases cases;
    private final Rounds rounds;
    private final Answering answering;
    private final CaseworkerSheets sheets;
    private final InstrumentLibrary instruments;
    private final DemoTalks talks;
    private final DemoEfforts efforts;
    private final DemoJobs jobs;
    private final DemoConsents consents;
    private final DemoMethods methods;

    DemoLives(
            Referrals referrals,
            Cases cases,
            Rounds rounds,
            Answering answering,
            CaseworkerSheets sheets,
            InstrumentLibrary instruments,
            DemoTalks talks,
            DemoEfforts efforts,
            DemoJobs jobs,
            DemoConsents consents,
            DemoMethods methods) {
        this.referrals = referrals;
        this.cases = cases;
        this.rounds = rounds;
        this.answering = answering;
        this.sheets = sheets;
        this.instruments = instruments;
        this.talks = talks;
        this.efforts = efforts;
        this.jobs = jobs;
        this.consents = consents;
        this.methods = methods;
    }

    /** One person's whole time in an initiative, up to today. */
    void live(Workplace place, People people, Random random, LocalDate today, boolean works) {
        var life = Life.invent(random, today, works, dimensions(place), LONGEST_DAYS);
        var person = people.next(place.municipality(), life.startedOn().getYear());
        live(place, person, random, today, life, some(place.caseworkers(), random), false);
    }

    /** The same in a team. Whoever is to be met in these days is the first caseworker’s. */
    void live(Workplace team, TeamRole role, People people, Random random, LocalDate today) {
        var life = Life.inTeam(random, role.story(), today, dimensions(team), LONGEST_DAYS);
        var person =
                people.next(role.sex(), team.municipality(), life.startedOn().getYear());
        var met = role.story() == Story.AWAITS_TALK;
        var caseworker = met ? team.caseworkers().getFirst() : some(team.caseworkers(), random);
        live(team, person, random, today, life, caseworker, met);
    }

    /** Whoever waits for a talk in an initiative without teams. */
    void awaitTalk(Workplace place, People people, Random random, LocalDate today) {
        var life = Life.awaitingTalk(random, today, dimensions(place));
        var person = people.next(place.municipality(), life.startedOn().getYear());
        live(place, person, random, today, life, place.caseworkers().getFirst(), true);
    }

    private static <T> T some(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private int dimensions(Workplace place) {
        return instruments.get(place.instrument()).dimensions().size();
    }

    private void live(
            Workplace place,
            Person person,
            Random random,
            LocalDate today,
            Life life,
            Actor.Staff caseworker,
            boolean shares) {
        var id = begin(place, person, caseworker, life, random);
        new Course(place, id, instruments.get(place.instrument()), life, today).run(caseworker, shares);
    }

    private CaseId begin(Workplace place, Person person, Actor.Staff caseworker, Life life, RandomGenerator random) {
        var decidedOn = life.startedOn().minusDays(random.nextInt(2, 10));
        var receivedOn = decidedOn.minusDays(random.nextInt(1, 20));
        var referral = register(place, person, receivedOn, random);
        var accepted = new Decision(ReferralState.ACCEPTED, "", Optional.of(caseworker.id()), decidedOn);
        var id =
                DemoClock.on(decidedOn, () -> decide(place, referral, accepted)).orElseThrow();
        DemoClock.on(life.startedOn(), () -> step(caseworker, id, CaseStep.start(life.startedOn(), before(random))));
        return id;
    }

    private ReferralId register(Workplace place, Person person, LocalDate on, RandomGenerator random) {
        var source = ReferralSource.values()[random.nextInt(ReferralSource.values().length)];
        var named = person.protectionOrNone() == Protection.NONE
                ? Set.<StaffId>of()
                : Set.of(place.lead().id());
        var referral = new NewReferral(
                ReferralId.create(),
                place.initiative(),
                person,
                on,
                source,
                switch (source) {
                    case ORGANISATION -> "Socialtjänsten " + place.municipality();
                    case FORUM -> "Trisam " + place.municipality();
                    case PERSON -> "";
                },
                party(source, on),
                REASONS.get(random.nextInt(REASONS.size())),
                EFFORTS.get(random.nextInt(EFFORTS.size())),
                on,
                named);
        return DemoClock.on(on, () -> referrals.register(place.lead(), referral))
                .orThrow();
    }

    /** The social services are the municipality’s; in a forum the others bring people too. */
    private static Optional<ReferralParty> party(ReferralSource source, LocalDate on) {
        return switch (source) {
            case ORGANISATION -> Optional.of(ReferralParty.KOMMUN);
            case FORUM ->
                Optional.of(List.of(ReferralParty.FK, ReferralParty.AF, ReferralParty.REGION)
                        .get(on.getDayOfYear() % 3));
            case PERSON -> Optional.empty();
        };
    }

    private Optional<CaseId> decide(Workplace place, ReferralId referral, Decision decision) {
        var version = referrals.see(place.lead(), referral).version();
        return referrals.decide(place.lead(), referral, version, decision).orThrow();
    }

    private CaseState step(Actor.Staff staff, CaseId id, CaseStep step) {
        return cases.change(staff, id, cases.see(staff, id).version(), step).orThrow();
    }

    private static Livelihood before(RandomGenerator random) {
        var hours = random.nextInt(4) == 0 ? random.nextInt(1, 6) * 2 : 0;
        return new Livelihood(
                Optional.of(BEFORE.get(random.nextInt(BEFORE.size()))), Optional.of(BigDecimal.valueOf(hours)));
    }

    private static Livelihood after(Outcome outcome, RandomGenerator random) {
        return switch (outcome) {
            case WORK, SUBSIDISED_WORK ->
                new Livelihood(
                        Optional.of(IncomeSource.LON), Optional.of(BigDecimal.valueOf(random.nextInt(4, 9) * 5)));
            case STUDY -> new Livelihood(Optional.of(IncomeSource.CSN), Optional.of(BigDecimal.valueOf(40)));
            default ->
                new Livelihood(Optional.of(BEFORE.get(random.nextInt(BEFORE.size()))), Optional.of(BigDecimal.ZERO));
        };
    }

    /** What lies on the lead's desk today: some to decide about, one that waits, one that was declined. */
    void inbox(Workplace place, People people, Random random, LocalDate today) {
        for (int i = 0; i < 3; i++) {
            register(place, people.next(place.municipality(), today.getYear()), today.minusDays(1 + 8L * i), random);
        }
        var waits = register(place, people.next(place.municipality(), today.getYear()), today.minusDays(40), random);
        decideLater(
                place,
                waits,
                ReferralState.WAITING,
                "Alla platser är upptagna. Ny bedömning när en blir ledig.",
                today);
        var declined = register(place, people.next(place.municipality(), today.getYear()), today.minusDays(50), random);
        decideLater(place, declined, ReferralState.DECLINED, "Har redan stöd som motsvarar behovet.", today);
    }

    /** Three lives that ended long ago, and two referrals that were declined: old enough to be disposed of. */
    void longAgo(Workplace place, People people, Random random, LocalDate today) {
        for (int i = 0; i < 3; i++) {
            var life = Life.longAgo(random, today.minusYears(8).minusDays(40L * i), dimensions(place));
            var person = people.next(place.municipality(), life.startedOn().getYear());
            live(place, person, random, today, life, place.caseworkers().get(i), false);
        }
        for (int i = 0; i < 2; i++) {
            var on = today.minusYears(8).plusDays(25L * i);
            var declined = register(place, people.next(place.municipality(), on.getYear()), on, random);
            var decision = new Decision(
                    ReferralState.DECLINED, "Har redan stöd som motsvarar behovet.", Optional.empty(), on.plusDays(9));
            DemoClock.on(on.plusDays(9), () -> decide(place, declined, decision));
        }
    }

    private void decideLater(Workplace place, ReferralId id, ReferralState outcome, String reason, LocalDate today) {
        var on = today.minusDays(30);
        DemoClock.on(on, () -> decide(place, id, new Decision(outcome, reason, Optional.empty(), on)));
    }

    /** What happens in a case after its start. */
    private final class Course {
        private final Workplace place;
        private final CaseId id;
        private final Instrument instrument;
        private final Life life;
        private final LocalDate today;
        private final LocalDate until;
        private boolean changed;

        Course(Workplace place, CaseId id, Instrument instrument, Life life, LocalDate today) {
            this.place = place;
            this.id = id;
            this.instrument = instrument;
            this.life = life;
            this.today = today;
            this.until = life.ending().map(Life.Ending::on).orElse(today);
        }

        void run(Actor.Staff first, boolean shares) {
            var caseworker = first;
            var beside = efforts.of(id, life);
            var work = jobs.of(place, id, life, today);
            var sharing = consents.of(place, id, life, shares);
            var way = methods.of(place, id, life);
            var day = life.startedOn().plusDays(life.random().nextInt(2, 18));
            for (int round = 0; !day.isAfter(until); round++) {
                caseworker = handOver(caseworker, day);
                var answered = answerRound(caseworker, day, round);
                beside.at(caseworker, day, round);
                way.at(caseworker, day, round, answered);
                work.at(caseworker, day, round);
                sharing.at(caseworker, day, round);
                day = life.startedOn()
                        .plusMonths(3L * (round + 1))
                        .plusDays(life.random().nextInt(-10, 15));
            }
            caseworker = handOver(caseworker, until);
            work.beforeTheEnd(caseworker);
            if (life.ending().isEmpty()) {
                sharing.lately(caseworker, until);
            }
            end(caseworker);
        }

        /** Whoever has the case on that day: from the day of the change the next of the workplace's caseworkers. */
        private Actor.Staff handOver(Actor.Staff caseworker, LocalDate day) {
            if (changed || life.newCaseworkerOn().filter(on -> !on.isAfter(day)).isEmpty()) {
                return caseworker;
            }
            changed = true;
            var others = place.caseworkers();
            var next = others.get((others.indexOf(caseworker) + 1) % others.size());
            return DemoClock.on(day, () -> {
                var version = cases.see(place.lead(), id).version();
                cases.assign(place.lead(), id, version, next.id(), day, NEW_CASEWORKER)
                        .orThrow();
                return next;
            });
        }

        /** @return the round that there was to answer */
        private Optional<RoundId> answerRound(Actor.Staff caseworker, LocalDate day, int round) {
            return DemoClock.on(day, () -> {
                var now = rounds.of(caseworker, id).stream()
                        .map(Rounds.Offered::round)
                        .filter(open -> open.open(day))
                        .findFirst();
                now.ifPresent(open -> answer(caseworker, open, round));
                return now.map(Round::id);
            });
        }

        private void answer(Actor.Staff caseworker, Round open, int round) {
            if (life.answers(Respondent.PARTICIPANT)) {
                var respondent = new Actor.Respondent(open.id(), true);
                var answers = life.sheet(instrument, Respondent.PARTICIPANT, round);
                for (int i = 0; i < answers.size(); i++) {
                    var answer = answers.get(i);
                    if (answer != null) {
                        answering.save(respondent, open.id(), i, answer, "sv");
                    }
                }
                answering.send(respondent, open.id(), "sv");
            }
            if (life.answers(Respondent.CASEWORKER)) {
                sheets.submit(caseworker, open.id(), life.sheet(instrument, Respondent.CASEWORKER, round), 0, "sv");
            }
            talks.hold(caseworker, id, open.id());
        }

        private void end(Actor.Staff caseworker) {
            life.ending()
                    .ifPresent(ending -> DemoClock.on(ending.on(), () -> {
                        var after = after(ending.how().outcome(), life.random());
                        return step(caseworker, id, CaseStep.end(ending.on(), ending.how(), after));
                    }));
        }
    }
}
