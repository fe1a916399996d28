package se.framsteg.testing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.CaseStep;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Decision;
import se.framsteg.cases.EndReason;
import se.framsteg.cases.IncomeSource;
import se.framsteg.cases.LegalSex;
import se.framsteg.cases.Livelihood;
import se.framsteg.cases.NewReferral;
import se.framsteg.cases.Outcome;
import se.framsteg.cases.Person;
import se.framsteg.cases.Protection;
import se.framsteg.cases.ReferralParty;
import se.framsteg.cases.ReferralSource;
import se.framsteg.cases.ReferralState;
import se.framsteg.cases.Referrals;
import se.framsteg.cases.activity.Activity;
import se.framsteg.cases.note.Draft;
import se.framsteg.cases.note.DraftId;
import se.framsteg.cases.note.Drafts;
import se.framsteg.cases.note.Note;
import se.framsteg.cases.note.Notes;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.contact.Contact;
import se.framsteg.demo.TestIdentityNumbers;
import se.framsteg.employment.employer.Branch;
import se.framsteg.employment.employer.ContactOutcome;
import se.framsteg.employment.outreach.EmployerContact;
import se.framsteg.employment.profile.Profile;
import se.framsteg.employment.profile.Profiles;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.retention.Holds;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.IdentityNumber;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.Time;

/**
 * A case in which something is registered in every place there is: {@link #word()} stands in everything that anybody has
 * written. What has a door of few words is made through it, the rest is put into its table.
 */
public final class FullCase {
    private static final String WORD_OF_ALL = "kvarnstensgös";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final int number = COUNTER.incrementAndGet();
    private final ListableBeanFactory beans;
    private final OwnerSql owner;
    private final World world;
    private final World.Place place;
    private final CaseExamples examples;
    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private CaseId id = CaseId.create();
    private RoundId round = RoundId.create();

    public FullCase(ListableBeanFactory beans, World.Place place) {
        this.beans = beans;
        this.owner = beans.getBean(OwnerSql.class);
        this.world = beans.getBean(World.class);
        this.place = place;
        this.examples = new CaseExamples(beans);
    }

    /** Stands in every text that was written about this person, and nowhere else. */
    public String word() {
        return WORD_OF_ALL + letter(number / 26) + letter(number % 26) + "z";
    }

    private static char letter(int number) {
        return (char) ('a' + number);
    }

    public String name() {
        return "Petronella " + word() + "dotter";
    }

    public String phone() {
        return "070-174 %02d 58".formatted(number);
    }

    public String email() {
        return "petronella@" + word() + ".example";
    }

    /** Of the published test series, and no other test's. */
    public IdentityNumber.PersonalNumber identity() {
        return TestIdentityNumbers.published().women().reversed().get(number);
    }

    /** What every trace of the person holds some of. */
    public List<String> traces() {
        return List.of(word(), identity().value(), phone(), phone().replaceAll("\\D", ""), email());
    }

    public CaseId id() {
        return id;
    }

    public RoundId round() {
        return round;
    }

    public ParticipantId participant() {
        return new ParticipantId(owner.sql("select participant_id from cases where id = ?")
                .param(id.value())
                .query(UUID.class)
                .single());
    }

