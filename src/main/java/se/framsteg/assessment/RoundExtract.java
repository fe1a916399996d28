package se.framsteg.assessment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Item;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Asked.Reader;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.Entry;
import se.framsteg.cases.extract.Entry.Field;
import se.framsteg.cases.extract.Entry.Value;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;
import se.framsteg.shared.RoundId;

/**
 * Rounds with questions and answers, the keys that were given, and what was done with them. Nobody learns from it what the other
 * has answered before both have: such answers are named, and told of later.
 */
@Component
class RoundExtract implements ExtractSource {
    private final JdbcClient jdbc;
    private final RoundTable rounds;
    private final InstrumentLibrary library;
    private final Clock clock;

    RoundExtract(JdbcClient jdbc, RoundTable rounds, InstrumentLibrary library, Clock clock) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.library = library;
        this.clock = clock;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        return List.of(new Chapter(Topic.ROUNDS, rounds(asked)), new Chapter(Topic.ROUND_CHANGES, changes(asked)));
    }

    private List<Entry> rounds(Asked asked) {
        var known = rounds.of(asked.caseId()).stream().collect(Collectors.toMap(Round::id, round -> round));
        var answers = answers(asked, known);
        var keys = keys(asked);
        return jdbc.sql("select * from rounds where case_id = ? order by due_on, id")
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .coded("kind", "round.kind")
                        .field("instrument", instrument(known, row, asked.language()))
                        .day("opens_on", "due_on", "closes_on")
                        .moment("closed_at")
                        .truth("skipped")
                        .truth("answer_seen")
                        .parts("keys", keys.getOrDefault(row.getObject("id", UUID.class), List.of()))
                        .parts("answers", answers.getOrDefault(row.getObject("id", UUID.class), List.of()))
                        .entry())
                .list();
    }

    private Value instrument(Map<RoundId, Round> known, ResultSet row, String language) throws SQLException {
        var round = known.get(new RoundId(row.getObject("id", UUID.class)));
        return new Value.Written(
                round == null ? "" : library.name(round.instrument(), language).orElse(""));
    }

    private record Part(UUID round, Entry entry) {}

    private Map<UUID, List<Entry>> keys(Asked asked) {
        return jdbc
                .sql("""
                    select k.* from answer_keys k join rounds r on r.id = k.round_id where r.case_id = ? order by k.created_at\
                    """)
                .param(asked.caseId().value())
                .query((row, i) -> new Part(
                        row.getObject("round_id", UUID.class),
                        Columns.of(row)
                                .coded("second_kind", "extract.second")
                                .by("created_by")
                                .moment("created_at", "expires_at", "opens_until", "revoked_at")
                                .count("failures")
                                .entry()))
                .list()
                .stream()
                .collect(groupingBy(Part::round, mapping(Part::entry, toList())));
    }

    private Map<UUID, List<Entry>> answers(Asked asked, Map<RoundId, Round> known) {
        return jdbc
                .sql("""
                    select a.* from assessments a join rounds r on r.id = a.round_id where r.case_id = ? order by a.respondent desc\
                    """)
                .param(asked.caseId().value())
                .query((row, i) -> new Part(row.getObject("round_id", UUID.class), sheet(asked, known, row)))
                .list()
                .stream()
                .collect(groupingBy(Part::round, mapping(Part::entry, toList())));
    }

    private Entry sheet(Asked asked, Map<RoundId, Round> known, ResultSet row) throws SQLException {
        var stored = AssessmentTable.stored(row, 0);
        var round = known.get(stored.round());
        var columns = Columns.of(row).coded("respondent", "extract.respondent");
        if (round == null || !told(asked.reader(), stored.respondent(), round, row.getObject("submitted_at") != null)) {
            return columns.field("told", new Value.Coded("extract.told", "LATER"))
                    .entry();
        }
        return columns.coded("language", "language")
                .by("answered_by", "entered_by")
                .day("filled_in_on")
                .moment("started_at", "saved_at", "submitted_at")
                .truth("imported")
                .parts("questions", questions(library.get(round.instrument()), stored, asked.language()))
                .parts("scores", scores(library.get(round.instrument()), row, asked.language()))
                .entry();
    }

    private boolean told(Reader reader, Respondent respondent, Round round, boolean sent) {
        var today = LocalDate.now(clock);
        return switch (reader) {
            case ARCHIVE -> true;
            case PERSON -> respondent == Respondent.PARTICIPANT || sent && round.revealed(today);
            case STAFF, LEAD -> sent && round.revealed(today);
        };
    }

    private static List<Entry> questions(Instrument instrument, AssessmentTable.Stored stored, String language) {
        var sheet = instrument.itemsFor(stored.respondent());
        var questions = new ArrayList<Entry>();
        for (int position = 0;
                position < sheet.size() && position < stored.answers().size();
                position++) {
            var answer = stored.answers().get(position);
            questions.add(question(sheet.get(position), stored.respondent(), answer, language));
        }
        return questions;
    }

    private static Entry question(Item item, Respondent respondent, @Nullable Integer answer, String language) {
        var wording = item.wording(respondent);
        var fields = new ArrayList<Field>();
        fields.add(new Field("question", new Value.Written(wording.question().in(language))));
        if (answer == null) {
            fields.add(new Field("answer", new Value.Coded("extract.answer", "NONE")));
        } else if (answer == Instrument.DONT_KNOW) {
            fields.add(new Field("answer", new Value.Coded("extract.answer", "DONT_KNOW")));
        } else {
            fields.add(new Field("step", new Value.Amount(BigDecimal.valueOf(answer))));
            fields.add(new Field(
                    "answer", new Value.Written(wording.steps().get(answer - 1).in(language))));
        }
        return new Entry(fields);
    }

    private static List<Entry> scores(Instrument instrument, ResultSet row, String language) throws SQLException {
        var stored = row.getArray("scores");
        if (stored == null) {
            return List.of();
        }
        var scores = (@Nullable Float[]) stored.getArray();
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < scores.length && i < instrument.dimensions().size(); i++) {
            var score = scores[i];
            if (score != null) {
                entries.add(new Entry(List.of(
                        new Field(
                                "area",
                                new Value.Written(
                                        instrument.dimensions().get(i).name().in(language))),
                        new Field("score", new Value.Amount(new BigDecimal(score.toString()))))));
            }
        }
        return entries;
    }

    /** Also of rounds that have been taken away. */
    private List<Entry> changes(Asked asked) {
        return jdbc.sql("select * from round_changes where case_id = ? order by id")
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .coded("kind", "extract.round-change")
                        .day("due_before", "due_after")
                        .written("reason")
                        .by("by_staff")
                        .moment("at")
                        .entry())
                .list();
    }
}
