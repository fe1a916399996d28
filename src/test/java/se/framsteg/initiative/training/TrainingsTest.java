package se.framsteg.initiative.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.initiative.training.Course.Depth;
import se.framsteg.initiative.training.Training.When;
import se.framsteg.initiative.training.Training.Who;
import se.framsteg.initiative.training.TrainingView.Numbers;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** Who has learnt the method: by name for those who lead, in numbers for the association. */
@FramstegTest
class TrainingsTest {
    @Autowired
    World world;

    @Autowired
    Trainings trainings;

    @Autowired
    JdbcClient application;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private final When done = new When(Optional.of(today.minusDays(9)), Optional.of(today));
    private World.Place place;
    private CourseId basic;
    private CourseId managers;

    @BeforeEach
    void courses() {
        place = world.place();
        var offered = trainings.choices(place.lead(), place.initiative(), "sv").courses();
        basic = offered.getFirst().id();
        managers = offered.get(1).id();
        assertThat(offered.getFirst().days()).contains(4);
    }

    private static Who who(Actor.Staff staff) {
        return new Who.Colleague(staff.id());
    }

    private static Who other(String name) {
        return new Who.Other(name, "enhetschef");
    }

    private void take(CourseId course, When when, Who... people) {
        trainings.register(place.lead(), place.initiative(), TrainingId.create(), List.of(people), course, when);
    }

    private TrainingView seen(Actor.Staff who) {
        return trainings.see(who, place.initiative(), "sv");
    }

    private <T> T as(Actor who, Supplier<T> work) {
        return transactions.execute(_ -> {
            asking.by(who);
            return work.get();
        });
    }

    @Test
    void eachPersonIsCountedOnceWhereTheTrainingGoesDeepestAndPlannedIsNotDone() {
        take(managers, done, who(place.caseworker()), other("Eva Ek"), other("Bo Berg"));
        take(basic, done, who(place.caseworker()), other("eva ek "));
        take(basic, new When(Optional.of(today.plusDays(30)), Optional.empty()), other("Ulla Ur"));
        trainings.setGoal(place.lead(), place.initiative(), 0, new Numbers(2, 10));
        var view = seen(place.lead());
        assertThat(view.trained()).isEqualTo(new Numbers(2, 1));
        assertThat(view.goal().orElseThrow().numbers().all()).isEqualTo(12);
        assertThat(view.courses())
                .extracting(one -> one.course().name(), one -> one.planned(), one -> one.done())
                .containsExactly(
                        tuple("SE/IPS, grundutbildning", 1, 2), tuple("SE/IPS för chefer och politiker", 0, 3));
        assertThat(view.people().orElseThrow()).hasSize(6);
    }

