package se.framsteg.statistics;

import java.util.List;

/**
 * How the answers of some are spread over the steps of the scale, at the start and now.
 *
 * @param bands steps, or neighbouring steps counted as one, in order; empty if too few have answered to show any
 */
public record Spread(List<Steps> bands, List<Row> rows) {
    static final Spread NONE = new Spread(List.of(), List.of());

    /** Steps counted as one, both from 1. */
    public record Steps(int lowest, int highest) {}

    /** The same persons at the start and now. */
    public record Row(Figures start, Figures now) {}

    static Spread of(List<SmallCells.Band> bands, List<Group> groups, BySex start, BySex now) {
        if (bands.isEmpty()) {
            return NONE;
        }
        return new Spread(
                bands.stream()
                        .map(band -> new Steps(band.from() + 1, band.to() + 1))
                        .toList(),
                groups.stream()
                        .map(group -> new Row(
                                Figures.of(group, bands, start.of(group)), Figures.of(group, bands, now.of(group))))
                        .toList());
    }

    public boolean shown() {
        return !bands.isEmpty();
    }
}
