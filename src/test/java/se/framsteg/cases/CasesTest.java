package se.framsteg.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.demo.TestIdentityNumbers;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

@FramstegTest
class CasesTest {
    @Autowired
    World world;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    OwnerSql jdbc;

    private World.Place place;
    private final LocalDate today = LocalDate.now(Time.SWEDEN);

    @BeforeEach
    void place() {
        place = world.place();
    }

    private Result<CaseState> change(Actor.Staff actor, CaseId id, CaseStep step) {
        return cases.change(actor, id, cases.see(actor, id).version(), step);
    }

    private static List<String> keys(Result<?> result) {
        return result instanceof Result.Refused<?>(var reasons)
                ? reasons.stream().map(Result.Refusal::key).toList()
                : List.of(result.toString());
    }

    private List<String> names(Actor.Staff actor, CaseFilter filter, String query) {
        return cases.list(actor, filter, query, 1).rows().stream()
                .map(row -> row.frame().name())
                .toList();
    }

    @Test
    void aCaseGoesFromStartToEndAndCanBeReopenedByTheLead() {
        var id = world.aCase(place).started();
        change(place.caseworker(), id, CaseStep.pause(today, "Behöver vila")).orThrow();
        change(place.caseworker(), id, CaseStep.resume(today, "Redo igen")).orThrow();
        var ending = new CaseStep.Ending(EndReason.GOAL_REACHED, Outcome.WORK);
        var after = new Livelihood(Optional.of(IncomeSource.LON), Optional.of(new BigDecimal("32.5")));
        change(place.caseworker(), id, CaseStep.end(today, ending, after)).orThrow();
        var ended = cases.see(place.caseworker(), id);
        assertThat(ended.ending()).contains(ending);
        assertThat(ended.after()).isEqualTo(after);
        assertThat(ended.permitted()).isEmpty();
        change(place.lead(), id, CaseStep.reopen(today, "Jobbet tog slut")).orThrow();
        var again = cases.see(place.caseworker(), id);
        assertThat(again.ending()).isEmpty();
        assertThat(again.facts().state()).isEqualTo(CaseState.ACTIVE);
        assertThat(again.history())
                .extracting(CaseView.Moved::to)
                .containsExactly(
                        CaseState.ACTIVE, CaseState.PAUSED, CaseState.ACTIVE, CaseState.ENDED, CaseState.ACTIVE);
        assertThat(again.history().get(3).ending()).contains(ending);
    }

    @Test
    void someoneWhoChangesTheirMindBeforeTheStartEndsWithoutOne() {
        var id = world.aCase(place).accepted();
        var ending = new CaseStep.Ending(EndReason.OWN_WISH, Outcome.JOB_SEEKER);
        change(place.caseworker(), id, CaseStep.end(today, ending, Livelihood.UNKNOWN))
                .orThrow();
        assertThat(cases.see(place.lead(), id).facts().startedOn()).isEmpty();
        assertThat(cases.see(place.lead(), id).permitted()).isEmpty();
    }

    @Test
    void daysOutOfOrderAreRefused() {
        var id = world.aCase(place).receivedOn(today.minusDays(20)).accepted();
        var start = Livelihood.UNKNOWN;
        assertThat(keys(change(place.caseworker(), id, CaseStep.start(today.minusDays(21), start))))
                .containsExactly("case-change.too-early");
        assertThat(keys(change(place.caseworker(), id, CaseStep.start(today.plusDays(61), start))))
                .containsExactly("case-change.START.too-late");
        change(place.caseworker(), id, CaseStep.start(today.minusDays(3), start))
                .orThrow();
        assertThat(keys(change(place.caseworker(), id, CaseStep.pause(today.minusDays(4), ""))))
                .containsExactly("case-change.too-early", "case-change.reason.required");
        assertThat(keys(change(place.caseworker(), id, CaseStep.pause(today.plusDays(1), "x"))))
                .containsExactly("case-change.future");
    }

