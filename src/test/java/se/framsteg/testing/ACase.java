package se.framsteg.testing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseStep;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Decision;
import se.framsteg.cases.EndReason;
import se.framsteg.cases.LegalSex;
import se.framsteg.cases.Livelihood;
import se.framsteg.cases.NewReferral;
import se.framsteg.cases.Outcome;
import se.framsteg.cases.Person;
import se.framsteg.cases.Protection;
import se.framsteg.cases.ReferralSource;
import se.framsteg.cases.ReferralState;
import se.framsteg.cases.Referrals;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.IdentityNumber;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.Time;

/** A case to test with, as far on its way as a test needs it. What is not told is as it usually is. */
public final class ACase {
    private final Referrals referrals;
    private final Cases cases;
    private InitiativeId initiative;
    private Actor.Staff lead;
    private Actor.Staff caseworker;
    private String name = "Prov Provsson";
    private Optional<IdentityNumber> identity = Optional.empty();
    private Protection protection = Protection.NONE;
    private boolean anonymous;
    private LegalSex sex = LegalSex.WOMAN;
    private LocalDate receivedOn = LocalDate.now(Time.SWEDEN).minusDays(30);

    ACase(World.Place place, Referrals referrals, Cases cases) {
        this.referrals = referrals;
        this.cases = cases;
        this.initiative = place.initiative();
        this.lead = place.lead();
        this.caseworker = place.caseworker();
    }

    public ACase in(InitiativeId initiative, Actor.Staff lead) {
        this.initiative = initiative;
        this.lead = lead;
        return this;
    }

    public ACase of(Actor.Staff caseworker) {
        this.caseworker = caseworker;
        return this;
    }

    public ACase called(String name) {
        this.name = name;
        return this;
    }

    public ACase with(IdentityNumber identity) {
        this.identity = Optional.of(identity);
        return this;
    }

    /** With protected identity, the deciding lead being named. */
    public ACase protectedIdentity() {
        return protectedAs(Protection.CONFIDENTIALITY_MARKING);
    }

    public ACase protectedAs(Protection kind) {
        this.protection = kind;
        return this;
    }

    public ACase anonymous() {
        this.anonymous = true;
        return this;
    }

    public ACase ofAMan() {
        this.sex = LegalSex.MAN;
        return this;
    }

    public ACase receivedOn(LocalDate day) {
        this.receivedOn = day;
        return this;
    }

    public Person person() {
        return anonymous
                ? new Person.Anonymous(sex, receivedOn.getYear())
                : new Person.Known(name, identity, sex, "Provstad", Person.Contact.NONE, "sv", false, protection);
    }

    public NewReferral referral() {
        return new NewReferral(
                ReferralId.create(),
                initiative,
                person(),
                receivedOn,
                ReferralSource.FORUM,
                "Trisam Provstad",
                Optional.empty(),
                "Vill komma vidare mot arbete",
                "",
                receivedOn,
                Set.of(lead.id()));
    }

    public ReferralId referred() {
        return referrals.register(caseworker, referral()).orThrow();
    }

    public CaseId accepted() {
        var decision = new Decision(ReferralState.ACCEPTED, "", Optional.of(caseworker.id()), receivedOn.plusDays(1));
        return referrals.decide(lead, referred(), 0, decision).orThrow().orElseThrow();
    }

    public CaseId started() {
        var id = accepted();
        step(id, CaseStep.start(receivedOn.plusDays(2), Livelihood.UNKNOWN));
        return id;
    }

    public CaseId ended() {
        var id = started();
        step(
                id,
                CaseStep.end(
                        receivedOn.plusDays(10),
                        new CaseStep.Ending(EndReason.GOAL_REACHED, Outcome.WORK),
                        Livelihood.UNKNOWN));
        return id;
    }

    private void step(CaseId id, CaseStep step) {
        cases.change(caseworker, id, cases.see(caseworker, id).version(), step).orThrow();
    }
}
