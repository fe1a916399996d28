package se.framsteg.statistics.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.statistics.Group;

/** Adds rows of the ledger up. Whatever is asked for, no more comes of it than the rows themselves tell. */
@Component
class LedgerQueries {
    /** What is asked for: a row for each initiative of each question, and the number of the question. */
    private static final String ASKED = """
        with asked as (
          select * from unnest(:questions, :initiatives, cast(:froms as date[]), cast(:tos as date[]))
            as a(question, initiative_id, from_on, to_on))
        """;

    private static final String NUMBERS = ASKED + """
        select a.question, r.universe, r.attribute, r.area, r.level, k.code, k.legal_sex, sum(k.number) as number
        from asked a join ledger_rows r on r.initiative_id = a.initiative_id and r.until_on between a.from_on and a.to_on
        join ledger_counts k on k.row_id = r.id
        group by a.question, r.universe, r.attribute, r.area, r.level, k.code, k.legal_sex\
        """;

    private static final String COVERED = ASKED + """
        select a.question, r.universe, r.attribute, r.area, r.level, min(r.from_on) filter (where r.until_on >= a.from_on) as from_on,
          max(r.until_on) filter (where r.until_on >= a.from_on) as until_on,
          coalesce(sum(r.persons) filter (where r.until_on >= a.from_on), 0) as persons, sum(r.persons) as ever
        from asked a join ledger_rows r on r.initiative_id = a.initiative_id and r.until_on <= a.to_on
        group by a.question, r.universe, r.attribute, r.area, r.level\
        """;

    /** The last closing days of the initiatives of a question, and in which universes somebody may be waiting since. */
    private static final String CLOSED = ASKED + """
        select a.question, max(d.day) as day, array_agg(distinct w.universe) filter (where w.universe is not null) as waiting
        from asked a
        cross join lateral (select day, waiting from ledger_days d
          where d.initiative_id = a.initiative_id and d.day <= a.to_on order by d.day desc limit 1) d
        left join lateral unnest(d.waiting) as w(universe) on true
        group by a.question\
        """;

    /** Those who had started and not ended, on the last closing day on which both had been told of to the last person. */
    private static final String ONGOING = ASKED + """
        , told as (
          select a.question, a.initiative_id, max(d.day) as day from asked a
          join ledger_days d on d.initiative_id = a.initiative_id and d.day <= a.to_on and not 'ENDED' = any(d.waiting)
          group by a.question, a.initiative_id)
        select t.question, k.legal_sex, max(t.day) as day, min(t.day) as first_day,
          sum(case when r.universe = 'STARTED' then k.number else -k.number end) as number
        from told t
        join ledger_rows r on r.initiative_id = t.initiative_id and r.attribute = 'NUMBER' and r.universe in ('STARTED', 'ENDED')
          and r.until_on <= t.day
        join ledger_counts k on k.row_id = r.id
        group by t.question, k.legal_sex\
        """;

    private final JdbcClient jdbc;

    LedgerQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param code of the column */
    record Cell(Table table, String code, Group group) {}

    /**
     * What the rows of a table cover.
     *
     * @param days of the period asked about; null if it has no rows in it
     * @param persons in the period
     * @param ever until its end
     */
    record Covered(FigureTable.@Nullable Days days, int persons, int ever) {
        static final Covered NOTHING = new Covered(null, 0, 0);
    }

    /**
     * How far the ledger is closed.
     *
     * @param until the last closing day; null if there was none yet
     * @param waiting the universes in which somebody may be waiting to be told of
     */
    record Closed(@Nullable LocalDate until, Set<Universe> waiting) {
        static final Closed NEVER = new Closed(null, Set.of());
    }

