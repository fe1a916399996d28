package se.framsteg.program;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import se.framsteg.program.CountedBySql.Question;
import se.framsteg.program.CountedBySql.Table;
import se.framsteg.shared.Time;
import se.framsteg.testing.Visitor;

/**
 * The reports of the invented population, as Excel files: every cell with a figure is worked out once more in plain SQL, by somebody who had
 * read the documentation, and not the program. Those that have been released, and drafts of a team and of the structural initiative, which have
 * the other chapters. A cell that nobody has worked out is a fault, unless it is of those that hold words and days.
 */
final class ReportBySql {
    private static final String PASSWORD = "stegvis-framat";

    /** What the chapters of the IPS initiative’s draft are, besides those that it has chosen. */
    private static final List<String> MORE_CHAPTERS = List.of("INCOME", "PROGRESSION", "EVALUATION", "FIDELITY");

    private static final Pattern SECTION = Pattern.compile("value=\"([A-Z]+)\" checked");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    /** Columns of words and days. */
    private static final Set<String> WORDS =
            Set.of("Ansvarig", "Klart till", "Hur det går", "Dag", "För", "Period", "Siffran gäller");

    private static final Set<String> COUNTS = Set.of("Alla", "Kvinnor", "Män");
    private static final Set<String> ABOUT_PARTICIPANTS =
            Set.of("Deltagare", "Försörjning", "Hur det gick", "Stöd och insatser", "Stegförflyttning");

    /** Lines under and between the tables that hold no figure but days. */
    private static final Pattern DAYS = Pattern.compile(
            "Räknat på \\d+ \\p{L}+ \\d{4} – \\d+ \\p{L}+ \\d{4}\\.( Det finns några till, men för få för att berättas"
                    + " än\\.)?|Alla som har utbildats till och med \\d+ \\p{L}+ \\d{4}\\. .*");

    private static final Pattern WITHOUT_SEX = Pattern.compile("(?:.* )?(\\d+) berättas utan kön, .*");
    private static final List<String> TITLES = List.of("Vad", "Mål", "Vem som betalar", "Steg", "Fråga", "Skala");

    private final Connection database;
    private final CountedBySql counted;
    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private final SoftAssertions softly = new SoftAssertions();

    /** How many figures of each chapter have been held against the SQL. */
    private final Map<String, Integer> figures = new TreeMap<>();

    private record Report(String id, String initiative, LocalDate from, LocalDate to) {}

    private record Grid(String title, List<String> columns, List<List<String>> lines) {}

    private ReportBySql(Connection database) throws SQLException, IOException {
        this.database = database;
        this.counted = CountedBySql.of(database, today);
    }

    static void assertSame(int port, Connection database) throws SQLException, IOException {
        new ReportBySql(database).assertSame(port);
    }

    private void assertSame(int port) throws SQLException, IOException {
        var officer = new Visitor(port).signIn("ingrid@kansli.example", PASSWORD);
        var released = reports("released_at is not null");
        assertThat(released).as("released reports").hasSizeGreaterThan(20);
        for (var report : released) {
            check(officer, report);
        }
        var ips = new Visitor(port).signIn("ledare@hammarnas.example", PASSWORD);
        var initiative = initiative("IPS%");
        var chapters = "/initiatives/" + initiative + "/reports/chapters";
        var chosen = SECTION.matcher(ips.get(chapters).body())
                .results()
                .map(hit -> hit.group(1))
                .toList();
        choose(
                ips,
                chapters,
                Stream.concat(chosen.stream(), MORE_CHAPTERS.stream())
                        .distinct()
                        .toList());
        checkDraft(ips, initiative, today.minusMonths(9), today);
        choose(ips, chapters, chosen);
        checkDraft(
                new Visitor(port).signIn("ledare@bjorkfors.example", PASSWORD),
                initiative("%Björkfors"),
                today.minusYears(2),
                today);
        checkDraft(
                new Visitor(port).signIn("ledare@alnas.example", PASSWORD),
                initiative("%Alnäs"),
                today.minusMonths(14),
                today.minusMonths(7));
        checkDraft(
                new Visitor(port).signIn("ledare@ekby.example", PASSWORD),
                initiative("Samsyn%"),
                today.minusYears(1),
                today);
        softly.assertAll();
        assertThat(figures.keySet())
                .as("chapters with figures: %s", figures)
                .contains(
                        "Mål och resultat",
                        "Deltagare",
                        "Stöd och insatser",
                        "Deltagarnas omdöme",
                        "Aktiviteter",
                        "Utbildad personal",
                        "Programtrohet",
                        "Budget och utfall");
    }

