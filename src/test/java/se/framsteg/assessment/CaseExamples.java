package se.framsteg.assessment;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.assessment.Rounds.Offered;
import se.framsteg.assessment.talk.AgreedStep;
import se.framsteg.assessment.talk.AgreementId;
import se.framsteg.assessment.talk.Agreements;
import se.framsteg.cases.CaseStep;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Decision;
import se.framsteg.cases.EndReason;
import se.framsteg.cases.LegalSex;
import se.framsteg.cases.Livelihood;
import se.framsteg.cases.NewReferral;
import se.framsteg.cases.Outcome;
import se.framsteg.cases.Person;
import se.framsteg.cases.Protection;
import se.framsteg.cases.ReferralSource;
import se.framsteg.cases.ReferralState;
import se.framsteg.cases.Referrals;
import se.framsteg.demo.TestIdentityNumbers;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.IdentityNumber;
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.RoundId;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

/** Cases to measure, made through the doors of the rooms that own them. */
public final class CaseExamples {
    /** The person in the examples, of the published test series. */
    public static final IdentityNumber.PersonalNumber NUMBER =
            TestIdentityNumbers.published().women().getFirst();

    private final Referrals referrals;
    private final Cases cases;
    private final Rounds rounds;
    private final Answering answering;
    private final CaseworkerSheets sheets;
    private final Agreements agreements;
    private final TransactionTemplate transactions;
    private final OwnerSql jdbc;
    private final Asking asking;
    private final Clock clock;

    public CaseExamples(ListableBeanFactory beans) {
        this.referrals = beans.getBean(Referrals.class);
        this.cases = beans.getBean(Cases.class);
        this.rounds = beans.getBean(Rounds.class);
        this.answering = beans.getBean(Answering.class);
        this.sheets = beans.getBean(CaseworkerSheets.class);
        this.agreements = beans.getBean(Agreements.class);
        this.transactions = beans.getBean(TransactionTemplate.class);
        this.jdbc = beans.getBean(OwnerSql.class);
        this.asking = beans.getBean(Asking.class);
        this.clock = beans.getBean(Clock.class);
    }

    /** A case that started today, of somebody whose birth date is known. */
    public CaseId started(World.Place place) {
        return started(place, LocalDate.now(clock), Optional.of(NUMBER));
    }

    public CaseId started(World.Place place, LocalDate on, Optional<IdentityNumber> identity) {
        var id = accepted(place, on, identity);
        step(place.caseworker(), id, CaseStep.start(on, Livelihood.UNKNOWN));
        return id;
    }

    /** A referral that came today and that nobody has decided about. */
    public ReferralId referral(World.Place place) {
        return referral(place, LocalDate.now(clock), Optional.of(NUMBER));
    }

    private ReferralId referral(World.Place place, LocalDate on, Optional<IdentityNumber> identity) {
        var person = new Person.Known(
                "Petra Provdeltagare", identity, LegalSex.WOMAN, "", Person.Contact.NONE, "sv", false, Protection.NONE);
        var referral = new NewReferral(
                ReferralId.create(),
                place.initiative(),
                person,
                on,
                ReferralSource.PERSON,
                "",
                Optional.empty(),
                "Vill börja arbeta",
                "",
                on,
                Set.of());
        return referrals.register(place.lead(), referral).orThrow();
    }

    private CaseId accepted(World.Place place, LocalDate on, Optional<IdentityNumber> identity) {
        var referral = referral(place, on, identity);
        var version = version("referrals", referral.value());
        var decision = new Decision(
                ReferralState.ACCEPTED, "", Optional.of(place.caseworker().id()), on);
        return referrals
                .decide(place.lead(), referral, version, decision)
                .orThrow()
                .orElseThrow();
    }

    public void end(World.Place place, CaseId id) {
        var ending = new CaseStep.Ending(EndReason.GOAL_REACHED, Outcome.WORK);
        step(place.caseworker(), id, CaseStep.end(LocalDate.now(clock), ending, Livelihood.UNKNOWN));
    }

