package se.framsteg.program;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Everything in a database that points at somebody who takes part, and all that has been written about them: to be looked for in texts. */
final class Secrets {
    /** Whose words are about persons: what hangs on a case, a referral or a person, or on something that does. */
    private static final String WORDS_ABOUT_PERSONS = """
        select t.table_name, c.column_name from information_schema.tables t
        join information_schema.columns c using (table_schema, table_name)
        where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'text'
          and t.table_name <> all(array['journal', 'initiative_goal_results', 'ledger_members'])
          and exists (select from information_schema.columns k
            where k.table_schema = t.table_schema and k.table_name = t.table_name
              and k.column_name in ('case_id', 'participant_id', 'referral_id', 'note_id', 'plan_id', 'meeting_id', 'employment_id',
                'round_id', 'contact_id', 'worksheet_id', 'followed_id', 'need_id', 'goal_id', 'effort_id'))
        """;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u2009\\u202f]+");
    private static final Pattern DIGITS = Pattern.compile("\\d(?:[-+]?\\d){7,}");

    /** What is looked for, by the word that it begins with: its whole text, and what it is. */
    private final Map<String, Map<String, String>> texts = new HashMap<>();

    /** The last ten digits of identity and telephone numbers, or eight where there are no ten, and what they are. */
    private final Map<String, String> numbers = new HashMap<>();

    private Secrets() {}

    static Secrets of(Connection database) throws SQLException {
        var secrets = new Secrets();
        for (var name : values(database, "select name from participants")) {
            secrets.text("name", name);
            var parts = name.split(" ", 2);
            secrets.text("name", parts.length == 2 ? parts[1] + " " + parts[0] : name);
            secrets.text("name", parts.length == 2 ? parts[1] + ", " + parts[0] : name);
        }
        for (var column : List.of("email", "address", "contact_note")) {
            values(database, "select " + column + " from participants").forEach(text -> secrets.text(column, text));
        }
        values(database, "select number from cases").forEach(text -> secrets.text("case number", text));
        values(database, "select identity_number from participants")
                .forEach(number -> secrets.number("identity number", number));
        values(database, "select phone from participants")
                .forEach(number -> secrets.number("telephone number", number));
        for (var table : List.of(
                "participants", "cases", "referrals", "rounds", "notes", "activities", "employments", "plans")) {
            values(database, "select cast(id as text) from " + table).forEach(id -> secrets.text("id in " + table, id));
        }
        for (var column : values(
                database, "select concat_ws('.', table_name, column_name) from (" + WORDS_ABOUT_PERSONS + ") c")) {
            var parts = column.split("\\.");
            values(
                            database,
                            "select distinct " + parts[1] + " from " + parts[0] + " where " + parts[1]
                                    + " like '% % % %'")
                    .forEach(text -> secrets.text("words in " + column, text));
        }
        return secrets;
    }

    /** How many things are looked for. */
    int size() {
        return numbers.size() + texts.values().stream().mapToInt(Map::size).sum();
    }

    /** What of it stands in a text. */
    TreeSet<String> in(String text) {
        var found = new TreeSet<String>();
        var plain = plain(text);
        var words = WORD.matcher(plain);
        while (words.find()) {
            texts.getOrDefault(words.group(), Map.of()).forEach((secret, what) -> {
                if (plain.startsWith(secret, words.start()) && endsAsWord(plain, words.start() + secret.length())) {
                    found.add(what + ": " + secret);
                }
            });
        }
        DIGITS.matcher(text)
                .results()
                .map(digits -> digits.group().replaceAll("\\D", ""))
                .forEach(digits -> {
                    for (int length : new int[] {8, 10}) {
                        for (var from = 0; from + length <= digits.length(); from++) {
                            var number = digits.substring(from, from + length);
                            if (numbers.containsKey(number)) {
                                found.add(requireNonNull(numbers.get(number)) + ": " + number);
                            }
                        }
                    }
                });
        return found;
    }

    private static boolean endsAsWord(String text, int at) {
        return at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    private void text(String what, String text) {
        var plain = plain(text);
        var word = WORD.matcher(plain);
        if (word.find()) {
            texts.computeIfAbsent(word.group(), first -> new HashMap<>()).put(plain.substring(word.start()), what);
        }
    }

    private void number(String what, String number) {
        var digits = number.replaceAll("\\D", "");
        if (digits.length() >= 8) {
            numbers.put(digits.substring(digits.length() - (digits.length() >= 10 ? 10 : 8)), what);
        }
    }

    private static String plain(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    static List<String> values(Connection database, String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                var value = rows.getString(1);
                if (value != null && !value.isBlank()) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
