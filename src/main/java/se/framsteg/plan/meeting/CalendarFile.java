package se.framsteg.plan.meeting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * A meeting as a calendar file (RFC 5545): when it is and that it is about a joint plan, and nothing else. Neither place nor link stands
 * in it, for the place may be somebody's home. Times are those of Europe/Stockholm, with the rules of the European Union since 1996
 * written out, so that calendars that know no name of a zone are right as well. The id is that of the meeting and the number rises with
 * it: a later file moves what an earlier one put in. It is no message of a method (RFC 5546), which would have to name who calls.
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

    private CalendarFile() {}

    /** @param summary what it is about, up to 50 plain characters: nobody's name, and nothing that the format gives a meaning */
    static byte[] of(Meeting meeting, String summary, Instant now) {
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
                "SUMMARY:" + summary,
                "CLASS:PRIVATE",
                "END:VEVENT",
                "END:VCALENDAR"));
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
