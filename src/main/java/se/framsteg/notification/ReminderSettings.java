package se.framsteg.notification;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reminders are sent.
 *
 * @param enabled whether this installation sends any
 * @param earliest the time of day, Swedish, from which they are sent; before noon
 * @param latest the time of day until which they are sent; after noon
 * @param every how often the queue is looked through
 * @param daysLate how late a reminder may be; one that is later is dropped. Three days carry it over a weekend
 */
@ConfigurationProperties("framsteg.reminders")
record ReminderSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("09:00") LocalTime earliest,
        @DefaultValue("17:00") LocalTime latest,
        @DefaultValue("5m") Duration every,
        @DefaultValue("3") int daysLate) {

    ReminderSettings {
        if (!earliest.isBefore(LocalTime.NOON) || !latest.isAfter(LocalTime.NOON)) {
            throw new IllegalArgumentException(
                    "framsteg.reminders: earliest must be before noon and latest after it, for example 09:00 and"
                            + " 17:00");
        }
    }

    /** Which wishes about the time of day are met at this moment; none at night and at weekends. */
    Set<PartOfDay> suits(ZonedDateTime now) {
        var time = now.toLocalTime();
        if (isWeekend(now.getDayOfWeek()) || time.isBefore(earliest) || !time.isBefore(latest)) {
            return EnumSet.noneOf(PartOfDay.class);
        }
        return EnumSet.of(PartOfDay.ANY, time.isBefore(LocalTime.NOON) ? PartOfDay.MORNING : PartOfDay.AFTERNOON);
    }

    private static boolean isWeekend(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }
}
