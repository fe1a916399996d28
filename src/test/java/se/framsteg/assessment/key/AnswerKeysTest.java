package se.framsteg.assessment.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.framsteg.access.Actor;
import se.framsteg.assessment.Answering;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

@FramstegTest
class AnswerKeysTest {
    private static final String BIRTH_DATE = CaseExamples.NUMBER.value().substring(0, 8);

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private TestClock clock;

    @Autowired
    private AnswerKeys keys;

    @Autowired
    private Respondents respondents;

    @Autowired
    private Answering answering;

    @Autowired
    private OwnerSql jdbc;

    private CaseExamples examples;
    private World.Place place;
    private RoundId round;
    private String address;

    @BeforeEach
    void round() {
        examples = new CaseExamples(beans);
        place = world.place();
        round = examples.baseline(place, examples.started(place));
        address = "prov " + UUID.randomUUID();
    }

    private Optional<UUID> open(String code) {
        return keys.open(code, address) instanceof AnswerKeys.Opening.Opened(var key)
                ? Optional.of(key)
                : Optional.empty();
    }

    @Test
    void aKeyOpensItsRoundWithTheBirthDate() {
        var given = keys.give(place.caseworker(), round);
        assertThat(given.pin()).isEmpty();
        assertThat(given.grouped()).matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");
        var key = open(given.grouped().toLowerCase(java.util.Locale.ROOT)).orElseThrow();
        assertThat(keys.identify(key, BIRTH_DATE)).isEqualTo(new AnswerKeys.Identified.In(round, true));
        assertThat(respondents.actor(new RespondentPrincipal(round.value(), key, null)))
                .contains(new Actor.Respondent(round, false));
    }

    @Test
    void somebodyWithoutAKnownBirthDateGetsAPin() {
        var today = LocalDate.now((Clock) clock);
        var anonymous = examples.baseline(place, examples.started(place, today, Optional.empty()));
        var given = keys.give(place.caseworker(), anonymous);
        var key = open(given.code()).orElseThrow();
        assertThat(given.pin().orElseThrow()).matches("\\d{4}");
        assertThat(keys.identify(key, given.pin().get())).isEqualTo(new AnswerKeys.Identified.In(anonymous, true));
    }

    @Test
    void neitherCodeNorSecondThingIsStored() {
        var given = keys.give(place.caseworker(), round);
        var stored = jdbc.sql("select k::text from answer_keys k where round_id = ?")
                .param(round.value())
                .query(String.class)
                .single();
        assertThat(stored)
                .doesNotContain(given.code())
                .doesNotContain(BIRTH_DATE)
                .contains("argon2");
    }

    @Test
    void aKeyEndsAfterTwoWeeksOrWithTheWindowOfItsRound() throws Exception {
        var code = keys.give(place.caseworker(), round).code();
        var key = open(code).orElseThrow();
        var principal = new RespondentPrincipal(round.value(), key, null);
        clock.later(Duration.ofDays(13), () -> assertThat(open(code)).isPresent());
        clock.later(Duration.ofDays(15), () -> {
            assertThat(open(code)).isEmpty();
            assertThat(keys.identify(key, BIRTH_DATE)).isEqualTo(new AnswerKeys.Identified.Gone());
            return assertThat(respondents.actor(principal)).isEmpty();
        });
        clock.later(Duration.ofDays(40), () -> {
            var late = keys.give(place.caseworker(), round);
            return assertThat(Duration.between(clock.instant(), late.expiresAt()))
                    .isLessThan(Duration.ofDays(4));
        });
    }

    @Test
    void aNewKeyEndsTheOneBeforeAlsoForWhoIsAlreadyIn() {
        var first = keys.give(place.caseworker(), round).code();
        var key = open(first).orElseThrow();
        var second = keys.give(place.caseworker(), round).code();
        assertThat(open(first)).isEmpty();
        assertThat(open(second)).isPresent();
        assertThat(respondents.actor(new RespondentPrincipal(round.value(), key, null)))
                .isEmpty();
    }

