package se.framsteg.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.initiative.money.InitiativeMoney;
import se.framsteg.initiative.money.MoneyTable;
import se.framsteg.report.Section;
import se.framsteg.report.content.Block;
import se.framsteg.report.content.Block.Cell;
import se.framsteg.report.content.Block.Grid;
import se.framsteg.report.content.Block.Line;
import se.framsteg.report.content.ChapterSource;
import se.framsteg.report.content.Span;
import se.framsteg.ui.Texts;

/** Budget and actuals, by year and by who pays. */
@Component
class MoneyChapter implements ChapterSource {
    private final InitiativeMoney money;

    MoneyChapter(InitiativeMoney money) {
        this.money = money;
    }

    @Override
    public Set<Section> sections() {
        return Set.of(Section.MONEY);
    }

    @Override
    public Map<Section, List<Block>> blocks(Span span, Texts texts) {
        var initiative = span.initiative();
        var table = money.table(initiative.id(), initiative.startsOn(), initiative.endsOn(), Optional.of(span.to()));
        if (table.all().rows().isEmpty()) {
            return Map.of();
        }
        var grids = new ArrayList<Block>();
        table.years().forEach(year -> grids.add(grid(texts.of("report.money.year", year.year()), year.part(), texts)));
        if (table.years().size() > 1) {
            grids.add(grid(texts.of("report.money.all"), table.all(), texts));
        }
        return Map.of(Section.MONEY, grids);
    }

    private static Block grid(String title, MoneyTable.Part part, Texts texts) {
        var lines = new ArrayList<Line>();
        part.rows().forEach(row -> lines.add(line(row.funder().called(texts), row.sum(), texts)));
        lines.add(line(texts.of("report.money.sum"), part.sum(), texts));
        return new Grid(
                title,
                List.of(
                        texts.of("report.money.who"),
                        texts.of("report.money.budget"),
                        texts.of("report.money.actual"),
                        texts.of("report.money.left"),
                        texts.of("report.money.share")),
                lines,
                0,
                texts.of("report.money.kronor"));
    }

    private static Line line(String who, MoneyTable.Sum sum, Texts texts) {
        return new Line(
                who,
                List.of(
                        kronor(sum.budget(), texts),
                        kronor(sum.actual(), texts),
                        kronor(sum.left(), texts),
                        sum.percent()
                                .map(percent -> Cell.of(texts.of("report.percent", percent), percent))
                                .orElseGet(() -> Cell.of("–"))));
    }

    private static Cell kronor(long amount, Texts texts) {
        return Cell.of(texts.number(amount), amount);
    }
}
