package se.framsteg.fidelity.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
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
import se.framsteg.cases.Result;
import se.framsteg.fidelity.FidelityExamples;
import se.framsteg.fidelity.unit.Specialist.Terms;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** Who works by the method and where people come from is told once, by those whose it is to tell. */
@FramstegTest
class UnitsTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Units units;

    @Autowired
    CareTeams careTeams;

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
    private FidelityExamples examples;

    @BeforeEach
    void aPlace() {
        place = world.place();
        examples = new FidelityExamples(beans);
    }

    private Result<SpecialistId> add(int percent, LocalDate from, Optional<LocalDate> to) {
        return units.add(
                place.lead(),
                place.initiative(),
                SpecialistId.create(),
                place.caseworker().id(),
                new Terms(percent, from, to));
    }

    private static List<String> reasons(Result<?> result) {
        return result instanceof Result.Refused<?>(var reasons)
                ? reasons.stream().map(Result.Refusal::key).toList()
                : List.of();
    }

    @Test
    void nobodyIsASpecialistTwiceOnADay() {
        add(100, today.minusDays(10), Optional.of(today)).orThrow();
        assertThat(reasons(add(50, today, Optional.empty()))).containsExactly("fidelity.specialist.twice");
        assertThat(reasons(add(50, today.plusDays(1), Optional.of(today))))
                .containsExactly("fidelity.specialist.to.before");
        add(50, today.plusDays(1), Optional.empty()).orThrow();
        assertThat(units.see(place.lead(), place.initiative()).specialists()).hasSize(2);
    }

    @Test
    void twoWhoAddTheSameAtOnceAddItOnce() throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            var first = pool.submit(() -> add(100, today, Optional.empty()));
            var second = pool.submit(() -> add(75, today, Optional.empty()));
            assertThat(List.of(first.get(), second.get()))
                    .filteredOn(Result.Done.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void theSameFormSentTwiceIsOneSpecialist() {
        var id = SpecialistId.create();
        var terms = new Terms(100, today, Optional.empty());
        for (int i = 0; i < 2; i++) {
            assertThat(units.add(
                            place.lead(),
                            place.initiative(),
                            id,
                            place.caseworker().id(),
                            terms))
                    .isInstanceOf(Result.Done.class);
        }
        assertThat(units.see(place.lead(), place.initiative()).specialists()).hasSize(1);
    }

    @Test
    void aChangeThatSomebodyElseWasFirstWithIsTold() {
        var id = add(100, today, Optional.empty()).orThrow();
        var terms = new Terms(50, today, Optional.empty());
        assertThat(units.change(place.lead(), place.initiative(), id, 0, terms)).isInstanceOf(Result.Done.class);
        assertThat(units.change(place.lead(), place.initiative(), id, 0, new Terms(75, today, Optional.empty())))
                .isInstanceOf(Result.Stale.class);
        assertThat(units.see(place.lead(), place.initiative(), id)
                        .specialist()
                        .terms()
                        .percent())
                .isEqualTo(50);
    }

    @Test
    void othersTellNothingOfTheUnit() {
        for (var who : List.of(
                place.caseworker(),
                place.officer(),
                place.administrator(),
                world.place().lead())) {
            assertThatThrownBy(() -> units.see(who, place.initiative())).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> units.addCareTeam(who, place.initiative(), "Norr"))
                    .isInstanceOf(NotFoundException.class);
        }
        var stranger = world.place().caseworker();
        var terms = new Terms(100, today, Optional.empty());
        assertThatThrownBy(
                        () -> units.add(place.lead(), place.initiative(), SpecialistId.create(), stranger.id(), terms))
                .isInstanceOf(NotFoundException.class);
    }

    private CareTeamId team(String name) {
        units.addCareTeam(place.lead(), place.initiative(), name);
        return units.see(place.lead(), place.initiative()).careTeams().entrySet().stream()
                .filter(team -> team.getValue().equals(name))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @Test
    void theFirstCareTeamHoldsFromTheBeginningAndALaterOneFromToday() {
        var person = examples.since(place, place.caseworker(), 100);
        var north = team("Norr");
        var south = team("Syd");
        careTeams.tell(place.caseworker(), person, Optional.of(north));
        careTeams.tell(place.caseworker(), person, Optional.of(south));
        careTeams.tell(place.caseworker(), person, Optional.empty());
        assertThat(owner.sql("select cast(from_on as text) || ' ' || coalesce(cast(care_team_id as text), '-') from"
                                + " case_care_teams where case_id = ? order by from_on")
                        .param(person.value())
                        .query(String.class)
                        .list())
                .containsExactly(today.minusDays(100) + " " + north, today + " -");
    }

    @Test
    void aCareTeamIsToldOfOnesOwnPeopleAlone() {
        var person = examples.since(place, place.caseworker(), 10);
        var north = team("Norr");
        assertThatThrownBy(() -> careTeams.tell(place.otherCaseworker(), person, Optional.of(north)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> careTeams.tell(place.caseworker(), person, Optional.of(CareTeamId.create())))
                .isInstanceOf(NotFoundException.class);
        assertThat(careTeams.own(place.otherCaseworker())).isEmpty();
        assertThat(seen(place.otherCaseworker(), person)).isZero();
        careTeams.tell(place.caseworker(), person, Optional.of(north));
        assertThat(seen(place.caseworker(), person)).isEqualTo(1);
        assertThat(seen(place.otherCaseworker(), person)).isZero();
        assertThat(seen(place.officer(), person)).isZero();
    }

    private int seen(Actor.Staff who, CaseId person) {
        return transactions.execute(_ -> {
            asking.by(who);
            return application
                    .sql("select count(*) from case_care_teams where case_id = ?")
                    .param(person.value())
                    .query(Integer.class)
                    .single();
        });
    }

    @Test
    void theDatabaseLetsNobodyTellItInAnothersName() {
        var person = examples.since(place, place.caseworker(), 10);
        var north = team("Norr");
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    asking.by(place.caseworker());
                    application
                            .sql("insert into case_care_teams (association_id, initiative_id, case_id, from_on,"
                                    + " care_team_id, saved_by, saved_at) values (?, ?, ?, current_date, ?, ?,"
                                    + " now())")
                            .params(
                                    place.association().value(),
                                    place.initiative().value(),
                                    person.value(),
                                    north.value(),
                                    place.otherCaseworker().id().value())
                            .update();
                }))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void everyPersonOnTheListIsJournaledAndWhatIsChosenIsKept() {
        var person = examples.since(place, place.caseworker(), 10);
        var north = team("Norr");
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        assertThat(visitor.get("/care-teams").body()).contains("Norr");
        var looks = owner.sql(
                        "select count(*) from journal where case_id = ? and action = 'LIST_CASE' and actor_id = ?")
                .params(person.value(), place.caseworker().id().value())
                .query(Integer.class)
                .single();
        assertThat(looks).isPositive();
        visitor.post("/care-teams", Map.of("team-" + person, north.toString()));
        assertThat(careTeams.own(place.caseworker()).getFirst().team()).contains(north);
        // A list without the field, as of somebody who is new on it, changes nothing.
        visitor.post("/care-teams", Map.of());
        assertThat(careTeams.own(place.caseworker()).getFirst().team()).contains(north);
    }

    @Test
    void badInputComesBackWithWhatWasTyped() {
        var visitor = new Visitor(port).signIn(world.email(place.lead()));
        var unit = "/initiatives/" + place.initiative() + "/fidelity/";
        var answer = visitor.post(
                unit + "log-reviews",
                Map.of(
                        "logReviewId",
                        LogReviewId.create().toString(),
                        "on",
                        today.plusDays(1).toString(),
                        "words",
                        "Vi såg tre nya."));
        assertThat(answer.body()).contains("Dagen har inte varit än.", "Vi såg tre nya.");
        answer = visitor.post(unit + "care-teams", Map.of("careTeam", " "));
        assertThat(answer.body()).contains("Skriv vad vårdteamet heter.");
        answer = visitor.post(
                unit + "specialists",
                Map.of(
                        "specialistId",
                        SpecialistId.create().toString(),
                        "colleague",
                        "",
                        "percent",
                        "hel",
                        "from",
                        "igår"));
        assertThat(answer.body()).contains("Välj vem det är.", "value=\"hel\"", "igår");
    }

    @Test
    void aCareTeamThatIsRemovedIsStillWhereThePersonComesFrom() {
        var person = examples.since(place, place.caseworker(), 10);
        var north = team("Norr");
        var south = team("Syd");
        careTeams.tell(place.caseworker(), person, Optional.of(north));
        units.removeCareTeam(place.lead(), place.initiative(), north);
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        assertThat(visitor.get("/care-teams").body()).contains("Norr (används inte längre)", south.toString());
        visitor.post("/care-teams", Map.of("team-" + person, north.toString()));
        visitor.post("/care-teams", Map.of("team-" + person, CareTeamId.create().toString()));
        assertThat(careTeams.own(place.caseworker()).getFirst().team()).contains(north);
        visitor.post("/care-teams", Map.of("team-" + person, ""));
        assertThat(careTeams.own(place.caseworker()).getFirst().team()).isEmpty();
    }
}
