package se.framsteg.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.shared.LogReviewId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.Time;

/** Reviews in the database. Each statement comes after the guard has been asked, and sees what its actor's organisation has. */
@Component
class LogReviewTable {
    private static final String REVIEW = """
        select r.*, (select count(*) from log_review_rows w where w.review_id = r.id) as picked,
          (select count(distinct v.number) from log_review_verdicts v where v.review_id = r.id) as judged
        from log_reviews r
        """;
    private static final String OCCASION = """
        select w.*, n.case_number, x.reasons from log_review_rows w
        left join log_review_case_numbers(:review) n on n.number = w.number
        left join log_review_reasons(:review) x on x.number = w.number
        where w.review_id = :review
        """;
    private static final String WITHOUT_VERDICT = """
        and not exists (select from log_review_verdicts v where v.review_id = w.review_id and v.number = w.number)
        """;

    private final JdbcClient jdbc;

    LogReviewTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void start(LogReviewId id, Actor.Staff by, NewReview asked, Instant at) {
        jdbc.sql("""
            insert into log_reviews (id, association_id, organisation_id, from_on, to_on, seed, sample_size, many_cases,
              started_by, started_at)
            values (:id, :association, :organisation, :from, :to, :seed, :sample, :many, :by, :at)\
            """)
                .param("id", id.value())
                .param("association", by.association().value())
                .param("organisation", by.organisation().value())
                .param("from", asked.from())
                .param("to", asked.to())
                .param("seed", asked.seed())
                .param("sample", asked.sample())
                .param("many", asked.many())
                .param("by", by.id().value())
                .param("at", utc(at))
                .update();
        pick(id, by.organisation(), asked);
    }

