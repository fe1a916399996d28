package se.framsteg.consent;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;

/**
 * The door to a person's consents (OSL 10:1, 12:2). Whoever may change the case may record what the person says; the person may
 * see and take back alone, see {@link OwnConsents}. Nothing is ever edited: each change is a new answer, and the last one holds
 * from that moment.
 */
@Component
public class Consents {
    private final Guard guard;
    private final Cases cases;
    private final Ledgers ledgers;
    private final Recording recording;
    private final DayQuestions days;
    private final PaperStore papers;

    Consents(Guard guard, Cases cases, Ledgers ledgers, Recording recording, DayQuestions days, PaperStore papers) {
        this.guard = guard;
        this.cases = cases;
        this.ledgers = ledgers;
        this.recording = recording;
        this.days = days;
        this.papers = papers;
    }

    /**
     * All that the person was asked and answered.
     *
     * @throws NotFoundException if the actor may not
     */
    @Transactional
    public ConsentView see(Actor.Staff actor, CaseId id) {
        guard.admit(actor, Action.SEE_CONSENTS, id);
        return ledgers.told(facts(id));
    }

    /**
     * The same, to be taken away as a file.
     *
     * @throws NotFoundException if the actor may not
     */
    @Transactional
    ConsentView export(Actor.Staff actor, CaseId id) {
        guard.admit(actor, Action.EXPORT_CONSENTS, id);
        return ledgers.told(facts(id));
    }

    /**
     * Records answers about several recipients at once: all of them or none. Each replaces what was said about its recipient before.
     * The same once more changes nothing.
     *
     * @return refused with everything that can't be so, fields that belong to one recipient ending in its place in the sheet
     *     ({@code to-1}); stale if something else has been saved under one of the ids, or if the case has ended
     * @throws NotFoundException if the actor may not, or an id is that of another person's consent
     */
    @Transactional
    public Result<List<ConsentId>> record(Actor.Staff actor, CaseId id, Sheet sheet) {
        return recording.record(actor, id, sheet);
    }

    /** What in the sheet can't be so, for a form that has other faults too; empty to whoever may not record. */
    @Transactional
    public List<Refusal> faults(Actor.Staff actor, CaseId id, Sheet sheet) {
        return guard.allows(actor, Action.RECORD_CONSENT, id) ? recording.faults(facts(id), sheet) : List.of();
    }

    /**
     * What in this can't be so, for a form that has other faults too.
     *
     * @param question whether it answers a question, which the person was shown a text with
     */
    List<Refusal> faults(Given given, boolean question) {
        return recording.faults(given, question);
    }

    /**
     * The person takes a yes back: it ends at once, and can't be taken up again but by a new question.
     *
     * @param number of the answer that was the last when this was made up
     * @return stale if another answer has come since
     * @throws NotFoundException if the actor may not, or the person was never asked this
     */
    @Transactional
    public Result<ConsentId> withdraw(Actor.Staff actor, CaseId caseId, ConsentId id, int number, Given given) {
        return recording.withdraw(actor, caseId, id, number, given);
    }

    /**
     * The person takes a part of a yes back.
     *
     * @param kept some of what the yes is about, and not all of it
     * @param number of the answer that was the last when this was made up
     * @return stale if another answer has come since
     * @throws NotFoundException if the actor may not, or the person was never asked this
     */
    @Transactional
    public Result<ConsentId> narrow(
            Actor.Staff actor, CaseId caseId, ConsentId id, int number, Set<Kind> kept, Given given) {
        return recording.narrow(actor, caseId, id, number, kept, given);
    }

    /**
     * The person says the same yes again, for longer. Whoever wants to share more puts a new question.
     *
     * @param validUntil later than before, and within {@value Faults#LONGEST_YEARS} years of when it was said
     * @param number of the answer that was the last when this was made up
     * @return stale if another answer has come since
     * @throws NotFoundException if the actor may not, or the person was never asked this
     */
    @Transactional
    public Result<ConsentId> renew(
            Actor.Staff actor, CaseId caseId, ConsentId id, int number, LocalDate validUntil, Given given) {
        return recording.renew(actor, caseId, id, number, validUntil, given);
    }

    /**
     * Lets in whoever may ask what an organisation could see on a day, before anything is asked.
     *
     * @throws NotFoundException if the actor may not see the consents
     */
    @Transactional
    void admitToDay(Actor.Staff actor, CaseId id) {
        guard.admit(actor, Action.SEE_CONSENT_DAY, id);
    }

    /**
     * What an organisation could see on a day.
     *
     * @param organisation of the same association as the case
     * @param day not after today
     * @param time when the minute begins that is asked about; empty for the whole day, today until now
     * @throws NotFoundException if the actor may not see the consents
     */
    @Transactional
    public Result<Seen> seen(
            Actor.Staff actor, CaseId id, OrganisationId organisation, LocalDate day, Optional<LocalTime> time) {
        guard.admit(actor, Action.SEE_CONSENT_DAY, id);
        return days.ask(facts(id), organisation, day, time);
    }

    /**
     * A scanned paper.
     *
     * @throws NotFoundException if the actor may not see it, or it is no paper of this person
     */
    @Transactional
    public Paper paper(Actor.Staff actor, CaseId caseId, PaperId id) {
        guard.admit(actor, Action.SEE_CONSENT_PAPER, caseId);
        return papers.find(facts(caseId).participant(), id).orElseThrow(NotFoundException::new);
    }

    /**
     * What this organisation may see of the person now, as far as somebody there is named on the case. Guards and journals nothing: the caller does.
     */
    public Set<Kind> openNow(CaseFacts facts, OrganisationId organisation) {
        return days.openNow(facts, organisation);
    }

    /**
     * Which recipients have a yes today and to what, organisations and others, in the order in which they were asked about. Tells
     * nobody of the recipients anything by itself. Guards and journals nothing: the caller does.
     */
    public Map<Recipient, Set<Kind>> openNow(CaseFacts facts) {
        return ledgers.openNow(facts);
    }

    /**
     * How it stands today with everybody whom the person has been asked about, as to one kind of information. Guards and journals
     * nothing: the caller does.
     */
    public Map<Recipient, Standing> standing(CaseFacts facts, Kind kind) {
        return ledgers.standing(facts, kind);
    }

    private CaseFacts facts(CaseId id) {
        return cases.facts(id).orElseThrow(NotFoundException::new);
    }
}
