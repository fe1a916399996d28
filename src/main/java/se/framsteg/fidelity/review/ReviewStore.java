package se.framsteg.fidelity.review;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.fidelity.measure.Measured;
import se.framsteg.fidelity.measure.Measured.Figure;
import se.framsteg.fidelity.measure.Window;
import se.framsteg.fidelity.review.Review.Rater;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.fidelity.scale.ScaleId;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/** Reviews as rows. Guards nothing: the door does. */
@Component
class ReviewStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One that has not been given up. */
    Optional<Review> find(ReviewId id) {
        return jdbc.sql("select * from fidelity_reviews where id = ? and dropped_at is null")
                .param(id.value())
                .query((row, i) -> review(row))
                .optional();
    }

    /** Those that have not been given up, the latest days first. */
    List<Review> of(InitiativeId initiative) {
        return jdbc.sql("""
            select * from fidelity_reviews where initiative_id = ? and dropped_at is null order by to_on desc, opened_at desc\
            """)
                .param(initiative.value())
                .query((row, i) -> review(row))
                .list();
    }

    /** The sums that were agreed on of several initiatives, the latest days first. */
    Map<InitiativeId, List<AgreedSum>> sums(Collection<InitiativeId> initiatives) {
        var sums = new HashMap<InitiativeId, List<AgreedSum>>();
        jdbc.sql("""
            select * from fidelity_agreed_sums where initiative_id = any(:initiatives) order by to_on desc, agreed_at desc\
            """)
                .param(
                        "initiatives",
                        initiatives.stream().map(InitiativeId::value).toArray(UUID[]::new))
                .query(row -> {
                    sums.computeIfAbsent(
                                    new InitiativeId(row.getObject("initiative_id", UUID.class)),
                                    _ -> new ArrayList<>())
                            .add(new AgreedSum(
                                    new ScaleId(row.getObject("scale_id", UUID.class)),
                                    new Window(
                                            row.getObject("from_on", LocalDate.class),
                                            row.getObject("to_on", LocalDate.class)),
                                    row.getInt("total")));
                });
        return sums;
    }

    /** @param total of the scores */
    record AgreedSum(ScaleId scale, Window window, int total) {}

    /** Those that wait for this rater: not rated yet, or rated by all and not agreed on. */
    List<Review> waitingFor(StaffId rater) {
        return jdbc.sql("""
            select r.* from fidelity_reviews r join fidelity_raters a on a.review_id = r.id
            where a.staff_id = ? and r.dropped_at is null and r.agreed_at is null order by r.opened_at\
            """).param(rater.value()).query((row, i) -> review(row)).list().stream()
                .filter(review -> review.rated()
                        || review.rater(rater).flatMap(Rater::finished).isEmpty())
                .toList();
    }

    private Review review(ResultSet row) throws SQLException {
        var id = new ReviewId(row.getObject("id", UUID.class));
        return new Review(
                id,
                new AssociationId(row.getObject("association_id", UUID.class)),
                new InitiativeId(row.getObject("initiative_id", UUID.class)),
                new ScaleId(row.getObject("scale_id", UUID.class)),
                new Window(row.getObject("from_on", LocalDate.class), row.getObject("to_on", LocalDate.class)),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("agreed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("summary"),
                raters(id),
                row.getInt("version"));
    }

    private List<Rater> raters(ReviewId id) {
        return jdbc.sql("""
            select a.staff_id, a.finished_at, a.version from fidelity_raters a join staff s on s.id = a.staff_id
            where a.review_id = ? order by s.name, s.id\
            """)
                .param(id.value())
                .query((row, i) -> new Rater(
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getInt("version")))
                .list();
    }

    /** Begins it; does nothing if it is there already, as when a form is sent twice. Whether it was begun now. */
    boolean begin(
            ReviewId id,
            InitiativeId initiative,
            ScaleId scale,
            Window window,
            Collection<StaffId> raters,
            StaffId by) {
        var begun = jdbc.sql("""
            insert into fidelity_reviews (id, association_id, initiative_id, scale_id, from_on, to_on, opened_by, opened_at)
            select :id, i.association_id, i.id, :scale, :from, :to, :by, :now from initiatives i where i.id = :initiative
            on conflict (id) do nothing\
            """)
                        .param("id", id.value())
                        .param("initiative", initiative.value())
                        .param("scale", scale.value())
                        .param("from", window.from())
                        .param("to", window.to())
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
        if (begun) {
            jdbc.sql("insert into fidelity_raters (review_id, staff_id) select :id, s from unnest(:raters) s")
                    .param("id", id.value())
                    .param("raters", raters.stream().map(StaffId::value).toArray(UUID[]::new))
                    .update();
        }
        return begun;
    }

    void keep(ReviewId id, Map<Measure, Measured> computed) {
        computed.forEach((measure, measured) -> jdbc.sql("""
            insert into fidelity_computed (review_id, measure, value, part, whole, blanks, level, figure_keys, figure_numbers)
            values (:id, :measure, :value, :part, :whole, :blanks, :level, :keys, :numbers)\
            """)
                .param("id", id.value())
                .param("measure", measure.name())
                .param("value", measured.value().orElse(null))
                .param("part", measured.part())
                .param("whole", measured.whole())
                .param("blanks", measured.blanks())
                .param("level", measured.level().orElse(null))
                .param("keys", measured.figures().stream().map(Figure::key).toArray(String[]::new))
                .param(
                        "numbers",
                        measured.figures().stream().map(Figure::number).toArray(BigDecimal[]::new))
                .update());
    }

    Map<Measure, Measured> computed(ReviewId id) {
        var computed = new EnumMap<Measure, Measured>(Measure.class);
        jdbc.sql("select * from fidelity_computed where review_id = ?")
                .param(id.value())
                .query(row -> {
                    computed.put(Measure.valueOf(row.getString("measure")), measured(row));
                });
        return computed;
    }

    private static Measured measured(ResultSet row) throws SQLException {
        var keys = (String[]) row.getArray("figure_keys").getArray();
        var numbers = (BigDecimal[]) row.getArray("figure_numbers").getArray();
        return new Measured(
                Optional.ofNullable(row.getBigDecimal("value")),
                row.getBigDecimal("part"),
                row.getBigDecimal("whole"),
                row.getInt("blanks"),
                Optional.ofNullable(row.getObject("level", Integer.class)),
                IntStream.range(0, keys.length)
                        .mapToObj(i -> new Figure(keys[i], numbers[i]))
                        .toList());
    }

    /** What the asker may see: the own marks, and those of all once everybody is done. */
    Map<StaffId, Map<String, Mark>> marks(ReviewId id) {
        var marks = new HashMap<StaffId, Map<String, Mark>>();
        jdbc.sql("select staff_id, item, score, note from fidelity_scores where review_id = ?")
                .param(id.value())
                .query(row -> {
                    marks.computeIfAbsent(new StaffId(row.getObject("staff_id", UUID.class)), _ -> new HashMap<>())
                            .put(
                                    row.getString("item"),
                                    mark(row.getObject("score", Integer.class), row.getString("note")));
                });
        return marks;
    }

    Map<String, Mark> agreed(ReviewId id) {
        var agreed = new HashMap<String, Mark>();
        jdbc.sql("select item, score, note from fidelity_agreed where review_id = ?")
                .param(id.value())
                .query(row -> {
                    agreed.put(row.getString("item"), mark(row.getInt("score"), row.getString("note")));
                });
        return agreed;
    }

    private static Mark mark(@Nullable Integer score, String note) {
        return new Mark(Optional.ofNullable(score), note);
    }

    /** Whether the rater was still at that version, and not done. */
    boolean save(ReviewId id, StaffId rater, int version, Map<String, Mark> marks, boolean finished) {
        var held = jdbc.sql("""
            update fidelity_raters set version = version + 1
            where review_id = :id and staff_id = :rater and version = :version and finished_at is null\
            """)
                        .param("id", id.value())
                        .param("rater", rater.value())
                        .param("version", version)
                        .update()
                == 1;
        if (held) {
            marks.forEach((item, mark) -> save(id, rater, item, mark));
            if (finished) {
                jdbc.sql("update fidelity_raters set finished_at = :now where review_id = :id and staff_id = :rater")
                        .param("now", now())
                        .param("id", id.value())
                        .param("rater", rater.value())
                        .update();
            }
        }
        return held;
    }

    private void save(ReviewId id, StaffId rater, String item, Mark mark) {
        jdbc.sql("""
            insert into fidelity_scores (review_id, staff_id, item, score, note) values (:id, :rater, :item, :score, :note)
            on conflict (review_id, staff_id, item) do update set score = excluded.score, note = excluded.note\
            """)
                .param("id", id.value())
                .param("rater", rater.value())
                .param("item", item)
                .param("score", mark.score().orElse(null))
                .param("note", mark.note())
                .update();
    }

    /** Whether it was still of that version and not agreed on. */
    boolean agree(ReviewId id, int version, Map<String, Mark> marks, String summary, StaffId by) {
        var held = jdbc.sql("""
            update fidelity_reviews set version = version + 1, summary = :summary
            where id = :id and version = :version and agreed_at is null and dropped_at is null\
            """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("summary", summary)
                        .update()
                == 1;
        if (held) {
            marks.forEach((item, mark) -> jdbc.sql("""
                insert into fidelity_agreed (review_id, item, score, note) values (:id, :item, :score, :note)\
                """)
                    .param("id", id.value())
                    .param("item", item)
                    .param("score", mark.score().orElseThrow())
                    .param("note", mark.note())
                    .update());
            jdbc.sql("update fidelity_reviews set agreed_by = :by, agreed_at = :now where id = :id")
                    .param("id", id.value())
                    .param("by", by.value())
                    .param("now", now())
                    .update();
        }
        return held;
    }

    /** Whether it was not agreed on, and has been given up. */
    boolean drop(ReviewId id) {
        return jdbc.sql("""
            update fidelity_reviews set dropped_at = :now, version = version + 1 where id = :id and agreed_at is null and dropped_at is null\
            """).param("now", now()).param("id", id.value()).update() == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