    /** Picks out what has a sign beside the hour of the day, and draws the sample from the rest. */
    private void pick(LogReviewId id, OrganisationId organisation, NewReview asked) {
        jdbc.sql("""
            with looks as materialized (select * from looks_to_review(:from, :until, :many)),
            drawn as (
              select l.*, not l.signs <@ array['OFF_HOURS'] as noticed, row_number() over (
                partition by l.signs <@ array['OFF_HOURS']
                order by md5(:seed || ' ' || l.actor_id || ' ' || l.participant_id || ' ' || l.day)) <= :sample as first
              from looks l),
            picked as (
              select d.*, case when d.noticed then d.signs else array_append(d.signs, 'SAMPLE') end as all_signs from drawn d
              where d.noticed or d.first),
            stored as (
              insert into log_review_rows (review_id, number, organisation_id, actor_id, participant_id, case_id, day, first_at,
                last_at, rows, signs)
              select :review, row_number() over (order by p.first_at, p.actor_id, p.participant_id), :organisation, p.actor_id,
                p.participant_id, p.case_id, p.day, p.first_at, p.last_at, p.rows, p.all_signs
              from picked p)
            update log_reviews set occasions = (select count(*) from looks),
              journal_rows = (select coalesce(sum(rows), 0) from looks)
            where id = :review\
            """)
                .param("from", utc(start(asked.from())))
                .param("until", utc(start(asked.to().plusDays(1))))
                .param("many", asked.many())
                .param("seed", Long.toString(asked.seed()))
                .param("sample", asked.sample())
                .param("review", id.value())
                .param("organisation", organisation.value())
                .update();
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(Time.SWEDEN).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /** The organisation's reviews, the latest first. */
    List<LogReview> list(OrganisationId organisation) {
        return jdbc.sql(REVIEW + "where r.organisation_id = ? order by r.started_at desc")
                .param(organisation.value())
                .query(LogReviewTable::review)
                .list();
    }

    Optional<LogReview> find(LogReviewId id) {
        return jdbc.sql(REVIEW + "where r.id = ?")
                .param(id.value())
                .query(LogReviewTable::review)
                .optional();
    }

    private static LogReview review(ResultSet row, int i) throws SQLException {
        return new LogReview(
                new LogReviewId(row.getObject("id", UUID.class)),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getLong("seed"),
                row.getInt("sample_size"),
                row.getInt("many_cases"),
                row.getLong("occasions"),
                row.getLong("journal_rows"),
                new StaffId(row.getObject("started_by", UUID.class)),
                instant(row, "started_at"),
                Optional.ofNullable(row.getObject("closed_by", UUID.class)).map(StaffId::new),
                Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("picked"),
                row.getInt("judged"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** On how many occasions there is each sign. */
    Map<Sign, Integer> signs(LogReviewId review) {
        var found = new EnumMap<Sign, Integer>(Sign.class);
        jdbc.sql("""
            select s.sign, count(*) as occasions from log_review_rows w cross join lateral unnest(w.signs) as s(sign)
            where w.review_id = ? group by s.sign\
            """).param(review.value()).query(row -> {
            found.put(Sign.valueOf(row.getString("sign")), row.getInt("occasions"));
        });
        return found;
    }

    /** Occasions of a review in order of time, from a place on. */
    List<Occasion> occasions(LogReviewId review, Shown shown, int from, int most) {
        var found = jdbc.sql(OCCASION + only(shown) + " order by w.number offset :from limit :most")
                .param("review", review.value())
                .param("sign", sign(shown))
                .param("from", from)
                .param("most", most)
                .query(LogReviewTable::occasion)
                .list();
        return judged(review, found);
    }

    private static String only(Shown shown) {
        return (shown.sign().isPresent() ? "and :sign = any(w.signs)" : "") + (shown.left() ? WITHOUT_VERDICT : "");
    }

    private static String sign(Shown shown) {
        return shown.sign().map(Enum::name).orElse("");
    }

    /** How many occasions without a verdict one member of staff has with each sign that is one by itself. */
    Map<Sign, Integer> countAlike(LogReviewId review, StaffId actor) {
        var found = new EnumMap<Sign, Integer>(Sign.class);
        jdbc.sql("""
            select s.sign, count(*) as occasions from log_review_rows w cross join lateral unnest(w.signs) as s(sign)
            where w.review_id = :review and w.actor_id = :actor and s.sign not in ('SAMPLE', 'OFF_HOURS')
            """ + WITHOUT_VERDICT + " group by s.sign")
                .param("review", review.value())
                .param("actor", actor.value())
                .query(row -> {
                    found.put(Sign.valueOf(row.getString("sign")), row.getInt("occasions"));
                });
        return found;
    }

    /** Occasions without a verdict of one member of staff, with one sign, in order of time. */
    List<Occasion> alike(LogReviewId review, StaffId actor, Sign sign, int most) {
        return jdbc.sql(OCCASION + "and w.actor_id = :actor and :sign = any(w.signs)" + WITHOUT_VERDICT
                        + " order by w.number limit :most")
                .param("review", review.value())
                .param("actor", actor.value())
                .param("sign", sign.name())
                .param("most", most)
                .query(LogReviewTable::occasion)
                .list();
    }

    Optional<Occasion> occasion(LogReviewId review, int number) {
        var found = jdbc.sql(OCCASION + " and w.number = :number")
                .param("review", review.value())
                .param("number", number)
                .query(LogReviewTable::occasion)
                .list();
        return judged(review, found).stream().findFirst();
    }

    private static Occasion occasion(ResultSet row, int i) throws SQLException {
        return new Occasion(
                row.getInt("number"),
                new StaffId(row.getObject("actor_id", UUID.class)),
                new ParticipantId(row.getObject("participant_id", UUID.class)),
                row.getObject("case_id") != null,
                row.getString("case_number"),
                row.getObject("day", LocalDate.class),
                instant(row, "first_at"),
                instant(row, "last_at"),
                row.getInt("rows"),
                Arrays.stream((String[]) row.getArray("signs").getArray())
                        .map(Sign::valueOf)
                        .toList(),
                row.getArray("reasons") == null
                        ? List.of()
                        : List.of((String[]) row.getArray("reasons").getArray()),
                List.of());
    }

    private List<Occasion> judged(LogReviewId review, List<Occasion> found) {
        var verdicts = new HashMap<Integer, List<Occasion.Given>>();
        jdbc.sql("""
            select number, verdict, note, note_gone, given_by, given_at from log_review_verdicts
            where review_id = :review and number = any(:numbers) order by nth desc\
            """)
                .param("review", review.value())
                .param("numbers", found.stream().map(Occasion::number).toArray(Integer[]::new))
                .query(row -> {
                    verdicts.computeIfAbsent(row.getInt("number"), _ -> new ArrayList<>())
                            .add(given(row));
                });
        return found.stream()
                .map(one -> one.with(verdicts.getOrDefault(one.number(), List.of())))
                .toList();
    }

    private static Occasion.Given given(ResultSet row) throws SQLException {
        return new Occasion.Given(
                Verdict.valueOf(row.getString("verdict")),
                row.getString("note"),
                row.getBoolean("note_gone"),
                new StaffId(row.getObject("given_by", UUID.class)),
                instant(row, "given_at"));
    }

    /**
     * The next occasion without a verdict that is not this member of staff's own, among those that are shown and in their order: after
     * one, or else from the beginning.
     */
    Optional<Integer> next(LogReviewId review, StaffId reviewer, Shown shown, int after) {
        return jdbc.sql("select coalesce(min(w.number) filter (where w.number > :after), min(w.number)) from"
                        + " log_review_rows w where w.review_id = :review and w.actor_id <>"
                        + " :reviewer " + only(shown)
                        + (shown.left() ? "" : WITHOUT_VERDICT))
                .param("review", review.value())
                .param("reviewer", reviewer.value())
                .param("sign", sign(shown))
                .param("after", after)
                .query((row, i) -> Optional.ofNullable(row.getObject(1, Integer.class)))
                .single();
    }

    /** How many occasions have no verdict, of this member of staff's own or of others'. */
    int left(LogReviewId review, StaffId reviewer, boolean own) {
        return jdbc.sql("select count(*) from log_review_rows w where w.review_id = :review and (w.actor_id ="
                        + " :reviewer) = :own " + WITHOUT_VERDICT)
                .param("review", review.value())
                .param("reviewer", reviewer.value())
                .param("own", own)
                .query(Integer.class)
                .single();
    }

    /** Lets others who change the review wait until this transaction is done: they judge after each other. */
    void lock(LogReviewId review) {
        jdbc.sql("select id from log_reviews where id = ? for update")
                .param(review.value())
                .query(UUID.class)
                .list();
    }

    /** Adds a verdict; what the same reviewer said the last time, said again as when a form is sent twice, is taken once. */
    void judge(LogReviewId review, int number, OrganisationId organisation, Occasion.Given given) {
        jdbc.sql("""
            insert into log_review_verdicts (review_id, number, nth, organisation_id, verdict, note, given_by, given_at)
            select :review, :number, 1 + count(*), :organisation, :verdict, :note, :by, :at
            from log_review_verdicts where review_id = :review and number = :number
            having not coalesce((array_agg(given_by = :by and verdict = :verdict and note = :note order by nth desc))[1], false)\
            """)
                .param("review", review.value())
                .param("number", number)
                .param("organisation", organisation.value())
                .param("verdict", given.verdict().name())
                .param("note", given.note())
                .param("by", given.by().value())
                .param("at", utc(given.at()))
                .update();
    }

    void close(LogReviewId review, StaffId by, Instant at) {
        jdbc.sql("update log_reviews set closed_by = :by, closed_at = :at where id = :review")
                .param("by", by.value())
                .param("at", utc(at))
                .param("review", review.value())
                .update();
    }

    /**
     * How many occasions with each sign got each verdict, in reviews that were started in a time. What is in several of them is one
     * occasion, and the latest verdict in any of them holds.
     */
    List<ReviewReport.Count> counts(OrganisationId organisation, LocalDate from, LocalDate to) {
        return jdbc.sql("""
            with picked as (
              select w.* from log_reviews r join log_review_rows w on w.review_id = r.id
              where r.organisation_id = :organisation and r.started_at >= :from and r.started_at < :until),
            judged as (
              select distinct on (p.actor_id, p.participant_id, p.day) p.actor_id, p.participant_id, p.day, g.verdict
              from picked p join log_review_verdicts g on g.review_id = p.review_id and g.number = p.number
              order by p.actor_id, p.participant_id, p.day, g.given_at desc, g.nth desc)
            select s.sign, coalesce(j.verdict, '') as verdict, count(*) as occasions
            from (select distinct p.actor_id, p.participant_id, p.day, u.sign
              from picked p cross join lateral unnest(p.signs) as u(sign)) s
            left join judged j on j.actor_id = s.actor_id and j.participant_id = s.participant_id and j.day = s.day
            group by s.sign, j.verdict\
            """)
                .param("organisation", organisation.value())
                .param("from", utc(start(from)))
                .param("until", utc(start(to.plusDays(1))))
                .query((row, i) -> new ReviewReport.Count(
                        Sign.valueOf(row.getString("sign")),
                        Optional.of(row.getString("verdict"))
                                .filter(verdict -> !verdict.isEmpty())
                                .map(Verdict::valueOf),
                        row.getInt("occasions")))
                .list();
    }

    /** When the organisation last started a review. */
    Optional<Instant> lastStarted(OrganisationId organisation) {
        return jdbc.sql("select max(started_at) from log_reviews where organisation_id = ?")
                .param(organisation.value())
                .query((row, i) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /** Whether the asker's organisation has anything to review. */
    boolean hasLog() {
        return jdbc.sql("select asker_has_log()").query(Boolean.class).single();
    }
}
