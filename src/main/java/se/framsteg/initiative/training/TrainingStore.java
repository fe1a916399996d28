package se.framsteg.initiative.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.initiative.training.Course.Depth;
import se.framsteg.initiative.training.Training.When;
import se.framsteg.initiative.training.Training.Who;
import se.framsteg.initiative.training.TrainingView.ByCourse;
import se.framsteg.initiative.training.TrainingView.Goal;
import se.framsteg.initiative.training.TrainingView.Numbers;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/** Courses and who takes them as rows. Guards nothing: the door does. */
@Component
class TrainingStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    TrainingStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that ship and the initiative's own, in order. */
    List<Course> courses(InitiativeId initiative, String language) {
        return jdbc.sql("""
            select * from training_courses where initiative_id is null or initiative_id = ? order by position, name\
            """)
                .param(initiative.value())
                .query((row, i) -> course(row, language))
                .list();
    }

    /** Adds one of the initiative's own; the one that is there already, if it is called the same. */
    CourseId add(InitiativeId initiative, Course.Written written) {
        jdbc.sql("""
            insert into training_courses (id, association_id, initiative_id, name, days, depth, position)
            select :id, i.association_id, i.id, :name, :days, :depth, 100 from initiatives i where i.id = :initiative
            on conflict (initiative_id, lower(name)) do nothing\
            """)
                .param("id", CourseId.create().value())
                .param("name", written.name())
                .param("days", written.days().orElse(null))
                .param("depth", written.depth().name())
                .param("initiative", initiative.value())
                .update();
        return new CourseId(
                jdbc.sql("select id from training_courses where initiative_id = :initiative and lower(name) ="
                                + " lower(:name)")
                        .param("initiative", initiative.value())
                        .param("name", written.name())
                        .query(UUID.class)
                        .single());
    }

    /** What had been done on that day; the rest is planned. */
    List<ByCourse> counts(InitiativeId initiative, LocalDate day, String language) {
        return jdbc.sql("""
            select c.*, n.done, n.number - n.done as planned
            from (select course_id, sum(number) as number, coalesce(sum(number) filter (where done_on <= :day), 0) as done
              from training_counts where initiative_id = :initiative group by course_id) n
            join training_courses c on c.id = n.course_id
            order by c.position, c.name\
            """)
                .param("initiative", initiative.value())
                .param("day", day)
                .query((row, i) -> new ByCourse(course(row, language), row.getInt("planned"), row.getInt("done")))
                .list();
    }

    Numbers trained(InitiativeId initiative, LocalDate day) {
        return trained(List.of(initiative), day).getOrDefault(initiative, new Numbers(0, 0));
    }

    /** The same of several; those in which nobody has been are missing. */
    Map<InitiativeId, Numbers> trained(Collection<InitiativeId> initiatives, LocalDate day) {
        var trained = new HashMap<InitiativeId, Numbers>();
        jdbc.sql("""
            select initiative_id, coalesce(sum(number) filter (where in_depth_on <= :day), 0) as in_depth,
              coalesce(sum(number) filter (where trained_on <= :day and not coalesce(in_depth_on <= :day, false)), 0) as one_day
            from training_results where initiative_id = any(:initiatives) group by initiative_id\
            """)
                .param(
                        "initiatives",
                        initiatives.stream().map(InitiativeId::value).toArray(UUID[]::new))
                .param("day", day)
                .query(row -> {
                    trained.put(new InitiativeId(row.getObject("initiative_id", UUID.class)), numbers(row, 0));
                });
        return trained;
    }

    Optional<Goal> goal(InitiativeId initiative) {
        return jdbc.sql("select in_depth, one_day, version from training_goals where initiative_id = ?")
                .param(initiative.value())
                .query((row, i) -> new Goal(numbers(row, i), row.getInt("version")))
                .optional();
    }

    /** Whether it was still of that version, 0 for none, and has been set. */
    boolean setGoal(InitiativeId initiative, int version, Numbers goal, StaffId by) {
        return jdbc.sql("""
            insert into training_goals as g (initiative_id, association_id, in_depth, one_day, version, saved_by, saved_at)
            select i.id, i.association_id, :inDepth, :oneDay, 1, :by, :now from initiatives i
              where i.id = :initiative and (:version = 0 or exists (select from training_goals o where o.initiative_id = i.id))
            on conflict (initiative_id) do update set in_depth = :inDepth, one_day = :oneDay, version = g.version + 1,
              saved_by = :by, saved_at = :now where g.version = :version\
            """)
                        .param("initiative", initiative.value())
                        .param("version", version)
                        .param("inDepth", goal.inDepth())
                        .param("oneDay", goal.oneDay())
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Those of the initiative that have not been taken away, the latest first. */
    List<Training> of(InitiativeId initiative) {
        return jdbc.sql("""
            select * from trainings where initiative_id = ? and removed_at is null
            order by coalesce(done_on, planned_on) desc, name, id\
            """)
                .param(initiative.value())
                .query(TrainingStore::training)
                .list();
    }

    Optional<Training> find(InitiativeId initiative, TrainingId id) {
        return jdbc.sql("select * from trainings where initiative_id = :initiative and id = :id and removed_at is null")
                .param("initiative", initiative.value())
                .param("id", id.value())
                .query(TrainingStore::training)
                .optional();
    }

    /** Adds it; does nothing if it is there already, as when a form is sent twice. */
    void add(InitiativeId initiative, TrainingId id, Who who, CourseId course, When when, StaffId by) {
        with(jdbc.sql("""
            insert into trainings (id, association_id, initiative_id, course_id, staff_id, name, role, planned_on, done_on, saved_by,
              saved_at)
            select :id, i.association_id, i.id, :course, :staff, :name, :role, :planned, :done, :by, :now
            from initiatives i where i.id = :initiative on conflict (id) do nothing\
            """), who, course, when)
                .param("staff", who instanceof Who.Colleague(var colleague) ? colleague.value() : null)
                .param("initiative", initiative.value())
                .param("id", id.value())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    boolean change(TrainingId id, int version, Who who, CourseId course, When when, StaffId by) {
        return with(jdbc.sql("""
            update trainings set course_id = :course, name = :name, role = :role, planned_on = :planned, done_on = :done,
              version = version + 1, saved_by = :by, saved_at = :now
            where id = :id and version = :version and removed_at is null\
            """), who, course, when)
                        .param("id", id.value())
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Whoever has no account is forgotten: their name has no other end. */
    boolean remove(TrainingId id, int version, StaffId by) {
        return jdbc.sql("""
            update trainings set removed_at = :now, name = '', role = '', saved_by = :by, saved_at = :now, version = version + 1
            where id = :id and version = :version and removed_at is null\
            """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec with(
            JdbcClient.StatementSpec statement, Who who, CourseId course, When when) {
        var other = who instanceof Who.Other named ? named : new Who.Other("", "");
        return statement
                .param("course", course.value())
                .param("name", other.name())
                .param("role", other.role())
                .param("planned", when.planned().orElse(null))
                .param("done", when.done().orElse(null));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Numbers numbers(ResultSet row, int i) throws SQLException {
        return new Numbers(row.getInt("in_depth"), row.getInt("one_day"));
    }

    private static Course course(ResultSet row, String language) throws SQLException {
        var english = row.getString("name_en");
        return new Course(
                new CourseId(row.getObject("id", UUID.class)),
                language.equals("en") && !english.isEmpty() ? english : row.getString("name"),
                Optional.ofNullable(row.getObject("days", Integer.class)),
                Depth.valueOf(row.getString("depth")));
    }

    private static Training training(ResultSet row, int i) throws SQLException {
        var staff = row.getObject("staff_id", UUID.class);
        return new Training(
                new TrainingId(row.getObject("id", UUID.class)),
                staff == null
                        ? new Who.Other(row.getString("name"), row.getString("role"))
                        : new Who.Colleague(new StaffId(staff)),
                new CourseId(row.getObject("course_id", UUID.class)),
                new When(
                        Optional.ofNullable(row.getObject("planned_on", LocalDate.class)),
                        Optional.ofNullable(row.getObject("done_on", LocalDate.class))),
                row.getInt("version"));
    }
}
