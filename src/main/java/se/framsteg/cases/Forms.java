package se.framsteg.cases;

import se.framsteg.ui.Fields;

/** What the forms of this room have in common. */
final class Forms {
    private Forms() {}

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
        return Fields.decimal(livelihood.hours());
    }
}
