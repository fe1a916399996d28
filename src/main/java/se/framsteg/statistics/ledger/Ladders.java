package se.framsteg.statistics.ledger;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import se.framsteg.cases.EndReason;
import se.framsteg.cases.Outcome;
import se.framsteg.statistics.ledger.FigureTable.Column;

/**
 * How every attribute is divided. A value of one must never by its meaning lie within a value of another one, in any universe: the difference
 * would tell of few (docs/adr/0020).
 */
final class Ladders {
    /** Of those of whom alone nothing is known: never part of a share. An outcome that nobody knows is none to have gone on to, however it is divided. */
    private static final List<String> BLANKS = List.of("UNKNOWN", "NOT_COMPARED");

    private static final List<String> INCOMES = List.of("WAGE", "STUDY", "SICKNESS", "JOBSEEKER", "ASSISTANCE", "REST");

    private static final Map<Attribute, Ladder> ALL = Map.ofEntries(
            Map.entry(
                    Attribute.AGE,
                    ladder(
                            List.of("TO_24", "FROM_25", "FROM_35", "FROM_45", "FROM_55", "FROM_65", "UNKNOWN"),
                            Map.of(
                                    "TO_24", "TO_34", "FROM_25", "TO_34", "FROM_35", "MORE", "FROM_45", "MORE",
                                    "FROM_55", "MORE", "FROM_65", "MORE"),
                            Map.of("MORE", "MORE_OR_UNKNOWN", "UNKNOWN", "MORE_OR_UNKNOWN"))),
            Map.entry(
                    Attribute.PARTY,
                    ladder(
                            List.of("FK", "AF", "KOMMUN", "REGION", "OTHER", "SELF", "UNKNOWN"),
                            Map.of(
                                    "FK",
                                    "PARTY",
                                    "AF",
                                    "PARTY",
                                    "KOMMUN",
                                    "PARTY",
                                    "REGION",
                                    "PARTY",
                                    "OTHER",
                                    "ELSEWHERE",
                                    "SELF",
                                    "ELSEWHERE"),
                            Map.of("ELSEWHERE", "ELSEWHERE_OR_UNKNOWN", "UNKNOWN", "ELSEWHERE_OR_UNKNOWN"))),
            Map.entry(
                    Attribute.WAIT,
                    ladder(
                            List.of("TO_14", "FROM_15", "FROM_31", "FROM_61", "FROM_91"),
                            Map.of(
                                    "TO_14", "TO_30", "FROM_15", "TO_30", "FROM_31", "LONGER", "FROM_61", "LONGER",
                                    "FROM_91", "LONGER"))),
            Map.entry(Attribute.WHY, one("DECLINED", "NEVER_STARTED")),
            Map.entry(
                    Attribute.OUTCOME,
                    ladder(
                            names(Outcome.values()),
                            Map.of(
                                    "JOB_SEEKER",
                                    "OTHER",
                                    "OTHER_EFFORT",
                                    "OTHER",
                                    "SICK_LEAVE",
                                    "OTHER",
                                    "UNKNOWN",
                                    "OTHER"),
                            Map.of(
                                    "WORK",
                                    "ONWARD",
                                    "SUBSIDISED_WORK",
                                    "ONWARD",
                                    "STUDY",
                                    "ONWARD",
                                    "PLACEMENT",
                                    "NOT_ONWARD",
                                    "OTHER",
                                    "NOT_ONWARD"))),
            Map.entry(
                    Attribute.INCOME,
                    ladder(
                            flows(),
                            Ladders::ownOrBenefit,
                            flow -> flow.replace("BENEFIT", "NOT").replace("REST", "NOT"))),
            Map.entry(
                    Attribute.HOURS,
                    ladder(
                            List.of("MORE", "SAME", "LESS", "UNKNOWN"),
                            Map.of("SAME", "NOT_MORE", "LESS", "NOT_MORE"),
                            Map.of("NOT_MORE", "NOT_MORE_OR_UNKNOWN", "UNKNOWN", "NOT_MORE_OR_UNKNOWN"))),
            Map.entry(
                    Attribute.REASON,
                    ladder(
                            names(EndReason.values()),
                            reason -> List.of("GOAL_REACHED", "OTHER_EFFORT", "INITIATIVE_ENDED")
                                            .contains(reason)
                                    ? "PLANNED"
                                    : "BROKEN_OFF")),
            Map.entry(Attribute.CASEWORKERS, one("ONE", "SEVERAL")),
            Map.entry(Attribute.PARALLEL, one("YES", "NO")),
            Map.entry(
                    Attribute.PROGRESS,
                    ladder(List.of("UP", "SAME", "DOWN", "NOT_COMPARED"), Map.of("SAME", "NOT_UP", "DOWN", "NOT_UP"))),
            Map.entry(Attribute.AFTER_3, after()),
            Map.entry(Attribute.AFTER_6, after()),
            Map.entry(Attribute.AFTER_12, after()));

