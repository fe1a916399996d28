package se.framsteg.statistics.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.assessment.instrument.Dimension;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.cases.LegalSex;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.InstrumentId;

/**
 * Counts cases by what docs/statistics.md defines: no row that comes out is about one person. Policies hold for what it reads: the installation
 * sees all, a lead the own cases.
 */
@Component
class CaseQueries {
    /** Cases that have started, and their days: {@code id}, {@code legal_sex}, {@code started_on}, {@code day}. */
    private static final String STARTED = """
        select c.id, p.legal_sex, c.started_on as day
        from cases c join participants p on p.id = c.participant_id
        where c.initiative_id = :initiative and c.started_on is not null\
        """;

    private static final String ENDED = """
        select c.id, p.legal_sex, c.ended_on as day
        from cases c join participants p on p.id = c.participant_id
        where c.initiative_id = :initiative and c.started_on is not null and c.ended_on is not null\
        """;

    private static final String NOT_STARTED = """
        select f.id, p.legal_sex, coalesce(c.ended_on, d.decided_on) as day
        from referrals f join participants p on p.id = f.participant_id
        left join cases c on c.referral_id = f.id
        left join lateral (select max(d.decided_on) as decided_on from referral_decisions d
          where d.referral_id = f.id and d.outcome = 'DECLINED') d on true
        where f.initiative_id = :initiative
          and (f.state = 'DECLINED' or c.state = 'ENDED' and c.started_on is null)\
        """;

    private static final String PARTY =
            "case when f.source = 'PERSON' then 'SELF' else coalesce(f.party, 'UNKNOWN') end";

    /** Full years on the day of the start; of a number without a day of birth, and without a number, nothing is known. */
    private static final String AGE = """
        case when p.identity_kind in ('PERSONAL', 'COORDINATION') and p.identity_number ~ '^\\d{12}$' then
          extract(year from c.started_on) - cast(substr(p.identity_number, 1, 4) as integer)
            - case when to_char(c.started_on, 'MMDD') < substr(p.identity_number, 5, 2)
              || lpad(cast(cast(substr(p.identity_number, 7, 2) as integer) % 60 as text), 2, '0') then 1 else 0 end end\
        """;

    /** @param asked a part with {@code id} and {@code legal_sex} */
    private static String started(String asked) {
        return """
            with asked as materialized (%s),
            known as (
              select a.legal_sex, %s as party, c.started_on - f.received_on as wait, %s as age
              from asked a join cases c on c.id = a.id join participants p on p.id = c.participant_id
              join referrals f on f.id = c.referral_id)
            select v.attribute, '' as area, v.code, k.legal_sex, count(*) as number
            from known k cross join lateral (values ('NUMBER', 'ALL'), ('PARTY', k.party),
              ('AGE', case when k.age is null then 'UNKNOWN' when k.age < 25 then 'TO_24' when k.age < 35 then 'FROM_25'
                when k.age < 45 then 'FROM_35' when k.age < 55 then 'FROM_45' when k.age < 65 then 'FROM_55' else 'FROM_65' end),
              ('WAIT', case when k.wait <= 14 then 'TO_14' when k.wait <= 30 then 'FROM_15' when k.wait <= 60 then 'FROM_31'
                when k.wait <= 90 then 'FROM_61' else 'FROM_91' end)) as v(attribute, code)
            group by v.attribute, v.code, k.legal_sex\
            """.formatted(asked, PARTY, AGE);
    }

    private static String notStarted(String asked) {
        return """
            with asked as materialized (%s)
            select v.attribute, '' as area, v.code, a.legal_sex, count(*) as number
            from asked a join referrals f on f.id = a.id
            cross join lateral (values ('NUMBER', 'ALL'), ('PARTY', %s),
              ('WHY', case when f.state = 'DECLINED' then 'DECLINED' else 'NEVER_STARTED' end)) as v(attribute, code)
            group by v.attribute, v.code, a.legal_sex\
            """.formatted(asked, PARTY);
    }

