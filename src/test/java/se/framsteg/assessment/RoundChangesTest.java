package se.framsteg.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Guard;
import se.framsteg.assessment.RoundChanges.Asked;
import se.framsteg.assessment.RoundChanges.Result;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.instrument.Score;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

/** Rounds in real life: moved, skipped, answered by one alone, opened again, paused, and with people and questions changed. */
@FramstegTest
class RoundChangesTest {
    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private TestClock clock;

    @Autowired
    private Rounds rounds;

    @Autowired
    private RoundChanges changes;

    @Autowired
    private RoundReading reading;

    @Autowired
    private RoundToDos toDos;

    @Autowired
    private RevealedAnswers revealed;

    @Autowired
    private Guard guard;

    private CaseExamples examples;
    private World.Place place;
    private CaseId id;
    private RoundId baseline;

    @BeforeEach
    void aCaseThatStartedToday() {
        examples = new CaseExamples(beans);
        place = world.place();
        id = examples.started(place);
        baseline = examples.baseline(place, id);
    }

    private LocalDate today() {
        return LocalDate.now((Clock) clock);
    }

    private Round round(RoundId round) {
        return rounds.require(place.lead(), id, round);
    }

    private Round followUp() {
        return examples.rounds(place, id).get(1).round();
    }

    private Round.Stage stage(RoundId round) {
        return round(round).stage(today());
    }

    private Result ask(RoundId round, Asked asked) {
        return changes.change(place.caseworker(), round, round(round).version(), asked);
    }

    private void does(RoundId round, Asked asked) {
        assertThat(ask(round, asked)).isInstanceOf(Result.Done.class);
    }

    private void later(int days, Callable<?> what) throws Exception {
        clock.on(today().plusDays(days), what);
    }

    private RoundReading.Told told(RoundId round) {
        return reading.see(place.lead(), id, round).told();
    }