    private void choose(Visitor lead, String path, List<String> sections) {
        var version = VERSION.matcher(lead.get(path).body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        var answer = lead.postWithoutToken(
                path,
                Stream.concat(
                                sections.stream().map(section -> "sections=" + section),
                                Stream.of(
                                        "version=" + version,
                                        "_csrf=" + URLEncoder.encode(lead.token(), StandardCharsets.UTF_8)))
                        .toList());
        assertThat(answer.statusCode()).as("choosing chapters").isEqualTo(302);
    }

    /** Of a report that is begun for it, and thrown away again. */
    private void checkDraft(Visitor lead, String initiative, LocalDate from, LocalDate to)
            throws SQLException, IOException {
        var begun = lead.post(
                "/initiatives/" + initiative + "/reports/new",
                Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "kind",
                        "QUARTERLY",
                        "from",
                        from.toString(),
                        "to",
                        to.toString()));
        var path =
                URI.create(begun.headers().firstValue("Location").orElseThrow()).getPath();
        check(lead, reports("id = '" + path.replace("/reports/", "") + "'").getFirst());
        assertThat(lead.post(path + "/drop", Map.of("version", "0")).statusCode())
                .as("throwing away")
                .isEqualTo(302);
    }

    private void check(Visitor reader, Report report) throws SQLException, IOException {
        var file = reader.fetch("/reports/" + report.id() + "/report.xlsx").body();
        try (var excel = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (var sheet : excel.getSheets().skip(1).toList()) {
                var rows = sheet.read().stream()
                        .map(row -> row.stream()
                                .map(cell -> cell == null ? "" : cell.getText())
                                .toList())
                        .toList();
                if (!sheet.getName().equals(counted.text("report.section.FRAME"))) {
                    check(report, sheet.getName(), rows);
                }
            }
        }
    }

    private void check(Report report, String chapter, List<List<String>> rows) throws SQLException {
        var grids = new ArrayList<Grid>();
        var remarks = new ArrayList<String>();
        for (var row : rows) {
            var filled = row.stream().filter(cell -> !cell.isEmpty()).count();
            if (filled == 1) {
                remarks.add(row.getFirst());
            } else if (filled > 1 && TITLES.contains(row.getFirst())) {
                grids.add(new Grid(remarks.removeLast(), row, new ArrayList<>()));
            } else if (filled > 1) {
                grids.getLast().lines().add(row);
            }
        }
        for (var grid : grids) {
            var expected = expected(report, chapter, grid);
            for (var line : grid.lines()) {
                for (var i = 1; i < line.size(); i++) {
                    check(report, chapter, grid, line, i, expected);
                }
            }
            softly.assertThat(grid.lines().stream().map(List::getFirst).collect(toSet()))
                    .as("lines of %s in %s of %s", grid.title(), chapter, report)
                    .containsAll(expected.keySet());
        }
        remarks.stream()
                .filter(remark -> Pattern.compile("\\d").matcher(remark).find()
                        && !DAYS.matcher(remark).matches())
                .forEach(remark -> {
                    softly.assertThat(WITHOUT_SEX.matcher(remark).matches())
                            .as("a line with a figure that nobody has worked out: %s in %s", remark, chapter)
                            .isTrue();
                });
    }

    private void check(
            Report report,
            String chapter,
            Grid grid,
            List<String> line,
            int i,
            Map<String, Map<String, String>> expected) {
        var column = grid.columns().get(i);
        if (WORDS.contains(column)
                || line.get(i).isEmpty()
                        && !expected.getOrDefault(line.getFirst(), Map.of()).containsKey(column)) {
            return;
        }
        softly.assertThat(line.get(i))
                .as("%s, %s of %s in %s of %s", line.getFirst(), column, grid.title(), chapter, report)
                .isEqualTo(
                        expected.getOrDefault(line.getFirst(), Map.of()).getOrDefault(column, "worked out by nobody"));
        if (COUNTS.contains(column) && ABOUT_PARTICIPANTS.contains(chapter)) {
            softly.assertThat(line.get(i))
                    .as("few in %s of %s", grid.title(), report)
                    .doesNotMatch("[1-5]");
        }
        figures.merge(chapter, 1, Integer::sum);
    }

