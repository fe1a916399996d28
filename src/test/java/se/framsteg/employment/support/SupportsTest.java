package se.framsteg.employment.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.cases.Result;
import se.framsteg.contact.Contact;
import se.framsteg.contact.ContactId;
import se.framsteg.contact.Contacts;
import se.framsteg.employment.Employment.EndReason;
import se.framsteg.employment.EmploymentId;
import se.framsteg.employment.counsel.Disclosure.Decision;
import se.framsteg.employment.support.SupportPlan.Agreed;
import se.framsteg.employment.support.Window.State;
import se.framsteg.employment.support.Window.What;
import se.framsteg.home.ToDo;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.StoryExamples;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** Each window of the rhythm from both sides of its first and its last day; and what is agreed on about support. */
@FramstegTest
class SupportsTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Supports supports;

    @Autowired
    SupportToDos toDos;

    @Autowired
    Contacts contacts;

    @Autowired
    OwnerSql owner;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private CaseId id;

    @BeforeEach
    void aCaseOfTwoYears() {
        place = world.place();
        id = world.aCase(place).started();
        owner.sql("update cases set accepted_on = :day, started_on = :day where id = :id")
                .param("day", today.minusDays(700))
                .param("id", id.value())
                .update();
    }

    private EmploymentId job(LocalDate from) {
        return new StoryExamples(beans).job(place.caseworker(), id, "Provbolaget", from);
    }

    private void ended(EmploymentId job, LocalDate to, EndReason reason) {
        owner.sql("update employments set to_on = :to, end_reason = :reason where id = :id")
                .param("to", to)
                .param("reason", reason.name())
                .param("id", job.value())
                .update();
    }

    private static Contact.Details talk(LocalDate day, Contact.Place where, boolean missed) {
        return new Contact.Details(
                day, Contact.Kind.WITH_PERSON, Optional.of(where), 20, Contact.Phase.FOLLOW_ALONG, missed, Set.of());
    }

    private Result<ContactId> met(LocalDate day) {
        return contacts.log(
                place.caseworker(),
                ContactId.create(),
                Set.of(id),
                Optional.empty(),
                talk(day, Contact.Place.PHONE, false));
    }

    private List<Window> windows(EmploymentId job) {
        return supports.see(place.caseworker(), id, job).windows();
    }

    private State state(EmploymentId job, What what, int number) {
        return windows(job).stream()
                .filter(window -> window.what() == what && window.number() == number)
                .findFirst()
                .orElseThrow()
                .state(today);
    }

    private boolean has(EmploymentId job, What what, int number) {
        return windows(job).stream().anyMatch(window -> window.what() == what && window.number() == number);
    }

    @Test
    void theWeekBeforeTheFirstDayIsSevenDaysAndTheFirstDaysAreThatDayAndThreeMore() {
        var job = job(today.minusDays(60));
        var first = today.minusDays(60);
        assertThat(windows(job).subList(0, 3))
                .containsExactly(
                        new Window(What.BEFORE, 1, first.minusDays(7), first.minusDays(1), false),
                        new Window(What.START, 1, first, first.plusDays(3), false),
                        new Window(What.WEEK, 1, first, first.plusDays(6), false));
        met(first.minusDays(8)).orThrow();
        met(first.plusDays(7)).orThrow();
        assertThat(state(job, What.BEFORE, 1)).isEqualTo(State.NOT_KEPT);
        assertThat(state(job, What.START, 1)).isEqualTo(State.NOT_KEPT);
        assertThat(state(job, What.WEEK, 1)).isEqualTo(State.NOT_KEPT);
        assertThat(state(job, What.WEEK, 2)).isEqualTo(State.KEPT);
        met(first.minusDays(7)).orThrow();
        met(first.plusDays(4)).orThrow();
        assertThat(state(job, What.BEFORE, 1)).isEqualTo(State.KEPT);
        assertThat(state(job, What.START, 1)).isEqualTo(State.NOT_KEPT);
        assertThat(state(job, What.WEEK, 1)).isEqualTo(State.KEPT);
        met(first.plusDays(3)).orThrow();
        assertThat(state(job, What.START, 1)).isEqualTo(State.KEPT);
        assertThat(has(job, What.WEEK, 4)).isTrue();
        assertThat(has(job, What.WEEK, 5)).isFalse();
    }

    @Test
    void monthsFollowTheFourthWeekWithoutAGapAndWithoutAnEnd() {
        var first = today.minusDays(500);
        var job = job(first);
        var months = windows(job).stream()
                .filter(window -> window.what() == What.MONTH)
                .toList();
        assertThat(months.getFirst().first()).isEqualTo(first.plusDays(28));
        assertThat(months.getFirst().last()).isEqualTo(first.plusMonths(2).minusDays(1));
        assertThat(months.get(1).first()).isEqualTo(first.plusMonths(2));
        assertThat(months).hasSizeBetween(15, 17);
        assertThat(months.getLast().number()).isEqualTo(months.size() + 1);
        assertThat(months.getLast().last()).isAfterOrEqualTo(today);
    }

    @Test
    void aTryAndAWithdrawnContactKeepNothingAndDaysFromTheLastMomentOnAreNoLongerDue() {
        var job = job(today.minusDays(3));
        contacts.log(
                        place.caseworker(),
                        ContactId.create(),
                        Set.of(id),
                        Optional.empty(),
                        talk(today, Contact.Place.HOME, true))
                .orThrow();
        var withdrawn = met(today).orThrow();
        contacts.withdraw(place.caseworker(), withdrawn, 0, Contact.Withdrawal.NOT_SO)
                .orThrow();
        assertThat(state(job, What.START, 1)).isEqualTo(State.DUE);
        assertThat(supports.round(place.caseworker()).now())
                .extracting(due -> due.window().what())
                .containsExactly(What.START);
        var later = job(today.minusDays(4));
        assertThat(state(later, What.START, 1)).isEqualTo(State.NOT_KEPT);
        assertThat(state(later, What.WEEK, 1)).isEqualTo(State.DUE);
    }

    @Test
    void aJobToComeIsToldAWeekBeforeItsWeekBegins() {
        var far = job(today.plusDays(15));
        assertThat(windows(far)).isEmpty();
        var near = job(today.plusDays(14));
        assertThat(state(near, What.BEFORE, 1)).isEqualTo(State.COMING);
        var due = job(today.plusDays(7));
        assertThat(state(due, What.BEFORE, 1)).isEqualTo(State.DUE);
        var round = supports.round(place.caseworker());
        assertThat(round.now()).extracting(Supports.Due::id).containsExactly(due);
        assertThat(round.soon()).extracting(Supports.Due::id).containsExactly(near);
    }

    @Test
    void ofAJobThatEndedOnlyWholeWeeksCountAndALostOneIsAskedAboutWithinThreeDays() {
        var job = job(today.minusDays(30));
        ended(job, today.minusDays(30 - 13), EndReason.HEALTH);
        assertThat(has(job, What.WEEK, 2)).isTrue();
        assertThat(has(job, What.WEEK, 3)).isFalse();
        assertThat(has(job, What.MONTH, 2)).isFalse();
        assertThat(state(job, What.LOST, 1)).isEqualTo(State.NOT_KEPT);
        ended(job, today.minusDays(30 - 12), EndReason.HEALTH);
        assertThat(has(job, What.WEEK, 2)).isFalse();
        ended(job, today.minusDays(3), EndReason.EMPLOYER);
        assertThat(state(job, What.LOST, 1)).isEqualTo(State.DUE);
        ended(job, today.minusDays(4), EndReason.EMPLOYER);
        assertThat(state(job, What.LOST, 1)).isEqualTo(State.NOT_KEPT);
        met(today.minusDays(1)).orThrow();
        assertThat(state(job, What.LOST, 1)).isEqualTo(State.KEPT);
        ended(job, today.minusDays(3), EndReason.NEW_JOB);
        assertThat(has(job, What.LOST, 1)).isFalse();
    }

    @Test
    void whoWantsLessIsNotPromptedFromThatDayOnUntilTheyWantItAgain() {
        var job = job(today.minusDays(40));
        var no = new Wish(today.minusDays(1), false, "Jag hör av mig");
        supports.wish(place.caseworker(), id, job, no).orThrow();
        supports.wish(place.caseworker(), id, job, no).orThrow();
        assertThat(supports.see(place.lead(), id, job).wishes()).containsExactly(no);
        assertThat(toDos.toDo(place.caseworker())).isEmpty();
        assertThat(has(job, What.WEEK, 4)).isTrue();
        assertThat(has(job, What.MONTH, 2)).isFalse();
        assertThat(supports.round(place.caseworker()).now()).isEmpty();
        assertThat(refusals(supports.wish(place.lead(), id, job, new Wish(today.minusDays(2), true, ""))))
                .containsExactly("support.wish.on.before-last");
        assertThat(refusals(supports.wish(place.lead(), id, job, new Wish(today.plusDays(1), true, ""))))
                .containsExactly("support.wish.on.ahead");
        supports.wish(place.lead(), id, job, new Wish(today, true, "")).orThrow();
        assertThat(supports.see(place.lead(), id, job).wanted()).isTrue();
    }

    @Test
    void aMonthStandsOnTheToDoListInItsLastSevenDaysAndAWeekFromItsFirst() {
        assertThat(month(today.plusDays(7).minusMonths(6).plusDays(1))).isEmpty();
        assertThat(month(today.plusDays(6).minusMonths(6).plusDays(1))).containsExactly("to-do.support.MONTH");
        owner.sql("update employments set from_on = :day where case_id = :id")
                .param("day", today.minusDays(7))
                .param("id", id.value())
                .update();
        assertThat(toDos.toDo(place.caseworker()))
                .extracting(ToDo::textKey, ToDo::due)
                .containsExactly(tuple("to-do.support.WEEK", Optional.of(today.plusDays(6))));
    }

    /** What there is to do about a job that began so that its sixth month ends some days ahead. */
    private List<String> month(LocalDate from) {
        owner.sql("delete from employments where case_id = ?").param(id.value()).update();
        job(from);
        return toDos.toDo(place.caseworker()).stream().map(ToDo::textKey).toList();
    }

    private static List<String> refusals(Result<?> result) {
        return ((Result.Refused<?>) result)
                .reasons().stream().map(Result.Refusal::key).toList();
    }

    private void caseEnded(LocalDate on) {
        owner.sql("update cases set ended_on = :on, state = 'ENDED', end_reason = 'OTHER', outcome = 'WORK'"
                        + " where id = :id")
                .param("on", on)
                .param("id", id.value())
                .update();
    }

    @Test
    void supportGoesOnAfterTheCaseHasEndedForAsLongAsTheJobAndThirtyDaysMore() {
        var job = job(today.minusDays(90));
        caseEnded(today.minusDays(60));
        met(today).orThrow();
        assertThat(has(job, What.MONTH, 3)).isTrue();
        ended(job, today.minusDays(30), EndReason.HEALTH);
        met(today).orThrow();
        ended(job, today.minusDays(31), EndReason.HEALTH);
        assertThat(refusals(met(today))).containsExactly("contact.day.after-case");
        met(today.minusDays(1)).orThrow();
    }

    @Test
    void neitherAJobThatBeganAfterTheEndNorDeclinedSupportOpensTheEndedCase() {
        var job = job(today.minusDays(60));
        caseEnded(today.minusDays(60));
        met(today).orThrow();
        caseEnded(today.minusDays(61));
        assertThat(refusals(met(today))).containsExactly("contact.day.after-case");
        assertThat(windows(job)).isEmpty();
        caseEnded(today.minusDays(60));
        supports.wish(place.caseworker(), id, job, new Wish(today, false, "")).orThrow();
        assertThat(refusals(met(today))).containsExactly("contact.day.after-case");
        met(today.minusDays(1)).orThrow();
    }

    @Test
    void whatIsAgreedOnIsKeptInVersionsAndNobodyOverwritesAnother() {
        var job = job(today);
        var first = new Agreed("Vi hörs på fredagar", "", "Coachen");
        supports.agree(place.caseworker(), id, job, 0, first).orThrow();
        supports.agree(place.caseworker(), id, job, 0, first).orThrow();
        var second = new Agreed("Vi hörs varannan fredag", "Handledaren ringer", "Coachen");
        assertThat(supports.agree(place.lead(), id, job, 0, second)).isInstanceOf(Result.Stale.class);
        supports.agree(place.lead(), id, job, 1, second).orThrow();
        assertThat(supports.see(place.caseworker(), id, job).plans())
                .extracting(SupportPlan::agreed)
                .containsExactly(second, first);
        assertThat(refusals(supports.agree(place.lead(), id, job, 2, new Agreed("", "", "Coachen"))))
                .containsExactly("support.agreed.required");
    }

    @Test
    void theEmployerMayBeToldWhatTheLatestDecisionAboutThatJobOrAllSays() {
        var job = job(today);
        var other = job(today);
        var story = new StoryExamples(beans);
        story.disclosed(place.caseworker(), id, Optional.empty(), Decision.NO, today.minusDays(3));
        story.disclosed(place.caseworker(), id, Optional.of(job), Decision.SOME, today.minusDays(2));
        assertThat(decision(job)).isEqualTo(Decision.SOME);
        assertThat(decision(other)).isEqualTo(Decision.NO);
        story.disclosed(place.caseworker(), id, Optional.empty(), Decision.LATER, today);
        assertThat(decision(job)).isEqualTo(Decision.LATER);
    }

    private Decision decision(EmploymentId job) {
        return supports.see(place.lead(), id, job)
                .disclosure()
                .orElseThrow()
                .details()
                .decision();
    }

    @Test
    void othersSeeNothingOfItAndFormsKeepWhatWasTyped() {
        var job = job(today);
        for (var stranger :
                List.of(place.otherCaseworker(), place.officer(), world.place().lead())) {
            assertThatThrownBy(() -> supports.see(stranger, id, job)).isInstanceOf(NotFoundException.class);
        }
        assertThat(supports.round(place.lead()).now())
                .as("the lead has no cases")
                .isEmpty();
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var path = "/cases/" + id;
        var wrong = visitor.post(
                path + "/disclosures/new",
                Map.of(
                        "id",
                        EmploymentId.create().toString(),
                        "on",
                        today.toString(),
                        "decision",
                        "NO",
                        "mayTell",
                        "Att jag hör dåligt"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Att jag hör dåligt", "bara i när svaret är ja");
        assertThat(visitor.post(
                                path + "/counselling/new",
                                Map.of("id", EmploymentId.create().toString()))
                        .body())
                .contains("Skriv vilken dag det var", "Välj vem som gav", "Välj minst en sak");
        assertThat(visitor.get(path + "/work").body()).contains("jobb på den öppna arbetsmarknaden", "Provbolaget");
        assertThat(visitor.get(path).body()).contains("Arbete och studier", "1 av 701 dagar");
    }
}
