package se.framsteg.rights;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Entry;
import se.framsteg.cases.extract.Entry.Value;
import se.framsteg.print.Printed;
import se.framsteg.print.Printer;
import se.framsteg.shared.StaffId;
import se.framsteg.ui.Texts;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An extract as files: a tagged PDF to read, and JSON for other programs (GDPR art. 15.3 and 20). Both in memory alone. */
@Component
public class ExtractFiles {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Printer printer;
    private final MessageSource messages;

    ExtractFiles(Printer printer, MessageSource messages) {
        this.printer = printer;
        this.messages = messages;
    }

    /**
     * To read. Not to be called within a transaction, see {@link Printer#print}.
     *
     * @param language Swedish or English
     */
    public Printed paper(Extract extract, String language) {
        var words = new ExtractWords(new Texts(messages, Locale.of(language)), extract);
        return printer.print(
                words.t("extract.file") + "-" + extract.number(), "rights/extract-paper", Map.of("words", words));
    }

    /**
     * For other programs: chapters by topic, entries with the names that their columns have, days as 2026-05-03 and moments in
     * UTC. What is empty is left out; a chapter without entries is there.
     */
    public byte[] structured(Extract extract) {
        var chapters = new LinkedHashMap<String, Object>();
        extract.chapters()
                .forEach(chapter -> chapters.put(
                        chapter.topic().name().toLowerCase(Locale.ROOT), entries(chapter.entries(), extract)));
        var whole = new LinkedHashMap<String, Object>();
        whole.put("format", "framsteg-register-extract-1");
        whole.put("case", extract.number());
        whole.put("controller", extract.organisation());
        whole.put("made_at", extract.madeAt().toString());
        whole.put("chapters", chapters);
        return JSON.writeValueAsBytes(whole);
    }

    private static List<Object> entries(List<Entry> entries, Extract extract) {
        return entries.stream().<Object>map(entry -> entry(entry, extract)).toList();
    }

    private static Map<String, Object> entry(Entry entry, Extract extract) {
        var fields = new LinkedHashMap<String, Object>();
        entry.fields().forEach(field -> fields.put(field.name(), value(field.value(), extract)));
        return fields;
    }

    private static Object value(Value value, Extract extract) {
        return switch (value) {
            case Value.Written(var text) -> text;
            case Value.Day(var day) -> day.toString();
            case Value.Moment(var at) -> at.toString();
            case Value.Amount(var number) -> number;
            case Value.Truth(var yes) -> yes;
            case Value.Coded coded -> coded.code();
            case Value.By(var staff) -> staff(staff, extract);
            case Value.Attached(var content) -> Base64.getEncoder().encodeToString(content);
            case Value.Parts(var parts) -> entries(parts, extract);
        };
    }

    private static Map<String, Object> staff(StaffId id, Extract extract) {
        var colleague = extract.people().get(id);
        return colleague == null
                ? Map.of()
                : Map.of("name", colleague.name(), "organisation", colleague.organisation());
    }
}
