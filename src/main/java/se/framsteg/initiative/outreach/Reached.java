package se.framsteg.initiative.outreach;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What some activities come to. Somebody who was at two of them is counted twice: names are not kept. */
public record Reached(int activities, BigDecimal hours, int women, int men, int untold) {

    /** A quarter of the calendar, 1–4. */
    public record Quarter(int year, int quarter, Reached reached) {}

    public int all() {
        return women + men + untold;
    }

    public static Reached by(Collection<OrganisationActivity> activities) {
        return new Reached(
                activities.size(),
                activities.stream().map(OrganisationActivity::hours).reduce(BigDecimal.ZERO, BigDecimal::add),
                activities.stream().mapToInt(OrganisationActivity::women).sum(),
                activities.stream().mapToInt(OrganisationActivity::men).sum(),
                activities.stream().mapToInt(OrganisationActivity::untold).sum());
    }

    /** The quarters in which there was any, the latest first. */
    static List<Quarter> byQuarter(Collection<OrganisationActivity> activities) {
        return activities.stream().collect(Collectors.groupingBy(Reached::quarter)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                .map(quarter -> new Quarter(quarter.getKey() / 4, quarter.getKey() % 4 + 1, by(quarter.getValue())))
                .toList();
    }

    private static int quarter(OrganisationActivity activity) {
        return activity.on().getYear() * 4 + (activity.on().getMonthValue() - 1) / 3;
    }
}
