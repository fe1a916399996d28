package se.framsteg.statistics.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import se.framsteg.cases.LegalSex;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

/** Cases written straight into the tables, many and quickly. */
public final class LedgerExamples {
    /** Numbers of cases, of which an association has each once. */
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final OwnerSql owner;
    private final World.Place place;

    public LedgerExamples(OwnerSql owner, World.Place place) {
        this.owner = owner;
        this.place = place;
    }

    /**
     * What is registered of somebody.
     *
     * @param born as in an identity number; empty without one
     * @param party of the referral; SELF of who came alone
     */
    public record Life(
            LegalSex sex,
            Optional<LocalDate> born,
            String party,
            LocalDate received,
            LocalDate started,
            Optional<End> end) {}

    public record End(
            LocalDate on,
            String outcome,
            String reason,
            @Nullable String incomeBefore,
            @Nullable String incomeAfter,
            @Nullable Integer hoursBefore,
            @Nullable Integer hoursAfter) {
        public static End of(LocalDate on, String outcome) {
            return new End(on, outcome, "GOAL_REACHED", "SJUKPENNING", "LON", 0, 20);
        }
    }

    // Nobody has a number that ends like these.
    /** The initiative began on this day. */
    public void initiativeFrom(LocalDate day) {
        owner.sql("update initiatives set starts_on = :day, ends_on = null where id = :id")
                .param("day", day)
                .param("id", place.initiative().value())
                .update();
    }

    private UUID referral(Life life, String state) {
        var person = UUID.randomUUID();
        var referral = UUID.randomUUID();
        owner.sql("""
            insert into participants (id, association_id, organisation_id, name, legal_sex, identity_kind, identity_number)
            values (:id, :association, :organisation, 'Prov Provsson', :sex, :kind, :number)\
            """)
                .param("id", person)
                .param("association", place.association().value())
                .param("organisation", place.kommun().value())
                .param("sex", life.sex().name())
                .param("kind", life.born().isPresent() ? "PERSONAL" : null)
                .param(
                        "number",
                        life.born()
                                .map(day -> day.toString().replace("-", "") + "0000")
                                .orElse(null))
                .update();
        owner.sql("""
            insert into referrals (id, association_id, organisation_id, initiative_id, participant_id, received_on, source, source_name,
              party, reason, agreed_on, state, registered_by, registered_at)
            values (:id, :association, :organisation, :initiative, :person, :received, :source, 'Prov', :party, 'Prov', :received, :state, :by,
              now())\
            """)
                .param("id", referral)
                .param("association", place.association().value())
                .param("organisation", place.kommun().value())
                .param("initiative", place.initiative().value())
                .param("person", person)
                .param("received", life.received())
                .param("source", life.party().equals("SELF") ? "PERSON" : "ORGANISATION")
                .param("party", life.party().equals("SELF") || life.party().equals("UNKNOWN") ? null : life.party())
                .param("state", state)
                .param("by", place.lead().id().value())
                .update();
        return referral;
    }

    public UUID lived(Life life) {
        var referral = referral(life, "ACCEPTED");
        var id = UUID.randomUUID();
        var end = life.end();
        owner.sql("""
            insert into cases (id, association_id, organisation_id, initiative_id, participant_id, referral_id, number, state, accepted_on,
              started_on, ended_on, outcome, end_reason, income_before, income_after, hours_before, hours_after)
            select :id, f.association_id, f.organisation_id, f.initiative_id, f.participant_id, f.id, :number, :state, :received, :started,
              :ended, :outcome, :reason, :before, :after, :hoursBefore, :hoursAfter
            from referrals f where f.id = :referral\
            """)
                .param("id", id)
                .param("referral", referral)
                .param("number", "2026-%05d".formatted(NUMBER.incrementAndGet()))
                .param("state", end.isPresent() ? "ENDED" : "ACTIVE")
                .param("received", life.received())
                .param("started", life.started())
                .param("ended", end.map(End::on).orElse(null))
                .param("outcome", end.map(End::outcome).orElse(null))
                .param("reason", end.map(End::reason).orElse(null))
                .param("before", end.map(End::incomeBefore).orElse(null))
                .param("after", end.map(End::incomeAfter).orElse(null))
                .param("hoursBefore", end.map(End::hoursBefore).orElse(null))
                .param("hoursAfter", end.map(End::hoursAfter).orElse(null))
                .update();
        return id;
    }