    /** By line and column, as it is to be shown. */
    private Map<String, Map<String, String>> expected(Report report, String chapter, Grid grid) throws SQLException {
        if (chapter.equals(counted.text("report.section.GOALS"))) {
            return goals(report);
        }
        if (chapter.equals(counted.text("report.section.TRAINING"))) {
            return grid.title().equals(counted.text("report.training.courses")) ? courses(report) : trained(report);
        }
        if (chapter.equals(counted.text("report.section.MONEY"))) {
            return money(report, grid.title());
        }
        if (chapter.equals(counted.text("report.section.ACTIVITIES"))) {
            return activities(report);
        }
        if (chapter.equals(counted.text("report.section.EVALUATION"))) {
            return opinions(report, grid.title());
        }
        if (chapter.equals(counted.text("report.section.FIDELITY"))) {
            return fidelity(report);
        }
        if (chapter.equals(counted.text("report.section.IMPLEMENTATION"))) {
            return Map.of();
        }
        return grid.title().startsWith(counted.text("report.numbers") + ",")
                ? numbers(report, grid)
                : divided(report, chapter, grid);
    }

    private Question question(Report report, String title) {
        var whole = title.endsWith(", " + counted.text("report.since-start"));
        return new Question(
                Set.of(report.initiative()),
                whole ? LocalDate.of(1900, 1, 1) : report.from(),
                report.to(),
                Optional.empty());
    }

    private Map<String, Map<String, String>> numbers(Report report, Grid grid) {
        var lines = new LinkedHashMap<String, Map<String, String>>();
        for (var universe : List.of("STARTED", "ENDED", "ONGOING", "NOT_STARTED")) {
            var table = new Table(universe, "NUMBER", Set.of(""), 0, Map.of("ALL", Set.of("ALL")), Set.of());
            var cells = new LinkedHashMap<String, String>();
            for (var group : CountedBySql.GROUPS) {
                cells.put(
                        counted.text("statistics.group." + group),
                        counted.number(question(report, grid.title()), table, "ALL", group)
                                .map(Object::toString)
                                .orElse("–"));
            }
            lines.put(counted.text("statistics.universe." + universe), cells);
        }
        return lines;
    }

    private Map<String, Map<String, String>> divided(Report report, String chapter, Grid grid) {
        var title = grid.title().substring(0, grid.title().lastIndexOf(", "));
        var columns = grid.lines().stream().map(List::getFirst).collect(toSet());
        var universe = Stream.of("STARTED", "ENDED", "NOT_STARTED")
                .filter(one ->
                        !one.equals("NOT_STARTED") || columns.contains(counted.text("statistics.column.WHY.DECLINED")))
                .filter(one -> chapter.equals(counted.text("report.section.PEOPLE"))
                        ? !one.equals("ENDED")
                        : one.equals("ENDED"))
                .findFirst()
                .orElseThrow();
        var table = counted.table(universe, title, columns);
        var question = question(report, grid.title());
        var lines = new LinkedHashMap<String, Map<String, String>>();
        for (var column : columns) {
            var cells = new LinkedHashMap<String, String>();
            for (var group : CountedBySql.GROUPS) {
                cells.put(
                        counted.text("statistics.group." + group),
                        counted.number(question, table, column, group)
                                .map(Object::toString)
                                .orElse("–"));
            }
            counted.share(question, table, column, "ALL").ifPresent(share -> {
                cells.put(counted.text("report.column.share"), share.percent() + " %");
                cells.put(counted.text("report.column.interval"), share.low() + "–" + share.high() + " %");
            });
            lines.put(column, cells);
        }
        return lines;
    }

