package se.framsteg.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.access.Actor;
import se.framsteg.contact.Contact;
import se.framsteg.contact.ContactId;
import se.framsteg.employment.employer.Branch;
import se.framsteg.employment.employer.ContactOutcome;
import se.framsteg.employment.employer.Employer;
import se.framsteg.employment.employer.EmployerId;
import se.framsteg.employment.employer.EmployerMerges;
import se.framsteg.employment.employer.EmployerNeed;
import se.framsteg.employment.employer.EmployerNeedId;
import se.framsteg.employment.employer.EmployerParts;
import se.framsteg.employment.employer.Employers;
import se.framsteg.employment.employer.MergeId;
import se.framsteg.employment.employer.Merging;
import se.framsteg.employment.employer.Merging.Side;
import se.framsteg.employment.employer.OrganisationNumber;
import se.framsteg.employment.employer.Workplace;
import se.framsteg.employment.employer.WorkplaceId;
import se.framsteg.employment.outreach.EmployerContact;
import se.framsteg.employment.outreach.EmployerContact.Where;
import se.framsteg.employment.outreach.EmployerContacts;
import se.framsteg.employment.outreach.EmployerContacts.Chosen;
import se.framsteg.employment.profile.Profile;
import se.framsteg.employment.profile.Profiles;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.Time;

/** Invented employers, contacts with them and vocational profiles, made through their doors. */
public final class EmployerExamples {
    private final Employers employers;
    private final EmployerParts parts;
    private final EmployerMerges merges;
    private final EmployerContacts contacts;
    private final Profiles profiles;

    public EmployerExamples(ListableBeanFactory beans) {
        this.employers = beans.getBean(Employers.class);
        this.parts = beans.getBean(EmployerParts.class);
        this.merges = beans.getBean(EmployerMerges.class);
        this.contacts = beans.getBean(EmployerContacts.class);
        this.profiles = beans.getBean(Profiles.class);
    }

    public EmployerId employer(Actor.Staff by, Employer.Details details) {
        return employers.register(by, EmployerId.create(), details, true).orThrow();
    }

    public EmployerId employer(Actor.Staff by, String name) {
        return employer(by, Employer.Details.named(name));
    }

    public EmployerId employer(Actor.Staff by, String name, String number) {
        return employer(
                by,
                new Employer.Details(
                        name, Optional.of(new OrganisationNumber(number)), "Provstad", Set.of(Branch.I), Set.of()));
    }

    public WorkplaceId workplace(Actor.Staff by, EmployerId employer, String name) {
        var contact = new Workplace.Contact("Kerstin Kock", "kökschef", "08-123 45 67", "kerstin@koket.example");
        var details = new Workplace.Details(name, "Provgatan 1", "Provstad", contact);
        return parts.add(by, employer, WorkplaceId.create(), details).orThrow();
    }

    /** Somebody in the kitchen (941), from today on. */
    public EmployerNeedId need(Actor.Staff by, EmployerId employer) {
        var details = new EmployerNeed.Details(
                Optional.empty(),
                Optional.of("941"),
                "Diskare",
                Optional.of(BigDecimal.valueOf(20)),
                LocalDate.now(Time.SWEDEN),
                Optional.empty(),
                Optional.empty());
        return parts.add(by, employer, EmployerNeedId.create(), details).orThrow();
    }

    /** Merges the other into the first, of which all holds. */
    public MergeId merged(Actor.Staff by, EmployerId kept, EmployerId other) {
        merges.merge(by, seen(by, kept), seen(by, other), keeping()).orThrow();
        return employers.see(by, kept, 1).merged().getFirst().id();
    }

    public EmployerMerges.Seen seen(Actor.Staff by, EmployerId id) {
        return new EmployerMerges.Seen(id, employers.see(by, id).version());
    }

    public static Merging keeping() {
        return new Merging(Side.KEPT, Side.KEPT, Side.KEPT, Side.BOTH, Side.BOTH);
    }

    /** A visit of today to an employer about these persons, or about nobody. */
    public ContactId met(
            Actor.Staff by,
            EmployerId employer,
            InitiativeId initiative,
            EmployerContact.Result result,
            CaseId... people) {
        return contacts.log(
                        by,
                        ContactId.create(),
                        Set.of(people),
                        Optional.of(initiative),
                        ContactExamples.details(Contact.Kind.EMPLOYER, Contact.Place.COMMUNITY, 30),
                        new Chosen.Known(new Where(employer, Optional.empty())),
                        result,
                        Optional.empty())
                .orThrow();
    }

    public static EmployerContact.Result introduced() {
        return new EmployerContact.Result(Optional.empty(), ContactOutcome.INTRODUCED, "", Optional.empty());
    }

    /** The wish to work in a kitchen, in Provstad. */
    public static Profile.Content kitchen(String wants) {
        return new Profile.Content(
                Profile.Occasion.TALK,
                LocalDate.now(Time.SWEDEN),
                List.of("941"),
                Set.of(Branch.I),
                List.of("Provstad"),
                Optional.of(30),
                new Profile.Hours(
                        Optional.of(BigDecimal.TEN),
                        Optional.of(BigDecimal.valueOf(25)),
                        Set.of(Profile.PartOfDay.DAY)),
                new Profile.Words(wants, "Höga ljud", "Noggrann", "Svenska, truckkort", "Att få se först", "Caféet"));
    }

    public int profile(Actor.Staff by, CaseId id) {
        return profiles.write(by, id, 0, kitchen("Att laga mat")).orThrow();
    }
}
