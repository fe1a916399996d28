package se.framsteg.employment.employer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.framsteg.testing.EmployerExamples.introduced;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.cases.Result;
import se.framsteg.contact.Contact;
import se.framsteg.contact.Contact.Withdrawal;
import se.framsteg.contact.ContactId;
import se.framsteg.employment.outreach.EmployerContact;
import se.framsteg.employment.outreach.EmployerContacts;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.EmployerExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestOrganisationNumbers;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** The register is shared by the coaches of an association, gives away no participant, and knows who is the same. */
@FramstegTest
class EmployersTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Employers employers;

    @Autowired
    EmployerMerges merges;

    @Autowired
    EmployerParts parts;

    @Autowired
    EmployerContacts contacts;

    @Autowired
    OwnerSql owner;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private Actor.Staff coach;
    private Actor.Staff elsewhere;
    private EmployerExamples examples;

    @BeforeEach
    void coachesOfTwoOrganisations() {
        place = world.place();
        coach = place.caseworker();
        var other = world.organisation(place.association(), "Grannkommunen", OrganisationKind.KOMMUN);
        elsewhere = world.person(other, "Greta Granne", Role.CASEWORKER);
        examples = new EmployerExamples(beans);
    }

    private List<String> found(Actor.Staff by, EmployerSearch search) {
        return employers.list(by, search, 1).rows().stream()
                .map(row -> row.employer().details().name())
                .toList();
    }

    @Test
    void coachesOfAllOrganisationsInTheAssociationShareItAndNobodyElseDoes() {
        var id = examples.employer(coach, "Provbageriet");
        assertThat(found(elsewhere, EmployerSearch.of("bageri"))).containsExactly("Provbageriet");
        var change = new Employer.Details(
                "Provbageriet i Provstad", Optional.empty(), "Provstad", Set.of(Branch.C), Set.of());
        employers.change(elsewhere, id, 0, change).orThrow();
        assertThat(employers.see(coach, id).details()).isEqualTo(change);
        assertThat(employers.change(coach, id, 0, Employer.Details.named("För sent")))
                .isInstanceOf(Result.Stale.class);
        for (var nobody :
                List.of(place.officer(), place.administrator(), world.place().caseworker())) {
            assertThatThrownBy(() -> employers.see(nobody, id)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void itIsSearchedByNameNumberBranchPlaceAndWhoLooksForSomebodyNow() {
        var number = TestOrganisationNumbers.next();
        var kitchen = examples.employer(coach, "Provköket 100%", number);
        examples.workplace(coach, kitchen, "Filialen");
        examples.employer(coach, "Provlagret");
        examples.need(coach, kitchen);
        var kitchenAlone = List.of("Provköket 100%");
        assertThat(found(coach, EmployerSearch.of("köket"))).isEqualTo(kitchenAlone);
        assertThat(found(coach, EmployerSearch.of("100%"))).isEqualTo(kitchenAlone);
        assertThat(found(coach, EmployerSearch.of("%"))).isEqualTo(kitchenAlone);
        assertThat(found(coach, EmployerSearch.of(new OrganisationNumber(number).display())))
                .isEqualTo(kitchenAlone);
        assertThat(found(coach, new EmployerSearch("", Optional.of(Branch.I), "", false)))
                .isEqualTo(kitchenAlone);
        assertThat(found(coach, new EmployerSearch("", Optional.empty(), "provstad", false)))
                .isEqualTo(kitchenAlone);
        assertThat(found(coach, new EmployerSearch("", Optional.empty(), "", true)))
                .isEqualTo(kitchenAlone);
        assertThat(found(coach, EmployerSearch.of(""))).hasSize(2);
        var need = employers.see(coach, kitchen, 1).needs().getFirst();
        parts.end(elsewhere, kitchen, need.id(), need.version()).orThrow();
        assertThat(found(coach, new EmployerSearch("", Optional.empty(), "", true)))
                .isEmpty();
        assertThat(employers.see(coach, kitchen, 1).needs().getFirst().details().ended())
                .contains(today);
    }

    @Test
    void oneWithTheSameNumberIsRefusedAndOneWithNearlyTheSameNameIsAskedAbout() {
        var number = TestOrganisationNumbers.next();
        var first = examples.employer(coach, "Lagerhuset i Norrdalen AB", number);
        var visitor = new Visitor(port).signIn(world.email(elsewhere));
        var id = UUID.randomUUID().toString();
        var sent = visitor.post(
                "/employers/new", Map.of("id", id, "name", "Annat namn", "number", number, "another", "true"));
        assertThat(sent.statusCode()).isIn(200, 422);
        assertThat(sent.body()).contains("finns redan", "/employers/" + first, "Annat namn");
        assertThat(visitor.post("/employers/new", Map.of("id", id, "name", "LAGERHUSET NORRDALEN"))
                        .body())
                .contains("Det är en annan arbetsgivare", "/employers/" + first);
        var another = Map.of("id", id, "name", "LAGERHUSET NORRDALEN", "another", "true");
        assertThat(visitor.post("/employers/new", another).statusCode()).isEqualTo(302);
        assertThat(visitor.post("/employers/new", another).statusCode()).isEqualTo(302);
        assertThat(found(coach, EmployerSearch.of("lagerhuset"))).hasSize(2);
        for (var wrong : Map.of(
                        "9950000000", "någon siffra är fel", "198112189876", "enskild firma", "12345", "tio siffror")
                .entrySet()) {
            assertThat(visitor.post("/employers/new", Map.of("id", id, "name", "Ny", "number", wrong.getKey()))
                            .body())
                    .contains(wrong.getValue(), wrong.getKey());
        }
    }

    @Test
    void wordsThatTellOfAParticipantAreRefused() {
        var employer = examples.employer(coach, "Provköket");
        world.aCase(place).called("Anna Provsson").started();
        var visitor = new Visitor(port).signIn(world.email(coach));
        for (var words : List.of("Kan passa Anna Provsson", "Fråga om 19811218-9876")) {
            var sent = visitor.post(
                    "/employers/" + employer + "/needs/new",
                    Map.of("id", UUID.randomUUID().toString(), "words", words, "from", today.toString()));
            assertThat(sent.body()).contains("Ta bort det", words);
        }
        // Whoever does not see the person is told nothing of there being one.
        var other = new Visitor(port).signIn(world.email(elsewhere));
        assertThat(other.post(
                                "/employers/" + employer + "/needs/new",
                                Map.of(
                                        "id",
                                        UUID.randomUUID().toString(),
                                        "words",
                                        "Kan passa Anna Provsson",
                                        "from",
                                        today.toString()))
                        .statusCode())
                .isEqualTo(302);
    }

    /** The attack: what a page says is the same to the byte, whoever a contact was about, and whether it was about anybody. */
    @Test
    void anEmployersPageIsTheSameWhetherAContactWasAboutSomebodyOrNobody() {
        var one = world.aCase(place).called("Anna Prov").started();
        var two = world.aCase(place).called("Bo Prov").started();
        var about = examples.employer(coach, "Provköket");
        var nobody = examples.employer(coach, "Provköket");
        var result = new EmployerContact.Result(
                Optional.empty(), ContactOutcome.OFFERED, "Komma på besök", Optional.of(today.plusDays(7)));
        var matching = new EmployerContact.Result(
                Optional.of(true), ContactOutcome.OFFERED, "Komma på besök", Optional.of(today.plusDays(7)));
        examples.met(coach, about, place.initiative(), matching, one);
        examples.met(coach, about, place.initiative(), matching, one, two);
        var taken = examples.met(coach, about, place.initiative(), matching, two);
        contacts.withdraw(coach, taken, 0, Withdrawal.NOT_SO).orThrow();
        examples.met(coach, nobody, place.initiative(), result);
        examples.met(coach, nobody, place.initiative(), result);
        for (var reader : List.of(elsewhere, place.otherCaseworker(), place.lead(), coach)) {
            var visitor = new Visitor(port).signIn(world.email(reader));
            var told = page(visitor, about);
            assertThat(told).isEqualTo(page(visitor, nobody));
            assertThat(told.split("Kan erbjuda jobb", -1)).hasSize(3);
            assertThat(told).contains(coach.name(), "Komma på besök").doesNotContain("Anna", "Bo Prov", "30 min");
            assertThat(visitor.get("/employers").body()).doesNotContain("Anna Prov");
        }
    }

    /** What is about persons is disposed of after two years at the earliest; what would be left then is about nobody. */
    @Test
    void contactsAreToldOfForTwoYearsSoThatNoneIsMissedWhenACaseIsDisposedOf() {
        var employer = examples.employer(coach, "Provköket");
        for (var day : List.of(today.minusYears(2), today.minusYears(2).plusDays(1))) {
            var details = new Contact.Details(
                    day,
                    Contact.Kind.EMPLOYER,
                    Optional.of(Contact.Place.PHONE),
                    10,
                    Contact.Phase.PLACEMENT,
                    false,
                    Set.of());
            contacts.log(
                            coach,
                            ContactId.create(),
                            Set.of(),
                            Optional.of(place.initiative()),
                            details,
                            new EmployerContacts.Chosen.Known(new EmployerContact.Where(employer, Optional.empty())),
                            introduced(),
                            Optional.empty())
                    .orThrow();
        }
        assertThat(employers.see(elsewhere, employer, 1).history().rows())
                .extracting(History::day)
                .containsExactly(today.minusYears(2).plusDays(1));
    }

    /** A page without its own ids and tokens, and without the links to the other one, which is called the same. */
    private static String page(Visitor visitor, EmployerId id) {
        return visitor.get("/employers/" + id)
                .body()
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "TOKEN");
    }

    @Test
    void mergedOnesAreKnownAsOneWithAllThatBelongsToThem() {
        var number = TestOrganisationNumbers.next();
        var first = examples.employer(coach, "Provköket");
        var second = examples.employer(coach, "Provköket AB", number);
        var third = examples.employer(coach, "Prov-köket");
        examples.workplace(coach, second, "Köket");
        examples.need(coach, third);
        examples.met(place.otherCaseworker(), third, place.initiative(), introduced());
        var all = new Merging(
                Merging.Side.KEPT, Merging.Side.MERGED, Merging.Side.MERGED, Merging.Side.BOTH, Merging.Side.BOTH);
        merges.merge(coach, examples.seen(coach, second), examples.seen(coach, third), EmployerExamples.keeping())
                .orThrow();
        merges.merge(elsewhere, examples.seen(coach, first), examples.seen(coach, second), all)
                .orThrow();
        var view = employers.see(coach, third, 1);
        assertThat(view.employer().id()).isEqualTo(first);
        assertThat(view.employer().details().number()).contains(new OrganisationNumber(number));
        assertThat(view.employer().details().branches()).containsExactly(Branch.I);
        assertThat(view.workplaces()).hasSize(1);
        assertThat(view.needs()).hasSize(1);
        assertThat(view.history().rows()).hasSize(1);
        assertThat(found(coach, EmployerSearch.of("prov"))).containsExactly("Provköket");
        var visitor = new Visitor(port).signIn(world.email(coach));
        assertThat(visitor.get("/employers/" + third).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/employers/" + first));

        var merge = view.merged().getFirst().id();
        merges.undo(elsewhere, first, merge).orThrow();
        assertThat(merges.undo(coach, first, merge)).isInstanceOf(Result.Stale.class);
        assertThat(employers.see(coach, first).details()).isEqualTo(Employer.Details.named("Provköket"));
        var parted = employers.see(coach, third, 1);
        assertThat(parted.employer().id()).isEqualTo(second);
        assertThat(parted.employer().details().number()).contains(new OrganisationNumber(number));
        assertThat(parted.history().rows()).hasSize(1);
    }

    @Test
    void aNumberThatAnotherHasTakenMeanwhileStandsInTheWayOfPartingThem() {
        var number = TestOrganisationNumbers.next();
        var kept = examples.employer(coach, "Provköket");
        var merged = examples.employer(coach, "Provköket AB", number);
        var merge = examples.merged(coach, kept, merged);
        examples.employer(coach, "En annan", number);
        assertThat(merges.undo(coach, kept, merge)).isInstanceOf(Result.Refused.class);
        assertThat(employers.head(coach, merged)).isEqualTo(kept);
    }

    @Test
    void twoWhoMergeTheSameTwoEachTheirWayAtOnceNeverMakeACircle() throws Exception {
        for (int i = 0; i < 5; i++) {
            var one = examples.employer(coach, "Ena " + i);
            var other = examples.employer(coach, "Andra " + i);
            var first = examples.seen(coach, one);
            var second = examples.seen(coach, other);
            var done = atOnce(
                    () -> merges.merge(coach, first, second, EmployerExamples.keeping()) instanceof Result.Done<?>,
                    () -> merges.merge(elsewhere, second, first, EmployerExamples.keeping()) instanceof Result.Done<?>);
            assertThat(done).containsExactlyInAnyOrder(true, false);
            assertThat(employers.head(coach, one)).isEqualTo(employers.head(coach, other));
        }
    }

    @Test
    void twoWhoGiveTheSameNumberAtOnceGiveItOnce() throws Exception {
        var number = TestOrganisationNumbers.next();
        var details =
                new Employer.Details("Provköket", Optional.of(new OrganisationNumber(number)), "", Set.of(), Set.of());
        var done = atOnce(
                () -> employers.register(coach, EmployerId.create(), details, true) instanceof Result.Done<?>,
                () -> employers.register(elsewhere, EmployerId.create(), details, true) instanceof Result.Done<?>);
        assertThat(done).containsExactlyInAnyOrder(true, false);
    }

    @SafeVarargs
    private static List<Boolean> atOnce(Callable<Boolean>... works) throws Exception {
        var barrier = new CyclicBarrier(works.length);
        try (var threads = Executors.newFixedThreadPool(works.length)) {
            var done = List.of(works).stream()
                    .map(work -> threads.submit(() -> {
                        barrier.await();
                        return work.call();
                    }))
                    .toList();
            return List.of(done.getFirst().get(), done.getLast().get());
        }
    }

    @Test
    void aWorkplaceThatIsGoneForgetsWhomToAskFor() {
        var employer = examples.employer(coach, "Provköket");
        var workplace = examples.workplace(coach, employer, "Köket");
        parts.remove(elsewhere, employer, workplace, 0).orThrow();
        assertThat(parts.workplaces(coach, employer)).isEmpty();
        assertThat(owner.sql("select contact_name || contact_email from employer_workplaces where id = ?")
                        .param(workplace.value())
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    @Test
    void anEnterpriseWithAllFourMarksIsSaidToBeASocialOne() {
        var all = Set.of(SocialMark.values());
        var id = examples.employer(coach, new Employer.Details("Provhantverket", Optional.empty(), "", Set.of(), all));
        var some = examples.employer(
                coach, new Employer.Details("Halvvägs", Optional.empty(), "", Set.of(), Set.of(SocialMark.PURPOSE)));
        var visitor = new Visitor(port).signIn(world.email(coach));
        assertThat(visitor.get("/employers/" + id).body()).contains("alla fyra kännetecknen stämmer");
        assertThat(visitor.get("/employers/" + some).body()).contains("1 av 4 stämmer");
    }

    @Test
    void nothingOfAContactIsToldByItsId() {
        var person = world.aCase(place).called("Anna Prov").started();
        var employer = examples.employer(coach, "Provköket");
        ContactId met = examples.met(coach, employer, place.initiative(), introduced(), person);
        assertThatThrownBy(() -> contacts.see(elsewhere, met)).isInstanceOf(NotFoundException.class);
        assertThat(new Visitor(port)
                        .signIn(world.email(elsewhere))
                        .get("/employer-contacts/" + met)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsAboutSomebodyHiddenAloneIsToldToWhoeverLoggedItAlone() {
        var hidden = world.aCase(place).called("Hemlig Person").started();
        var employer = examples.employer(coach, "Provköket");
        examples.met(coach, employer, place.initiative(), EmployerExamples.introduced(), hidden);
        assertThat(employers.see(elsewhere, employer, 1).history().rows()).hasSize(1);
        owner.sql("update participants set protection = 'CONFIDENTIALITY_MARKING' where id = (select"
                        + " participant_id from cases where id = ?)")
                .param(hidden.value())
                .update();
        assertThat(employers.see(elsewhere, employer, 1).history().rows()).isEmpty();
        assertThat(employers.see(place.lead(), employer, 1).history().rows()).isEmpty();
        assertThat(employers.see(coach, employer, 1).history().rows()).hasSize(1);
    }
}