    public void pause(World.Place place, CaseId id) {
        step(place.caseworker(), id, CaseStep.pause(LocalDate.now(clock), "Behöver vila en tid"));
    }

    public void resume(World.Place place, CaseId id) {
        step(place.caseworker(), id, CaseStep.resume(LocalDate.now(clock), "Är tillbaka"));
    }

    /** Another caseworker takes over today. */
    public void assign(World.Place place, CaseId id, Actor.Staff to) {
        cases.assign(place.lead(), id, version("cases", id.value()), to.id(), LocalDate.now(clock), "Byte av uppgifter")
                .orThrow();
    }

    public void reopen(World.Place place, CaseId id) {
        step(place.lead(), id, CaseStep.reopen(LocalDate.now(clock), "Det blev inte som det var tänkt"));
    }

    private void step(Actor.Staff staff, CaseId id, CaseStep step) {
        cases.change(staff, id, version("cases", id.value()), step).orThrow();
    }

    private int version(String table, java.util.UUID id) {
        return jdbc.sql("select version from " + table + " where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** The rounds of the case, as its caseworker sees them. */
    public List<Offered> rounds(World.Place place, CaseId id) {
        return rounds.of(place.caseworker(), id);
    }

    public CaseId caseOf(RoundId round) {
        return asking.byInstallation(() -> rounds.find(round)).orElseThrow().caseId();
    }

    public RoundId baseline(World.Place place, CaseId id) {
        return rounds(place, id).getFirst().round().id();
    }

    /** The participant answers every question with the same step, and sends. */
    public void participantAnswers(RoundId round, int step) {
        participantAnswers(round, () -> step);
    }

    /** The participant answers each question as told, and sends. */
    public void participantAnswers(RoundId round, IntSupplier step) {
        var participant = new Actor.Respondent(round, true);
        var questions = answering.sheet(participant, round).questions();
        for (int position = 0; position < questions; position++) {
            answering.save(participant, round, position, step.getAsInt(), "sv");
        }
        answering.send(participant, round, "sv");
    }

    /** The caseworker answers every question with the same step, and sends. */
    public void caseworkerAnswers(World.Place place, RoundId round, int step) {
        caseworkerAnswers(place, round, () -> step);
    }

    /** The caseworker answers each question as told, and sends. */
    public void caseworkerAnswers(World.Place place, RoundId round, IntSupplier step) {
        var sheet = sheets.sheet(place.caseworker(), round);
        var answers = IntStream.generate(step)
                .limit(sheet.questions())
                .<@Nullable Integer>mapToObj(answer -> answer)
                .toList();
        sheets.submit(place.caseworker(), round, answers, sheet.version(), "sv");
    }

    /** The two agree on a step for the participant, to be done within a week. */
    public AgreementId agreed(World.Place place, CaseId caseId, RoundId round) {
        var id = AgreementId.create();
        var due = Optional.of(LocalDate.now(clock).plusDays(7));
        var step = new AgreedStep("Ringa arbetsplatsen", AgreedStep.Who.PARTICIPANT, "", due);
        agreements.agree(place.caseworker(), caseId, round, id, step);
        return id;
    }

    public static List<@Nullable Integer> all(int questions, @Nullable Integer answer) {
        var answers = new ArrayList<@Nullable Integer>();
        for (int position = 0; position < questions; position++) {
            answers.add(answer);
        }
        return answers;
    }

    /**
     * Does the first, and before it is committed begins the other, which is to wait for it.
     *
     * @return what came of the other
     */
    public <T> Future<T> whileUncommitted(Runnable first, Callable<T> other) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            return requireNonNull(transactions.execute(_ -> {
                first.run();
                var begun = thread.submit(other);
                while (!begun.isDone() && !somebodyWaits()) {
                    Thread.onSpinWait();
                }
                return begun;
            }));
        }
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    /** How often this was done with this round, by the journal. */
    public int journaled(String action, RoundId round) {
        return jdbc.sql("select count(*) from journal where action = :action and subject_id = :round"
                        + " and case_id is not null and participant_id is not null")
                .param("action", action)
                .param("round", round.value())
                .query(Integer.class)
                .single();
    }
}
