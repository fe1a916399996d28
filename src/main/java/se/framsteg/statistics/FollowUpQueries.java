package se.framsteg.statistics;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.cases.LegalSex;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.StaffId;

/** The counts as the database makes them: no row that comes out of it is about one person. */
@Component
class FollowUpQueries {
    /**
     * Everything in one statement, so that the rounds and what was sent in are read once. Answers count in rounds that have
     * been revealed. Now is the last round in the period, after the start, in which that voice has answered.
     *
     * <p>What is asked about rows of an earlier part again is kept in them as true or false. The planner knows nothing of such
     * rows, takes a comparison for one that hardly any passes, and would go through all for each of all.
     */
    private static final String COUNTS = """
        with members as materialized (
          select case_id, legal_sex, started_on, ended_on, caseworkers from follow_up_cases where initiative_id = :initiative),
        rounds as materialized (
          select round_id, case_id, kind = 'BASELINE' as baseline, instrument_id, opens_on, due_on,
            due_on between :from and :to as due, closes_on, closed, skipped, paused, imported, participant_sent,
            caseworker_sent, day, participant_scores, caseworker_scores
          from follow_up_rounds
          where initiative_id = :initiative
            and (due_on between :from and :to or day <= :to and (kind = 'BASELINE' or day >= :from))),
        answered as materialized (
          select r.round_id, r.case_id, r.baseline, r.instrument_id, r.day, v.voice, v.scores
          from rounds r
          cross join lateral (values ('PARTICIPANT', r.participant_scores), ('CASEWORKER', r.caseworker_scores))
            as v(voice, scores)
          where v.scores is not null and r.day <= :to and (r.baseline or r.day >= :from)
            and (r.participant_sent and r.caseworker_sent or r.closed and not r.skipped
              or not r.closed and not r.paused and r.closes_on < :today)),
        now as (
          select distinct on (case_id, voice) * from answered where not baseline
          order by case_id, voice, day desc, round_id),
        people as materialized (
          select m.case_id, m.legal_sex, v.voice, s.instrument_id as start_instrument, s.scores as start_scores,
            n.instrument_id as now_instrument, n.scores as now_scores, m.caseworkers
          from members m
          cross join (values ('PARTICIPANT'), ('CASEWORKER')) as v(voice)
          left join answered s on s.case_id = m.case_id and s.voice = v.voice and s.baseline
          left join now n on n.case_id = m.case_id and n.voice = v.voice
          where m.started_on <= :to
            and (m.ended_on is null or m.ended_on >= :from
              or exists (select from now a where a.case_id = m.case_id))),
        places as (
          select * from unnest(:instruments, :positions, :areas, :smallest)
            as p(instrument_id, position, area, smallest)),
        compared as materialized (
          select p.case_id, p.voice, p.legal_sex, s.area, n.smallest, p.start_scores[s.position] as start,
            p.now_scores[n.position] as now
          from people p
          join places s on s.instrument_id = p.start_instrument
          join places n on n.instrument_id = p.now_instrument and n.area = s.area
          where p.start_scores[s.position] is not null and p.now_scores[n.position] is not null)
        select 'AREA' as what, voice, legal_sex, area, start_step, now_step, direction, null as state,
          null as one_caseworker, count(*) as number
        from (
          select voice, area, legal_sex, floor(start + 0.5)::int as start_step, floor(now + 0.5)::int as now_step,
            case when now - start >= smallest - 0.001 then 1 when start - now >= smallest - 0.001 then -1
              else 0 end as direction
          from compared) a
        group by voice, area, legal_sex, start_step, now_step, direction
        union all
        select 'PERSON', voice, legal_sex, null, null, null, null, state, one_caseworker, count(*)
        from (
          select p.voice, p.legal_sex, p.caseworkers <= 1 as one_caseworker, case
            when p.start_scores is null then 'NO_START'
            when p.now_scores is null then 'NO_NOW'
            when c.case_id is not null then 'COUNTED'
            else 'NOT_COMPARABLE' end as state
          from people p
          left join (select distinct case_id, voice from compared) c on c.case_id = p.case_id and c.voice = p.voice) p
        group by voice, legal_sex, state, one_caseworker
        union all
        select 'ROUND', null, legal_sex, null, null, null, null, state, null, count(*)
        from (
          select m.legal_sex, case
            when r.participant_sent and r.caseworker_sent then 'BOTH'
            when r.skipped then 'SKIPPED'
            when not r.closed and r.opens_on > :today then 'OPEN'
            when not r.closed and r.paused then 'SKIPPED'
            when not r.closed and r.closes_on >= :today then case when r.due_on < :today then 'LATE' else 'OPEN' end
            when r.participant_sent then 'PARTICIPANT_ALONE'
            when r.caseworker_sent then 'CASEWORKER_ALONE'
            else 'NONE' end as state
          from rounds r
          join members m on m.case_id = r.case_id
          where not r.imported and r.due
            and r.case_id in (select case_id from follow_up_reach where staff_id = :lead)) r
        group by legal_sex, state\
        """;

