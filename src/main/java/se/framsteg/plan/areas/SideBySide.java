package se.framsteg.plan.areas;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.framsteg.plan.LifeArea;

/**
 * What runs side by side now, and whether any of it is towards work or study. Several parallel efforts instead of a staircase, and an
 * early focus on work or study, are what an individsamverkansteam (Progress, Halland) works by; BIP saw most progression where
 * something towards work went on beside something else. Guidance for the talk, never a rule: nothing is stopped by it.
 *
 * @param areas in which something goes on today
 * @param towardsWork how far there is something towards work or study
 */
public record SideBySide(List<LifeArea> areas, Towards towardsWork) {
    private static final Set<LifeArea> WORK_OR_STUDY = EnumSet.of(LifeArea.WORK, LifeArea.STUDY);

    public SideBySide {
        areas = List.copyOf(areas);
    }

    /** How far there is something towards work or study. */
    public enum Towards {
        GOES_ON,
        PLANNED,
        NOTHING
    }

    /**
     * @param now areas in which something goes on today
     * @param planned areas in which something has been agreed on and is not done, or begins later
     */
    static SideBySide of(Set<LifeArea> now, Set<LifeArea> planned) {
        var areas = Arrays.stream(LifeArea.values()).filter(now::contains).toList();
        if (WORK_OR_STUDY.stream().anyMatch(now::contains)) {
            return new SideBySide(areas, Towards.GOES_ON);
        }
        var some = WORK_OR_STUDY.stream().anyMatch(planned::contains);
        return new SideBySide(areas, some ? Towards.PLANNED : Towards.NOTHING);
    }
}
