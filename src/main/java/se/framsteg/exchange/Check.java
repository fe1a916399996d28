package se.framsteg.exchange;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.framsteg.assessment.ImportedRounds.Answered;
import se.framsteg.assessment.ImportedRounds.Measurement;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Item;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.cases.CaseFacts;
import se.framsteg.shared.CaseId;

/**
 * Tries a table: what would come of it, and everything that stands in the way. Makes nothing and asks nobody; one use.
 */
final class Check {
    private static final Set<String> PARTICIPANT =
            Set.of("deltagare", "deltagaren", "participant", "klient", "klienten", "d");
    private static final Set<String> CASEWORKER =
            Set.of("handläggare", "handläggaren", "caseworker", "coach", "coachen", "h");

    private final Grid grid;
    private final Mapping mapping;
    private final Instrument instrument;
    private final KnownCases cases;
    private final Set<Answered> answered;
    private final LocalDate today;
    private final Answers answers;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<Answered, Integer> seen = new HashMap<>();
    private final Map<CaseId, Map<LocalDate, Map<Respondent, List<@Nullable Integer>>>> made = new LinkedHashMap<>();
    private final Map<CaseId, CaseFacts> facts = new HashMap<>();

    /** @param measurements one for each case and day; to be used only if there are no faults */
    record Outcome(List<Fault> faults, List<Measurement> measurements) {}

    private Check(Grid grid, Mapping mapping, Instrument instrument, Existing existing, LocalDate today) {
        this.grid = grid;
        this.mapping = mapping;
        this.instrument = instrument;
        this.cases = existing.cases();
        this.answered = existing.answered();
        this.today = today;
        this.answers = new Answers(instrument, mapping.dontKnowWords());
    }

    /** What there is already. */
    record Existing(KnownCases cases, Set<Answered> answered) {}

    static Outcome of(Grid grid, Mapping mapping, Instrument instrument, Existing existing, LocalDate today) {
        var check = new Check(grid, mapping, instrument, existing, today);
        grid.rows().forEach(check::row);
        return new Outcome(List.copyOf(check.faults), check.measurements());
    }

    private List<Measurement> measurements() {
        var all = new ArrayList<Measurement>();
        for (var ofCase : made.entrySet()) {
            var in = requireNonNull(facts.get(ofCase.getKey()), "facts of a case that was found");
            for (var onDay : ofCase.getValue().entrySet()) {
                all.add(new Measurement(in, onDay.getKey(), onDay.getValue()));
            }
        }
        return all;
    }

    /** Reads all of a row, whatever is wrong with the first of it. */
    private void row(Grid.Line line) {
        var day = day(line);
        var who = person(line, day);
        if (who.isPresent() && day.isPresent()) {
            inTime(line, who.get(), day.get());
        }
        var respondent = respondent(line);
        var sheet = respondent.map(one -> sheet(line, one));
        if (who.isPresent() && day.isPresent() && sheet.isPresent()) {
            add(line, new Answered(who.get().id(), day.get(), respondent.get()), who.get(), sheet.get());
        }
    }

    private Optional<CaseFacts> person(Grid.Line line, Optional<LocalDate> day) {
        var number = written(line, Mapping.CASE_NUMBER);
        var identity = written(line, Mapping.IDENTITY_NUMBER);
        if (number.isEmpty() && identity.isEmpty()) {
            fault(
                    line,
                    mapping.has(Mapping.CASE_NUMBER) ? Mapping.CASE_NUMBER : Mapping.IDENTITY_NUMBER,
                    "person-missing");
            return Optional.empty();
        }
        if (number.isEmpty()) {
            return found(line, Mapping.IDENTITY_NUMBER, cases.byIdentity(identity.get(), day));
        }
        var found = found(line, Mapping.CASE_NUMBER, cases.byNumber(number.get()));
        if (found.isPresent() && identity.isPresent() && !cases.isOf(identity.get(), found.get())) {
            fault(line, Mapping.IDENTITY_NUMBER, "person-differs");
            return Optional.empty();
        }
        return found;
    }

    /** What stands in the column that means this, if there is one and anything in it. */
    private Optional<String> written(Grid.Line line, String meaning) {
        var column = mapping.column(meaning);
        return column.isEmpty()
                ? Optional.empty()
                : Optional.of(line.cell(column.getAsInt())).filter(text -> !text.isEmpty());
    }

