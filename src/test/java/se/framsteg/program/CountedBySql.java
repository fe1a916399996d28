package se.framsteg.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * The figures of the statistics worked out once more, of persons as {@code statistics-by-sql.sql} puts them in columns: by somebody who had read
 * the documentation, and not the program. What the ledger has told is taken from it in one respect alone: who is in which block, and which
 * blocks a row covers.
 */
final class CountedBySql {
    static final List<String> GROUPS = List.of("ALL", "WOMEN", "MEN");
    private static final Set<String> BLANKS =
            Set.of("AGE UNKNOWN", "PARTY UNKNOWN", "HOURS UNKNOWN", "PROGRESS NOT_COMPARED");
    private static final List<String> PURSES = List.of("WAGE", "STUDY", "SICKNESS", "JOBSEEKER", "ASSISTANCE", "REST");
    private static final double Z = 1.959963984540054;

    final Properties texts = new Properties();
    /** By universe, attribute and area. */
    private final Map<String, List<Person>> persons = new HashMap<>();

    private final List<Told> told = new ArrayList<>();
    private final List<ClosingDay> days = new ArrayList<>();

    /** Areas of instruments by the names that they are shown under, with what they are called in the instrument. */
    private final Map<String, Set<String>> areas = new HashMap<>();

    private final LocalDate today;

    /** Somebody in one table: in the finest column. */
    private record Person(
            String initiative,
            String sex,
            LocalDate day,
            String code,
            int block,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate endedOn,
            Set<String> leads) {}

    private record Told(
            String initiative,
            String universe,
            String attribute,
            String area,
            int level,
            int after,
            int to,
            LocalDate until,
            boolean bySex) {}

    private record ClosingDay(String initiative, LocalDate day, Set<String> waiting) {}

    /**
     * What is asked.
     *
     * @param lead of whose cases: then exactly, of the cases as they are; none: of what the ledger has told
     */
    record Question(Set<String> initiatives, LocalDate from, LocalDate to, Optional<String> lead) {}

    /**
     * A table: of whom, by what, in which area, with the columns it has, each with the finest ones in it.
     *
     * @param blanks the columns that are outside all shares
     */
    record Table(
            String universe,
            String attribute,
            Set<String> areas,
            int level,
            Map<String, Set<String>> columns,
            Set<String> blanks) {}

    /** A share in per cent, and the ends of its interval. */
    record Share(int percent, int low, int high) {}

    private CountedBySql(LocalDate today) {
        this.today = today;
    }

    static CountedBySql of(Connection database, LocalDate today) throws SQLException, IOException {
        var counted = new CountedBySql(today);
        for (var bundle : List.of("figures", "report")) {
            try (var reader = new InputStreamReader(
                    CountedBySql.class.getResourceAsStream("/texts/" + bundle + ".properties"), UTF_8)) {
                counted.texts.load(reader);
            }
        }
        counted.readPersons(database);
        counted.readLedger(database);
        return counted;
    }

    String text(String key) {
        return requireNonNull(texts.getProperty(key), key);
    }

    /** How many, if it is told. */
    Optional<Integer> number(Question question, Table table, String column, String group) {
        var codes = requireNonNull(table.columns().get(column), column);
        if (table.universe().equals("ONGOING")) {
            return ongoing(question, group);
        }
        if (question.lead().isPresent()) {
            return Optional.of(count(of(table, codes, group)
                    .filter(person -> asked(question, person.initiative()))
                    .filter(person -> person.leads().contains(question.lead().get()))
                    .filter(person -> within(person.day(), question))));
        }
        var rows = rows(question, table).toList();
        if (rows.isEmpty()) {
            return nobodyWaits(question, table) ? Optional.of(0) : Optional.empty();
        }
        var ofGroup =
                rows.stream().filter(row -> group.equals("ALL") || row.bySex()).toList();
        var half = group.equals("ALL")
                || table.attribute().equals("NUMBER")
                || 2 * persons(ofGroup, table) >= persons(rows, table);
        return ofGroup.isEmpty() || !half
                ? Optional.empty()
                : Optional.of(ofGroup.stream()
                        .mapToInt(row -> members(row, table, codes, group))
                        .sum());
    }

