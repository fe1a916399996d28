package se.framsteg.statistics.ledger;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.LegalSex;
import se.framsteg.shared.InitiativeId;

/** The ledger as rows. Guards nothing; policies let the installation alone write. */
@Component
class LedgerStore {
    /**
     * The closing days of initiatives that have come and are not closed yet: the last days of its own report periods, and of quarters in which none
     * of them lies.
     */
    private static final String DUE = """
        select i.id, d.day
        from initiatives i
        cross join lateral (select coalesce(max(l.day), i.starts_on - 1) as day from ledger_days l where l.initiative_id = i.id) closed
        cross join lateral (
          select p.to_on as day from report_periods p where p.initiative_id = i.id and p.removed_at is null
          union
          select cast(q + interval '3 months' as date) - 1
          from generate_series(date_trunc('quarter', cast(i.starts_on as timestamp)), cast(:today as timestamp), interval '3 months') q
          where not exists (select from report_periods p where p.initiative_id = i.id and p.removed_at is null
            and p.to_on >= q and p.to_on < q + interval '3 months')) d
        where i.kind = 'INDIVIDUAL' and d.day > closed.day and d.day < :today
          and (cast(:initiative as uuid) is null or i.id = cast(:initiative as uuid))
        order by i.id, d.day\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LedgerStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The closing days that are due, by initiative and in order. */
    Map<InitiativeId, List<LocalDate>> due(Optional<InitiativeId> initiative, LocalDate today) {
        var due = new LinkedHashMap<InitiativeId, List<LocalDate>>();
        jdbc.sql(DUE)
                .param("today", today)
                .param("initiative", initiative.map(InitiativeId::value).orElse(null), Types.OTHER)
                .query(row -> {
                    due.computeIfAbsent(
                                    new InitiativeId(row.getObject("id", UUID.class)), _ -> new ArrayList<LocalDate>())
                            .add(row.getObject("day", LocalDate.class));
                });
        return due;
    }

    /** Waits until nobody else closes this initiative, for the rest of the transaction. */
    void lock(InitiativeId initiative) {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(initiative.value().getMostSignificantBits())
                .query(row -> {});
    }

    /** Until when a universe had been told of before; the day before the initiative began if nothing has. */
    LocalDate closedTo(InitiativeId initiative, Universe universe) {
        return jdbc.sql("""
            select coalesce(max(d.day) filter (where not :universe = any(d.waiting)), min(i.starts_on) - 1)
            from initiatives i left join ledger_days d on d.initiative_id = i.id where i.id = :initiative\
            """)
                .param("initiative", initiative.value())
                .param("universe", universe.name())
                .query(LocalDate.class)
                .single();
    }

    /** What has been told, as it stands on the shelves. */
    void fill(InitiativeId initiative, Map<Universe, Shelf> shelves) {
        var rows = new LinkedHashMap<Long, Draft>();
        jdbc.sql("""
            select r.*, k.code, k.legal_sex, k.number from ledger_rows r join ledger_counts k on k.row_id = r.id
            where r.initiative_id = ? order by r.id\
            """).param(initiative.value()).query(row -> {
            rows.computeIfAbsent(row.getLong("id"), _ -> Draft.of(row)).add(row);
        });
        rows.values().forEach(draft -> shelf(shelves, draft.table.universe()).put(draft.told()));
        shelves.forEach((universe, shelf) -> shelf.waited(waited(initiative, universe)));
    }

    private static Shelf shelf(Map<Universe, Shelf> shelves, Universe universe) {
        return requireNonNull(shelves.get(universe));
    }

    private int waited(InitiativeId initiative, Universe universe) {
        return jdbc.sql("""
            select count(*) from ledger_days where initiative_id = :initiative and day > coalesce((select max(day) from ledger_days
              where initiative_id = :initiative and not :universe = any(waiting)), '-infinity')\
            """)
                .param("initiative", initiative.value())
                .param("universe", universe.name())
                .query(Integer.class)
                .single();
    }

    private static final class Draft {
        private final Table table;
        private final int after;
        private final int to;
        private final boolean bySex;
        private final List<int[]> numbers;

        private Draft(Table table, int after, int to, boolean bySex) {
            this.table = table;
            this.after = after;
            this.to = to;
            this.bySex = bySex;
            int columns = columns(table).size();
            this.numbers = IntStream.range(0, bySex ? 2 : 1)
                    .mapToObj(_ -> new int[columns])
                    .toList();
        }

        static Draft of(ResultSet row) {
            try {
                return new Draft(
                        table(row), row.getInt("after_block"), row.getInt("to_block"), row.getBoolean("by_sex"));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void add(ResultSet row) throws SQLException {
            int sex = "MAN".equals(row.getString("legal_sex")) ? 1 : 0;
            numbers.get(sex)[columns(table).indexOf(row.getString("code"))] = row.getInt("number");
        }

        Told told() {
            return new Told(table, after, to, bySex, numbers);
        }
    }

    private static Table table(ResultSet row) throws SQLException {
        return new Table(
                Universe.valueOf(row.getString("universe")),
                Attribute.valueOf(row.getString("attribute")),
                row.getString("area"),
                row.getInt("level"));
    }

    /** The codes of a table’s columns. */
    static List<String> columns(Table table) {
        return table.attribute() == Attribute.NUMBER
                ? List.of("ALL")
                : Ladders.of(table.attribute()).levels().get(table.level()).columns().stream()
                        .map(FigureTable.Column::code)
                        .toList();
    }

    Sums sums(InitiativeId initiative) {
        var sums = new Sums();
        jdbc.sql("select * from ledger_sums where initiative_id = ?")
                .param(initiative.value())
                .query(row -> {
                    sums.add(
                            Universe.valueOf(row.getString("universe")),
                            row.getInt("block"),
                            new CaseQueries.Count(
                                    Attribute.valueOf(row.getString("attribute")),
                                    row.getString("area"),
                                    row.getString("code"),
                                    LegalSex.valueOf(row.getString("legal_sex")),
                                    row.getInt("number")));
                });
        return sums;
    }

    /** Blocks of the ended of whom it isn’t noted yet what they did so many months afterwards, and for whom that day has come. */
    List<Integer> ripe(InitiativeId initiative, Attribute attribute, LocalDate day) {
        return jdbc.sql("""
            select r.to_block from ledger_rows r
            where r.initiative_id = :initiative and r.universe = 'ENDED' and r.attribute = 'NUMBER'
              and cast(r.until_on + make_interval(months => :months) as date) <= :day
              and not exists (select from ledger_sums s where s.initiative_id = r.initiative_id and s.universe = 'ENDED'
                and s.block = r.to_block and s.attribute = :attribute)
            order by r.to_block\
            """)
                .param("initiative", initiative.value())
                .param("months", Ladders.months(attribute))
                .param("day", day)
                .param("attribute", attribute.name())
                .query((row, i) -> row.getInt("to_block"))
                .list();
    }

    void join(InitiativeId initiative, Universe universe, int block, List<CaseQueries.Fresh> fresh) {
        jdbc.sql("""
            insert into ledger_members (association_id, initiative_id, universe, block, %s, legal_sex)
            select i.association_id, i.id, :universe, :block, f.id, f.legal_sex
            from initiatives i, unnest(:ids, :sexes) as f(id, legal_sex) where i.id = :initiative\
            """.formatted(universe == Universe.NOT_STARTED ? "referral_id" : "case_id"))
                .param("initiative", initiative.value())
                .param("universe", universe.name())
                .param("block", block)
                .param("ids", fresh.stream().map(CaseQueries.Fresh::id).toArray(UUID[]::new))
                .param("sexes", fresh.stream().map(one -> one.sex().name()).toArray(String[]::new))
                .update();
    }

    void keep(InitiativeId initiative, Universe universe, int block, List<CaseQueries.Count> counts) {
        jdbc.sql("""
            insert into ledger_sums (association_id, initiative_id, universe, block, attribute, area, code, legal_sex, number)
            select i.association_id, i.id, :universe, :block, c.attribute, c.area, c.code, c.legal_sex, c.number
            from initiatives i, unnest(:attributes, :areas, :codes, :sexes, :numbers) as c(attribute, area, code, legal_sex, number)
            where i.id = :initiative\
            """)
                .param("initiative", initiative.value())
                .param("universe", universe.name())
                .param("block", block)
                .param(
                        "attributes",
                        texts(counts.stream().map(one -> one.attribute().name()).toList()))
                .param(
                        "areas",
                        texts(counts.stream().map(CaseQueries.Count::area).toList()))
                .param(
                        "codes",
                        texts(counts.stream().map(CaseQueries.Count::code).toList()))
                .param(
                        "sexes",
                        texts(counts.stream().map(one -> one.sex().name()).toList()))
                .param("numbers", counts.stream().map(CaseQueries.Count::number).toArray(Integer[]::new))
                .update();
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    /**
     * @param from the first day of the blocks that it covers
     * @param until their last day
     */
    void write(InitiativeId initiative, Told row, LocalDate from, LocalDate until, LocalDate toldOn) {
        long id = jdbc.sql("""
            insert into ledger_rows (association_id, initiative_id, universe, attribute, area, level, after_block, to_block, from_on,
              until_on, told_on, by_sex, persons)
            select i.association_id, i.id, :universe, :attribute, :area, :level, :after, :to, :from, :until, :told, :bySex, :persons
            from initiatives i where i.id = :initiative returning id\
            """)
                .param("initiative", initiative.value())
                .param("universe", row.table().universe().name())
                .param("attribute", row.table().attribute().name())
                .param("area", row.table().area())
                .param("level", row.table().level())
                .param("after", row.after())
                .param("to", row.to())
                .param("from", from)
                .param("until", until)
                .param("told", toldOn)
                .param("bySex", row.bySex())
                .param("persons", Arrays.stream(row.all()).sum())
                .query(Long.class)
                .single();
        var codes = new ArrayList<String>();
        var sexes = new ArrayList<String>();
        var numbers = new ArrayList<Integer>();
        for (int sex = 0; sex < row.numbers().size(); sex++) {
            for (int column = 0; column < row.numbers().get(sex).length; column++) {
                if (row.numbers().get(sex)[column] > 0) {
                    codes.add(columns(row.table()).get(column));
                    sexes.add(row.bySex() ? (sex == 0 ? "WOMAN" : "MAN") : "");
                    numbers.add(row.numbers().get(sex)[column]);
                }
            }
        }
        jdbc.sql("""
            insert into ledger_counts (row_id, initiative_id, association_id, code, legal_sex, number)
            select r.id, r.initiative_id, r.association_id, c.code, nullif(c.legal_sex, ''), c.number
            from ledger_rows r, unnest(:codes, :sexes, :numbers) as c(code, legal_sex, number) where r.id = :row\
            """)
                .param("row", id)
                .param("codes", texts(codes))
                .param("sexes", texts(sexes))
                .param("numbers", numbers.toArray(Integer[]::new))
                .update();
    }

    /** The days of each block of a universe: the first and the last. */
    Map<Integer, FigureTable.Days> days(InitiativeId initiative, Universe universe) {
        var days = new LinkedHashMap<Integer, FigureTable.Days>();
        jdbc.sql("""
            select to_block, from_on, until_on from ledger_rows
            where initiative_id = :initiative and universe = :universe and attribute = 'NUMBER' order by to_block\
            """)
                .param("initiative", initiative.value())
                .param("universe", universe.name())
                .query(row -> {
                    days.put(
                            row.getInt("to_block"),
                            new FigureTable.Days(
                                    row.getObject("from_on", LocalDate.class),
                                    row.getObject("until_on", LocalDate.class)));
                });
        return days;
    }

    void close(InitiativeId initiative, LocalDate day, Set<Universe> waiting) {
        jdbc.sql("""
            insert into ledger_days (association_id, initiative_id, day, waiting, closed_at)
            select association_id, id, :day, :waiting, :now from initiatives where id = :initiative\
            """)
                .param("initiative", initiative.value())
                .param("day", day)
                .param("waiting", waiting.stream().map(Enum::name).toArray(String[]::new))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
