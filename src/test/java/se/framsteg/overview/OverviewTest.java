package se.framsteg.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.cases.LegalSex;
import se.framsteg.fidelity.FidelityExamples;
import se.framsteg.fidelity.review.Reviews;
import se.framsteg.initiative.AffairsExamples;
import se.framsteg.initiative.goal.Goal;
import se.framsteg.initiative.money.InitiativeMoney;
import se.framsteg.initiative.money.MoneyTable;
import se.framsteg.overview.Told.Missing;
import se.framsteg.report.ReportExamples;
import se.framsteg.report.Section;
import se.framsteg.report.content.Block;
import se.framsteg.report.content.Block.Grid;
import se.framsteg.report.content.Chapter;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.Quarter;
import se.framsteg.statistics.goal.GoalResults;
import se.framsteg.statistics.ledger.InitiativeStatistics;
import se.framsteg.statistics.ledger.LedgerClosing;
import se.framsteg.statistics.ledger.LedgerExamples;
import se.framsteg.statistics.ledger.LedgerExamples.End;
import se.framsteg.statistics.ledger.LedgerExamples.Life;
import se.framsteg.statistics.ledger.Share;
import se.framsteg.statistics.ledger.Universe;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;
import se.framsteg.ui.Texts;

/** An association with an initiative that is told by sex, one that is told without it, one of too few and a structural one. */
@FramstegTest
class OverviewTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    OwnerSql owner;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Guard guard;

    @Autowired
    LedgerClosing closing;

    @Autowired
    Overviews overviews;

    @Autowired
    InitiativeStatistics statistics;

    @Autowired
    MessageSource messages;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private final Quarter last = Quarter.of(today).minus(1);
    private final LocalDate first = last.minus(5).first();
    private World.Place place;
    private InitiativeId together;
    private InitiativeId few;
    private InitiativeId structural;
    private AffairsExamples affairs;
    private Texts texts;

    @BeforeEach
    void anAssociation() {
        place = world.place();
        affairs = new AffairsExamples(beans);
        texts = new Texts(messages, Locale.of("sv"));
        together = world.initiative(place.association(), place.kommun(), "Insats tillsammans", place.lead());
        few = world.initiative(place.association(), place.kommun(), "Insats av få", place.lead());
        structural = affairs.structural(place);
        var bySex = lives(place.initiative());
        ended(bySex, 7, LegalSex.WOMAN, first, "WORK");
        ended(bySex, 6, LegalSex.MAN, first, "JOB_SEEKER");
        started(bySex, 8, LegalSex.WOMAN, last.first());
        started(bySex, 9, LegalSex.MAN, last.first());
        var others = lives(together);
        started(others, 20, LegalSex.WOMAN, first);
        started(others, 1, LegalSex.MAN, first);
        started(lives(few), 3, LegalSex.WOMAN, first);
        Stream.of(place.initiative(), together, few).forEach(closing::close);
        affairs.activity(place, structural, today, 8, 4, 1);
        affairs.activity(place, structural, today.minusDays(1), 2, 0, 0);
    }

    private LedgerExamples lives(InitiativeId initiative) {
        var of = of(initiative);
        var lives = new LedgerExamples(owner, of);
        lives.initiativeFrom(first);
        return lives;
    }

    private World.Place of(InitiativeId initiative) {
        return new World.Place(
                place.association(),
                place.kommun(),
                initiative,
                place.lead(),
                place.caseworker(),
                place.otherCaseworker(),
                place.officer(),
                place.administrator());
    }

    private static void started(LedgerExamples lives, int number, LegalSex sex, LocalDate on) {
        IntStream.range(0, number)
                .forEach(_ -> lives.lived(
                        new Life(sex, Optional.of(on.minusYears(30)), "AF", on.minusDays(10), on, Optional.empty())));
    }

    private static void ended(LedgerExamples lives, int number, LegalSex sex, LocalDate from, String outcome) {
        ended(lives, number, sex, from, from.plusDays(20), outcome);
    }

    private static void ended(
            LedgerExamples lives, int number, LegalSex sex, LocalDate from, LocalDate to, String outcome) {
        IntStream.range(0, number)
                .forEach(_ -> lives.lived(new Life(
                        sex,
                        Optional.of(from.minusYears(30)),
                        "AF",
                        from.minusDays(10),
                        from,
                        Optional.of(End.of(to, outcome)))));
    }

    private Overview overview(Optional<String> year) {
        return overviews.of(place.officer(), List.of(), year);
    }

    private static Glance glance(Overview overview, InitiativeId id) {
        return overview.glances().stream()
                .filter(one -> one.initiative().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyNumberIsTheLedgersAndSumsAddWhatIsToldAlone() {
        for (var year : Stream.concat(
                        Stream.of(Optional.<String>empty()),
                        IntStream.rangeClosed(first.getYear(), today.getYear())
                                .mapToObj(one -> Optional.of(Integer.toString(one))))
                .toList()) {
            var overview = overview(year);
            var from =
                    year.map(one -> LocalDate.of(Integer.parseInt(one), 1, 1)).orElse(first);
            var to =
                    year.map(one -> LocalDate.of(Integer.parseInt(one), 12, 31)).orElse(today);
            for (var one : overview.individual()) {
                assertThat(one.people().tables())
                        .as("%s in %s", one.initiative().name(), year)
                        .isEqualTo(statistics.told(
                                place.officer(), one.initiative().id(), from, to));
            }
        }
        var overview = overview(Optional.empty());
        var bySex = glance(overview, place.initiative()).people();
        assertThat(bySex.number(Universe.STARTED, Group.WOMEN).number()).contains(15);
        assertThat(bySex.number(Universe.STARTED, Group.ALL))
                .isEqualTo(new Told(Optional.of(30), false, Optional.empty()));
        assertThat(bySex.onward()).contains(new Share(7, 13));
        assertThat(bySex.why(Universe.ENDED)).contains(Missing.TOO_FEW);
        // Nobody of them was compared, and all are told of: there is nothing to wait for.
        assertThat(bySex.areas()).isNotEmpty();
        assertThat(bySex.whyProgress()).isEmpty();
        var withoutSex = glance(overview, together).people();
        assertThat(withoutSex.number(Universe.STARTED, Group.ALL).number()).contains(21);
        assertThat(withoutSex.number(Universe.STARTED, Group.MEN).missing()).contains(Missing.TOGETHER);
        assertThat(withoutSex.why(Universe.ENDED)).isEmpty();
        assertThat(glance(overview, few)
                        .people()
                        .number(Universe.STARTED, Group.ALL)
                        .missing())
                .contains(Missing.TOO_FEW);
        // The three women are not in the sum: what is left when the others are taken from it is nothing.
        assertThat(overview.number(Universe.STARTED, Group.ALL))
                .isEqualTo(new Told(Optional.of(51), true, Optional.empty()));
        assertThat(overview.number(Universe.STARTED, Group.WOMEN))
                .isEqualTo(new Told(Optional.of(15), true, Optional.empty()));
        assertThat(overview.sum(Figures::onward)).contains(new Share(7, 13));
        assertThat(overview.activities()).hasSize(2);
        var page = new Visitor(port)
                .signIn(world.email(place.officer()))
                .get("/overview")
                .body();
        assertThat(page)
                .contains(
                        "minst\u00a051",
                        "visas inte än",
                        "visas ihop",
                        "kvinnor 15, män 15",
                        "15 (kvinnor 10, män 4, utan uppgift 1)")
                // How few they are is not told.
                .doesNotContain("färre än");
        // All are counted up to the last closing day, whenever somebody was last told of.
        assertThat(overview.until()).contains(new Overview.Until(last.last(), last.last()));
    }

    @Test
    void aSumOfNobodyKeepsTheReasonOfWhatIsMissing() {
        var nobody = new Told(Optional.of(0), false, Optional.empty());
        var notClosed = new Told(Optional.empty(), true, Optional.of(Missing.NOT_CLOSED));
        var together = new Told(Optional.empty(), true, Optional.of(Missing.TOGETHER));
        var few = new Told(Optional.empty(), true, Optional.of(Missing.TOO_FEW));
        assertThat(Told.sum(List.of(nobody, nobody))).isEqualTo(nobody);
        assertThat(Told.sum(List.of(nobody, notClosed))).isEqualTo(notClosed);
        assertThat(Told.sum(List.of(nobody, together))).isEqualTo(together);
        assertThat(Told.sum(List.of(together, few, notClosed))).isEqualTo(few);
        assertThat(Told.sum(List.of(new Told(Optional.of(7), false, Optional.empty()), few)))
                .isEqualTo(new Told(Optional.of(7), true, Optional.empty()));
    }

    @Test
    void whoeverEndsAfterTheInitiativeHasIsInALaterYear() {
        var over = world.initiative(place.association(), place.kommun(), "Insats som är slut", place.lead());
        var lives = lives(over);
        ended(lives, 10, LegalSex.WOMAN, first, last.first(), "WORK");
        ended(lives, 10, LegalSex.MAN, first, last.first(), "WORK");
        owner.sql("update initiatives set ends_on = ? where id = ?")
                .param(first.plusDays(10))
                .param(over.value())
                .update();
        closing.close(over);
        var all = overviews.of(place.officer(), List.of(over), Optional.empty());
        assertThat(all.number(Universe.ENDED, Group.ALL).number()).contains(20);
        var years = overviews.years(place.officer(), List.of(over)).lines();
        assertThat(years.stream()
                        .filter(line -> line.year().covers(last.first()))
                        .flatMap(line -> line.people().stream())
                        .map(people -> people.number(Universe.ENDED, Group.ALL).number()))
                .containsExactly(Optional.of(20));
        assertThat(years.stream()
                        .flatMap(line -> line.people().stream())
                        .mapToInt(people -> people.number(Universe.STARTED, Group.ALL)
                                .number()
                                .orElse(0))
                        .sum())
                .isEqualTo(20);
    }

    @Test
    void sharesAreOfAllWhoCountAndAGoalIsAtLeastWhatIsToldOf() {
        var unsure = world.initiative(place.association(), place.kommun(), "Osäker insats", place.lead());
        var lives = lives(unsure);
        for (var sex : List.of(LegalSex.WOMAN, LegalSex.MAN)) {
            started(lives, 10, sex, first);
            IntStream.range(0, 4).forEach(_ -> lives.lived(life(sex, Optional.of(first.minusYears(50)))));
        }
        IntStream.range(0, 2).forEach(_ -> lives.lived(life(LegalSex.WOMAN, Optional.empty())));
        started(lives, 3, LegalSex.WOMAN, last.first());
        closing.close(unsure);
        affairs.goal(of(unsure), Goal.Measure.PARTICIPANTS, 40);
        affairs.goal(of(unsure), Goal.Measure.USEFUL, 75);
        var overview = overviews.of(place.officer(), List.of(unsure, place.initiative()), Optional.empty());
        var people = glance(overview, unsure).people();
        assertThat(people.number(Universe.STARTED, Group.ALL))
                .isEqualTo(new Told(Optional.of(30), true, Optional.empty()));
        // Of two the age is unknown, and they are counted with the older: a share would be of other people than beside
        // it.
        assertThat(people.tables())
                .anyMatch(table -> table.shown()
                        && table.columns().stream()
                                .anyMatch(column -> column.code().equals("MORE_OR_UNKNOWN")));
        assertThat(people.young()).isEmpty();
        assertThat(people.women()).isEmpty();
        assertThat(glance(overview, place.initiative()).people().women()).contains(new Share(15, 30));
        var goals = new Comparison(overview, texts)
                .tables().stream()
                        .filter(grid -> grid.title().equals(texts.of("overview.compare.goals")))
                        .findFirst()
                        .orElseThrow();
        assertThat(goals.note()).isEqualTo(texts.of("report.more"));
        assertThat(goals.lines().stream().flatMap(line -> line.cells().stream()).map(Block.Cell::text))
                .contains(
                        "Det ska nås Resultat: minst\u00a030. Ska nås: 40. Inte nått än.",
                        "Det ska nås Ska nås: 75 %. Står i rapporterna.");
    }

    private Life life(LegalSex sex, Optional<LocalDate> born) {
        return new Life(sex, born, "AF", first.minusDays(10), first, Optional.empty());
    }

    @Test
    void theYearsTogetherAreAllTimeAndSoIsTheirMoney() {
        paid(place.initiative());
        paid(structural);
        affairs.cost(place, affairs.funder(place), LocalDate.of(first.getYear() - 1, 2, 1), 500);
        var funder = affairs.funder(place);
        beans.getBean(InitiativeMoney.class)
                .setBudget(place.lead(), place.initiative(), today.getYear() + 1, Map.of(funder, 900L), 0);
        var years = overviews.years(place.officer(), List.of(place.initiative()));
        int sum = years.lines().stream()
                .flatMap(line -> line.people().stream())
                .mapToInt(
                        one -> one.number(Universe.STARTED, Group.ALL).number().orElse(0))
                .sum();
        assertThat(sum).isEqualTo(30);
        var all = overviews.years(place.officer(), List.of());
        assertThat(all.all()).isTrue();
        var paid = all.lines().stream().map(YearByYear.Line::paid).reduce(MoneyTable.Sum.NONE, MoneyTable.Sum::plus);
        assertThat(paid).isEqualTo(Overview.paid(overview(Optional.empty()).glances()));
        assertThat(paid.actual()).isEqualTo(2 * (1_000_001L + 70L) + 500L);
        var grid = all.tables(texts).getFirst();
        assertThat(grid.lines().getFirst().cells().getFirst()).isEqualTo(GlanceWords.NOTHING);
        assertThat(grid.lines().get(1).cells().getFirst().text()).isEqualTo("minst\u00a013");
        assertThat(grid.lines().getLast().label()).isEqualTo(Integer.toString(today.getYear() + 1));
        assertThat(all.tables(texts).getLast().lines())
                .allSatisfy(line -> assertThat(line.cells().getFirst().number()).isPresent());
    }

    private void paid(InitiativeId initiative) {
        var of = of(initiative);
        var money = beans.getBean(InitiativeMoney.class);
        var funder = affairs.funder(of);
        money.setBudget(place.lead(), initiative, today.getYear(), Map.of(funder, 3_000_000L), 0);
        affairs.cost(of, funder, today, 1_000_001L);
        affairs.cost(of, affairs.funder(of), today.minusYears(1), 70L);
    }

    @Test
    void whatIsTypedFromTheTableIsWhatStandsInTheFile() {
        var visitor = new Visitor(port).signIn(world.email(place.officer()));
        var year = Integer.toString(first.plusDays(20).getYear());
        var tables = new FinsamTables(overviews.ofYear(place.officer(), Optional.of(year)), texts);
        var shown = CELLS.matcher(visitor.get("/overview/finsam?year=" + year).body())
                .results()
                .map(row -> CELL.matcher(row.group(1))
                        .results()
                        .map(cell -> HtmlUtils.htmlUnescape(cell.group(1)))
                        .toList())
                .toList();
        var file = visitor.get("/overview/finsam.csv?year=" + year);
        assertThat(file.headers().firstValue("content-disposition").orElseThrow())
                .contains("uppfoljning-finsam-" + year);
        var rows = file.body().lines().skip(1).toList();
        var lines = tables.entries().stream()
                .flatMap(entry -> entry.counts().lines().stream())
                .toList();
        assertThat(rows).hasSameSizeAs(lines);
        for (int i = 0; i < lines.size(); i++) {
            var cells = lines.get(i).cells().stream().map(Block.Cell::text).toList();
            assertThat(rows.get(i)).endsWith(";" + lines.get(i).label() + ";" + String.join(";", cells));
            assertThat(shown.get(i)).containsExactlyElementsOf(cells);
        }
        var row = rows.stream()
                .filter(one -> one.startsWith("Provinsatsen") && one.contains("Har startat"))
                .findFirst();
        assertThat(row.orElseThrow()).contains("Till personer", "Varje deltagare följs upp", ";Nej;");
        assertThat(rows)
                .anyMatch(one ->
                        one.startsWith("Insats av få") && one.contains("visas inte än;visas inte än;visas inte än"));
        var work = tables.entries().stream()
                .filter(entry -> entry.glance().initiative().id().equals(place.initiative()))
                .flatMap(entry -> entry.counts().lines().stream())
                .filter(line -> line.label().contains("Arbete eller studier")
                        || line.label().endsWith("Arbete"))
                .findFirst();
        assertThat(work.orElseThrow().cells().stream().map(Block.Cell::text).limit(3))
                .containsExactly("7", "0", "7");
    }

    /** The cells of a line of counts, without its heading. */
    private static final Pattern CELLS =
            Pattern.compile("<tr><th scope=\"row\">[^<]*</th>\\s*((?:<td [^>]*>[^<]*</td>\\s*)+)</tr>");

    private static final Pattern CELL = Pattern.compile("<td [^>]*>([^<]*)</td>");

    @Test
    void noNumberOfWomenOrMenStandsFlatWhereSomeAreToldOfTogether() {
        var mixed = world.initiative(place.association(), place.kommun(), "Blandad insats", place.lead());
        var lives = lives(mixed);
        started(lives, 20, LegalSex.WOMAN, first);
        started(lives, 20, LegalSex.MAN, first);
        ended(lives, 7, LegalSex.WOMAN, first, "WORK");
        ended(lives, 6, LegalSex.MAN, first, "JOB_SEEKER");
        // One man is too few: they wait until they are told of together.
        ended(lives, 7, LegalSex.WOMAN, first, last.minus(4).first(), "WORK");
        ended(lives, 1, LegalSex.MAN, first, last.minus(4).first(), "WORK");
        closing.close(mixed);
        var entry = new FinsamTables(overviews.of(place.officer(), List.of(mixed), Optional.empty()), texts)
                .entries()
                .getFirst();
        assertThat(typed(entry, "Avslutade till: Arbete")).containsExactly("minst\u00a07", "visas ihop", "15");
        assertThat(typed(entry, "Avslutade till: Övrigt")).containsExactly("visas ihop", "minst\u00a06", "6");
    }

    private static List<String> typed(FinsamTables.Entry entry, String label) {
        return entry.counts().lines().stream()
                .filter(line -> line.label().equals(label))
                .flatMap(line -> line.cells().stream().limit(3))
                .map(Block.Cell::text)
                .toList();
    }

    @Test
    void theAnnualFiguresAddUpAndAreTakenAlongInFourForms() {
        paid(place.initiative());
        paid(structural);
        affairs.goal(place, Goal.Measure.PARTICIPANTS, 25);
        affairs.goal(place, Goal.Measure.USEFUL, 75);
        var report = new ReportExamples(beans).released(place);
        var annual = overviews.annual(place.officer(), Optional.empty(), "sv");
        var chapters = new AnnualFigures(annual, texts).chapters();
        var money = grids(chapters, Section.MONEY);
        assertThat(money).hasSize(2);
        assertThat(money.getFirst().lines().getLast().cells())
                .isEqualTo(money.getLast().lines().getLast().cells());
        assertThat(money.getFirst()
                        .lines()
                        .getLast()
                        .cells()
                        .get(1)
                        .number()
                        .orElseThrow()
                        .longValue())
                .isEqualTo(2 * 1_000_001L);
        var started = grids(chapters, Section.PEOPLE).getFirst();
        assertThat(started.lines()).hasSize(4);
        assertThat(annual.latest())
                .hasEntrySatisfying(
                        place.initiative(), one -> assertThat(one.id()).isEqualTo(report));
        assertThat(grids(chapters, Section.SUMMARY).getFirst().lines()).hasSize(1);
        assertThat(owner.sql("select count(*) from report_reads where report_id = ?")
                        .param(report.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(glance(annual.overview(), place.initiative()).goals())
                .isEqualTo(beans.getBean(GoalResults.class)
                        .of(
                                place.officer(),
                                glance(annual.overview(), place.initiative()).initiative(),
                                today));
        var visitor = new Visitor(port).signIn(world.email(place.officer()));
        assertThat(visitor.get("/overview/annual").body())
                .contains("Siffror till årsredovisningen", "2\u00a0000\u00a0002")
                .containsOnlyOnce("Står i rapporterna")
                .doesNotContain(texts.of("report.goals.unknown"));
        for (var form : List.of("pdf", "docx", "xlsx")) {
            var answer = visitor.get("/overview/annual." + form);
            assertThat(answer.statusCode()).as(form).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
                    .contains("." + form);
        }
    }

    private static List<Grid> grids(List<Chapter> chapters, Section section) {
        return chapters.stream()
                .filter(chapter -> chapter.section() == section)
                .flatMap(chapter -> chapter.blocks().stream())
                .filter(Grid.class::isInstance)
                .map(Grid.class::cast)
                .toList();
    }

    @Test
    void everybodySeesWhatIsTheirsAndNothingElse() {
        var elsewhere = world.place();
        var foreign = overviews.of(elsewhere.officer(), List.of(place.initiative()), Optional.empty());
        assertThat(foreign.glances()).isEmpty();
        assertThat(overviews
                        .of(elsewhere.officer(), List.of(), Optional.empty())
                        .glances())
                .extracting(one -> one.initiative().id())
                .containsExactly(elsewhere.initiative());
        var other = world.person(place.kommun(), "Lova Ledare", Role.LEAD);
        assertThat(overviews.of(other, List.of(), Optional.empty()).choices()).isEmpty();
        var own = world.initiative(place.association(), place.kommun(), "Lovas insats", other);
        assertThat(overviews.of(other, List.of(), Optional.empty()).choices())
                .extracting(Overview.Choice::id)
                .containsExactly(own);
        // What a lead sees is not the association's, and isn't called so.
        assertThatThrownBy(() -> overviews.annual(place.lead(), Optional.empty(), "sv"))
                .isInstanceOf(NotFoundException.class);
        var visitor = new Visitor(port).signIn(world.email(place.lead()));
        assertThat(visitor.get("/overview").body())
                .contains("Insatserna som du leder")
                .doesNotContain("Alla insatser", "Årsredovisning");
        assertThat(visitor.get("/overview/years").body()).contains("De 4 insatser som du leder, tillsammans");
        var board = world.person(place.kommun(), "Berit Styrelse", Role.BOARD);
        assertThat(overviews.of(board, List.of(), Optional.empty()).glances()).hasSize(5);
        assertThatThrownBy(() -> overviews.of(place.caseworker(), List.of(), Optional.empty()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> overviews.annual(place.administrator(), Optional.empty(), "sv"))
                .isInstanceOf(NotFoundException.class);
        assertThat(owner.sql("select count(*) from journal where actor_id = ? and action = 'SEE_STATISTICS'")
                        .param(board.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void agreedFidelityIsToldInSumsToTheOfficeAndToNobodyElse() {
        new FidelityExamples(beans).agreed(place, place.caseworker());
        var agreed = glance(overview(Optional.empty()), place.initiative())
                .fidelity()
                .orElseThrow();
        assertThat(agreed.sum()).isEqualTo(3 * agreed.scale().items().size());
        assertThat(agreedAs(place.officer())).isNotEmpty();
        assertThat(agreedAs(place.lead())).isNotEmpty();
        assertThat(agreedAs(place.otherCaseworker())).isEmpty();
        assertThat(agreedAs(world.place().officer())).isEmpty();
    }

    private Map<InitiativeId, List<Reviews.Agreed>> agreedAs(Actor.Staff actor) {
        return transaction.execute(_ -> {
            guard.allowed(actor, place.initiative());
            return beans.getBean(Reviews.class).agreed(List.of(place.initiative()));
        });
    }

    @Test
    void whatCannotBeShownIsAnsweredInWords() {
        var visitor = new Visitor(port).signIn(world.email(place.officer()));
        for (var year : List.of("1900", "abc", "9999999999999", "-1")) {
            assertThat(visitor.get("/overview?year=" + year).body()).contains("Det finns inget att visa för " + year);
            assertThat(visitor.get("/overview/annual?year=" + year).body())
                    .contains("Du ser " + today.getYear() + " i stället");
        }
        for (var file : List.of("annual.pdf", "annual.docx", "annual.xlsx", "finsam.csv")) {
            assertThat(visitor.get("/overview/" + file + "?year=abc").statusCode())
                    .as(file)
                    .isEqualTo(404);
        }
        var unknown = UUID.randomUUID();
        var one = visitor.get("/overview/compare?initiative=" + place.initiative() + "&initiative=" + unknown);
        assertThat(one.body()).contains("Välj två till fyra insatser.", "value=\"" + place.initiative() + "\" checked");
        assertThat(visitor.get("/overview/compare").body()).doesNotContain("Välj två till fyra insatser.");
        var compared = visitor.get("/overview/compare?initiative=%s&initiative=%s&initiative=%s"
                .formatted(place.initiative(), few, structural));
        assertThat(compared.body())
                .contains("En skillnad i resultat är inte en effekt", "54 % (29–77 %), 7 av 13", "visas inte än");
        assertThat(visitor.get("/overview/years?initiative=" + unknown).body())
                .contains("Det finns inget att visa om de insatserna än.");
        assertThat(visitor.get("/overview/compare?initiative=abc").statusCode()).isEqualTo(404);
    }

    @Test
    void moreInitiativesCostNoMoreStatementsButThoseOfTheGuard() {
        int before = statements();
        for (int i = 0; i < 10; i++) {
            world.initiative(place.association(), place.kommun(), "Ännu en insats " + i, place.lead());
        }
        assertThat(before).isPositive().isLessThan(40);
        assertThat(statements() - before).isLessThanOrEqualTo(2 * 10);
    }

    private static final Pattern STATEMENT = Pattern.compile("^Executing prepared SQL statement");

    private int statements() {
        var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var told = new ListAppender<ILoggingEvent>();
        var level = log.getLevel();
        var additive = log.isAdditive();
        told.start();
        log.addAppender(told);
        log.setAdditive(false);
        log.setLevel(Level.DEBUG);
        var thread = Thread.currentThread().getName();
        try {
            overview(Optional.empty());
        } finally {
            log.setLevel(level);
            log.setAdditive(additive);
            log.detachAppender(told);
        }
        return (int) new ArrayList<>(told.list)
                .stream()
                        .filter(event -> event.getThreadName().equals(thread)
                                && STATEMENT
                                        .matcher(event.getFormattedMessage())
                                        .find())
                        .count();
    }
}
