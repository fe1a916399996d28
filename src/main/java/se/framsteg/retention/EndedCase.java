package se.framsteg.retention;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;

/**
 * A case that has ended, by its number alone.
 *
 * @param years for how long it is kept: by its organisation's rule, or by the law where that is later
 * @param countsFrom from when those are counted
 * @param countedFrom that day
 * @param mayGoOn the first day on which it may be disposed of
 * @param held whether it is kept whatever its rule says
 * @param restricted whether the person has asked that nothing is done with it
 * @param underWay whether its disposal has been approved
 */
public record EndedCase(
        CaseId id,
        String number,
        InitiativeId initiative,
        LocalDate endedOn,
        int years,
        CountsFrom countsFrom,
        LocalDate countedFrom,
        LocalDate mayGoOn,
        boolean held,
        boolean restricted,
        boolean underWay) {

    /** The day by which it should be gone: the end of the calendar year after it may go (SoL). */
    public LocalDate goneBy() {
        return goneBy(mayGoOn);
    }

    static LocalDate goneBy(LocalDate mayGoOn) {
        return MonthDay.of(Month.DECEMBER, 31).atYear(mayGoOn.getYear() + 1);
    }

    /** Whether that day has passed. */
    public boolean late(LocalDate today) {
        return goneBy().isBefore(today);
    }

    boolean due(LocalDate today) {
        return !mayGoOn.isAfter(today);
    }

    boolean kept() {
        return held || restricted;
    }
}
