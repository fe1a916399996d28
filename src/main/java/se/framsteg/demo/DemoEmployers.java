package se.framsteg.demo;

import static se.framsteg.employment.employer.Branch.A;
import static se.framsteg.employment.employer.Branch.C;
import static se.framsteg.employment.employer.Branch.E;
import static se.framsteg.employment.employer.Branch.F;
import static se.framsteg.employment.employer.Branch.G;
import static se.framsteg.employment.employer.Branch.H;
import static se.framsteg.employment.employer.Branch.I;
import static se.framsteg.employment.employer.Branch.N;
import static se.framsteg.employment.employer.Branch.P;
import static se.framsteg.employment.employer.Branch.Q;
import static se.framsteg.employment.employer.Branch.R;
import static se.framsteg.employment.employer.Branch.S;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.Result;
import se.framsteg.contact.Contact;
import se.framsteg.contact.ContactId;
import se.framsteg.contact.Contacts;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.employment.employer.Branch;
import se.framsteg.employment.employer.ContactOutcome;
import se.framsteg.employment.employer.Employer;
import se.framsteg.employment.employer.EmployerId;
import se.framsteg.employment.employer.EmployerNeed;
import se.framsteg.employment.employer.EmployerNeedId;
import se.framsteg.employment.employer.EmployerParts;
import se.framsteg.employment.employer.Employers;
import se.framsteg.employment.employer.OrganisationNumber;
import se.framsteg.employment.employer.SocialMark;
import se.framsteg.employment.employer.WorkplaceId;
import se.framsteg.employment.outreach.EmployerContact;
import se.framsteg.employment.outreach.EmployerContact.Where;
import se.framsteg.employment.outreach.EmployerContacts;
import se.framsteg.employment.outreach.EmployerContacts.Chosen;
import se.framsteg.employment.profile.Profile;
import se.framsteg.employment.profile.Profiles;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;

