package se.framsteg.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.employment.Employment.Change;
import se.framsteg.employment.Employment.Details;
import se.framsteg.employment.Employment.EndReason;
import se.framsteg.employment.Employment.Kind;
import se.framsteg.employment.Employment.Place;
import se.framsteg.employment.Employment.StudyLevel;
import se.framsteg.employment.Employment.Subsidy;
import se.framsteg.employment.Employment.Terms;
import se.framsteg.employment.EmploymentId;
import se.framsteg.employment.Employments;
import se.framsteg.employment.counsel.Counselling;
import se.framsteg.employment.counsel.Counselling.About;
import se.framsteg.employment.counsel.Counsellings;
import se.framsteg.employment.counsel.Disclosure;
import se.framsteg.employment.counsel.Disclosure.Decision;
import se.framsteg.employment.counsel.Disclosures;
import se.framsteg.employment.counsel.TalkId;
import se.framsteg.employment.support.SupportPlan.Agreed;
import se.framsteg.employment.support.Supports;
import se.framsteg.employment.support.Wish;
import se.framsteg.shared.CaseId;

/**
 * The jobs, placements and studies of the invented lives. Where the initiative is one of IPS money and what an employer may be told are talked
 * through first, the job comes early, and support is agreed on; elsewhere it comes at the end.
 */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoJobs {
    /** Somewhere to work, what one does there and the occupation group of that. */
    private record Work(String employer, String role, String occupation) {}

    private static final List<Work> WORKPLACES = List.of(
            new Work("Lagerhuset i Norrdalen AB", "Lagerarbete", "432"),
            new Work("Kafé Linden", "Servering och disk", "941"),
            new Work("Byggvaror i Provstad AB", "Butik", "522"),
            new Work("Förskolan Gläntan", "Kök", "941"),
            new Work("Cykelverkstan HB", "Cykelreparation", "723"),
            new Work("Bageriet på torget", "Bagare", "761"),
            new Work("Provstads hemtjänst", "Vårdbiträde", "533"),
            new Work("Gröna handen", "Trädgård", "611"),
            new Work("Skola och park", "Vaktmästare", "962"),
            new Work("Hotell Älven", "Städ", "911"),
            new Work("Provstads bibliotek", "Biblioteksassistent", "441"),
            new Work("Åkeriet", "Budbil", "832"),
            new Work("Verkstan i dalen", "Montering", "821"),
            new Work("Kundcentret", "Kundtjänst", "422"),
            new Work("Redovisningsbyrån", "Kontor", "411"),
            new Work("Gården vid sjön", "Djurskötsel", "612"),
            new Work("Målarlaget", "Målare", "713"),
            new Work("Snabbköpet", "Kassa", "523"));
    private static final Work SOCIAL_ENTERPRISE = new Work("Återbruket", "Sortering", "961");
    private static final List<Subsidy> SUBSIDIES =
            List.of(Subsidy.LONEBIDRAG, Subsidy.NYSTARTSJOBB, Subsidy.SUBSIDISED, Subsidy.SKYDDAT_ARBETE);
    private static final List<About> MONEY =
            List.of(About.SJUKPENNING, About.AKTIVITETSERSATTNING, About.FORSORJNINGSSTOD, About.DEBTS);
    private static final int DAYS_TO_MORE_HOURS = 75;
    private static final int DAYS_TO_LESS_SUPPORT = 200;

    private final Employments employments;
    private final Supports supports;
    private final Counsellings counsellings;
    private final Disclosures disclosures;

    DemoJobs(Employments employments, Supports supports, Counsellings counsellings, Disclosures disclosures) {
        this.employments = employments;
        this.supports = supports;
        this.counsellings = counsellings;
        this.disclosures = disclosures;
    }

    /** A life's work, to be lived beside its rounds. */
    Course of(Workplace place, CaseId id, Life life, LocalDate today) {
        return new Course(id, life, today, place.kind() == DemoPlaces.Kind.IPS);
    }

    /** What there is of work in one case. Has chance of its own, so that the lives stay the same. */
    final class Course {
        private final CaseId id;
        private final Life life;
        private final LocalDate today;
        private final boolean ips;
        private final Random random;

        private Course(CaseId id, Life life, LocalDate today, boolean ips) {
            this.id = id;
            this.life = life;
            this.today = today;
            this.ips = ips;
            this.random = new Random(Double.doubleToLongBits(life.level()[0]) + 1);
        }

        /** What happens at the time of a round, by whoever has the case then. */
        void at(Actor.Staff caseworker, LocalDate day, int round) {
            if (!ips) {
                return;
            }
            DemoClock.on(day, () -> {
                if (round == 0) {
                    disclosed(caseworker, day, Optional.empty());
                } else if (round == 1) {
                    counselled(caseworker, day, Counselling.Occasion.BEFORE_START);
                    if (life.pace() > DemoEfforts.PACE_OF_ANY && random.nextInt(5) < 3) {
                        supported(caseworker, day, job(caseworker, day.plusDays(10), terms(Subsidy.NONE), end(day)));
                    }
                }
                return true;
            });
        }

        /** Some lose the first job after some months. */
        private Optional<LocalDate> end(LocalDate day) {
            return random.nextInt(3) == 0 ? Optional.of(day.plusDays(random.nextInt(25, 80))) : Optional.empty();
        }

        /** The work or the studies that it ended in. */
        void beforeTheEnd(Actor.Staff caseworker) {
            life.ending()
                    .ifPresent(ending -> DemoClock.on(ending.on(), () -> {
                        switch (ending.how().outcome()) {
                            case WORK -> lasting(caseworker, ending.on(), Subsidy.NONE);
                            case SUBSIDISED_WORK ->
                                lasting(caseworker, ending.on(), SUBSIDIES.get(random.nextInt(SUBSIDIES.size())));
                            case STUDY -> studies(caseworker, ending.on());
                            default -> {}
                        }
                        return true;
                    }));
        }

        private void lasting(Actor.Staff caseworker, LocalDate day, Subsidy subsidy) {
            var from = day.minusDays(random.nextInt(30, 90));
            var placement = new Details(
                    Kind.PLACEMENT,
                    place(),
                    from,
                    Optional.of(day.minusDays(1)),
                    Optional.of(BigDecimal.valueOf(20)),
                    Optional.empty(),
                    Optional.of(EndReason.BECAME_JOB));
            register(caseworker, placement);
            supported(caseworker, day, job(caseworker, day, terms(subsidy), Optional.empty()));
        }

        private Terms terms(Subsidy subsidy) {
            return new Terms(
                    random.nextInt(4) > 0,
                    subsidy,
                    random.nextInt(4) == 0 ? Optional.empty() : Optional.of(subsidy != Subsidy.SKYDDAT_ARBETE));
        }

        private Place place() {
            var enterprise = random.nextInt(12) == 0;
            var work = enterprise ? SOCIAL_ENTERPRISE : WORKPLACES.get(random.nextInt(WORKPLACES.size()));
            return new Place(
                    work.employer(),
                    Optional.empty(),
                    enterprise,
                    work.role(),
                    Optional.of(work.occupation()),
                    Optional.empty());
        }

        /** Some work more after some months. */
        private EmploymentId job(Actor.Staff caseworker, LocalDate from, Terms terms, Optional<LocalDate> to) {
            var details = new Details(
                    Kind.JOB,
                    place(),
                    from,
                    to,
                    Optional.of(BigDecimal.valueOf(random.nextInt(2, 7) * 5L)),
                    Optional.of(terms),
                    to.map(_ -> EndReason.values()[random.nextInt(4, EndReason.values().length)]));
            var job = register(caseworker, details);
            var more = from.plusDays(DAYS_TO_MORE_HOURS);
            if (to.isEmpty() && !more.isAfter(today) && random.nextBoolean()) {
                var ordinary = new Terms(true, subsidyThen(terms), terms.wageInStep());
                var change = new Change(more, Optional.of(BigDecimal.valueOf(40)), Optional.of(ordinary));
                DemoClock.on(
                        more,
                        () -> employments
                                .changeTerms(caseworker, id, job, 0, Optional.empty(), change)
                                .orThrow());
            }
            return job;
        }

        private Subsidy subsidyThen(Terms terms) {
            return random.nextBoolean() ? Subsidy.NONE : terms.subsidy();
        }

        private void studies(Actor.Staff caseworker, LocalDate day) {
            var levels = List.of(StudyLevel.KOMVUX, StudyLevel.FOLKHOGSKOLA, StudyLevel.YRKESHOGSKOLA);
            var level = levels.get(random.nextInt(levels.size()));
            var schools = List.of("Komvux i Provstad", "Provstads folkhögskola", "Yrkeshögskolan Norr");
            var place = new Place(
                    schools.get(levels.indexOf(level)),
                    Optional.empty(),
                    false,
                    level == StudyLevel.FOLKHOGSKOLA ? "Allmän kurs" : "Undersköterska",
                    Optional.empty(),
                    Optional.of(level));
            register(
                    caseworker,
                    new Details(
                            Kind.STUDY,
                            place,
                            day,
                            Optional.empty(),
                            Optional.of(BigDecimal.valueOf(random.nextBoolean() ? 20 : 40)),
                            Optional.empty(),
                            Optional.empty()));
        }

        private EmploymentId register(Actor.Staff caseworker, Details details) {
            return employments
                    .register(caseworker, id, EmploymentId.create(), details)
                    .orThrow();
        }

        private void supported(Actor.Staff caseworker, LocalDate day, EmploymentId job) {
            if (!ips && random.nextBoolean()) {
                return;
            }
            var agreed = new Agreed(
                    "Vi hörs på fredagar efter passet. Ett sms räcker om det har gått bra.",
                    random.nextBoolean() ? "Handledaren säger till mig om schemat ändras." : "",
                    caseworker.name());
            supports.agree(caseworker, id, job, 0, agreed).orThrow();
            if (ips) {
                disclosed(caseworker, day, Optional.of(job));
                counselled(caseworker, day, Counselling.Occasion.AT_CHANGE);
            }
            var less = day.plusDays(DAYS_TO_LESS_SUPPORT);
            if (!less.isAfter(today) && random.nextInt(3) > 0) {
                var wish = new Wish(less, false, "Det går bra nu. Jag hör av mig om det är något.");
                DemoClock.on(
                        less, () -> supports.wish(caseworker, id, job, wish).orThrow());
            }
        }

        private void disclosed(Actor.Staff caseworker, LocalDate day, Optional<EmploymentId> job) {
            var decision = Decision.values()[random.nextInt(Decision.values().length)];
            var mayTell = decision == Decision.SOME ? "Att jag behöver en lugn plats på rasten." : "";
            var details = new Disclosure.Details(day, job, random.nextInt(4) > 0, decision, mayTell);
            disclosures.register(caseworker, id, TalkId.create(), details).orThrow();
        }

        private void counselled(Actor.Staff caseworker, LocalDate day, Counselling.Occasion occasion) {
            var details = new Counselling.Details(
                    day,
                    Counselling.GivenBy.values()[random.nextInt(3)],
                    occasion,
                    Set.of(MONEY.get(random.nextInt(MONEY.size())), About.BOSTADSBIDRAG),
                    "Vi räknade på vad tio timmar i veckan betyder.");
            counsellings.register(caseworker, id, TalkId.create(), details).orThrow();
        }
    }
}
