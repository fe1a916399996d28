package se.framsteg.fidelity.measure;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import se.framsteg.fidelity.measure.Measured.Figure;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.shared.InitiativeId;

/** How soon, how often and how well employers are met for the people (items 15, 16 and 17 of IPS-25). */
@Component
class EmployerMeasures implements MeasureSource {
    /** Who has been there for fewer days without an employer having been met is too new to tell of. */
    static final int TOO_EARLY_DAYS = 30;

    static final String BEGUN = """
        , met as (
          select p.case_id, min(k.day) as first_on
          from fidelity_contacts k join fidelity_contact_cases p on p.contact_id = k.contact_id
          where k.initiative_id = :initiative and k.kind = 'EMPLOYER' and k.face_to_face and k.day <= :to group by p.case_id),
        begun as (
          select c.case_id, m.first_on, greatest(0, coalesce(m.first_on, least(c.ended_on, :to)) - c.started_on) as days
          from fidelity_cases c left join met m on m.case_id = c.case_id
          where c.initiative_id = :initiative and c.started_on between :from and :to)\
        """;

    private static final String FIRST = BEGUN + """
         select coalesce(sum(days) filter (where counts), 0) as days, count(*) filter (where counts) as people,
          count(*) filter (where counts and first_on is null) as without, count(*) filter (where not counts) as too_early
        from (select *, first_on is not null or days >= :soon as counts from begun) b\
        """;

    private static final String WANTED = Statements.ACTIVE + """
        , seekers as (
          select r.staff_id, r.days * r.percent as full_time_days, case when not exists (
              select from roster n where n.staff_id = r.staff_id and n.last = :to) then :six else (
            select least(:six, 2 * count(*)) from active a where a.specialist = r.staff_id
            and not exists (select from fidelity_jobs j where j.case_id = a.case_id and j.kind = 'JOB' and j.from_on <= :to
              and (j.to_on is null or j.to_on >= :to))) end as wanted
          from roster r),
        weeks as (select w as monday from generate_series(date_trunc('week', :from + 6), :to - 6, interval '7 days') w),
        months as (select m as first from generate_series(date_trunc('month', :from + interval '1 month - 1 day'),
          :to + 1 - interval '1 month', interval '1 month') m),
        reviews as (select reviewed_on from fidelity_log_reviews
          where initiative_id = :initiative and removed_at is null and reviewed_on between :from and :to)
        select (select coalesce(sum(full_time_days), 0) / 700.0 from seekers) as weeks,
          (select coalesce(sum(full_time_days * wanted), 0) / 700.0 from seekers) as wanted, (select count(*) from weeks) as whole_weeks,
          (select count(*) from weeks w where exists (select from reviews v where v.reviewed_on between w.monday and w.monday + interval '6 days'))
            as reviewed_weeks,
          (select count(*) from months) as whole_months,
          (select count(*) from months m where exists (select from reviews v
            where v.reviewed_on >= m.first and v.reviewed_on < m.first + interval '1 month')) as reviewed_months\
        """;

    private static final int SIX = 6;

    private final Statements statements;

    EmployerMeasures(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Set<Measure> measures() {
        return Set.of(Measure.FIRST_EMPLOYER_CONTACT, Measure.MATCHING_CONTACTS, Measure.EMPLOYER_CONTACTS);
    }

    @Override
    public Map<Measure, Measured> of(InitiativeId initiative, Window window, Supplier<LogFigures> log) {
        var logged = log.get();
        var first = statements
                .statement(initiative, window, FIRST)
                .param("soon", TOO_EARLY_DAYS)
                .query((row, i) -> Measured.ratio(
                        row.getBigDecimal("days"),
                        row.getBigDecimal("people"),
                        row.getInt("without"),
                        Figure.of("too-early", row.getLong("too_early"))))
                .single();
        return statements
                .statement(initiative, window, WANTED)
                .param("six", SIX)
                .query((row, i) -> {
                    var reviews = new Reviews(
                            row.getInt("reviewed_weeks"),
                            row.getInt("whole_weeks"),
                            row.getInt("reviewed_months"),
                            row.getInt("whole_months"));
                    return Map.of(
                            Measure.FIRST_EMPLOYER_CONTACT, first,
                            Measure.MATCHING_CONTACTS,
                                    Measured.percent(logged.matching(), logged.aboutPeople(), logged.untold()),
                            Measure.EMPLOYER_CONTACTS,
                                    met(
                                            logged.employersMet(),
                                            row.getBigDecimal("weeks"),
                                            row.getBigDecimal("wanted"),
                                            logged.contacts() > 0,
                                            reviews));
                })
                .single();
    }

    /**
     * How often the supervisor went through the log: in how many of the whole weeks, Monday to Sunday, and of the whole months of the window.
     */
    record Reviews(int weeks, int ofWeeks, int months, int ofMonths) {
        /** In three weeks of four: there are holidays. */
        boolean weekly() {
            return ofWeeks > 0 && 4 * weeks >= 3 * ofWeeks;
        }

        boolean monthly() {
            return weekly() || (ofMonths > 0 && months == ofMonths);
        }
    }

    /**
     * @param met employers met for a person
     * @param weeks of full time, of all specialists together
     * @param wanted how many would make the best score: six a week, or twice as many as there are seekers where those are fewer than three
     * @param logged whether anything at all has been logged
     */
    static Measured met(long met, BigDecimal weeks, BigDecimal wanted, boolean logged, Reviews reviews) {
        var wantedAWeek = Measured.ratio(wanted, weeks, 0).value().orElse(BigDecimal.ZERO);
        var shown = Measured.ratio(
                BigDecimal.valueOf(met),
                weeks,
                0,
                new Figure("wanted-a-week", wantedAWeek),
                Figure.of("reviewed-weeks", reviews.weeks()),
                Figure.of("whole-weeks", reviews.ofWeeks()),
                Figure.of("reviewed-months", reviews.months()),
                Figure.of("whole-months", reviews.ofMonths()));
        // Where nobody seeks work, none could be met for anybody: a rater judges.
        return shown.at(shown.value()
                .filter(_ -> wanted.signum() > 0)
                .map(aWeek -> level(aWeek, wantedAWeek, logged, reviews)));
    }

    private static int level(BigDecimal aWeek, BigDecimal wanted, boolean logged, Reviews reviews) {
        if (aWeek.compareTo(wanted) >= 0 && reviews.weekly()) {
            return 5;
        }
        if (reaches(aWeek, 5) && reviews.weekly()) {
            return 4;
        }
        if (reaches(aWeek, 4) && reviews.monthly()) {
            return 3;
        }
        return reaches(aWeek, 2) || !logged ? 2 : 1;
    }

    private static boolean reaches(BigDecimal aWeek, int bound) {
        return aWeek.compareTo(BigDecimal.valueOf(bound)) >= 0;
    }
}
