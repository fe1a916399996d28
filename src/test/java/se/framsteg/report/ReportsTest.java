package se.framsteg.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.cases.Result;
import se.framsteg.initiative.calendar.ReportPeriod.Kind;
import se.framsteg.initiative.training.Course;
import se.framsteg.initiative.training.Training;
import se.framsteg.initiative.training.TrainingId;
import se.framsteg.initiative.training.Trainings;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.report.Report.State;
import se.framsteg.report.content.Block;
import se.framsteg.report.content.Chapter;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

/** From draft over checked to released: then a report is what it is, for those whom it was written to. */
@FramstegTest
class ReportsTest {
    @Autowired
    World world;

    @Autowired
    Reports reports;

    @Autowired
    ReportDays days;

    @Autowired
    Trainings trainings;

    @Autowired
    OwnerSql owner;

    @Autowired
    JdbcClient application;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private final LocalDate from = today.minusMonths(4);
    private final LocalDate to = today.minusDays(1);
    private World.Place place;
    private Actor.Staff board;

    @BeforeEach
    void anInitiativeThatReportsInTwoChapters() {
        place = world.place();
        board = world.person(
                world.organisation(place.association(), "Kansliet", OrganisationKind.OTHER), "Bo Styrelse", Role.BOARD);
        chapters(Section.SUMMARY, Section.FRAME, Section.TRAINING);
    }

    private void chapters(Section first, Section... others) {
        var version = reports.layout(place.lead(), place.initiative()).version();
        assertThat(reports.setLayout(place.lead(), place.initiative(), EnumSet.of(first, others), version))
                .isTrue();
    }

    private ReportId begun() {
        return reports.begin(place.lead(), place.initiative(), ReportId.create(), Kind.QUARTERLY, from, to)
                .orThrow();
    }

    private void write(ReportId id, Section section, String words) {
        var version = seen(id).report().words(section).version();
        reports.write(place.lead(), id, section, words, version).orThrow();
    }

    private ReportView seen(ReportId id) {
        return reports.see(place.lead(), id, "sv");
    }

    private ReportId written() {
        var id = begun();
        write(id, Section.SUMMARY, "Det går framåt.");
        write(id, Section.TRAINING, "Ingen har utbildats än.");
        return id;
    }

    private ReportId checked() {
        var id = written();
        reports.check(place.lead(), id, seen(id).report().version()).orThrow();
        return id;
    }

    private ReportId released() {
        var id = checked();
        assertThat(reports.release(place.lead(), id, seen(id).report().version()))
                .isTrue();
        return id;
    }

    private static List<String> reasons(Result<?> result) {
        return result instanceof Result.Refused<?>(var reasons)
                ? reasons.stream()
                        .map(reason -> reason.field() + " " + reason.key())
                        .toList()
                : List.of();
    }

    @Test
    void nobodyWritesInAChapterThatTheReportDoesNotHave() {
        var id = begun();
        assertThat(reasons(reports.write(place.lead(), id, Section.MONEY, "Ingen läser detta", 0)))
                .containsExactly("words report.problem.no-chapter");
    }

    @Test
    void whoeverChecksHasSeenTheChaptersThatThereAre() {
        var id = written();
        int seen = seen(id).report().version();
        chapters(Section.SUMMARY, Section.FRAME);
        assertThat(reports.check(place.lead(), id, seen)).isInstanceOf(Result.Stale.class);
        reports.check(place.lead(), id, seen(id).report().version()).orThrow();
    }

    private int change(String sql, ReportId id) {
        return requireNonNull(transactions.execute(_ -> {
            asking.by(place.lead());
            return application.sql(sql).param(id.value()).update();
        }));
    }

