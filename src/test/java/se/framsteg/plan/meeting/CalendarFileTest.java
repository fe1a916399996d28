package se.framsteg.plan.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.framsteg.plan.MeetingId;
import se.framsteg.shared.Time;

/** The calendar file as iCal4j reads it. */
class CalendarFileTest {
    private static Meeting meeting(LocalDate on, LocalTime at, int minutes) {
        var planned = new Meeting.Planned(
                Meeting.Kind.FIRST, on, at, minutes, "Hemma hos mig", "https://video.example/rum", "finska");
        return new Meeting(MeetingId.create(), planned, Meeting.State.PLANNED, 3);
    }

    @ParameterizedTest
    @CsvSource({"2027-01-12, 13:30, 60", "2027-06-12, 08:00, 45", "2027-03-28, 10:00, 480", "2026-12-31, 23:30, 60"})
    void itIsValidAndTellsTheTimeInSwedenSummerAndWinter(LocalDate on, LocalTime at, int minutes) throws Exception {
        var meeting = meeting(on, at, minutes);
        var file = CalendarFile.of(meeting, "Möte om samordnad plan", "", Instant.parse("2026-11-01T10:00:00Z"));
        var calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
        assertThat(calendar.validate().hasErrors()).isFalse();
        VEvent event = calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
        assertThat(event.getSummary().getValue()).isEqualTo("Möte om samordnad plan");
        assertThat(event.getUid().orElseThrow().getValue())
                .isEqualTo(meeting.id().toString());
        DtStart<?> start = event.<DtStart<?>>getProperty("DTSTART").orElseThrow();
        DtEnd<?> end = event.<DtEnd<?>>getProperty("DTEND").orElseThrow();
        var begins = on.atTime(at).atZone(Time.SWEDEN);
        assertThat(((ZonedDateTime) start.getDate()).toInstant()).isEqualTo(begins.toInstant());
        assertThat(((ZonedDateTime) end.getDate()).toInstant())
                .isEqualTo(
                        on.atTime(at).plusMinutes(minutes).atZone(Time.SWEDEN).toInstant());
    }

    @ParameterizedTest
    @CsvSource(
            value = {"Stadshuset, rum 2; hus C", "Rum\\nolla 3"},
            delimiter = '|')
    void aPlaceIsReadAsItIsWritten(String place) throws Exception {
        for (var written : new String[] {place, place + " ö".repeat(140)}) {
            var file = CalendarFile.of(
                    meeting(LocalDate.of(2027, 1, 12), LocalTime.of(9, 0), 60), "Möte", written, Instant.EPOCH);
            var calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
            VEvent event = calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
            assertThat(event.getLocation().getValue()).isEqualTo(written);
            assertThat(new String(file, StandardCharsets.UTF_8).lines())
                    .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        }
    }

    @ParameterizedTest
    @CsvSource({"2027-01-12, 13:30, 60"})
    void itTellsNothingButTheTime(LocalDate on, LocalTime at, int minutes) {
        var text = new String(
                CalendarFile.of(meeting(on, at, minutes), "Möte om samordnad plan", "", Instant.EPOCH),
                StandardCharsets.UTF_8);
        assertThat(text)
                .doesNotContain("Hemma", "video.example", "finska", "LOCATION", "ATTENDEE", "ORGANIZER", "DESCRIPTION")
                .doesNotContainPattern("[^\r]\n");
        assertThat(text.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }
}
