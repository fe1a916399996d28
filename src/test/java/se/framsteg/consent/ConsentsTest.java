package se.framsteg.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.framsteg.testing.ConsentExamples.no;
import static se.framsteg.testing.ConsentExamples.yes;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.Result;
import se.framsteg.consent.Answer.Answered;
import se.framsteg.consent.Answer.How;
import se.framsteg.consent.Consent.Turn;
import se.framsteg.consent.ConsentView.State;
import se.framsteg.consent.Sheet.Asked;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.testing.ConsentExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

/** The ledger, through its door. */
@FramstegTest
class ConsentsTest {
    @Autowired
    private World world;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private Consents consents;

    @Autowired
    private OwnConsents own;

    @Autowired
    private OwnerSql ownerSql;

    @Autowired
    private TestClock clock;

    private ConsentExamples examples;
    private World.Place place;
    private Actor.Staff caseworker;
    private CaseId id;
    private OrganisationId region;
    private OrganisationId fk;
    private LocalDate today;

    @BeforeEach
    void aCase() {
        examples = new ConsentExamples(beans);
        place = world.place();
        caseworker = place.caseworker();
        id = new CaseExamples(beans).started(place);
        region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        fk = world.organisation(place.association(), "Försäkringskassan Prov", OrganisationKind.FK);
        today = examples.today();
    }

    private List<Turn> turns() {
        return consents.see(caseworker, id).history().stream()
                .map(ConsentView.Line::turn)
                .toList();
    }

    private Set<Kind> openTo(OrganisationId organisation) {
        return consents.seen(caseworker, id, organisation, today, Optional.of(LocalTime.now(clock)))
                .orThrow()
                .open()
                .keySet();
    }

    private static List<String> told(Result<?> result) {
        return ((Result.Refused<?>) result)
                .reasons().stream()
                        .map(reason -> reason.field() + " " + reason.key())
                        .toList();
    }

