package se.framsteg.consent.colleague;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.Result;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.consent.Kind;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;
import se.framsteg.testing.ConsentExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** Naming colleagues of other organisations on a case. */
@FramstegTest
class ColleaguesTest {
    @Autowired
    private World world;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private Restrictions restrictions;

    @Autowired
    private Clock clock;

    @Autowired
    private OwnerSql ownerSql;

    @LocalServerPort
    private int port;

    private World.Place place;
    private CaseId id;
    private OrganisationId fk;
    private Actor.Staff officer;

    @BeforeEach
    void aCase() {
        place = world.place();
        id = new CaseExamples(beans).started(place);
        fk = world.organisation(place.association(), "Försäkringskassan Prov", OrganisationKind.FK);
        officer = world.person(fk, "Frida Kassa", Role.TEAM_MEMBER);
    }

    private List<Colleague> named() {
        return colleagues.of(place.caseworker(), id);
    }

    @Test
    void whoIsNamedSeesWhatAYesOpensAndNothingWithoutOne() {
        colleagues.name(place.caseworker(), id, officer.id()).orThrow();
        assertThat(named()).singleElement().matches(one -> one.opens().isEmpty());
        var examples = new ConsentExamples(beans);
        var consent = examples.given(place.caseworker(), id, fk, Kind.PLAN, Kind.WORK);
        assertThat(named().getFirst().opens()).containsExactly(Kind.PLAN, Kind.WORK);
        examples.withdraw(place.caseworker(), id, consent, 1);
        assertThat(named().getFirst().opens()).isEmpty();
    }

