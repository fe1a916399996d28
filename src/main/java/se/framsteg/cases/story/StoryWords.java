package se.framsteg.cases.story;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import se.framsteg.ui.Page;

/** What the picture shows, in plain words. */
public final class StoryWords {
    private static final int NUMBERS_IN_WORDS = 9;

    private final Page page;
    private final Story story;

    public StoryWords(Page page, Story story) {
        this.page = page;
        this.story = story;
    }

    /** Whether it has been the same caseworker, since when. */
    public String continuity() {
        var changes = story.caseworkers().size() - 1;
        if (story.ended().isPresent() && changes >= 0) {
            return page.t("caseworker.changes", changes);
        }
        return story.caseworker()
                .map(now -> changes > 0
                        ? page.t("story.caseworker.changed", page.date(now.from()), changes)
                        : page.t("story.caseworker.same", page.date(now.from())))
                .orElseGet(() -> page.t("story.caseworker.nobody"));
    }

    /** What runs side by side now, or did when the case had ended. */
    public String parallelism() {
        if (story.efforts().isEmpty()) {
            return page.t("story.now.never");
        }
        var goingOn = story.goingOn();
        if (story.ended().isPresent()) {
            return page.t("story.most", story.mostAtOnce(), number(story.mostAtOnce()));
        }
        return switch (goingOn.size()) {
            case 0 -> page.t("story.now.none");
            case 1 -> page.t("story.now.one", page.t("story.kind", goingOn.getFirst()));
            default -> page.t("story.now.many", number(goingOn.size()), kinds(goingOn));
        };
    }

    private String number(int number) {
        return number >= 2 && number <= NUMBERS_IN_WORDS ? page.t("story.number." + number) : Integer.toString(number);
    }

    /** "arbete, hälsa (2) och grupp" */
    private String kinds(List<Lane> lanes) {
        var counts = new EnumMap<Lane, Integer>(Lane.class);
        lanes.forEach(lane -> counts.merge(lane, 1, Integer::sum));
        var kinds = new ArrayList<String>();
        counts.forEach((lane, count) ->
                kinds.add(page.t("story.kind", lane) + (count > 1 && counts.size() > 1 ? " (" + count + ")" : "")));
        var last = kinds.removeLast();
        return kinds.isEmpty() ? last : page.t("story.list", String.join(", ", kinds), last);
    }

    /** When something was: from one day to another, or one day. */
    public String when(Happening one) {
        var from = page.date(one.from());
        if (one.lane().marks()) {
            return from;
        }
        return one.to()
                .map(to -> to.equals(one.from()) ? from : page.t("story.from-to", from, page.date(to)))
                .orElseGet(() -> page.t("story.from", from));
    }

    /** A mark's text when it is pointed at. */
    public String mark(TimeLine.Mark mark) {
        return String.join(
                "; ",
                mark.what().stream()
                        .map(one -> one.what().text(page) + ", " + when(one))
                        .toList());
    }

    public String bar(TimeLine.Bar bar) {
        return bar.what().what().text(page) + ", " + when(bar.what());
    }

    /** A month of the axis: maj 2026. */
    public String month(LocalDate day) {
        return DateTimeFormatter.ofPattern("LLL yyyy", Locale.of(page.language()))
                .format(day);
    }
}
