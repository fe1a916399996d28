package se.framsteg.plan.meeting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * A meeting as a calendar file (RFC 5545): when it is, and where if that has been said to tell nothing of the person; never whose it is, what it
 * is about or how one comes to it at a distance, for calendars are read by others than those who meet. Times are those of Europe/Stockholm,
 * with the rules of the European Union since 1996 written out, so that calendars that know no name of a zone are right as well. The id is
 * that of the meeting and the number rises with it: a later file moves what an earlier one put in. It is no message of a method (RFC 5546),
 * which would have to name who calls.
 */
final class CalendarFile {
    static final String TYPE = "text/calendar; charset=UTF-8";

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final List<String> STOCKHOLM = List.of(
            "BEGIN:VTIMEZONE",
            "TZID:Europe/Stockholm",
            "BEGIN:DAYLIGHT",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200",
            "TZNAME:CEST",
            "DTSTART:19960331T020000",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "TZNAME:CET",
            "DTSTART:19961027T030000",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "END:STANDARD",
            "END:VTIMEZONE");

    private static final int LONGEST_LINE = 75;

    private CalendarFile() {}

    /**
     * @param summary what it is about, up to 50 plain characters: nobody's name, and nothing that the format gives a meaning
     * @param place where it is, as it is written; empty if that is not to stand in it
     */
    static byte[] of(Meeting meeting, String summary, String place, Instant now) {
        var begins = LocalDateTime.of(meeting.planned().on(), meeting.planned().at());
        var lines = new ArrayList<String>();
        lines.addAll(
                List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Framsteg//Framsteg//SV", "CALSCALE:GREGORIAN"));
        lines.addAll(STOCKHOLM);
        lines.addAll(List.of(
                "BEGIN:VEVENT",
                "UID:" + meeting.id(),
                "SEQUENCE:" + meeting.version(),
                "DTSTAMP:" + LOCAL.format(now.atOffset(ZoneOffset.UTC)) + "Z",
                "DTSTART;TZID=Europe/Stockholm:" + LOCAL.format(begins),
                "DTEND;TZID=Europe/Stockholm:"
                        + LOCAL.format(begins.plusMinutes(meeting.planned().minutes())),
                "SUMMARY:" + summary));
        if (!place.isEmpty()) {
            lines.addAll(folded("LOCATION:" + escaped(place)));
        }
        lines.addAll(List.of("CLASS:PRIVATE", "END:VEVENT", "END:VCALENDAR"));
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** What the format gives a meaning is written so that it has none. */
    private static String escaped(String text) {
        return text.strip()
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** In lines of at most 75 octets; those that go on begin with a blank. */
    private static List<String> folded(String line) {
        var lines = new ArrayList<String>();
        var now = new StringBuilder();
        int octets = 0;
        for (var sign : line.codePoints().mapToObj(Character::toString).toList()) {
            int more = sign.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST_LINE) {
                lines.add(now.toString());
                now = new StringBuilder(" ");
                octets = 1;
            }
            now.append(sign);
            octets += more;
        }
        lines.add(now.toString());
        return lines;
    }
}
