package se.framsteg.pathway.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Entry;
import se.framsteg.cases.extract.Entry.Field;
import se.framsteg.cases.extract.Entry.Value;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;
import se.framsteg.pathway.method.Worksheet;

/**
 * The person’s worksheets. All that the person has written is in the extract that they take out themselves; in that of whoever has the case,
 * and in the archive, is what the person shares; leads, who read no worksheets, and all others are told how many there are besides.
 */
@Component
class SheetExtract implements ExtractSource {
    private final SheetStore sheets;

    SheetExtract(SheetStore sheets) {
        this.sheets = sheets;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var all = sheets.of(asked.caseId());
        var readable =
                switch (asked.reader()) {
                    case PERSON -> all;
                    case STAFF, ARCHIVE ->
                        all.stream().flatMap(sheet -> sheet.shared().stream()).toList();
                    case LEAD -> List.<Sheet>of();
                };
        var entries = new ArrayList<Entry>();
        readable.forEach(sheet -> entries.add(entry(sheet, asked.language())));
        if (readable.size() < all.size()) {
            var kept = new Value.Amount(BigDecimal.valueOf(all.size() - readable.size()));
            entries.add(new Entry(List.of(new Field("kept", kept))));
        }
        return List.of(new Chapter(Topic.WORKSHEETS, entries));
    }

    private static Entry entry(Sheet sheet, String language) {
        var fields = new ArrayList<Field>();
        fields.add(new Field("method", new Value.Written(sheet.pathway().name().in(language))));
        fields.add(new Field(
                "worksheet", new Value.Written(sheet.worksheet().name().in(language))));
        sheet.sharing().ifPresent(sharing -> fields.add(new Field("shared_at", new Value.Moment(sharing.since()))));
        fields.add(new Field(
                "worksheet_versions",
                new Value.Parts(sheet.versions().reversed().stream()
                        .map(version -> version(sheet.worksheet(), version, language))
                        .toList())));
        return new Entry(fields);
    }

    private static Entry version(Worksheet worksheet, Sheet.Version version, String language) {
        var answers = worksheet.fields().stream()
                .filter(field -> !version.answers().to(field).isEmpty())
                .map(field -> new Entry(List.of(
                        new Field("question", new Value.Written(field.question().in(language))),
                        new Field("answer", new Value.Written(SheetForm.said(field, version.answers(), language))))))
                .toList();
        return new Entry(List.of(
                new Field("saved_at", new Value.Moment(version.at())),
                new Field(
                        "saved_by",
                        version.savedBy()
                                .<Value>map(Value.By::new)
                                .orElseGet(() -> new Value.Coded("extract.by", "PERSON"))),
                new Field("answers", new Value.Parts(answers))));
    }
}
