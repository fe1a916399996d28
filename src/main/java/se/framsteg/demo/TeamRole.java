package se.framsteg.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import se.framsteg.cases.LegalSex;
import se.framsteg.demo.Life.Story;

/**
 * A part to be lived in a team. In the last whole quarter as many come and end, of either sex, that everybody who has come until its end and
 * everybody who has gone on to work or studies can be told of, whatever day the demo begins (docs/statistics.md).
 */
record TeamRole(Story story, LegalSex sex) {
    /** Together with those who go on to work: more than five women, more than five men, and more than five who don’t go on. */
    private static final int ENDS = 7;
    /** More than five of either sex. */
    private static final int NEW = 14;

    /**
     * Everybody’s in a team, in any order.
     *
     * @param persons at least 40
     * @param toWork how many of them go on to work or studies, at least 6
     */
    static List<TeamRole> of(int persons, int toWork, Random random) {
        var roles = new ArrayList<TeamRole>();
        add(roles, Story.AWAITS_TALK, 1);
        add(roles, Story.TO_WORK, toWork);
        add(roles, Story.ENDS, ENDS);
        add(roles, Story.NEW, NEW);
        add(roles, Story.ANY, persons - roles.size());
        Collections.shuffle(roles, random);
        return roles;
    }

    /** Women and men by turns, over all parts. */
    private static void add(List<TeamRole> roles, Story story, int times) {
        int before = roles.size();
        IntStream.range(before, before + times)
                .forEach(i -> roles.add(new TeamRole(story, i % 2 == 0 ? LegalSex.WOMAN : LegalSex.MAN)));
    }
}
