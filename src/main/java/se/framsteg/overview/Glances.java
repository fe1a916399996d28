package se.framsteg.overview;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** How many there are at least where anything is told, besides nobody. */
    int least() {
        return statistics.least();
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
        var told = new HashMap<InitiativeId, List<FigureTable>>();
        var since = new HashMap<InitiativeId, List<FigureTable>>();
        for (int i = 0; i < people.size(); i++) {
            var one = people.get(i);
            told.put(one.id(), answers.get(i));
            if (!stretch.to().isBefore(one.startsOn())) {
                since.put(one.id(), answers.get(people.size() + i));
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
                            new Figures(told.getOrDefault(one.id(), List.of())),
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

    /** Numbers of people and money of some initiatives together, in each of these years. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<YearByYear.Line> years(List<Initiative> initiatives, Collection<Stretch> years) {
        var questions = new ArrayList<Question>();
        for (var year : years) {
            initiatives.stream()
                    .filter(one -> !one.structural() && year.meets(one))
                    .forEach(one -> questions.add(question(one, year)));
        }
        var answers = statistics.told(questions);
        var money = own.money.tables(initiatives, Optional.empty());
        var lines = new ArrayList<YearByYear.Line>();
        int asked = 0;
        for (var year : years) {
            var figures = new ArrayList<Figures>();
            while (asked < questions.size() && questions.get(asked).to().equals(year.to())) {
                figures.add(new Figures(answers.get(asked++)));
            }
            var paid = money.values().stream()
                    .map(table -> paid(table, year))
                    .reduce(MoneyTable.Sum.NONE, MoneyTable.Sum::plus);
            if (figures.stream().anyMatch(Figures::counted) || paid.budget() > 0 || paid.actual() > 0) {
                lines.add(new YearByYear.Line(year, figures, paid));
            }
        }
        return lines;
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
