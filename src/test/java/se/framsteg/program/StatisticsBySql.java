package se.framsteg.program;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import se.framsteg.program.CountedBySql.Question;
import se.framsteg.program.CountedBySql.Table;
import se.framsteg.program.ToldStatistics.Line;
import se.framsteg.shared.Time;
import se.framsteg.testing.Visitor;

/**
 * Every figure of the statistics’ files held against {@link CountedBySql}: what the office is told, of each initiative and sets of them and each
 * span; and what leads are shown of their own, to the last person.
 */
final class StatisticsBySql {
    private static final String PASSWORD = "stegvis-framat";

    /** All time, the years and the last quarters: what leads are shown takes the same way whatever the days. */
    private static final int EXACT_SPANS = 6;

    private final CountedBySql counted;
    private final SoftAssertions softly = new SoftAssertions();
    private final Map<String, Integer> figures = new TreeMap<>();

    private StatisticsBySql(CountedBySql counted) {
        this.counted = counted;
    }

    static void assertSame(int port, ToldStatistics told, Connection database) throws SQLException, IOException {
        var statistics = new StatisticsBySql(CountedBySql.of(database, LocalDate.now(Time.SWEDEN)));
        told.answers()
                .forEach(
                        (asked, lines) -> statistics.check(asked.initiatives(), asked.span(), Optional.empty(), lines));
        statistics.exact(port, database);
        statistics.softly.assertAll();
        assertThat(statistics.figures.keySet())
                .as("tables of which there are figures in the invented population: %s", statistics.figures)
                .contains("exact ENDED OUTCOME", "exact ENDED INCOME", "exact ENDED AFTER_12", "exact ENDED PROGRESS")
                .contains("told STARTED NUMBER", "told STARTED WAIT", "told NOT_STARTED NUMBER");
    }

    private void exact(int port, Connection database) throws SQLException {
        var leads = new LinkedHashMap<String, String>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery("""
                    select s.email || ' ' || s.id, l.initiative_id from initiative_leads l join staff s on s.id = l.staff_id
                    join initiatives i on i.id = l.initiative_id where i.kind = 'INDIVIDUAL' and s.email like 'ledare@%'
                    """)) {
            while (row.next()) {
                leads.put(row.getString(2), row.getString(1));
            }
        }
        for (var lead : leads.entrySet()) {
            var who = lead.getValue().split(" ");
            var visitor = new Visitor(port).signIn(who[0], PASSWORD);
            ToldStatistics.spans(visitor, Set.of(lead.getKey()))
                    .limit(EXACT_SPANS)
                    .forEach(span -> check(
                            Set.of(lead.getKey()),
                            span,
                            Optional.of(who[1]),
                            ToldStatistics.lines(visitor, Set.of(lead.getKey()), span, true)));
        }
    }

    private void check(Set<String> initiatives, String span, Optional<String> lead, List<Line> lines) {
        var question = new Question(initiatives, first(span), last(span), lead);
        var tables = new LinkedHashMap<List<String>, List<Line>>();
        lines.forEach(line -> tables.computeIfAbsent(List.of(line.universe(), line.table()), key -> new ArrayList<>())
                .add(line));
        var seen = new TreeSet<String>();
        tables.values().forEach(some -> {
            var table = counted.table(
                    code("statistics.universe.", some.getFirst().universe()),
                    some.getFirst().table(),
                    some.stream().map(Line::column).collect(toSet()));
            seen.add(table.universe() + " " + table.attribute());
            some.forEach(line -> check(question, table, line));
        });
        if (lead.isEmpty()) {
            softly.assertThat(seen).as("tables for %s", question).containsAll(counted.told(question));
        }
    }

    private void check(Question question, Table table, Line line) {
        var group = code("statistics.group.", line.group());
        var name = "%s, %s, %s of %s".formatted(line.table(), line.column(), line.group(), question);
        var number = counted.number(question, table, line.column(), group);
        softly.assertThat(line.number()).as(name).isEqualTo(number);
        var share = counted.share(question, table, line.column(), group);
        softly.assertThat(line.shares())
                .as("share of %s", name)
                .isEqualTo(share.map(one -> Stream.of(one.percent(), one.low(), one.high())
                                .map(Object::toString)
                                .toList())
                        .orElse(List.of("", "", "")));
        var kind = (question.lead().isPresent() ? "exact " : "told ") + table.universe() + " " + table.attribute();
        figures.merge(kind, share.isPresent() ? 4 : 1, Integer::sum);
    }

    private String code(String keys, String text) {
        return counted.texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith(keys)
                        && requireNonNull(counted.texts.getProperty(key)).equals(text))
                .map(key -> key.substring(keys.length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text));
    }

    private static LocalDate first(String span) {
        return span.equals("ALL") ? LocalDate.of(1900, 1, 1) : LocalDate.of(year(span), 1 + 3 * (quarter(span) - 1), 1);
    }

    private static LocalDate last(String span) {
        var today = LocalDate.now(Time.SWEDEN);
        var end = span.equals("ALL")
                ? today
                : span.contains("Q") ? first(span).plusMonths(3).minusDays(1) : LocalDate.of(year(span), 12, 31);
        return end.isAfter(today) ? today : end;
    }

    private static int year(String span) {
        return Integer.parseInt(span.substring(0, 4));
    }

    private static int quarter(String span) {
        return span.contains("Q") ? Integer.parseInt(span.substring(5)) : 1;
    }
}
