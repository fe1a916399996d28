package se.framsteg.assessment.mine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.framsteg.audit.JournalReading;
import se.framsteg.audit.Who;
import se.framsteg.cases.emergency.OwnEmergencies;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Entry;
import se.framsteg.cases.extract.Entry.Field;
import se.framsteg.cases.extract.Entry.Value;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;

/** Who has looked at or changed what is kept about the person, day by day (PDL 8 kap. 5 §). */
@Component
class LooksExtract implements ExtractSource {
    private final JournalReading journal;
    private final OwnEmergencies emergencies;
    private final Clock clock;

    LooksExtract(JournalReading journal, OwnEmergencies emergencies, Clock clock) {
        this.journal = journal;
        this.emergencies = emergencies;
        this.clock = clock;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var tomorrow = LocalDate.now(clock).plusDays(1);
        var looked = Looked.of(
                journal.about(asked.participant(), tomorrow, Integer.MAX_VALUE), emergencies.of(asked.caseId()));
        return List.of(new Chapter(
                Topic.LOOKS, looked.stream().map(LooksExtract::entry).toList()));
    }

    private static Entry entry(Looked looked) {
        var fields = new ArrayList<Field>();
        fields.add(new Field("day", new Value.Day(looked.day())));
        fields.add(new Field(
                "who",
                looked.staff()
                        .<Value>map(Value.By::new)
                        .orElseGet(() ->
                                new Value.Coded("extract.looked", looked.kind().name()))));
        looked.emergency()
                .ifPresent(emergency -> fields.add(new Field("in-emergency", new Value.Written(emergency.reason()))));
        if (looked.kind() == Who.Kind.STAFF) {
            fields.add(new Field(
                    "did",
                    new Value.Parts(
                            looked.did().stream().map(LooksExtract::part).toList())));
        }
        return new Entry(fields);
    }

    private static Entry part(WhoLooked.Done done) {
        var fields = new ArrayList<Field>();
        fields.add(new Field("what", new Value.Coded("looked.look", done.look().name())));
        fields.add(new Field("first-at", new Value.Moment(done.first())));
        if (!done.last().equals(done.first())) {
            fields.add(new Field("last-at", new Value.Moment(done.last())));
        }
        return new Entry(fields);
    }
}
