package se.framsteg.demo;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.framsteg.access.Actor;
import se.framsteg.assessment.Round;
import se.framsteg.assessment.Schedule;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.audit.Trace;
import se.framsteg.cases.CaseState;
import se.framsteg.cases.LegalSex;
import se.framsteg.cases.ReferralSource;
import se.framsteg.cases.ReferralState;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.initiative.Initiative;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.Time;

/** The persons of one large initiative, as rows. They live as {@link Life} tells, for up to three years. */
final class LargeLives {
    private static final int LONGEST_DAYS = 1_000;
    private static final double WORK = 0.15;

    private final Workplace place;
    private final AssociationId association;
    private final OrganisationId owner;
    private final Instrument instrument;
    private final Numbers numbers;
    private final LocalDate today;
    private final Random random;
    private final List<Trace> traces = new ArrayList<>();
    private final LargeStory story;

    private final Rows participants = new Rows(
            "participants",
            "id, association_id, organisation_id, name, legal_sex, start_year, municipality, language, interpreter");
    private final Rows referrals = new Rows(
            "referrals",
            "id, association_id, organisation_id, initiative_id, participant_id, received_on, source, source_name,"
                    + " reason, agreed_on, state, registered_by, registered_at");
    private final Rows decisions = new Rows("referral_decisions", "referral_id, outcome, decided_on, decided_by, at");
    private final Rows cases = new Rows(
            "cases",
            "id, association_id, organisation_id, initiative_id, participant_id, referral_id, number, state,"
                    + " accepted_on, started_on, ended_on, end_reason, outcome");
    private final Rows assignments =
            new Rows("assignments", "organisation_id, case_id, staff_id, from_on, to_on, reason, assigned_by");
    private final Rows changes =
            new Rows("case_changes", "case_id, at, by_staff, effective_on, from_state, to_state, end_reason, outcome");
    private final Rows rounds = new Rows(
            "rounds",
            "id, association_id, case_id, participant_id, kind, ordinal, instrument_id, opens_on, due_on, closes_on");
    private final Rows assessments = new Rows(
            "assessments", "round_id, respondent, answers, scores, answered_by, started_at, saved_at, submitted_at");

    LargeLives(Workplace place, Instrument instrument, Numbers numbers, LocalDate today, Random random) {
        this.place = place;
        this.association = place.lead().association();
        this.owner = place.lead().organisation();
        this.instrument = instrument;
        this.numbers = numbers;
        this.today = today;
        this.random = random;
        // A chance of its own: what is told of the lives changes nothing in them.
        this.story = new LargeStory(association, today, new Random(random.nextLong()));
    }

    /** All that was made, in an order in which it can be stored. */
    List<Rows> rows() {
        var all = new ArrayList<>(
                List.of(participants, referrals, decisions, cases, assignments, changes, rounds, assessments));
        all.addAll(story.rows());
        return all;
    }

    Numbers numbers() {
        return numbers;
    }

    /** One trace for each person, for the journal. */
    List<Trace> traces() {
        return traces;
    }

    /** The case numbers of an association, given out here while nobody else gives any. */
    static final class Numbers {
        private final JdbcClient jdbc;
        private final AssociationId association;
        private final Map<Integer, Integer> last = new HashMap<>();

        Numbers(JdbcClient jdbc, AssociationId association) {
            this.jdbc = jdbc;
            this.association = association;
            jdbc.sql("select year, last from case_numbers where association_id = ?")
                    .param(association.value())
                    .query(row -> {
                        last.put(row.getInt("year"), row.getInt("last"));
                    });
        }

        String next(int year) {
            return "%d-%04d".formatted(year, last.merge(year, 1, Integer::sum));
        }

        void save() {
            last.forEach((year, number) -> jdbc.sql("""
                insert into case_numbers (association_id, year, last) values (?, ?, ?)
                on conflict (association_id, year) do update set last = excluded.last\
                """)
                    .param(association.value())
                    .param(year)
                    .param(number)
                    .update());
        }
    }

    /** One person's whole time. */
    void live(int number) {
        var life = Life.invent(
                random,
                today,
                random.nextDouble() < WORK,
                instrument.dimensions().size(),
                LONGEST_DAYS);
        var person = ParticipantId.create();
        var caseId = CaseId.create();
        var first = place.caseworkers().get(number % place.caseworkers().size());
        person(person, life.startedOn());
        caseOf(person, caseId, life, first);
        caseworkers(caseId, life, first, number);
        story.of(new LargeStory.Who(person, caseId, life), measure(person, caseId, life, first));
        traces.add(new Trace("case", caseId, association, caseId, person));
    }

