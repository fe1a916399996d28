package se.framsteg.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.framsteg.access.Actor;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.home.ToDo;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.testing.ConsentExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

/** Who is warned of what runs out, and when. */
@FramstegTest
class ConsentToDosTest {
    @Autowired
    private World world;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private ConsentToDos toDos;

    @Autowired
    private StopToDos stops;

    @Autowired
    private OwnConsents own;

    @Autowired
    private Consents consents;

    @Autowired
    private TestClock clock;

    @Autowired
    private OwnerSql ownerSql;

    private ConsentExamples examples;
    private World.Place place;
    private CaseId id;
    private OrganisationId region;
    private LocalDate today;

    @BeforeEach
    void aCase() {
        examples = new ConsentExamples(beans);
        place = world.place();
        id = new CaseExamples(beans).started(place);
        region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        today = examples.today();
    }

    private List<ToDo> on(LocalDate day, Actor.Staff staff) throws Exception {
        return clock.on(day, () -> toDos.toDo(staff));
    }

    private ConsentId until(int days, Kind... kinds) {
        return examples.until(place.caseworker(), id, region, today.plusDays(days), kinds);
    }

    @Test
    void theCaseworkerIsWarnedThirtyDaysBeforeAndToldForThirtyDaysAfter() throws Exception {
        until(100, Kind.PLAN);
        var last = today.plusDays(100);
        assertThat(on(last.minusDays(31), place.caseworker())).isEmpty();
        assertThat(on(last.minusDays(30), place.caseworker()))
                .singleElement()
                .matches(toDo -> !toDo.late() && toDo.path().equals("/cases/" + id + "/consents"));
        assertThat(on(last, place.caseworker())).singleElement().matches(toDo -> !toDo.late());
        assertThat(on(last.plusDays(30), place.caseworker())).singleElement().matches(ToDo::late);
        assertThat(on(last.plusDays(31), place.caseworker())).isEmpty();
    }

    @Test
    void theLeadIsWarnedOnlyWhileNobodyHasTheCase() throws Exception {
        until(10, Kind.PLAN);
        assertThat(on(today, place.lead())).isEmpty();
        assertThat(on(today, place.otherCaseworker())).isEmpty();
        ownerSql.sql("update staff set active = false where id = ?")
                .param(place.caseworker().id().value())
                .update();
        assertThat(on(today, place.lead())).hasSize(1);
    }

    @Test
    void whatIsRenewedWithdrawnOrAskedAnewWaitsForNobody() throws Exception {
        var renewed = until(10, Kind.PLAN);
        consents.renew(place.caseworker(), id, renewed, 1, today.plusYears(1), examples.spoken())
                .orThrow();
        examples.withdraw(place.caseworker(), id, until(11, Kind.PLAN), 1);
        until(12, Kind.HEALTH);
        assertThat(on(today, place.caseworker()))
                .singleElement()
                .matches(toDo -> toDo.arguments().equals(List.of(1)));
        examples.given(place.caseworker(), id, region, Kind.NOTES);
        assertThat(on(today, place.caseworker())).isEmpty();
    }

    @Test
    void aNoToTheSameQuestionIsAnAnswer() throws Exception {
        until(12, Kind.HEALTH);
        examples.refused(place.caseworker(), id, region, Kind.HEALTH);
        assertThat(on(today, place.caseworker())).isEmpty();
    }

    @Test
    void whatThePersonStopsAloneIsToldUntilTheConsentsHaveBeenLookedAt() {
        examples.withdraw(place.caseworker(), id, examples.given(place.caseworker(), id, region, Kind.NOTES), 1);
        assertThat(stops.toDo(place.caseworker()))
                .as("what one has recorded oneself")
                .isEmpty();
        var consent = examples.given(place.caseworker(), id, region, Kind.PLAN);
        own.withdrawOwn(new Actor.Respondent(new CaseExamples(beans).baseline(place, id), false), consent, 1)
                .orThrow();
        assertThat(stops.toDo(place.lead())).isEmpty();
        assertThat(stops.toDo(place.otherCaseworker())).isEmpty();
        assertThat(stops.toDo(place.caseworker()))
                .singleElement()
                .matches(toDo -> toDo.path().equals("/cases/" + id + "/consents")
                        && toDo.arguments().equals(List.of(1)));
        consents.see(place.lead(), id);
        assertThat(stops.toDo(place.caseworker()))
                .as("another's look is not one's own")
                .hasSize(1);
        consents.seen(place.caseworker(), id, region, today, Optional.empty()).orThrow();
        assertThat(stops.toDo(place.caseworker()))
                .as("a question about one organisation does not show all that was stopped")
                .hasSize(1);
        consents.see(place.caseworker(), id);
        assertThat(stops.toDo(place.caseworker())).isEmpty();
    }

    @Test
    void aCaseIsOneThingToDoAndNothingOnceItHasEnded() throws Exception {
        until(20, Kind.PLAN);
        var office = world.organisation(place.association(), "Försäkringskassan Prov", OrganisationKind.FK);
        examples.until(place.caseworker(), id, office, today.plusDays(10), Kind.NOTES);
        assertThat(on(today, place.caseworker()))
                .singleElement()
                .matches(toDo -> toDo.due().orElseThrow().equals(today.plusDays(10))
                        && toDo.arguments().equals(List.of(2)));
        new CaseExamples(beans).end(place, id);
        assertThat(on(today, place.caseworker())).isEmpty();
    }
}