    @Test
    void whoSavesFromAnOldPageIsToldInsteadOfOverwriting() {
        var id = world.aCase(place).started();
        var version = cases.see(place.caseworker(), id).version();
        cases.changeBefore(
                        place.lead(),
                        id,
                        version,
                        new Livelihood(Optional.of(IncomeSource.SJUKPENNING), Optional.empty()))
                .orThrow();
        assertThat(cases.changeBefore(place.caseworker(), id, version, Livelihood.UNKNOWN))
                .isInstanceOf(Result.Stale.class);
        assertThat(cases.change(place.caseworker(), id, version, CaseStep.pause(today, "x")))
                .isInstanceOf(Result.Stale.class);
        assertThat(cases.see(place.caseworker(), id).before().income()).contains(IncomeSource.SJUKPENNING);
    }

    @Test
    void aCaseThatWasEndedMeanwhileTellsSoAndIsNotChanged() {
        var id = world.aCase(place).ended();
        var version = cases.see(place.caseworker(), id).version();
        assertThat(cases.changeBefore(place.caseworker(), id, version, Livelihood.UNKNOWN))
                .isInstanceOf(Result.Stale.class);
        assertThat(cases.change(place.caseworker(), id, version, CaseStep.reopen(today, "x")))
                .isInstanceOf(Result.Stale.class);
    }

