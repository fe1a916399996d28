package se.framsteg.consent;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import se.framsteg.consent.colleague.Colleague;
import se.framsteg.shared.Time;
import se.framsteg.ui.Page;
import se.framsteg.ui.Spreadsheet;

/**
 * What an organisation could see on a day, as a file: what was open, then who was or is named there, then the answers that it rests
 * on. Times are Swedish; an empty one is the beginning or the end of what was asked about.
 */
final class DayFile {
    private static final List<String> COLUMNS = List.of("organisation", "day", "time", "part", "what", "from", "until");

    private final Page page;
    private final Seen seen;
    private final List<Colleague> named;

    /** @param named of the organisation */
    DayFile(Page page, Seen seen, List<Colleague> named) {
        this.page = page;
        this.seen = seen;
        this.named = named;
    }

    Spreadsheet spreadsheet() {
        return new Spreadsheet(
                COLUMNS.stream()
                        .map(column -> page.t("ledger.day.column." + column))
                        .toList(),
                Stream.of(open(), colleagues(), answers()).flatMap(rows -> rows).toList());
    }

    private Stream<List<String>> open() {
        if (seen.open().isEmpty()) {
            return Stream.of(row("open", page.t("ledger.day.column.nothing"), "", ""));
        }
        return seen.open().entrySet().stream()
                .flatMap(kind -> kind.getValue().stream()
                        .map(span -> row(
                                "open",
                                page.t("ledger.kind", kind.getKey()),
                                span.from().map(DayFile::at).orElse(""),
                                span.until().map(DayFile::at).orElse(""))));
    }

    private Stream<List<String>> colleagues() {
        return named.stream()
                .map(one -> row(
                        "named",
                        one.name(),
                        at(one.namedAt()),
                        one.ended().map(DayFile::at).orElse("")));
    }

    private Stream<List<String>> answers() {
        return seen.because().stream()
                .map(line -> row(
                        "answer",
                        Stream.concat(
                                        Stream.of(page.t("ledger.turn", line.turn())),
                                        line.answer().kinds().stream().map(kind -> page.t("ledger.kind", kind)))
                                .collect(joining("; ")),
                        at(line.answer().recordedAt()),
                        line.answer().validUntil().map(LocalDate::toString).orElse("")));
    }

    private List<String> row(String part, String what, String from, String until) {
        return List.of(
                seen.called(),
                seen.day().toString(),
                seen.time().map(Object::toString).orElse(""),
                page.t("ledger.day.part." + part),
                what,
                from,
                until);
    }

    private static String at(Instant moment) {
        return LocalDateTime.ofInstant(moment, Time.SWEDEN)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace('T', ' ');
    }
}