    private Ladders() {}

    static Ladder of(Attribute attribute) {
        return requireNonNull(ALL.get(attribute));
    }

    /** What a universe is divided by, progress apart, which has a table for each area. */
    static List<Attribute> of(Universe universe) {
        return switch (universe) {
            case STARTED -> List.of(Attribute.AGE, Attribute.PARTY, Attribute.WAIT);
            case ENDED ->
                List.of(
                        Attribute.OUTCOME,
                        Attribute.INCOME,
                        Attribute.HOURS,
                        Attribute.REASON,
                        Attribute.CASEWORKERS,
                        Attribute.PARALLEL,
                        Attribute.AFTER_3,
                        Attribute.AFTER_6,
                        Attribute.AFTER_12);
            case NOT_STARTED -> List.of(Attribute.WHY, Attribute.PARTY);
            case ONGOING -> List.of();
        };
    }

    /** How many months after the end it is about; 0 if it is known at once. */
    static int months(Attribute attribute) {
        return switch (attribute) {
            case AFTER_3 -> 3;
            case AFTER_6 -> 6;
            case AFTER_12 -> 12;
            default -> 0;
        };
    }

    private static Ladder after() {
        return ladder(
                List.of("WORK", "SUBSIDISED_WORK", "STUDY", "NOT_REGISTERED"),
                Map.of("WORK", "ONWARD", "SUBSIDISED_WORK", "ONWARD", "STUDY", "ONWARD"));
    }

    /** From each class of income to each. */
    private static List<String> flows() {
        return INCOMES.stream()
                .flatMap(before -> INCOMES.stream().map(after -> before + "_" + after))
                .toList();
    }

    private static String ownOrBenefit(String flow) {
        return Stream.of(flow.split("_", -1))
                .map(income -> switch (income) {
                    case "WAGE", "STUDY" -> "OWN";
                    case "REST" -> "REST";
                    default -> "BENEFIT";
                })
                .reduce((before, after) -> before + "_" + after)
                .orElseThrow();
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    /** With one level alone. */
    private static Ladder one(String... codes) {
        return ladder(List.of(codes), List.of());
    }

    @SafeVarargs
    private static Ladder ladder(List<String> codes, Map<String, String>... coarser) {
        return ladder(
                codes,
                Arrays.stream(coarser)
                        .<UnaryOperator<String>>map(map -> code -> map.getOrDefault(code, code))
                        .toList());
    }

    @SafeVarargs
    private static Ladder ladder(List<String> codes, UnaryOperator<String>... coarser) {
        return ladder(codes, List.of(coarser));
    }

    /** @param coarser from each level to the next coarser one, the finest first */
    private static Ladder ladder(List<String> codes, List<UnaryOperator<String>> coarser) {
        var levels = new ArrayList<Ladder.Level>();
        var names = codes;
        levels.add(level(names));
        for (var step : coarser) {
            names = names.stream().map(step).toList();
            levels.addFirst(level(names));
        }
        return new Ladder(codes, levels);
    }

    /** @param names of the column that each code is counted in */
    private static Ladder.Level level(List<String> names) {
        var columns = List.copyOf(new LinkedHashSet<>(names));
        return new Ladder.Level(
                columns.stream()
                        .map(name ->
                                new Column(name, BLANKS.contains(name) && !names.contains(Outcome.JOB_SEEKER.name())))
                        .toList(),
                names.stream().map(columns::indexOf).toList());
    }
}
