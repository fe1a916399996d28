package se.framsteg.rights;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.NoSuchMessageException;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Entry;
import se.framsteg.cases.extract.Entry.Value;
import se.framsteg.cases.extract.Topic;
import se.framsteg.shared.IdentityNumber;
import se.framsteg.ui.Texts;

/** An extract in words. */
public final class ExtractWords {
    private static final int SHORT = 60;

    /** What is told in words only when it is so, or has happened: that it isn't tells the reader nothing. */
    private static final Set<String> ONLY_WHEN_SO =
            Set.of("skipped", "answer_seen", "imported", "anonymous", "failures");

    private final Texts texts;
    private final Extract extract;

    ExtractWords(Texts texts, Extract extract) {
        this.texts = texts;
        this.extract = extract;
    }

    public String t(String key, Object... arguments) {
        return texts.of(key, arguments);
    }

    public String language() {
        return texts.language();
    }

    /** Whose it is and when it was made, for the head and the foot. */
    public String about() {
        return t("extract.about", extract.number(), extract.organisation(), texts.moment(extract.madeAt()));
    }

    public String intro() {
        return t("extract.intro." + extract.reader());
    }

    /** The chapters in which there is something. */
    public List<Chapter> chapters() {
        return extract.chapters().stream()
                .filter(chapter -> !chapter.entries().isEmpty())
                .toList();
    }

    /** Under what there is nothing, by heading; empty if there is something everywhere. */
    public String nothingUnder() {
        return String.join(
                ", ",
                extract.chapters().stream()
                        .filter(chapter -> chapter.entries().isEmpty())
                        .map(chapter -> heading(chapter.topic()))
                        .toList());
    }

    public String heading(Topic topic) {
        return t("extract.topic." + topic);
    }

    /** The fields that are told in words. */
    public List<Entry.Field> fields(Entry entry) {
        return entry.fields().stream().filter(field -> !isNothing(field)).toList();
    }

    private static boolean isNothing(Entry.Field field) {
        return ONLY_WHEN_SO.contains(field.name())
                && switch (field.value()) {
                    case Value.Truth(var yes) -> !yes;
                    case Value.Amount(var number) -> number.signum() == 0;
                    default -> false;
                };
    }

    public String label(Entry.Field field) {
        return t("extract.field." + field.name().replace('_', '-'));
    }

    /** What stands in a field; empty if it has parts. */
    public Optional<String> text(Entry.Field field) {
        return switch (field.value()) {
            case Value.Written(var text) -> Optional.of(field.name().equals("identity_number") ? number(text) : text);
            case Value.Day(var day) -> Optional.of(texts.date(day));
            case Value.Moment(var at) -> Optional.of(texts.moment(at));
            case Value.Amount(var number) ->
                Optional.of(amount(number.stripTrailingZeros().toPlainString()));
            case Value.Truth(var yes) -> Optional.of(t(yes ? "yes" : "no"));
            case Value.Coded(var prefix, var code) -> Optional.of(coded(prefix, code));
            case Value.By(var staff) -> Optional.of(name(staff));
            case Value.Attached(var content) -> Optional.of(t("extract.attached", Math.max(1, content.length / 1024)));
            case Value.Parts _ -> Optional.empty();
        };
    }

    /** As people write it, which is not how it is stored. */
    private static String number(String stored) {
        return stored.matches("\\d{12}") ? IdentityNumber.ofStored(stored).display() : stored;
    }

    private String amount(String plain) {
        return language().equals("sv") ? plain.replace('.', ',') : plain;
    }

    private String name(se.framsteg.shared.StaffId staff) {
        var colleague = extract.people().get(staff);
        return colleague == null ? t("extract.unknown-staff") : colleague.name() + ", " + colleague.organisation();
    }

    /** A value that has come later than its text is told by its code: nothing is left out. */
    private String coded(String prefix, String code) {
        try {
            return t(prefix + "." + code);
        } catch (NoSuchMessageException e) {
            return code;
        }
    }

    public List<Entry> parts(Entry.Field field) {
        return field.value() instanceof Value.Parts(var entries) ? entries : List.of();
    }

    /** Whether an entry is one line to read: what it is about, and one thing about that. */
    public boolean inOneLine(Entry entry) {
        return fields(entry).size() == 2
                && fields(entry).stream()
                        .map(this::text)
                        .allMatch(text -> text.filter(one ->
                                        one.length() <= SHORT && one.lines().count() <= 1)
                                .isPresent());
    }

    /** Whether an entry has nothing that belongs to it further in, so that it is best read on one page. */
    public boolean whole(Entry entry) {
        return fields(entry).stream().allMatch(field -> text(field).isPresent());
    }

    /** Whether the parts are values in a row, and not entries of their own. */
    public boolean inARow(Entry.Field field) {
        return parts(field).stream()
                .allMatch(part ->
                        part.fields().size() == 1 && part.fields().getFirst().value() instanceof Value.Coded);
    }

    /** Such values, in a row. There are commas in some of them. */
    public String row(Entry.Field field) {
        return String.join(
                "; ",
                parts(field).stream()
                        .flatMap(part -> text(part.fields().getFirst()).stream())
                        .toList());
    }
}
