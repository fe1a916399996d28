package se.framsteg.pathway.steps;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.CaseStep;
import se.framsteg.cases.Cases;
import se.framsteg.cases.EndReason;
import se.framsteg.cases.Livelihood;
import se.framsteg.cases.Outcome;
import se.framsteg.cases.Result;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.MethodExamples;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** Where a case is on its pathways. */
@FramstegTest
class StepsTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Steps steps;

    @Autowired
    Cases cases;

    @Autowired
    Restrictions restrictions;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private MethodExamples methods;
    private World.Place place;
    private CaseId id;

    @BeforeEach
    void aStartedCase() {
        place = world.place();
        methods = new MethodExamples(beans);
        id = new CaseExamples(beans).started(place, today.minusDays(100), Optional.of(CaseExamples.NUMBER));
    }

    private Followed see(FollowedId followed) {
        return steps.see(place.caseworker(), id, followed);
    }

    private StayId enter(FollowedId followed, String stage, LocalDate on) {
        return steps.enter(place.caseworker(), id, followed, StayId.create(), stage, on)
                .orThrow();
    }

    private void end() {
        var ending = new CaseStep.Ending(EndReason.OWN_WISH, Outcome.OTHER);
        cases.change(
                        place.caseworker(),
                        id,
                        cases.see(place.caseworker(), id).version(),
                        CaseStep.end(today, ending, Livelihood.UNKNOWN))
                .orThrow();
    }

    private Visitor staff() {
        return new Visitor(port).signIn(world.email(place.caseworker()));
    }

    @Test
    void stagesAreEnteredInAnyOrderAgainAndSeveralAtOnceAndTheCaseShowsWhereItIsAndSinceWhen() {
        var followed = methods.boston(place, id, today.minusDays(90));
        var planning = enter(followed, "planning", today.minusDays(80));
        enter(followed, "problem-solving", today.minusDays(70));
        steps.leave(place.caseworker(), id, followed, planning, 0, today.minusDays(60), Optional.of(false))
                .orThrow();
        enter(followed, "diagnosis", today.minusDays(59));
        enter(followed, "planning", today.minusDays(2));
        assertThat(see(followed).here())
                .extracting(here -> here.stage().key(), Followed.Here::since)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("diagnosis", today.minusDays(59)),
                        org.assertj.core.groups.Tuple.tuple("planning", today.minusDays(2)),
                        org.assertj.core.groups.Tuple.tuple("problem-solving", today.minusDays(70)));
        assertThat(see(followed).in("planning"))
                .extracting(Stay::reached)
                .containsExactly(Optional.of(false), Optional.empty());
        assertThat(staff().get("/cases/" + id).body()).contains("Problemlösning", "Metod");
    }

    @Test
    void severalPathwaysGoSideBySideButEachOnlyOnceAtATime() {
        var boston = methods.boston(place, id);
        for (var key : List.of("framsteg-ips", "framsteg-mi")) {
            steps.begin(place.caseworker(), id, FollowedId.create(), methods.pathway(place, key), today)
                    .orThrow();
        }
        assertThat(steps.see(place.caseworker(), id).followed()).hasSize(3);
        var again = steps.begin(
                place.caseworker(), id, FollowedId.create(), methods.pathway(place, MethodExamples.BOSTON), today);
        assertThat(again).isInstanceOf(Result.Refused.class);
        steps.end(place.caseworker(), id, boston, 0, today).orThrow();
        methods.boston(place, id);
        assertThat(steps.see(place.caseworker(), id).followed()).hasSize(4);
    }

    @Test
    void aDayBeforeTheBeginningOrAheadIsRefusedWhereItIsWrittenAndWhatWasTypedIsKept() {
        var followed = methods.boston(place, id);
        var page = "/cases/" + id + "/pathways/" + followed + "/stages/diagnosis";
        var staff = staff();
        var stay = StayId.create().toString();
        var early = today.minusDays(1).toString();
        assertThat(staff.post(page, Map.of("id", stay, "on", early)).body()).contains("eller en senare dag", early);
        assertThat(staff.post(page, Map.of("id", stay, "on", today.plusDays(1).toString()))
                        .body())
                .contains("Dagen har inte kommit än");
        assertThat(staff.post(page, Map.of("id", stay, "on", "i går")).body()).contains("i går");
        assertThat(see(followed).stays()).isEmpty();
        enter(followed, "diagnosis", today);
        var end = staff.post("/cases/" + id + "/pathways/" + followed + "/end", Map.of("version", "0", "on", early));
        assertThat(end.body()).contains("eller en senare dag");
    }

    @Test
    void aModelIsChosenWithItsMeaningAndTheLastChoiceHolds() {
        var followed = steps.begin(
                        place.caseworker(),
                        id,
                        FollowedId.create(),
                        methods.pathway(place, "framsteg-case-management"),
                        today)
                .orThrow();
        var list = see(followed).toChoose().getFirst();
        var path = "/cases/" + id + "/pathways/" + followed + "/choices/" + list.key();
        var meaning = requireNonNull(list.points().getLast().about()).in("sv");
        assertThat(staff().get(path).body()).contains(meaning);
        for (var point : List.of(list.points().getFirst(), list.points().getLast())) {
            var number = see(followed).chosen(list).isPresent() ? 1 : 0;
            steps.choose(place.caseworker(), id, followed, list.key(), number, point.key())
                    .orThrow();
        }
        assertThat(steps.choose(
                        place.lead(),
                        id,
                        followed,
                        list.key(),
                        1,
                        list.points().get(1).key()))
                .as("somebody has chosen since")
                .isInstanceOf(Result.Stale.class);
        assertThat(see(followed).chosen(list)).contains(list.points().getLast());
        assertThat(staff().post(path, Map.of()).body()).contains("Välj något av det");
        assertThatThrownBy(() -> steps.choose(place.caseworker(), id, followed, list.key(), 2, "no-such"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theSameFormTwiceAndTwoColleaguesAtOnceMakeOneStay() throws Exception {
        var followed = methods.boston(place, id);
        var stay = StayId.create();
        for (int times = 0; times < 2; times++) {
            steps.enter(place.caseworker(), id, followed, stay, "diagnosis", today)
                    .orThrow();
        }
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Result<StayId>> enter =
                    () -> steps.enter(place.lead(), id, followed, StayId.create(), "planning", today);
            var came = threads.invokeAll(List.of(enter, enter));
            assertThat(came)
                    .filteredOn(one -> one.resultNow() instanceof Result.Done<?>)
                    .hasSize(1);
            assertThat(came)
                    .filteredOn(one -> one.resultNow() instanceof Result.Stale<?>)
                    .hasSize(1);
        }
        assertThat(see(followed).stays()).hasSize(2);
        assertThat(steps.leave(place.caseworker(), id, followed, stay, 7, today, Optional.empty()))
                .isInstanceOf(Result.Stale.class);
    }

    @Test
    void aMistakeIsTakenBackAndCanBeMadeAgain() {
        var followed = methods.boston(place, id);
        var stay = enter(followed, "diagnosis", today);
        steps.withdraw(place.caseworker(), id, followed, stay, 0).orThrow();
        assertThat(see(followed).stays()).isEmpty();
        enter(followed, "diagnosis", today);
        steps.withdraw(place.caseworker(), id, followed, 0).orThrow();
        assertThat(steps.see(place.caseworker(), id).followed()).isEmpty();
        assertThatThrownBy(() -> see(followed)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void theEndOfTheCaseEndsThemAllAndNothingMovesAfterItOrWhileItIsRestricted() {
        var followed = methods.boston(place, id, today.minusDays(9));
        enter(followed, "diagnosis", today.minusDays(8));
        restrictions.restrict(place.caseworker(), id, "Bestrids", today).orThrow();
        assertThat(steps.enter(place.caseworker(), id, followed, StayId.create(), "planning", today))
                .isInstanceOf(Result.Stale.class);
        assertThat(staff().post(
                                "/cases/" + id + "/pathways/" + followed + "/stages/planning",
                                Map.of("id", StayId.create().toString(), "on", today.toString()))
                        .body())
                .contains("Personen har bett att inget görs");
        restrictions.lift(place.caseworker(), id, "Utrett").orThrow();
        end();
        assertThat(see(followed).to()).contains(today);
        assertThat(see(followed).stays().getFirst().to()).contains(today);
        assertThat(steps.begin(
                        place.caseworker(), id, FollowedId.create(), methods.pathway(place, "framsteg-ips"), today))
                .isInstanceOf(Result.Stale.class);
    }

    @Test
    void whoeverDoesNotHaveTheCaseFindsNothing() {
        var followed = methods.boston(place, id);
        for (var other : List.of(place.otherCaseworker(), place.officer(), place.administrator())) {
            assertThatThrownBy(() -> steps.see(other, id, followed)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> steps.enter(other, id, followed, StayId.create(), "diagnosis", today))
                    .isInstanceOf(NotFoundException.class);
        }
        var elsewhere = new CaseExamples(beans).started(place);
        assertThatThrownBy(() -> steps.see(place.caseworker(), elsewhere, followed))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theWayIsWalkedWithTheKeyboardWithoutScriptOnASmallPhoneAndIsAccessible() {
        try (var window = Chromium.open(port, Window.SMALL_PHONE.withoutScript())) {
            var page = Chromium.signIn(window, world.email(place.caseworker()));
            page.navigate("/cases/" + id + "/pathways");
            page.locator("#pathway")
                    .selectOption(methods.pathway(place, MethodExamples.BOSTON).toString());
            page.locator("#on").press("Enter");
            page.locator("a[href$='stages/diagnosis']").first().click();
            page.locator("#on").press("Enter");
            assertThat(page.locator(".task-now").innerText()).contains("Nu");
        }
        try (var window = Chromium.open(port, Window.SMALL_PHONE)) {
            var page = Chromium.signIn(window, world.email(place.caseworker()));
            var followed = methods.boston(place, id);
            var own = "/cases/" + id + "/pathways/" + followed;
            for (var path : List.of(
                    "/cases/" + id + "/pathways",
                    "/cases/" + id + "/pathways/talk",
                    own,
                    own + "/stages/diagnosis",
                    own + "/choices/life-areas",
                    own + "/end",
                    own + "/worksheets/my-readiness")) {
                page.navigate(path);
                page.locator("details").all().forEach(details -> details.evaluate("it => it.open = true"));
                Chromium.picture(
                        page, "steps" + path.replaceAll("[0-9a-f-]{36}", "x").replace('/', '-'));
                Chromium.assertAccessible(page, path);
            }
        }
    }
}