    @Test
    void theOfficerSeesTheSameNumbersAndNobodysName() {
        take(managers, done, who(place.caseworker()), other("Eva Ek"));
        var view = seen(place.officer());
        assertThat(view.people()).isEmpty();
        assertThat(view.trained()).isEqualTo(new Numbers(0, 2));
        assertThat(view.courses()).isEqualTo(seen(place.lead()).courses());
        var page = new Visitor(port).signIn(world.email(place.officer()));
        assertThat(page.get("/initiatives/" + place.initiative() + "/training").body())
                .contains("SE/IPS för chefer och politiker", "Du ser antal")
                .doesNotContain("Eva Ek", "Hanna Handläggare");
        for (var nobody : List.of(place.caseworker(), place.administrator())) {
            assertThatThrownBy(() -> seen(nobody)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void bareStatementsShowTheNamesToTheLeadAloneAndNobodyWritesInAnothersName() {
        take(managers, done, other("Eva Ek"));
        var names = "select count(*) from trainings";
        assertThat(as(
                        place.lead(),
                        () -> application.sql(names).query(Integer.class).single()))
                .isOne();
        for (var nobody : List.of(place.officer(), place.caseworker(), place.administrator())) {
            assertThat(as(
                            nobody,
                            () -> application.sql(names).query(Integer.class).single()))
                    .isZero();
            assertThat(as(
                            nobody,
                            () -> application
                                    .sql("update trainings set name = 'X'")
                                    .update()))
                    .isZero();
        }
        assertThatThrownBy(() -> as(
                        place.lead(),
                        () -> application
                                .sql("update trainings set saved_by = ?")
                                .param(place.caseworker().id().value())
                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aFormThatIsSentTwiceRegistersEachOnceAndColleaguesAreOfTheOwnOrganisation() {
        var form = TrainingId.create();
        for (int i = 0; i < 2; i++) {
            trainings.register(
                    place.lead(), place.initiative(), form, List.of(other("Eva Ek"), other("Bo Berg")), basic, done);
        }
        assertThat(seen(place.lead()).people().orElseThrow()).hasSize(2);
        var region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        var stranger = world.person(region, "Rut Region", Role.CASEWORKER);
        assertThatThrownBy(() -> take(basic, done, who(stranger))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whoChangesWhatSomebodyElseHasChangedIsToldAndWhatIsTakenAwayIsGone() {
        take(basic, done, other("Eva Ek"));
        var one = seen(place.lead()).people().orElseThrow().getFirst().training();
        trainings.change(place.lead(), place.initiative(), one.id(), 0, other("Eva Eksson"), managers, done);
        assertThatThrownBy(
                        () -> trainings.change(place.lead(), place.initiative(), one.id(), 0, one.who(), basic, done))
                .isInstanceOf(ChangedMeanwhileException.class);
        trainings.remove(place.lead(), place.initiative(), one.id(), 1);
        assertThat(seen(place.lead()).people().orElseThrow()).isEmpty();
        assertThat(seen(place.lead()).trained()).isEqualTo(new Numbers(0, 0));
        assertThat(as(
                        place.lead(),
                        () -> application
                                .sql("select name || role from trainings")
                                .query(String.class)
                                .list()))
                .as("nor is the name kept")
                .containsExactly("");
        trainings.setGoal(place.lead(), place.initiative(), 0, new Numbers(2, 10));
        assertThatThrownBy(() -> trainings.setGoal(place.lead(), place.initiative(), 0, new Numbers(3, 3)))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void whatIsMissingInTheFormIsToldAndNothingTypedIsLostAndACourseOfTheOwnIsThereTheNextTime() {
        var visitor = new Visitor(port).signIn(world.email(place.lead()));
        var path = "/initiatives/" + place.initiative() + "/training/new";
        var form = TrainingId.create().toString();
        var wrong = visitor.post(
                path,
                Map.of(
                        "id",
                        form,
                        "course",
                        "OWN",
                        "others",
                        "Eva Ek, enhetschef\n, utan namn",
                        "done",
                        today.plusDays(3).toString()));
        assertThat(wrong.body())
                .contains(
                        "Skriv vad kursen heter.",
                        "Välj hur djupt kursen går.",
                        "Skriv en person per rad",
                        "Genomförd kan inte ligga i framtiden",
                        "Eva Ek, enhetschef\n, utan namn");
        assertThat(seen(place.lead()).people().orElseThrow()).isEmpty();
        visitor.post(
                path,
                Map.of(
                        "id",
                        form,
                        "course",
                        "OWN",
                        "ownName",
                        "Lokal kurs",
                        "ownDays",
                        "2",
                        "ownDepth",
                        "IN_DEPTH",
                        "others",
                        "Eva Ek, enhetschef",
                        "done",
                        today.toString()));
        var view = seen(place.lead());
        assertThat(view.courses()).extracting(one -> one.course().depth()).containsExactly(Depth.IN_DEPTH);
        assertThat(view.people().orElseThrow()).extracting(one -> one.role()).containsExactly("enhetschef");
        assertThat(visitor.get(path).body()).contains("Lokal kurs (2 dagar)");
        var elsewhere = world.place();
        assertThat(trainings
                        .choices(elsewhere.lead(), elsewhere.initiative(), "sv")
                        .courses())
                .extracting(Course::name)
                .doesNotContain("Lokal kurs");
    }
}
