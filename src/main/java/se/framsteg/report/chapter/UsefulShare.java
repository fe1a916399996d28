package se.framsteg.report.chapter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.framsteg.evaluation.Opinion.Question;
import se.framsteg.evaluation.Opinions;
import se.framsteg.evaluation.Opinions.Period;
import se.framsteg.evaluation.Opinions.Steps;
import se.framsteg.report.content.Span;
import se.framsteg.statistics.ledger.Share;

/**
 * How many of the answers to whether the support is useful stand on the two upper steps of five, of all that has been told up to the end of
 * the period. Nothing where the answers of one of its periods are told too coarsely to say: those would be the ones that don't call it useful.
 */
@Component
class UsefulShare {
    /** The lower of the two upper steps. */
    private static final int USEFUL = 4;

    private final Opinions opinions;

    UsefulShare(Opinions opinions) {
        this.opinions = opinions;
    }

    Optional<Share> of(Span span) {
        var told = opinions.see(span.writer(), span.initiative().id()).periods().values().stream()
                .flatMap(List::stream)
                .filter(period -> ended(period, span.to()))
                .flatMap(UsefulShare::steps)
                .toList();
        if (told.stream().anyMatch(steps -> steps.isEmpty() || steps.stream().anyMatch(UsefulShare::straddles))) {
            return Optional.empty();
        }
        int all = told.stream().flatMap(List::stream).mapToInt(Steps::count).sum();
        int useful = told.stream()
                .flatMap(List::stream)
                .filter(one -> one.from() >= USEFUL)
                .mapToInt(Steps::count)
                .sum();
        return all == 0 ? Optional.empty() : Optional.of(new Share(useful, all));
    }

    private static boolean straddles(Steps steps) {
        return steps.from() < USEFUL && steps.to() >= USEFUL;
    }

    static boolean ended(Period period, LocalDate to) {
        return !period.last().last().isAfter(to);
    }

    private static Stream<List<Steps>> steps(Period period) {
        return period.tallies().stream()
                .filter(tally -> tally.question() == Question.USEFUL)
                .map(Opinions.Tally::steps);
    }
}