    private Optional<CaseFacts> found(Grid.Line line, String meaning, KnownCases.Match match) {
        return switch (match) {
            case KnownCases.Match.One(var found) -> Optional.of(found);
            case KnownCases.Match.None(var problem) -> {
                fault(line, meaning, problem);
                yield Optional.empty();
            }
        };
    }

    private void fault(Grid.Line line, String meaning, String problem) {
        fault(line, mapping.column(meaning).orElseThrow(), problem);
    }

    private Optional<LocalDate> day(Grid.Line line) {
        var column = mapping.column(Mapping.DATE).orElseThrow();
        if (line.cell(column).isEmpty()) {
            fault(line, column, "date-missing");
            return Optional.empty();
        }
        return switch (WrittenDate.read(line.cell(column))) {
            case WrittenDate.Of(var day)
            when day.isAfter(today) -> {
                fault(line, column, "date-future");
                yield Optional.empty();
            }
            case WrittenDate.Of(var day) -> Optional.of(day);
            case WrittenDate.Unclear(var problem) -> {
                fault(line, column, problem);
                yield Optional.empty();
            }
        };
    }

    private void inTime(Grid.Line line, CaseFacts found, LocalDate day) {
        var column = mapping.column(Mapping.DATE).orElseThrow();
        if (found.startedOn().isEmpty()) {
            fault(line, column, "not-started");
        } else if (day.isBefore(found.startedOn().get())) {
            fault(line, column, "date-before", found.startedOn().get().toString());
        } else if (found.endedOn().filter(day::isAfter).isPresent()) {
            fault(line, column, "date-after", found.endedOn().get().toString());
        }
    }

    private Optional<Respondent> respondent(Grid.Line line) {
        var column = mapping.column(Mapping.RESPONDENT);
        if (column.isEmpty()) {
            return mapping.respondent();
        }
        var text = line.cell(column.getAsInt()).toLowerCase(Locale.ROOT);
        if (PARTICIPANT.contains(text)) {
            return Optional.of(Respondent.PARTICIPANT);
        }
        if (CASEWORKER.contains(text)) {
            return Optional.of(Respondent.CASEWORKER);
        }
        fault(line, column.getAsInt(), text.isEmpty() ? "respondent-missing" : "respondent-unknown");
        return Optional.empty();
    }

    private List<@Nullable Integer> sheet(Grid.Line line, Respondent respondent) {
        var before = faults.size();
        var sheet = new ArrayList<@Nullable Integer>();
        for (var item : instrument.items()) {
            var answer = answer(line, item, respondent);
            if (item.asks(respondent)) {
                sheet.add(answer);
            }
        }
        if (faults.size() == before && sheet.stream().allMatch(answer -> answer == null)) {
            faults.add(new Fault(line.number(), "", "", "nothing", List.of()));
        }
        return sheet;
    }

    private @Nullable Integer answer(Grid.Line line, Item item, Respondent respondent) {
        var column = mapping.column(Mapping.item(item.key()));
        if (column.isEmpty() || line.cell(column.getAsInt()).isEmpty()) {
            return null;
        }
        return switch (answers.read(item, respondent, line.cell(column.getAsInt()))) {
            case Answers.Read.Step(int answer) -> answer;
            case Answers.Read.Faulty(var problem, var arguments) -> {
                fault(line, column.getAsInt(), problem, arguments.toArray(String[]::new));
                yield null;
            }
        };
    }

    private void add(Grid.Line line, Answered key, CaseFacts found, List<@Nullable Integer> sheet) {
        var column = mapping.column(Mapping.DATE).orElseThrow();
        var earlier = seen.putIfAbsent(key, line.number());
        if (earlier != null) {
            fault(line, column, "twice", earlier.toString());
        } else if (answered.contains(key)) {
            fault(line, column, "there-already");
        } else {
            facts.put(found.id(), found);
            made.computeIfAbsent(found.id(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(key.day(), _ -> new EnumMap<>(Respondent.class))
                    .put(key.respondent(), sheet);
        }
    }

    private void fault(Grid.Line line, int column, String problem, String... arguments) {
        faults.add(
                new Fault(line.number(), grid.headings().get(column), line.cell(column), problem, List.of(arguments)));
    }
}
