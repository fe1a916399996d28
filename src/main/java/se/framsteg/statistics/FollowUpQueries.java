package se.framsteg.statistics;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
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

/** The counts as the database makes them: no row that comes out of it is about one person. */
@Component
class FollowUpQueries {
    /**
     * Each person's answers in each voice at the start and now, of rounds that have been revealed. Now is the last round
     * in the period, after the start, in which that voice has answered.
     */
    private static final String PEOPLE = """
        with answered as (
          select f.round_id, f.case_id, f.kind, f.instrument_id, f.day, v.voice, v.scores
          from follow_up_rounds f
          cross join lateral (values ('PARTICIPANT', f.participant_scores), ('CASEWORKER', f.caseworker_scores))
            as v(voice, scores)
          where f.initiative_id = :initiative and v.scores is not null and f.day <= :to
            and (f.kind = 'BASELINE' or f.day >= :from)
            and (f.participant_sent and f.caseworker_sent or f.closed and not f.skipped
              or not f.closed and not f.paused and f.closes_on < :today)),
        now as (
          select distinct on (case_id, voice) * from answered where kind <> 'BASELINE'
          order by case_id, voice, day desc, round_id),
        people as materialized (
          select c.case_id, c.legal_sex, v.voice, s.instrument_id as start_instrument, s.scores as start_scores,
            n.instrument_id as now_instrument, n.scores as now_scores,
            c.caseworkers
          from follow_up_cases c
          cross join (values ('PARTICIPANT'), ('CASEWORKER')) as v(voice)
          left join answered s on s.case_id = c.case_id and s.voice = v.voice and s.kind = 'BASELINE'
          left join now n on n.case_id = c.case_id and n.voice = v.voice
          where c.initiative_id = :initiative and c.started_on <= :to
            and (c.ended_on is null or c.ended_on >= :from or c.case_id in (select case_id from now))),
        places as (
          select * from unnest(:instruments, :positions, :areas, :smallest)
            as p(instrument_id, position, area, smallest))
        """;

    private static final String AREAS = PEOPLE + """
        select voice, area, legal_sex, start_step, now_step, direction, count(*) as persons
        from (
          select p.voice, s.area, p.legal_sex, floor(a.start + 0.5)::int as start_step, floor(a.now + 0.5)::int as now_step,
            case when a.now - a.start >= n.smallest - 0.001 then 1 when a.start - a.now >= n.smallest - 0.001 then -1
              else 0 end as direction
          from people p
          join places s on s.instrument_id = p.start_instrument
          join places n on n.instrument_id = p.now_instrument and n.area = s.area
          cross join lateral (select p.start_scores[s.position] as start, p.now_scores[n.position] as now) a
          where a.start is not null and a.now is not null) one
        group by voice, area, legal_sex, start_step, now_step, direction\
        """;

    private static final String WHY = PEOPLE + """
        select voice, legal_sex, why, one_caseworker, count(*) as persons
        from (
          select p.voice, p.legal_sex, p.voice = 'PARTICIPANT' and p.caseworkers <= 1 as one_caseworker, case
            when p.start_scores is null then 'NO_START'
            when p.now_scores is null then 'NO_NOW'
            when exists (select from places s join places n on n.area = s.area
              where s.instrument_id = p.start_instrument and n.instrument_id = p.now_instrument
                and p.start_scores[s.position] is not null and p.now_scores[n.position] is not null) then 'COUNTED'
            else 'NOT_COMPARABLE' end as why
          from people p) one
        group by voice, legal_sex, why, one_caseworker\
        """;

    private static final String ROUNDS = """
        select legal_sex, state, count(*) as rounds
        from (
          select legal_sex, case
            when participant_sent and caseworker_sent then 'BOTH'
            when skipped then 'SKIPPED'
            when not closed and opens_on > :today then 'OPEN'
            when not closed and paused then 'SKIPPED'
            when not closed and closes_on >= :today then case when due_on < :today then 'LATE' else 'OPEN' end
            when participant_sent then 'PARTICIPANT_ALONE'
            when caseworker_sent then 'CASEWORKER_ALONE'
            else 'NONE' end as state
          from follow_up_rounds
          where initiative_id = :initiative and not imported and due_on between :from and :to) one
        group by legal_sex, state\
        """;

    private final JdbcClient jdbc;

    FollowUpQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is asked about. */
    record Question(InitiativeId initiative, Period period, LocalDate today) {}

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

    /**
     * Those who can be counted, by voice and area.
     *
     * @param areas how many areas the places name
     * @param steps of the scale that they share
     */
    Map<Respondent, List<AreaCounts>> areas(Question question, List<Place> places, int areas, int steps) {
        var counts = new EnumMap<Respondent, List<AreaCounts>>(Respondent.class);
        for (var voice : Respondent.values()) {
            counts.put(
                    voice,
                    Stream.generate(() -> new AreaCounts(steps)).limit(areas).toList());
        }
        ask(AREAS, question, places).query(row -> {
            requireNonNull(counts.get(voice(row)))
                    .get(row.getInt("area"))
                    .add(
                            sex(row),
                            row.getInt("start_step"),
                            row.getInt("now_step"),
                            row.getInt("direction"),
                            row.getInt("persons"));
        });
        return counts;
    }

    PeopleCounts people(Question question, List<Place> places) {
        var counts = new PeopleCounts();
        ask(WHY, question, places).query(row -> {
            counts.add(voice(row), sex(row), People.Counted.valueOf(row.getString("why")), row.getInt("persons"));
            if (voice(row) == Respondent.PARTICIPANT) {
                counts.addContinuity(sex(row), row.getBoolean("one_caseworker"), row.getInt("persons"));
            }
        });
        return counts;
    }

    RoundCounts rounds(Question question) {
        var counts = new RoundCounts();
        ask(ROUNDS, question).query(row -> {
            counts.add(sex(row), RoundCounts.State.valueOf(row.getString("state")), row.getInt("rounds"));
        });
        return counts;
    }

    private JdbcClient.StatementSpec ask(String sql, Question question, List<Place> places) {
        return ask(sql, question)
                .param(
                        "instruments",
                        places.stream().map(place -> place.instrument().value()).toArray(UUID[]::new))
                .param(
                        "positions",
                        places.stream().map(place -> place.position() + 1).toArray(Integer[]::new))
                .param("areas", places.stream().map(Place::area).toArray(Integer[]::new))
                .param("smallest", places.stream().map(Place::smallest).toArray(Double[]::new));
    }

    private JdbcClient.StatementSpec ask(String sql, Question question) {
        return jdbc.sql(sql)
                .param("initiative", question.initiative().value())
                .param("from", question.period().from().first())
                .param("to", question.period().to().last())
                .param("today", question.today());
    }

    private static Respondent voice(ResultSet row) throws SQLException {
        return Respondent.valueOf(row.getString("voice"));
    }

    private static LegalSex sex(ResultSet row) throws SQLException {
        return LegalSex.valueOf(row.getString("legal_sex"));
    }
}