    private Map<String, Map<String, String>> goals(Report report) throws SQLException {
        var sinceStart =
                new Question(Set.of(report.initiative()), LocalDate.of(1900, 1, 1), report.to(), Optional.empty());
        var started = counted.number(
                sinceStart,
                new Table("STARTED", "NUMBER", Set.of(""), 0, Map.of("ALL", Set.of("ALL")), Set.of()),
                "ALL",
                "ALL");
        var useful = useful(report);
        return lines("""
            select g.text, g.measure, g.target, g.unit, g.outcomes, r.value, r.words,
              (select count(distinct coalesce(cast(t.staff_id as text), lower(trim(t.name)) || '|' || lower(trim(t.role)))) from trainings t
                where t.initiative_id = g.initiative_id and t.removed_at is null and t.done_on <= cast(:to as date)) as trained,
              (select sum(a.women + a.men + a.untold) from initiative_activities a where a.initiative_id = g.initiative_id
                and a.removed_at is null and a.kind = 'TRAINING' and a.held_on <= cast(:to as date)) as reached
            from initiative_goals g left join lateral (
              select * from initiative_goal_results r where r.goal_id = g.id and r.reached_on <= cast(:to as date)
              order by r.reached_on desc, r.number desc limit 1) r on true
            where g.initiative_id = cast(:initiative as uuid) and g.withdrawn_on is null
            """, report, row -> {
            var target = row.getBigDecimal("target");
            return Map.entry(
                    row.getString("text"),
                    switch (row.getString("measure")) {
                        case "PARTICIPANTS" -> goal(target, target.toString(), started.map(BigDecimal::new));
                        case "ONWARD" ->
                            goal(target, counted.onward(sinceStart, CountedBySql.strings(row.getArray("outcomes"))));
                        case "USEFUL" -> goal(target, useful);
                        case "STAFF_TRAINED" ->
                            goal(
                                    target,
                                    target.toString(),
                                    Optional.of(Optional.ofNullable(row.getBigDecimal("reached"))
                                            .orElse(row.getBigDecimal("trained"))));
                        case "FREE" ->
                            free(target, row.getString("unit"), row.getBigDecimal("value"), row.getString("words"));
                        default -> throw new AssertionError(row.getString("measure"));
                    });
        });
    }

    private Map<String, String> goal(BigDecimal target, String shown, Optional<BigDecimal> result) {
        return goal(shown, result.map(ReportBySql::plain), result.map(number -> number.compareTo(target) >= 0));
    }

    /** @param share a part, and of how many */
    private Map<String, String> goal(BigDecimal target, Optional<List<Integer>> share) {
        return goal(
                plain(target) + " %",
                share.map(one -> "%s %% (%d av %d som har avslutat)"
                        .formatted(plain(percent(one)).replace('.', ','), one.getFirst(), one.getLast())),
                share.map(one -> BigDecimal.valueOf(100L * one.getFirst())
                                .compareTo(target.multiply(BigDecimal.valueOf(one.getLast())))
                        >= 0));
    }

    private static BigDecimal percent(List<Integer> share) {
        return BigDecimal.valueOf(100L * share.getFirst())
                .divide(BigDecimal.valueOf(share.getLast()), 1, RoundingMode.HALF_UP);
    }

    private Map<String, String> free(
            @Nullable BigDecimal target, String unit, @Nullable BigDecimal value, @Nullable String words) {
        var result = Stream.of(value == null ? "" : (plain(value) + " " + unit).strip(), words(words))
                .filter(part -> !part.isEmpty())
                .collect(joining(". "));
        return goal(
                target == null ? "–" : (plain(target) + " " + unit).strip(),
                Optional.of(result).filter(text -> !text.isEmpty()),
                value == null || target == null ? Optional.empty() : Optional.of(value.compareTo(target) >= 0));
    }

    private Map<String, String> goal(String target, Optional<String> result, Optional<Boolean> reached) {
        return Map.of(
                counted.text("report.goals.target"),
                target,
                counted.text("report.goals.result"),
                result.orElse(counted.text("report.goals.unknown")),
                counted.text("report.goals.reached"),
                reached.map(yes -> counted.text(yes ? "report.goals.yes" : "report.goals.no"))
                        .orElse("–"));
    }

    /** Answers on the two upper steps, of all that are told; none where some are told too coarsely to say. */
    private Optional<List<Integer>> useful(Report report) throws SQLException {
        var useful = 0;
        var all = 0;
        for (var occasion : List.of("FOLLOW_UP", "END")) {
            for (var steps : useful(report, occasion)) {
                var parts = parts(steps);
                if (steps.stream().allMatch(step -> step == 0)
                        || parts.stream().noneMatch(List.of(4)::equals)
                                && parts.stream().noneMatch(List.of(5, 4)::equals)) {
                    return Optional.empty();
                }
                useful +=
                        Math.toIntExact(steps.stream().filter(step -> step >= 4).count());
                all += Math.toIntExact(steps.stream().filter(step -> step > 0).count());
            }
        }
        return all == 0 ? Optional.empty() : Optional.of(List.of(useful, all));
    }