    @Test
    void onlyAReportThatIsReleasedIsReadByTheAssociationAndItsBoard() {
        var id = checked();
        for (var reader : List.of(place.officer(), board)) {
            assertThatThrownBy(() -> reports.see(reader, id, "sv")).isInstanceOf(NotFoundException.class);
            assertThat(days.of(reader, place.initiative()).other()).isEmpty();
        }
        reports.release(place.lead(), id, seen(id).report().version());
        for (var reader : List.of(place.officer(), board)) {
            assertThat(reports.see(reader, id, "sv").content().chapters())
                    .extracting(Chapter::words)
                    .contains("Det går framåt.");
        }
        for (var other : List.of(
                place.caseworker(), world.place().officer(), world.place().lead())) {
            assertThatThrownBy(() -> reports.see(other, id, "sv")).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void whatWasCheckedStaysAsItWasThoughTheFiguresGoOn() {
        var id = checked();
        var before = seen(id).content();
        train(place.lead(), Course.Depth.ONE_DAY, to);
        assertThat(seen(id).content()).isEqualTo(before);
        reports.reopen(place.lead(), id, seen(id).report().version());
        assertThat(seen(id).content().chapters().getLast().blocks())
                .filteredOn(Block.Grid.class::isInstance)
                .isNotEmpty();
    }

    private void train(Actor.Staff who, Course.Depth depth, LocalDate on) {
        var course = trainings.choices(place.lead(), place.initiative(), "sv").courses().stream()
                .filter(one -> one.depth() == depth)
                .findFirst()
                .orElseThrow();
        trainings.register(
                place.lead(),
                place.initiative(),
                TrainingId.create(),
                List.of(new Training.Who.Colleague(who.id())),
                course.id(),
                new Training.When(Optional.empty(), Optional.of(on)));
    }

    @Test
    void whatCameAfterThePeriodIsNotTold() {
        train(place.lead(), Course.Depth.ONE_DAY, to);
        train(place.lead(), Course.Depth.IN_DEPTH, today);
        train(place.caseworker(), Course.Depth.ONE_DAY, today);
        var people = (Block.Grid)
                seen(begun()).content().chapters().getLast().blocks().getFirst();
        assertThat(people.lines())
                .extracting(line -> line.cells().getFirst().text())
                .as("in depth, one day, in all")
                .containsExactly("0", "1", "1");
    }

    @Test
    void aReleasedReportIsNeverChanged() {
        var id = released();
        assertThatThrownBy(() -> reports.write(place.lead(), id, Section.SUMMARY, "Nej", 1))
                .isInstanceOf(NotFoundException.class);
        for (var sql : List.of(
                "update reports set content = '{}' where id = ?",
                "update reports set released_at = null, released_by = null where id = ?",
                "delete from reports where id = ?",
                "update report_words set words = 'x' where report_id = ?",
                "delete from report_words where report_id = ?")) {
            assertThatThrownBy(() -> change(sql, id)).as(sql).isInstanceOf(DataAccessException.class);
        }
        assertThat(seen(id).report().state()).isEqualTo(State.RELEASED);
    }

    @Test
    void whatIsReleasedIsWhatWasChecked() {
        var id = checked();
        assertThatThrownBy(() -> change(
                        "update reports set content = '{\"sv\": {}}', released_at = now(), released_by = checked_by"
                                + " where id = ?",
                        id))
                .isInstanceOf(DataAccessException.class);
        var draft = anotherDraft();
        assertThat(reports.release(place.lead(), draft, seen(draft).report().version()))
                .isFalse();
        assertThat(seen(draft).report().state()).isEqualTo(State.DRAFT);
    }

    private ReportId anotherDraft() {
        return reports.begin(place.lead(), place.initiative(), ReportId.create(), Kind.INTERIM, from, to)
                .orThrow();
    }

    @Test
    void eachChapterThatSaysNothingIsNamedAndNothingIsLocked() {
        var id = begun();
        assertThat(reasons(reports.check(place.lead(), id, seen(id).report().version())))
                .containsExactly(
                        "chapter-SUMMARY report.problem.empty.SUMMARY",
                        "chapter-TRAINING report.problem.empty.TRAINING");
        assertThat(seen(id).report().state()).isEqualTo(State.DRAFT);
        assertThat(seen(id).empty()).isEqualTo(Set.of(Section.SUMMARY, Section.TRAINING));
        chapters(Section.FRAME);
        assertThat(reports.check(place.lead(), id, seen(id).report().version())).isInstanceOf(Result.Done.class);
    }

    @Test
    void aReportWaitsForItsPeriodToEnd() {
        var id = reports.begin(place.lead(), place.initiative(), ReportId.create(), Kind.FINAL, from, today)
                .orThrow();
        chapters(Section.FRAME);
        assertThat(reasons(reports.check(place.lead(), id, 0))).containsExactly(" report.problem.not-ended");
        assertThat(reasons(reports.begin(
                        place.lead(), place.initiative(), ReportId.create(), Kind.FINAL, to, to.minusDays(1))))
                .containsExactly("to report.problem.ends-before-start");
    }

    @Test
    void oneReportOfAKindAndPeriodThoughTheFormIsSentTwice() {
        var form = ReportId.create();
        assertThat(reports.begin(place.lead(), place.initiative(), form, Kind.QUARTERLY, from, to)
                        .orThrow())
                .isEqualTo(reports.begin(place.lead(), place.initiative(), form, Kind.QUARTERLY, from, to)
                        .orThrow());
        assertThat(reasons(
                        reports.begin(place.lead(), place.initiative(), ReportId.create(), Kind.QUARTERLY, from, to)))
                .containsExactly("from report.problem.exists");
        assertThat(days.of(place.lead(), place.initiative()).other()).hasSize(1);
    }

    @Test
    void noWordsOfAParticipantGoIn() {
        var id = begun();
        assertThat(reasons(reports.write(place.lead(), id, Section.EXAMPLES, "Ring 070-174 06 05.", 0)))
                .containsExactly("words report.problem.identifying");
        world.aCase(place).called("Petra Provsson").started();
        assertThat(reasons(reports.write(place.lead(), id, Section.EXAMPLES, "Det gick bra för Petra Provsson.", 0)))
                .containsExactly("words report.problem.named");
    }

    @Test
    void whatWasTypedElsewhereIsLookedAtBeforeItLeavesTheHouse() {
        var id = written();
        world.aCase(place).called("Petra Provsson").started();
        owner.sql("update initiatives set target_group = 'Sådana som Petra Provsson' where id = ?")
                .param(place.initiative().value())
                .update();
        assertThat(reasons(reports.check(place.lead(), id, seen(id).report().version())))
                .containsExactly("chapter-FRAME report.problem.telling");
        assertThat(seen(id).report().state()).isEqualTo(State.DRAFT);
    }

    @Test
    void oneWhoWritesOverAnothersWordsIsTold() {
        var id = begun();
        reports.write(place.lead(), id, Section.SUMMARY, "Ett", 0).orThrow();
        assertThat(reports.write(place.lead(), id, Section.SUMMARY, "Två", 0)).isInstanceOf(Result.Stale.class);
        assertThat(reports.write(place.lead(), id, Section.FRAME, "Annat kapitel", 0))
                .isInstanceOf(Result.Done.class);
        assertThat(seen(id).report().words(Section.SUMMARY).text()).isEqualTo("Ett");
    }

    @Test
    void wordsAreEitherInWhatWasCheckedOrRefused() throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 5; i++) {
                var id = reports.begin(
                                place.lead(),
                                place.initiative(),
                                ReportId.create(),
                                Kind.QUARTERLY,
                                from.minusDays(i + 1),
                                to)
                        .orThrow();
                write(id, Section.SUMMARY, "Först");
                write(id, Section.TRAINING, "Inget");
                var version = seen(id).report().version();
                Callable<Result<?>> write = () -> reports.write(place.lead(), id, Section.SUMMARY, "Sedan", 1);
                Callable<Result<?>> check = () -> checkOrStale(id, version);
                var both = pool.invokeAll(List.of(write, check));
                var said = both.getFirst().get();
                if (both.getLast().get() instanceof Result.Stale<?>) {
                    reports.check(place.lead(), id, seen(id).report().version()).orThrow();
                }
                assertThat(seen(id).content().chapters().getFirst().words())
                        .isEqualTo(said instanceof Result.Done<?> ? "Sedan" : "Först");
            }
        }
    }

    private Result<ReportId> checkOrStale(ReportId id, int version) {
        try {
            return reports.check(place.lead(), id, version);
        } catch (ConcurrencyFailureException e) {
            return new Result.Stale<>();
        }
    }

    @Test
    void aReleasedReportIsCorrectedByOneNewEdition() {
        var id = released();
        var next = reports.correct(place.lead(), id, ReportId.create());
        assertThat(reports.correct(place.lead(), id, ReportId.create())).isEqualTo(next);
        assertThat(seen(next).report().edition()).isEqualTo(2);
        assertThat(seen(next).report().words(Section.SUMMARY).text()).isEqualTo("Det går framåt.");
        assertThat(seen(id).report().correctedBy()).isEmpty();
        reports.check(place.lead(), next, seen(next).report().version()).orThrow();
        reports.release(place.lead(), next, seen(next).report().version());
        assertThat(reports.see(place.officer(), id, "sv").report().correctedBy())
                .contains(next);
        assertThatThrownBy(() -> reports.correct(place.lead(), anotherDraft(), ReportId.create()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void itIsTheirsToSeeWhoHasGotIt() {
        var id = released();
        reports.see(place.officer(), id, "sv");
        reports.see(place.officer(), id, "en");
        var form = UUID.randomUUID();
        reports.hand(place.lead(), id, form, new ReportView.Handed("Styrgruppen", today))
                .orThrow();
        reports.hand(place.lead(), id, form, new ReportView.Handed("Styrgruppen", today))
                .orThrow();
        assertThat(reasons(reports.hand(
                        place.lead(),
                        id,
                        UUID.randomUUID(),
                        new ReportView.Handed("Ring 070-174 06 05", today.minusDays(1)))))
                .containsExactly("receiver report.handed.identifying", "on report.handed.day");
        assertThat(seen(id).readers())
                .extracting(ReportView.Reader::name)
                .containsExactly(place.officer().name());
        assertThat(seen(id).handed()).containsExactly(new ReportView.Handed("Styrgruppen", today));
        assertThatThrownBy(() ->
                        reports.hand(place.officer(), id, UUID.randomUUID(), new ReportView.Handed("Alla", today)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void nobodyButALeadWrites() {
        var id = written();
        for (var other : List.of(place.officer(), board, place.caseworker())) {
            assertThatThrownBy(() -> reports.begin(other, place.initiative(), ReportId.create(), Kind.FINAL, from, to))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> reports.write(other, id, Section.SUMMARY, "x", 1))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> reports.check(other, id, 0)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> reports.setLayout(other, place.initiative(), Set.of(Section.FRAME), 1))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void aDraftIsThrownAwayWithItsWordsAndACheckedReportIsNot() {
        var draft = written();
        assertThat(reports.drop(place.lead(), draft, seen(draft).report().version()))
                .isTrue();
        assertThat(days.of(place.lead(), place.initiative()).other()).isEmpty();
        var id = checked();
        assertThat(reports.drop(place.lead(), id, seen(id).report().version())).isFalse();
    }
}
