package se.framsteg.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.framsteg.notification.ReminderSource.Asked;
import se.framsteg.shared.CaseId;

class OccasionTest {
    private static final LocalDate OPENS = LocalDate.of(2026, 5, 4);

    /** Days from the opening to the closing, and to today. */
    @ParameterizedTest
    @CsvSource({
        "40, 0, OPENED",
        "40, 6, OPENED",
        "40, 7, AGAIN",
        "40, 37, AGAIN",
        "40, 38, CLOSING",
        "40, 40, CLOSING",
        "8, 6, CLOSING",
        "8, 7, CLOSING",
        "1, 0, OPENED",
        "1, 1, OPENED",
        "2, 0, CLOSING"
    })
    void theOccasionIsTheOneThatCameLast(int closesAfter, int today, Occasion expected) {
        var asked = new Asked(CaseId.create(), UUID.randomUUID(), OPENS, OPENS.plusDays(closesAfter));
        assertThat(Occasion.latest(asked, OPENS.plusDays(today))).contains(expected);
    }
}
