import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What is measured. Each client is somebody of their own, with a session of their own, working with their own cases. */
final class Scenarios {
    private static final String ROUNDS_AND_ANSWERS = """
        select r.id, r.kind, r.due_on, a.respondent, a.answers, a.submitted_at
        from rounds r left join assessments a on a.round_id = r.id
        where r.case_id = ? order by r.due_on, a.respondent""";
    private static final String CASE = """
        select c.*, p.name, i.name, s.name from cases c
        join participants p on p.id = c.participant_id join initiatives i on i.id = c.initiative_id
        left join assignments h on h.case_id = c.id and h.to_on is null left join staff s on s.id = h.staff_id
        where c.id = ?""";
    private static final String LIST = """
        select c.id, c.number, c.state, p.name, s.name from case_reach h
        join cases c on c.id = h.case_id join participants p on p.id = c.participant_id
        left join assignments t on t.case_id = c.id and t.to_on is null left join staff s on s.id = t.staff_id
        where h.staff_id = ? order by c.number desc limit 26""";

    private static final String GROUP = """
        with measured as (
          select c.id, p.legal_sex, a.respondent, a.scores,
            row_number() over (partition by c.id, a.respondent order by a.submitted_at) as place,
            count(*) over (partition by c.id, a.respondent) as places
          from cases c join participants p on p.id = c.participant_id join rounds r on r.case_id = c.id
          join assessments a on a.round_id = r.id
          where c.initiative_id = ? and a.submitted_at > now() - interval '1 year')
        select gen_random_uuid(), m.legal_sex, m.respondent, m.place = 1 as first, s.area, avg(s.score), count(*)
        from measured m cross join unnest(m.scores) with ordinality s (score, area)
        where m.place = 1 or m.place = m.places group by 2, 3, 4, 5""";

    private final Program program;

    private Scenarios(Program program) {
        this.program = program;
    }

    static List<Scenario> of(Program program) {
        var all = new Scenarios(program);
        return List.of(
                new Scenario("Answer of a participant saved", all::answering, all::bareAnswering),
                new Scenario("Case page, a case with eight rounds", all.page(Cases.WITH_EIGHT_ROUNDS, "/cases/%s"), all::bareCase),
                new Scenario(
                        "Case of others, opened by a consent", all.page(Cases.SHARED, "/cases/%s"), all::bareShared),
                new Scenario(
                        "Progression, a case with eight rounds",
                        all.page(Cases.WITH_EIGHT_ROUNDS, "/cases/%s/progression"),
                        all::bareRounds),
                new Scenario("Talk, a case with eight rounds", all::talk, all::bareRounds),
                new Scenario("Lead’s list of a thousand cases", all::list, all::bareList),
                new Scenario("Group of a thousand persons", all::group, all::bareGroup),
                new Scenario("Review begun, 200 specialists and 4,000 people", all::review, all::bareReview),
                new Scenario("An association’s quarter, 2,000 cases", all::quarter, all::bareQuarter));
    }

    /** A client that sees pages of their own cases, one after the other. */
    private Load.Client page(String which, String path) {
        return number -> {
            var coach = program.signedIn(coach(number));
            var cases = Cases.of(program, coach(number), which);
            return () -> coach.get(path.formatted(one(cases)));
        };
    }

    /** The talk about the latest round that both have answered. */
    private Load.Work talk(int number) throws Exception {
        var coach = program.signedIn(coach(number));
        var pages = new ArrayList<String>();
        for (var found : Cases.of(program, coach(number), Cases.WITH_EIGHT_ROUNDS)) {
            Cases.latestTalk(program, found).ifPresent(round -> pages.add("/cases/" + found + "/talk/" + round));
        }
        return () -> coach.get(one(pages));
    }

    private Load.Work answering(int number) throws Exception {
        var found = Cases.of(program, coach(number), Cases.WITH_OPEN_ROUND).getFirst();
        var round = Cases.openRound(program, found);
        var visitor = program.signedIn(coach(number));
        var progression = "/cases/" + found + "/progression";
        visitor.post("/cases/%s/rounds/%s/hand-over".formatted(found, round), Map.of(), visitor.token(progression));
        var token = visitor.token("/svara/question/1");
        return () -> {
            var question = ThreadLocalRandom.current().nextInt(1, 10);
            var fields = Map.of("answer", Integer.toString(ThreadLocalRandom.current().nextInt(1, 6)), "round", round.toString());
            Visitor.expect(302, visitor.post("/svara/question/" + question, fields, token));
        };
    }

    private Load.Work bareAnswering(int number) throws Exception {
        var found = Cases.of(program, coach(number), Cases.WITH_OPEN_ROUND).getFirst();
        var round = Cases.openRound(program, found);
        var database = program.database();
        database.setAutoCommit(false);
        var save = database.prepareStatement("""
            insert into assessments (round_id, respondent, answers, started_at, saved_at)
            values (?, 'PARTICIPANT', array[3,null,null,null,null,null,null,null,null]::smallint[], now(), now())
            on conflict (round_id, respondent) do update set answers[?] = 3, saved_at = now(),
              version = assessments.version + 1""");
        return () -> {
            save.setObject(1, round);
            save.setInt(2, ThreadLocalRandom.current().nextInt(1, 10));
            save.execute();
            journal(database, "RESPONDENT", round, found);
            database.commit();
        };
    }