    private static final String INCOME = """
        case when %1$s = 'LON' then 'WAGE' when %1$s = 'CSN' then 'STUDY'
          when %1$s in ('SJUKPENNING', 'REHABILITERINGSPENNING', 'SJUKERSATTNING', 'AKTIVITETSERSATTNING') then 'SICKNESS'
          when %1$s in ('AKTIVITETSSTOD', 'A_KASSA') then 'JOBSEEKER' when %1$s = 'FORSORJNINGSSTOD' then 'ASSISTANCE' else 'REST' end\
        """;

    /**
     * Of one voice in one area: between the baseline and the last later round in which it has answered, if both have the area on the same scale.
     *
     * <p>Of a block that has just been made PostgreSQL expects one person. What is joined is therefore written so that it is found once, and
     * not anew for each of them.
     */
    private static final String ENDED_BY = """
        with asked as materialized (%s),
        held as materialized (
          select a.id, count(distinct h.staff_id) as caseworkers from asked a join assignments h on h.case_id = a.id group by a.id),
        efforts as materialized (select * from case_efforts where case_id = any(array(select id from asked))),
        beside as materialized (
          select distinct c.id
          from efforts x join efforts y on y.case_id = x.case_id and y.kind > x.kind join cases c on c.id = x.case_id
          where not isempty(daterange(x.from_on, x.to_on, '[]') * daterange(y.from_on, y.to_on, '[]')
            * daterange(c.started_on, c.ended_on, '[]'))),
        places as (
          select * from unnest(:instruments, :positions, :areas, :smallest, :highest)
            as p(instrument_id, position, area, smallest, highest)),
        answered as (
          select a.id, a.legal_sex, s.respondent, s.scores, r.instrument_id, r.kind = 'BASELINE' as baseline, r.due_on, r.id as round_id
          from asked a join rounds r on r.case_id = a.id and not r.skipped
          join assessments s on s.round_id = r.id and s.submitted_at is not null
          where r.closed_at is not null or r.closes_on < :today
            or (select count(*) from assessments b where b.round_id = r.id and b.submitted_at is not null) = 2),
        pairs as (
          select distinct on (id, respondent) respondent, legal_sex, baseline, instrument_id, scores, first_value(baseline) over first as begun,
            first_value(instrument_id) over first as first_instrument, first_value(scores) over first as first_scores
          from answered window first as (partition by id, respondent order by not baseline, due_on, round_id)
          order by id, respondent, baseline, due_on desc, round_id),
        progress as (
          select b.area, b.smallest, p.legal_sex, p.scores[b.position] - p.first_scores[a.position] as steps
          from pairs p
          join places a on a.instrument_id = p.first_instrument and a.area like p.respondent || '/%%'
          join places b on b.instrument_id = p.instrument_id and b.area = a.area and b.highest = a.highest
          where p.begun and not p.baseline and p.first_scores[a.position] is not null and p.scores[b.position] is not null)
        select v.attribute, '' as area, v.code, a.legal_sex, count(*) as number
        from asked a join cases c on c.id = a.id
        left join held h on h.id = a.id
        left join beside b on b.id = a.id
        cross join lateral (values ('NUMBER', 'ALL'), ('OUTCOME', c.outcome), ('REASON', c.end_reason),
          ('INCOME', %s || '_' || %s),
          ('HOURS', case when c.hours_after is null or c.hours_before is null then 'UNKNOWN' when c.hours_after > c.hours_before then 'MORE'
            when c.hours_after < c.hours_before then 'LESS' else 'SAME' end),
          ('CASEWORKERS', case when coalesce(h.caseworkers, 0) < 2 then 'ONE' else 'SEVERAL' end),
          ('PARALLEL', case when b.id is null then 'NO' else 'YES' end)) as v(attribute, code)
        group by v.attribute, v.code, a.legal_sex
        union all
        select 'PROGRESS', area, case when steps >= smallest - 0.001 then 'UP' when -steps >= smallest - 0.001 then 'DOWN' else 'SAME' end as code,
          legal_sex, count(*)
        from progress group by area, code, legal_sex\
        """;

    private static String ended(String asked) {
        return ENDED_BY.formatted(asked, INCOME.formatted("c.income_before"), INCOME.formatted("c.income_after"));
    }

