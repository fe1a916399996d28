package se.framsteg.notification;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import se.framsteg.shared.CaseId;

/** Tells what participants have to answer, in one room. Journals nothing: it goes to no reader but the queue. */
public interface ReminderSource {
    /** What these cases' participants can answer on this day and have not answered. */
    List<Asked> unanswered(Collection<CaseId> cases, LocalDate today);

    /**
     * Something that a participant is asked to answer.
     *
     * @param about what it is, by id
     * @param opensOn the first day on which it can be answered
     * @param closesOn the last day
     */
    record Asked(CaseId caseId, UUID about, LocalDate opensOn, LocalDate closesOn) {}
}
