package se.framsteg.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.framsteg.shared.Time;

class ReminderSettingsTest {
    private static ReminderSettings hours(LocalTime earliest, LocalTime latest) {
        return new ReminderSettings(true, earliest, latest, Duration.ofMinutes(5), 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-05-04T08:59 | ",
                "2026-05-04T09:00 | ANY MORNING",
                "2026-05-04T11:59 | ANY MORNING",
                "2026-05-04T12:00 | ANY AFTERNOON",
                "2026-05-04T16:59 | ANY AFTERNOON",
                "2026-05-04T17:00 | ",
                "2026-05-02T12:00 | ",
                "2026-05-03T12:00 | "
            })
    void peopleAreWrittenToOnWeekdaysInOfficeHoursAndWhenTheyWish(LocalDateTime at, @Nullable String expected) {
        var suits = hours(LocalTime.of(9, 0), LocalTime.of(17, 0)).suits(at.atZone(Time.SWEDEN));
        var wishes = expected == null ? "" : expected;
        assertThat(suits)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(wishes.split(" "))
                        .filter(name -> !name.isEmpty())
                        .map(PartOfDay::valueOf)
                        .toList());
    }

    @Test
    void hoursThatLeaveOutTheMorningOrTheAfternoonAreRefusedAtStart() {
        assertThatThrownBy(() -> hours(LocalTime.of(13, 0), LocalTime.of(17, 0)))
                .hasMessageContaining("framsteg.reminders");
        assertThatThrownBy(() -> hours(LocalTime.of(9, 0), LocalTime.of(11, 0)))
                .hasMessageContaining("framsteg.reminders");
    }
}
