package se.framsteg.statistics.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.shared.InitiativeId;
import se.framsteg.statistics.Group;

/** Adds rows of the ledger up. Whatever is asked for, no more comes of it than the rows themselves tell. */
@Component
class LedgerQueries {
    private static final String NUMBERS = """
        select r.universe, r.attribute, r.area, r.level, k.code, k.legal_sex, sum(k.number) as number
        from ledger_rows r join ledger_counts k on k.row_id = r.id
        where r.initiative_id = any(:initiatives) and r.until_on between :from and :to
        group by r.universe, r.attribute, r.area, r.level, k.code, k.legal_sex\
        """;

    private static final String COVERED = """
        select universe, attribute, area, level, min(from_on) filter (where until_on >= :from) as from_on,
          max(until_on) filter (where until_on >= :from) as until_on,
          coalesce(sum(persons) filter (where until_on >= :from), 0) as persons, sum(persons) as ever
        from ledger_rows where initiative_id = any(:initiatives) and until_on <= :to
        group by universe, attribute, area, level\
        """;

    private static final String CLOSED = """
        select max(d.day) as day, array(select distinct w.universe from (
            select distinct on (initiative_id) waiting from ledger_days
            where initiative_id = any(:initiatives) and day <= :to order by initiative_id, day desc) l
          cross join lateral unnest(l.waiting) as w(universe)) as waiting
        from ledger_days d where d.initiative_id = any(:initiatives) and d.day <= :to\
        """;

    /** Those who had started and not ended, on the last closing day on which both had been told of to the last person. */
    private static final String ONGOING = """
        with told as (
          select initiative_id, max(day) as day from ledger_days
          where initiative_id = any(:initiatives) and day <= :to and not 'ENDED' = any(waiting) group by initiative_id)
        select k.legal_sex, max(t.day) as day, min(t.day) as first_day,
          sum(case when r.universe = 'STARTED' then k.number else -k.number end) as number
        from told t
        join ledger_rows r on r.initiative_id = t.initiative_id and r.attribute = 'NUMBER' and r.universe in ('STARTED', 'ENDED')
          and r.until_on <= t.day
        join ledger_counts k on k.row_id = r.id
        group by k.legal_sex\
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

    /** By column and by women, men and, for rows that are not by sex, all. */
    Map<Cell, Integer> numbers(Collection<InitiativeId> initiatives, LocalDate from, LocalDate to) {
        var numbers = new HashMap<Cell, Integer>();
        ask(NUMBERS, initiatives, to).param("from", from).query(row -> {
            numbers.put(new Cell(table(row), row.getString("code"), group(row)), row.getInt("number"));
        });
        return numbers;
    }

    Map<Table, Covered> covered(Collection<InitiativeId> initiatives, LocalDate from, LocalDate to) {
        var covered = new HashMap<Table, Covered>();
        ask(COVERED, initiatives, to).param("from", from).query(row -> {
            var first = row.getObject("from_on", LocalDate.class);
            covered.put(
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

    /**
     * How far the ledger is closed.
     *
     * @param until the last closing day; null if there was none yet
     * @param waiting the universes in which somebody may be waiting to be told of
     */
    record Closed(@Nullable LocalDate until, Set<Universe> waiting) {}

    Closed closed(Collection<InitiativeId> initiatives, LocalDate to) {
        return ask(CLOSED, initiatives, to)
                .query((row, i) -> new Closed(
                        row.getObject("day", LocalDate.class),
                        Arrays.stream((String[]) row.getArray("waiting").getArray())
                                .map(Universe::valueOf)
                                .collect(Collectors.toSet())))
                .single();
    }

    /** @param number by sex; of those who were told of without it under all */
    record Ongoing(
            Map<Group, Integer> number,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    Ongoing ongoing(Collection<InitiativeId> initiatives, LocalDate to) {
        var number = new HashMap<Group, Integer>();
        var days = new LocalDate[2];
        ask(ONGOING, initiatives, to).query(row -> {
            number.put(group(row), row.getInt("number"));
            var first = row.getObject("first_day", LocalDate.class);
            var last = row.getObject("day", LocalDate.class);
            days[0] = days[0] == null || first.isBefore(days[0]) ? first : days[0];
            days[1] = days[1] == null || last.isAfter(days[1]) ? last : days[1];
        });
        return new Ongoing(number, days[0], days[1]);
    }

    private JdbcClient.StatementSpec ask(String sql, Collection<InitiativeId> initiatives, LocalDate to) {
        return jdbc.sql(sql)
                .param(
                        "initiatives",
                        initiatives.stream().map(InitiativeId::value).toArray(UUID[]::new))
                .param("to", to);
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
