package se.framsteg.cases.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Asking;
import se.framsteg.cases.CaseStories;
import se.framsteg.cases.activity.Activity;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

/** One case, and many cases in one statement: the same numbers, of random histories. */
@FramstegTest
class ContinuityQueriesTest {
    private static final int CASES = 30;

    private static final String ASKED = """
        with asked as materialized (
          select c.id as case_id, p.legal_sex, c.started_on as first, coalesce(c.ended_on, :today) as last, c.ended_on is null as goes_on
          from cases c join participants p on p.id = c.participant_id where c.initiative_id = :initiative)\
        """;

    @Autowired
    World world;

    @Autowired
    CaseStories stories;

    @Autowired
    OwnerSql owner;

    @Autowired
    JdbcClient application;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;

    @BeforeEach
    void aPlace() {
        place = world.place();
    }

    @Test
    void oneCaseAndManyCasesAreWorkedOutAlike() {
        var staff = List.of(place.caseworker().id(), place.otherCaseworker().id());
        var expected = new HashMap<CaseId, Continuity>();
        var histories = new RandomHistories(new Random(20261201), today, staff);
        for (int i = 0; i < CASES; i++) {
            var history = histories.next();
            expected.put(live(history), Continuity.of(history));
        }
        assertThat(many()).isEqualTo(expected);
        for (var one : expected.entrySet()) {
            assertThat(stories.see(place.lead(), one.getKey()).continuity()).contains(one.getValue());
        }
    }

    @Test
    void whatWasWithdrawnIsNoEffortAndACaseThatHasNotStartedHasNoContinuity() {
        place = world.place();
        var started = live(new History(today.minusDays(9), today, true, List.of(), List.of(), List.of()));
        for (int day = 8; day <= 9; day++) {
            effort(started, new History.Effort(Activity.Kind.WORK, today.minusDays(day), Optional.empty()));
        }
        for (var table : List.of("activities", "employments")) {
            owner.sql("update " + table
                            + " set withdrawn_at = now(), withdrawn_by = registered_by, withdrawn_reason = 'Fel'"
                            + " where case_id = ?")
                    .param(started.value())
                    .update();
        }
        var whole = stories.see(place.lead(), started);
        assertThat(whole.continuity().orElseThrow().gaps()).isEqualTo(new Continuity.Gaps(1, 10, 10, true));
        assertThat(whole.continuity().orElseThrow().toWork()).isEmpty();
        assertThat(stories.see(place.lead(), world.aCase(place).accepted()).continuity())
                .isEmpty();
    }

    @Test
    void aCaseRestsBetweenItsEndAndItsReopeningAndOnTheLastDayOfAPauseThatItEndedIn() {
        place = world.place();
        var reopened = live(new History(today.minusDays(9), today, true, List.of(), List.of(), List.of()));
        moved(reopened, "ACTIVE", "ENDED", today.minusDays(6));
        moved(reopened, "ENDED", "ACTIVE", today.minusDays(2));
        assertThat(stories.see(place.lead(), reopened)
                        .continuity()
                        .orElseThrow()
                        .gaps())
                .isEqualTo(new Continuity.Gaps(2, 7, 4, true));
        moved(reopened, "ACTIVE", "PAUSED", today.minusDays(1));
        moved(reopened, "PAUSED", "ENDED", today);
        assertThat(stories.see(place.lead(), reopened)
                        .continuity()
                        .orElseThrow()
                        .gaps())
                .isEqualTo(new Continuity.Gaps(2, 5, 4, false));
    }

    private Map<CaseId, Continuity> many() {
        return transactions.execute(_ -> {
            asking.by(place.lead());
            var found = new HashMap<CaseId, Continuity>();
            application
                    .sql(ASKED + ContinuityQueries.EACH + "select * from each")
                    .param("initiative", place.initiative().value())
                    .param("today", today)
                    .query(row -> {
                        found.put(new CaseId(row.getObject("case_id", UUID.class)), continuity(row));
                    });
            return found;
        });
    }

