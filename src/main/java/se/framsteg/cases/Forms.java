package se.framsteg.cases;

import java.util.List;
import se.framsteg.ui.Fields;

/** What the forms of this room have in common. */
final class Forms {
    private Forms() {}

    static void refuse(Fields fields, List<Result.Refusal> reasons) {
        reasons.forEach(reason ->
                fields.fail(reason.field(), reason.key(), reason.arguments().toArray()));
    }

    static Livelihood livelihood(Fields fields) {
        return new Livelihood(
                fields.optionalChoice("income", IncomeSource.class), fields.optionalDecimal("hours", 0, 80));
    }

    /** Fills in the fields of {@link #livelihood}. */
    static Fields fill(Fields fields, Livelihood livelihood) {
        return fields.with("income", income(livelihood)).with("hours", hours(livelihood));
    }

    static String income(Livelihood livelihood) {
        return livelihood.income().map(Enum::name).orElse("");
    }

    static String hours(Livelihood livelihood) {
        return livelihood
                .hours()
                .map(hours -> hours.stripTrailingZeros().toPlainString().replace('.', ','))
                .orElse("");
    }
}
