package se.framsteg.cases.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.assessment.mine.Look;
import se.framsteg.assessment.mine.WhoLooked;
import se.framsteg.cases.CaseFilter;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Participants;
import se.framsteg.cases.Person;
import se.framsteg.cases.note.Notes;
import se.framsteg.demo.TestIdentityNumbers;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

@FramstegTest
class EmergencyTest {
    private static final Emergencies.Opening CLOSED = new Emergencies.Opening.Closed();
    private static final String NUMBER = CaseExamples.NUMBER.display();

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    World world;

    @Autowired
    Emergencies emergencies;

    @Autowired
    EmergencyNotices notices;

    @Autowired
    Cases cases;

    @Autowired
    Participants participants;

    @Autowired
    Notes notes;

    @Autowired
    WhoLooked whoLooked;

    @Autowired
    List<ToDoSource> toDos;

    @Autowired
    TestClock clock;

    @Autowired
    OwnerSql sql;

    @Autowired
    Asking asking;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private EmergencyExamples examples;
    private World.Place place;
    private Actor.Staff colleague;
    private CaseId id;

    @BeforeEach
    void aCaseThatAColleagueDoesNotReach() {
        examples = new EmergencyExamples(beans);
        place = world.place();
        colleague = place.otherCaseworker();
        id = new CaseExamples(beans).started(place);
    }

    private Emergencies.Opening open(Actor.Staff by, String wanted) {
        return emergencies.open(by, wanted, EmergencyExamples.REASON);
    }

    private int journaled(Action action, Optional<CaseId> about) {
        return sql.sql("select count(*) from journal where actor_id = :staff and action = :action"
                        + " and case_id is not distinct from cast(:case as uuid)")
                .param("staff", colleague.id().value())
                .param("action", action.name())
                .param("case", about.map(CaseId::value).orElse(null))
                .query(Integer.class)
                .single();
    }

    @Test
    void theCaseOpensForAnHourAndClosesByItself() throws Exception {
        assertThatThrownBy(() -> cases.see(colleague, id)).isInstanceOf(NotFoundException.class);
        assertThat(open(colleague, examples.number(id))).isEqualTo(new Emergencies.Opening.Opened(id));
        var until = cases.see(colleague, id).frame().openUntil().orElseThrow();
        assertThat(Duration.between(clock.instant(), until)).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        clock.later(Duration.ofMinutes(58), () -> cases.see(colleague, id));
        clock.later(Duration.ofMinutes(61), () -> {
            assertThatThrownBy(() -> cases.see(colleague, id)).isInstanceOf(NotFoundException.class);
            return open(colleague, examples.number(id));
        });
    }

    @Test
    void theWholeCaseCanBeReadThePersonAndTheNotesToo() {
        open(colleague, NUMBER);
        assertThat(participants.see(colleague, id).person()).isInstanceOf(Person.Known.class);
        assertThat(participants.see(colleague, id).changeable()).isFalse();
        assertThat(notes.list(colleague, id, 1).rows()).isEmpty();
        assertThat(cases.see(colleague, id).permitted()).isEmpty();
    }

    @Test
    void theIdentityNumberOpensTheLatestCaseThatGoesOn() {
        var examplesOfCases = new CaseExamples(beans);
        var later = examplesOfCases.started(place);
        assertThat(open(colleague, NUMBER)).isEqualTo(new Emergencies.Opening.Opened(later));
        examplesOfCases.end(place, later);
        assertThat(open(world.person(place.kommun(), "Karin Kollega", Role.LEAD), NUMBER.replace("-", "")))
                .isEqualTo(new Emergencies.Opening.Opened(id));
    }

