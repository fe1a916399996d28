package se.framsteg.plan.document;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingTest {
    private static final String NAME = "M10 20L30 40L50 60M5 5L600 200L0 0";

    @Test
    void linesWithinTheFieldAreADrawing() {
        assertThat(Drawing.of(NAME))
                .hasValueSatisfying(drawing -> assertThat(drawing.svg()).contains("d=\"" + NAME + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "M",
                "M1 1L2 2",
                "L1 1L2 2L3 3L4 4L5 5",
                "M601 1L2 2L3 3L4 4L5 5",
                "M1 201L2 2L3 3L4 4L5 5",
                "M1 1L2 2L3 3L4 4L5 5Z",
                "M1 1L2 2L3 3L4 4L5 5 ",
                " M1 1L2 2L3 3L4 4L5 5",
                "M1 1L2 2L3 3L4 4L5 -5",
                "M1 1L2 2L3 3L4 4L5 5.5",
                "m1 1l2 2l3 3l4 4l5 5",
                "M1,1L2,2L3,3L4,4L5,5",
                "M1 1L2 2L3 3L4 4L5 5\"/><script>alert(1)</script>",
                "M1 1L2 2L3 3L4 4L5 5\n",
                "M١ ١L٢ ٢L٣ ٣L٤ ٤L٥ ٥"
            })
    void nothingElseIs(String forged) {
        assertThat(Drawing.of(forged)).isEmpty();
    }

    @Test
    void oneWithoutEndIsNone() {
        assertThat(Drawing.of("M1 1" + "L2 2".repeat(4000))).isPresent();
        assertThat(Drawing.of("M1 1" + "L2 2".repeat(6000))).isEmpty();
        assertThat(Drawing.of("M1 1" + "L2 2".repeat(10_000_000))).isEmpty();
    }

    @Property
    void whateverIsADrawingHoldsNothingThatAPageCouldMistake(@ForAll String text) {
        Drawing.of(text).ifPresent(drawing -> assertThat(drawing.path()).matches("[ML0-9 ]+"));
    }
}
