package se.framsteg.statistics.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import se.framsteg.cases.LegalSex;

/** How many of each block of an initiative have each value, as it was when the block was made. */
final class Sums {
    private record Cell(Universe universe, int block, Attribute attribute, String area, String code, LegalSex sex) {}

    private final Map<Cell, Integer> numbers = new HashMap<>();

    void add(Universe universe, int block, CaseQueries.Count count) {
        numbers.merge(
                new Cell(universe, block, count.attribute(), count.area(), count.code(), count.sex()),
                count.number(),
                Integer::sum);
    }

    /** The areas that anybody has been compared in. */
    List<String> areas() {
        var areas = new TreeSet<String>();
        numbers.keySet().stream()
                .filter(cell -> cell.attribute() == Attribute.PROGRESS)
                .forEach(cell -> areas.add(cell.area()));
        return List.copyOf(areas);
    }

    /** How many of this sex there are in the block. */
    int persons(Universe universe, int block, LegalSex sex) {
        return number(new Cell(universe, block, Attribute.NUMBER, "", "ALL", sex));
    }

    /** Whoever has none of the other values has the last one: not compared, or nothing registered. */
    Shelf.Counts of(Universe universe, Attribute attribute, String area) {
        var codes = Ladders.of(attribute).codes();
        return (after, to) -> List.of(
                row(universe, attribute, area, codes, after, to, LegalSex.WOMAN),
                row(universe, attribute, area, codes, after, to, LegalSex.MAN));
    }

    private int[] row(
            Universe universe, Attribute attribute, String area, List<String> codes, int after, int to, LegalSex sex) {
        var row = new int[codes.size()];
        for (int block = after + 1; block <= to; block++) {
            int rest = persons(universe, block, sex);
            for (int i = 0; i < codes.size(); i++) {
                int number = number(new Cell(universe, block, attribute, area, codes.get(i), sex));
                row[i] += number;
                rest -= number;
            }
            row[codes.size() - 1] += rest;
        }
        return row;
    }

    private int number(Cell cell) {
        return numbers.getOrDefault(cell, 0);
    }
}