    @Test
    void movingAComingRoundTakesItsWindowAlong() {
        var before = followUp();
        does(before.id(), Asked.move(before.dueOn().plusDays(10), "Semester"));
        var after = round(before.id());
        assertThat(after.opensOn()).isEqualTo(before.opensOn().plusDays(10));
        assertThat(after.dueOn()).isEqualTo(before.dueOn().plusDays(10));
        assertThat(after.closesOn()).isEqualTo(before.closesOn().plusDays(10));
        assertThat(told(before.id()).changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo("MOVED");
            assertThat(change.by()).isEqualTo("Hanna Handläggare");
            assertThat(change.reason()).isEqualTo("Semester");
            assertThat(change.dueBefore()).isEqualTo(before.dueOn());
        });
    }

    @Test
    void anOpenRoundStaysOpenWhenItIsMoved() {
        does(baseline, Asked.move(today().plusDays(40), "Väntar på besked"));
        assertThat(round(baseline).opensOn()).isEqualTo(today());
        assertThat(stage(baseline)).isEqualTo(Round.Stage.OPEN);
    }

    @Test
    void aRoundIsNotMovedIntoThePastOrIntoItsNeighbours() {
        var bounds = bounds(round(baseline));
        assertThat(bounds.earliest()).isEqualTo(today());
        assertThat(bounds.latest()).isEqualTo(followUp().opensOn().minusDays(1));
        for (var day : List.of(bounds.earliest().minusDays(1), bounds.latest().plusDays(1))) {
            assertThat(ask(baseline, Asked.move(day, "Skäl")))
                    .isInstanceOfSatisfying(
                            Result.Refused.class,
                            refused -> assertThat(refused.reasons())
                                    .singleElement()
                                    .satisfies(
                                            reason -> assertThat(reason.field()).isEqualTo("due")));
        }
        does(baseline, Asked.move(bounds.latest(), "Skäl"));
        assertThat(round(baseline).closesOn()).isEqualTo(bounds.latest());
        assertThat(bounds(followUp()).latest()).isAfter(followUp().closesOn());
    }

    @Test
    void aChangeWithoutReasonIsRefusedAndOneByAnotherVersionIsStale() {
        assertThat(ask(baseline, Asked.of(RoundChange.SKIP, " "))).isInstanceOf(Result.Refused.class);
        does(baseline, Asked.of(RoundChange.SKIP, "Svår period"));
        assertThat(ask(baseline, Asked.of(RoundChange.TAKE_UP, " "))).isInstanceOf(Result.Refused.class);
        does(baseline, Asked.of(RoundChange.TAKE_UP, "Orkar igen"));
        does(baseline, Asked.move(today().plusDays(5), "Först"));
        assertThat(changes.change(place.lead(), baseline, 0, Asked.move(today().plusDays(9), "Sedan")))
                .isInstanceOfSatisfying(
                        Result.Stale.class,
                        stale -> assertThat(stale.now().dueOn()).isEqualTo(today().plusDays(5)));
    }

    @Test
    void ofTwoWhoChangeAtOnceOneIsTold() throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            var results = both.invokeAll(List.of(
                    () -> changes.change(place.caseworker(), baseline, 0, Asked.of(RoundChange.SKIP, "Ena")),
                    () -> changes.change(place.lead(), baseline, 0, Asked.of(RoundChange.SKIP, "Andra"))));
            assertThat(List.of(results.get(0).get(), results.get(1).get()))
                    .hasAtLeastOneElementOfType(Result.Done.class)
                    .hasAtLeastOneElementOfType(Result.Stale.class);
        }
    }

    @Test
    void aSkippedRoundIsNotAskedForAndCanBeTakenUpWhileItsWindowLasts() throws Exception {
        does(baseline, Asked.of(RoundChange.SKIP, "Svår period"));
        assertThat(stage(baseline)).isEqualTo(Round.Stage.SKIPPED);
        assertThat(toDos.toDo(place.caseworker())).isEmpty();
        assertThat(guard.allowed(new Actor.Respondent(baseline, true), baseline))
                .isEmpty();
        assertThat(guard.allowed(place.caseworker(), baseline)).doesNotContain(Action.ANSWER_AS_CASEWORKER);
        later(50, () -> {
            assertThat(stage(baseline)).isEqualTo(Round.Stage.SKIPPED);
            return assertThat(ask(baseline, Asked.of(RoundChange.TAKE_UP, "Orkar igen")))
                    .isInstanceOf(Result.Stale.class);
        });
        does(baseline, Asked.of(RoundChange.TAKE_UP, "Orkar igen"));
        assertThat(stage(baseline)).isEqualTo(Round.Stage.OPEN);
        assertThat(toDos.toDo(place.caseworker())).hasSize(1);
    }

    @Test
    void aRoundThatSomebodyHasAnsweredIsNotSkipped() {
        examples.participantAnswers(baseline, 3);
        assertThat(ask(baseline, Asked.of(RoundChange.SKIP, "Skäl"))).isInstanceOf(Result.Stale.class);
    }

    @Test
    void oneWhoAnsweredAloneIsNamedWhenTheRoundCloses() {
        examples.participantAnswers(baseline, 3);
        assertThat(told(baseline).alone()).isEmpty();
        rounds.close(place.caseworker(), baseline);
        assertThat(told(baseline).alone().map(Enum::name)).contains("PARTICIPANT");
        assertThat(told(baseline).changes())
                .extracting(RoundReading.Change::kind)
                .containsExactly("CLOSED");
    }

    @Test
    void aReopenedRoundKeepsWhatWasSentHidesItMeanwhileAndSaysThatItWasSeen() {
        examples.participantAnswers(baseline, 4);
        rounds.close(place.caseworker(), baseline);
        does(baseline, Asked.of(RoundChange.REOPEN, "Handläggaren var sjuk"));
        assertThat(stage(baseline)).isEqualTo(Round.Stage.OPEN);
        assertThat(round(baseline).marks().answerSeen()).isTrue();
        assertThat(scores()).isEmpty();
        assertThat(guard.allowed(new Actor.Respondent(baseline, true), baseline))
                .isEmpty();
        examples.caseworkerAnswers(place, baseline, 2);
        assertThat(stage(baseline)).isEqualTo(Round.Stage.DONE);
        assertThat(round(baseline).marks().answerSeen()).isTrue();
        assertThat(scores().get(baseline)).hasSize(2);
    }

    private RoundChanges.Bounds bounds(Round round) {
        return beans.getBean(Asking.class).byInstallation(() -> changes.bounds(round));
    }

    private Map<RoundId, Map<Respondent, List<Score>>> scores() {
        var shown = List.of(round(baseline));
        return beans.getBean(Asking.class).byInstallation(() -> revealed.scores(shown));
    }

    @Test
    void aRoundThatNobodyAnsweredIsReopenedWithoutThatMarkAndOnlyUntilTheNextOpens() throws Exception {
        later(45, () -> {
            assertThat(stage(baseline)).isEqualTo(Round.Stage.CLOSED);
            does(baseline, Asked.of(RoundChange.REOPEN, "Låg på sjukhus"));
            assertThat(stage(baseline)).isEqualTo(Round.Stage.OPEN);
            assertThat(round(baseline).marks().answerSeen()).isFalse();
            return assertThat(round(baseline).closesOn()).isBefore(followUp().opensOn());
        });
        later(85, () -> {
            assertThat(stage(baseline)).isEqualTo(Round.Stage.CLOSED);
            return assertThat(ask(baseline, Asked.of(RoundChange.REOPEN, "Skäl")))
                    .isInstanceOf(Result.Stale.class);
        });
    }

    @Test
    void anEndingRoundIsReopenedOnlyWhileTheCaseHasEnded() throws Exception {
        examples.end(place, id);
        var ending = examples.rounds(place, id).stream()
                .map(Rounds.Offered::round)
                .filter(round -> round.kind() == Round.Kind.ENDING)
                .findFirst()
                .orElseThrow()
                .id();
        later(
                60,
                () -> assertThat(round(ending).permits(RoundChange.REOPEN, today()))
                        .isTrue());
        examples.reopen(place, id);
        assertThat(round(ending).permits(RoundChange.REOPEN, today())).isFalse();
    }

    @Test
    void aPausedCaseAsksForNothingAndNothingBecomesLate() throws Exception {
        examples.pause(place, id);
        assertThat(toDos.toDo(place.caseworker())).isEmpty();
        later(30, () -> assertThat(stage(baseline)).isEqualTo(Round.Stage.RESTING));
        assertThat(guard.allowed(place.caseworker(), baseline)).contains(Action.ANSWER_AS_CASEWORKER);
    }

    @Test
    void afterAPauseWhatWasDueIsAskedForAgainWithTimeToAnswer() throws Exception {
        examples.pause(place, id);
        later(30, () -> {
            examples.resume(place, id);
            assertThat(stage(baseline)).isEqualTo(Round.Stage.OPEN);
            assertThat(round(baseline).dueOn()).isEqualTo(today().plusDays(Rounds.DAYS_TO_ANSWER));
            return assertThat(told(baseline).changes())
                    .extracting(RoundReading.Change::kind)
                    .containsExactly("RESUMED");
        });
    }

    @Test
    void whatHadItsWholeChanceWithinAPauseCountsAsSkipped() throws Exception {
        examples.pause(place, id);
        later(200, () -> {
            examples.resume(place, id);
            assertThat(examples.rounds(place, id))
                    .extracting(Rounds.Offered::stage)
                    .containsExactly(Round.Stage.SKIPPED, Round.Stage.SKIPPED, Round.Stage.OPEN, Round.Stage.COMING);
            return assertThat(told(baseline).changes())
                    .extracting(RoundReading.Change::kind)
                    .containsExactly("RESTED");
        });
    }

    @Test
    void aNewCaseworkerStartsEmptyAndNeverSeesTheDraftOfTheOneBefore() {
        var sheets = beans.getBean(CaseworkerSheets.class);
        var questions = sheets.sheet(place.caseworker(), baseline).questions();
        sheets.save(place.caseworker(), baseline, CaseExamples.all(questions, 2), 0, "sv");
        examples.assign(place, id, place.otherCaseworker());
        var next = place.otherCaseworker();
        assertThat(round(baseline).caseworkerProgress()).isEqualTo(Round.Progress.NOT_BEGUN);
        var sheet = sheets.sheet(next, baseline);
        assertThat(sheet.begun()).isFalse();
        assertThat(sheets.begunByAnother(next, baseline)).isTrue();
        sheets.submit(next, baseline, CaseExamples.all(questions, 5), sheet.version(), "sv");
        assertThat(told(baseline).answeredBy()).isEqualTo("Hugo Handläggare");
        assertThatThrownBy(() -> sheets.sheet(place.caseworker(), baseline)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void roundsThatHaveNotOpenedTakeTheInitiativesNewInstrumentAndOpenOnesKeepTheirs() {
        var before = round(baseline).instrument();
        var other = new InstrumentId(beans.getBean(OwnerSql.class)
                .sql("select id from instruments where state = 'PUBLISHED' and association_id is null and id <> ?"
                        + " limit 1")
                .param(before.value())
                .query(java.util.UUID.class)
                .single());
        changeInstrument(other);
        assertThat(round(baseline).instrument()).isEqualTo(before);
        assertThat(followUp().instrument()).isEqualTo(other);
        assertThat(told(followUp().id()).changes())
                .extracting(RoundReading.Change::kind)
                .containsExactly("INSTRUMENT");
    }

    private void changeInstrument(InstrumentId instrument) {
        var register = beans.getBean(InitiativeRegister.class);
        var now = register.find(place.initiative()).orElseThrow();
        var plan = now.plan();
        register.change(
                place.lead(),
                now.id(),
                new InitiativeRegister.Details(
                        now.owner(),
                        now.team(),
                        now.name(),
                        now.targetGroup(),
                        now.startsOn(),
                        Optional.empty(),
                        new Initiative.Plan(instrument, plan.baselineDays(), plan.intervalMonths(), plan.windowDays()),
                        now.leads()),
                now.version());
    }

    @Test
    void theHistoryCanBeAddedToAlone() {
        does(baseline, Asked.move(today().plusDays(5), "Skäl"));
        var jdbc = beans.getBean(JdbcClient.class);
        assertThatThrownBy(() -> jdbc.sql("update round_changes set reason = 'annat' where round_id = ?")
                        .param(baseline.value())
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("delete from round_changes where round_id = ?")
                        .param(baseline.value())
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void onlyThoseWhoReachTheCaseChangeItsRoundsAndEachChangeIsJournaled() {
        for (var staff : List.of(place.otherCaseworker(), place.officer(), place.administrator())) {
            assertThatThrownBy(() -> changes.change(staff, baseline, 0, Asked.of(RoundChange.SKIP, "Skäl")))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> reading.see(staff, id, baseline)).isInstanceOf(NotFoundException.class);
        }
        changes.change(place.caseworker(), baseline, 0, Asked.of(RoundChange.SKIP, " "));
        changes.change(place.caseworker(), baseline, 7, Asked.of(RoundChange.SKIP, "Skäl"));
        assertThat(examples.journaled("CHANGE_ROUND", baseline))
                .as("refused, and stale")
                .isZero();
        assertThat(examples.journaled("SEE_PROGRESSION", baseline)).isEqualTo(2);
        does(baseline, Asked.of(RoundChange.SKIP, "Skäl"));
        assertThat(examples.journaled("CHANGE_ROUND", baseline)).isEqualTo(1);
    }
}
