package se.framsteg.cases;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One change of a case's state that somebody wants to make.
 *
 * @param on from which day it holds
 * @param reason up to 1000 characters; needed if the change asks for one
 * @param livelihood at the start or the end of the case; without meaning for other changes
 * @param ending needed if the case is to end
 */
public record CaseStep(CaseChange change, LocalDate on, String reason, Livelihood livelihood, Optional<Ending> ending) {

    /** Why a case ends and what it led to. */
    public record Ending(EndReason reason, Outcome outcome) {}

    public static CaseStep start(LocalDate on, Livelihood before) {
        return new CaseStep(CaseChange.START, on, "", before, Optional.empty());
    }

    public static CaseStep pause(LocalDate on, String reason) {
        return new CaseStep(CaseChange.PAUSE, on, reason, Livelihood.UNKNOWN, Optional.empty());
    }

    public static CaseStep resume(LocalDate on, String reason) {
        return new CaseStep(CaseChange.RESUME, on, reason, Livelihood.UNKNOWN, Optional.empty());
    }

    public static CaseStep end(LocalDate on, Ending ending, Livelihood after) {
        return new CaseStep(CaseChange.END, on, "", after, Optional.of(ending));
    }

    public static CaseStep reopen(LocalDate on, String reason) {
        return new CaseStep(CaseChange.REOPEN, on, reason, Livelihood.UNKNOWN, Optional.empty());
    }

    @Override
    public String toString() {
        return "step " + change;
    }
}
