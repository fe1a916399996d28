package se.framsteg.plan.followup;

import java.util.ArrayList;
import java.util.List;
import se.framsteg.statistics.Group;
import se.framsteg.ui.Page;
import se.framsteg.ui.Spreadsheet;

/** What the page shows, one number in each line. What the page keeps back is not in it either. */
final class PlanFollowUpFile {
    private final Page page;
    private final PlanFollowUp view;
    private final List<List<String>> lines = new ArrayList<>();

    PlanFollowUpFile(Page page, PlanFollowUp view) {
        this.page = page;
        this.view = view;
    }

    Spreadsheet spreadsheet() {
        view.tables().forEach(this::table);
        for (var median : view.days()) {
            var about = page.t("plan-follow-up.days");
            line(about, "", median.group(), page.t("plan-follow-up.days.median"), median.days());
            line(about, "", median.group(), page.t("plan-follow-up.days.of"), median.of());
        }
        return new Spreadsheet(
                List.of(
                        page.t("follow-up.initiative"),
                        page.t("follow-up.from"),
                        page.t("follow-up.until"),
                        page.t("follow-up.column.about"),
                        page.t("plan-follow-up.part"),
                        page.t("follow-up.column.group"),
                        page.t("follow-up.column.what"),
                        page.t("follow-up.column.number")),
                lines);
    }

    private void table(PlanFollowUp.Table table) {
        var words = new PlanFollowUpWords(page);
        var about = page.t("plan-follow-up.measure", table.measure());
        for (var part : table.parts()) {
            for (var row : part.rows()) {
                for (int i = 0; i < part.columns().size(); i++) {
                    var what = words.column(table.measure(), part.columns().get(i));
                    line(
                            about,
                            words.part(part),
                            row.group(),
                            what,
                            row.numbers().get(i));
                }
            }
        }
    }

    private void line(String about, String part, Group group, String what, int number) {
        var period = view.period();
        lines.add(List.of(
                view.name(),
                period.from().first().toString(),
                period.to().last().toString(),
                about,
                part,
                page.t("follow-up.group", group),
                what,
                Integer.toString(number)));
    }
}