    @Test
    void namingTwiceIsOnceAndEndingIsRemembered() {
        colleagues.name(place.caseworker(), id, officer.id()).orThrow();
        colleagues.name(place.lead(), id, officer.id()).orThrow();
        assertThat(named()).hasSize(1);
        colleagues.end(place.lead(), id, officer.id()).orThrow();
        assertThat(colleagues.end(place.lead(), id, officer.id())).isInstanceOf(Result.Stale.class);
        assertThat(named()).singleElement().matches(one -> one.ended().isPresent());
        colleagues.name(place.caseworker(), id, officer.id()).orThrow();
        assertThat(named()).extracting(one -> one.ended().isPresent()).containsExactly(false, true);
        assertThat(ownerSql.sql("select count(*) from journal where action = 'NAME_COLLEAGUE' and case_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(ownerSql.sql("select count(*) from journal where action = 'END_COLLEAGUE' and case_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whileTheCaseIsRestrictedAColleagueGoesOnSeeingWhatWasSaidYesToAndCanBeTakenOff() {
        colleagues.name(place.caseworker(), id, officer.id()).orThrow();
        new ConsentExamples(beans).given(place.caseworker(), id, fk, Kind.PLAN);
        beans.getBeanProvider(Restrictions.class)
                .getObject()
                .restrict(place.caseworker(), id, "Uppgifterna bestrids", LocalDate.now(Time.SWEDEN))
                .orThrow();
        var outside = new Visitor(port).signIn(world.email(officer));
        assertThat(outside.get("/cases/" + id).statusCode()).isEqualTo(200);
        assertThat(colleagues.name(place.caseworker(), id, officer.id())).isInstanceOf(Result.Stale.class);

        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var end = "/cases/" + id + "/colleagues/end";
        assertThat(visitor.get("/cases/" + id + "/consents").body())
                .contains("action=\"" + end)
                .doesNotContain("/colleagues/new");
        assertThat(visitor.post(end, Map.of("staff", officer.id().toString())).statusCode())
                .isEqualTo(302);
        assertThat(visitor.get("/cases/" + id + "/consents").body()).contains("Kollegan är inte längre namngiven.");
        assertThat(named()).singleElement().matches(one -> one.ended().isPresent());
        assertThat(outside.get("/cases/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void namingsEndWithTheCaseAndDoNotComeBackWhenItIsReopened() {
        colleagues.name(place.caseworker(), id, officer.id()).orThrow();
        new ConsentExamples(beans).given(place.caseworker(), id, fk, Kind.PLAN);
        var examples = new CaseExamples(beans);
        examples.end(place, id);
        assertThat(named()).singleElement().matches(one -> one.ended().isPresent());
        examples.reopen(place, id);
        assertThat(named()).singleElement().matches(one -> one.ended().isPresent());
        assertThat(new Visitor(port)
                        .signIn(world.email(officer))
                        .get("/cases/" + id)
                        .statusCode())
                .isEqualTo(404);
        colleagues.name(place.caseworker(), id, officer.id()).orThrow();
        assertThat(new Visitor(port)
                        .signIn(world.email(officer))
                        .get("/cases/" + id)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void onlyThoseWhoWorkWithPersonsInAnotherOrganisationOfTheAssociationAreNamed() {
        var foreign = world.organisation(world.place().association(), "FK Annan", OrganisationKind.FK);
        var closed = world.person(fk, "Stina Slutat", Role.CASEWORKER);
        ownerSql.sql("update staff set active = false where id = ?")
                .param(closed.id().value())
                .update();
        for (var wrong : List.of(
                place.otherCaseworker(),
                world.person(fk, "Berit Board", Role.BOARD),
                world.person(fk, "Ada Admin", Role.ORGANISATION_ADMINISTRATOR),
                world.person(foreign, "Frans Främmande", Role.TEAM_MEMBER),
                closed)) {
            assertThat(colleagues.name(place.caseworker(), id, wrong.id()))
                    .as(wrong.name())
                    .isInstanceOf(Result.Refused.class);
        }
        assertThat(named()).isEmpty();
        var choices = colleagues.choices(place.caseworker(), id, Optional.of(fk));
        assertThat(choices.staff()).containsOnlyKeys(officer.id());
        assertThat(choices.organisations()).doesNotContainKey(place.kommun()).doesNotContainKey(foreign);
        assertThat(colleagues
                        .choices(place.caseworker(), id, Optional.of(foreign))
                        .staff())
                .isEmpty();
    }

    @Test
    void othersAreToldNothing() {
        colleagues.name(place.caseworker(), id, officer.id()).orThrow();
        for (var other : List.of(
                place.otherCaseworker(), officer, place.officer(), world.place().lead())) {
            assertThatThrownBy(() -> colleagues.of(other, id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> colleagues.name(other, id, officer.id())).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> colleagues.end(other, id, officer.id())).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> colleagues.choices(other, id, Optional.of(fk)))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(named()).singleElement().matches(one -> one.ended().isEmpty());
    }

    @Test
    void forAProtectedIdentityThoseNameWhoMayNameAtAll() {
        var hidden = world.aCase(place).protectedIdentity().started();
        colleagues.name(place.lead(), hidden, officer.id()).orThrow();
        var unnamed = world.person(place.kommun(), "Ola Annan", Role.LEAD);
        assertThatThrownBy(() -> colleagues.name(unnamed, hidden, officer.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void nobodyIsNamedOnACaseThatHasEnded() {
        new CaseExamples(beans).end(place, id);
        assertThat(colleagues.name(place.caseworker(), id, officer.id())).isInstanceOf(Result.Stale.class);
        assertThat(named()).isEmpty();
    }

    @Test
    void whatCannotBeDoneInARestrictedCaseIsNotAdvised() {
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        assertThat(visitor.get("/cases/" + id + "/consents").body())
                .contains("namnger du medarbetaren här", "skriver du in det med");
        restrictions
                .restrict(place.caseworker(), id, "Bestrids", LocalDate.now(clock))
                .orThrow();
        assertThat(visitor.get("/cases/" + id + "/consents").body())
                .contains("Ingen är namngiven")
                .doesNotContain("namnger du medarbetaren här", "skriver du in det med");
    }

    @Test
    void theyAreChosenByOrganisationAndThenByName() {
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var path = "/cases/" + id + "/colleagues/";
        assertThat(visitor.get(path + "new").body())
                .contains("Försäkringskassan Prov")
                .doesNotContain("Frida");
        assertThat(visitor.get(path + "new?organisation=" + fk).body())
                .contains("Frida Kassa", "Inget ja om att dela med Försäkringskassan Prov gäller nu");
        assertThat(visitor.post(path + "new", Map.of("organisation", fk.toString(), "staff", ""))
                        .body())
                .contains("Välj en kollega", "Frida Kassa");
        var chosen = Map.of("staff", officer.id().toString());
        assertThat(visitor.post(path + "new", chosen).statusCode()).isEqualTo(302);
        assertThat(visitor.get("/cases/" + id + "/consents").body())
                .contains("Frida Kassa", "Ser ingenting: inget ja gäller nu", "Frida Kassa ser då inget mer i ärendet");
        assertThat(visitor.post(path + "end", chosen).statusCode()).isEqualTo(302);
        assertThat(named()).singleElement().matches(one -> one.ended().isPresent());
    }
}