    private int persons(List<Told> rows, Table table) {
        return rows.stream()
                .mapToInt(row -> members(row, table, all(table), "ALL"))
                .sum();
    }

    /** How many of those whom the table is told of are in none but the columns of all. */
    int withoutSex(Question question, Table table) {
        return rows(question, table)
                .filter(row -> !row.bySex())
                .mapToInt(row -> members(row, table, all(table), "ALL"))
                .sum();
    }

    Optional<Share> share(Question question, Table table, String column, String group) {
        if (table.attribute().equals("NUMBER") || table.blanks().contains(column)) {
            return Optional.empty();
        }
        var known = table.columns().keySet().stream()
                .filter(one -> !table.blanks().contains(one))
                .mapToInt(one -> number(question, table, one, group).orElse(0))
                .sum();
        return share(number(question, table, column, group).orElse(0), known);
    }

    /** By Wilson, to whole per cent; none of nobody. */
    static Optional<Share> share(int part, int whole) {
        if (whole == 0) {
            return Optional.empty();
        }
        var p = part / (double) whole;
        var middle = (p + Z * Z / (2 * whole)) / (1 + Z * Z / whole);
        var half = Z / (1 + Z * Z / whole) * Math.sqrt(p * (1 - p) / whole + Z * Z / (4.0 * whole * whole));
        return Optional.of(new Share(whole(100 * p), whole(100 * (middle - half)), whole(100 * (middle + half))));
    }

