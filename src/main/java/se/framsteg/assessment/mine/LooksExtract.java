package se.framsteg.assessment.mine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.audit.JournalReading;
import se.framsteg.audit.Who;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Entry;
import se.framsteg.cases.extract.Entry.Field;
import se.framsteg.cases.extract.Entry.Value;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;
import se.framsteg.shared.StaffId;

/** Who has looked at or changed what is kept about the person, day by day (PDL 8 kap. 5 §). */
@Component
class LooksExtract implements ExtractSource {
    private final JournalReading journal;
    private final Clock clock;

    LooksExtract(JournalReading journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    private record Looked(LocalDate day, Who.Kind kind, Optional<StaffId> staff) {}

    @Override
    public List<Chapter> of(Asked asked) {
        var tomorrow = LocalDate.now(clock).plusDays(1);
        var looks = new LinkedHashMap<Looked, Set<Look>>();
        for (var line : journal.about(asked.participant(), tomorrow, Integer.MAX_VALUE)) {
            looks.computeIfAbsent(new Looked(line.day(), line.kind(), line.staff()), _ -> new LinkedHashSet<>())
                    .add(Look.of(line.action()));
        }
        return List.of(new Chapter(
                Topic.LOOKS, looks.entrySet().stream().map(LooksExtract::entry).toList()));
    }

    private static Entry entry(Map.Entry<Looked, Set<Look>> one) {
        var looked = one.getKey();
        var fields = new ArrayList<Field>();
        fields.add(new Field("day", new Value.Day(looked.day())));
        fields.add(new Field(
                "who",
                looked.staff()
                        .<Value>map(Value.By::new)
                        .orElseGet(() ->
                                new Value.Coded("extract.looked", looked.kind().name()))));
        if (looked.kind() == Who.Kind.STAFF) {
            fields.add(new Field(
                    "did",
                    new Value.Parts(one.getValue().stream()
                            .map(look ->
                                    new Entry(List.of(new Field("what", new Value.Coded("looked.look", look.name())))))
                            .toList())));
        }
        return new Entry(fields);
    }
}
