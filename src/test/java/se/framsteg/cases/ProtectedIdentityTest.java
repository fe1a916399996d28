package se.framsteg.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.demo.TestIdentityNumbers;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.IdentityNumber;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Sharing;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

@FramstegTest
class ProtectedIdentityTest {
    private static final IdentityNumber NUMBER =
            TestIdentityNumbers.published().women().get(3);

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    Referrals referrals;

    @Autowired
    Cases cases;

    @Autowired
    Participants participants;

    @Autowired
    CasesToDo toDos;

    @Autowired
    OwnerSql jdbc;

    @Autowired
    JdbcClient application;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    private World.Place place;
    private Actor.Staff unnamed;

    @BeforeEach
    void aSecondLeadOfTheSameInitiative() {
        place = world.place();
        unnamed = world.person(place.kommun(), "Lars Ledare", Role.LEAD);
        jdbc.sql("insert into initiative_leads (initiative_id, staff_id) values (?, ?)")
                .param(place.initiative().value())
                .param(unnamed.id().value())
                .update();
    }

    @Test
    void aLeadWhoIsNotNamedMeetsThePersonNowhere() {
        var referral = world.aCase(place).protectedIdentity().referred();
        var id = world.aCase(place).protectedIdentity().called("Skyddad Prov").started();
        assertThat(referrals.list(unnamed, Optional.empty(), 1).rows()).isEmpty();
        assertThat(cases.list(unnamed, CaseFilter.ALL, "", 1).rows()).isEmpty();
        assertThat(cases.list(unnamed, CaseFilter.ALL, "Skyddad", 1).rows()).isEmpty();
        assertThat(toDos.toDo(unnamed)).isEmpty();
        assertThatThrownBy(() -> referrals.see(unnamed, referral)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> cases.see(unnamed, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> participants.see(unnamed, id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void theNamedLeadAndTheCaseworkerSeeThePersonWithAMark() {
        var id = world.aCase(place).protectedIdentity().started();
        assertThat(cases.see(place.lead(), id).frame().protectedIdentity()).isTrue();
        assertThat(cases.see(place.caseworker(), id).frame().protectedIdentity())
                .isTrue();
    }

    @Test
    void namingALeadOpensTheCaseAndTakingItAwayClosesIt() {
        var id = world.aCase(place).protectedIdentity().started();
        participants.name(place.caseworker(), id, unnamed.id()).orThrow();
        assertThat(cases.see(unnamed, id).frame().id()).isEqualTo(id);
        participants.unname(unnamed, id, unnamed.id()).orThrow();
        assertThatThrownBy(() -> cases.see(unnamed, id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void theLastNamedLeadStays() {
        var id = world.aCase(place).protectedIdentity().started();
        assertThat(participants.unname(place.caseworker(), id, place.lead().id()))
                .isEqualTo(Result.refused("", "named.last"));
        assertThat(participants.name(place.lead(), id, place.officer().id())).isInstanceOf(Result.Refused.class);
    }

    @Test
    void onlyThoseWhoLeadTheInitiativeCanBeNamed() {
        var id = world.aCase(place).protectedIdentity().started();
        assertThat(participants.name(place.lead(), id, place.otherCaseworker().id()))
                .isEqualTo(Result.refused("staff", "named.staff.required"));
        assertThatThrownBy(() -> cases.see(place.otherCaseworker(), id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aPersonWithoutProtectionHasNobodyNamed() {
        var id = world.aCase(place).started();
        assertThatThrownBy(() -> participants.name(place.lead(), id, unnamed.id()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aReferralWithoutANamedLeadIsRefused() {
        var good = world.aCase(place).protectedIdentity().referral();
        var bad = new NewReferral(
                good.id(),
                good.initiative(),
                good.person(),
                good.receivedOn(),
                good.source(),
                good.sourceName(),
                good.party(),
                good.reason(),
                "",
                good.agreedOn(),
                Set.of(place.caseworker().id()));
        assertThat(referrals.register(place.caseworker(), bad)).isEqualTo(Result.refused("named", "named.required"));
    }

    @Test
    void protectionThatComesLaterNeedsALeadAndDropsTheAddress() {
        var id = world.aCase(place).started();
        var person = withAddress(Protection.PROTECTED_REGISTRATION);
        assertThat(participants.change(place.caseworker(), id, 0, person, Set.of(), Set.of()))
                .isEqualTo(Result.refused("named", "named.required"));
        participants
                .change(place.caseworker(), id, 0, person, Set.of(place.lead().id()), Set.of())
                .orThrow();
        assertThat(addressOf(id)).isEmpty();
        assertThatThrownBy(() -> cases.see(unnamed, id)).isInstanceOf(NotFoundException.class);
        assertThat(cases.see(place.lead(), id).frame().protectedIdentity()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Protection.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aLeadGivesProtectionAndReachesThePersonFromThenOnIfNamed(Protection kind) {
        var kassan = world.organisation(place.association(), "Försäkringskassan", OrganisationKind.FK);
        var colleague = world.person(kassan, "Frida Försäkring", Role.CASEWORKER);
        for (var named : List.of(place.lead(), unnamed)) {
            var id = world.aCase(place).with(NUMBER).started();
            var other = world.aCase(place).with(NUMBER).started();
            new Sharing(jdbc).name(id, colleague);
            participants
                    .change(place.lead(), id, 0, registered(kind), Set.of(named.id()), Set.of())
                    .orThrow();
            assertThat(protectionOf(id)).isEqualTo(kind);
            assertThat(protectionOf(other)).isEqualTo(kind);
            assertThat(namedOutside(id)).isEmpty();
            assertThat(cases.see(named, id).frame().id()).isEqualTo(id);
            jdbc.sql("delete from named_access").update();
            jdbc.sql("update participants set protection = 'NONE' where identity_number = ?")
                    .param(NUMBER.value())
                    .update();
        }
    }

    @Test
    void aLeadWhoNamesAnotherClosesTheDoorBehindThem() {
        var id = world.aCase(place).started();
        var visitor = new Visitor(port).signIn(world.email(place.lead()));
        var typed = Map.of(
                "identity", "WITHOUT",
                "name", "Prov Provsson",
                "sex", "MAN",
                "language", "sv",
                "protection", "NAMED_ONLY",
                "named", unnamed.id().toString(),
                "version", "0");
        var answer = visitor.post("/cases/" + id + "/person/edit", typed);
        assertThat(answer.headers().firstValue("location")).get().asString().endsWith("/cases");
        assertThat(visitor.get("/cases").body()).contains("Sparat");
        assertThat(visitor.get("/cases/" + id).body()).contains("finns inte");
        assertThat(cases.see(unnamed, id).frame().id()).isEqualTo(id);
    }

    @Test
    void anAddressIsKeptForOthers() {
        var id = world.aCase(place).started();
        participants
                .change(place.caseworker(), id, 0, withAddress(Protection.NONE), Set.of(), Set.of())
                .orThrow();
        assertThat(addressOf(id)).isEqualTo("Provgatan 1");
        assertThat(participants.change(place.lead(), id, 0, withAddress(Protection.NONE), Set.of(), Set.of()))
                .isInstanceOf(Result.Stale.class);
    }

    @Test
    void aClosedCircleHasNoMarkAnywhereAndOpensToNobodyElse() {
        var referral = world.aCase(place).protectedAs(Protection.NAMED_ONLY).referred();
        var id = world.aCase(place)
                .protectedAs(Protection.NAMED_ONLY)
                .called("Sluten Cirkel")
                .started();
        assertThatThrownBy(() -> cases.see(unnamed, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> referrals.see(unnamed, referral)).isInstanceOf(NotFoundException.class);
        var lead = new Visitor(port).signIn(world.email(place.lead()));
        for (var path : List.of(
                "/cases?state=all",
                "/cases/" + id,
                "/cases/" + id + "/person",
                "/cases/" + id + "/reminders",
                "/referrals",
                "/referrals/" + referral)) {
            var page = lead.get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).as(path).doesNotContainIgnoringCase("skyddad", "sekretess", "Bara namngivna");
        }
        assertThat(lead.get("/cases/" + id + "/person").body())
                .contains("Namngivna som får se", place.lead().name());
        participants.name(place.caseworker(), id, unnamed.id()).orThrow();
        assertThat(cases.see(unnamed, id).frame().protectedIdentity()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Protection.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void whoIsRegisteredOnceMoreIsProtectedAndTheRegistrantIsToldNothing(Protection kind) {
        world.aCase(place).with(NUMBER).protectedAs(kind).started();
        var second = world.aCase(place)
                .of(place.otherCaseworker())
                .with(NUMBER)
                .called("En Till")
                .referred();
        assertThatThrownBy(() -> referrals.see(unnamed, second)).isInstanceOf(NotFoundException.class);
        assertThat(referrals.see(place.lead(), second).person().protectionOrNone())
                .isEqualTo(kind);
        var told = referrals.see(place.otherCaseworker(), second);
        assertThat(told.person().protectionOrNone()).isEqualTo(Protection.NONE);
        assertThat(told.named()).isEmpty();
        assertThat(referrals.list(place.otherCaseworker(), Optional.empty(), 1).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.protectedIdentity()).isFalse());
        assertThat(new Visitor(port)
                        .signIn(world.email(place.otherCaseworker()))
                        .get("/referrals/" + second)
                        .body())
                .doesNotContainIgnoringCase("skyddad", "namngivna", "finns redan");
    }

    @Test
    void aLeadWhoRegistersWithoutBeingNamedIsToldNothingEither() {
        world.aCase(place).with(NUMBER).protectedIdentity().started();
        var second = world.aCase(place).of(unnamed).with(NUMBER).referred();
        var told = referrals.see(unnamed, second);
        assertThat(told.person().protectionOrNone()).isEqualTo(Protection.NONE);
        assertThat(told.decidable()).isFalse();
        assertThat(told.others()).isEmpty();
    }

    @Test
    void whereNobodyIsNamedThoseWhoLeadAreSoThatSomebodyCanDecide() {
        world.aCase(place).with(NUMBER).protectedIdentity().started();
        var elsewhere = world.person(place.kommun(), "Elin Annan", Role.LEAD);
        var initiative = world.initiative(place.association(), place.kommun(), "En annan insats", elsewhere);
        var second = world.aCase(place).in(initiative, elsewhere).with(NUMBER).referral();
        referrals.register(place.otherCaseworker(), second).orThrow();
        assertThat(referrals.see(elsewhere, second.id()).decidable()).isTrue();
        assertThatThrownBy(() -> referrals.see(unnamed, second.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anotherOrganisationsRegistrationIsLeftAlone() {
        world.aCase(place).with(NUMBER).protectedIdentity().started();
        var other = world.place();
        var there = world.aCase(other).with(NUMBER).started();
        assertThat(cases.see(other.lead(), there).frame().protectedIdentity()).isFalse();
    }

    @Test
    void moreProtectionHoldsForAllOfThePersonsRegistrationsAndLessForOne() {
        var one = world.aCase(place).with(NUMBER).started();
        var other = world.aCase(place).with(NUMBER).started();
        var stranger = world.aCase(place)
                .with(TestIdentityNumbers.published().women().get(4))
                .started();
        participants
                .change(place.caseworker(), other, 0, registered(Protection.NONE), Set.of(), Set.of())
                .orThrow();
        assertThat(addressOf(other)).isEqualTo("Provgatan 1");
        participants
                .change(
                        place.caseworker(),
                        one,
                        0,
                        registered(Protection.PROTECTED_REGISTRATION),
                        Set.of(place.lead().id()),
                        Set.of())
                .orThrow();
        assertThat(protectionOf(other)).isEqualTo(Protection.PROTECTED_REGISTRATION);
        assertThat(addressOf(other)).isEmpty();
        assertThat(protectionOf(stranger)).isEqualTo(Protection.NONE);
        assertThatThrownBy(() -> cases.see(unnamed, other)).isInstanceOf(NotFoundException.class);
        assertThat(cases.see(place.lead(), other).frame().protectedIdentity()).isTrue();

        participants
                .change(place.caseworker(), one, 1, registered(Protection.NONE), Set.of(), Set.of())
                .orThrow();
        assertThat(protectionOf(one)).isEqualTo(Protection.NONE);
        assertThat(protectionOf(other)).isEqualTo(Protection.PROTECTED_REGISTRATION);
    }

    @Test
    void whoeverTurnsOutToBeSomebodyProtectedIsProtectedToo() {
        world.aCase(place).with(NUMBER).protectedAs(Protection.NAMED_ONLY).started();
        var unknown = world.aCase(place).started();
        participants
                .change(place.caseworker(), unknown, 0, registered(Protection.NONE), Set.of(), Set.of())
                .orThrow();
        assertThat(protectionOf(unknown)).isEqualTo(Protection.NAMED_ONLY);
        assertThatThrownBy(() -> cases.see(unnamed, unknown)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void theJournalOfEachRegistrationTellsThatProtectionCameToItAndWhoBroughtIt() {
        var one = world.aCase(place).with(NUMBER).started();
        var other = world.aCase(place).with(NUMBER).started();
        var stranger = world.aCase(place)
                .with(TestIdentityNumbers.published().women().get(4))
                .started();
        protect(one, Protection.CONFIDENTIALITY_MARKING, Set.of());
        assertThat(protectedAlike(other))
                .containsExactly(place.caseworker().id().value());
        assertThat(protectedAlike(one)).isEmpty();
        assertThat(protectedAlike(stranger)).isEmpty();

        world.aCase(place).of(place.otherCaseworker()).with(NUMBER).referred();
        assertThat(protectedAlike(one))
                .as("whoever registers the number is told nothing, and it is seen that they did")
                .containsExactly(place.otherCaseworker().id().value());
        assertThat(jdbc.sql("""
            select count(*) from journal j join referrals f on f.id = j.subject_id
            where j.action = 'PROTECT_ALIKE' and j.subject_kind = 'referral' and f.registered_by = ?\
            """)
                        .param(place.otherCaseworker().id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private List<UUID> protectedAlike(CaseId id) {
        return jdbc.sql("select actor_id from journal where case_id = ? and action = 'PROTECT_ALIKE' order by id")
                .param(id.value())
                .query((row, i) -> row.getObject(1, UUID.class))
                .list();
    }

    private void protect(CaseId id, Protection protection, Set<StaffId> kept) {
        participants
                .change(
                        place.caseworker(),
                        id,
                        0,
                        registered(protection),
                        Set.of(place.lead().id()),
                        kept)
                .orThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inherit_protection", "spread_protection"})
    void nobodyPutsTheQuestionAboutSomebodyTheyHaveNothingToDoWith(String function) {
        var id = world.aCase(place).with(NUMBER).protectedIdentity().started();
        var person = jdbc.sql("select participant_id from cases where id = ?")
                .param(id.value())
                .query(UUID.class)
                .single();
        for (var stranger : List.of(
                place.otherCaseworker(),
                place.administrator(),
                place.officer(),
                world.place().lead())) {
            assertThatThrownBy(() -> ask(stranger, function, person))
                    .hasStackTraceContaining("has nothing to do with this person");
        }
        ask(place.caseworker(), function, person);
        assertThatThrownBy(() -> ask(place.lead(), function, UUID.randomUUID()))
                .hasStackTraceContaining("has nothing to do with this person");
    }

    private void ask(Actor.Staff actor, String function, UUID person) {
        transactions.executeWithoutResult(_ -> {
            asking.by(actor);
            application.sql("select " + function + "(?)").param(person).query(row -> {});
        });
    }

    @Test
    void colleaguesOfOtherOrganisationsAreNamedNoLongerUnlessTheyAreKept() {
        var kassan = world.organisation(place.association(), "Försäkringskassan", OrganisationKind.FK);
        var stays = world.person(kassan, "Frida Försäkring", Role.CASEWORKER);
        var goes = world.person(kassan, "Gustav Försäkring", Role.CASEWORKER);
        var one = world.aCase(place).with(NUMBER).started();
        var other = world.aCase(place).with(NUMBER).started();
        var sharing = new Sharing(jdbc);
        List.of(stays, goes).forEach(colleague -> {
            sharing.name(one, colleague);
            sharing.name(other, colleague);
        });
        assertThat(participants.see(place.caseworker(), one).colleagues())
                .containsOnlyKeys(stays.id(), goes.id())
                .containsEntry(stays.id(), "Frida Försäkring, Försäkringskassan");
        protect(one, Protection.NAMED_ONLY, Set.of(stays.id()));
        assertThat(namedOutside(one)).containsExactly(stays.id().value());
        assertThat(namedOutside(other))
                .as("where nobody has been asked nobody stays")
                .isEmpty();
        assertThat(participants.see(place.caseworker(), one).colleagues()).isEmpty();
    }

    private List<UUID> namedOutside(CaseId id) {
        return jdbc.sql("select staff_id from case_colleagues where case_id = ? and ended_at is null")
                .param(id.value())
                .query((row, i) -> row.getObject(1, UUID.class))
                .list();
    }

    @Test
    void whereAProtectedPersonLivesIsToldToNobodyOutside() {
        var kassan = world.organisation(place.association(), "Försäkringskassan", OrganisationKind.FK);
        var colleague = world.person(kassan, "Frida Försäkring", Role.CASEWORKER);
        var id = world.aCase(place).with(NUMBER).called("Vera Prov").started();
        jdbc.sql("""
            update participants set municipality = 'Provköping', address = 'Provgatan 1', phone = '070-1740600'
            where id = (select participant_id from cases where id = ?)\
            """).param(id.value()).update();
        var sharing = new Sharing(jdbc);
        sharing.name(id, colleague);
        sharing.yes(id, kassan, "IDENTITY");
        var visitor = new Visitor(port).signIn(world.email(colleague));
        assertThat(visitor.get("/cases/" + id).body()).contains("Vera Prov", "Provköping", "Provgatan 1");
        jdbc.sql("""
            update participants set protection = 'NAMED_ONLY'
            where id = (select participant_id from cases where id = ?)\
            """).param(id.value()).update();
        for (var path : List.of("/cases/" + id, "/cases/shared")) {
            assertThat(visitor.get(path).body())
                    .as(path)
                    .contains("Vera Prov")
                    .doesNotContain("Provköping", "Provgatan");
        }
        assertThat(visitor.get("/cases/" + id).body()).contains("070-1740600");
        var seen = transactions.execute(_ -> {
            asking.by(colleague);
            return List.of(count("participants"), count("opened_persons where municipality || address <> ''"));
        });
        assertThat(seen).as("the database tells no more than the page").containsExactly(0, 0);
    }

    private int count(String from) {
        return application
                .sql("select count(*) from " + from)
                .query(Integer.class)
                .single();
    }

    @Test
    void whoeverTakesAddressesAwayIsToldFirstAndLosesNothingOfWhatWasTyped() {
        var kassan = world.organisation(place.association(), "Försäkringskassan", OrganisationKind.FK);
        var colleague = world.person(kassan, "Frida Försäkring", Role.CASEWORKER);
        var id = world.aCase(place).started();
        new Sharing(jdbc).name(id, colleague);
        participants
                .change(place.caseworker(), id, 0, withAddress(Protection.NONE), Set.of(), Set.of())
                .orThrow();
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var path = "/cases/" + id + "/person/edit";
        assertThat(visitor.get(path).body()).contains("Jag vet att adressen tas bort", "Frida Försäkring");
        var typed = new HashMap<>(Map.of(
                "identity", "WITHOUT",
                "name", "Prov Provsson",
                "sex", "MAN",
                "language", "sv",
                "protection", "PROTECTED_REGISTRATION",
                "named", place.lead().id().toString(),
                "contactNote", "Ring på kvällen",
                "version", "1"));
        assertThat(visitor.post(path, typed).body())
                .contains("Kryssa i att du vet att adressen tas bort", "Ring på kvällen");
        assertThat(addressOf(id)).isEqualTo("Provgatan 1");
        typed.put("addressGoes", "true");
        assertThat(visitor.post(path, typed).statusCode()).isEqualTo(302);
        assertThat(addressOf(id)).isEmpty();
        assertThat(visitor.get(path).body()).doesNotContain("Jag vet att adressen tas bort", "Frida Försäkring");
    }

    @Test
    void anotherNumberForSomebodyWithProtectedRegistrationIsToldOfTheAddressThatGoes() {
        var id = world.aCase(place).started();
        var other = world.aCase(place).with(NUMBER).started();
        participants
                .change(place.caseworker(), other, 0, registered(Protection.NONE), Set.of(), Set.of())
                .orThrow();
        participants
                .change(
                        place.caseworker(),
                        id,
                        0,
                        withAddress(Protection.PROTECTED_REGISTRATION),
                        Set.of(place.lead().id()),
                        Set.of())
                .orThrow();
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var typed = new HashMap<>(Map.of(
                "identity", "NATIONAL",
                "number", NUMBER.value(),
                "name", "Prov Provsson",
                "sex", "WOMAN",
                "language", "sv",
                "protection", "PROTECTED_REGISTRATION",
                "version", "1"));
        var path = "/cases/" + id + "/person/edit";
        assertThat(visitor.get(path).body()).doesNotContain("Jag vet att adressen tas bort");
        assertThat(visitor.post(path, typed).body())
                .contains("Kryssa i att du vet att adressen tas bort", "name=\"addressGoes\"");
        assertThat(addressOf(other)).isEqualTo("Provgatan 1");
        typed.put("addressGoes", "true");
        assertThat(visitor.post(path, typed).statusCode()).isEqualTo(302);
        assertThat(addressOf(other)).isEmpty();
    }

    private Protection protectionOf(CaseId id) {
        return participants.see(place.caseworker(), id).person().protectionOrNone();
    }

    private static Person registered(Protection protection) {
        return new Person.Known(
                "Prov Provsson",
                Optional.of(NUMBER),
                LegalSex.WOMAN,
                "",
                new Person.Contact("", "", "Provgatan 1", ""),
                "sv",
                false,
                protection);
    }

    private String addressOf(CaseId id) {
        return participants.see(place.caseworker(), id).person() instanceof Person.Known known
                ? known.contact().address()
                : "anonymous";
    }

    private static Person withAddress(Protection protection) {
        return new Person.Known(
                "Prov Provsson",
                Optional.empty(),
                LegalSex.MAN,
                "",
                new Person.Contact("", "", "Provgatan 1", ""),
                "sv",
                false,
                protection);
    }
}
