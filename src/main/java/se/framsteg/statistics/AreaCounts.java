package se.framsteg.statistics;

import java.util.List;
import java.util.Optional;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.cases.LegalSex;

/** Those of one voice who can be counted in one area, having answered both at the start and now. */
final class AreaCounts {
    private static final List<Group> SEXES = List.of(Group.WOMEN, Group.MEN);

    private final BySex start;
    private final BySex now;
    private final BySex change = new BySex(Area.Change.values().length);

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

    Area.Voice shown(Respondent voice) {
        return shown(voice, Rung.ladder(counted(Group.ALL)));
    }

    /** What may be shown on this ladder: of everybody, and of the sexes on the same rung or a lower one. */
    Area.Voice shown(Respondent voice, List<Rung> ladder) {
        if (!change.shownTogether()) {
            return Area.Voice.hidden(voice);
        }
        var all = Rung.from(ladder, List.of(persons(Group.ALL)));
        var apart = change.sexesShown()
                ? Rung.from(all, SEXES.stream().map(this::persons).toList())
                : List.<Rung>of();
        return new Area.Voice(
                voice, Optional.of(counted(Group.ALL)), counted(all, List.of(Group.ALL)), counted(apart, SEXES));
    }

    private Rung.Persons persons(Group group) {
        return new Rung.Persons(start.of(group), now.of(group), change.of(group));
    }

    private Area.Counted counted(List<Rung> rungs, List<Group> groups) {
        if (rungs.isEmpty() || counted(Group.ALL) == 0) {
            return Area.Counted.NONE;
        }
        var rung = rungs.getFirst();
        return new Area.Counted(
                rung.changes(),
                groups.stream()
                        .map(group -> Figures.of(
                                group,
                                rung.changes().stream()
                                        .mapToInt(together -> Rung.sum(change.of(group), together))
                                        .toArray()))
                        .toList(),
                Spread.of(rung.bands(start.all().length), groups, start, now));
    }
}
