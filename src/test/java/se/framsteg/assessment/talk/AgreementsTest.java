package se.framsteg.assessment.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import se.framsteg.access.Actor;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.assessment.talk.AgreedStep.Who;
import se.framsteg.assessment.talk.Agreement.Outcome;
import se.framsteg.home.ToDo;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

@FramstegTest
class AgreementsTest {
    private static final AgreedStep STEP = new AgreedStep("Ringa boendet", Who.OTHER, "Boendestödet", Optional.empty());

    @LocalServerPort
    private int port;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private TestClock clock;

    @Autowired
    private Agreements agreements;

    @Autowired
    private AgreementToDos toDos;

    @Autowired
    private OwnerSql jdbc;

    private CaseExamples examples;
    private World.Place place;
    private CaseId caseId;
    private RoundId round;

    @BeforeEach
    void aRoundToTalkAbout() {
        examples = new CaseExamples(beans);
        place = world.place();
        caseId = examples.started(place);
        round = examples.baseline(place, caseId);
        examples.participantAnswers(round, 2);
        examples.caseworkerAnswers(place, round, 3);
    }

    private AgreementId agree(AgreedStep step) {
        var id = AgreementId.create();
        agreements.agree(place.caseworker(), caseId, round, id, step);
        return id;
    }

    private void follow(AgreementId id, int version, Outcome outcome, String words) {
        agreements.follow(place.caseworker(), caseId, round, id, version, outcome, words);
    }