    /** @param number by sex; of those who were told of without it under all */
    record Ongoing(
            Map<Group, Integer> number,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {
        static final Ongoing UNKNOWN = new Ongoing(Map.of(), null, null);

        /** The same, and another row of it: of another sex. */
        Ongoing plus(Ongoing other) {
            var both = new HashMap<>(number);
            other.number.forEach((group, some) -> both.merge(group, some, Integer::sum));
            return new Ongoing(both, earlier(first, other.first), later(last, other.last));
        }

        private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
            return one == null || (other != null && other.isBefore(one)) ? other : one;
        }

        private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
            return one == null || (other != null && other.isAfter(one)) ? other : one;
        }
    }

    /**
     * What the rows of the initiatives of one question come to.
     *
     * @param numbers by column and by women, men and, for rows that are not by sex, all
     */
    record Answer(Map<Cell, Integer> numbers, Map<Table, Covered> covered, Closed closed, Ongoing ongoing) {}

    /** An answer for each question, in their order; of all of them together in four statements. */
    List<Answer> answers(List<InitiativeStatistics.Question> questions) {
        var numbers = numbers(questions);
        var covered = covered(questions);
        var closed = closed(questions);
        var ongoing = ongoing(questions);
        return IntStream.range(0, questions.size())
                .mapToObj(i -> new Answer(
                        numbers.getOrDefault(i, Map.of()),
                        covered.getOrDefault(i, Map.of()),
                        closed.getOrDefault(i, Closed.NEVER),
                        ongoing.getOrDefault(i, Ongoing.UNKNOWN)))
                .toList();
    }

    private Map<Integer, Map<Cell, Integer>> numbers(List<InitiativeStatistics.Question> questions) {
        var numbers = new HashMap<Integer, Map<Cell, Integer>>();
        ask(NUMBERS, questions).query(row -> {
            numbers.computeIfAbsent(row.getInt("question"), _ -> new HashMap<>())
                    .put(new Cell(table(row), row.getString("code"), group(row)), row.getInt("number"));
        });
        return numbers;
    }

    private Map<Integer, Map<Table, Covered>> covered(List<InitiativeStatistics.Question> questions) {
        var covered = new HashMap<Integer, Map<Table, Covered>>();
        ask(COVERED, questions).query(row -> {
            var first = row.getObject("from_on", LocalDate.class);
            covered.computeIfAbsent(row.getInt("question"), _ -> new HashMap<>())
                    .put(
                            table(row),
                            new Covered(
                                    first == null
                                            ? null
                                            : new FigureTable.Days(first, row.getObject("until_on", LocalDate.class)),
                                    row.getInt("persons"),
                                    row.getInt("ever")));
        });
        return covered;
    }

    private Map<Integer, Closed> closed(List<InitiativeStatistics.Question> questions) {
        var closed = new HashMap<Integer, Closed>();
        ask(CLOSED, questions).query(row -> {
            var waiting = row.getArray("waiting");
            closed.put(
                    row.getInt("question"),
                    new Closed(
                            row.getObject("day", LocalDate.class),
                            waiting == null
                                    ? Set.of()
                                    : Arrays.stream((String[]) waiting.getArray())
                                            .map(Universe::valueOf)
                                            .collect(Collectors.toSet())));
        });
        return closed;
    }

    private Map<Integer, Ongoing> ongoing(List<InitiativeStatistics.Question> questions) {
        var ongoing = new HashMap<Integer, Ongoing>();
        ask(ONGOING, questions).query(row -> {
            ongoing.merge(
                    row.getInt("question"),
                    new Ongoing(
                            Map.of(group(row), row.getInt("number")),
                            row.getObject("first_day", LocalDate.class),
                            row.getObject("day", LocalDate.class)),
                    Ongoing::plus);
        });
        return ongoing;
    }

    private JdbcClient.StatementSpec ask(String sql, List<InitiativeStatistics.Question> questions) {
        var numbers = new ArrayList<Integer>();
        var initiatives = new ArrayList<UUID>();
        var froms = new ArrayList<String>();
        var tos = new ArrayList<String>();
        for (int i = 0; i < questions.size(); i++) {
            for (var initiative : questions.get(i).initiatives()) {
                numbers.add(i);
                initiatives.add(initiative.value());
                froms.add(questions.get(i).from().toString());
                tos.add(questions.get(i).to().toString());
            }
        }
        return jdbc.sql(sql)
                .param("questions", numbers.toArray(Integer[]::new))
                .param("initiatives", initiatives.toArray(UUID[]::new))
                .param("froms", froms.toArray(String[]::new))
                .param("tos", tos.toArray(String[]::new));
    }

    private static Table table(ResultSet row) throws SQLException {
        return new Table(
                Universe.valueOf(row.getString("universe")),
                Attribute.valueOf(row.getString("attribute")),
                row.getString("area"),
                row.getInt("level"));
    }

    private static Group group(ResultSet row) throws SQLException {
        @Nullable String sex = row.getString("legal_sex");
        if (sex == null) {
            return Group.ALL;
        }
        return sex.equals("WOMAN") ? Group.WOMEN : Group.MEN;
    }
}