    public String caseNumber() {
        return owner.sql("select number from cases where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    public FullCase goingOn() {
        accepted();
        var cases = beans.getBean(Cases.class);
        step(cases, CaseStep.start(today, new Livelihood(Optional.of(IncomeSource.SJUKPENNING), Optional.empty())));
        step(cases, CaseStep.pause(today, "Paus " + word()));
        step(cases, CaseStep.resume(today, "Åter " + word()));
        rounds();
        notes();
        efforts();
        plan();
        meetings();
        resourceGroup();
        methods();
        group();
        sharing();
        reminders();
        kept();
        return this;
    }

    public FullCase ended() {
        goingOn();
        step(
                beans.getBean(Cases.class),
                CaseStep.end(
                        today,
                        new CaseStep.Ending(EndReason.GOAL_REACHED, Outcome.WORK),
                        new Livelihood(Optional.of(IncomeSource.LON), Optional.empty())));
        return this;
    }

    private void step(Cases cases, CaseStep step) {
        cases.change(place.caseworker(), id, cases.see(place.caseworker(), id).version(), step)
                .orThrow();
    }

    private void accepted() {
        var contact = new Person.Contact(phone(), email(), word() + "vägen 3", "Ring " + word());
        var person = new Person.Known(
                name(), Optional.of(identity()), LegalSex.WOMAN, word() + "stad", contact, "sv", true, Protection.NONE);
        var referral = new NewReferral(
                ReferralId.create(),
                place.initiative(),
                person,
                today,
                ReferralSource.FORUM,
                "Trisam " + word(),
                Optional.of(ReferralParty.KOMMUN),
                "Skäl " + word(),
                "Önskan " + word(),
                today,
                Set.of());
        var referrals = beans.getBean(Referrals.class);
        var referred = referrals.register(place.lead(), referral).orThrow();
        referrals
                .decide(
                        place.lead(),
                        referred,
                        0,
                        new Decision(ReferralState.WAITING, "Kö " + word(), Optional.empty(), today))
                .orThrow();
        id = referrals
                .decide(
                        place.lead(),
                        referred,
                        1,
                        new Decision(
                                ReferralState.ACCEPTED,
                                "Ja " + word(),
                                Optional.of(place.caseworker().id()),
                                today))
                .orThrow()
                .orElseThrow();
        insert("""
            insert into named_access (organisation_id, participant_id, staff_id, named_by, named_at)
            select organisation_id, participant_id, :lead, :caseworker, :now from cases where id = :case\
            """);
        owner.sql("update assignments set reason = :reason where case_id = :case")
                .param("reason", "Tilldelad " + word())
                .param("case", id.value())
                .update();
    }

    private void rounds() {
        round = examples.baseline(place, id);
        examples.participantAnswers(round, 2);
        examples.caseworkerAnswers(place, round, 3);
        insert("""
            insert into agreements (id, association_id, case_id, participant_id, round_id, what, who, other, due_on, agreed_on,
              agreed_by, agreed_at)
            select :id, association_id, case_id, participant_id, id, 'Ringa ' || :word, 'OTHER', 'Chefen ' || :word, :today,
              :today, :caseworker, :now from rounds where id = :round\
            """);
        insert("""
            insert into agreement_outcomes (agreement_id, number, round_id, outcome, words, told_on, told_by, told_at)
            select id, 1, round_id, 'PARTLY', 'Gick så där ' || :word, :today, :caseworker, :now from agreements
            where case_id = :case\
            """);
        insert("""
            insert into round_changes (association_id, case_id, round_id, at, by_staff, kind, reason, due_before, due_after)
            select association_id, case_id, id, :now, :caseworker, 'MOVED', 'Flytt ' || :word, :today, :today from rounds
            where id = :round\
            """);
        insert("""
            insert into answer_keys (id, round_id, code_hash, second_kind, second_hash, created_at, created_by, expires_at,
              opens_until, revoked_at)
            values (:id, :round, sha256(cast(cast(:id as text) as bytea)), 'PIN', 'x', :now, :caseworker, :now, :now, :now)\
            """);
    }

    private void notes() {
        var drafts = beans.getBean(Drafts.class);
        var first = new Note.Content(Note.Kind.TALK, today, "Samtal " + word(), "");
        var note = drafts.sign(place.caseworker(), id, DraftId.create(), Optional.empty(), 0, first)
                .orThrow();
        var second = new Note.Content(Note.Kind.TALK, today, "Rättat samtal " + word(), "Fel dag " + word());
        drafts.sign(place.caseworker(), id, DraftId.create(), Optional.of(new Draft.Correcting(note, 1)), 0, second)
                .orThrow();
        beans.getBean(Notes.class)
                .dissent(place.caseworker(), id, note, today, "Håller inte med " + word())
                .orThrow();
        drafts.save(
                        place.caseworker(),
                        id,
                        DraftId.create(),
                        Optional.empty(),
                        0,
                        StoryExamples.typed("Utkast " + word()))
                .orThrow();
    }

    private void efforts() {
        new StoryExamples(beans).activity(place.caseworker(), id, Activity.Kind.WORK, "Träning " + word(), today);
        owner.sql("""
            update activities set provider = :a, hours = 12.5, to_on = from_on, end_reason = 'OTHER', withdrawn_by = registered_by,
              withdrawn_at = registered_at, withdrawn_reason = :b where case_id = :case\
            """)
                .param("a", "Anordnare " + word())
                .param("b", "Fel " + word())
                .param("case", id.value())
                .update();
        var met = new Contact.Details(
                today,
                Contact.Kind.WITH_PERSON,
                Optional.of(Contact.Place.HOME),
                45,
                Contact.Phase.ENGAGEMENT,
                true,
                Set.of(Contact.Party.RELATIVE));
        new ContactExamples(beans).log(place.caseworker(), Optional.empty(), met, id);
        owner.sql("""
            update contacts set withdrawn_by = logged_by, withdrawn_at = logged_at,
              withdrawn_reason = 'OTHER' where id in (select contact_id from contact_persons where case_id = :case)\
            """).param("case", id.value()).update();
        var employers = new EmployerExamples(beans);
        var employer = employers.employer(place.caseworker(), "Lagerprov");
        employers.met(
                place.caseworker(),
                employer,
                place.initiative(),
                new EmployerContact.Result(
                        Optional.of(true), ContactOutcome.OFFERED, "Ring om " + word(), Optional.of(today)),
                id);
        profile();
        new StoryExamples(beans).job(place.caseworker(), id, "Bolaget " + word(), today);
        owner.sql("""
            update employments set role = :a, hours = 17.5, occupation = '432', social_enterprise = true, wage_in_step = true, to_on = from_on, end_reason = 'OTHER', withdrawn_by = registered_by,
              withdrawn_at = registered_at, withdrawn_reason = :b where case_id = :case\
            """)
                .param("a", "Roll " + word())
                .param("b", "Fel jobb " + word())
                .param("case", id.value())
                .update();
        insert("""
            insert into employment_changes (employment_id, association_id, from_on, hours, permanent, subsidy, wage_in_step,
              saved_by, saved_at)
            select id, association_id, :today, 19.5, true, 'LONEBIDRAG', false, :caseworker, :now from employments where case_id = :case\
            """);
        insert("""
            insert into fidelity_care_teams (id, association_id, initiative_id, name, saved_by, saved_at)
            select :id, association_id, initiative_id, 'Norra vårdteamet', :caseworker, :now from cases where id = :case\
            """);
        insert("""
            insert into case_care_teams (association_id, initiative_id, case_id, from_on, care_team_id, saved_by, saved_at)
            select c.association_id, c.initiative_id, c.id, :today, t.id, :caseworker, :now
            from cases c join fidelity_care_teams t on t.initiative_id = c.initiative_id where c.id = :case\
            """);
        insert("""
            insert into support_plans (employment_id, number, association_id, case_id, with_person, with_employer, given_by, saved_by,
              saved_at)
            select id, 1, association_id, case_id, 'Vi hörs ' || :word, 'Handledaren ' || :word, 'Coach ' || :word, :caseworker, :now
            from employments where case_id = :case\
            """);
        insert("""
            insert into support_wishes (employment_id, number, association_id, case_id, said_on, wanted, words, recorded_by, recorded_at)
            select id, 1, association_id, case_id, :today, false, 'Mindre ' || :word, :caseworker, :now
            from employments where case_id = :case\
            """);
        insert("""
            insert into benefit_counsellings (id, association_id, case_id, held_on, given_by, occasion, about, words, registered_by,
              registered_at, withdrawn_by, withdrawn_at, withdrawn_reason)
            select :id, association_id, id, :today, 'SPECIALIST', 'AT_CHANGE', array['BOSTADSBIDRAG'], 'Pengar ' || :word, :caseworker,
              :now, :caseworker, :now, 'Inte rådgivning ' || :word from cases where id = :case\
            """);
        insert("""
            insert into disclosure_talks (id, association_id, case_id, employment_id, held_on, pros_and_cons, decision, may_tell,
              registered_by, registered_at, withdrawn_by, withdrawn_at, withdrawn_reason)
            select :id, association_id, case_id, id, :today, true, 'SOME', 'Berätta ' || :word, :caseworker, :now, :caseworker, :now,
              'Inte så ' || :word from employments where case_id = :case\
            """);
    }

    private void profile() {
        var content = new Profile.Content(
                Profile.Occasion.AFTER_JOB,
                today,
                List.of("941"),
                Set.of(Branch.I),
                List.of(word() + "stad"),
                Optional.of(45),
                new Profile.Hours(
                        Optional.of(BigDecimal.TEN),
                        Optional.of(BigDecimal.valueOf(20)),
                        Set.of(Profile.PartOfDay.MORNING)),
                new Profile.Words(
                        "Kök " + word(),
                        "Buller " + word(),
                        "Noga " + word(),
                        "Truckkort " + word(),
                        "Ser först " + word(),
                        "Kafé " + word()));
        beans.getBean(Profiles.class).write(place.caseworker(), id, 0, content).orThrow();
    }

    private void plan() {
        insert("""
            insert into plan_needs (id, association_id, case_id, seen_by, who, seen_on, what, registered_by, registered_at)
            select :id, association_id, id, 'RELATIVE', 'Bror ' || :word, :today, 'Samordna ' || :word, :caseworker, :now
            from cases where id = :case\
            """);
        insert("""
            insert into plan_answers (need_id, number, wanted, said_on, words, recorded_by, recorded_at)
            select id, 1, true, :today, 'Gärna ' || :word, :caseworker, :now from plan_needs where case_id = :case\
            """);
        insert("""
            insert into plan_preparations (need_id, urgent, take_up, not_take_up, comes, place, support, saved_by, saved_at, version)
            select id, 'Bråttom ' || :word, 'Hem ' || :word, 'Inte ' || :word, 'Bror ' || :word, 'Hemma ' || :word, 'Tolk ' || :word,
              :caseworker, :now, 1 from plan_needs where case_id = :case\
            """);
        jointPlan();
    }

    private void jointPlan() {
        insert("""
            insert into plans (id, association_id, case_id, need_id, kind, started_on, started_by, coordinator,
              coordinator_organisation_id, overall_organisation_id, may_have, ended_on, end_reason, ended_by)
            select :id, c.association_id, c.id, n.id, 'SIP', :today, :caseworker, 'Samordnare ' || :word, c.organisation_id,
              c.organisation_id, 'Mor ' || :word, :today, 'GOALS_MET', :caseworker
            from cases c join plan_needs n on n.case_id = c.id where c.id = :case\
            """);
        insert("""
            insert into plan_texts (plan_id, part, text, version, saved_by, saved_at)
            select id, 'WANTS', 'Hjälp ' || :word, 1, :caseworker, :now from plans where case_id = :case\
            """);
        insert("""
            insert into plan_goals (id, plan_id, term, area, words, state, state_on, removed_at, version, added_at, saved_by, saved_at)
            select :id, id, 'SHORT', 'HOUSING', 'Mål ' || :word, 'REACHED', :today, :now, 1, :now, :caseworker, :now
            from plans where case_id = :case\
            """);
        insert("""
            insert into plan_scalings (id, goal_id, scaled_on, value, words, recorded_by, recorded_at)
            select :id, g.id, :today, 7, 'Skala ' || :word, :caseworker, :now from plan_goals g join plans p on p.id = g.plan_id
            where p.case_id = :case\
            """);
        insert("""
            insert into plan_efforts (id, plan_id, goal_id, area, dimension, what, by_whom, organisation_id, responsible, due_on, state,
              state_on, removed_at, version, added_at, saved_by, saved_at)
            select :id, p.id, g.id, 'WORK', 'DIM' || :word, 'Göra ' || :word, 'ORGANISATION', c.organisation_id, 'Ansvarig ' || :word,
              :today, 'DONE', :today, :now, 1, :now, :caseworker, :now
            from plans p join plan_goals g on g.plan_id = p.id join cases c on c.id = p.case_id where c.id = :case\
            """);
        insert("""
            insert into plan_versions (plan_id, number, content, made_by, made_at)
            select id, 1, jsonb_build_object('kind', 'SIP', 'day', cast(:today as date),
                'texts', jsonb_build_object('WANTS', 'Hjälp ' || :word), 'coordinator', 'Samordnare ' || :word,
                'coordinatorOf', 'Enheten ' || :word, 'mayHave', 'Syster ' || :word,
                'goals', jsonb_build_array(jsonb_build_object('id', jsonb_build_object('value', id), 'term', 'SHORT',
                  'words', 'Mål ' || :word, 'state', 'OPEN')),
                'efforts', jsonb_build_array(),
                'participants', jsonb_build_array(jsonb_build_object('as', 'RELATIVE', 'name', 'Faster ' || :word, 'role', '',
                  'organisation', ''))), :caseworker, :now
            from plans where case_id = :case\
            """);
        insert("""
            insert into plan_signatures (id, plan_id, number, how, name, role, drawing, by_person, signed_on, recorded_by, recorded_at)
            select :id, id, 1, 'DRAWN', 'Faster ' || :word, 'Roll ' || :word, 'M1 1L9 9L1 9L9 1L5 5', false, :today, :caseworker, :now
            from plans where case_id = :case\
            """);
        insert("""
            insert into plan_copies (id, plan_id, number, recipient, how, handed_on, recorded_by, recorded_at)
            select :id, id, 1, 'Moster ' || :word, 'HANDED', :today, :caseworker, :now from plans where case_id = :case\
            """);
    }

    private void meetings() {
        insert("""
            insert into plan_meetings (id, plan_id, kind, meets_on, meets_at, minutes, place, video, interpreter, state, planned_by,
              planned_at, settled_by, settled_at, held_on, version)
            select :id, id, 'FIRST', :today, '13:30', 45, 'Hemma ' || :word, 'https://prov.example/' || :word, 'Finska ' || :word,
              'HELD', :caseworker, :now, :lead, :now, :today, 2 from plans where case_id = :case\
            """);
        insert("""
            insert into plan_invitees (id, meeting_id, how, part, name, role, email, brought, sent_at, sent_by, sent_version, reply,
              stand_in, reply_words, replied_on, came, removed_at, version, added_at, saved_by, saved_at)
            select :id, m.id, 'INVITATION', 'RELATIVE', 'Bror ' || :word, 'Stöd ' || :word, 'bror@' || :word || '.example', true, :now,
              :caseworker, 1, 'STAND_IN', 'Farbror ' || :word, 'Helst ' || :word, :today, false, :now, 3, :now, :lead, :now
            from plan_meetings m join plans p on p.id = m.plan_id where p.case_id = :case\
            """);
        insert("""
            insert into outbox (id, association_id, case_id, about_id, address, subject, text, attachment_name, attachment_type,
              attachment, state, queued_by, queued_at, next_attempt_at, attempts, failure, failed_at)
            select :id, association_id, id, :id, 'bror@' || :word || '.example', 'Möte', 'Ett möte', 'mote.ics', 'text/calendar', :paper,
              'QUEUED', :caseworker, :now, :now, 1, 'BUSY', :now from cases where id = :case\
            """);
    }

    private void resourceGroup() {
        insert("""
            insert into plan_people (id, association_id, case_id, name, relation, reach, helps, version, added_at, saved_by, saved_at)
            select :id, association_id, id, 'Syster ' || :word, 'Äldre ' || :word, 'Grannhuset ' || :word, 'Skjutsar ' || :word, 1,
              :now, :caseworker, :now from cases where id = :case\
            """);
    }

    private void methods() {
        insert("""
            insert into case_pathways (id, association_id, case_id, pathway_id, from_on, registered_by, registered_at)
            select :id, c.association_id, c.id, p.id, :today, :caseworker, :now from cases c, pathways p
            where c.id = :case and p.key = 'framsteg-boston' and p.association_id is null\
            """);
        insert("""
            insert into case_pathway_choices (case_pathway_id, case_id, list, number, point, chosen_by, chosen_at)
            select id, case_id, 'life-areas', 1, 'working', :caseworker, :now from case_pathways where case_id = :case\
            """);
        insert("""
            insert into case_stages (id, case_pathway_id, case_id, stage, from_on, registered_by, registered_at)
            select :id, id, case_id, 'diagnosis', :today, :caseworker, :now from case_pathways where case_id = :case\
            """);
        insert("""
            insert into worksheets (id, association_id, case_id, pathway_id, sheet, begun_by, begun_at, shared_from, shared_at)
            select :id, association_id, case_id, pathway_id, 'my-goal', :caseworker, :now, 1, :now
            from case_pathways where case_id = :case\
            """);
        insert("""
            insert into worksheet_versions (worksheet_id, number, answers, saved_by, saved_at)
            select id, 1, jsonb_build_object('role', 'Kock på ' || :word), :caseworker, :now from worksheets where case_id = :case\
            """);
    }

    private void group() {
        insert("""
            insert into group_programmes (id, association_id, organisation_id, initiative_id, name, purpose, made_by, made_at)
            select :id, association_id, organisation_id, initiative_id, 'Gruppen', '', :caseworker, :now from cases where id = :case\
            """);
        insert("""
            insert into group_enrolments (id, association_id, group_id, case_id, agreed_name, from_on, enrolled_by, enrolled_at)
            select :id, c.association_id, (select g.id from group_programmes g where g.initiative_id = c.initiative_id
                order by g.made_at desc limit 1), c.id, 'Nya ' || :word, :today, :caseworker, :now from cases c where c.id = :case\
            """);
        insert("""
            insert into group_sessions (id, group_id, series_id, number, held_on, starts_at, minutes, kind, theme, place, leader_words,
              lecturer_words, materials)
            select :id, group_id, :id, 1, :today, '10:00', 60, 'LECTURE', 'Sömn', '', '', '', '' from group_enrolments where case_id = :case\
            """);
        insert("""
            insert into group_attendance (session_id, enrolment_id, group_id, mark, recorded_by, recorded_at)
            select s.id, e.id, e.group_id, 'ILL', :caseworker, :now from group_enrolments e
            join group_sessions s on s.group_id = e.group_id where e.case_id = :case\
            """);
        insert("insert into group_answered select id from group_enrolments where case_id = :case");
        insert("insert into evaluation_settled select association_id, id, 'FOLLOW_UP' from cases where id = :case");
    }

    private void sharing() {
        var region =
                world.organisation(place.association(), "Region Delad " + UUID.randomUUID(), OrganisationKind.REGION);
        var colleague = world.person(region, "Katarina Kollega", Role.TEAM_MEMBER);
        insert("""
            insert into consent_papers (id, association_id, participant_id, media_type, content, added_by, added_at)
            select :id, association_id, participant_id, 'application/pdf', :paper, :caseworker, :now from cases where id = :case\
            """);
        insert("""
            insert into consents (id, association_id, participant_id, from_organisation_id, to_other, to_name, purpose)
            select :id, association_id, participant_id, organisation_id, 'RELATIVE', 'Syster ' || :word, 'Stöd ' || :word
            from cases where id = :case\
            """);
        insert("""
            insert into consent_answers (consent_id, number, answer, kinds, valid_until, said_on, how, spoken_reason, paper_id,
              text_version, language, recorded_by, recorded_at)
            select q.id, 1, 'YES', array['NOTES', 'HEALTH'], :today + 30, :today, 'SPOKEN', 'Kunde inte skriva ' || :word, p.id, 1,
              'sv', :caseworker, :now
            from consents q join cases c on c.participant_id = q.participant_id
            join consent_papers p on p.participant_id = q.participant_id where c.id = :case\
            """);
        insert("""
            insert into consent_answers (consent_id, number, answer, kinds, said_on, how, text_version, language, recorded_at)
            select q.id, 2, 'WITHDRAWN', cast(array[] as text[]), :today, 'OWN_PAGE', 1, 'sv', :now
            from consents q join cases c on c.participant_id = q.participant_id where c.id = :case\
            """);
        owner.sql("""
            insert into case_colleagues (association_id, case_id, organisation_id, staff_id, named_by, named_at, ended_by, ended_at)
            values (:association, :case, :organisation, :staff, :by, :now, :by, :now)\
            """)
                .param("association", place.association().value())
                .param("case", id.value())
                .param("organisation", region.value())
                .param("staff", colleague.id().value())
                .param("by", place.caseworker().id().value())
                .param("now", now())
                .update();
        insert("""
            insert into emergency_access (id, association_id, organisation_id, case_id, staff_id, reason, opened_at, closes_at)
            select :id, association_id, organisation_id, id, :lead, 'Nödläge ' || :word, :now,
              cast(:now as timestamptz) + interval '1 minute' from cases where id = :case\
            """);
        insert("""
            insert into emergency_notices (emergency_id, taken_as, taken_by, taken_at)
            select id, 'LEAD', :lead, :now from emergency_access where case_id = :case\
            """);
    }

    private void reminders() {
        insert("""
            insert into reminder_choices (association_id, case_id, way, part_of_day, said_on, recorded_by, recorded_at, ended_at)
            select association_id, id, 'SMS', 'MORNING', :today, :caseworker, :now, :now from cases where id = :case\
            """);
        insert("""
            insert into reminder_stop_links (token_hash, case_id, made_at)
            values (sha256(cast(cast(:id as text) as bytea)), :case, :now)\
            """);
        insert("""
            insert into reminders (id, association_id, initiative_id, case_id, participant_id, about_id, occasion, day, way, state,
              planned_at, next_attempt_at, attempts, failure, failed_at, settled_at)
            select :id, association_id, initiative_id, id, participant_id, :round, 'OPENED', :today, 'SMS', 'FAILED', :now, :now, 3,
              'REFUSED', :now, :now from cases where id = :case\
            """);
    }

    private void kept() {
        var restrictions = beans.getBean(Restrictions.class);
        restrictions
                .restrict(place.caseworker(), id, "Bestrids " + word(), today)
                .orThrow();
        restrictions.lift(place.caseworker(), id, "Utrett " + word()).orThrow();
        var holds = beans.getBean(Holds.class);
        holds.hold(place.lead(), id, "Tvist " + word()).orThrow();
        holds.lift(place.lead(), id).orThrow();
    }

    /** Puts something into a table: what it may need is given to it by name. */
    private void insert(String sql) {
        var statement = owner.sql(sql);
        var given = new java.util.LinkedHashMap<String, Object>();
        given.put("id", UUID.randomUUID());
        given.put("case", id.value());
        given.put("round", round.value());
        given.put("word", word());
        given.put("today", today);
        given.put("now", now());
        given.put("paper", ("papper " + word()).repeat(9).getBytes(StandardCharsets.UTF_8));
        given.put("caseworker", place.caseworker().id().value());
        given.put("lead", place.lead().id().value());
        for (var one : given.entrySet()) {
            if (sql.contains(":" + one.getKey())) {
                statement = statement.param(one.getKey(), one.getValue());
            }
        }
        if (statement.update() == 0) {
            throw new IllegalStateException("nothing was put in by " + sql);
        }
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC);
    }
}