    private Agreement only() {
        var all = agreements.of(place.caseworker(), caseId);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private LocalDate today() {
        return LocalDate.now((Clock) clock);
    }

    @Test
    void whatIsAgreedIsKeptWithHowItWentEachTime() {
        var id = agree(STEP);
        follow(id, 0, Outcome.NOT_YET, "Telefonen var avstängd");
        follow(id, 1, Outcome.DONE, "");
        assertThat(only().step()).isEqualTo(STEP);
        assertThat(only().agreedOn()).isEqualTo(today());
        assertThat(only().followUps())
                .containsExactly(
                        new Agreement.FollowUp(round, Outcome.NOT_YET, "Telefonen var avstängd", today()),
                        new Agreement.FollowUp(round, Outcome.DONE, "", today()));
        assertThat(only().open()).isFalse();
    }

    @Test
    void aFormThatIsSentTwiceMakesOneAgreement() {
        var id = agree(STEP);
        agreements.agree(place.caseworker(), caseId, round, id, STEP);
        assertThat(only().id()).isEqualTo(id);
    }

    @Test
    void aFormThatIsSentAgainWithSomethingElseComesBackAsANewOne() {
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var path = "/cases/" + caseId + "/talk/" + round + "/agreements";
        var id = AgreementId.create().toString();
        var first = Map.of("id", id, "what", "Ringa boendet", "who", "PARTICIPANT", "due", "");
        var second = new HashMap<>(first);
        second.put("what", "Skriva till kommunen");
        assertThat(visitor.post(path, first).statusCode()).isEqualTo(302);
        assertThat(visitor.post(path, first).statusCode()).isEqualTo(302);
        var answer = visitor.post(path, second);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Formuläret är redan sparat", "Skriva till kommunen")
                .doesNotContain("name=\"id\" value=\"" + id);
        assertThat(only().step().what()).isEqualTo("Ringa boendet");
        second.put("id", answer.body().replaceAll("(?s).* name=\"id\" value=\"([^\"]+)\".*", "$1"));
        assertThat(visitor.post(path, second).statusCode()).isEqualTo(302);
        assertThat(agreements.of(place.caseworker(), caseId)).hasSize(2);
    }

    @Test
    void anotherCasesAgreementIsNotTakenForOnesOwn() {
        var id = agree(STEP);
        var other = examples.started(place);
        var talked = examples.baseline(place, other);
        examples.participantAnswers(talked, 2);
        examples.caseworkerAnswers(place, talked, 3);
        assertThatThrownBy(() -> agreements.agree(place.caseworker(), other, talked, id, STEP))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void nothingIsEverChangedOrTakenAway() {
        agree(STEP);
        for (var sql : List.of("update agreements set what = 'x'", "delete from agreements")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).isInstanceOf(DataAccessException.class);
        }
        for (var sql : List.of("update agreement_outcomes set words = 'x'", "delete from agreement_outcomes")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void whatWasWrittenWrongIsWithdrawnWithAReasonForGood() {
        var id = agree(STEP);
        assertThatIllegalArgumentException().isThrownBy(() -> follow(id, 0, Outcome.WITHDRAWN, " "));
        follow(id, 0, Outcome.WITHDRAWN, "Det var kommunen som skulle ringa");
        assertThat(only().withdrawn()).isTrue();
        assertThatThrownBy(() -> follow(id, 1, Outcome.DONE, "")).isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void ofTwoWhoTellHowItWentTheSecondIsToldOfTheFirst() {
        var id = agree(STEP);
        follow(id, 0, Outcome.DONE, "");
        assertThatThrownBy(() -> follow(id, 0, Outcome.NOT_YET, "")).isInstanceOf(ChangedMeanwhileException.class);
        assertThat(only().followUps()).hasSize(1);
    }

    @Test
    void ofManyWhoTellAtTheSameMomentOneIsHeard() throws Exception {
        var id = agree(STEP);
        Callable<Boolean> tell = () -> {
            try {
                follow(id, 0, Outcome.DONE, "");
                return true;
            } catch (ChangedMeanwhileException e) {
                return false;
            }
        };
        try (var several = Executors.newFixedThreadPool(4)) {
            var heard = several.invokeAll(List.of(tell, tell, tell, tell)).stream()
                    .filter(one -> one.resultNow())
                    .count();
            assertThat(heard).isEqualTo(1);
        }
        assertThat(only().followUps()).hasSize(1);
    }

    @Test
    void onlyThoseWhoHaveTheCaseReadOrWrite() {
        var id = agree(STEP);
        for (var other : List.of(place.otherCaseworker(), place.officer(), place.administrator())) {
            assertThatThrownBy(() -> agreements.of(other, caseId)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> agreements.agree(other, caseId, round, AgreementId.create(), STEP))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> agreements.follow(other, caseId, round, id, 0, Outcome.DONE, ""))
                    .isInstanceOf(NotFoundException.class);
        }
        agreements.follow(place.lead(), caseId, round, id, 0, Outcome.DONE, "");
        assertThat(agreements.of(place.lead(), caseId)).hasSize(1);
    }

    @Test
    void anotherCasesAgreementAndRoundAreNotFound() {
        var id = agree(STEP);
        var other = examples.started(place);
        var coming = examples.rounds(place, caseId).getLast().round().id();
        assertThatThrownBy(() -> agreements.follow(place.caseworker(), other, round, id, 0, Outcome.DONE, ""))
                .isInstanceOf(NotFoundException.class);
        for (var notTalkedAbout : List.of(examples.baseline(place, other), coming)) {
            assertThatThrownBy(() ->
                            agreements.agree(place.caseworker(), caseId, notTalkedAbout, AgreementId.create(), STEP))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void onlyTheLatestTalkIsWrittenIn() throws Exception {
        var id = agree(STEP);
        clock.<Void>later(Duration.ofDays(95), () -> {
            var next = examples.rounds(place, caseId).get(1).round().id();
            examples.participantAnswers(next, 2);
            examples.caseworkerAnswers(place, next, 3);
            assertThatThrownBy(() -> agree(STEP)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> follow(id, 0, Outcome.DONE, "")).isInstanceOf(NotFoundException.class);
            agreements.follow(place.caseworker(), caseId, next, id, 0, Outcome.DONE, "");
            return null;
        });
        assertThat(only().open()).isFalse();
    }

    @Test
    void whatIsTypedWhileANewerRoundIsAnsweredComesBackInTheNewerTalk() throws Exception {
        var id = agree(STEP);
        clock.<Void>later(Duration.ofDays(95), () -> {
            var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
            var next = examples.rounds(place, caseId).get(1).round().id();
            examples.participantAnswers(next, 2);
            examples.caseworkerAnswers(place, next, 3);
            var talk = "/cases/" + caseId + "/talk/" + round + "/agreements";
            var fields = Map.of("what", "Hälsa på i köket", "who", "PARTICIPANT", "due", "");
            var answer = visitor.post(talk, fields);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("nyare skattning", "Hälsa på i köket", next + "/agreements\"");
            assertThat(visitor.post(talk, Map.of("what", "", "who", "OTHER", "other", "Kommunen"))
                            .body())
                    .contains("nyare skattning", "Kommunen");
            assertThat(visitor.post(
                                    talk + "/" + id,
                                    Map.of("version", "0", "outcome-" + id, "DONE", "words-" + id, "Lätt"))
                            .body())
                    .contains("nyare skattning", "Lätt");
            assertThat(visitor.post("/cases/" + caseId + "/talk/" + next + "/agreements", fields)
                            .statusCode())
                    .isEqualTo(302);
            return null;
        });
        assertThat(agreements.of(place.caseworker(), caseId)).hasSize(2);
    }

    @Test
    void everyLookAndChangeIsJournaled() {
        var before = journaled("SEE_AGREEMENT");
        var id = agree(STEP);
        follow(id, 0, Outcome.DONE, "");
        agreements.of(place.caseworker(), caseId);
        assertThat(journaled("AGREE")).isEqualTo(2);
        assertThat(journaled("SEE_AGREEMENT")).isEqualTo(before + 1);
    }

    private int journaled(String action) {
        return jdbc.sql("select count(*) from journal where action = ? and case_id = ? and participant_id is not null")
                .param(action)
                .param(caseId.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void aStepPastItsDayIsToDoUntilItHasBeenAskedAbout() throws Exception {
        var id = agree(new AgreedStep("Ringa", Who.PARTICIPANT, "", Optional.of(today().plusDays(7))));
        agree(new AgreedStep("Skriva", Who.PARTICIPANT, "", Optional.of(today().plusDays(8))));
        clock.on(
                today().plusDays(7), () -> assertThat(toDos(place.caseworker())).isEqualTo(List.of()));
        clock.on(today().plusDays(9), () -> {
            assertThat(toDos(place.caseworker()))
                    .extracting(ToDo::about, ToDo::arguments, ToDo::late)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("Petra Provdeltagare", List.of(2), true));
            assertThat(toDos(place.lead())).as("the caseworker has it").isEmpty();
            assertThat(toDos(place.otherCaseworker())).isEmpty();
            follow(id, 0, Outcome.PARTLY, "");
            assertThat(toDos(place.caseworker())).extracting(ToDo::arguments).containsExactly(List.of(1));
            return null;
        });
    }

    @Test
    void theLeadTakesCareOfWhatNobodyHas() throws Exception {
        agree(new AgreedStep("Ringa", Who.PARTICIPANT, "", Optional.of(today())));
        jdbc.sql("update staff set active = false where id = ?")
                .param(place.caseworker().id().value())
                .update();
        clock.on(today().plusDays(1), () -> {
            assertThat(toDos(place.lead())).hasSize(1);
            return null;
        });
    }

    @Test
    void anEndedCaseAsksForNothing() throws Exception {
        agree(new AgreedStep("Ringa", Who.PARTICIPANT, "", Optional.of(today())));
        examples.end(place, caseId);
        clock.on(
                today().plusDays(1), () -> assertThat(toDos(place.caseworker())).isEqualTo(List.of()));
    }

    private List<ToDo> toDos(Actor.Staff staff) {
        return toDos.toDo(staff);
    }

    @Test
    void badInputComesBackAsItWasTyped() {
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var path = "/cases/" + caseId + "/talk/" + round + "/agreements";
        for (var wrong : List.of(
                Map.of("what", " "),
                Map.of("what", "x".repeat(501)),
                Map.of("who", ""),
                Map.of("who", "NOBODY"),
                Map.of("who", "OTHER", "other", ""),
                Map.of("due", today().minusDays(1).toString()),
                Map.of("due", today().plusYears(3).toString()),
                Map.of("due", "nästa fredag"))) {
            var fields = new HashMap<>(Map.of("what", "Ringa <b>boendet</b>", "who", "PARTICIPANT", "due", ""));
            fields.putAll(wrong);
            var answer = visitor.post(path, fields);
            assertThat(answer.statusCode()).as("%s", wrong).isEqualTo(422);
            assertThat(answer.body()).contains("error-summary").doesNotContain("<b>boendet");
            wrong.values().stream()
                    .filter(value -> !value.isBlank() && !value.equals("NOBODY") && !value.equals("OTHER"))
                    .forEach(value -> assertThat(answer.body()).contains(value));
        }
        assertThat(agreements.of(place.caseworker(), caseId)).isEmpty();
    }

    @Test
    void whoTellsSecondSeesBothAndLosesNothing() {
        var id = agree(STEP);
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        follow(id, 0, Outcome.DONE, "Svarade direkt");
        var path = "/cases/" + caseId + "/talk/" + round + "/agreements/" + id;
        var late = Map.of("version", "0", "outcome-" + id, "PARTLY", "words-" + id, "Ringde men ingen svarade");
        var answer = visitor.post(path, late);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Svarade direkt", "Ringde men ingen svarade", "name=\"version\" value=\"1\"");
        var again = new HashMap<>(late);
        again.put("version", "1");
        assertThat(visitor.post(path, again).statusCode()).isEqualTo(302);
        assertThat(only().latest().orElseThrow().words()).isEqualTo("Ringde men ingen svarade");
    }

    @Test
    void aWithdrawalWithoutAReasonComesBack() {
        var id = agree(STEP);
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var path = "/cases/" + caseId + "/talk/" + round + "/agreements/" + id;
        var answer = visitor.post(path, Map.of("version", "0", "outcome-" + id, "WITHDRAWN", "words-" + id, ""));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(only().followUps()).isEmpty();
    }
}
