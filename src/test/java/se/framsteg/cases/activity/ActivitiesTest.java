package se.framsteg.cases.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseStep;
import se.framsteg.cases.CaseStories;
import se.framsteg.cases.Cases;
import se.framsteg.cases.EndReason;
import se.framsteg.cases.Livelihood;
import se.framsteg.cases.Outcome;
import se.framsteg.cases.Result;
import se.framsteg.cases.activity.Activity.Details;
import se.framsteg.cases.activity.Activity.Kind;
import se.framsteg.cases.story.Happening;
import se.framsteg.cases.story.Lane;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

@FramstegTest
class ActivitiesTest {
    @Autowired
    World world;

    @Autowired
    Activities activities;

    @Autowired
    Cases cases;

    @Autowired
    CaseStories stories;

    @Autowired
    OwnerSql jdbc;

    private World.Place place;
    private CaseId id;
    private final LocalDate today = LocalDate.now(Time.SWEDEN);

    @BeforeEach
    void aStartedCase() {
        place = world.place();
        id = world.aCase(place).started();
    }

    private static Details details(LocalDate from, Optional<LocalDate> to, Optional<Activity.EndReason> reason) {
        return new Details(Kind.HEALTH, "Samtalsstöd", "Vårdcentralen", from, to, Optional.empty(), reason);
    }

    private ActivityId register(LocalDate from) {
        return activities
                .register(
                        place.caseworker(), id, ActivityId.create(), details(from, Optional.empty(), Optional.empty()))
                .orThrow();
    }

    private List<String> refused(LocalDate from, Optional<LocalDate> to, Optional<Activity.EndReason> reason) {
        var result = activities.register(place.caseworker(), id, ActivityId.create(), details(from, to, reason));
        return ((Result.Refused<?>) result)
                .reasons().stream().map(Result.Refusal::key).toList();
    }

    private Happening told(Actor.Staff actor) {
        return stories.see(actor, id).story().efforts().getFirst();
    }

    private void end(LocalDate on) {
        var ending = new CaseStep.Ending(EndReason.OWN_WISH, Outcome.OTHER);
        var version = cases.see(place.caseworker(), id).version();
        cases.change(place.caseworker(), id, version, CaseStep.end(on, ending, Livelihood.UNKNOWN))
                .orThrow();
    }

    @Test
    void whatIsRegisteredIsToldToBothAndJournaled() {
        var activity = register(today);
        assertThat(told(place.lead()).lane()).isEqualTo(Lane.HEALTH);
        assertThat(activities.see(place.lead(), id, activity).details().provider())
                .isEqualTo("Vårdcentralen");
        assertThat(changesInTheJournal()).isEqualTo(1);
    }

    @Test
    void aChangeThatIsNotMadeIsJournaledAsALook() {
        var activity = register(today);
        activities.withdraw(place.caseworker(), id, activity, 0, " ");
        activities.withdraw(place.caseworker(), id, activity, 7, "Fel");
        assertThat(changesInTheJournal()).isEqualTo(1);
        activities.withdraw(place.caseworker(), id, activity, 0, "Fel").orThrow();
        assertThat(changesInTheJournal()).isEqualTo(2);
    }

