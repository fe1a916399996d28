package se.framsteg.initiative.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.initiative.AffairsExamples;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.initiative.calendar.ReportPeriod.Kind;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.NotFoundException;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** When an initiative reports: days as irregular as they were agreed on, and none twice in a kind of report. */
@FramstegTest
class ReportCalendarTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    ReportCalendar calendar;

    @Autowired
    InitiativeRegister initiatives;

    @Autowired
    OwnerSql owner;

    @LocalServerPort
    int port;

    private World.Place place;
    private AffairsExamples affairs;

    @BeforeEach
    void begin() {
        place = world.place();
        affairs = new AffairsExamples(beans);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private ReportPeriodId interim(String from, String to) {
        return affairs.period(place, Kind.INTERIM, day(from), day(to));
    }

    @Test
    void periodsOfEveryLengthStandBesideEachOtherAndAnotherKindMayHaveTheSameDays() {
        interim("2021-01-01", "2021-04-30");
        interim("2021-05-01", "2021-08-31");
        interim("2021-09-01", "2021-09-30");
        interim("2021-10-01", "2021-12-31");
        affairs.period(place, Kind.FINAL, day("2021-01-01"), day("2023-03-01"));
        assertThat(calendar.see(place.officer(), place.initiative()).periods())
                .extracting(ReportPeriod::kind, ReportPeriod::from)
                .contains(tuple(Kind.INTERIM, day("2021-09-01")), tuple(Kind.FINAL, day("2021-01-01")))
                .hasSize(5);
    }

    @Test
    void oneDayInTwoPeriodsOfAKindIsRefusedByTheDoorAndByTheDatabase() {
        interim("2021-01-01", "2021-04-30");
        var moved = interim("2021-05-01", "2021-08-31");
        assertThatThrownBy(() -> interim("2021-04-30", "2021-04-30"))
                .isInstanceOfSatisfying(
                        OverlappingPeriodException.class,
                        e -> assertThat(e.other().from()).isEqualTo("2021-01-01"));
        var earlier = new ReportPeriod(moved, Kind.INTERIM, day("2021-04-01"), day("2021-08-31"), day("2021-09-30"), 0);
        assertThatThrownBy(() -> calendar.change(place.lead(), place.initiative(), earlier))
                .isInstanceOf(OverlappingPeriodException.class);
        assertThatThrownBy(() -> owner.sql("update report_periods set from_on = '2021-04-30' where id = ?")
                        .param(moved.value())
                        .update())
                .hasMessageContaining("report_periods_apart");
        calendar.remove(place.lead(), place.initiative(), moved, 0);
        interim("2021-05-01", "2021-06-30");
    }

    @Test
    void theFormTellsWhatIsWrongAtItsPlaceAndKeepsWhatWasTyped() {
        interim("2021-01-01", "2021-04-30");
        var visitor = new Visitor(port).signIn(world.email(place.officer()));
        var path = "/initiatives/" + place.initiative() + "/calendar/new";
        var id = UUID.randomUUID().toString();
        assertThat(visitor.post(path, typed(id, "2021-06-01", "2021-05-01", "2021-07-01"))
                        .body())
                .contains("Perioden kan inte sluta innan den börjar.", "2021-06-01", "2021-05-01");
        assertThat(visitor.post(path, typed(id, "2021-05-01", "2021-06-30", "2021-06-01"))
                        .body())
                .contains("Rapporten kan inte lämnas in innan perioden är slut.");
        assertThat(visitor.post(path, typed(id, "2021-04-01", "2021-06-30", "2021-07-15"))
                        .body())
                .contains("Dagarna går in i en annan rapport av samma slag, 1 januari 2021 – 30 april 2021.");
        for (int i = 0; i < 2; i++) {
            assertThat(visitor.post(path, typed(id, "2021-05-01", "2021-06-30", "2021-07-15"))
                            .statusCode())
                    .as("sent twice")
                    .isEqualTo(302);
        }
        assertThat(calendar.see(place.lead(), place.initiative()).periods()).hasSize(2);
    }

    private static Map<String, String> typed(String id, String from, String to, String due) {
        return Map.of("id", id, "kind", "INTERIM", "from", from, "to", to, "due", due);
    }

    @Test
    void theQuartersOfTheCalendarAreProposedWithinTheInitiativeAndOnlyThoseThatAreMissing() {
        runs("2025-02-15", "2025-11-10");
        affairs.period(place, Kind.QUARTERLY, day("2025-04-01"), day("2025-06-30"));
        assertThat(calendar.propose(place.officer(), place.initiative()).periods())
                .extracting(ReportPeriod::from, ReportPeriod::to)
                .containsExactly(
                        tuple(day("2025-02-15"), day("2025-03-31")),
                        tuple(day("2025-07-01"), day("2025-09-30")),
                        tuple(day("2025-10-01"), day("2025-11-10")));
        assertThat(calendar.addProposed(place.lead(), place.initiative())).isEqualTo(3);
        assertThat(calendar.addProposed(place.lead(), place.initiative())).isZero();
        assertThat(calendar.see(place.lead(), place.initiative()).periods()).hasSize(4);
    }

    private void runs(String from, String to) {
        var now = initiatives.see(place.lead(), place.initiative());
        var details = new InitiativeRegister.Details(
                now.owner(), now.team(), now.name(), "", day(from), Optional.of(day(to)), now.plan(), now.leads());
        initiatives.change(place.lead(), now.id(), details, now.version());
    }

    @Test
    void whoSavesAnOldVersionIsToldAndWhatIsTakenAwayStaysAway() {
        var id = interim("2021-01-01", "2021-04-30");
        var longer = new ReportPeriod(id, Kind.INTERIM, day("2021-01-01"), day("2021-05-31"), day("2021-06-30"), 0);
        calendar.change(place.lead(), place.initiative(), longer);
        assertThatThrownBy(() -> calendar.change(place.officer(), place.initiative(), longer))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> calendar.remove(place.officer(), place.initiative(), id, 0))
                .isInstanceOf(ChangedMeanwhileException.class);
        calendar.remove(place.officer(), place.initiative(), id, 1);
        assertThatThrownBy(() -> calendar.see(place.officer(), place.initiative(), id))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> owner.sql("update report_periods set removed_at = null where id = ?")
                        .param(id.value())
                        .update())
                .hasMessageContaining("never changed");
    }
}