    private void person(ParticipantId id, LocalDate from) {
        var sex = random.nextDouble() < 0.55 ? LegalSex.WOMAN : LegalSex.MAN;
        var first = sex == LegalSex.WOMAN ? DemoNames.WOMEN : DemoNames.MEN;
        var name = one(first) + " " + one(DemoNames.FAMILIES);
        participants.add(id, association, owner, name, sex, from.getYear(), place.municipality(), "sv", false);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private void caseOf(ParticipantId person, CaseId id, Life life, Actor.Staff caseworker) {
        var referral = ReferralId.create();
        var received = life.startedOn().minusDays(20);
        var accepted = life.startedOn().minusDays(5);
        referrals.add(
                referral,
                association,
                owner,
                place.initiative(),
                person,
                received,
                ReferralSource.FORUM,
                "Trisam Stordal",
                "Vill komma närmare arbete.",
                received,
                ReferralState.ACCEPTED,
                caseworker.id(),
                at(received));
        decisions.add(referral, ReferralState.ACCEPTED, accepted, place.lead().id(), at(accepted));
        var ending = life.ending();
        cases.add(
                id,
                association,
                owner,
                place.initiative(),
                person,
                referral,
                numbers.next(accepted.getYear()),
                ending.isPresent() ? CaseState.ENDED : CaseState.ACTIVE,
                accepted,
                life.startedOn(),
                ending.map(Life.Ending::on),
                ending.map(end -> end.how().reason()),
                ending.map(end -> end.how().outcome()));
        changes.add(
                id,
                at(life.startedOn()),
                caseworker.id(),
                life.startedOn(),
                CaseState.ACCEPTED,
                CaseState.ACTIVE,
                null,
                null);
        ending.ifPresent(end -> changes.add(
                id,
                at(end.on()),
                caseworker.id(),
                end.on(),
                CaseState.ACTIVE,
                CaseState.ENDED,
                end.how().reason(),
                end.how().outcome()));
    }

    private void caseworkers(CaseId id, Life life, Actor.Staff first, int number) {
        var accepted = life.startedOn().minusDays(5);
        var lead = place.lead().id();
        var change = life.newCaseworkerOn();
        assignments.add(owner, id, first.id(), accepted, change, "", lead);
        if (change.isPresent()) {
            var next =
                    place.caseworkers().get((number + 1) % place.caseworkers().size());
            assignments.add(owner, id, next.id(), change, null, "Den förra har fått andra uppgifter.", lead);
        }
    }

    /** @return the rounds in which somebody answered */
    private List<LargeStory.Held> measure(ParticipantId person, CaseId id, Life life, Actor.Staff caseworker) {
        var held = new ArrayList<LargeStory.Held>();
        var until = life.ending().map(Life.Ending::on).orElse(today);
        var plan = new Initiative.Plan(place.instrument(), 21, 3, 21);
        for (var planned : new Schedule(life.startedOn(), plan).until(until)) {
            if (life.ending().isEmpty() || !planned.opensOn().isAfter(until)) {
                var round = round(person, id, planned);
                answer(round, life, planned, until, caseworker).ifPresent(held::add);
            }
        }
        life.ending().ifPresent(_ -> ending(person, id, until));
        return held;
    }

    private RoundId round(ParticipantId person, CaseId id, Schedule.Planned planned) {
        var round = RoundId.create();
        rounds.add(
                round,
                association,
                id,
                person,
                planned.kind(),
                planned.ordinal(),
                place.instrument(),
                planned.opensOn(),
                planned.dueOn(),
                planned.closesOn());
        return round;
    }

    private void ending(ParticipantId person, CaseId id, LocalDate on) {
        var closes = on.plusDays(14);
        rounds.add(
                RoundId.create(),
                association,
                id,
                person,
                Round.Kind.ENDING,
                null,
                place.instrument(),
                on,
                closes,
                closes);
    }

    private Optional<LargeStory.Held> answer(
            RoundId round, Life life, Schedule.Planned planned, LocalDate until, Actor.Staff caseworker) {
        var day = planned.dueOn().minusDays(random.nextInt(8));
        if (day.isAfter(until) || day.isBefore(planned.opensOn())) {
            return Optional.empty();
        }
        var sheets = 0;
        for (var respondent : Respondent.values()) {
            if (life.answers(respondent)) {
                var answers = life.sheet(instrument, respondent, planned.ordinal());
                var by = respondent == Respondent.CASEWORKER ? caseworker.id() : null;
                assessments.add(round, respondent, answers, scores(respondent, answers), by, at(day), at(day), at(day));
                sheets++;
            }
        }
        return sheets == 0
                ? Optional.empty()
                : Optional.of(new LargeStory.Held(round, day, caseworker.id(), sheets == Respondent.values().length));
    }

    private List<Optional<Double>> scores(Respondent respondent, List<@Nullable Integer> answers) {
        return instrument.scores(respondent, answers).stream()
                .map(score -> score.value().stream().boxed().findFirst())
                .toList();
    }

    static OffsetDateTime at(LocalDate day) {
        return day.atTime(10, 0).atZone(Time.SWEDEN).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }
}
