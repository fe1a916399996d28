package se.framsteg.overview;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.framsteg.initiative.money.MoneyTable;
import se.framsteg.initiative.outreach.OrganisationActivity;
import se.framsteg.shared.InitiativeId;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.ledger.Share;
import se.framsteg.statistics.ledger.Universe;

/**
 * Initiatives at a glance.
 *
 * @param years that can be chosen, the latest first
 * @param unknown what was asked for as a year and is none of these; empty otherwise
 * @param choices all initiatives that can be looked at
 * @param glances those that were chosen and of which there is something to tell
 * @param led whether the reader leads one of them, and has exact numbers elsewhere
 */
public record Overview(
        Stretch stretch,
        List<Integer> years,
        Optional<String> unknown,
        List<Choice> choices,
        List<Glance> glances,
        boolean led,
        LocalDate today) {
    public Overview {
        years = List.copyOf(years);
        choices = List.copyOf(choices);
        glances = List.copyOf(glances);
    }

    /** An initiative that can be looked at. */
    public record Choice(InitiativeId id, String name, boolean chosen) {}

    /** Those for persons. */
    public List<Glance> individual() {
        return glances.stream().filter(one -> !one.structural()).toList();
    }

    public List<Glance> structural() {
        return glances.stream().filter(Glance::structural).toList();
    }

    /** Of all initiatives for persons together, those that are told. There is at least one. */
    public Told number(Universe universe, Group group) {
        return Told.sum(individual().stream()
                .map(one -> one.people().number(universe, group))
                .toList());
    }

    /** Of those of whom it is told. */
    public Optional<Share> sum(Function<Figures, Optional<Share>> share) {
        return Figures.sum(individual().stream()
                .flatMap(one -> share.apply(one.people()).stream())
                .toList());
    }

    /** Why a share of those in a universe is told of none; empty if there is nobody. */
    public Optional<Told.Missing> why(Universe universe) {
        return Figures.why(individual().stream().map(Glance::people).toList(), universe);
    }

    /** Why steps up are told of none; empty if nobody was compared. */
    public Optional<Told.Missing> whyProgress() {
        return individual().stream()
                .flatMap(one -> one.people().whyProgress().stream())
                .min(Comparator.naturalOrder());
    }

    public static MoneyTable.Sum paid(Collection<Glance> glances) {
        return glances.stream().map(Glance::paid).reduce(MoneyTable.Sum.NONE, MoneyTable.Sum::plus);
    }

    public List<OrganisationActivity> activities() {
        return structural().stream().flatMap(one -> one.activities().stream()).toList();
    }

    /** The first and the last of the days up to which the initiatives' participants are counted, one of each; empty if none are yet. */
    public Optional<Until> until() {
        var days = individual().stream()
                .flatMap(one -> one.people().closed().stream())
                .sorted()
                .toList();
        return days.isEmpty() ? Optional.empty() : Optional.of(new Until(days.getFirst(), days.getLast()));
    }

    public record Until(LocalDate first, LocalDate last) {}
}
