package se.framsteg.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.framsteg.shared.Time;
import se.framsteg.testing.Visitor;

/**
 * The fidelity of the invented IPS unit worked out once more, in plain SQL written from the documentation by somebody who had not read the
 * program ({@code fidelity-by-sql.sql}), and held against what the program shows its lead.
 */
final class FidelityBySql {
    private static final String LEAD = "ledare@hammarnas.example";
    private static final Pattern ROW = Pattern.compile("<tr><th scope=\"row\">(\\d+)\\. (.*?)</tr>", Pattern.DOTALL);
    private static final Pattern SCORE = Pattern.compile("data-label=\"Poäng\"><strong>(\\d+)</strong> av 5");
    private static final Pattern VALUE =
            Pattern.compile("<strong>([^<]*)</strong> <span class=\"soft\">([^<]*)</span>", Pattern.DOTALL);
    private static final Pattern BLANKS = Pattern.compile("<span class=\"blanks\">([^<]*)</span>");
    private static final Pattern TOO_NEW = Pattern.compile("<span class=\"figures soft\">([^<]*) var med kortare än");
    private static final Pattern MONTHS = Pattern.compile("<table class=\"months-table\">.*?</table>", Pattern.DOTALL);
    private static final Pattern MONTH = Pattern.compile("<th scope=\"col\">(\\p{L}+)\\.? (\\d\\d)</th>");
    private static final Pattern MEAN = Pattern.compile("<td>([^<]*)</td>");
    private static final List<String> MONTH_NAMES =
            List.of("jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec");

    /** Spaces that don't break, or thin ones, stand between thousands; a comma before decimals. */
    private static final Pattern NUMBER =
            Pattern.compile("\\d{1,3}(?:[\\u00a0\\u2009\\u202f]\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?");

    private FidelityBySql() {}

    /** That the program shows what the SQL works out, of the six months up to today and month by month. */
    static void assertSame(Program program, Connection database) throws Exception {
        assertSame(program.port(), database);
    }

    private static void assertSame(int port, Connection database) throws SQLException, IOException {
        var unit = unit(database);
        var page = new Visitor(port)
                .signIn(LEAD, "stegvis-framat")
                .get("/initiatives/" + unit.initiative() + "/fidelity")
                .body();
        var worked = workedOut(database, unit, LocalDate.now(Time.SWEDEN));
        var shown = shown(page);
        assertThat(shown.keySet()).as("items of IPS-25 that are worked out").containsExactlyElementsOf(worked.keySet());
        assertSoftly(softly -> worked.forEach((item, figures) -> softly.assertThat(shown.get(item))
                .as("item %d of IPS-25 on the page, beside what docs/fidelity.md comes to in SQL", item)
                .isEqualTo(figures)));
        assertSameMonths(page, database, unit);
    }

    private static void assertSameMonths(String page, Connection database, Unit unit) throws SQLException, IOException {
        var table = first(MONTHS, page);
        assertThat(table).as("the table of months").isNotNull();
        var months = MONTH.matcher(table.group()).results().toList();
        var means = MEAN.matcher(table.group()).results().toList();
        assertThat(means)
                .as("a mean score for each month")
                .hasSameSizeAs(months)
                .hasSize(12);
        for (var i = 0; i < months.size(); i++) {
            var month = YearMonth.of(
                    2000 + Integer.parseInt(months.get(i).group(2)),
                    1 + MONTH_NAMES.indexOf(months.get(i).group(1)));
            var worked = workedOut(database, unit, month.atEndOfMonth());
            assertThat(number(means.get(i).group(1), 0))
                    .as("mean score of the six months to the end of %s, of %s", month, worked)
                    .isEqualTo(mean(worked));
        }
    }

