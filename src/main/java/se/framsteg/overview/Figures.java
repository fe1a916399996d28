package se.framsteg.overview;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.overview.Told.Missing;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.ledger.Attribute;
import se.framsteg.statistics.ledger.FigureTable;
import se.framsteg.statistics.ledger.InitiativeStatistics;
import se.framsteg.statistics.ledger.Share;
import se.framsteg.statistics.ledger.Universe;

/**
 * What the ledger tells of the participants of one initiative in some time. What is worked out from it is defined in docs/statistics.md.
 *
 * @param closed the last day up to the end of the time on which the ledger was closed: up to then participants are counted, whether they are told
 *     of or not; empty if there was none yet
 */
public record Figures(List<FigureTable> tables, Optional<LocalDate> closed) {
    private static final Set<String> ONWARD = Set.of("ONWARD", "WORK", "SUBSIDISED_WORK", "STUDY");
    private static final Set<String> OWN_INCOME = Set.of("WAGE", "STUDY", "OWN");

    public Figures {
        tables = List.copyOf(tables);
    }

    /** Of a structural initiative, which has no participants. */
    static final Figures NONE = new Figures(List.of(), Optional.empty());

    static Figures of(InitiativeStatistics.Answered answered) {
        return new Figures(answered.tables(), answered.closed());
    }

    public FigureTable number(Universe universe) {
        return table(universe, Attribute.NUMBER).orElseThrow();
    }

    public Told number(Universe universe, Group group) {
        var told = Told.of(number(universe), group);
        return universe == Universe.ONGOING && told.number().isEmpty() && !counted()
                ? new Told(Optional.empty(), true, Optional.of(Missing.NOT_CLOSED))
                : told;
    }

    /** Whether the time has been counted at all, in part at least. */
    public boolean counted() {
        var started = number(Universe.STARTED);
        return started.shown() || started.more();
    }

    /** Why a share of those in a universe is not told; empty if there is nobody in it. */
    public Optional<Missing> why(Universe universe) {
        var all = number(universe, Group.ALL);
        var nobody = !all.more() && all.number().filter(number -> number == 0).isPresent();
        return nobody ? Optional.empty() : all.missing().or(() -> Optional.of(Missing.TOO_FEW));
    }

    /** Why a share of those of several initiatives is told of none; empty if there is nobody. */
    static Optional<Missing> why(Collection<Figures> several, Universe universe) {
        return several.stream().flatMap(one -> one.why(universe).stream()).min(Comparator.naturalOrder());
    }

    /** Whether somebody is told of who started or ended. */
    public boolean anybody() {
        return tables.stream()
                .filter(table -> table.attribute() == Attribute.NUMBER && table.universe() != Universe.ONGOING)
                .anyMatch(table -> table.number(Group.ALL).orElse(0) > 0);
    }

    private Optional<FigureTable> table(Universe universe, Attribute attribute) {
        return tables.stream()
                .filter(table -> table.universe() == universe && table.attribute() == attribute)
                .findFirst();
    }

    /** Those who went on to work or study, of those who have ended. */
    public Optional<Share> onward() {
        return share(Universe.ENDED, Attribute.OUTCOME, ONWARD::contains);
    }

    /** Those who had a job or studies so many months after they ended. */
    public Optional<Share> onward(Attribute after) {
        return share(Universe.ENDED, after, ONWARD::contains);
    }

    /** Those of this outcome, of those who have ended; empty also where the division that is told is too coarse to say. */
    public Optional<Share> outcome(Ending ending) {
        return share(Universe.ENDED, Attribute.OUTCOME, ending.codes::contains);
    }

    /** How many women, men or all went on to this; empty where it is not told of them. */
    public Optional<Integer> number(Ending ending, Group group) {
        return table(Universe.ENDED, Attribute.OUTCOME)
                .filter(table -> table.columns().stream().anyMatch(column -> ending.codes.contains(column.code())))
                .flatMap(table -> table.row(group).map(row -> part(table, row, ending.codes::contains)));
    }

    public Optional<FigureTable> outcomes() {
        return table(Universe.ENDED, Attribute.OUTCOME);
    }

