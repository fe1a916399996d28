package se.framsteg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FieldsTest {
    enum Colour {
        RED,
        BLUE
    }

    private static Fields sent(String value) {
        return Fields.sent(Map.of("field", new String[] {value}));
    }

    @Property
    void whateverIsTypedIsKeptExactlyAndReadingItNeverFails(@ForAll String typed) {
        var fields = sent(typed);
        fields.text("field", 20);
        fields.required("field", 20, "x");
        fields.date("field", "x");
        fields.number("field", 1, 5);
        fields.optionalDecimal("field", 0, 80);
        fields.email("field");
        fields.choice("field", Colour.class, "x");
        assertThat(fields.value("field")).isEqualTo(typed);
    }

    @Property
    void textThatIsReadHoldsNothingThatTheDatabaseCannotHold(@ForAll String typed) {
        assertThat(sent(typed).text("field", Integer.MAX_VALUE)).doesNotContain("\u0000");
    }

    @Property
    void everyDateOfTwoCenturiesIsReadBack(@ForAll @IntRange(min = -25567, max = 47846) int day) {
        var date = LocalDate.ofEpochDay(day);
        var fields = sent(date.toString());
        assertThat(fields.date("field", "x")).isEqualTo(date);
        assertThat(fields.ok()).isTrue();
        assertThat(sent(date.toString().replace("-", "")).date("field", "x")).isEqualTo(date);
    }

    @Example
    void aDateThatDoesNotExistIsAProblemOfItsField() {
        for (var typed : new String[] {"2026-02-30", "2026-13-01", "i går", "26-05-03", "0001-01-01", "9999-12-31"}) {
            var fields = sent(typed);
            fields.date("field", "x");
            assertThat(fields.problem("field")).as(typed).isPresent();
        }
    }

    @Example
    void allProblemsAreToldAtOnceAndTheFirstOfAFieldStands() {
        var fields = Fields.empty();
        fields.required("name", 10, "name");
        fields.date("day", "day");
        fields.fail("name", "another");
        assertThat(fields.problems()).extracting(Fields.Problem::key).containsExactly("name.required", "day.required");
    }

    @Example
    void aDecimalMayHaveACommaAndOneDecimal() {
        assertThat(sent("12,5").optionalDecimal("field", 0, 80)).contains(new BigDecimal("12.5"));
        for (var typed : new String[] {"12,55", "81", "-1", "tolv", "1e3", "NaN"}) {
            var fields = sent(typed);
            assertThat(fields.optionalDecimal("field", 0, 80)).isEmpty();
            assertThat(fields.ok()).as(typed).isFalse();
        }
    }

    @Example
    void aConflictShowsWhatWasSavedWhereItDiffersAndKeepsWhatWasTyped() {
        var fields = Fields.sent(Map.of("name", new String[] {"min"}, "same", new String[] {"lika"}));
        fields.conflict(Map.of("name", "deras", "same", "lika"), 7);
        assertThat(fields.ok()).isFalse();
        assertThat(fields.savedMeanwhile("name")).contains("deras");
        assertThat(fields.savedMeanwhile("same")).isEmpty();
        assertThat(fields.value("name")).isEqualTo("min");
        assertThat(fields.version()).isEqualTo(7);
    }
}
