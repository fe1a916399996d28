package se.framsteg.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.consent.scan.Scan;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** The form of a {@link Sheet}: what is said about all recipients, and a row of fields for each ({@code to-1}, {@code to-2} …). */
public final class SheetForm {
    static final int ROWS = 3;
    static final int MOST_ROWS = 12;

    private final Fields fields;
    private final List<Integer> filled = new ArrayList<>();
    private final List<Sheet.Asked> asked = new ArrayList<>();
    /** Which row each of the asked stands in. */
    private final List<Integer> rows = new ArrayList<>();

    private final Sheet sheet;

    private SheetForm(Fields fields, Optional<Scan> paper, LocalDate today) {
        this.fields = fields;
        for (int row = 1; row <= rows(fields); row++) {
            read(row);
        }
        this.sheet = new Sheet(
                GivenForm.read(fields, paper, today),
                fields.text("purpose", 1000),
                fields.optionalDate("validUntil"),
                asked);
    }

    static SheetForm read(Fields fields, Optional<Scan> paper, LocalDate today) {
        return new SheetForm(fields, paper, today);
    }

    Sheet sheet() {
        return sheet;
    }

    /** How many rows the form has. */
    static int rows(Fields fields) {
        try {
            return Math.clamp(Integer.parseInt(fields.value("rows")), 1, MOST_ROWS);
        } catch (NumberFormatException e) {
            return ROWS;
        }
    }

    /** Gives each row an id, so that a form that is sent twice is known. */
    static Fields withRows(Fields fields, int rows) {
        fields.with("rows", rows);
        for (int row = 1; row <= rows; row++) {
            if (fields.optionalId("id-" + row, ConsentId::of).isEmpty()) {
                fields.with("id-" + row, ConsentId.create());
            }
        }
        return fields;
    }

    public static boolean isFilled(Fields fields, int row) {
        return List.of("to-", "name-", "answer-", "kinds-").stream()
                .anyMatch(name -> !fields.value(name + row).isBlank());
    }

    private void read(int row) {
        if (!isFilled(fields, row)) {
            return;
        }
        filled.add(row);
        var to = to(row);
        if (to.isEmpty()) {
            fields.fail("to-" + row, "ledger.to.required");
        }
        var answer = fields.choice("answer-" + row, YesOrNo.class, "ledger.answer");
        var kinds = kinds(fields, "kinds-" + row);
        var id = fields.optionalId("id-" + row, ConsentId::of).orElseThrow(NotFoundException::new);
        to.ifPresent(recipient -> {
            asked.add(new Sheet.Asked(id, recipient, answer == YesOrNo.YES, kinds));
            rows.add(row);
        });
    }

    public enum YesOrNo {
        YES,
        NO
    }

    /** The kinds that are ticked; what is no kind at all is told, and not left out. */
    static Set<Kind> kinds(Fields fields, String field) {
        var kinds = EnumSet.noneOf(Kind.class);
        kinds.addAll(fields.choices(field, Kind.class));
        if (kinds.size() < Set.copyOf(fields.values(field)).size()) {
            fields.fail(field, "ledger.kinds.unknown");
        }
        return kinds;
    }

    private Optional<Recipient> to(int row) {
        var sort = fields.optionalChoice("to-" + row, Recipient.Sort.class);
        if (sort.isPresent()) {
            return Optional.of(new Recipient.Named(sort.get(), fields.text("name-" + row, 200)));
        }
        return fields.optionalId("to-" + row, OrganisationId::of).map(Recipient.Organisation::new);
    }

    /** Notes what the door has found, in the row that it is about. */
    void tell(List<Refusal> refusals) {
        for (var refusal : refusals) {
            var dash = refusal.field().lastIndexOf('-');
            if (dash < 0) {
                refusal.tell(fields);
            } else if (!rows.isEmpty()) {
                var row = rows.get(Integer.parseInt(refusal.field().substring(dash + 1)) - 1);
                Refusal.of(
                                refusal.field().substring(0, dash + 1) + row,
                                refusal.key(),
                                refusal.arguments().toArray())
                        .tell(fields);
            } else if (filled.isEmpty()) {
                refusal.tell(fields);
            }
        }
    }

    /** Tells what is wrong in the order of the page: what goes for all recipients first, then each recipient. */
    static void tellInOrder(Fields fields) {
        var order = new ArrayList<>(GivenForm.FIELDS);
        order.addAll(List.of("purpose", "validUntil"));
        for (int row = 1; row <= rows(fields); row++) {
            for (var part : List.of("to-", "name-", "answer-", "kinds-")) {
                order.add(part + row);
            }
        }
        fields.tellInOrder(order);
    }

    /** Whom something can be shared with: the other organisations, then somebody named. */
    static Map<String, String> recipients(Page page, Map<OrganisationId, String> organisations) {
        var recipients = new LinkedHashMap<String, String>();
        organisations.forEach((id, name) -> recipients.put(id.toString(), name));
        Arrays.stream(Recipient.Sort.values())
                .forEach(sort -> recipients.put(sort.name(), page.t("ledger.sort", sort)));
        return recipients;
    }

    /** How the form calls the recipient of this answer in its list. */
    public static String recipient(ConsentView.Line line) {
        return switch (line.consent().to()) {
            case Recipient.Organisation(var id) -> id.toString();
            case Recipient.Named(var sort, var _) -> sort.name();
        };
    }

    public static Map<String, String> kinds(Page page, Iterable<Kind> of) {
        var kinds = new LinkedHashMap<String, String>();
        of.forEach(kind -> kinds.put(kind.name(), page.t("ledger.kind", kind)));
        return kinds;
    }
}
