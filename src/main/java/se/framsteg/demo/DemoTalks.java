package se.framsteg.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.assessment.Rounds;
import se.framsteg.assessment.talk.AgreedStep;
import se.framsteg.assessment.talk.AgreedStep.Who;
import se.framsteg.assessment.talk.Agreement;
import se.framsteg.assessment.talk.Agreement.Outcome;
import se.framsteg.assessment.talk.AgreementId;
import se.framsteg.assessment.talk.Agreements;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;

/** Holds the invented talks: what was agreed last time is asked about, and a step or two are agreed on. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoTalks {
    private static final long SEED = 7_2026;
    static final double WRITE_NOTHING_DOWN = 0.4;
    static final double SET_A_DAY = 0.5;

    record Idea(String what, Who who, String other) {}

    static final List<Idea> IDEAS = List.of(
            new Idea("Promenera en halvtimme tre dagar i veckan", Who.PARTICIPANT, ""),
            new Idea("Ringa och fråga om ett studiebesök", Who.PARTICIPANT, ""),
            new Idea("Skriva ner tre saker som jag är bra på", Who.PARTICIPANT, ""),
            new Idea("Åka bussen till arbetsplatsen en gång för att prova", Who.PARTICIPANT, ""),
            new Idea("Boka ett möte tillsammans med vårdcentralen", Who.CASEWORKER, ""),
            new Idea("Fråga kaféet om arbetsträning fyra timmar i veckan", Who.CASEWORKER, ""),
            new Idea("Ta reda på hur ersättningen påverkas av arbetsträning", Who.CASEWORKER, ""),
            new Idea("Gå igenom sömnen och lägga upp ett schema", Who.OTHER, "Arbetsterapeuten"),
            new Idea("Ge besked om kursen som börjar i höst", Who.OTHER, "Studievägledaren"));

    record Went(Outcome outcome, String words) {}

    static final List<Went> WENT = List.of(
            new Went(Outcome.DONE, "Det gick lättare än väntat."),
            new Went(Outcome.DONE, ""),
            new Went(Outcome.DONE, "Blev av förra veckan."),
            new Went(Outcome.PARTLY, "De flesta veckor, men inte alla."),
            new Went(Outcome.NOT_YET, "Annat kom emellan. Vill prova igen."),
            new Went(Outcome.DROPPED, "Det löste sig på ett annat sätt."));

    private final Agreements agreements;
    private final Rounds rounds;
    private final Clock clock;
    private final Random random = new Random(SEED);

    DemoTalks(Agreements agreements, Rounds rounds, Clock clock) {
        this.agreements = agreements;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** The talk about a round on the day when both have answered it; in some talks nothing is written down. */
    void hold(Actor.Staff caseworker, CaseId caseId, RoundId round) {
        var today = LocalDate.now(clock);
        if (!rounds.require(caseworker, caseId, round).revealed(today) || random.nextDouble() < WRITE_NOTHING_DOWN) {
            return;
        }
        agreements.of(caseworker, caseId).stream()
                .filter(Agreement::open)
                .forEach(agreement -> ask(caseworker, caseId, round, agreement));
        for (int step = random.nextInt(1, 3); step > 0; step--) {
            agreements.agree(caseworker, caseId, round, AgreementId.create(), step(today));
        }
    }

    private void ask(Actor.Staff caseworker, CaseId caseId, RoundId round, Agreement agreement) {
        var went = WENT.get(random.nextInt(WENT.size()));
        agreements.follow(caseworker, caseId, round, agreement.id(), agreement.version(), went.outcome(), went.words());
    }

    private AgreedStep step(LocalDate today) {
        var idea = IDEAS.get(random.nextInt(IDEAS.size()));
        var due = random.nextDouble() < SET_A_DAY
                ? Optional.of(today.plusDays(random.nextInt(20, 80)))
                : Optional.<LocalDate>empty();
        return new AgreedStep(idea.what(), idea.who(), idea.other(), due);
    }
}
