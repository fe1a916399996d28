package se.framsteg.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import se.framsteg.testing.Visitor;

/**
 * What the association's officer and the member of its board come to in the invented population, every page and file by following links:
 * nothing in it points at anybody who takes part, and nothing that has been written about one. What stands at addresses that nobody leads
 * them to isn't there for them.
 */
final class OfficersSeeNobody {
    private static final String PASSWORD = "stegvis-framat";
    /** How many addresses of each kind are followed: the officer’s reach all initiatives, and the board’s are fewer of the same. */
    private static final List<Person> PEOPLE = List.of(
            new Person("officer", "ingrid@kansli.example", 8), new Person("board", "staffan@kansli.example", 4));

    private static final Pattern ROUTE = Pattern.compile("GET\\s+(/\\S+)(.*)");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?::([a-z-]+)[^}]*)?}");
    private static final Set<String> FOR_ALL_OF_THEM = Set.of("everybody", "staff", "colleagues");

    private record Person(String role, String email, int examples) {}

    private OfficersSeeNobody() {}

    static void assertSo(int port, Connection database) throws SQLException, IOException {
        var secrets = Secrets.of(database);
        assertThat(secrets.size()).as("things to look for").isGreaterThan(4_000);
        for (var person : PEOPLE) {
            var visitor = new Visitor(port).signIn(person.email(), PASSWORD);
            var answers = Crawl.from(visitor, "/", person.examples());
            assertThat(answers.stream().map(Crawl.Answer::type).distinct())
                    .as("kinds of what the %s comes to", person.role())
                    .contains("text/html", "text/csv", "application/pdf");
            assertSoftly(softly ->
                    answers.forEach(answer -> softly.assertThat(secrets.in(answer.text() + "\n" + answer.raw()))
                            .as("what points at persons on %s, for the %s", answer.path(), person.role())
                            .isEmpty()));
            assertThat(ToldStatistics.lines(visitor, Set.of(), "ALL", true))
                    .as("what the %s is told who asks to the last person", person.role())
                    .isEqualTo(ToldStatistics.lines(visitor, Set.of(), "ALL", false));
            assertThatTheRestIsNotThere(visitor, person.role(), database);
        }
    }

    /** Every address with a GET that isn't theirs, by ids of what is there. */
    private static void assertThatTheRestIsNotThere(Visitor visitor, String who, Connection database)
            throws SQLException, IOException {
        var ids = ids(database);
        var softly = new SoftAssertions();
        for (var route : closedTo(who)) {
            var path = address(route, ids);
            softly.assertThat(visitor.fetch(path).statusCode())
                    .as("answer of %s, which is closed to the %s", path, who)
                    .isIn(403, 404);
        }
        softly.assertAll();
    }

    private static List<String> closedTo(String who) throws IOException {
        try (var text = OfficersSeeNobody.class.getResourceAsStream("/routes.txt")) {
            return new String(text.readAllBytes(), UTF_8)
                    .lines()
                    .map(ROUTE::matcher)
                    .filter(route -> route.matches() && !route.group(1).startsWith("/svara"))
                    .filter(route -> {
                        var let = Set.of(route.group(2).strip().split("\\s+"));
                        return !let.contains(who) && FOR_ALL_OF_THEM.stream().noneMatch(let::contains);
                    })
                    .map(route -> route.group(1))
                    .toList();
        }
    }

    /** The route with an id of the demo at each place: of the one row in whose case the rest is looked for, or of nothing. */
    private static String address(String route, Map<String, String> ids) {
        var first = route.split("/")[1];
        return PLACE.matcher(route).replaceAll(place -> {
            var name = place.group(1);
            var key = name.equals("id") && place.start() == first.length() + 2 ? first : name;
            return place.group(2) != null ? place.group(2) : ids.getOrDefault(key, new UUID(0, 1).toString());
        });
    }

    private static Map<String, String> ids(Connection database) throws SQLException {
        var tables = new HashMap<String, String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                    select unnest(array['cases', 'caseId', 'referrals', 'initiatives', 'roundId', 'id', 'planId', 'number', 'groups', 'teams',
                        'employers', 'contacts', 'worksheetId', 'followedId', 'fidelity', 'trainingId', 'staff', 'organisations']),
                      unnest(array[cast(c.id as text), cast(c.id as text), cast(c.referral_id as text), cast(c.initiative_id as text),
                        (select cast(r.id as text) from rounds r where r.case_id = c.id limit 1),
                        (select cast(n.id as text) from notes n where n.case_id = c.id limit 1),
                        (select cast(l.id as text) from plans l where l.case_id = c.id limit 1), '1',
                        (select cast(g.id as text) from group_programmes g limit 1), (select cast(t.id as text) from teams t limit 1),
                        (select cast(e.id as text) from employers e limit 1),
                        (select cast(k.contact_id as text) from contact_persons k where k.case_id = c.id limit 1),
                        (select cast(w.id as text) from worksheets w limit 1),
                        (select cast(f.id as text) from case_pathways f where f.case_id = c.id limit 1),
                        (select cast(v.id as text) from fidelity_reviews v limit 1), (select cast(t.id as text) from trainings t limit 1),
                        (select cast(s.id as text) from staff s where s.email like 'coach1@%' limit 1), cast(c.organisation_id as text)])
                    from (select c.* from cases c where exists (select from plans l where l.case_id = c.id)
                      and exists (select from notes n where n.case_id = c.id) order by c.number limit 1) c
                    """)) {
            while (rows.next()) {
                if (rows.getString(2) != null) {
                    tables.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        assertThat(tables).as("ids to try").containsKeys("cases", "roundId", "id", "planId", "referrals");
        return tables;
    }
}