    @Test
    void whatThisDoorDoesNotOpenAnswersAlikeWhateverItIs() {
        var protectedCase = world.aCase(place)
                .protectedIdentity()
                .with(TestIdentityNumbers.published().women().get(1))
                .started();
        var region = world.organisation(place.association(), "Region Nöd", OrganisationKind.REGION);
        var foreign = world.person(region, "Rut Region", Role.CASEWORKER, Role.LEAD);
        assertThat(open(colleague, "1999-0001")).isEqualTo(CLOSED);
        assertThat(open(colleague, examples.number(protectedCase))).isEqualTo(CLOSED);
        assertThat(open(
                        colleague,
                        TestIdentityNumbers.published().women().get(1).display()))
                .isEqualTo(CLOSED);
        assertThat(open(foreign, examples.number(id))).isEqualTo(CLOSED);
        assertThat(open(foreign, NUMBER)).isEqualTo(CLOSED);
        assertThat(open(colleague, "Petra Provdeltagare")).isEqualTo(CLOSED);
        assertThatThrownBy(() -> cases.see(foreign, id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void protectionThatComesMeanwhileClosesAtOnce() {
        open(colleague, NUMBER);
        sql.sql("update participants set protection = 'NAMED_ONLY' where id = (select participant_id from"
                        + " cases where id = ?)")
                .param(id.value())
                .update();
        assertThatThrownBy(() -> cases.see(colleague, id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void onlyCaseworkersAndLeadsHaveTheDoor() {
        for (var other : List.of(place.administrator(), place.officer())) {
            assertThatThrownBy(() -> open(other, NUMBER)).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> open(world.person(place.kommun(), "Tina Team", Role.TEAM_MEMBER), NUMBER))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void everyTryIsJournaledAndManyMustWait() {
        Emergencies.Opening last = CLOSED;
        for (int i = 0; i < 12 && last.equals(CLOSED); i++) {
            last = open(colleague, "1999-000" + i % 10);
        }
        assertThat(last).isInstanceOf(Emergencies.Opening.Wait.class);
        assertThat(open(colleague, NUMBER)).isInstanceOf(Emergencies.Opening.Wait.class);
        assertThat(journaled(Action.TRY_EMERGENCY, Optional.empty())).isGreaterThan(5);
        assertThat(journaled(Action.FAIL_EMERGENCY, Optional.empty()))
                .isEqualTo(journaled(Action.TRY_EMERGENCY, Optional.empty()));
        assertThat(journaled(Action.OPEN_IN_EMERGENCY, Optional.of(id))).isZero();
    }

    @Test
    void openingIsJournaledOnceThoughItIsOpenedTwice() {
        open(colleague, NUMBER);
        open(colleague, NUMBER);
        assertThat(journaled(Action.OPEN_IN_EMERGENCY, Optional.of(id))).isEqualTo(1);
    }

    @Test
    void whoeverReachesTheCaseAnywayOpensNoEmergency() {
        assertThat(open(place.caseworker(), NUMBER)).isEqualTo(new Emergencies.Opening.Opened(id));
        assertThat(cases.see(place.caseworker(), id).frame().lookingOnly()).isFalse();
        assertThat(toDo(place.lead(), "to-do.emergency")).isEmpty();
    }

    @Test
    void noListAndNoToDoShowsIt() {
        open(colleague, NUMBER);
        assertThat(cases.list(colleague, CaseFilter.ALL, "", 1).rows()).isEmpty();
        assertThat(cases.list(colleague, CaseFilter.ALL, NUMBER, 1).rows()).isEmpty();
        assertThat(toDos.stream().flatMap(source -> source.toDo(colleague).stream()))
                .isEmpty();
    }

    @Test
    void theLeadIsToldWhoAndWhyUntilItIsNoted() {
        var emergency = examples.opened(colleague, id);
        var told = toDo(place.lead(), "to-do.emergency");
        assertThat(told).singleElement().satisfies(toDo -> {
            assertThat(toDo.about()).isEqualTo("Petra Provdeltagare");
            assertThat(toDo.arguments()).containsExactly(colleague.name());
        });
        var seen = notices.see(place.lead(), emergency);
        assertThat(seen.by()).isEqualTo(colleague.name());
        assertThat(seen.about().orElseThrow().id()).isEqualTo(id);
        assertThat(seen.reason()).isEqualTo(EmergencyExamples.REASON);
        notices.takeNote(place.lead(), emergency);
        assertThat(toDo(place.lead(), "to-do.emergency")).isEmpty();
        assertThat(notices.see(place.lead(), emergency).noted().orElseThrow().by())
                .isEqualTo(place.lead().name());
        assertThat(toDo(place.administrator(), "to-do.emergency.reviewer")).hasSize(1);
    }

    @Test
    void theAdministratorIsToldThatItHappenedAndWhyAndNothingOfTheCase() {
        var emergency = examples.opened(colleague, id);
        assertThat(toDo(place.administrator(), "to-do.emergency.reviewer"))
                .singleElement()
                .satisfies(toDo -> assertThat(toDo.toString()).doesNotContain("Petra", EmergencyExamples.REASON));
        assertThat(notices.see(place.administrator(), emergency).about()).isEmpty();
        assertThat(notices.see(place.administrator(), emergency).reason()).isEqualTo(EmergencyExamples.REASON);
        notices.takeNote(place.administrator(), emergency);
        assertThat(toDo(place.administrator(), "to-do.emergency.reviewer")).isEmpty();
        assertThat(toDo(place.lead(), "to-do.emergency")).hasSize(1);
    }

    @Test
    void othersAreNotToldNotEvenWhoOpenedIt() {
        var emergency = examples.opened(colleague, id);
        var region = world.organisation(place.association(), "Region Annan", OrganisationKind.REGION);
        for (var other : List.of(
                colleague, place.officer(), world.person(region, "Ada Annan", Role.ORGANISATION_ADMINISTRATOR))) {
            assertThatThrownBy(() -> notices.see(other, emergency)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> notices.takeNote(other, emergency)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void thePersonSeesIt() {
        examples.opened(colleague, id);
        var participant = new Actor.Respondent(new CaseExamples(beans).baseline(place, id), false);
        assertThat(whoLooked
                        .about(participant, Optional.empty())
                        .days()
                        .getFirst()
                        .by())
                .filteredOn(by -> by.colleague()
                        .filter(one -> one.name().equals(colleague.name()))
                        .isPresent())
                .singleElement()
                .satisfies(by -> {
                    assertThat(by.looks()).contains(Look.OPENED_IN_EMERGENCY);
                    assertThat(by.emergency()).contains(EmergencyExamples.REASON);
                });
    }

    @Test
    void whatWasSeenThroughItIsToldApartFromWhatTheSameOneSawOtherwise() throws Exception {
        var participant = new Actor.Respondent(new CaseExamples(beans).baseline(place, id), false);
        examples.opened(colleague, id);
        cases.see(colleague, id);
        clock.later(Duration.ofMinutes(61), () -> {
            new CaseExamples(beans).assign(place, id, colleague);
            return cases.see(colleague, id);
        });
        clock.later(Duration.ofHours(2), () -> {
            var told = whoLooked.about(participant, Optional.empty());
            assertThat(told.days().stream().flatMap(day -> day.by().stream()))
                    .filteredOn(by -> by.colleague()
                            .filter(one -> one.name().equals(colleague.name()))
                            .isPresent())
                    .extracting(WhoLooked.By::emergency)
                    .containsExactly(Optional.empty(), Optional.of(EmergencyExamples.REASON));
            return told;
        });
    }

    @Test
    void theCaseworkerIsToldTooUntilTheCaseworkerHasTakenNote() {
        var emergency = examples.opened(colleague, id);
        assertThat(toDo(place.caseworker(), "to-do.emergency"))
                .singleElement()
                .satisfies(toDo -> assertThat(toDo.arguments()).containsExactly(colleague.name()));
        assertThat(notices.see(place.caseworker(), emergency).reason()).isEqualTo(EmergencyExamples.REASON);
        notices.takeNote(place.caseworker(), emergency);
        assertThat(toDo(place.caseworker(), "to-do.emergency")).isEmpty();
        assertThat(toDo(place.lead(), "to-do.emergency")).hasSize(1);
    }

    @Test
    void whoeverOpenedItTakesNoNoteOfItAlsoAsTheLeadOfTheCaseLater() {
        var lead = world.person(place.kommun(), "Lova Ledare", Role.LEAD);
        var emergency = examples.opened(lead, id);
        sql.sql("insert into initiative_leads (initiative_id, staff_id) values (?, ?)")
                .params(place.initiative().value(), lead.id().value())
                .update();
        assertThat(notices.see(lead, emergency).own()).isTrue();
        assertThat(toDo(lead, "to-do.emergency")).isEmpty();
        assertThatThrownBy(() -> notices.takeNote(lead, emergency)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    asking.by(lead);
                    jdbc.sql("insert into emergency_notices values (?, 'LEAD', ?, now())")
                            .params(emergency.value(), lead.id().value())
                            .update();
                }))
                .as("the database refuses it too")
                .hasStackTraceContaining("row-level security");
        assertThat(new Visitor(port)
                        .signIn(world.email(lead))
                        .get("/cases/emergency/" + emergency)
                        .body())
                .contains("Du öppnade ärendet själv")
                .doesNotContain("Jag har tagit del av det");
        assertThat(toDo(place.lead(), "to-do.emergency")).hasSize(1);
    }

    @Test
    void aReasonThatTellsWhoThePersonIsIsRefusedAndNothingTypedIsLost() {
        var answer = new Visitor(port)
                .signIn(world.email(colleague))
                .post("/cases/emergency", Map.of("wanted", NUMBER, "reason", "Det gäller " + NUMBER + ", akut"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Skälet ser ut att innehålla ett personnummer", "Det gäller " + NUMBER + ", akut");
        assertThat(journaled(Action.OPEN_IN_EMERGENCY, Optional.of(id))).isZero();
    }

    @Test
    void theOpenedCaseShowsHowThePersonIsReachedAndOffersNoFile() {
        sql.sql("update participants set phone = '031-390 06 05', contact_note = 'Ring helst på förmiddagen' where id ="
                        + " (select participant_id from cases where id = ?)")
                .param(id.value())
                .update();
        var visitor = new Visitor(port).signIn(world.email(colleague));
        visitor.post("/cases/emergency", Map.of("wanted", NUMBER, "reason", EmergencyExamples.REASON));
        assertThat(visitor.get("/cases/" + id).body())
                .contains("Så når du personen", "031-390 06 05", "Ring helst på förmiddagen");
        assertThat(visitor.get("/cases/" + id + "/consents").body()).doesNotContain("consents.csv");
        assertThat(visitor.get("/cases/" + id + "/consents.csv").statusCode()).isEqualTo(404);
        assertThat(new Visitor(port)
                        .signIn(world.email(place.caseworker()))
                        .get("/cases/" + id)
                        .body())
                .doesNotContain("Så når du personen");
    }

    @Test
    void nobodyTakesNoteAsSomethingThatTheyAreNot() {
        var emergency = examples.opened(colleague, id);
        var people = Map.of("LEAD", place.lead(), "CASEWORKER", place.caseworker(), "REVIEWER", place.administrator());
        people.forEach((as, _) -> people.forEach((is, staff) -> {
            var note = (org.assertj.core.api.ThrowableAssert.ThrowingCallable) () ->
                    transaction.executeWithoutResult(status -> {
                        status.setRollbackOnly();
                        asking.by(staff);
                        jdbc.sql("insert into emergency_notices values (?, ?, ?, now())")
                                .params(emergency.value(), as, staff.id().value())
                                .update();
                    });
            if (as.equals(is)) {
                assertThatCode(note).as("%s as %s", is, as).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(note).as("%s as %s", is, as).hasStackTraceContaining("row-level security");
            }
        }));
    }

    @Test
    void thatItWasOpenedAndNotedIsNeverChanged() {
        var emergency = examples.opened(colleague, id);
        notices.takeNote(place.lead(), emergency);
        for (var change : List.of("delete from emergency_notices", "update emergency_notices set taken_at = now()")) {
            assertThatThrownBy(() -> sql.sql(change + " where emergency_id = '" + emergency + "'")
                            .update())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private List<ToDo> toDo(Actor.Staff staff, String textKey) {
        return toDos.stream()
                .flatMap(source -> source.toDo(staff).stream())
                .filter(toDo -> toDo.textKey().equals(textKey))
                .toList();
    }
}
