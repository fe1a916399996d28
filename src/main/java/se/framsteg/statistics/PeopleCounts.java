package se.framsteg.statistics;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.cases.LegalSex;
import se.framsteg.statistics.People.Counted;

/** Who was in the initiative in the period, and why some of them are not in the areas' counts. */
final class PeopleCounts {
    /** To the nearest of so many, where the number itself would give away how few are missing somewhere. */
    private static final int ABOUT = 10;

    private final Map<Respondent, BySex> reasons = new EnumMap<>(Respondent.class);
    private final BySex caseworkers = new BySex(2);

    PeopleCounts() {
        Arrays.stream(Respondent.values()).forEach(voice -> reasons.put(voice, new BySex(Counted.values().length)));
    }

    void add(Respondent voice, LegalSex sex, Counted reason, int count) {
        of(voice).add(sex, reason.ordinal(), count);
    }

    /** @param one whether they have had no more than one caseworker */
    void addContinuity(LegalSex sex, boolean one, int count) {
        caseworkers.add(sex, one ? 0 : 1, count);
    }

    private BySex of(Respondent voice) {
        return reasons.computeIfAbsent(voice, _ -> new BySex(Counted.values().length));
    }

    /**
     * What may be shown. An exact number of persons beside the number counted in each area would tell how many are missing
     * there; if those are few in any area, the number is rounded and what adds up to it is left out.
     *
     * @param counted those counted in each area, by voice
     */
    People shown(Map<Respondent, List<AreaCounts>> counted) {
        var total = of(Respondent.PARTICIPANT).sum(Group.ALL);
        if (!exact(counted, Group.ALL)) {
            return new People((total + ABOUT / 2) / ABOUT * ABOUT, false, List.of(), List.of());
        }
        var groups = caseworkers.groups();
        var sexesToo = exact(counted, Group.WOMEN) && exact(counted, Group.MEN);
        return new People(
                total,
                true,
                Arrays.stream(Respondent.values())
                        .flatMap(voice -> why(voice, counted.getOrDefault(voice, List.of())).stream())
                        .toList(),
                caseworkers.rows(sexesToo ? groups : groups.stream().limit(1).toList()));
    }

    private boolean exact(Map<Respondent, List<AreaCounts>> counted, Group group) {
        return Arrays.stream(Respondent.values())
                .allMatch(voice -> missing(of(voice).sum(group), counted.getOrDefault(voice, List.of()), group));
    }

    /** Whether neither the number nor what any area lacks of it is 1–4. */
    private static boolean missing(int persons, List<AreaCounts> areas, Group group) {
        return SmallCells.shownTogether(persons)
                && areas.stream().allMatch(area -> SmallCells.shown(persons - area.counted(group)));
    }

    private Optional<People.Why> why(Respondent voice, List<AreaCounts> areas) {
        var all = of(voice).all();
        return SmallCells.shown(all) && missing(all[Counted.COUNTED.ordinal()], areas, Group.ALL)
                ? Optional.of(new People.Why(voice, IntStream.of(all).boxed().toList()))
                : Optional.empty();
    }
}