    void declined(Life life, LocalDate on) {
        owner.sql("""
            insert into referral_decisions (referral_id, outcome, reason, decided_on, decided_by, at)
            values (:referral, 'DECLINED', 'Prov', :on, :by, now())\
            """)
                .param("referral", referral(life, "DECLINED"))
                .param("on", on)
                .param("by", place.lead().id().value())
                .update();
    }

    void held(UUID id, UUID staff, LocalDate from) {
        owner.sql("""
            insert into assignments (organisation_id, case_id, staff_id, from_on, to_on, assigned_by)
            values (:organisation, :id, :staff, :from, :from, :staff)\
            """)
                .param("organisation", place.kommun().value())
                .param("id", id)
                .param("staff", staff)
                .param("from", from)
                .update();
    }

    void effort(UUID id, String kind, LocalDate from, @Nullable LocalDate to) {
        owner.sql("""
            insert into activities (id, association_id, case_id, kind, title, from_on, to_on, registered_by, registered_at)
            values (:activity, :association, :id, :kind, 'Prov', :from, :to, :by, now())\
            """)
                .param("activity", UUID.randomUUID())
                .param("association", place.association().value())
                .param("id", id)
                .param("kind", kind)
                .param("from", from)
                .param("to", to)
                .param("by", place.caseworker().id().value())
                .update();
    }

    void job(UUID id, String kind, String subsidy, LocalDate from, @Nullable LocalDate to) {
        boolean job = kind.equals("JOB");
        owner.sql("""
            insert into employments (id, association_id, case_id, kind, employer, from_on, to_on, permanent, subsidy, registered_by,
              registered_at)
            values (:job, :association, :id, :kind, 'Prov', :from, :to, :permanent, :subsidy, :by, now())\
            """)
                .param("job", UUID.randomUUID())
                .param("association", place.association().value())
                .param("id", id)
                .param("kind", kind)
                .param("from", from)
                .param("to", to)
                .param("permanent", job ? false : null)
                .param("subsidy", job ? subsidy : null)
                .param("by", place.caseworker().id().value())
                .update();
    }

    /** A closed round with the answers of both, or of one. */
    public void round(
            UUID id, boolean baseline, LocalDate day, Float @Nullable [] participant, Float @Nullable [] caseworker) {
        var round = UUID.randomUUID();
        owner.sql("""
            insert into rounds (id, association_id, case_id, participant_id, kind, ordinal, instrument_id, opens_on, due_on, closes_on,
              closed_at)
            select :round, c.association_id, c.id, c.participant_id, :kind,
              (select count(*) from rounds r where r.case_id = c.id), i.instrument_id, :day, :day, :day, now()
            from cases c join initiatives i on i.id = c.initiative_id where c.id = :id\
            """)
                .param("round", round)
                .param("id", id)
                .param("kind", baseline ? "BASELINE" : "FOLLOW_UP")
                .param("day", day)
                .update();
        answered(round, "PARTICIPANT", day, participant);
        answered(round, "CASEWORKER", day, caseworker);
    }

    private void answered(UUID round, String who, LocalDate day, Float @Nullable [] scores) {
        if (scores != null) {
            owner.sql("""
                insert into assessments (round_id, respondent, answers, scores, answered_by, started_at, saved_at, submitted_at)
                values (:round, :who, '{1}', :scores, :by, :at, :at, :at)\
                """)
                    .param("round", round)
                    .param("who", who)
                    .param("scores", Arrays.copyOf(scores, scores.length))
                    .param(
                            "by",
                            who.equals("CASEWORKER") ? place.caseworker().id().value() : null)
                    .param("at", OffsetDateTime.of(day.atTime(12, 0), ZoneOffset.UTC))
                    .update();
        }
    }
}