    /** What is registered of somebody so many months after the day of the end: a job before a subsidised one, and that before studies. */
    private static String after(String asked) {
        return """
            with asked as materialized (%s),
            spells as materialized (select * from employment_spells where case_id = any(array(select id from asked))),
            known as (
              select a.id, a.legal_sex, min(case when s.kind = 'JOB' and s.subsidy in ('NONE', 'UNKNOWN') then 1 when s.kind = 'JOB' then 2
                when s.kind = 'STUDY' then 3 end) as best
              from asked a join cases c on c.id = a.id
              join spells s on s.case_id = c.id
                and daterange(s.from_on, s.to_on, '[]') @> cast(c.ended_on + make_interval(months => :months) as date)
              group by a.id, a.legal_sex)
            select :attribute as attribute, '' as area, case best when 1 then 'WORK' when 2 then 'SUBSIDISED_WORK' else 'STUDY' end as code,
              legal_sex, count(*) as number
            from known where best is not null group by code, legal_sex\
            """.formatted(asked);
    }

    private final JdbcClient jdbc;
    private final InstrumentLibrary library;

    CaseQueries(JdbcClient jdbc, InstrumentLibrary library) {
        this.jdbc = jdbc;
        this.library = library;
    }

    /** Somebody who has not been counted yet. */
    record Fresh(UUID id, LegalSex sex) {}

    /** How many of one sex have this value. */
    record Count(Attribute attribute, String area, String code, LegalSex sex, int number) {}

    /** Those who have come up to this day, and are in no block. */
    List<Fresh> fresh(Universe universe, InitiativeId initiative, LocalDate day) {
        var key = universe == Universe.NOT_STARTED ? "referral_id" : "case_id";
        return jdbc.sql("""
            select e.id, e.legal_sex from (%s) e where e.day <= :day
              and not exists (select from ledger_members m where m.%s = e.id and m.universe = :universe)\
            """.formatted(events(universe), key))
                .param("initiative", initiative.value())
                .param("day", day)
                .param("universe", universe.name())
                .query((row, i) -> new Fresh(row.getObject("id", UUID.class), sex(row)))
                .list();
    }

    private static String events(Universe universe) {
        return switch (universe) {
            case STARTED -> STARTED;
            case ENDED -> ENDED;
            case NOT_STARTED -> NOT_STARTED;
            case ONGOING -> throw new IllegalArgumentException("is worked out");
        };
    }

    /** A block, as it is now. */
    List<Count> block(Universe universe, InitiativeId initiative, int block, LocalDate today) {
        var asked =
                "select %s as id, legal_sex from ledger_members where initiative_id = :initiative and universe = '%s' and block = :block"
                        .formatted(universe == Universe.NOT_STARTED ? "referral_id" : "case_id", universe);
        return counted(universe, asked, Map.of("initiative", initiative.value(), "block", block), today);
    }

    /** Those who came between two days, both among them, as the asker reaches them. */
    List<Count> between(Universe universe, InitiativeId initiative, LocalDate from, LocalDate to, LocalDate today) {
        var asked =
                "select e.id, e.legal_sex from (%s) e where e.day between :from and :to".formatted(events(universe));
        return counted(universe, asked, Map.of("initiative", initiative.value(), "from", from, "to", to), today);
    }

    private static String sql(Universe universe, String asked) {
        return switch (universe) {
            case STARTED -> started(asked);
            case ENDED -> ended(asked);
            case NOT_STARTED -> notStarted(asked);
            case ONGOING -> throw new IllegalArgumentException("is worked out");
        };
    }

    /** @param asking what {@code asked} has parameters for */
    private List<Count> counted(Universe universe, String asked, Map<String, ?> asking, LocalDate today) {
        var statement = jdbc.sql(sql(universe, asked)).params(asking);
        if (universe == Universe.ENDED) {
            var places = places(instruments(asked, asking));
            statement = statement
                    .param("today", today)
                    .param(
                            "instruments",
                            places.stream()
                                    .map(place -> place.instrument().value())
                                    .toArray(UUID[]::new))
                    .param(
                            "positions",
                            places.stream().map(place -> place.position() + 1).toArray(Integer[]::new))
                    .param("areas", places.stream().map(Place::area).toArray(String[]::new))
                    .param("smallest", places.stream().map(Place::smallest).toArray(Double[]::new))
                    .param("highest", places.stream().map(Place::highest).toArray(Integer[]::new));
        }
        return statement.query(CaseQueries::count).list();
    }

