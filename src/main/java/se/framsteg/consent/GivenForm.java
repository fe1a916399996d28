package se.framsteg.consent;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.framsteg.consent.Answer.How;
import se.framsteg.consent.scan.Scan;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** The fields about how something was said (template {@code consent/given}). */
public final class GivenForm {
    /** In the order of the page. */
    static final List<String> FIELDS =
            List.of("saidOn", "how", "paper", "spokenReason", "language", "textVersion", "interpreter");

    private GivenForm() {}

    /** What stands in the fields; where one can't be read, something that nothing more can be wrong with. */
    static Given read(Fields fields, Optional<Scan> paper, LocalDate today) {
        var how = fields.optionalChoice("how", How.class);
        if (how.isEmpty()) {
            fields.fail("how", "ledger.how.required");
        }
        var saidOn = fields.date("saidOn", "ledger.said-on");
        return new Given(
                how.orElse(How.E_ID),
                fields.problem("saidOn").isPresent() ? today : saidOn,
                fields.text("spokenReason", 1000),
                paper,
                number(fields.value("textVersion")),
                Optional.of(fields.value("language")).filter(code -> !code.isEmpty()),
                fields.checked("interpreter"));
    }

    private static Optional<Integer> number(String typed) {
        return typed.strip().matches("\\d{1,6}") ? Optional.of(Integer.valueOf(typed.strip())) : Optional.empty();
    }

    /** A browser sends a chosen file once: where the form comes back, that is said at its field. */
    static void askForPaperAgain(Fields fields, Given given) {
        if (!fields.ok() && given.scan().isPresent()) {
            fields.fail("paper", "ledger.paper.again");
        }
    }

    /** The ways that staff can record. */
    public static Map<String, String> ways(Page page) {
        var ways = new LinkedHashMap<String, String>();
        for (var how : How.values()) {
            if (how != How.OWN_PAGE) {
                ways.put(how.name(), page.t("ledger.how", how));
            }
        }
        return ways;
    }
}
