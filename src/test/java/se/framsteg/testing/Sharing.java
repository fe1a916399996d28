package se.framsteg.testing;

import java.time.LocalDate;
import java.util.UUID;
import se.framsteg.access.Actor;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Id;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;

/** Colleagues of other organisations, and what a person has said about them, written straight into the tables. */
public final class Sharing {
    public static final String[] ALL_KINDS = {
        "IDENTITY",
        "ASSESSMENTS",
        "PLAN",
        "JOINT_PLAN",
        "ACTIVITIES",
        "NOTES",
        "HEALTH",
        "SOCIAL",
        "ECONOMY",
        "WORK",
        "WORKSHEETS"
    };

    private final OwnerSql sql;

    public Sharing(OwnerSql sql) {
        this.sql = sql;
    }

    /** Names somebody on a case, by its caseworker. */
    public void name(CaseId caseId, Actor.Staff colleague) {
        sql.sql("""
            insert into case_colleagues (association_id, case_id, organisation_id, staff_id, named_by, named_at)
            select c.association_id, c.id, :organisation, :staff,
              (select a.staff_id from assignments a where a.case_id = c.id and a.to_on is null), now()
            from cases c where c.id = :case\
            """)
                .param("organisation", colleague.organisation().value())
                .param("staff", colleague.id().value())
                .param("case", caseId.value())
                .update();
    }

    /** A yes to these kinds, said today and for a year ahead. */
    public UUID yes(CaseId caseId, OrganisationId to, String... kinds) {
        var today = LocalDate.now(Time.SWEDEN);
        return yes(caseId, to, today, today.plusYears(1), kinds);
    }

    public UUID yes(CaseId caseId, OrganisationId to, LocalDate saidOn, LocalDate validUntil, String... kinds) {
        var consent = Id.next();
        sql.sql("""
            insert into consents (id, association_id, participant_id, from_organisation_id, to_organisation_id, purpose)
            select :id, c.association_id, c.participant_id, c.organisation_id, :to, 'Samordna stödet'
            from cases c where c.id = :case\
            """)
                .param("id", consent)
                .param("to", to.value())
                .param("case", caseId.value())
                .update();
        answer(consent, 1, "YES", saidOn, validUntil, kinds);
        return consent;
    }

    public void withdraw(UUID consent, int number) {
        answer(consent, number, "WITHDRAWN", LocalDate.now(Time.SWEDEN), null);
    }

    /** A later answer to the same question. */
    public void answer(
            UUID consent,
            int number,
            String answer,
            LocalDate saidOn,
            @org.jspecify.annotations.Nullable LocalDate until,
            String... kinds) {
        sql.sql("""
            insert into consent_answers (consent_id, number, answer, kinds, valid_until, said_on, how, spoken_reason,
              recorded_by, recorded_at)
            select :consent, :number, :answer, :kinds, :until, :saidOn, 'SPOKEN', 'Vid ett möte', s.id, now()
            from consents q join staff s on s.organisation_id = q.from_organisation_id where q.id = :consent limit 1\
            """)
                .param("consent", consent)
                .param("number", number)
                .param("answer", answer)
                .param("kinds", kinds)
                .param("until", until, java.sql.Types.DATE)
                .param("saidOn", saidOn)
                .update();
    }
}