    @Test
    void aChangeOfCaseworkerIsCountedAndMovesTheReach() {
        var id = world.aCase(place).started();
        var version = cases.see(place.lead(), id).version();
        var to = place.otherCaseworker();
        assertThat(keys(cases.assign(
                        place.lead(), id, version, place.caseworker().id(), today, "")))
                .containsExactly("assignment.reason.required", "assignment.same");
        cases.assign(place.lead(), id, version, to.id(), today, "Hanna har slutat")
                .orThrow();
        assertThat(cases.see(to, id).changesOfCaseworker()).isEqualTo(1);
        assertThatThrownBy(() -> cases.see(place.caseworker(), id)).isInstanceOf(NotFoundException.class);
        assertThat(cases.assignments(to, id))
                .extracting(CaseView.Held::caseworker, CaseView.Held::to)
                .containsExactly(
                        tuple("Hanna Handläggare", Optional.of(today)), tuple("Hugo Handläggare", Optional.empty()));
        assertThatThrownBy(() -> cases.assign(to, id, version + 1, to.id(), today, "x"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aCaseExistsOnlyForThoseWhoReachIt() {
        var id = world.aCase(place).started();
        var elsewhere = world.place();
        for (var stranger : List.of(
                place.otherCaseworker(),
                place.officer(),
                place.administrator(),
                elsewhere.lead(),
                elsewhere.caseworker())) {
            assertThatThrownBy(() -> cases.see(stranger, id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> cases.frame(stranger, id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> cases.change(stranger, id, 0, CaseStep.pause(today, "x")))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> cases.changeBefore(stranger, id, 0, Livelihood.UNKNOWN))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> cases.assign(stranger, id, 0, stranger.id(), today, "x"))
                    .isInstanceOf(NotFoundException.class);
        }
        for (var colleague : List.of(place.otherCaseworker(), elsewhere.lead())) {
            assertThat(cases.list(colleague, CaseFilter.ALL, "", 1).rows()).isEmpty();
        }
        for (var outsider : List.of(place.officer(), place.administrator())) {
            assertThatThrownBy(() -> cases.list(outsider, CaseFilter.ALL, "", 1))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> cases.see(place.lead(), CaseId.create())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aSearchNeverCrossesTheReach() {
        var number = TestIdentityNumbers.published().women().get(5);
        var mine = world.aCase(place).called("Siv Ek%man").with(number).started();
        world.aCase(place)
                .of(place.otherCaseworker())
                .called("Siv Ekman")
                .with(number)
                .started();
        world.aCase(world.place()).called("Siv Ek%man").with(number).started();
        var caseNumber = cases.see(place.caseworker(), mine).frame().number();
        for (var query : List.of("ek%", "SIV", number.display(), caseNumber)) {
            assertThat(names(place.caseworker(), CaseFilter.ALL, query)).containsExactly("Siv Ek%man");
        }
        assertThat(names(place.lead(), CaseFilter.ALL, number.value())).hasSize(2);
        assertThat(names(place.caseworker(), CaseFilter.ALL, "e_man")).isEmpty();
        assertThat(names(place.caseworker(), CaseFilter.ALL, number.display().substring(0, 8)))
                .isEmpty();
        assertThat(names(world.place().lead(), CaseFilter.ALL, caseNumber)).isEmpty();
    }

    @Test
    void eachPersonListedIsARowInTheJournal() {
        var first = world.aCase(place).started();
        var second = world.aCase(place).accepted();
        world.aCase(place).of(place.otherCaseworker()).started();
        var before = journaled(place.caseworker());
        cases.list(place.caseworker(), CaseFilter.OPEN, "", 1);
        assertThat(journaled(place.caseworker()).subList(before.size(), before.size() + 2))
                .containsExactlyInAnyOrder(first.value(), second.value());
    }

    private List<UUID> journaled(Actor.Staff who) {
        return jdbc.sql("select case_id from journal where actor_id = ? and action = 'LIST_CASE' order by id")
                .param(who.id().value())
                .query((row, i) -> row.getObject(1, UUID.class))
                .list();
    }

    /** A moment that the journal's column can't hold makes its row impossible to write. */
    private static final Duration BEYOND_THE_JOURNAL = Duration.ofDays(366L * 300_000);

    @Test
    void whatCanNotBeJournaledIsNeitherShownNorDone() {
        var id = world.aCase(place).started();
        var version = cases.see(place.caseworker(), id).version();
        assertThatThrownBy(() ->
                        clock.later(BEYOND_THE_JOURNAL, () -> cases.list(place.caseworker(), CaseFilter.ALL, "", 1)))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> clock.later(
                        BEYOND_THE_JOURNAL,
                        () -> cases.change(place.caseworker(), id, version, CaseStep.pause(today, "x"))))
                .isInstanceOf(DataAccessException.class);
        assertThat(cases.see(place.caseworker(), id).facts().state()).isEqualTo(CaseState.ACTIVE);
    }

    @Test
    void aLongListComesAPageAtATime() {
        for (var i = 0; i < Listed.SIZE + 1; i++) {
            world.aCase(place).accepted();
        }
        var first = cases.list(place.lead(), CaseFilter.OPEN, "", 1);
        var second = cases.list(place.lead(), CaseFilter.OPEN, "", 2);
        assertThat(first.rows()).hasSize(Listed.SIZE);
        assertThat(first.more()).isTrue();
        assertThat(second.rows()).hasSize(1).doesNotContainAnyElementsOf(first.rows());
        assertThat(second.more()).isFalse();
    }

    @Test
    void aLeadIsToldOfCasesThatNobodyCanWorkWith() {
        var id = world.aCase(place).started();
        assertThat(cases.withoutCaseworker(place.lead(), 20)).isEmpty();
        jdbc.sql("delete from staff_roles where staff_id = ?")
                .param(place.caseworker().id().value())
                .update();
        assertThat(cases.withoutCaseworker(place.lead(), 20))
                .extracting(row -> row.frame().id())
                .containsExactly(id);
        assertThatThrownBy(() -> cases.see(place.caseworker(), id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aLeadOfAnotherInitiativeInTheSameOrganisationSeesNothing() {
        var other = world.person(place.kommun(), "Annan Ledare", Role.LEAD);
        world.initiative(place.association(), place.kommun(), "En annan insats", other);
        var id = world.aCase(place).started();
        assertThatThrownBy(() -> cases.see(other, id)).isInstanceOf(NotFoundException.class);
        assertThat(cases.list(other, CaseFilter.ALL, "", 1).rows()).isEmpty();
    }
}