    private static @Nullable BigDecimal mean(Map<Integer, Figures> worked) {
        var scores = worked.values().stream()
                .map(Figures::score)
                .filter(score -> score != null)
                .toList();
        var sum = scores.stream().mapToInt(Integer::intValue).sum();
        return scores.isEmpty()
                ? null
                : plain(new BigDecimal(sum).divide(new BigDecimal(scores.size()), 1, RoundingMode.HALF_UP));
    }

    private static Map<Integer, Figures> shown(String page) {
        var shown = new TreeMap<Integer, Figures>();
        ROW.matcher(page)
                .results()
                .filter(row -> row.group(2).contains("\"Underlag\""))
                .forEach(row -> {
                    var value = first(VALUE, row.group(2));
                    var score = first(SCORE, row.group(2));
                    var blanks = first(BLANKS, row.group(2));
                    var tooNew = first(TOO_NEW, row.group(2));
                    shown.put(
                            Integer.valueOf(row.group(1)),
                            new Figures(
                                    value == null ? null : number(value.group(1), 0),
                                    value == null ? null : number(value.group(2), 0),
                                    value == null ? null : number(value.group(2), 1),
                                    blanks == null ? BigDecimal.ZERO : number(blanks.group(1), 0),
                                    tooNew == null ? null : number(tooNew.group(1), 0),
                                    score == null ? null : Integer.valueOf(score.group(1))));
                });
        return shown;
    }

    /** By item, for the six months up to and with this day. */
    private static Map<Integer, Figures> workedOut(Connection database, Unit unit, LocalDate last)
            throws SQLException, IOException {
        var worked = new TreeMap<Integer, Figures>();
        try (var statement = database.prepareStatement(sql())) {
            statement.setString(1, unit.initiative());
            statement.setString(2, unit.lead());
            statement.setString(3, last.plusDays(1).minusMonths(6).toString());
            statement.setString(4, last.toString());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var value = row.getBigDecimal("value");
                    worked.put(
                            row.getInt("item"),
                            new Figures(
                                    plain(value),
                                    value == null ? null : plain(row.getBigDecimal("part")),
                                    value == null ? null : plain(row.getBigDecimal("whole")),
                                    plain(row.getBigDecimal("blanks")),
                                    plain(row.getBigDecimal("too_new")),
                                    row.getObject("score", Integer.class)));
                }
            }
        }
        return worked;
    }

    /** What it asks for, by name and each once, in the order in which it is given. */
    private static String sql() throws IOException {
        try (var text = FidelityBySql.class.getResourceAsStream("/fidelity-by-sql.sql")) {
            return new String(text.readAllBytes(), UTF_8)
                    .replaceFirst(":initiative\\b", "?")
                    .replaceFirst(":lead\\b", "?")
                    .replaceFirst(":first_day\\b", "?")
                    .replaceFirst(":last_day\\b", "?");
        }
    }

    private static Unit unit(Connection database) throws SQLException {
        try (var statement = database.prepareStatement("""
            select l.initiative_id, s.id from staff s join initiative_leads l on l.staff_id = s.id where s.email = ?
            """)) {
            statement.setString(1, LEAD);
            try (var row = statement.executeQuery()) {
                row.next();
                return new Unit(row.getString(1), row.getString(2));
            }
        }
    }

    /** The number that stands at this place among those of the text, if there are so many. */
    private static @Nullable BigDecimal number(String text, int place) {
        var numbers = NUMBER.matcher(text).results().toList();
        return place < numbers.size()
                ? plain(new BigDecimal(
                        numbers.get(place).group().replaceAll("[^\\d,]", "").replace(',', '.')))
                : null;
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    private static @Nullable MatchResult first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElse(null);
    }

    private record Unit(String initiative, String lead) {}

    /** The value of an item, what was divided by what, how many blanks there are and how many are too new to count, and the score. */
    private record Figures(
            @Nullable BigDecimal value,
            @Nullable BigDecimal part,
            @Nullable BigDecimal whole,
            @Nullable BigDecimal blanks,
            @Nullable BigDecimal tooNew,
            @Nullable Integer score) {}
}
