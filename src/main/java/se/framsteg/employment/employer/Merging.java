package se.framsteg.employment.employer;

import java.util.EnumSet;
import java.util.Set;
import se.framsteg.employment.employer.Employer.Details;

/**
 * Whose word holds where two employers that are the same are told of differently.
 *
 * @param branches also {@link Side#BOTH}: those of either
 * @param marks also {@link Side#BOTH}: those of either
 */
public record Merging(Side name, Side number, Side municipality, Side branches, Side marks) {
    public enum Side {
        KEPT,
        MERGED,
        BOTH
    }

    /** What the one that is kept is from then on. */
    Details of(Details kept, Details merged) {
        return new Details(
                name == Side.MERGED ? merged.name() : kept.name(),
                number == Side.MERGED ? merged.number() : kept.number(),
                municipality == Side.MERGED ? merged.municipality() : kept.municipality(),
                chosen(Branch.class, branches, kept.branches(), merged.branches()),
                chosen(SocialMark.class, marks, kept.marks(), merged.marks()));
    }

    private static <E extends Enum<E>> Set<E> chosen(Class<E> type, Side side, Set<E> kept, Set<E> merged) {
        var chosen = EnumSet.noneOf(type);
        if (side != Side.MERGED) {
            chosen.addAll(kept);
        }
        if (side != Side.KEPT) {
            chosen.addAll(merged);
        }
        return chosen;
    }

    /** What it is when that has been undone: as before, but for what has been changed since. */
    static Details undone(Details before, Details after, Details now) {
        return new Details(
                now.name().equals(after.name()) ? before.name() : now.name(),
                now.number().equals(after.number()) ? before.number() : now.number(),
                now.municipality().equals(after.municipality()) ? before.municipality() : now.municipality(),
                now.branches().equals(after.branches()) ? before.branches() : now.branches(),
                now.marks().equals(after.marks()) ? before.marks() : now.marks());
    }
}
