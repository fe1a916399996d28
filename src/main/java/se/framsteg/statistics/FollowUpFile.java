package se.framsteg.statistics;

import java.util.ArrayList;
import java.util.List;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.ui.Page;
import se.framsteg.ui.Spreadsheet;

/**
 * What the page shows, one number in each line. What the page keeps back is not in it either.
 */
final class FollowUpFile {
    private final Page page;
    private final FollowUp view;
    private final List<List<String>> lines = new ArrayList<>();

    FollowUpFile(Page page, FollowUp view) {
        this.page = page;
        this.view = view;
    }

    Spreadsheet spreadsheet() {
        people();
        rounds();
        view.areas().forEach(this::area);
        return new Spreadsheet(columns(), lines);
    }

    private List<String> columns() {
        return List.of(
                page.t("follow-up.initiative"),
                page.t("follow-up.from"),
                page.t("follow-up.until"),
                page.t("follow-up.column.about"),
                page.t("follow-up.column.voice"),
                page.t("follow-up.column.group"),
                page.t("follow-up.column.what"),
                page.t("follow-up.column.number"));
    }

    private void people() {
        var people = view.people();
        var about = page.t("follow-up.people");
        line(
                about,
                "",
                Group.ALL,
                page.t(people.exact() ? "follow-up.total" : "follow-up.total-about"),
                people.total());
        for (var why : people.why()) {
            for (var counted : People.Counted.values()) {
                line(
                        about,
                        voice(why.respondent()),
                        Group.ALL,
                        page.t("follow-up.why", counted),
                        why.numbers().get(counted.ordinal()));
            }
        }
        for (var row : people.caseworkers()) {
            line(
                    page.t("follow-up.continuity"),
                    "",
                    row.group(),
                    page.t("follow-up.one-caseworker"),
                    row.numbers().getFirst());
            line(
                    page.t("follow-up.continuity"),
                    "",
                    row.group(),
                    page.t("follow-up.several-caseworkers"),
                    row.numbers().getLast());
        }
    }

    private void rounds() {
        var words = new FollowUpWords(page, view);
        for (var row : view.rounds().rows()) {
            for (int i = 0; i < row.numbers().size(); i++) {
                line(
                        page.t("follow-up.rounds"),
                        "",
                        row.group(),
                        words.outcomes(view.rounds().outcomes().get(i)),
                        row.numbers().get(i));
            }
        }
        for (var rate : view.rounds().rates()) {
            for (var row : rate.rows()) {
                line(
                        page.t("follow-up.rates"),
                        voice(rate.respondent()),
                        row.group(),
                        page.t("follow-up.answered"),
                        row.numbers().getFirst());
                line(
                        page.t("follow-up.rates"),
                        voice(rate.respondent()),
                        row.group(),
                        page.t("follow-up.not-answered"),
                        row.numbers().getLast());
            }
        }
    }

    private void area(Area area) {
        for (var voice : area.voices()) {
            var who = voice(voice.respondent());
            voice.counted()
                    .ifPresent(counted -> line(area.name(), who, Group.ALL, page.t("follow-up.counted"), counted));
            counted(area, who, voice.all());
            counted(area, who, voice.bySex());
        }
    }

    private void counted(Area area, String who, Area.Counted counted) {
        var words = new FollowUpWords(page, view);
        for (var row : counted.rows()) {
            for (int i = 0; i < row.numbers().size(); i++) {
                line(
                        area.name(),
                        who,
                        row.group(),
                        words.changes(counted.changes().get(i)),
                        row.numbers().get(i));
            }
        }
        spread(area, who, counted.spread());
    }

    private void spread(Area area, String who, Spread spread) {
        var words = new FollowUpWords(page, view);
        for (var row : spread.rows()) {
            for (int i = 0; i < spread.bands().size(); i++) {
                var steps = words.steps(spread.bands().get(i));
                line(
                        area.name(),
                        who,
                        row.start().group(),
                        page.t("follow-up.start") + ", " + steps,
                        row.start().numbers().get(i));
                line(
                        area.name(),
                        who,
                        row.now().group(),
                        page.t("follow-up.now") + ", " + steps,
                        row.now().numbers().get(i));
            }
        }
    }

    private String voice(Respondent respondent) {
        return page.t("follow-up.voice", respondent);
    }

    private void line(String about, String voice, Group group, String what, int number) {
        var period = view.period();
        lines.add(List.of(
                view.name(),
                period.from().first().toString(),
                period.to().last().toString(),
                about,
                voice,
                page.t("follow-up.group", group),
                what,
                Integer.toString(number)));
    }
}
