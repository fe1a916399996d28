package se.framsteg.fidelity.measure;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.shared.InitiativeId;

/** The statements of the measures, with the parts that they share before them. */
@Component
class Statements {
    /** The specialists on the days of the window, each with the days on which they were there and how many those are. */
    private static final String ROSTER = """
        with roster as materialized (
          select s.staff_id, s.percent, d.first, d.last, d.last - d.first + 1 as days
          from fidelity_specialists s
          cross join lateral (select greatest(s.from_on, :from) as first, least(s.to_on, :to) as last) d
          where s.initiative_id = :initiative and s.removed_at is null and d.first <= d.last)\
        """;

    /** What the specialists have logged on their days. */
    static final String LOGGED = """
        , logged as materialized (
          select k.* from fidelity_contacts k join roster r on r.staff_id = k.logged_by and k.day between r.first and r.last
          where k.initiative_id = :initiative and k.day between :from and :to)\
        """;

    /** The cases that go on at the end of the last day, with who had each then and, if that is one of the specialists, as whose. */
    static final String ACTIVE = """
        , active as materialized (
          select c.*, a.staff_id, s.staff_id as specialist
          from fidelity_cases c
          left join fidelity_assignments a on a.case_id = c.case_id and a.from_on <= :to and (a.to_on is null or a.to_on > :to)
          left join (select distinct staff_id from roster where last = :to) s on s.staff_id = a.staff_id
          where c.initiative_id = :initiative and c.started_on <= :to and (c.ended_on is null or c.ended_on > :to))\
        """;

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sql what follows the specialists, who are there as {@code roster} */
    JdbcClient.StatementSpec statement(InitiativeId initiative, Window window, String sql) {
        return jdbc.sql(dated(ROSTER + sql))
                .param("initiative", initiative.value())
                .param("from", window.from())
                .param("to", window.to());
    }

    /** Days that are reckoned with must be known to be days. */
    private static String dated(String sql) {
        return sql.replaceAll(":(from|to)\\b", "cast(:$1 as date)");
    }
}