    /**
     * As {@code Round.Stage} tells: open and late, not those that rest. Asked in two steps, because the database would rather
     * read every round there is than ask each case whether it rests.
     */
    private static final String WORK = """
        with started as materialized (
          select initiative_id, due_on, closes_on, paused, participant_sent and caseworker_sent as done
          from follow_up_rounds
          where initiative_id = any(:initiatives) and not closed and opens_on <= :today and closes_on >= :today
            and case_id in (select case_id from case_reach where staff_id = :lead))
        select initiative_id, count(*) filter (where due_on < :today) as late,
          count(*) filter (where due_on < :today and closes_on < :today + 7) as closing,
          count(*) filter (where due_on >= :today) as open
        from started
        where not paused and not done
        group by initiative_id\
        """;

    private final JdbcClient jdbc;

    FollowUpQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is asked about.
     *
     * @param lead of whose cases the rounds are counted: those that this lead reaches
     */
    record Question(InitiativeId initiative, Period period, LocalDate today, StaffId lead) {}

    /** @param areas by voice, in the order of the areas */
    record Counts(Map<Respondent, List<AreaCounts>> areas, PeopleCounts people, RoundCounts rounds) {
        static Counts none(int areas, int steps) {
            var counts = new EnumMap<Respondent, List<AreaCounts>>(Respondent.class);
            for (var voice : Respondent.values()) {
                counts.put(
                        voice,
                        Stream.generate(() -> new AreaCounts(steps))
                                .limit(areas)
                                .toList());
            }
            return new Counts(counts, new PeopleCounts(), new RoundCounts());
        }

        AreaCounts area(Respondent voice, int area) {
            return requireNonNull(areas.get(voice)).get(area);
        }
    }

    /**
     * Where an area stands among an instrument's scores.
     *
     * @param position from 0
     * @param area from 0, among those that are followed up
     * @param smallest the smallest difference, in steps, that is more than noise
     */
    record Place(InstrumentId instrument, int position, int area, double smallest) {}

    /** The instruments that the initiative's rounds have been answered with. */
    List<InstrumentId> instruments(InitiativeId initiative) {
        return jdbc.sql("select distinct instrument_id from follow_up_rounds where initiative_id = ?")
                .param(initiative.value())
                .query((row, i) -> new InstrumentId(row.getObject("instrument_id", UUID.class)))
                .list();
    }

    /** What there is to do today in each of these initiatives, in the cases that their lead reaches. */
    Map<InitiativeId, FollowedUp.Work> work(StaffId lead, List<InitiativeId> initiatives, LocalDate today) {
        var work = new HashMap<InitiativeId, FollowedUp.Work>();
        initiatives.forEach(id -> work.put(id, FollowedUp.Work.NONE));
        jdbc.sql(WORK)
                .param(
                        "initiatives",
                        initiatives.stream().map(InitiativeId::value).toArray(UUID[]::new))
                .param("lead", lead.value())
                .param("today", today)
                .query(row -> {
                    work.put(
                            new InitiativeId(row.getObject("initiative_id", UUID.class)),
                            new FollowedUp.Work(row.getInt("late"), row.getInt("closing"), row.getInt("open")));
                });
        return work;
    }

    /**
     * What there is to count, before anything of it is kept back.
     *
     * @param areas how many areas the places name
     * @param steps of the scale that they share
     */
    Counts counts(Question question, List<Place> places, int areas, int steps) {
        var counts = Counts.none(areas, steps);
        ask(question, places).query(row -> {
            switch (row.getString("what")) {
                case "AREA" -> addArea(counts, row);
                case "PERSON" -> addPerson(counts.people(), row);
                default ->
                    counts.rounds()
                            .add(sex(row), RoundCounts.State.valueOf(row.getString("state")), row.getInt("number"));
            }
        });
        return counts;
    }

    private static void addArea(Counts counts, ResultSet row) throws SQLException {
        counts.area(voice(row), row.getInt("area"))
                .add(
                        sex(row),
                        row.getInt("start_step"),
                        row.getInt("now_step"),
                        row.getInt("direction"),
                        row.getInt("number"));
    }

    private static void addPerson(PeopleCounts people, ResultSet row) throws SQLException {
        var number = row.getInt("number");
        people.add(voice(row), sex(row), People.Counted.valueOf(row.getString("state")), number);
        if (voice(row) == Respondent.PARTICIPANT) {
            people.addContinuity(sex(row), row.getBoolean("one_caseworker"), number);
        }
    }

    private JdbcClient.StatementSpec ask(Question question, List<Place> places) {
        return jdbc.sql(COUNTS)
                .param("initiative", question.initiative().value())
                .param("from", question.period().from().first())
                .param("to", question.period().to().last())
                .param("today", question.today())
                .param("lead", question.lead().value())
                .param(
                        "instruments",
                        places.stream().map(place -> place.instrument().value()).toArray(UUID[]::new))
                .param(
                        "positions",
                        places.stream().map(place -> place.position() + 1).toArray(Integer[]::new))
                .param("areas", places.stream().map(Place::area).toArray(Integer[]::new))
                .param("smallest", places.stream().map(Place::smallest).toArray(Double[]::new));
    }

    private static Respondent voice(ResultSet row) throws SQLException {
        return Respondent.valueOf(row.getString("voice"));
    }

    private static LegalSex sex(ResultSet row) throws SQLException {
        return LegalSex.valueOf(row.getString("legal_sex"));
    }
}
