package se.framsteg.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

@FramstegTest
class GuardTest {
    @Autowired
    Guard guard;

    @Autowired
    World world;

    @Autowired
    OwnerSql owner;

    @Autowired
    TransactionTemplate transaction;

    private record ThingWithoutRule() {}

    @Test
    void aThingWithoutARuleIsOpenToNobody() {
        assertThatThrownBy(() -> guard.allowed(world.place().lead(), new ThingWithoutRule()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoeverIsLetInStandsInTheJournal() {
        var administrator = world.place().administrator();
        transaction.executeWithoutResult(
                _ -> guard.admit(administrator, Action.SEE_ORGANISATION, administrator.organisation()));
        assertThat(journaled(administrator)).isOne();
    }

    @Test
    void whoeverIsLetInIsToldAllThatMayBeDone() {
        var administrator = world.place().administrator();
        var allowed = transaction.execute(
                _ -> guard.admit(administrator, Action.SEE_ORGANISATION, administrator.organisation()));
        assertThat(allowed)
                .isEqualTo(guard.allowed(administrator, administrator.organisation()))
                .contains(Action.MANAGE_STAFF);
    }

    @Test
    void whoeverIsKeptOutLearnsNothingAndNothingIsDone() {
        var place = world.place();
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        _ -> guard.admit(place.caseworker(), Action.MANAGE_STAFF, place.kommun())))
                .isInstanceOf(NotFoundException.class);
        assertThat(journaled(place.caseworker())).isZero();
    }

    @Test
    void whereSeveralThingsAreShownAllOfThemMustBeAllowed() {
        var place = world.place();
        var one = Set.of(Action.SEE_INITIATIVE_AFFAIRS);
        var both = Set.of(Action.SEE_INITIATIVE_AFFAIRS, Action.SEE_STATISTICS);
        transaction.executeWithoutResult(_ -> {
            assertThat(guard.permitted(place.administrator(), one, place.initiative()))
                    .isPresent();
            assertThat(guard.permitted(place.administrator(), both, place.initiative()))
                    .isEmpty();
            assertThat(guard.permitted(place.officer(), both, place.initiative()))
                    .isPresent();
        });
    }

    @Test
    void whatDoesNotExistAnswersLikeWhatIsForbidden() {
        var lead = world.place().lead();
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(_ -> guard.admit(lead, Action.SEE_CASE, CaseId.create())))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("not found");
    }

    @Test
    void withoutATransactionNobodyIsLetIn() {
        var administrator = world.place().administrator();
        assertThatThrownBy(() -> guard.admit(administrator, Action.SEE_ORGANISATION, administrator.organisation()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private int journaled(Actor.Staff staff) {
        return owner.sql("select count(*) from journal where actor_id = ?")
                .param(staff.id().value())
                .query(Integer.class)
                .single();
    }
}