    private Load.Work bareCase(int number) throws Exception {
        return reading(number, CASE, ROUNDS_AND_ANSWERS);
    }

    private Load.Work bareShared(int number) throws Exception {
        return reading(Cases.SHARED, number, CASE, ROUNDS_AND_ANSWERS);
    }

    private Load.Work bareRounds(int number) throws Exception {
        return reading(number, ROUNDS_AND_ANSWERS);
    }

    private Load.Work reading(int number, String... queries) throws Exception {
        return reading(Cases.WITH_EIGHT_ROUNDS, number, queries);
    }

    private Load.Work reading(String which, int number, String... queries) throws Exception {
        var cases = Cases.of(program, coach(number), which);
        var staff = Cases.staff(program, coach(number));
        var database = program.database();
        database.setAutoCommit(false);
        return () -> {
            var found = one(cases);
            for (var query : queries) {
                read(database, query, found);
            }
            journal(database, "STAFF", staff, found);
            database.commit();
        };
    }

    private Load.Work list(int number) throws Exception {
        var lead = program.signedIn(lead(number));
        return () -> lead.get("/cases");
    }

    private Load.Work bareList(int number) throws Exception {
        var staff = Cases.staff(program, lead(number));
        var database = program.database();
        database.setAutoCommit(false);
        return () -> {
            for (var found : read(database, LIST, staff)) {
                journal(database, "STAFF", staff, found);
            }
            database.commit();
        };
    }

    private Load.Work group(int number) throws Exception {
        var lead = program.signedIn(lead(number));
        var page = "/initiatives/" + Cases.ledBy(program, lead(number)) + "/follow-up";
        return () -> lead.get(page);
    }

    /** Of each person in the last year the first and the last scores of both voices, and their means by sex. */
    private Load.Work bareGroup(int number) throws Exception {
        var initiative = Cases.ledBy(program, lead(number));
        var staff = Cases.staff(program, lead(number));
        var database = program.database();
        database.setAutoCommit(false);
        return () -> {
            read(database, GROUP, initiative);
            journal(database, "STAFF", staff, initiative);
            database.commit();
        };
    }

    /** Begins a review by IPS-25 of half a year, and so works all of it out. */
    private Load.Work review(int number) throws Exception {
        var unit = Unit.ledBy(program, lead(0));
        var lead = program.signedIn(lead(0));
        var path = "/initiatives/" + unit + "/fidelity/reviews/new";
        var form = lead.get(path);
        var scale = form.split("name=\"scale\" type=\"radio\" value=\"")[1].split("\"")[0];
        var token = lead.token(path);
        var to = LocalDate.now();
        return () -> {
            var fields = Map.of("id", UUID.randomUUID().toString(), "scale", scale, "from", to.minusMonths(6).plusDays(1).toString(),
                    "to", to.toString(), "rater1", Cases.staff(program, lead(0)).toString());
            Visitor.expect(302, lead.post(path, fields, token));
        };
    }

    private Load.Work bareReview(int number) throws Exception {
        var unit = Unit.ledBy(program, lead(0));
        var staff = Cases.staff(program, lead(0));
        var database = program.database();
        database.setAutoCommit(false);
        return () -> {
            read(database, Unit.BARE, unit);
            journal(database, "STAFF", staff, unit);
            database.commit();
        };
    }

    /** What the ledger tells of the last quarter, of all initiatives of the association. */
    private Load.Work quarter(int number) throws Exception {
        Quarter.association(program);
        var officer = program.signedIn(Quarter.officer(number));
        return () -> officer.get(Quarter.page());
    }

    /** The same counted anew from the cases. */
    private Load.Work bareQuarter(int number) throws Exception {
        var association = Quarter.association(program);
        var staff = Cases.staff(program, Quarter.officer(number));
        var database = program.database();
        database.setAutoCommit(false);
        return () -> {
            read(database, Counting.quarterOfOne(), association);
            journal(database, "STAFF", staff, association);
            database.commit();
        };
    }

    private static List<UUID> read(Connection database, String query, UUID of) throws SQLException {
        try (var statement = database.prepareStatement(query)) {
            statement.setObject(1, of);
            var ids = new ArrayList<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        }
    }

    private static void journal(Connection database, String kind, UUID who, UUID of) throws SQLException {
        try (var statement = database.prepareStatement("""
            insert into journal (at, actor_kind, actor_id, action, subject_kind, subject_id, case_id)
            values (now(), ?, ?, 'BENCH', 'case', ?, ?)""")) {
            statement.setString(1, kind);
            statement.setObject(2, who);
            statement.setObject(3, of);
            statement.setObject(4, of);
            statement.execute();
        }
    }

    /** Each client is a caseworker of another initiative. */
    private static String coach(int number) {
        return "coach%d@stordal-0-%d.example".formatted(number % 10, number % 10);
    }

    private static String lead(int number) {
        return "ledare@stordal-0-%d.example".formatted(number % 10);
    }

    private static <T> T one(List<T> choices) {
        return choices.get(ThreadLocalRandom.current().nextInt(choices.size()));
    }
}
