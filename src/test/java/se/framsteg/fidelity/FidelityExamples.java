package se.framsteg.fidelity;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.fidelity.review.Mark;
import se.framsteg.fidelity.review.ReviewId;
import se.framsteg.fidelity.review.Reviews;
import se.framsteg.fidelity.scale.Scale;
import se.framsteg.fidelity.unit.Specialist;
import se.framsteg.fidelity.unit.SpecialistId;
import se.framsteg.fidelity.unit.Units;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Time;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

/** A unit with a past: who worked there and what was registered on earlier days, which no door lets anybody write afterwards. */
public final class FidelityExamples {
    private final World world;
    private final OwnerSql owner;
    private final Units units;
    private final Reviews reviews;
    private final LocalDate today = LocalDate.now(Time.SWEDEN);

    public FidelityExamples(ListableBeanFactory beans) {
        world = beans.getBean(World.class);
        owner = beans.getBean(OwnerSql.class);
        units = beans.getBean(Units.class);
        reviews = beans.getBean(Reviews.class);
    }

    /** A specialist for so much of full time, since two years. */
    public SpecialistId specialist(World.Place place, Actor.Staff who, int percent) {
        var terms = new Specialist.Terms(percent, today.minusYears(2), Optional.empty());
        return switch (units.add(place.lead(), place.initiative(), SpecialistId.create(), who.id(), terms)) {
            case Result.Done<SpecialistId>(var id) -> id;
            default -> throw new IllegalStateException("not added");
        };
    }

    /** A review by IPS-25 of the half year that has been, with these raters. */
    public ReviewId review(World.Place place, Actor.Staff... raters) {
        var ips = reviews.offer(place.lead(), place.initiative()).scales().stream()
                .filter(one -> one.scale().key().equals("framsteg-ips-25"))
                .findFirst()
                .orElseThrow()
                .id();
        var who = Stream.of(raters).map(Actor.Staff::id).collect(Collectors.toSet());
        return reviews.begin(
                        place.lead(),
                        place.initiative(),
                        ReviewId.create(),
                        ips,
                        today.minusMonths(6).plusDays(1),
                        today,
                        who)
                .orThrow();
    }

    /** All items scored the same. */
    public Map<String, Mark> marks(Actor.Staff rater, ReviewId review, int score) {
        return reviews.see(rater, review).scale().items().stream()
                .collect(Collectors.toMap(Scale.Item::key, _ -> new Mark(Optional.of(score), "Så såg det ut.")));
    }

    /** One rater has scored all items the same, and is done. */
    public void rated(Actor.Staff rater, ReviewId review, int score) {
        var version = reviews.see(rater, review).ownVersion();
        reviews.rate(rater, review, version, marks(rater, review, score), true).orThrow();
    }

    /** A review that its one rater has finished. */
    public ReviewId agreed(World.Place place, Actor.Staff rater) {
        var review = review(place, rater);
        rated(rater, review, 3);
        reviews.agree(rater, review, 0, marks(rater, review, 3), "Bra stöd, för få möten.")
                .orThrow();
        return review;
    }

    /** A case that began so many days ago, of this caseworker since then. */
    public CaseId since(World.Place place, Actor.Staff caseworker, int daysAgo) {
        var id = world.aCase(place).of(caseworker).started();
        var began = today.minusDays(daysAgo);
        owner.sql("update cases set accepted_on = :on, started_on = :on where id = :id")
                .param("on", began)
                .param("id", id.value())
                .update();
        owner.sql("alter table assignments disable trigger user").update();
        owner.sql("update assignments set from_on = :on where case_id = :id")
                .param("on", began)
                .param("id", id.value())
                .update();
        owner.sql("alter table assignments enable trigger user").update();
        return id;
    }

    /** What was logged so many days ago. */
    public UUID contact(
            World.Place place,
            Actor.Staff by,
            int daysAgo,
            String kind,
            @Nullable String where,
            int minutes,
            String phase,
            CaseId... people) {
        var id = UUID.randomUUID();
        owner.sql("""
            insert into contacts (id, association_id, initiative_id, logged_by, day, kind, place, minutes, phase, missed, took_part, persons,
              logged_at, saved_at)
            values (:id, :association, :initiative, :by, :day, :kind, :place, :minutes, :phase, false, '{}', :persons, now(), now())\
            """)
                .param("id", id)
                .param("association", place.association().value())
                .param("initiative", place.initiative().value())
                .param("by", by.id().value())
                .param("day", today.minusDays(daysAgo))
                .param("kind", kind)
                .param("place", where)
                .param("minutes", minutes)
                .param("phase", phase)
                .param("persons", people.length)
                .update();
        for (var person : people) {
            owner.sql("insert into contact_persons (contact_id, association_id, initiative_id, case_id) values"
                            + " (?, ?, ?, ?)")
                    .params(id, place.association().value(), place.initiative().value(), person.value())
                    .update();
        }
        return id;
    }

    public UUID employer(World.Place place, String name) {
        var id = UUID.randomUUID();
        owner.sql("insert into employers (id, association_id, name, saved_by, saved_at) values (?, ?, ?, ?, now())")
                .params(id, place.association().value(), name, place.lead().id().value())
                .update();
        return id;
    }

    /** With whom a contact was, and whether the work is what the person wants. */
    public void with(World.Place place, UUID contact, UUID employer, @Nullable Boolean matches) {
        owner.sql("insert into employer_contacts (contact_id, association_id, employer_id, matches) values"
                        + " (:contact, :association, :employer, :matches)")
                .param("contact", contact)
                .param("association", place.association().value())
                .param("employer", employer)
                .param("matches", matches)
                .update();
    }

    /** A job that began so many days ago. */
    public UUID job(
            World.Place place,
            CaseId person,
            int daysAgo,
            @Nullable UUID employer,
            String name,
            @Nullable String occupation,
            boolean permanent,
            String subsidy) {
        var id = UUID.randomUUID();
        owner.sql("""
            insert into employments (id, association_id, case_id, kind, employer, employer_id, occupation, from_on, hours, permanent, subsidy,
              registered_by, registered_at)
            values (:id, :association, :case, 'JOB', :name, :employer, :occupation, :from, 30, :permanent, :subsidy, :by, now())\
            """)
                .param("id", id)
                .param("association", place.association().value())
                .param("case", person.value())
                .param("name", name)
                .param("employer", employer)
                .param("occupation", occupation)
                .param("from", today.minusDays(daysAgo))
                .param("permanent", permanent)
                .param("subsidy", subsidy)
                .param("by", place.caseworker().id().value())
                .update();
        return id;
    }
}