    /** What somebody has gone on to, in the five kinds that are reported on. */
    public enum Ending {
        WORK("WORK"),
        SUBSIDISED_WORK("SUBSIDISED_WORK"),
        STUDY("STUDY"),
        PLACEMENT("PLACEMENT"),
        /** Of whom nothing is known among them: nobody is counted as having gone on who may not have. */
        OTHER("OTHER", "JOB_SEEKER", "OTHER_EFFORT", "SICK_LEAVE", "UNKNOWN");

        private final Set<String> codes;

        Ending(String... codes) {
            this.codes = Set.of(codes);
        }
    }

    /** Those under 35, of those who started and whose age is known; empty where the unknown are counted with the older. */
    public Optional<Share> young() {
        return table(Universe.STARTED, Attribute.AGE)
                .filter(table -> table.columns().stream()
                        .noneMatch(column -> column.code().equals("MORE_OR_UNKNOWN")))
                .flatMap(table -> share(table, Set.of("TO_34", "TO_24", "FROM_25")::contains));
    }

    /** Those who waited 30 days or less, of those who started. */
    public Optional<Share> soon() {
        return share(Universe.STARTED, Attribute.WAIT, Set.of("TO_30", "TO_14", "FROM_15")::contains);
    }

    /** Those who lived on wages or student aid when they ended, of those who have. */
    public Optional<Share> ownIncome() {
        return share(Universe.ENDED, Attribute.INCOME, flow -> OWN_INCOME.contains(flow.split("_", -1)[1]));
    }

    /** Women, of those who started; empty unless all of them are told of by sex. */
    public Optional<Share> women() {
        var started = number(Universe.STARTED);
        int all = started.number(Group.ALL).orElse(0);
        return all == 0 || started.more() || started.withoutSex() > 0
                ? Optional.empty()
                : started.number(Group.WOMEN).map(women -> new Share(women, all));
    }

    /** Of all comparisons that are told of, whatever the area, in the participants' own answers: how many went up. They are not independent. */
    public Optional<Share> progress() {
        return sum(areas().stream().flatMap(area -> up(area).stream()).toList());
    }

    /** Why that is not told; empty if nobody was compared, or nothing is measured. */
    public Optional<Missing> whyProgress() {
        return areas().stream().flatMap(area -> why(area).stream()).min(Comparator.naturalOrder());
    }

    /** Why the share of an area that went up is not told; empty if all are told of, and nobody was compared. */
    Optional<Missing> why(FigureTable area) {
        return area.shown() && !area.more() ? Optional.empty() : why(Universe.ENDED);
    }

    /** The tables of progress in the participants' own answers, one for each area that is measured. */
    public List<FigureTable> areas() {
        return tables.stream()
                .filter(table -> table.area()
                        .filter(area -> area.voice() == Respondent.PARTICIPANT)
                        .isPresent())
                .toList();
    }

    public static Optional<Share> up(FigureTable area) {
        return share(area, "UP"::equals);
    }

    /** Parts and wholes added up, of those that are told. */
    public static Optional<Share> sum(Collection<Share> shares) {
        return shares.stream().reduce((one, other) -> new Share(one.part() + other.part(), one.of() + other.of()));
    }

    private Optional<Share> share(Universe universe, Attribute attribute, Predicate<String> codes) {
        return table(universe, attribute).flatMap(table -> share(table, codes));
    }

    /** Of those of whom something is known; empty where the division has no such column. */
    private static Optional<Share> share(FigureTable table, Predicate<String> codes) {
        var row = table.row(Group.ALL);
        if (row.isEmpty() || table.columns().stream().noneMatch(column -> codes.test(column.code()))) {
            return Optional.empty();
        }
        int known = IntStream.range(0, table.columns().size())
                .filter(i -> !table.columns().get(i).blank())
                .map(i -> row.get().numbers().get(i))
                .sum();
        return known == 0 ? Optional.empty() : Optional.of(new Share(part(table, row.get(), codes), known));
    }

    private static int part(FigureTable table, FigureTable.Row row, Predicate<String> codes) {
        return IntStream.range(0, table.columns().size())
                .filter(i -> codes.test(table.columns().get(i).code()))
                .map(i -> row.numbers().get(i))
                .sum();
    }
}