    /**
     * What was answered, steps and 0 for those who don’t know: of whole quarters that have ended, put together until there are five on the own
     * page and five on paper, or none of one kind; of those that had ended by the last day that is reported.
     */
    private List<List<Integer>> useful(Report report, String occasion) throws SQLException {
        var blocks = new ArrayList<List<Integer>>();
        var block = new ArrayList<Integer>();
        var own = 0;
        var papers = 0;
        try (var statement = database.createStatement();
                var row = statement.executeQuery("""
                    select quarter_start, array_agg(coalesce(useful, 0)) as steps, count(*) filter (where not on_paper) as own,
                      count(*) filter (where on_paper) as papers
                    from evaluation_answers where initiative_id = '%s' and occasion = '%s'
                      and quarter_start < date_trunc('quarter', date '%s') and quarter_start + interval '3 months' <= date '%s' + 1
                    group by quarter_start order by quarter_start
                    """.formatted(report.initiative(), occasion, today, report.to()))) {
            while (row.next()) {
                CountedBySql.list(row.getArray("steps")).forEach(step -> block.add(Integer.valueOf(step)));
                own += row.getInt("own");
                papers += row.getInt("papers");
                if ((own == 0 || own >= 5) && (papers == 0 || papers >= 5)) {
                    blocks.add(List.copyOf(block));
                    block.clear();
                    own = 0;
                    papers = 0;
                }
            }
        }
        return blocks;
    }

    private static String words(@Nullable String words) {
        return words == null ? "" : words;
    }

    private Map<String, Map<String, String>> trained(Report report) throws SQLException {
        var people = lines(
                """
                with people as (
                  select coalesce(cast(t.staff_id as text), lower(trim(t.name)) || '|' || lower(trim(t.role))) as who, bool_or(c.depth = 'IN_DEPTH') as deep
                  from trainings t join training_courses c on c.id = t.course_id
                  where t.initiative_id = cast(:initiative as uuid) and t.removed_at is null and t.done_on <= cast(:to as date) group by 1),
                of_them as (select count(*) filter (where deep) as deep, count(*) filter (where not deep) as short from people)
                select line, number, target from of_them left join training_goals g on g.initiative_id = cast(:initiative as uuid)
                cross join lateral (values ('in-depth', deep, g.in_depth), ('one-day', short, g.one_day), ('all', deep + short, g.in_depth + g.one_day))
                  as v(line, number, target)
                """,
                report,
                row -> Map.entry(
                        counted.text("report.training." + row.getString("line")),
                        Map.of(
                                counted.text("report.training.trained"),
                                row.getString("number"),
                                counted.text("report.training.goal"),
                                words(row.getString("target")))));
        assertThat(people).hasSize(3);
        return people;
    }

    private Map<String, Map<String, String>> courses(Report report) throws SQLException {
        return lines(
                """
                select c.name, count(*) filter (where t.done_on <= cast(:to as date)) as done,
                  count(*) filter (where t.done_on is null or t.done_on > cast(:to as date)) as planned
                from trainings t join training_courses c on c.id = t.course_id
                where t.initiative_id = cast(:initiative as uuid) and t.removed_at is null group by c.name
                """,
                report,
                row -> Map.entry(
                        row.getString("name"),
                        Map.of(
                                counted.text("report.training.done"),
                                row.getString("done"),
                                counted.text("report.training.planned"),
                                row.getString("planned"))));
    }