    @Test
    void aUsedKeyOpensTheOwnPageAlone() throws Exception {
        var code = keys.give(place.caseworker(), round).code();
        var key = open(code).orElseThrow();
        examples.participantAnswers(round, 3);
        assertThat(open(code)).contains(key);
        assertThat(keys.identify(key, BIRTH_DATE)).isEqualTo(new AnswerKeys.Identified.In(round, false));
        var participant = actor(key).orElseThrow();
        assertThatThrownBy(() -> answering.save(participant, round, 0, 1, "sv")).isInstanceOf(NotFoundException.class);
        clock.later(Duration.ofDays(119), () -> assertThat(open(code)).contains(key));
        clock.later(Duration.ofDays(121), () -> {
            assertThat(keys.open(code, address)).isInstanceOf(AnswerKeys.Opening.Sent.class);
            assertThat(keys.identify(key, BIRTH_DATE)).isEqualTo(new AnswerKeys.Identified.Gone());
            return assertThat(actor(key)).isEmpty();
        });
    }

    @Test
    void betweenRoundsAKeyIsGivenThatOpensTheOwnPageAlone() {
        var first = keys.give(place.caseworker(), round).code();
        examples.participantAnswers(round, 3);
        var given = keys.give(place.caseworker(), round);
        assertThat(given.answers()).isFalse();
        assertThat(open(first)).as("a new key ends the one before").isEmpty();
        var key = open(given.code()).orElseThrow();
        assertThat(keys.identify(key, BIRTH_DATE)).isEqualTo(new AnswerKeys.Identified.In(round, false));
        var participant = new Actor.Respondent(round, false);
        assertThatThrownBy(() -> answering.save(participant, round, 0, 1, "sv")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> keys.handOver(place.caseworker(), round)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aRoundThatNobodyAnsweredLetsThePersonInToTheOwnPageWhenItIsOver() throws Exception {
        clock.later(Duration.ofDays(90), () -> {
            var given = keys.give(place.caseworker(), round);
            assertThat(given.answers()).isFalse();
            var key = open(given.code()).orElseThrow();
            assertThat(keys.identify(key, BIRTH_DATE)).isEqualTo(new AnswerKeys.Identified.In(round, false));
            return true;
        });
    }

    @Test
    void noKeyToTheOwnPageIsGivenWhenTheCaseHasEnded() {
        examples.participantAnswers(round, 3);
        examples.end(place, examples.caseOf(round));
        assertThatThrownBy(() -> keys.give(place.caseworker(), round)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void theKeyToTheNextRoundEndsTheOwnPageOfTheOneBefore() throws Exception {
        var code = keys.give(place.caseworker(), round).code();
        examples.participantAnswers(round, 3);
        clock.later(Duration.ofDays(90), () -> {
            var caseId = examples.caseOf(round);
            var next = examples.rounds(place, caseId).get(1).round().id();
            var key = open(code).orElseThrow();
            assertThat(open(keys.give(place.caseworker(), next).code())).isPresent();
            assertThat(actor(key)).isEmpty();
            return assertThat(open(code)).isEmpty();
        });
    }

    @Test
    void aKeyThatWasNeverUsedOpensTheOwnPageWhenItsRoundHasClosed() throws Exception {
        var code = keys.give(place.caseworker(), round).code();
        clock.later(
                Duration.ofDays(20),
                () -> assertThat(open(code))
                        .as("too old to answer with, while there still is something to answer")
                        .isEmpty());
        clock.later(
                Duration.ofDays(60),
                () -> assertThat(keys.identify(open(code).orElseThrow(), BIRTH_DATE))
                        .isEqualTo(new AnswerKeys.Identified.In(round, false)));
    }

    @Test
    void aKeyEndsWhenTheCaseGetsAnotherCaseworkerAlsoForWhoIsAlreadyIn() {
        var code = keys.give(place.caseworker(), round).code();
        var key = open(code).orElseThrow();
        assertThat(actor(key)).isPresent();
        examples.assign(place, examples.caseOf(round), place.otherCaseworker());
        assertThat(open(code)).isEmpty();
        assertThat(keys.identify(key, BIRTH_DATE)).isEqualTo(new AnswerKeys.Identified.Gone());
        assertThat(actor(key)).isEmpty();
    }

    @Test
    void aKeyStaysRevokedWhenTheCaseComesBackToWhoGaveIt() {
        var code = keys.give(place.caseworker(), round).code();
        var key = open(code).orElseThrow();
        var caseId = examples.caseOf(round);
        examples.assign(place, caseId, place.otherCaseworker());
        assertThat(actor(key)).isEmpty();
        examples.assign(place, caseId, place.caseworker());
        assertThat(open(code)).isEmpty();
        assertThat(actor(key)).isEmpty();
    }

    @Test
    void aKeyStaysRevokedWhenTheCaseThatEndedIsOpenedAgain() {
        var code = keys.give(place.caseworker(), round).code();
        var key = open(code).orElseThrow();
        var caseId = examples.caseOf(round);
        examples.end(place, caseId);
        assertThat(actor(key)).isEmpty();
        examples.reopen(place, caseId);
        assertThat(open(code)).isEmpty();
        assertThat(actor(key)).isEmpty();
    }

    @Test
    void noKeyIsGivenAtTheMomentWhenTheCaseChangesHands() {
        var caseId = examples.caseOf(round);
        var given = examples.whileUncommitted(
                () -> examples.assign(place, caseId, place.otherCaseworker()),
                () -> keys.give(place.caseworker(), round));
        assertThat(given).failsWithin(Duration.ZERO).withThrowableThat().withCauseInstanceOf(NotFoundException.class);
    }

    @Test
    void aKeyHoldsTheWholeOfTheLastDayThatIsTold() {
        var given = keys.give(place.caseworker(), round);
        var last = AnswerKeys.lastDay(given.expiresAt());
        assertThat(given.expiresAt())
                .isEqualTo(last.plusDays(1).atStartOfDay(Time.SWEDEN).toInstant());
        assertThat(given.opensUntil().atZone(Time.SWEDEN).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
    }

    private Optional<Actor> actor(UUID key) {
        return respondents.actor(new RespondentPrincipal(round.value(), key, null));
    }

    @Test
    void theFifthWrongSecondThingEndsTheKey() {
        var key = open(keys.give(place.caseworker(), round).code()).orElseThrow();
        for (int left = 4; left >= 1; left--) {
            assertThat(keys.identify(key, "19000101")).isEqualTo(new AnswerKeys.Identified.Wrong(left));
        }
        assertThat(keys.identify(key, "19000101")).isEqualTo(new AnswerKeys.Identified.Gone());
        assertThat(keys.identify(key, BIRTH_DATE)).isEqualTo(new AnswerKeys.Identified.Gone());
    }

    @Test
    void guessingCodesFromOneAddressIsSlowedDown() {
        for (int guess = 0; guess < 32; guess++) {
            keys.open("AAAABBBBCC" + (10 + guess), address);
        }
        assertThat(keys.open("AAAABBBBCCCC", address)).isInstanceOf(AnswerKeys.Opening.TooMany.class);
        assertThat(keys.open("AAAABBBBCCCC", address + " elsewhere")).isInstanceOf(AnswerKeys.Opening.Unknown.class);
    }

    @Test
    void aKeyOpensNoOtherRound() {
        var other = examples.baseline(place, examples.started(place));
        var key = open(keys.give(place.caseworker(), round).code()).orElseThrow();
        var actor = respondents
                .actor(new RespondentPrincipal(round.value(), key, null))
                .orElseThrow();
        assertThatThrownBy(() -> answering.save(actor, other, 0, 1, "sv")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> answering.sheet(actor, other)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void onlyTheCaseworkerGivesKeysAndEachIsJournaled() {
        for (var staff : java.util.List.of(place.lead(), place.otherCaseworker(), place.administrator())) {
            assertThatThrownBy(() -> keys.give(staff, round)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> keys.handOver(staff, round)).isInstanceOf(NotFoundException.class);
        }
        keys.give(place.caseworker(), round);
        assertThat(examples.journaled("GIVE_KEY", round)).isEqualTo(1);
    }
}
