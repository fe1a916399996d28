package se.framsteg.plan.followup;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.LegalSex;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.Period;

/** The counts as the database makes them: no row that comes out of it is about one person. */
@Component
class PlanFollowUpQueries {
    /** What is asked about: the cases of the initiative that a lead reaches. */
    private static final String ASKED = """
        with asked as (
          select * from follow_up_plans
          where initiative_id = :initiative
            and case_id in (select case_id from follow_up_reach where staff_id = :lead)
            and case
              when measure in ('PLAN', 'DATED') then from_on <= :to and (to_on is null or to_on >= :from)
              when measure = 'NEED' then from_on between :from and :to
              else from_on between :from and :to and from_on < :today end)
        """;

    private static final String COUNTS = ASKED + """
        select measure, part, legal_sex, outcome, count(*) as number, count(distinct case_id) as persons from asked
        group by measure, part, legal_sex, outcome\
        """;

    private static final String DAYS = ASKED + """
        select legal_sex, percentile_cont(0.5) within group (order by days) as days, count(*) as number
        from asked where measure = 'NEED' and days is not null
        group by grouping sets ((), (legal_sex)) having count(distinct case_id) >= 5\
        """;

    private final JdbcClient jdbc;

    PlanFollowUpQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lead whose reach is counted */
    record Question(InitiativeId initiative, Period period, LocalDate today, StaffId lead) {}

    FollowUpCounts counts(Question question) {
        var counts = new FollowUpCounts();
        ask(COUNTS, question).query(row -> {
            counts.add(row);
        });
        return counts;
    }

    /** Of all who have met and of each sex, however few: what may be shown of it is for the caller to say. */
    List<PlanFollowUp.Median> days(Question question) {
        return ask(DAYS, question)
                .query((row, i) -> new PlanFollowUp.Median(
                        group(row.getString("legal_sex")),
                        (int) Math.round(row.getDouble("days")),
                        row.getInt("number")))
                .list();
    }

    private static Group group(@Nullable String sex) {
        if (sex == null) {
            return Group.ALL;
        }
        return LegalSex.valueOf(sex) == LegalSex.WOMAN ? Group.WOMEN : Group.MEN;
    }

    private JdbcClient.StatementSpec ask(String sql, Question question) {
        return jdbc.sql(sql)
                .param("initiative", question.initiative().value())
                .param("from", question.period().from().first())
                .param("to", question.period().to().last())
                .param("today", question.today())
                .param("lead", question.lead().value());
    }
}