    /** Of the year that the title ends with, or of all; costs up to the last day that is reported. */
    private Map<String, Map<String, String>> money(Report report, String title) throws SQLException {
        var year = title.matches(".* \\d{4}") ? title.substring(title.length() - 4) : "null";
        var kinds = Map.of(
                "ASSOCIATION", "Samordningsförbundet",
                "FK", "Försäkringskassan",
                "AF", "Arbetsförmedlingen",
                "KOMMUN", "Kommunen",
                "REGION", "Regionen");
        return lines("""
            with money as (
              select b.party_id, b.amount as budget, 0 as actual from initiative_budgets b
              where b.initiative_id = cast(:initiative as uuid) and (%1$s is null or b.year = %1$s)
              union all
              select k.party_id, 0, k.amount from initiative_costs k
              where k.initiative_id = cast(:initiative as uuid) and k.removed_at is null and k.entered_on <= cast(:to as date)
                and (%1$s is null or extract(year from k.entered_on) = %1$s))
            select p.kind, p.name, p.in_kind, sum(m.budget) as budget, sum(m.actual) as actual
            from money m join initiative_parties p on p.id = m.party_id and p.removed_at is null
            group by grouping sets ((p.id, p.kind, p.name, p.in_kind), ())
            """.formatted(year.equals("null") ? "cast(null as integer)" : year), report, row -> {
            var budget = row.getBigDecimal("budget");
            var actual = row.getBigDecimal("actual");
            var name = row.getString("kind") == null
                    ? counted.text("report.money.sum")
                    : requireNonNull(kinds.get(row.getString("kind")))
                            + (row.getString("name").isEmpty() ? "" : ", " + row.getString("name"))
                            + (row.getBoolean("in_kind") ? " (egen insats)" : "");
            return Map.entry(
                    name,
                    Map.of(
                            counted.text("report.money.budget"),
                            plain(budget),
                            counted.text("report.money.actual"),
                            plain(actual),
                            counted.text("report.money.left"),
                            plain(budget.subtract(actual)),
                            counted.text("report.money.share"),
                            budget.signum() == 0
                                    ? "–"
                                    : actual.multiply(BigDecimal.valueOf(100)).divide(budget, 0, RoundingMode.HALF_UP)
                                            + " %"));
        });
    }

    private Map<String, Map<String, String>> activities(Report report) throws SQLException {
        return lines(
                """
                select coalesce(a.title, 'Tillsammans') as title, sum(women) as women, sum(men) as men, sum(women + men + untold) as reached
                from initiative_activities a
                where a.initiative_id = cast(:initiative as uuid) and a.removed_at is null
                  and a.held_on between cast(:from as date) and cast(:to as date)
                group by grouping sets ((a.id, a.title), ())
                """,
                report,
                row -> Map.entry(
                        row.getString("title"),
                        Map.of(
                                "Kvinnor",
                                row.getString("women"),
                                "Män",
                                row.getString("men"),
                                "Nådda",
                                row.getString("reached"))));
    }

    /** Points that were agreed on in reviews of what has been. */
    private Map<String, Map<String, String>> fidelity(Report report) throws SQLException {
        return lines("""
            select 'Programtrohet till IPS (25 frågor)' as scale, sum(g.score) as points
            from fidelity_reviews v join fidelity_agreed g on g.review_id = v.id
            where v.initiative_id = cast(:initiative as uuid) and v.agreed_at is not null and v.dropped_at is null and v.to_on <= cast(:to as date)
            group by v.id
            """, report, row -> Map.entry(row.getString("scale"), Map.of("Poäng", row.getString("points"))));
    }

