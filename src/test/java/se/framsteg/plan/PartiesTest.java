package se.framsteg.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.consent.Kind;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.plan.Party.Knows;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.testing.ConsentExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.PlanExamples;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** Which organisations may know of a plan, and where whoever writes it is told. */
@FramstegTest
class PartiesTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Parties parties;

    @LocalServerPort
    int port;

    private World.Place place;
    private CaseId id;
    private OrganisationId region;
    private OrganisationId kassan;
    private ConsentExamples consents;
    private PlanExamples examples;

    @BeforeEach
    void aCaseAndTwoOtherOrganisations() {
        place = world.place();
        id = world.aCase(place).started();
        region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        kassan = world.organisation(place.association(), "Kassan Prov", OrganisationKind.FK);
        consents = new ConsentExamples(beans);
        examples = new PlanExamples(beans);
    }

    private Knows knows(OrganisationId organisation) {
        return parties.of(place.caseworker(), id).stream()
                .filter(one -> one.id().equals(organisation))
                .findFirst()
                .orElseThrow()
                .knows();
    }

    @Test
    void whatThePersonSaidLastAboutThePlanHoldsWhateverElseTheySaid() {
        assertThat(knows(place.kommun())).isEqualTo(Knows.OWN);
        assertThat(knows(region)).isEqualTo(Knows.STRANGER);
        consents.given(place.caseworker(), id, region, Kind.NOTES);
        assertThat(knows(region)).as("of something else").isEqualTo(Knows.ASK);
        consents.refused(place.caseworker(), id, region, Kind.JOINT_PLAN);
        assertThat(knows(region)).isEqualTo(Knows.NO);
        var yes = consents.given(place.caseworker(), id, region, Kind.JOINT_PLAN, Kind.NOTES);
        assertThat(knows(region)).isEqualTo(Knows.YES);
        consents.withdraw(place.caseworker(), id, yes, 1);
        assertThat(knows(region)).as("taken back").isEqualTo(Knows.NO);
        assertThat(knows(kassan)).isEqualTo(Knows.STRANGER);
    }

    @Test
    void aYesThatHasRunOutIsNoNo() throws Exception {
        consents.until(place.caseworker(), id, region, consents.today(), Kind.JOINT_PLAN);
        assertThat(knows(region)).isEqualTo(Knows.YES);
        beans.getBean(se.framsteg.testing.TestClock.class).later(java.time.Duration.ofDays(2), () -> {
            assertThat(knows(region)).isEqualTo(Knows.ASK);
            return null;
        });
    }

    @Test
    void whoeverWritesAnEffortSeesWhoMayKnowOfItAndIsToldOfOneWhoMayNot() {
        consents.refused(place.caseworker(), id, region, Kind.JOINT_PLAN);
        consents.given(place.caseworker(), id, kassan, Kind.JOINT_PLAN);
        var plan = examples.open(place, id);
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var path = "/cases/" + id + "/plan/" + plan + "/efforts/new";
        var form = visitor.get(path).body();
        assertThat(form.indexOf("Kassan Prov")).isLessThan(form.indexOf("label=\"Får inte veta om planen\""));
        assertThat(form.indexOf("Region Prov")).isGreaterThan(form.indexOf("label=\"Får inte veta om planen\""));
        assertThat(knows(region)).isEqualTo(Knows.NO);
        visitor.post(path, effort(kassan));
        assertThat(visitor.get("/cases/" + id + "/plan").body()).doesNotContain("får inte veta om planen");
        visitor.post(path, effort(region));
        assertThat(visitor.get("/cases/" + id + "/plan").body())
                .contains("organisationen som ska göra det får inte veta om planen");
    }

    private static Map<String, String> effort(OrganisationId by) {
        return new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "what",
                "Samtal om sömn",
                "byWhom",
                "ORGANISATION",
                "organisation",
                by.toString()));
    }

    @Test
    void nobodyIsToldWhoDoesNotSeeTheWholePlan() {
        for (var other : List.of(place.otherCaseworker(), place.officer())) {
            assertThatThrownBy(() -> parties.of(other, id)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void whatIsMissingIsToldOfTheKindOfPlanAtHand() {
        var plan = examples.begun(place, id, Plan.Kind.SAMSIP);
        assertThat(new Visitor(port)
                        .signIn(world.email(place.caseworker()))
                        .get("/cases/" + id + "/plan/" + plan + "/settle")
                        .body())
                .contains("En SAMSIP ska hålla det som lagen kräver");
    }
}
