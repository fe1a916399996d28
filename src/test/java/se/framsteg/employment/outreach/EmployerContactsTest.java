package se.framsteg.employment.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.framsteg.testing.EmployerExamples.introduced;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.contact.Contact.Kind;
import se.framsteg.contact.Contact.Place;
import se.framsteg.contact.ContactId;
import se.framsteg.contact.Contacts;
import se.framsteg.employment.employer.ContactOutcome;
import se.framsteg.employment.employer.EmployerId;
import se.framsteg.employment.employer.EmployerSearch;
import se.framsteg.employment.employer.Employers;
import se.framsteg.employment.outreach.EmployerContact.Where;
import se.framsteg.employment.outreach.EmployerContacts.Chosen;
import se.framsteg.employment.profile.Fits;
import se.framsteg.employment.profile.Profiles;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.ContactExamples;
import se.framsteg.testing.EmployerExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestOrganisationNumbers;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** Contacts with employers, what is next, and what each person wants to work with. */
@FramstegTest
class EmployerContactsTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    EmployerContacts outreach;

    @Autowired
    Contacts contacts;

    @Autowired
    Employers employers;

    @Autowired
    Profiles profiles;

    @Autowired
    Fits fits;

    @Autowired
    OwnerSql owner;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private Actor.Staff coach;
    private CaseId anna;
    private EmployerExamples examples;
    private EmployerId kitchen;

    @BeforeEach
    void aPersonAndAnEmployer() {
        place = world.place();
        coach = place.caseworker();
        anna = world.aCase(place).called("Anna Provsson").started();
        examples = new EmployerExamples(beans);
        kitchen = examples.employer(coach, "Provköket", TestOrganisationNumbers.next());
    }

    private Visitor visitor(Actor.Staff who) {
        return new Visitor(port).signIn(world.email(who));
    }

    private Map<String, String> form(ContactId id) {
        return new HashMap<>(Map.of(
                "id", id.toString(),
                "day", today.toString(),
                "phase", "PLACEMENT",
                "place", "COMMUNITY",
                "minutes", "30",
                "outcome", "INTRODUCED",
                "initiative", place.initiative().toString()));
    }

    @Test
    void whatIsTypedInTheLogOfContactsIsThereWhenItWasAnEmployer() {
        var sent = visitor(coach)
                .post(
                        "/contacts/new",
                        Map.of(
                                "id", UUID.randomUUID().toString(),
                                "kind", "EMPLOYER",
                                "persons", anna.toString(),
                                "otherMinutes", "17",
                                "place", "VIDEO",
                                "phase", "COACHING",
                                "day", today.toString()));
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.body())
                .contains("Vilken arbetsgivare?", "value=\"17\"")
                .containsPattern("value=\"" + anna + "\" checked")
                .containsPattern("value=\"VIDEO\" checked")
                .containsPattern("value=\"COACHING\" selected")
                .doesNotContain("error-summary");
    }

    @Test
    void anEmployerIsFoundOrAddedByNameInTheSameForm() {
        var id = ContactId.create();
        var form = form(id);
        form.put("query", "Nya caféet");
        form.put("nextStep", "Ringa igen");
        var searched = visitor(coach).post("/employer-contacts/new", form);
        assertThat(searched.body())
                .contains("Lägg till ”Nya caféet” som ny", "value=\"Ringa igen\"")
                .doesNotContain("error-summary");
        form.put("searched", "Nya caféet");
        assertThat(visitor(coach).post("/employer-contacts/new", form).body())
                .contains("Välj vilken arbetsgivare det var");
        form.put("employer", "NEW");
        for (int i = 0; i < 2; i++) {
            assertThat(visitor(coach).post("/employer-contacts/new", form).statusCode())
                    .isEqualTo(302);
        }
        assertThat(employers.list(coach, EmployerSearch.of("Nya caféet"), 1).rows())
                .hasSize(1);
        assertThat(outreach.see(coach, id).called()).isEqualTo("Nya caféet");
        assertThat(visitor(coach).get("/contacts/" + id).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/employer-contacts/" + id));
    }

    @Test
    void bothAreSavedOrNeither() {
        var id = ContactId.create();
        var details = ContactExamples.details(Kind.EMPLOYER, Place.COMMUNITY, 30);
        assertThatThrownBy(() -> outreach.log(
                        coach,
                        id,
                        Set.of(anna),
                        Optional.empty(),
                        details,
                        new Chosen.Known(new Where(EmployerId.create(), Optional.empty())),
                        introduced(),
                        Optional.empty()))
                .isInstanceOf(NotFoundException.class);
        assertThat(owner.sql("select count(*) from contacts where id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whetherItMatchesIsAskedOfContactsAboutSomebodyAlone() {
        var yes = new EmployerContact.Result(Optional.of(true), ContactOutcome.LEARNT_NEEDS, "", Optional.empty());
        var form = form(ContactId.create());
        form.put("employer", kitchen.toString());
        form.put("wanted", "YES");
        assertThat(visitor(coach).post("/employer-contacts/new", form).body())
                .contains("Kontakten gäller ingen person");
        var met = examples.met(coach, kitchen, place.initiative(), yes, anna);
        assertThat(owner.sql("select matches from employer_contacts where contact_id = ?")
                        .param(met.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThatThrownBy(() -> contacts.change(coach, met, 0, ContactExamples.details(Kind.AF, Place.COMMUNITY, 30)))
                .hasMessageContaining("stays one");
    }

    @Test
    void oneThatWasLoggedWithoutAnEmployerIsToldOfAfterwards() {
        var details = ContactExamples.details(Kind.EMPLOYER, Place.COMMUNITY, 30);
        var id = new ContactExamples(beans).log(coach, Optional.empty(), details, anna);
        assertThat(visitor(coach).get("/contacts/" + id).body()).contains("/employer-contacts/" + id);
        var form = form(id);
        form.put("employer", kitchen.toString());
        form.put("version", "0");
        form.put("otherMinutes", "25");
        assertThat(visitor(coach).post("/employer-contacts/" + id, form).statusCode())
                .isEqualTo(302);
        var seen = outreach.see(coach, id);
        assertThat(seen.called()).isEqualTo("Provköket");
        assertThat(seen.contact().contact().details().minutes()).isEqualTo(25);
        assertThat(visitor(coach).post("/employer-contacts/" + id, form).body())
                .contains("Något nytt har sparats medan du skrev");
    }

    @Test
    void whatIsNextIsToldToTheCoachAloneOnTheDayAndDoneByTheNextContact() {
        var next = new EmployerContact.Result(
                Optional.empty(), ContactOutcome.ASKED_MEETING, "Ringa kökschefen", Optional.of(today));
        var id = examples.met(coach, kitchen, place.initiative(), next, anna);
        assertThat(visitor(coach).get("/").body())
                .contains("Ringa kökschefen", "/employer-contacts/" + id + "\"><strong>Provköket</strong>");
        assertThat(visitor(place.lead()).get("/").body()).doesNotContain("Ringa kökschefen");
        var after = visitor(coach).get("/employer-contacts/new?after=" + id).body();
        assertThat(after).containsPattern("value=\"" + kitchen + "\" checked").containsPattern(anna + "\" checked");
        var form = form(ContactId.create());
        form.put("employer", kitchen.toString());
        form.put("after", id.toString());
        form.put("persons", anna.toString());
        visitor(coach).post("/employer-contacts/new", form);
        assertThat(outreach.see(coach, id).nextDone()).contains(today);
        assertThat(visitor(coach).get("/").body()).doesNotContain("Ringa kökschefen");
    }

    @Test
    void whatIsNextIsLeftToWhoeverLoggedIt() {
        var next =
                new EmployerContact.Result(Optional.empty(), ContactOutcome.ASKED_MEETING, "Ringa", Optional.of(today));
        var id = examples.met(coach, kitchen, place.initiative(), next, anna);
        outreach.nextDone(place.lead(), id);
        assertThat(outreach.see(coach, id).nextDone()).isEmpty();
        outreach.nextDone(coach, id);
        assertThat(outreach.see(coach, id).nextDone()).contains(today);
        var nameless = outreach.log(
                coach,
                ContactId.create(),
                Set.of(),
                Optional.of(place.initiative()),
                ContactExamples.details(Kind.EMPLOYER, Place.PHONE, 10),
                new Chosen.Known(new Where(kitchen, Optional.empty())),
                new EmployerContact.Result(
                        Optional.empty(), ContactOutcome.OTHER, "Prata om Anna Provsson", Optional.empty()),
                Optional.empty());
        assertThat(nameless).isInstanceOf(Result.Refused.class);
    }

    @Test
    void eachVersionOfAProfileIsKeptAndTwoWhoWriteAtOnceSeeEachOthers() {
        assertThat(examples.profile(coach, anna)).isEqualTo(1);
        assertThat(profiles.write(coach, anna, 0, EmployerExamples.kitchen("Att laga mat"))
                        .orThrow())
                .as("sent twice")
                .isEqualTo(1);
        assertThat(profiles.write(coach, anna, 1, EmployerExamples.kitchen("Att baka"))
                        .orThrow())
                .isEqualTo(2);
        assertThat(profiles.write(place.lead(), anna, 1, EmployerExamples.kitchen("Att diska")))
                .isInstanceOf(Result.Stale.class);
        var view = profiles.see(coach, anna);
        assertThat(view.versions()).hasSize(2);
        assertThat(view.version(1).orElseThrow().content().words().wants()).isEqualTo("Att laga mat");
        assertThatThrownBy(() -> profiles.see(place.otherCaseworker(), anna)).isInstanceOf(NotFoundException.class);
        assertThat(visitor(coach)
                        .post(
                                "/cases/" + anna + "/profile/edit",
                                Map.of(
                                        "version",
                                        "1",
                                        "wants",
                                        "Något annat",
                                        "occasion",
                                        "TALK",
                                        "talkedOn",
                                        today.toString()))
                        .body())
                .contains("Något annat", "Att baka");
    }

    @Test
    void whatMaySuitIsToldWithTheReasonsInOrderOfTheAlphabet() {
        examples.profile(coach, anna);
        var bakery = examples.employer(coach, "Bageriet");
        examples.need(coach, bakery);
        examples.employer(coach, "Ett helt annat");
        var fitting = fits.employers(coach, anna);
        assertThat(fitting.stream().map(one -> one.employer().details().name()))
                .containsExactly("Bageriet", "Provköket");
        assertThat(visitor(coach).get("/cases/" + anna + "/profile").body())
                .contains(
                        "Söker Snabbmatspersonal",
                        "Samma bransch: Hotell och restaurang",
                        "Finns i Provstad",
                        "20 timmar i veckan passar");
        var asked = visitor(coach)
                .get("/employer-contacts/new?case=" + anna + "&employer=" + kitchen)
                .body();
        assertThat(asked).contains("Samma bransch: Hotell och restaurang", "Att laga mat");
    }

    @Test
    void onesOwnPersonsWhomAnEmployerMaySuitAreListedOnDemandAndEachLookIsJournaled() {
        examples.profile(coach, anna);
        var unsuited = world.aCase(place).called("Bo Prov").started();
        assertThat(visitor(coach).get("/employers/" + kitchen).body()).doesNotContain("Anna Provsson");
        assertThat(looks(anna)).isZero();
        assertThat(visitor(coach).get("/employers/" + kitchen + "/suits").body())
                .contains("Anna Provsson")
                .doesNotContain("Bo Prov");
        assertThat(looks(anna)).isOne();
        assertThat(looks(unsuited)).isZero();
        for (var other : List.of(place.otherCaseworker(), place.lead())) {
            assertThat(visitor(other).get("/employers/" + kitchen + "/suits").body())
                    .doesNotContain("Anna Provsson");
        }
    }

    /** Looks at the work of the person, apart from the one that wrote it down. */
    private int looks(CaseId id) {
        return owner.sql("select count(*) from journal where case_id = ? and action = 'SEE_EMPLOYMENT'")
                .param(id.value())
                .query(Integer.class)
                .single();
    }
}
