package se.framsteg.employment;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.framsteg.employment.Employment.Subsidy;
import se.framsteg.employment.Employment.Terms;
import se.framsteg.ui.Fields;

/** The fields of hours and terms, which a job begins with and which change. */
public final class TermsForm {
    private TermsForm() {}

    /** Whether the wage is in step with others’; a blank is that nobody has told. */
    public enum Wage {
        YES,
        NO
    }

    static Terms read(Fields fields) {
        return new Terms(
                fields.checked("permanent"),
                fields.choice("subsidy", Subsidy.class, "employment.subsidy"),
                fields.optionalChoice("wage", Wage.class).map(wage -> wage == Wage.YES));
    }

    static Map<String, String> written(Optional<BigDecimal> hours, Optional<Terms> terms) {
        var written = new LinkedHashMap<String, String>();
        written.put("hours", Fields.decimal(hours));
        written.put("permanent", terms.filter(Terms::permanent).map(_ -> "true").orElse(""));
        written.put("subsidy", terms.map(one -> one.subsidy().name()).orElse(""));
        written.put(
                "wage",
                terms.flatMap(Terms::wageInStep)
                        .map(inStep -> (inStep ? Wage.YES : Wage.NO).name())
                        .orElse(""));
        return written;
    }
}