    private int changesInTheJournal() {
        return jdbc.sql("select count(*) from journal where action = 'CHANGE_ACTIVITY' and case_id = :case"
                        + " and actor_id = :staff and participant_id is not null")
                .param("case", id.value())
                .param("staff", place.caseworker().id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void thoseWhoDoNotReachTheCaseAreToldNothing() {
        var activity = register(today);
        for (var stranger :
                List.of(place.otherCaseworker(), place.officer(), world.place().lead())) {
            assertThatThrownBy(() -> activities.see(stranger, id, activity)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> activities.register(
                            stranger, id, ActivityId.create(), details(today, Optional.empty(), Optional.empty())))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> activities.withdraw(stranger, id, activity, 0, "Fel"))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void anActivityOfAnotherCaseIsNotFoundByWayOfThisOne() {
        var activity = register(today);
        var other = world.aCase(place).started();
        assertThatThrownBy(() -> activities.see(place.lead(), other, activity)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> activities.withdraw(place.lead(), other, activity, 0, "Fel"))
                .isInstanceOf(NotFoundException.class);
        assertThat(activities.register(
                        place.lead(), other, activity, details(today, Optional.empty(), Optional.empty())))
                .isInstanceOf(Result.Stale.class);
    }

    @Test
    void daysAndReasonsThatDoNotFitAreRefused() {
        assertThat(refused(today.plusDays(367), Optional.empty(), Optional.empty()))
                .containsExactly("activity.from.too-late");
        assertThat(refused(today, Optional.of(today.minusDays(1)), Optional.empty()))
                .containsExactly("activity.to.too-early", "activity.end-reason.required");
        assertThat(refused(today, Optional.of(today.plusYears(5).plusDays(1)), Optional.empty()))
                .containsExactly("story.to.too-late");
        assertThat(refused(today, Optional.empty(), Optional.of(Activity.EndReason.OTHER)))
                .containsExactly("activity.to.required");
    }

    @Test
    void aPlannedLastDayNeedsNoReasonYet() {
        var planned = details(today, Optional.of(today.plusDays(30)), Optional.empty());
        activities
                .register(place.caseworker(), id, ActivityId.create(), planned)
                .orThrow();
        assertThat(told(place.caseworker()).to()).contains(today.plusDays(30));
    }

    @Test
    void whoSavesFromAnOldPageIsToldInsteadOfOverwriting() {
        var activity = register(today);
        var ended = details(today, Optional.of(today), Optional.of(Activity.EndReason.GOAL_REACHED));
        activities.change(place.lead(), id, activity, 0, ended).orThrow();
        assertThat(activities.change(
                        place.caseworker(), id, activity, 0, details(today, Optional.empty(), Optional.empty())))
                .isInstanceOf(Result.Stale.class);
        assertThat(activities.withdraw(place.caseworker(), id, activity, 0, "Fel"))
                .isInstanceOf(Result.Stale.class);
        assertThat(activities.see(place.lead(), id, activity).details()).isEqualTo(ended);
    }

    @Test
    void aMistakeIsWithdrawnWithItsReasonAndStaysReadable() {
        var activity = register(today);
        assertThat(activities.withdraw(place.caseworker(), id, activity, 0, " "))
                .isInstanceOf(Result.Refused.class);
        activities
                .withdraw(place.caseworker(), id, activity, 0, "Gällde någon annan")
                .orThrow();
        var story = stories.see(place.lead(), id).story();
        assertThat(story.efforts()).isEmpty();
        assertThat(story.newestFirst()).filteredOn(Happening::withdrawn).hasSize(1);
        assertThat(activities.see(place.lead(), id, activity).withdrawn()).contains("Gällde någon annan");
        assertThat(activities.change(
                        place.caseworker(), id, activity, 1, details(today, Optional.empty(), Optional.empty())))
                .isInstanceOf(Result.Stale.class);
    }

    @Test
    void theEndOfTheCaseEndsWhatGoesOnAndTakesBackWhatHadNotBegun() {
        var goesOn = register(today.minusDays(9));
        var coming = register(today.plusDays(9));
        end(today);
        var ended = activities.see(place.lead(), id, goesOn).details();
        assertThat(ended.to()).contains(today);
        assertThat(ended.endReason()).contains(Activity.EndReason.CASE_ENDED);
        assertThat(activities.see(place.lead(), id, coming).withdrawn()).contains("");
        assertThat(activities.changeable(place.lead(), id)).isFalse();
        assertThat(activities.withdraw(place.lead(), id, goesOn, 1, "Fel")).isInstanceOf(Result.Stale.class);
    }

    @Test
    void aFormSentTwiceMakesOneActivity() {
        var activity = ActivityId.create();
        var details = details(today, Optional.empty(), Optional.empty());
        activities.register(place.caseworker(), id, activity, details).orThrow();
        activities.register(place.caseworker(), id, activity, details).orThrow();
        assertThat(stories.see(place.lead(), id).story().efforts()).hasSize(1);
    }

    @Test
    void aFormSentAgainWithSomethingElseIsNotTakenForSaved() {
        var activity = register(today);
        var hours = Optional.of(new BigDecimal("20"));
        var other = new Details(Kind.WORK, "Praktik", "", today, Optional.empty(), hours, Optional.empty());
        assertThat(activities.register(place.caseworker(), id, activity, other)).isInstanceOf(Result.Stale.class);
        assertThat(activities.see(place.lead(), id, activity).details().title()).isEqualTo("Samtalsstöd");

        var another = ActivityId.create();
        activities.register(place.caseworker(), id, another, other).orThrow();
        activities.register(place.caseworker(), id, another, other).orThrow();
    }
}