    /** What those who are asked about have been measured with. */
    private List<InstrumentId> instruments(String asked, Map<String, ?> asking) {
        return jdbc.sql("""
            with asked as materialized (%s)
            select distinct instrument_id from rounds where case_id = any(array(select id from asked)) order by instrument_id\
            """.formatted(asked))
                .params(asking)
                .query((row, i) -> new InstrumentId(row.getObject("instrument_id", UUID.class)))
                .list();
    }

    /** What is registered of a block’s persons so many months after the end. */
    List<Count> blockAfter(Attribute attribute, InitiativeId initiative, int block) {
        var asked =
                "select case_id as id, legal_sex from ledger_members where initiative_id = :initiative and universe ="
                        + " 'ENDED' and block = :block";
        return after(attribute, initiative, asked)
                .param("block", block)
                .query(CaseQueries::count)
                .list();
    }

    /** How many came between two days, both among them, as the asker reaches them. */
    List<Count> number(Universe universe, InitiativeId initiative, LocalDate from, LocalDate to) {
        return jdbc.sql("""
            select 'NUMBER' as attribute, '' as area, 'ALL' as code, e.legal_sex, count(*) as number
            from (%s) e where e.day between :from and :to group by e.legal_sex\
            """.formatted(events(universe)))
                .param("initiative", initiative.value())
                .param("from", from)
                .param("to", to)
                .query(CaseQueries::count)
                .list();
    }

    List<Count> betweenAfter(Attribute attribute, InitiativeId initiative, LocalDate from, LocalDate to) {
        var asked = "select e.id, e.legal_sex from (%s) e where e.day between :from and :to".formatted(ENDED);
        return after(attribute, initiative, asked)
                .param("from", from)
                .param("to", to)
                .query(CaseQueries::count)
                .list();
    }

    /** How many had started by this day and not ended, as the asker reaches them. */
    List<Count> ongoing(InitiativeId initiative, LocalDate day) {
        return jdbc.sql("""
            select 'NUMBER' as attribute, '' as area, 'ALL' as code, p.legal_sex, count(*) as number
            from cases c join participants p on p.id = c.participant_id
            where c.initiative_id = :initiative and c.started_on <= :day and (c.ended_on is null or c.ended_on > :day)
            group by p.legal_sex\
            """)
                .param("initiative", initiative.value())
                .param("day", day)
                .query(CaseQueries::count)
                .list();
    }

    private JdbcClient.StatementSpec after(Attribute attribute, InitiativeId initiative, String asked) {
        return jdbc.sql(after(asked))
                .param("initiative", initiative.value())
                .param("attribute", attribute.name())
                .param("months", Ladders.months(attribute));
    }

    private static Count count(ResultSet row, int i) throws SQLException {
        return new Count(
                Attribute.valueOf(row.getString("attribute")),
                row.getString("area"),
                row.getString("code"),
                sex(row),
                row.getInt("number"));
    }

    private static LegalSex sex(ResultSet row) throws SQLException {
        return LegalSex.valueOf(row.getString("legal_sex"));
    }

    /**
     * Where an area stands among an instrument’s scores.
     *
     * @param position from 0
     * @param area the voice and the dimension’s key
     */
    private record Place(InstrumentId instrument, int position, String area, double smallest, int highest) {}

    private List<Place> places(List<InstrumentId> instruments) {
        return instruments.stream()
                .flatMap(id -> {
                    var instrument = library.get(id);
                    var dimensions = instrument.dimensions();
                    return dimensions.stream()
                            .flatMap(dimension -> voices(instrument, dimension).stream()
                                    .map(voice -> new Place(
                                            id,
                                            dimensions.indexOf(dimension),
                                            area(voice, dimension.key()),
                                            dimension.smallestChange(),
                                            instrument.highest())));
                })
                .toList();
    }

    static String area(Respondent voice, String key) {
        return voice + "/" + key;
    }

    private static List<Respondent> voices(Instrument instrument, Dimension dimension) {
        return Arrays.stream(Respondent.values())
                .filter(voice -> AreaNames.asked(instrument, dimension, voice))
                .toList();
    }
}
