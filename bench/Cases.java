import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which cases the clients work with. */
final class Cases {
    /** Active, and measured eight times or more. */
    static final String WITH_EIGHT_ROUNDS = """
        c.state = 'ACTIVE' and 8 <= (select count(distinct r.id) from rounds r join assessments a on a.round_id = r.id
          where r.case_id = c.id)""";

    /** With a round that can be answered today and that the participant has not sent in. */
    static final String WITH_OPEN_ROUND = """
        c.state = 'ACTIVE' and exists (select from rounds r where r.case_id = c.id
          and current_date between r.opens_on and r.closes_on and r.closed_at is null
          and not exists (select from assessments a where a.round_id = r.id and a.submitted_at is not null))""";

    /** Of another organisation, on which the coach is named and in which a consent opens something. */
    static final String SHARED = "";

    private Cases() {}

    static List<UUID> of(Program program, String caseworker, String which) throws Exception {
        if (which.equals(SHARED)) {
            return ids(program, """
                select n.case_id from case_colleagues n join staff s on s.id = n.staff_id
                where s.email = ? and n.ended_at is null order by n.case_id""", caseworker);
        }
        return ids(program, """
            select c.id from assignments h join staff s on s.id = h.staff_id join cases c on c.id = h.case_id
            where s.email = ? and h.to_on is null and\s""" + which + " order by c.id", caseworker);
    }

    static UUID openRound(Program program, UUID found) throws Exception {
        return ids(program, """
            select id from rounds where case_id = cast(? as uuid) and current_date between opens_on and closes_on
            order by opens_on desc""", found.toString()).getFirst();
    }

    /** The latest round of this case that both have answered. */
    static Optional<UUID> latestTalk(Program program, UUID found) throws Exception {
        return find(program, """
            select r.id from rounds r join assessments a on a.round_id = r.id and a.submitted_at is not null
            where r.case_id = cast(? as uuid) group by r.id having count(*) = 2 order by r.due_on desc limit 1""",
                found.toString()).stream().findFirst();
    }

    static UUID ledBy(Program program, String lead) throws Exception {
        return ids(program, """
            select l.initiative_id from initiative_leads l join staff s on s.id = l.staff_id where s.email = ?""", lead)
                .getFirst();
    }

    static UUID staff(Program program, String email) throws Exception {
        return ids(program, "select id from staff where email = ?", email).getFirst();
    }

    private static List<UUID> ids(Program program, String query, String parameter) throws Exception {
        var found = find(program, query, parameter);
        if (found.isEmpty()) {
            throw new SQLException("the population has none that is asked for");
        }
        return found;
    }

    private static List<UUID> find(Program program, String query, String parameter) throws Exception {
        try (var database = program.database(); var statement = database.prepareStatement(query)) {
            statement.setString(1, parameter);
            var found = new ArrayList<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
            return found;
        }
    }
}