/**
 * The register of employers: some forty invented ones, social enterprises and a likely duplicate among them; what the persons in IPS want to
 * work with; and what came of the contacts with employers. Has chance of its own, so that all else stays the same.
 */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoEmployers {
    private record Invented(String name, Branch branch, String occupation) {}

    private static final List<Invented> EMPLOYERS = List.of(
            new Invented("Lagerhuset i Norrdalen AB", H, "432"),
            new Invented("Kafé Linden", I, "941"),
            new Invented("Byggvaror i Provstad AB", G, "522"),
            new Invented("Förskolan Gläntan", P, "531"),
            new Invented("Cykelverkstan HB", S, "723"),
            new Invented("Norrdalens Bageri AB", C, "761"),
            new Invented("Restaurang Tallen", I, "512"),
            new Invented("Ekby Handelsträdgård", A, "611"),
            new Invented("Granstads Städ & Service AB", N, "911"),
            new Invented("Lindviks Plåt och Svets AB", C, "721"),
            new Invented("Hemtjänsten Solgläntan", Q, "533"),
            new Invented("Alnäs Åkeri AB", H, "833"),
            new Invented("Björkfors Snickeri", C, "752"),
            new Invented("Hammarnäs Livs", G, "522"),
            new Invented("Vandrarhemmet Forsen", I, "911"),
            new Invented("Norrdalens Däck AB", G, "723"),
            new Invented("Textilgården", C, "815"),
            new Invented("Biblioteket i Lindvik", R, "441"),
            new Invented("Måleriet Pensel & Rulle HB", F, "713"),
            new Invented("Ekby Trä AB", C, "814"),
            new Invented("Ridskolan Högmo", R, "612"),
            new Invented("Äldreboendet Rönnen", Q, "532"),
            new Invented("Granstads Tvätteri AB", S, "814"),
            new Invented("Hotell Norrdalen AB", I, "911"),
            new Invented("Alnäs Elektronik AB", C, "821"),
            new Invented("Skogsvård i Björkfors", A, "621"),
            new Invented("Blomsterhandeln Klockan", G, "522"),
            new Invented("Norrdalens Fastighetsskötsel AB", N, "515"),
            new Invented("Skolköket i Hammarnäs", P, "941"),
            new Invented("Paketterminalen Norr AB", H, "432"),
            new Invented("Lindviks Bilvård", S, "912"),
            new Invented("Tidningsbuden i Granstad", H, "962"),
            new Invented("Ekby Simhall", R, "962"),
            new Invented("Glasmästarn i Alnäs AB", F, "713"));

    /** Those that are found in the register once more under nearly the same name, as happens. */
    private static final String ONCE_MORE = "Lagerhuset Norrdalen";

    private static final List<Invented> SOCIAL = List.of(
            new Invented("Återbruket i Norrdalen ek. för.", G, "522"),
            new Invented("Vägen ut Kök ek. för.", I, "941"),
            new Invented("Gröna Händer ek. för.", A, "611"),
            new Invented("Hantverkskollektivet Nålen", C, "753"));

    private static final List<String> CALLED = List.of("Stina", "Bosse", "Yasmin", "Per", "Amina", "Göran");
    private static final List<String> WANTS = List.of(
            "Något praktiskt där jag ser resultatet. Gärna tillsammans med få kollegor.",
            "Arbeta med mat. Jag tycker om att laga och baka.",
            "Vara ute, med växter eller djur. Inte sitta still.",
            "Lager eller butik. Ordning och reda passar mig.");
    private static final List<List<String>> OCCUPATIONS =
            List.of(List.of("515", "432"), List.of("941", "512"), List.of("611", "612"), List.of("522", "432"));
    private static final List<Set<Branch>> BRANCHES = List.of(Set.of(N, H), Set.of(I, C), Set.of(A, E), Set.of(G, H));
    private static final List<String> STEPS =
            List.of("Ringa igen", "Skicka mer information", "Komma på besök", "Höra om de behöver någon till våren");

    private final Employers employers;
    private final EmployerParts parts;
    private final EmployerContacts outreach;
    private final Contacts contacts;
    private final Profiles profiles;
    private final Random random = new Random(40);
    private final List<EmployerId> known = new ArrayList<>();

    DemoEmployers(
            Employers employers, EmployerParts parts, EmployerContacts outreach, Contacts contacts, Profiles profiles) {
        this.employers = employers;
        this.parts = parts;
        this.outreach = outreach;
        this.contacts = contacts;
        this.profiles = profiles;
    }

    void register(List<Workplace> workplaces, LocalDate today) {
        for (int i = 0; i < EMPLOYERS.size(); i++) {
            add(workplaces.get(i % workplaces.size()), EMPLOYERS.get(i), i, Set.of(), today);
        }
        for (int i = 0; i < SOCIAL.size(); i++) {
            // Of one of them it is not known yet whether all is as it is said to be.
            var marks = i == SOCIAL.size() - 1 ? EnumSet.of(SocialMark.PURPOSE) : EnumSet.allOf(SocialMark.class);
            add(workplaces.getLast(), SOCIAL.get(i), EMPLOYERS.size() + i, marks, today);
        }
        var by = workplaces.getFirst().caseworkers().getLast();
        DemoClock.on(
                today.minusDays(20),
                () -> employers
                        .register(by, EmployerId.create(), Employer.Details.named(ONCE_MORE), true)
                        .orThrow());
        for (var place : List.of("Lagret vid stationen", "Terminalen", "Butiken på torget")) {
            workplace(by, known.getFirst(), place, "Ekby");
        }
    }

    /** What those who look for work by IPS want to work with. */
    void profiles(List<Workplace> workplaces, LocalDate today) {
        workplaces.stream()
                .filter(place -> place.kind() == DemoPlaces.Kind.IPS)
                .forEach(place -> place.caseworkers().forEach(coach -> profiles(place, coach, today)));
    }

    private void add(Workplace at, Invented invented, int number, Set<SocialMark> marks, LocalDate today) {
        var by = at.caseworkers().get(number % at.caseworkers().size());
        DemoClock.on(today.minusDays(200L - number), () -> {
            var details = new Employer.Details(
                    invented.name(),
                    number % 4 == 3 ? Optional.empty() : Optional.of(number(number)),
                    at.municipality(),
                    Set.of(invented.branch()),
                    marks);
            var id = employers.register(by, EmployerId.create(), details, true).orThrow();
            known.add(id);
            if (number % 3 == 0) {
                workplace(by, id, "Huvudkontoret", at.municipality());
            }
            if (number % 2 == 0) {
                need(by, id, invented, number, today);
            }
            return id;
        });
    }

    /** One that begins with 99, which is given to nobody. */
    private static OrganisationNumber number(int number) {
        var nine = "99%07d".formatted(4_000_000 + number * 37);
        return IntStream.rangeClosed(0, 9)
                .mapToObj(last -> OrganisationNumber.read(nine + last))
                .filter(OrganisationNumber.Reading.Valid.class::isInstance)
                .map(reading -> ((OrganisationNumber.Reading.Valid) reading).number())
                .findFirst()
                .orElseThrow();
    }

    private void workplace(Actor.Staff by, EmployerId id, String name, String municipality) {
        var called = CALLED.get(random.nextInt(CALLED.size()));
        var contact = new se.framsteg.employment.employer.Workplace.Contact(called, "arbetsledare", "", "");
        var details = new se.framsteg.employment.employer.Workplace.Details(name, "", municipality, contact);
        parts.add(by, id, WorkplaceId.create(), details).orThrow();
    }

    private void need(Actor.Staff by, EmployerId id, Invented invented, int number, LocalDate today) {
        var over = number % 8 == 6;
        var details = new EmployerNeed.Details(
                Optional.empty(),
                Optional.of(invented.occupation()),
                number % 4 == 0 ? "Någon som kan komma igång lugnt" : "",
                Optional.of(BigDecimal.valueOf(10 + number % 4 * 10L)),
                today.minusDays(60L + number),
                Optional.empty(),
                over ? Optional.of(today.minusDays(10)) : Optional.empty());
        parts.add(by, id, EmployerNeedId.create(), details).orThrow();
    }

    private void profiles(Workplace at, Actor.Staff coach, LocalDate today) {
        for (var person : contacts.offer(coach, Optional.empty()).people()) {
            var kind = random.nextInt(WANTS.size());
            write(coach, person, 0, content(at, kind, Profile.Occasion.TALK, today.minusDays(30)));
            if (random.nextInt(4) == 0) {
                write(coach, person, 1, content(at, kind, Profile.Occasion.AFTER_JOB, today.minusDays(4)));
            }
        }
    }

    private void write(Actor.Staff coach, CaseFrame person, int version, Profile.Content content) {
        // Of a case that has ended meanwhile, or is restricted, it is refused here as everywhere.
        DemoClock.on(content.talkedOn(), () -> profiles.write(coach, person.id(), version, content));
    }

    private Profile.Content content(Workplace at, int kind, Profile.Occasion occasion, LocalDate day) {
        var afterJob = occasion == Profile.Occasion.AFTER_JOB;
        return new Profile.Content(
                occasion,
                day,
                OCCUPATIONS.get(kind),
                BRANCHES.get(kind),
                List.of(at.municipality(), "Ekby"),
                Optional.of(45),
                new Profile.Hours(
                        Optional.of(BigDecimal.TEN),
                        Optional.of(BigDecimal.valueOf(30)),
                        Set.of(Profile.PartOfDay.DAY, Profile.PartOfDay.EVENING)),
                new Profile.Words(
                        WANTS.get(kind),
                        "Stress och mycket människor på en gång.",
                        "Noggrann, håller tider, bra med händerna.",
                        "Svenska. Körkort B.",
                        "Att få se först och göra själv sedan. En fast person att fråga.",
                        afterJob ? "Praktiken gick bra tills arbetsdagarna blev långa." : ""));
    }

    /** A contact of that day with one of those whom the coach has met before, or another; some are told of half. */
    void met(Actor.Staff coach, Set<CaseId> about, InitiativeId initiative, Contact.Details details) {
        var outcome = ContactOutcome.values()[random.nextInt(ContactOutcome.values().length)];
        var next = random.nextInt(3) == 0 ? STEPS.get(random.nextInt(STEPS.size())) : "";
        var result = new EmployerContact.Result(
                about.isEmpty() || random.nextInt(6) == 0 ? Optional.empty() : Optional.of(random.nextInt(4) > 0),
                outcome,
                next,
                next.isEmpty() ? Optional.empty() : Optional.of(details.day().plusDays(7)));
        var where = new Where(known.get(random.nextInt(12) * 3), Optional.empty());
        // On a day before somebody's case began it is refused, here as everywhere.
        var logged = outreach.log(
                coach,
                ContactId.create(),
                about,
                Optional.of(initiative),
                details,
                new Chosen.Known(where),
                result,
                Optional.empty());
        if (!next.isEmpty() && random.nextInt(8) > 0 && logged instanceof Result.Done<ContactId>(var id)) {
            outreach.nextDone(coach, id);
        }
    }
}