    private static Continuity continuity(ResultSet row) throws SQLException {
        return new Continuity(
                row.getInt("days"),
                row.getInt("current"),
                row.getInt("longest"),
                row.getInt("changes"),
                row.getBoolean("same"),
                row.getInt("counted"),
                row.getInt("parallel"),
                Optional.ofNullable(row.getObject("to_work", Integer.class)),
                new Continuity.Gaps(
                        row.getInt("gaps"),
                        row.getInt("gap_days"),
                        row.getInt("longest_gap"),
                        row.getBoolean("gap_now")));
    }

    /** Written straight into the tables: doors would refuse what lies before the start. */
    private CaseId live(History history) {
        var id = world.aCase(place).started();
        owner.sql("""
            update cases set accepted_on = :from, started_on = :from, ended_on = :to, state = :state, end_reason = :reason,
              outcome = :outcome where id = :id\
            """)
                .param("from", history.from())
                .param("to", history.goesOn() ? null : history.to())
                .param("state", history.goesOn() ? "ACTIVE" : "ENDED")
                .param("reason", history.goesOn() ? null : "OTHER")
                .param("outcome", history.goesOn() ? null : "OTHER")
                .param("id", id.value())
                .update();
        owner.sql("delete from assignments where case_id = ?").param(id.value()).update();
        history.held()
                .forEach(held -> owner.sql("""
                    insert into assignments (organisation_id, case_id, staff_id, from_on, to_on, reason, assigned_by)
                    select organisation_id, id, :who, :from, :until, 'Prov', :who from cases where id = :case\
                    """)
                        .param("who", held.who().value())
                        .param("from", held.from())
                        .param("until", held.until().orElse(null))
                        .param("case", id.value())
                        .update());
        history.efforts().forEach(effort -> effort(id, effort));
        history.rests().forEach(rest -> rested(id, rest));
        return id;
    }

    /** Every other time the case was ended the day before, and reopened. */
    private void rested(CaseId id, History.Rest rest) {
        if (rest.until().isPresent() && rest.from().getDayOfMonth() % 2 == 0) {
            moved(id, "ACTIVE", "ENDED", rest.from().minusDays(1));
            moved(id, "ENDED", "ACTIVE", rest.until().get());
        } else {
            moved(id, "ACTIVE", "PAUSED", rest.from());
            rest.until().ifPresent(until -> moved(id, "PAUSED", "ACTIVE", until));
        }
    }

    /** Towards work every other time a placement. */
    private void effort(CaseId id, History.Effort effort) {
        var placement = effort.kind() == Activity.Kind.WORK && effort.from().getDayOfMonth() % 2 == 0;
        owner.sql(placement ? """
            insert into employments (id, association_id, case_id, kind, employer, from_on, to_on, registered_by, registered_at)
            select gen_random_uuid(), association_id, id, 'PLACEMENT', :kind, :from, :to, :by, now() from cases where id = :case\
            """ : """
                insert into activities (id, association_id, case_id, kind, title, from_on, to_on, registered_by, registered_at)
                select gen_random_uuid(), association_id, id, :kind, 'Prov', :from, :to, :by, now() from cases where id = :case\
                """)
                .param("kind", effort.kind().name())
                .param("from", effort.from())
                .param("to", effort.to().orElse(null))
                .param("by", place.caseworker().id().value())
                .param("case", id.value())
                .update();
    }

    private void moved(CaseId id, String from, String to, LocalDate on) {
        owner.sql("""
            insert into case_changes (case_id, at, by_staff, effective_on, from_state, to_state)
            values (:case, now(), :by, :on, :from, :to)\
            """)
                .param("case", id.value())
                .param("by", place.caseworker().id().value())
                .param("on", on)
                .param("from", from)
                .param("to", to)
                .update();
    }
}
