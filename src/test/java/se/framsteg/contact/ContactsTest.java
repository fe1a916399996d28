package se.framsteg.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.contact.Contact.Details;
import se.framsteg.contact.Contact.Kind;
import se.framsteg.contact.Contact.Party;
import se.framsteg.contact.Contact.Phase;
import se.framsteg.contact.Contact.Place;
import se.framsteg.contact.Contact.Withdrawal;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.ContactExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Sharing;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** Contacts are logged once, about those whom one reaches, and each reader sees those whom they reach. */
@FramstegTest
class ContactsTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Contacts contacts;

    @Autowired
    ContactMonths months;

    @Autowired
    Cases cases;

    @Autowired
    Restrictions restrictions;

    @Autowired
    OwnerSql owner;

    @Autowired
    JdbcClient application;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private Actor.Staff coach;
    private CaseId anna;
    private CaseId bo;

    @BeforeEach
    void twoPersons() {
        place = world.place();
        coach = place.caseworker();
        anna = world.aCase(place).called("Anna Prov").started();
        bo = world.aCase(place).called("Bo Prov").started();
    }

    private static Details details(Kind kind, Place where, int minutes) {
        return ContactExamples.details(kind, where, minutes);
    }

    private ContactId talk(CaseId... people) {
        return new ContactExamples(beans).talk(coach, people);
    }

    private Result<ContactId> log(Details details, CaseId... people) {
        return contacts.log(coach, ContactId.create(), Set.of(people), Optional.of(place.initiative()), details);
    }

    private static List<String> reasons(Result<?> result) {
        return result instanceof Result.Refused<?>(var reasons)
                ? reasons.stream().map(Result.Refusal::key).toList()
                : List.of();
    }

    private void handOver(CaseId id, Actor.Staff to) {
        var version = cases.see(place.lead(), id).version();
        cases.assign(place.lead(), id, version, to.id(), today, "Byter").orThrow();
    }

    private <T> T as(Actor who, Supplier<T> work) {
        return transactions.execute(_ -> {
            asking.by(who);
            return work.get();
        });
    }

    private int seen(Actor who, String table) {
        return as(
                who,
                () -> application
                        .sql("select count(*) from " + table)
                        .query(Integer.class)
                        .single());
    }

    @Test
    void aFormThatIsSentTwiceLogsOneAndSomethingElseUnderTheSameIdIsToldAsSuch() {
        var id = ContactId.create();
        var met = details(Kind.WITH_PERSON, Place.HOME, 45);
        for (int i = 0; i < 2; i++) {
            assertThat(contacts.log(coach, id, Set.of(anna, bo), Optional.empty(), met))
                    .isEqualTo(new Result.Done<>(id));
        }
        assertThat(contacts.ofCase(coach, anna, 1).rows()).hasSize(1);
        assertThat(contacts.log(coach, id, Set.of(anna), Optional.empty(), met)).isInstanceOf(Result.Stale.class);
        assertThat(contacts.see(coach, id).contact().people()).containsExactlyInAnyOrder(anna, bo);
    }

    @Test
    void whatCannotBeSoIsToldAtItsPlaceAndNothingIsLogged() {
        var met = details(Kind.WITH_PERSON, Place.HOME, 45);
        assertThat(reasons(log(met))).containsExactly("contact.persons.required");
        assertThat(reasons(log(details(Kind.DOCUMENTATION, Place.OFFICE, 30), anna)))
                .containsExactly("contact.persons.none");
        assertThat(reasons(log(on(met, today.plusDays(1)), anna))).containsExactly("contact.day.future");
        var began = cases.see(coach, anna).acceptedOn();
        assertThat(reasons(log(on(met, began.minusDays(1)), anna))).containsExactly("contact.day.before-case");
        assertThat(log(on(met, began), anna)).isInstanceOf(Result.Done.class);
        var nowhere = new Details(today, Kind.AF, Optional.empty(), 15, Phase.SEVERAL, true, Set.of());
        assertThat(reasons(log(nowhere, anna)))
                .containsExactlyInAnyOrder("contact.place.required", "contact.missed.only-person");
        var elsewhere = world.initiative(place.association(), place.kommun(), "En annan insats", place.lead());
        var other = world.aCase(place).in(elsewhere, place.lead()).started();
        assertThat(reasons(log(met, anna, other))).containsExactly("contact.persons.initiatives");
        assertThat(contacts.ofCase(coach, anna, 1).rows()).hasSize(1);
    }

    private static Details on(Details details, LocalDate day) {
        return new Details(
                day,
                details.kind(),
                details.place(),
                details.minutes(),
                details.phase(),
                details.missed(),
                details.tookPart());
    }

    @Test
    void lastContactsAreLoggedAfterTheCaseHasEndedAndNoneOfLaterDays() {
        var ended = world.aCase(place).ended();
        var last = cases.see(coach, ended).facts().endedOn().orElseThrow();
        var met = details(Kind.WITH_PERSON, Place.PHONE, 15);
        assertThat(log(on(met, last), ended)).isInstanceOf(Result.Done.class);
        owner.sql("update cases set ended_on = :day where id = :id")
                .param("day", today.minusDays(2))
                .param("id", ended.value())
                .update();
        assertThat(reasons(log(on(met, today), ended))).containsExactly("contact.day.after-case");
    }

    @Test
    void whoReachesOneOfThePersonsSeesThatOneAloneAndCannotTakeTheContactBack() {
        var id = talk(anna, bo);
        handOver(anna, place.otherCaseworker());
        var shown = contacts.ofCase(place.otherCaseworker(), anna, 1).rows().getFirst();
        assertThat(shown.contact().people()).containsExactly(anna);
        assertThat(shown.people()).extracting(one -> one.name()).containsExactly("Anna Prov");
        assertThat(contacts.withdraw(place.otherCaseworker(), id, 0, Withdrawal.TWICE))
                .isInstanceOf(Result.Stale.class);
        var visitor = new Visitor(port).signIn(world.email(place.otherCaseworker()));
        assertThat(visitor.get("/contacts/" + id).body())
                .contains("Anna Prov", "30 min", "Ta tillbaka")
                .doesNotContain("Bo Prov", "1 h");
        assertThat(visitor.get("/cases/" + anna + "/contacts").body())
                .contains("30 min")
                .doesNotContain("1 h");
        assertThat(visitor.post("/contacts/" + id + "/withdraw", Map.of("version", "0", "withdrawal", "TWICE"))
                        .body())
                .contains("Det gick inte att ta tillbaka kontakten.");
        assertThat(contacts.see(coach, id).minutes())
                .as("the whole, to whoever logged it")
                .isEqualTo(60);
        assertThat(contacts.see(coach, id).contact().people())
                .as("whoever logged it, too")
                .containsExactly(bo);
        assertThat(contacts.change(coach, id, 0, details(Kind.WITH_PERSON, Place.HOME, 15)))
                .isInstanceOf(Result.Stale.class);
        assertThat(as(
                        coach,
                        () -> application
                                .sql("update contacts set minutes = 1 where id = ?")
                                .param(id.value())
                                .update()))
                .as("nor by a bare statement")
                .isZero();
    }

    @Test
    void bareStatementsShowEachOnlyWhatTheyReachAndChangeWhatIsTheirs() {
        var about = talk(anna);
        new ContactExamples(beans).ownTime(coach, place.initiative(), 30);
        new ContactExamples(beans).talk(coach, bo);
        handOver(bo, place.otherCaseworker());
        var region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        var colleague = world.person(region, "Rut Region", Role.CASEWORKER);
        var sharing = new Sharing(owner);
        sharing.name(anna, colleague);
        sharing.yes(anna, region, Sharing.ALL_KINDS);

        assertThat(seen(coach, "contacts")).as("all of the own log").isEqualTo(3);
        assertThat(seen(coach, "contact_persons")).isOne();
        assertThat(seen(place.otherCaseworker(), "contacts")).isOne();
        assertThat(seen(place.lead(), "contacts")).isEqualTo(3);
        var person = new Actor.Respondent(new CaseExamples(beans).baseline(place, anna), false);
        assertThat(seen(person, "contacts")).as("the person sees the own").isOne();
        assertThat(seen(person, "contact_persons")).isOne();
        for (var nobody : List.of(colleague, place.officer(), place.administrator())) {
            assertThat(seen(nobody, "contacts")).as("%s", nobody.roles()).isZero();
            assertThat(seen(nobody, "contact_persons")).isZero();
        }

        var change = "update contacts set minutes = 600 where id = '" + about + "'";
        assertThat(as(person, () -> application.sql(change).update())).isZero();
        assertThat(as(place.otherCaseworker(), () -> application.sql(change).update()))
                .isZero();
        assertThatThrownBy(() -> as(place.lead(), () -> application.sql(change).update()))
                .as("told by whoever did it")
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> add(place.otherCaseworker(), coach, place.initiative()))
                .as("in somebody else’s name")
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> add(place.officer(), place.officer(), place.initiative()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> as(
                        place.otherCaseworker(),
                        () -> application.sql("""
                            insert into contact_persons (contact_id, association_id, initiative_id, case_id)
                            select c.id, c.association_id, c.initiative_id, :case from contacts c limit 1\
                            """).param("case", anna.value()).update()))
                .isInstanceOf(DataAccessException.class);
    }

    private int add(Actor.Staff who, Actor.Staff name, InitiativeId initiative) {
        return as(
                who,
                () -> application
                        .sql("""
                            insert into contacts (id, association_id, initiative_id, logged_by, day, kind, place, minutes, phase, missed,
                              took_part, persons, logged_at, saved_at)
                            values (gen_random_uuid(), :association, :initiative, :by, cast(now() at time zone 'Europe/Stockholm' as date), 'OTHER_WORK', 'OFFICE', 10, 'SEVERAL',
                              false, '{}', 0, now(), now())\
                            """)
                        .param("association", place.association().value())
                        .param("initiative", initiative.value())
                        .param("by", name.id().value())
                        .update());
    }

    @Test
    void aMistakeIsTakenBackByWhoeverHasTheCaseAndStaysReadableWithTheReason() {
        var id = talk(anna);
        assertThat(contacts.change(place.lead(), id, 0, details(Kind.AF, Place.PHONE, 15)))
                .as("what was done is told by whoever did it")
                .isInstanceOf(Result.Stale.class);
        var changed = new Details(today, Kind.AF, Optional.of(Place.VIDEO), 25, Phase.INTAKE, false, Set.of(Party.FK));
        contacts.change(coach, id, 0, changed).orThrow();
        assertThat(contacts.change(coach, id, 0, changed)).isInstanceOf(Result.Stale.class);
        handOver(anna, place.otherCaseworker());
        contacts.withdraw(place.otherCaseworker(), id, 1, Withdrawal.NOT_SO).orThrow();
        var read = contacts.ofCase(place.otherCaseworker(), anna, 1)
                .rows()
                .getFirst()
                .contact();
        assertThat(read.withdrawn()).contains(Withdrawal.NOT_SO);
        assertThat(read.details()).isEqualTo(changed);
        assertThat(months.own(coach, Optional.empty()).work().parts()).isEmpty();
        assertThat(contacts.withdraw(place.otherCaseworker(), id, 2, Withdrawal.TWICE))
                .isInstanceOf(Result.Stale.class);
    }

    @Test
    void nothingIsLoggedAboutARestrictedCaseNorChangedInItAndItIsStillRead() {
        var id = talk(anna, bo);
        restrictions.restrict(coach, anna, "Bestrids", today).orThrow();
        assertThat(reasons(log(details(Kind.WITH_PERSON, Place.HOME, 30), anna)))
                .containsExactly("contact.persons.closed");
        assertThat(contacts.withdraw(coach, id, 0, Withdrawal.TWICE)).isInstanceOf(Result.Stale.class);
        assertThat(as(
                        coach,
                        () -> application
                                .sql("update contacts set minutes = 1 where id = ?")
                                .param(id.value())
                                .update()))
                .isZero();
        assertThat(contacts.ofCase(coach, anna, 1).rows()).hasSize(1);
    }

    @Test
    void whomOneDoesNotReachCannotBeChosenAndIsNotToldApartFromNobody() {
        var visitor = new Visitor(port).signIn(world.email(place.otherCaseworker()));
        for (var id : List.of(anna, CaseId.create())) {
            assertThat(reasons(contacts.log(
                            place.otherCaseworker(),
                            ContactId.create(),
                            Set.of(id),
                            Optional.empty(),
                            details(Kind.WITH_PERSON, Place.HOME, 30))))
                    .containsExactly("contact.persons.closed");
            assertThat(visitor.get("/contacts/new?case=" + id).statusCode()).isEqualTo(404);
        }
        assertThatThrownBy(() -> contacts.see(place.otherCaseworker(), talk(anna)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> contacts.offer(place.officer(), Optional.empty()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theMonthTellsTimeByWhatItWasAndWhereAndWhoHasNotBeenMet() {
        talk(anna);
        log(details(Kind.EMPLOYER, Place.COMMUNITY, 90), anna, bo).orThrow();
        var missed =
                new Details(today, Kind.WITH_PERSON, Optional.of(Place.HOME), 15, Phase.OTHER_SERVICES, true, Set.of());
        log(missed, bo).orThrow();
        var travel = new Details(today, Kind.TRAVEL, Optional.of(Place.HOME), 35, Phase.SEVERAL, false, Set.of());
        log(travel).orThrow();
        var own = months.own(coach, Optional.empty());
        assertThat(own.work().minutes()).isEqualTo(200);
        assertThat(own.work().contacts()).isEqualTo(3);
        assertThat(own.work().inCommunity()).as("a travel is at no place").isEqualTo(new Workload.Share(105, 200));
        assertThat(own.work().employmentServices()).isEqualTo(new Workload.Share(185, 200));
        assertThat(own.work().ownTime()).isEqualTo(new Workload.Share(35, 200));
        assertThat(own.withoutContact())
                .as("a try is no meeting")
                .extracting(one -> one.id())
                .containsExactly(bo);
        var led = months.led(place.lead(), place.initiative(), Optional.empty());
        assertThat(led.coaches()).singleElement().isEqualTo(new ContactMonths.Coach("Hanna Handläggare", led.all()));
        assertThat(led.all().minutes()).isEqualTo(200);
    }

    @Test
    void ofAPastMonthThoseAreWithoutContactWhoseCasesWentOnThen() {
        var month = YearMonth.from(today).minusMonths(2);
        began(anna, month.atDay(1).minusDays(40));
        began(bo, month.atDay(1).minusDays(40));
        var later = world.aCase(place).started();
        began(later, month.atEndOfMonth().plusDays(1));
        assertThat(withoutContact(month)).containsExactlyInAnyOrder(anna, bo);
        moved(bo, "ACTIVE", "PAUSED", month.atDay(1));
        assertThat(withoutContact(month)).as("at rest all the month").containsExactly(anna);
        moved(bo, "PAUSED", "ACTIVE", month.atEndOfMonth());
        assertThat(withoutContact(month)).as("for a day it went on").containsExactlyInAnyOrder(anna, bo);
        owner.sql("update cases set state = 'PAUSED' where id = ?")
                .param(anna.value())
                .update();
        assertThat(withoutContact(month)).as("paused today").contains(anna);
    }

    private List<CaseId> withoutContact(YearMonth month) {
        return months.own(coach, Optional.of(month.toString())).withoutContact().stream()
                .map(one -> one.id())
                .toList();
    }

    private void began(CaseId id, LocalDate on) {
        owner.sql("update cases set accepted_on = :on, started_on = :on where id = :id")
                .param("on", on)
                .param("id", id.value())
                .update();
        owner.sql("update case_changes set effective_on = :on where case_id = :id")
                .param("on", on)
                .param("id", id.value())
                .update();
    }

    private void moved(CaseId id, String from, String to, LocalDate on) {
        owner.sql("""
            insert into case_changes (case_id, at, by_staff, effective_on, from_state, to_state)
            values (:case, now(), :by, :on, :from, :to)\
            """)
                .param("case", id.value())
                .param("by", coach.id().value())
                .param("on", on)
                .param("from", from)
                .param("to", to)
                .update();
    }

    @Test
    void ofAMeetingTheLeadIsToldTheTimeOfThoseWhomTheLeadReachesAlone() {
        var hidden =
                world.aCase(place).called("Hemlig Person").protectedIdentity().started();
        owner.sql("delete from named_access where participant_id = (select participant_id from cases where id = ?)")
                .param(hidden.value())
                .update();
        log(details(Kind.WITH_PERSON, Place.HOME, 60), hidden).orThrow();
        log(details(Kind.WITH_PERSON, Place.OFFICE, 90), anna, bo, hidden).orThrow();
        var led = months.led(place.lead(), place.initiative(), Optional.empty());
        assertThat(led.all().minutes()).isEqualTo(60);
        assertThat(led.all().byPlace()).containsExactly(new Workload.Row<>(Place.OFFICE, 1, 60));
        assertThat(contacts.ofCase(place.lead(), anna, 1).rows().getFirst().minutes())
                .as("on the case the same as in the sums")
                .isEqualTo(60);
        log(details(Kind.WITH_PERSON, Place.HOME, 50), anna, bo, hidden).orThrow();
        log(details(Kind.WITH_PERSON, Place.HOME, 50), anna, bo, hidden).orThrow();
        assertThat(months.led(place.lead(), place.initiative(), Optional.empty())
                        .all()
                        .byPlace())
                .as("each in whole minutes")
                .contains(new Workload.Row<>(Place.HOME, 2, 66));
        assertThat(months.own(coach, Optional.empty()).work().minutes()).isEqualTo(250);
    }

    @Test
    void theFileHoldsTheSumsAndNoPerson() {
        talk(anna);
        var visitor = new Visitor(port).signIn(world.email(coach));
        assertThat(visitor.get("/contacts.csv").body())
                .contains("Vad var det?;Med personen;1;60")
                .doesNotContain("Anna");
        var lead = new Visitor(port).signIn(world.email(place.lead()));
        assertThat(lead.get("/initiatives/" + place.initiative() + "/contacts.csv")
                        .body())
                .contains("Hanna Handläggare;Var?;På kontoret;1;60")
                .doesNotContain("Anna");
    }

    @Test
    void whatWasAboutPersonsGoesWithTheLastOfThem() {
        var both = talk(anna, bo);
        var own = new ContactExamples(beans).ownTime(coach, place.initiative(), 30);
        owner.sql("delete from contact_persons where case_id = ?")
                .param(anna.value())
                .update();
        assertThat(contacts.see(coach, both).contact().people()).containsExactly(bo);
        assertThat(contacts.withdraw(coach, both, 0, Withdrawal.NOT_SO))
                .as("those who remain are enough")
                .isInstanceOf(Result.Done.class);
        owner.sql("delete from contact_persons where case_id = ?")
                .param(bo.value())
                .update();
        assertThat(owner.sql("select id from contacts where logged_by = ?")
                        .param(coach.id().value())
                        .query(UUID.class)
                        .list())
                .containsExactly(own.value());
    }
}
