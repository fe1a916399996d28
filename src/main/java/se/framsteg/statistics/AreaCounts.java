package se.framsteg.statistics;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.cases.LegalSex;

/** Those of one voice who can be counted in one area, having answered both at the start and now. */
final class AreaCounts {
    private final BySex start;
    private final BySex now;
    private final BySex change = new BySex(3);

    /** @param steps of the scale */
    AreaCounts(int steps) {
        start = new BySex(steps);
        now = new BySex(steps);
    }

    /**
     * @param startStep from 1
     * @param nowStep from 1
     * @param direction -1 down, 0 the same, 1 up
     */
    void add(LegalSex sex, int startStep, int nowStep, int direction, int count) {
        start.add(sex, startStep - 1, count);
        now.add(sex, nowStep - 1, count);
        change.add(sex, direction + 1, count);
    }

    int counted(Group group) {
        return change.sum(group);
    }

    /** What may be shown. The same steps are put together at the start and now, so that the two can be compared. */
    Area.Voice shown(Respondent voice) {
        if (!change.shownTogether()) {
            return new Area.Voice(voice, Optional.empty(), List.of(), Spread.NONE, Spread.NONE);
        }
        var divisions = SmallCells.divisions(start.all().length);
        var division = SmallCells.finest(divisions, List.of(start.all(), now.all()));
        return new Area.Voice(
                voice,
                Optional.of(counted(Group.ALL)),
                change.rows(change.groups()),
                Spread.of(division, List.of(Group.ALL), start, now),
                bySex(SmallCells.from(division, divisions)));
    }

    private Spread bySex(List<List<SmallCells.Band>> divisions) {
        if (!change.sexesShown()) {
            return Spread.NONE;
        }
        var rows = Stream.concat(start.sexes().stream(), now.sexes().stream()).toList();
        return Spread.of(SmallCells.finest(divisions, rows), List.of(Group.WOMEN, Group.MEN), start, now);
    }
}