    private int rows(String table) {
        return ownerSql.sql("select count(*) from " + table
                        + " t where t.participant_id = (select participant_id from cases where id = ?)")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private int journaled(String action) {
        return ownerSql.sql("select count(*) from journal where action = :action and case_id = :id")
                .param("action", action)
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void anAnswerOnAPaperOfTheFirstVersionIsNotAboutTheJointPlanThatItDidNotName() {
        var first = new Given(
                Answer.How.SPOKEN,
                examples.today(),
                "Sagt",
                Optional.empty(),
                Optional.of(1),
                Optional.of("sv"),
                false);
        assertThat(consents.record(
                        place.caseworker(), id, examples.sheet(first, yes(region, Kind.PLAN, Kind.JOINT_PLAN))))
                .isEqualTo(new Result.Refused<>(List.of(Result.Refusal.of("kinds-1", "ledger.kinds.not-in-text", 1))));
        consents.record(place.caseworker(), id, examples.sheet(first, yes(region, Kind.PLAN)))
                .orThrow();
        var joint = examples.given(place.caseworker(), id, region, Kind.JOINT_PLAN);
        assertThat(openTo(region)).as("the new answer replaces the old").containsExactly(Kind.JOINT_PLAN);
        var later = examples.today().plusMonths(9);
        assertThat(consents.renew(place.caseworker(), id, joint, 1, later, first))
                .isEqualTo(
                        new Result.Refused<>(List.of(Result.Refusal.of("textVersion", "ledger.kinds.not-in-text", 1))));
    }

    @Test
    void onePaperIsAboutManyRecipientsYesAndNoAlike() {
        var relative = new Asked(
                ConsentId.create(), new Recipient.Named(Recipient.Sort.RELATIVE, "Moa Mor"), true, Set.of(Kind.PLAN));
        consents.record(
                        caseworker,
                        id,
                        examples.sheet(
                                examples.onPaper(ConsentExamples.pdf()),
                                yes(region, Kind.PLAN, Kind.HEALTH),
                                no(fk, Kind.ECONOMY),
                                relative))
                .orThrow();
        var view = consents.see(place.lead(), id);
        assertThat(view.history())
                .extracting(ConsentView.Line::called)
                .containsExactlyInAnyOrder("Region Prov", "Försäkringskassan Prov", "Moa Mor");
        assertThat(turns()).containsExactlyInAnyOrder(Turn.GIVEN, Turn.REFUSED, Turn.GIVEN);
        assertThat(view.holds()).extracting(ConsentView.Line::called).containsExactly("Moa Mor", "Region Prov");
        assertThat(openTo(region)).containsExactly(Kind.PLAN, Kind.HEALTH);
        assertThat(openTo(fk)).isEmpty();
        assertThat(rows("consent_papers")).isOne();
        assertThat(journaled("RECORD_CONSENT")).isOne();
    }

    @Test
    void whatCannotBeSoIsToldAllAtOnceAndNothingIsSaved() {
        var foreign = world.organisation(world.place().association(), "Annan", OrganisationKind.AF);
        var given = new Given(
                How.PAPER, today.plusDays(1), "", Optional.empty(), Optional.of(999), Optional.of("tlh"), false);
        var sheet = new Sheet(
                given,
                " ",
                Optional.of(today.minusDays(1)),
                List.of(
                        yes(place.kommun(), Kind.PLAN),
                        yes(foreign, Kind.PLAN),
                        yes(region),
                        new Asked(
                                ConsentId.create(),
                                new Recipient.Named(Recipient.Sort.EMPLOYER, " "),
                                true,
                                Set.of(Kind.WORK)),
                        no(region, Kind.PLAN)));
        assertThat(told(consents.record(caseworker, id, sheet)))
                .containsExactlyInAnyOrder(
                        "saidOn ledger.said-on.future",
                        "paper ledger.paper.required",
                        "textVersion ledger.text-version.expired",
                        "language ledger.language.required",
                        "purpose ledger.purpose.required",
                        "validUntil ledger.valid-until.before-said",
                        "to-1 ledger.to.self",
                        "to-2 ledger.to.required",
                        "kinds-3 ledger.kinds.required",
                        "name-4 ledger.name.required",
                        "to-5 ledger.to.twice");
        assertThat(rows("consents")).isZero();
        assertThat(journaled("RECORD_CONSENT")).isZero();
        assertThat(journaled("SEE_CONSENTS")).as("what is refused is a look").isOne();
    }

    private List<String> told(Given given, LocalDate until) {
        return told(consents.record(
                caseworker, id, new Sheet(given, "Planera", Optional.of(until), List.of(yes(region, Kind.PLAN)))));
    }

    @Test
    void aYesNeedsALastDayThatIsNeitherPastNorTooFarAhead() {
        assertThat(told(examples.spoken(today.minusDays(10)), today.minusDays(1)))
                .containsExactly("validUntil ledger.valid-until.past");
        assertThat(told(examples.spoken(), today.plusYears(3).plusDays(1)))
                .containsExactly("validUntil ledger.valid-until.too-long");
        assertThat(told(consents.record(
                        caseworker,
                        id,
                        new Sheet(examples.spoken(), "Planera", Optional.empty(), List.of(yes(region, Kind.PLAN))))))
                .containsExactly("validUntil ledger.valid-until.required");
        examples.until(caseworker, id, region, today.plusYears(3), Kind.PLAN);
        assertThat(openTo(region)).containsExactly(Kind.PLAN);
    }

    @Test
    void whatIsSpokenNeedsAReasonAndStaffCannotAnswerOnThePersonsOwnPage() {
        var text = examples.spoken();
        var spoken = new Given(How.SPOKEN, today, " ", Optional.empty(), text.textVersion(), text.language(), false);
        assertThat(told(spoken, today.plusDays(9))).containsExactly("spokenReason ledger.spoken-reason.required");
        var alone = new Given(How.OWN_PAGE, today, "", Optional.empty(), text.textVersion(), text.language(), false);
        assertThat(told(alone, today.plusDays(9))).containsExactly("how ledger.how.required");
    }

    @Test
    void aFormThatIsSentTwiceIsSavedOnceAndOneThatWasChangedInBetweenIsTold() {
        var sheet = examples.sheet(examples.onPaper(ConsentExamples.pdf()), yes(region, Kind.PLAN), no(fk, Kind.PLAN));
        consents.record(caseworker, id, sheet).orThrow();
        assertThat(consents.record(caseworker, id, sheet)).isInstanceOf(Result.Done.class);
        assertThat(turns()).hasSize(2);
        assertThat(rows("consent_papers")).isOne();
        var changed = new Sheet(sheet.given(), sheet.purpose(), Optional.of(today.plusDays(3)), sheet.asked());
        assertThat(consents.record(caseworker, id, changed)).isInstanceOf(Result.Stale.class);
        assertThat(turns()).hasSize(2);
    }

    @Test
    void aNewYesAboutTheSameRecipientReplacesTheOneBeforeAndNothingElse() {
        examples.given(caseworker, id, region, Kind.PLAN, Kind.NOTES);
        examples.given(caseworker, id, fk, Kind.PLAN);
        examples.given(caseworker, id, region, Kind.HEALTH);
        assertThat(openTo(region)).containsExactly(Kind.HEALTH);
        assertThat(openTo(fk)).containsExactly(Kind.PLAN);
        assertThat(turns()).containsExactly(Turn.GIVEN, Turn.GIVEN, Turn.REPLACED, Turn.GIVEN);
        var view = consents.see(caseworker, id);
        assertThat(view.holds()).hasSize(2);
        assertThat(view.about(State.HOLDS))
                .extracting(about -> about.one().called())
                .containsExactly("Försäkringskassan Prov", "Region Prov");
        assertThat(view.about(State.HOLDS).getLast().earlier())
                .extracting(ConsentView.Line::turn)
                .containsExactly(Turn.REPLACED, Turn.GIVEN);
        assertThat(view.about(State.NOTHING)).isEmpty();
    }

    @Test
    void somebodyNamedIsTheSameHoweverTheNameWasTyped() {
        for (var name : List.of("Moa Mor", " moa  MOR")) {
            var asked = new Asked(
                    ConsentId.create(), new Recipient.Named(Recipient.Sort.RELATIVE, name), true, Set.of(Kind.PLAN));
            consents.record(caseworker, id, examples.sheet(examples.spoken(), asked))
                    .orThrow();
        }
        assertThat(consents.see(caseworker, id).about(State.HOLDS)).hasSize(1);
        assertThat(turns()).containsExactly(Turn.GIVEN, Turn.REPLACED, Turn.GIVEN);
    }

    @Test
    void aYesFromBeforeTheLatestAnswerIsRefusedAndANoEndsWhatHolds() {
        examples.given(caseworker, id, region, Kind.PLAN);
        var yesterday = examples.spoken(today.minusDays(1));
        assertThat(told(consents.record(caseworker, id, examples.sheet(yesterday, yes(fk), yes(region, Kind.NOTES)))))
                .containsExactlyInAnyOrder("kinds-1 ledger.kinds.required", "to-2 ledger.to.answered-since");
        assertThat(openTo(region)).containsExactly(Kind.PLAN);
        consents.record(caseworker, id, examples.sheet(yesterday, no(region, Kind.NOTES)))
                .orThrow();
        assertThat(openTo(region)).isEmpty();
    }

    @Test
    void theDayTellsOneAnswerAfterTheOtherWithoutAGap() throws Exception {
        examples.given(caseworker, id, region, Kind.PLAN);
        clock.on(today.plusDays(3), () -> examples.given(caseworker, id, region, Kind.PLAN, Kind.NOTES));
        var seen = clock.on(
                today.plusDays(4),
                () -> consents.seen(caseworker, id, region, today.plusDays(3), Optional.empty())
                        .orThrow());
        assertThat(seen.open().get(Kind.PLAN)).singleElement().matches(Seen.Span::wholeDay);
        assertThat(seen.open().get(Kind.NOTES)).singleElement().matches(span -> !span.wholeDay());
        assertThat(seen.because())
                .extracting(ConsentView.Line::turn)
                .containsExactly(Turn.GIVEN, Turn.REPLACED, Turn.GIVEN);
    }

    @Test
    void anIdThatIsAnothersIsNoIdAtAll() {
        var theirs = examples.given(caseworker, new CaseExamples(beans).started(place), region, Kind.PLAN);
        var foreign = world.place();
        var elsewhere = new CaseExamples(beans).started(foreign);
        var organisation = world.organisation(foreign.association(), "Region Annan", OrganisationKind.REGION);
        var farAway = examples.given(foreign.caseworker(), elsewhere, organisation, Kind.PLAN);
        for (var forged : List.of(theirs, farAway)) {
            var asked = new Asked(forged, new Recipient.Organisation(region), true, Set.of(Kind.PLAN));
            assertThatThrownBy(() -> consents.record(caseworker, id, examples.sheet(examples.spoken(), asked)))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(rows("consents")).isZero();
    }

    @Test
    void theAssociationsOfficeIsNoRecipientAndAnOrganisationThatWorksWithPersonsIs() {
        var office = world.organisation(place.association(), "Kansliet", OrganisationKind.OTHER);
        var officer = world.person(office, "Ingrid Kansli", Role.ASSOCIATION_OFFICER);
        world.person(office, "Stig Styrelse", Role.BOARD);
        var sheet = examples.sheet(examples.spoken(), yes(office, Kind.PLAN));
        assertThat(told(consents.record(caseworker, id, sheet))).containsExactly("to-1 ledger.to.office");
        ownerSql.sql("update staff set active = false where id = ?")
                .param(officer.id().value())
                .update();
        assertThat(told(consents.record(caseworker, id, sheet)))
                .as("closing an account makes no party of it")
                .containsExactly("to-1 ledger.to.office");
        world.person(office, "Tom Team", Role.TEAM_MEMBER);
        consents.record(caseworker, id, sheet).orThrow();
        assertThat(openTo(office)).containsExactly(Kind.PLAN);
    }

    @Test
    void twoWhoRecordAtTheSameTimeLeaveOneThatHolds() throws Exception {
        var second = new CaseExamples(beans)
                .whileUncommitted(
                        () -> examples.given(caseworker, id, region, Kind.PLAN),
                        () -> examples.given(place.lead(), id, region, Kind.NOTES));
        second.get();
        assertThat(consents.see(caseworker, id).holds()).hasSize(1);
        assertThat(openTo(region)).containsExactly(Kind.NOTES);
    }

    @Test
    void withdrawingEndsItAtOnceAndForGood() {
        var consent = examples.given(caseworker, id, region, Kind.PLAN, Kind.NOTES);
        examples.withdraw(place.lead(), id, consent, 1);
        assertThat(openTo(region)).isEmpty();
        assertThat(turns()).containsExactly(Turn.GIVEN, Turn.WITHDRAWN);
        assertThat(consents.renew(caseworker, id, consent, 2, today.plusYears(1), examples.spoken()))
                .isInstanceOf(Result.Stale.class);
        assertThat(consents.withdraw(caseworker, id, consent, 1, examples.spoken()))
                .isInstanceOf(Result.Stale.class);
        assertThat(journaled("WITHDRAW_CONSENT")).isOne();
    }

    @Test
    void narrowingTakesAwayAndNeverAdds() {
        var consent = examples.given(caseworker, id, region, Kind.PLAN, Kind.NOTES);
        for (var wrong : List.of(
                EnumSet.noneOf(Kind.class), EnumSet.of(Kind.PLAN, Kind.NOTES), EnumSet.of(Kind.PLAN, Kind.ECONOMY))) {
            assertThat(told(consents.narrow(caseworker, id, consent, 1, wrong, examples.spoken())))
                    .hasSize(1)
                    .allMatch(reason -> reason.startsWith("kinds ledger.narrow."));
        }
        consents.narrow(caseworker, id, consent, 1, Set.of(Kind.PLAN), examples.spoken())
                .orThrow();
        assertThat(openTo(region)).containsExactly(Kind.PLAN);
        assertThat(turns()).containsExactly(Turn.GIVEN, Turn.NARROWED);
    }

    @Test
    void renewingNeedsALaterDayAndTheTextOfToday() {
        var consent = examples.until(caseworker, id, region, today.plusDays(5), Kind.PLAN);
        var withoutText =
                new Given(How.SPOKEN, today, "Sagt", Optional.empty(), Optional.empty(), Optional.empty(), false);
        assertThat(told(consents.renew(caseworker, id, consent, 1, today.plusDays(5), withoutText)))
                .containsExactlyInAnyOrder(
                        "textVersion ledger.text-version.expired",
                        "language ledger.language.required",
                        "validUntil ledger.renew.not-later");
        consents.renew(caseworker, id, consent, 1, today.plusYears(1), examples.spoken())
                .orThrow();
        assertThat(turns()).containsExactly(Turn.GIVEN, Turn.RENEWED);
        assertThat(consents.see(caseworker, id).holds().getFirst().answer().validUntil())
                .contains(today.plusYears(1));
    }

    @Test
    void aChangeOfMindIsNotSaidBeforeWhatItChanges() {
        var consent = examples.given(caseworker, id, region, Kind.PLAN);
        assertThat(told(consents.withdraw(caseworker, id, consent, 1, examples.spoken(today.minusDays(1)))))
                .containsExactly("saidOn ledger.said-on.before");
        assertThat(openTo(region)).containsExactly(Kind.PLAN);
    }

    @Test
    void aYesRunsOutAfterItsLastDayAndCanStillBeRenewed() throws Exception {
        var consent = examples.until(caseworker, id, region, today.plusDays(5), Kind.PLAN);
        assertThat(clock.on(
                        today.plusDays(5), () -> consents.see(caseworker, id).holds()))
                .hasSize(1);
        clock.on(today.plusDays(6), () -> {
            assertThat(consents.see(caseworker, id).holds()).isEmpty();
            assertThat(consents.see(caseworker, id).ranOut()).hasSize(1);
            return consents.renew(caseworker, id, consent, 1, today.plusDays(60), examples.spoken(today.plusDays(6)))
                    .orThrow();
        });
        assertThat(turns()).containsExactly(Turn.GIVEN, Turn.RENEWED);
    }

    @Test
    void whoeverComesSecondIsToldAndNothingIsLost() throws Exception {
        var consent = examples.given(caseworker, id, region, Kind.PLAN, Kind.NOTES);
        var second = new CaseExamples(beans)
                .whileUncommitted(
                        () -> examples.withdraw(caseworker, id, consent, 1),
                        () -> consents.renew(
                                place.lead(),
                                id,
                                consent,
                                1,
                                today.plusYears(1),
                                examples.onPaper(ConsentExamples.pdf())));
        assertThat(second.get()).isInstanceOf(Result.Stale.class);
        assertThat(turns()).containsExactly(Turn.GIVEN, Turn.WITHDRAWN);
        assertThat(rows("consent_papers")).as("nothing is half saved").isZero();
    }

    @Test
    void othersAreToldNothing() {
        var consent = examples.given(caseworker, id, region, Kind.PLAN);
        var stranger = world.place().caseworker();
        var colleague = world.person(region, "Rut Region", Role.TEAM_MEMBER);
        for (var other : List.of(place.otherCaseworker(), stranger, colleague, place.officer())) {
            assertThatThrownBy(() -> consents.see(other, id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> consents.record(other, id, examples.sheet(examples.spoken())))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> consents.withdraw(other, id, consent, 1, examples.spoken()))
                    .isInstanceOf(NotFoundException.class);
        }
        var otherCase = new CaseExamples(beans).started(place);
        assertThatThrownBy(() -> consents.withdraw(caseworker, otherCase, consent, 1, examples.spoken()))
                .as("through another case of one's own")
                .isInstanceOf(NotFoundException.class);
        assertThat(turns()).containsExactly(Turn.GIVEN);
    }

    @Test
    void aPaperIsReadThroughItsOwnCaseAlone() {
        var paper = examples.paper(caseworker, id, region);
        assertThat(consents.paper(caseworker, id, paper).mediaType()).isEqualTo("application/pdf");
        assertThat(journaled("SEE_CONSENT_PAPER")).isOne();
        var otherCase = new CaseExamples(beans).started(place);
        assertThatThrownBy(() -> consents.paper(caseworker, otherCase, paper)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> consents.paper(place.otherCaseworker(), id, paper))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whenTheCaseHasEndedNothingNewIsAskedButAYesCanBeTakenBack() {
        var consent = examples.given(caseworker, id, region, Kind.PLAN);
        new CaseExamples(beans).end(place, id);
        assertThat(consents.record(caseworker, id, examples.sheet(examples.spoken(), yes(fk, Kind.PLAN))))
                .isInstanceOf(Result.Stale.class);
        examples.withdraw(caseworker, id, consent, 1);
        assertThat(turns()).containsExactly(Turn.GIVEN, Turn.WITHDRAWN);
    }

    @Test
    void theParticipantSeesAndTakesBackAloneButNotOnADeviceThatWasHandedOver() {
        var consent = examples.given(caseworker, id, region, Kind.PLAN);
        var round = new CaseExamples(beans).baseline(place, id);
        var handedOver = new Actor.Respondent(round, true);
        assertThatThrownBy(() -> own.own(handedOver)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.withdrawOwn(handedOver, consent, 1)).isInstanceOf(NotFoundException.class);

        var participant = new Actor.Respondent(round, false);
        assertThat(own.own(participant).holds()).hasSize(1);
        own.withdrawOwn(participant, consent, 1).orThrow();
        assertThat(own.own(participant).holds()).isEmpty();
        assertThat(own.withdrawOwn(participant, consent, 1)).isInstanceOf(Result.Stale.class);
        var last = consents.see(caseworker, id).history().getLast();
        assertThat(last.answer().way().how()).isEqualTo(How.OWN_PAGE);
        assertThat(last.answer().recordedBy()).isEmpty();
        assertThat(openTo(region)).isEmpty();
    }

    @Test
    void aParticipantNeverReachesAnothersConsent() {
        var consent = examples.given(caseworker, id, region, Kind.PLAN);
        var cases = new CaseExamples(beans);
        var other = new Actor.Respondent(cases.baseline(place, cases.started(place)), false);
        assertThat(own.own(other).history()).isEmpty();
        assertThatThrownBy(() -> own.withdrawOwn(other, consent, 1)).isInstanceOf(NotFoundException.class);
        assertThat(openTo(region)).containsExactly(Kind.PLAN);
    }

    @Test
    void whatCouldBeSeenOnADayIsToldByWhenItWasRecorded() throws Exception {
        var day = today.plusDays(10);
        var consent = clock.on(today.plusDays(9), () -> examples.given(caseworker, id, region, Kind.PLAN, Kind.NOTES));
        clock.on(
                day,
                () -> consents.narrow(caseworker, id, consent, 1, Set.of(Kind.PLAN), examples.spoken(today.plusDays(9)))
                        .orThrow());
        var seen = clock.on(
                day.plusDays(5),
                () -> Stream.of(today.plusDays(8), today.plusDays(9), day, day.plusDays(1))
                        .map(asked -> consents.seen(caseworker, id, region, asked, Optional.empty())
                                .orThrow())
                        .toList());
        assertThat(seen.get(0).open()).isEmpty();
        assertThat(seen.get(1).open().keySet()).containsExactly(Kind.PLAN, Kind.NOTES);
        assertThat(seen.get(1).open().get(Kind.PLAN))
                .as("from noon that day")
                .singleElement()
                .matches(span -> !span.wholeDay());
        assertThat(seen.get(2).open().get(Kind.PLAN)).singleElement().matches(Seen.Span::wholeDay);
        assertThat(seen.get(2).open().get(Kind.NOTES)).singleElement().matches(span -> !span.wholeDay());
        assertThat(seen.get(3).open().keySet()).containsExactly(Kind.PLAN);
        var atTen = clock.on(
                day.plusDays(5),
                () -> consents.seen(caseworker, id, region, day, Optional.of(LocalTime.of(10, 0)))
                        .orThrow());
        assertThat(atTen.open().keySet()).containsExactly(Kind.PLAN, Kind.NOTES);
    }

    @Test
    void whatWasOpenForHalfAMinuteWasOpenInThatMinuteAndOnThatDay() throws Exception {
        var day = today.plusDays(10);
        var consent = clock.on(day, () -> examples.given(caseworker, id, region, Kind.PLAN));
        clock.on(
                day,
                () -> clock.later(
                        Duration.ofSeconds(28),
                        () -> consents.withdraw(caseworker, id, consent, 1, examples.spoken(day))
                                .orThrow()));
        var asked = clock.on(
                day.plusDays(1),
                () -> Stream.of(Optional.of(LocalTime.NOON), Optional.<LocalTime>empty())
                        .map(time ->
                                consents.seen(caseworker, id, region, day, time).orThrow())
                        .toList());
        assertThat(asked)
                .allSatisfy(seen -> assertThat(seen.open().get(Kind.PLAN))
                        .singleElement()
                        .matches(span -> span.until().isPresent()));
        assertThat(asked.getFirst().open()).isEqualTo(asked.getLast().open());
        assertThat(asked.getFirst().because()).hasSize(2);
    }

    @Test
    void aDayToComeAndOnesOwnOrganisationAreRefused() {
        assertThat(told(consents.seen(caseworker, id, region, today.plusDays(1), Optional.empty())))
                .containsExactly("day ledger.day.future");
        assertThat(told(consents.seen(caseworker, id, place.kommun(), today, Optional.empty())))
                .containsExactly("organisation ledger.day.organisation.own");
    }

    @Test
    void notEvenTheOwnerOfTheTablesWidensAYesOrGivesAPaperToAnotherPerson() {
        var consent = examples.given(caseworker, id, region, Kind.PLAN);
        assertThatThrownBy(() -> add(consent, 2, "array['PLAN', 'NOTES']", "null"))
                .hasStackTraceContaining("a yes to more is another question");
        assertThatThrownBy(() -> add(consent, 3, "array['PLAN']", "null"))
                .hasStackTraceContaining("an answer follows on a yes");
        var other = examples.paper(caseworker, new CaseExamples(beans).started(place), region);
        assertThatThrownBy(() -> add(consent, 2, "array['PLAN']", "'" + other + "'"))
                .hasStackTraceContaining("a paper belongs to the person");
        assertThat(consents.see(caseworker, id).history().getLast().answer().answered())
                .isEqualTo(Answered.YES);
    }

    private void add(ConsentId consent, int number, String kinds, String paper) {
        ownerSql.sql("""
            insert into consent_answers (consent_id, number, answer, kinds, valid_until, said_on, how, spoken_reason, paper_id,
              recorded_by, recorded_at)
            select consent_id, %d, answer, %s, valid_until, said_on, 'SPOKEN', 'sagt', %s, recorded_by, recorded_at
            from consent_answers where consent_id = ? and number = 1\
            """.formatted(number, kinds, paper)).param(consent.value()).update();
    }

    @Test
    void whoeverReadsWhileSomebodyWithdrawsIsNotKeptWaiting() throws ExecutionException, InterruptedException {
        var consent = examples.given(caseworker, id, region, Kind.PLAN);
        var seen = new CaseExamples(beans)
                .whileUncommitted(
                        () -> examples.withdraw(caseworker, id, consent, 1), () -> consents.see(place.lead(), id));
        assertThat(seen.get().holds()).hasSize(1);
        assertThat(openTo(region)).isEmpty();
    }
}
