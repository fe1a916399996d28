package se.framsteg.report.chapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.framsteg.economy.calculation.Calculation;
import se.framsteg.economy.calculation.CalculationWords;
import se.framsteg.economy.calculation.Calculations;
import se.framsteg.economy.calculation.Horizon;
import se.framsteg.economy.calculation.Purse;
import se.framsteg.report.Section;
import se.framsteg.report.content.Block;
import se.framsteg.report.content.Block.Cell;
import se.framsteg.report.content.Block.Fact;
import se.framsteg.report.content.Block.Grid;
import se.framsteg.report.content.Block.Line;
import se.framsteg.report.content.ChapterSource;
import se.framsteg.report.content.Span;
import se.framsteg.ui.Texts;

/** What the steps are worth by the calculations of the initiative, never without what they rest on. */
@Component
class WorthChapter implements ChapterSource {
    private final Calculations calculations;

    WorthChapter(Calculations calculations) {
        this.calculations = calculations;
    }

    @Override
    public Set<Section> sections() {
        return Set.of(Section.WORTH);
    }

    @Override
    public Map<Section, List<Block>> blocks(Span span, Texts texts) {
        var words = new CalculationWords(texts);
        var blocks = new ArrayList<Block>();
        for (var calculation : calculations.of(span.writer(), span.initiative().id())) {
            blocks.add(assumptions(calculation, texts, words));
            Arrays.stream(Horizon.values()).forEach(horizon -> blocks.add(net(calculation, horizon, texts, words)));
        }
        return Map.of(Section.WORTH, blocks);
    }

    private static Block assumptions(Calculation calculation, Texts texts, CalculationWords words) {
        var assumed = calculation.assumptions();
        var moves = assumed.moves().stream()
                .map(move -> texts.of(
                        "economy.assumed.move",
                        move.persons(),
                        texts.of("economy.situation", move.from()),
                        texts.of("economy.situation", move.to())))
                .collect(Collectors.joining("\n"));
        return new Block.Facts(List.of(
                new Fact(
                        texts.of("report.worth.calculation"),
                        texts.of("report.worth.version", calculation.name(), calculation.number())),
                new Fact(texts.of("economy.assumed.moves"), moves),
                new Fact(texts.of("economy.assumed.numbers-from"), assumed.numbersFrom()),
                new Fact(
                        texts.of("economy.assumed.one"),
                        words.shares(assumed.lasting().afterOne())),
                new Fact(
                        texts.of("economy.assumed.five"),
                        words.shares(assumed.lasting().afterFive())),
                new Fact(
                        texts.of("economy.assumed.anyway"),
                        words.shares(assumed.anyway().share()) + ". "
                                + assumed.anyway().why()),
                new Fact(texts.of("economy.assumed.cost"), words.exact(assumed.wholeCost())),
                new Fact(
                        texts.of("economy.assumed.discount"),
                        words.share(assumed.discount().yearly()) + ". "
                                + assumed.discount().from()),
                new Fact(texts.of("economy.assumed.price-year"), String.valueOf(assumed.priceYear())),
                new Fact(
                        texts.of("report.worth.examples"),
                        texts.of(
                                "report.worth.examples.of",
                                calculation.examples(),
                                calculation.used().size()))));
    }

    private static Block net(Calculation calculation, Horizon horizon, Texts texts, CalculationWords words) {
        var reckoning = calculation.reckoning();
        var lines = Arrays.stream(Purse.values())
                .map(purse -> {
                    var net = reckoning.net(purse, horizon);
                    return new Line(
                            texts.of("economy.purse", purse),
                            List.of(
                                    Cell.of(words.exact(reckoning.cost(purse)), reckoning.cost(purse)),
                                    Cell.of(words.kronor(net.low()), net.low()),
                                    Cell.of(words.kronor(net.likely()), net.likely()),
                                    Cell.of(words.kronor(net.high()), net.high())));
                })
                .toList();
        return new Grid(
                texts.of("report.worth.net", texts.of("economy.horizon", horizon)),
                List.of(
                        texts.of("economy.result.who"),
                        texts.of("economy.result.cost"),
                        texts.of("economy.result.net.low"),
                        texts.of("economy.result.net.likely"),
                        texts.of("economy.result.net.high")),
                lines,
                0,
                texts.of("report.worth.note"));
    }
}