    private static int whole(double percent) {
        return new BigDecimal(Double.toString(Math.max(0, percent)))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    /** Those who have started and not ended: on the last day; in the ledger on the last closing day on which neither waits, if anybody is told of. */
    private Optional<Integer> ongoing(Question question, String group) {
        var started = new Table("STARTED", "NUMBER", Set.of(""), 0, Map.of("ALL", Set.of("ALL")), Set.of());
        var ended = new Table("ENDED", "NUMBER", Set.of(""), 0, Map.of("ALL", Set.of("ALL")), Set.of());
        if (question.lead().isPresent()) {
            var last = question.to();
            return Optional.of(count(of(started, Set.of("ALL"), group)
                    .filter(person -> asked(question, person.initiative()))
                    .filter(person -> person.leads().contains(question.lead().get()))
                    .filter(person -> !requireNonNull(person.startedOn()).isAfter(last))
                    .filter(person ->
                            person.endedOn() == null || person.endedOn().isAfter(last))));
        }
        var sum = 0;
        var any = false;
        for (var initiative : question.initiatives()) {
            var day = settledOn(initiative, question);
            if (day.isPresent()) {
                var until = new Question(Set.of(initiative), LocalDate.MIN, day.get(), Optional.empty());
                if (!group.equals("ALL") && (withoutSex(until, started) > 0 || withoutSex(until, ended) > 0)) {
                    return Optional.empty();
                }
                any = any || rows(until, started).findAny().isPresent();
                sum += number(until, started, "ALL", group).orElse(0)
                        - number(until, ended, "ALL", group).orElse(0);
            }
        }
        return any || (closed(question) && nobodyIsLeft(question, "STARTED") && nobodyIsLeft(question, "ENDED"))
                ? Optional.of(sum)
                : Optional.empty();
    }

    private boolean closed(Question question) {
        return days.stream()
                .anyMatch(day -> asked(question, day.initiative()) && !day.day().isAfter(question.to()));
    }

    private Optional<LocalDate> settledOn(String initiative, Question question) {
        return days.stream()
                .filter(day -> day.initiative().equals(initiative) && !day.day().isAfter(question.to()))
                .filter(day ->
                        !day.waiting().contains("STARTED") && !day.waiting().contains("ENDED"))
                .map(ClosingDay::day)
                .max(LocalDate::compareTo);
    }

    /** That a ledger has been closed in the period, and nobody of the universe was left at the end. */
    private boolean nobodyWaits(Question question, Table table) {
        return table.attribute().equals("NUMBER")
                && days.stream().anyMatch(day -> asked(question, day.initiative()) && within(day.day(), question))
                && nobodyIsLeft(question, table.universe());
    }

    private boolean nobodyIsLeft(Question question, String universe) {
        return question.initiatives().stream()
                .noneMatch(initiative -> days.stream()
                        .filter(day -> day.initiative().equals(initiative)
                                && !day.day().isAfter(question.to()))
                        .max((one, other) -> one.day().compareTo(other.day()))
                        .filter(day -> day.waiting().contains(universe))
                        .isPresent());
    }

    private Stream<Told> rows(Question question, Table table) {
        return told.stream()
                .filter(row -> asked(question, row.initiative()) && within(row.until(), question))
                .filter(row -> row.universe().equals(table.universe())
                        && row.attribute().equals(table.attribute()))
                .filter(row -> row.level() == table.level() && sameArea(row.area(), table.areas()));
    }

    /**
     * How many of those whose outcome is told have gone on to one of these, and of how many; none where the division that is shown (the finest
     * that tells of nine in ten of those of whom the one with most does) is too coarse to say.
     */
    Optional<List<Integer>> onward(Question question, Set<String> outcomes) {
        var tables = levels("OUTCOME").reversed().stream()
                .map(columns -> new Table(
                        "ENDED", "OUTCOME", Set.of(""), levels("OUTCOME").indexOf(columns), columns, Set.of()))
                .toList();
        var persons = tables.stream()
                .map(table -> rows(question, table)
                        .mapToInt(row -> members(row, table, all(table), "ALL"))
                        .sum())
                .toList();
        var most = persons.stream().mapToInt(Integer::intValue).max().orElse(0);
        return most == 0
                ? Optional.empty()
                : IntStream.range(0, tables.size())
                        .filter(i -> 10 * persons.get(i) >= 9 * most)
                        .mapToObj(tables::get)
                        .findFirst()
                        .filter(table -> wholly(table, outcomes)
                                .flatMap(Set::stream)
                                .collect(toSet())
                                .equals(outcomes))
                        .map(table -> List.of(
                                rows(question, table)
                                        .mapToInt(row -> members(row, table, outcomes, "ALL"))
                                        .sum(),
                                rows(question, table)
                                        .mapToInt(row -> members(row, table, all(table), "ALL"))
                                        .sum()));
    }

    private static Stream<Set<String>> wholly(Table table, Set<String> outcomes) {
        return table.columns().values().stream().filter(outcomes::containsAll);
    }

    /** Tables of which the ledger has told something in the period. */
    Set<String> told(Question question) {
        return told.stream()
                .filter(row -> asked(question, row.initiative()) && within(row.until(), question))
                .map(row -> row.universe() + " " + row.attribute())
                .collect(toSet());
    }

    private static boolean sameArea(String area, Set<String> wanted) {
        var parts = Set.of(area.split("[^A-Za-z-]+"));
        return wanted.stream()
                .anyMatch(one -> one.isEmpty() ? area.isEmpty() : parts.containsAll(List.of(one.split(">"))));
    }

    private int members(Told row, Table table, Set<String> codes, String group) {
        return count(of(table, codes, group)
                .filter(person -> person.initiative().equals(row.initiative()))
                .filter(person -> person.block() > row.after() && person.block() <= row.to()));
    }

    private Stream<Person> of(Table table, Set<String> codes, String group) {
        return table.areas().stream()
                .flatMap(area ->
                        persons.getOrDefault(key(table.universe(), table.attribute(), area), List.of()).stream())
                .filter(person -> codes.contains(person.code()))
                .filter(person -> group.equals("ALL") || person.sex().equals(group.equals("WOMEN") ? "WOMAN" : "MAN"));
    }

    /** @param area of progress, with the voice after a {@code >}; else empty */
    private static String key(String universe, String attribute, String area) {
        return universe + " " + attribute + " " + area;
    }

    private static int count(Stream<Person> some) {
        return Math.toIntExact(some.count());
    }

    private static Set<String> all(Table table) {
        return table.columns().values().stream().flatMap(Set::stream).collect(toSet());
    }

    private static boolean asked(Question question, String initiative) {
        return question.initiatives().contains(initiative);
    }

    private static boolean within(LocalDate day, Question question) {
        return !day.isBefore(question.from()) && !day.isAfter(question.to());
    }

    /** The table that is shown under this title, about these, with these columns; the columns under the names that they are shown with. */
    Table table(String universe, String title, Set<String> columns) {
        var key = texts.stringPropertyNames().stream()
                .filter(name -> name.startsWith("statistics.table." + universe + ".")
                        && text(name).equals(title))
                .findFirst();
        var attribute =
                key.map(name -> name.substring(name.lastIndexOf('.') + 1)).orElse("PROGRESS");
        var wanted = attribute.equals("PROGRESS") ? requireNonNull(areas.get(title), title) : Set.of("");
        var levels = levels(attribute);
        for (var level = 0; level < levels.size(); level++) {
            var named = new LinkedHashMap<String, Set<String>>();
            var blanks = new HashSet<String>();
            levels.get(level).forEach((code, finest) -> {
                named.put(name(attribute, code), finest);
                if (BLANKS.contains(attribute + " " + code)) {
                    blanks.add(name(attribute, code));
                }
            });
            if (named.keySet().equals(columns)) {
                return new Table(universe, attribute, wanted, level, named, blanks);
            }
        }
        throw new AssertionError(title + " has columns that the documentation doesn’t tell of: " + columns);
    }

    private String name(String attribute, String code) {
        if (attribute.equals("INCOME")) {
            var ends = code.split(">");
            return text("statistics.flow")
                    .replace("{0}", text("statistics.income." + ends[0]))
                    .replace("{1}", text("statistics.income." + ends[1]));
        }
        return text("statistics.column." + attribute + "." + code);
    }

    /** The columns of a table, the coarsest first, each with the finest columns in it. */
    private static List<Map<String, Set<String>>> levels(String attribute) {
        return switch (attribute) {
            case "NUMBER" -> List.of(columns("ALL"));
            case "AGE" ->
                List.of(
                        columns("TO_34=TO_24,FROM_25", "MORE_OR_UNKNOWN=FROM_35,FROM_45,FROM_55,FROM_65,UNKNOWN"),
                        columns("TO_34=TO_24,FROM_25", "MORE=FROM_35,FROM_45,FROM_55,FROM_65", "UNKNOWN"),
                        columns("TO_24", "FROM_25", "FROM_35", "FROM_45", "FROM_55", "FROM_65", "UNKNOWN"));
            case "PARTY" ->
                List.of(
                        columns("PARTY=FK,AF,KOMMUN,REGION", "ELSEWHERE_OR_UNKNOWN=OTHER,SELF,UNKNOWN"),
                        columns("PARTY=FK,AF,KOMMUN,REGION", "ELSEWHERE=OTHER,SELF", "UNKNOWN"),
                        columns("FK", "AF", "KOMMUN", "REGION", "OTHER", "SELF", "UNKNOWN"));
            case "WAIT" ->
                List.of(
                        columns("TO_30=TO_14,FROM_15", "LONGER=FROM_31,FROM_61,FROM_91"),
                        columns("TO_14", "FROM_15", "FROM_31", "FROM_61", "FROM_91"));
            case "WHY" -> List.of(columns("DECLINED", "NEVER_STARTED"));
            case "OUTCOME" ->
                List.of(
                        columns(
                                "ONWARD=WORK,SUBSIDISED_WORK,STUDY",
                                "NOT_ONWARD=PLACEMENT,JOB_SEEKER,OTHER_EFFORT,SICK_LEAVE,OTHER,UNKNOWN"),
                        columns(
                                "WORK",
                                "SUBSIDISED_WORK",
                                "STUDY",
                                "PLACEMENT",
                                "OTHER=JOB_SEEKER,OTHER_EFFORT,SICK_LEAVE,OTHER,UNKNOWN"),
                        columns(
                                "WORK",
                                "SUBSIDISED_WORK",
                                "STUDY",
                                "PLACEMENT",
                                "JOB_SEEKER",
                                "OTHER_EFFORT",
                                "SICK_LEAVE",
                                "OTHER",
                                "UNKNOWN"));
            case "INCOME" ->
                List.of(
                        flows(Map.of(
                                "OWN",
                                Set.of("WAGE", "STUDY"),
                                "NOT",
                                Set.of("SICKNESS", "JOBSEEKER", "ASSISTANCE", "REST"))),
                        flows(Map.of(
                                "OWN",
                                Set.of("WAGE", "STUDY"),
                                "BENEFIT",
                                Set.of("SICKNESS", "JOBSEEKER", "ASSISTANCE"),
                                "REST",
                                Set.of("REST"))),
                        flows(PURSES.stream().collect(Collectors.toMap(purse -> purse, Set::of))));
            case "HOURS" ->
                List.of(
                        columns("MORE", "NOT_MORE_OR_UNKNOWN=SAME,LESS,UNKNOWN"),
                        columns("MORE", "NOT_MORE=SAME,LESS", "UNKNOWN"),
                        columns("MORE", "SAME", "LESS", "UNKNOWN"));
            case "REASON" ->
                List.of(
                        columns(
                                "PLANNED=GOAL_REACHED,OTHER_EFFORT,INITIATIVE_ENDED",
                                "BROKEN_OFF=OWN_WISH,HEALTH,MOVED,NO_CONTACT,DECEASED,OTHER"),
                        columns(
                                "GOAL_REACHED",
                                "OTHER_EFFORT",
                                "OWN_WISH",
                                "HEALTH",
                                "MOVED",
                                "NO_CONTACT",
                                "INITIATIVE_ENDED",
                                "DECEASED",
                                "OTHER"));
            case "CASEWORKERS" -> List.of(columns("ONE", "SEVERAL"));
            case "PARALLEL" -> List.of(columns("YES", "NO"));
            case "AFTER_3", "AFTER_6", "AFTER_12" ->
                List.of(
                        columns("ONWARD=WORK,SUBSIDISED_WORK,STUDY", "NOT_REGISTERED"),
                        columns("WORK", "SUBSIDISED_WORK", "STUDY", "NOT_REGISTERED"));
            case "PROGRESS" ->
                List.of(
                        columns("UP", "NOT_UP=SAME,DOWN", "NOT_COMPARED"),
                        columns("UP", "SAME", "DOWN", "NOT_COMPARED"));
            default -> throw new AssertionError(attribute);
        };
    }

    private static Map<String, Set<String>> columns(String... columns) {
        var all = new LinkedHashMap<String, Set<String>>();
        for (var column : columns) {
            var parts = column.split("=");
            all.put(parts[0], Set.of(parts[parts.length - 1].split(",")));
        }
        return all;
    }

    private static Map<String, Set<String>> flows(Map<String, Set<String>> purses) {
        var all = new LinkedHashMap<String, Set<String>>();
        purses.forEach((from, before) -> purses.forEach((to, after) -> all.put(
                from + ">" + to,
                before.stream()
                        .flatMap(one -> after.stream().map(other -> one + ">" + other))
                        .collect(toSet()))));
        return all;
    }

    private void readPersons(Connection database) throws SQLException, IOException {
        var asked = instruments(database);
        String sql;
        try (var text = CountedBySql.class.getResourceAsStream("/statistics-by-sql.sql")) {
            sql = new String(text.readAllBytes(), UTF_8)
                    .replaceFirst(":today\\b", "?")
                    .replaceFirst(":areas\\b", "?")
                    .replaceFirst(":questions\\b", "?");
        }
        try (var statement = database.prepareStatement(sql)) {
            statement.setString(1, today.toString());
            statement.setString(2, asked.getFirst());
            statement.setString(3, asked.getLast());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var table = key(row.getString("universe"), row.getString("attribute"), row.getString("area"));
                    persons.computeIfAbsent(table, key -> new ArrayList<>())
                            .add(new Person(
                                    row.getString("initiative_id"),
                                    row.getString("legal_sex"),
                                    row.getObject("day", LocalDate.class),
                                    row.getString("code"),
                                    row.getInt("block"),
                                    row.getObject("started_on", LocalDate.class),
                                    row.getObject("ended_on", LocalDate.class),
                                    strings(row.getArray("leads"))));
                }
            }
        }
    }

    private void readLedger(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            try (var row = statement.executeQuery("select * from ledger_rows")) {
                while (row.next()) {
                    told.add(new Told(
                            row.getString("initiative_id"),
                            row.getString("universe"),
                            row.getString("attribute"),
                            row.getString("area"),
                            row.getInt("level"),
                            row.getInt("after_block"),
                            row.getInt("to_block"),
                            row.getObject("until_on", LocalDate.class),
                            row.getBoolean("by_sex")));
                }
            }
            try (var row = statement.executeQuery("select * from ledger_days")) {
                while (row.next()) {
                    days.add(new ClosingDay(
                            row.getString("initiative_id"),
                            row.getObject("day", LocalDate.class),
                            strings(row.getArray("waiting"))));
                }
            }
        }
    }

    static Set<String> strings(java.sql.Array array) throws SQLException {
        return Set.copyOf(list(array));
    }

    static List<String> list(java.sql.Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(Object::toString).toList();
    }

    /** Of all instruments: the areas, and the questions of each voice, as JSON. */
    private List<String> instruments(Connection database) throws SQLException {
        var dimensions = new ArrayList<String>();
        var questions = new ArrayList<String>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select id, definition from instruments where state <> 'DRAFT'")) {
            while (row.next()) {
                Map<String, Object> instrument = new Yaml().load(row.getString("definition"));
                var id = row.getString("id");
                var smallest = instrument.getOrDefault("smallest-change", 1);
                var highest = part(instrument, "scale").get("highest");
                for (var dimension : parts(instrument, "dimensions")) {
                    var scoring = part(dimension, "scoring");
                    dimensions.add("""
                        {"instrument": "%s", "area": "%s", "method": "%s", "fewest": %s, "highest": %s, "smallest": %s}
                        """.formatted(
                                    id,
                                    dimension.get("key"),
                                    scoring.get("method"),
                                    scoring.get("fewest-answers"),
                                    highest,
                                    dimension.getOrDefault("smallest-change", smallest)));
                    for (var voice : List.of("PARTICIPANT", "CASEWORKER")) {
                        areas.computeIfAbsent(
                                        text("statistics.table.progress-of")
                                                .replace(
                                                        "{0}",
                                                        part(dimension, "name")
                                                                .get("sv")
                                                                .toString())
                                                .replace("{1}", text("statistics.voice." + voice)),
                                        name -> new HashSet<>())
                                .add(dimension.get("key") + ">" + voice);
                    }
                }
                for (var voice : List.of("participant", "caseworker")) {
                    var items = parts(instrument, "items").stream()
                            .filter(item -> item.containsKey(voice))
                            .toList();
                    IntStream.range(0, items.size())
                            .forEach(i -> questions.add("""
                                {"instrument": "%s", "voice": "%s", "number": %d, "area": "%s"}
                                """.formatted(
                                            id,
                                            voice.toUpperCase(Locale.ROOT),
                                            i + 1,
                                            items.get(i).get("dimension"))));
                }
            }
        }
        return List.of("[" + String.join(",", dimensions) + "]", "[" + String.join(",", questions) + "]");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> whole, String key) {
        return (Map<String, Object>) requireNonNull(whole.get(key), key);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parts(Map<String, Object> whole, String key) {
        return (List<Map<String, Object>>) requireNonNull(whole.get(key), key);
    }
}
