package se.framsteg.overview;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.fidelity.review.Reviews;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.money.InitiativeMoney;
import se.framsteg.initiative.money.MoneyTable;
import se.framsteg.initiative.outreach.OrganisationActivities;
import se.framsteg.organisation.OrganisationRegister;
import se.framsteg.report.ReportDays;
import se.framsteg.shared.InitiativeId;
import se.framsteg.statistics.goal.GoalResults;
import se.framsteg.statistics.ledger.FigureTable;
import se.framsteg.statistics.ledger.InitiativeStatistics;
import se.framsteg.statistics.ledger.InitiativeStatistics.Question;

/**
 * Gathers what other rooms tell of initiatives, of all of them in a handful of statements, however many they are. Guards nothing: it is asked by a
 * door.
 */
@Component
class Glances {
    private final InitiativeStatistics statistics;
    private final GoalResults goals;
    private final ReportDays reports;
    private final Reviews reviews;
    private final OwnSide own;

    Glances(InitiativeStatistics statistics, GoalResults goals, ReportDays reports, Reviews reviews, OwnSide own) {
        this.statistics = statistics;
        this.goals = goals;
        this.reports = reports;
        this.reviews = reviews;
        this.own = own;
    }

    /** What is not of people. */
    @Component
    static class OwnSide {
        private final OrganisationRegister organisations;
        private final InitiativeMoney money;
        private final OrganisationActivities activities;

        OwnSide(OrganisationRegister organisations, InitiativeMoney money, OrganisationActivities activities) {
            this.organisations = organisations;
            this.money = money;
            this.activities = activities;
        }
    }

    /** In the order of the initiatives. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Glance> of(List<Initiative> initiatives, Stretch stretch) {
        var ids = initiatives.stream().map(Initiative::id).toList();
        var people = initiatives.stream().filter(one -> !one.structural()).toList();
        var questions = new ArrayList<Question>();
        people.forEach(one -> questions.add(question(one, stretch)));
        people.forEach(one -> questions.add(question(one, stretch.sinceStart())));
        var answers = statistics.told(questions);
        var told = new HashMap<InitiativeId, Figures>();
        var since = new HashMap<InitiativeId, List<FigureTable>>();
        for (int i = 0; i < people.size(); i++) {
            var one = people.get(i);
            told.put(one.id(), Figures.of(answers.get(i)));
            if (!stretch.to().isBefore(one.startsOn())) {
                since.put(one.id(), answers.get(people.size() + i).tables());
            }
        }
        var owners = own.organisations.names(
                initiatives.stream().map(Initiative::owner).toList());
        var money = own.money.tables(initiatives, Optional.of(stretch.to()));
        var activities = own.activities.of(ids);
        var results = goals.of(initiatives, since, stretch.to());
        var agreed = reviews.agreed(ids);
        var standing = reports.standing(ids);
        return initiatives.stream()
                .map(one -> {
                    var table = requireNonNull(money.get(one.id()));
                    return new Glance(
                            one,
                            owners.getOrDefault(one.owner(), ""),
                            told.getOrDefault(one.id(), Figures.NONE),
                            activities.getOrDefault(one.id(), List.of()).stream()
                                    .filter(activity -> stretch.covers(activity.on()))
                                    .toList(),
                            table,
                            paid(table, stretch),
                            results.getOrDefault(one.id(), List.of()),
                            agreed.getOrDefault(one.id(), List.of()).stream()
                                    .filter(sum -> !sum.window().to().isAfter(stretch.to()))
                                    .findFirst(),
                            standing.getOrDefault(one.id(), ReportDays.Standing.NONE));
                })
                .toList();
    }

    /**
     * Numbers of people and money of some initiatives together, in each of these years. Whoever waited to be told of at the end of an initiative,
     * or ended after it, is told of in a later year: every year is asked about every initiative. Money stands in all years that it was noted of.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<YearByYear.Line> years(List<Initiative> initiatives, List<Stretch> years, LocalDate today) {
        var people = initiatives.stream().filter(one -> !one.structural()).toList();
        var answers = statistics.told(years.stream()
                .flatMap(year -> people.stream().map(one -> question(one, year)))
                .toList());
        var figures = new HashMap<Stretch, List<Figures>>();
        for (int i = 0; i < years.size(); i++) {
            var told = answers.subList(i * people.size(), (i + 1) * people.size());
            figures.put(years.get(i), concerned(people, told, years.get(i)));
        }
        var money = own.money.tables(initiatives, Optional.empty()).values();
        var paid = money.stream().flatMap(table -> table.years().stream()).map(year -> Stretch.of(year.year(), today));
        return Stream.concat(years.stream(), paid)
                .distinct()
                .sorted(Comparator.comparing(Stretch::from))
                .map(year -> new YearByYear.Line(year, figures.getOrDefault(year, List.of()), paid(money, year)))
                .filter(YearByYear.Line::telling)
                .toList();
    }

    /** Of those initiatives that went on in the year, or of which somebody is told in it. */
    private static List<Figures> concerned(
            List<Initiative> people, List<InitiativeStatistics.Answered> told, Stretch year) {
        return IntStream.range(0, people.size())
                .mapToObj(i -> Optional.of(Figures.of(told.get(i)))
                        .filter(figures -> year.meets(people.get(i)) || figures.anybody()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static MoneyTable.Sum paid(Collection<MoneyTable> money, Stretch year) {
        return money.stream().map(table -> paid(table, year)).reduce(MoneyTable.Sum.NONE, MoneyTable.Sum::plus);
    }

    private static Question question(Initiative initiative, Stretch stretch) {
        return new Question(Set.of(initiative.id()), stretch.from(initiative), stretch.to());
    }

    private static MoneyTable.Sum paid(MoneyTable table, Stretch stretch) {
        return stretch.year()
                .map(year -> table.years().stream()
                        .filter(one -> one.year() == year)
                        .map(one -> one.part().sum())
                        .reduce(MoneyTable.Sum.NONE, MoneyTable.Sum::plus))
                .orElseGet(() -> table.all().sum());
    }
}
