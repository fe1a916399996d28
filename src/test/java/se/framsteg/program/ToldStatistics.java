package se.framsteg.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.framsteg.testing.Visitor;

/**
 * What the association’s office is told in statistics: of each initiative, each two of them and all, in each span that can be chosen; of twos
 * in the whole time and the years alone.
 */
record ToldStatistics(Map<Asked, List<Line>> answers) {
    private static final Pattern SPAN = Pattern.compile("<option value=\"([^\"]+)\"");
    private static final Pattern INITIATIVE = Pattern.compile("name=\"initiative\" value=\"([^\"]+)\"");

    /** @param span {@code ALL}, a year, or a quarter such as {@code 2026Q2} */
    record Asked(Set<String> initiatives, String span) {}

    /** A line of the file. {@code number}: none where it isn’t told; {@code shares}: per cent, and the ends of its interval. */
    record Line(
            String universe, String table, String group, String column, Optional<Integer> number, List<String> shares) {
        private static Line of(String line) {
            var cells = List.of(line.split(";", -1));
            return new Line(
                    cells.get(3),
                    cells.get(4),
                    cells.get(5),
                    cells.get(6),
                    Optional.of(cells.get(7)).filter(cell -> !cell.isEmpty()).map(Integer::valueOf),
                    cells.subList(8, 11));
        }
    }

    static ToldStatistics to(Visitor officer) {
        var all = INITIATIVE
                .matcher(officer.get("/statistics").body())
                .results()
                .map(hit -> hit.group(1))
                .toList();
        assertThat(all).as("initiatives to choose").hasSizeGreaterThan(5);
        var answers = new LinkedHashMap<Asked, List<Line>>();
        var twos = IntStream.range(0, all.size())
                .boxed()
                .flatMap(i -> all.subList(i + 1, all.size()).stream().map(other -> Set.of(all.get(i), other)));
        Stream.concat(Stream.concat(all.stream().map(Set::of), Stream.of(Set.copyOf(all))), twos)
                .forEach(set -> spans(officer, set)
                        .filter(span -> set.size() != 2 || !span.contains("Q"))
                        .forEach(span -> answers.put(new Asked(set, span), lines(officer, set, span, false))));
        return new ToldStatistics(answers);
    }

    /** Those that can be chosen for these, the latest first. */
    static Stream<String> spans(Visitor visitor, Set<String> initiatives) {
        return SPAN.matcher(visitor.get("/statistics?" + query(initiatives)).body())
                .results()
                .map(hit -> hit.group(1));
    }

    static List<Line> lines(Visitor visitor, Set<String> initiatives, String span, boolean exact) {
        return visitor.get("/statistics.csv?span=" + span + "&exact=" + exact + query(initiatives))
                .body()
                .lines()
                .skip(1)
                .map(Line::of)
                .toList();
    }

    private static String query(Set<String> initiatives) {
        return initiatives.stream().map(id -> "&initiative=" + id).collect(Collectors.joining());
    }
}