    /** In whole quarters that have ended, put together until there are five answers: how many took which step. */
    private Map<String, Map<String, String>> opinions(Report report, String title) throws SQLException {
        var occasion = title.startsWith("Vid uppföljning") ? "FOLLOW_UP" : "END";
        var quarters = Pattern.compile("[Kk]vartal (\\d) (\\d{4})")
                .matcher(title)
                .results()
                .toList();
        var first = quarter(quarters.getFirst().group(1), quarters.getFirst().group(2));
        var last = quarter(quarters.getLast().group(1), quarters.getLast().group(2));
        var answers = new LinkedHashMap<String, List<Integer>>();
        var block = new ArrayList<String>();
        try (var statement = database.prepareStatement("""
            with quarters as (
              select quarter_start, count(*) as answers from evaluation_answers
              where initiative_id = cast(? as uuid) and occasion = ? and quarter_start < date_trunc('quarter', cast(? as date))
              group by quarter_start),
            summed as (select q.*, sum(answers) over (order by quarter_start) as so_far from quarters q)
            select a.*, (select count(*) from evaluation_answers x where x.initiative_id = a.initiative_id and x.on_paper) as papers,
              (select coalesce(sum(answers), 0) from quarters where quarter_start < cast(? as date)) as before
            from evaluation_answers a where a.initiative_id = cast(? as uuid) and a.occasion = ? and a.quarter_start between cast(? as date) and cast(? as date)
            """)) {
            var values = List.of(
                    report.initiative(),
                    occasion,
                    today.toString(),
                    first.toString(),
                    report.initiative(),
                    occasion,
                    first.toString(),
                    last.toString());
            for (var i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    block.add(row.getString("id"));
                    for (var question : List.of("useful", "influence", "next_step", "treatment")) {
                        answers.computeIfAbsent(question, key -> new ArrayList<>())
                                .add(row.getInt(question));
                    }
                }
            }
        }
        softly.assertThat(block.size()).as("answers in %s", title).isGreaterThanOrEqualTo(5);
        var texts = Map.of(
                "useful", "Stödet har varit till nytta för mig.",
                "influence", "Jag har fått vara med och bestämma.",
                "next_step", "Jag vet vad nästa steg är.",
                "treatment", "Jag har blivit bra bemött.");
        var lines = new LinkedHashMap<String, Map<String, String>>();
        answers.forEach((question, steps) -> lines.put(
                requireNonNull(texts.get(question)), Map.of("Svaret i mitten", middle(steps), "Antal", tally(steps))));
        return lines;
    }

    private static final List<String> STEPS = List.of(
            "Vet inte",
            "Stämmer inte alls",
            "Stämmer ganska dåligt",
            "Varken eller",
            "Stämmer ganska bra",
            "Stämmer helt");

    private static String middle(List<Integer> steps) {
        var known = steps.stream().filter(step -> step > 0).sorted().toList();
        return known.size() < 5 ? "för få som vet" : STEPS.get(known.get((known.size() - 1) / 2));
    }

    private static String tally(List<Integer> steps) {
        var parts = parts(steps);
        return parts.isEmpty()
                ? "visas inte: något av talen är mellan 1 och 4"
                : parts.stream()
                        .map(part -> (part.size() == 1
                                        ? STEPS.get(part.getFirst())
                                        : STEPS.get(part.getFirst()) + " till " + STEPS.get(part.getLast()))
                                + ": " + number(steps, part))
                        .collect(joining(" · "));
    }

    /** The finest of the ways to put steps together (ADR 13) in which each number is none, or five or more; of steps together, six. */
    private static List<List<Integer>> parts(List<Integer> steps) {
        return Stream.of(
                        List.of(List.of(5), List.of(4), List.of(3), List.of(2), List.of(1)),
                        List.of(List.of(5, 4), List.of(3), List.of(2, 1)),
                        List.of(List.of(5, 4, 3), List.of(2, 1)))
                .filter(parts -> parts.stream()
                        .allMatch(part -> number(steps, part) == 0 || number(steps, part) >= (part.size() > 1 ? 6 : 5)))
                .findFirst()
                .orElse(List.of());
    }

    private static int number(List<Integer> steps, List<Integer> part) {
        return Math.toIntExact(steps.stream().filter(part::contains).count());
    }

    private static LocalDate quarter(String number, String year) {
        return LocalDate.of(Integer.parseInt(year), 3 * Integer.parseInt(number) - 2, 1);
    }

    private interface Line {
        Map.Entry<String, Map<String, String>> of(java.sql.ResultSet row) throws SQLException;
    }

    private Map<String, Map<String, String>> lines(String sql, Report report, Line line) throws SQLException {
        var lines = new LinkedHashMap<String, Map<String, String>>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql.replace(":initiative", "'" + report.initiative() + "'")
                        .replace(":from", "'" + report.from() + "'")
                        .replace(":to", "'" + report.to() + "'"))) {
            while (row.next()) {
                var made = line.of(row);
                lines.put(made.getKey(), made.getValue());
            }
        }
        return lines;
    }

    private List<Report> reports(String which) throws SQLException {
        var reports = new ArrayList<Report>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select * from reports where " + which + " order by from_on")) {
            while (row.next()) {
                reports.add(new Report(
                        row.getString("id"),
                        row.getString("initiative_id"),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("to_on", LocalDate.class)));
            }
        }
        return reports;
    }

    private String initiative(String name) throws SQLException {
        return Secrets.values(database, "select id from initiatives where name like '" + name + "'")
                .getFirst();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
