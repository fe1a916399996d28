package se.framsteg.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void aDrawingGetsItsSizeItsTextAndOurFontAndLosesWhatTheScreenNeeds() {
        var svg = """
            <svg class="x" aria-labelledby="t" viewBox="-5 0 200 100" width="200" height="100" font-family="sans-serif"><g/></svg>\
            """;
        assertThat(Figure.of(svg, "Två \"områden\"", 50))
                .isEqualTo("<svg xmlns=\"http://www.w3.org/2000/svg\" alt=\"Två &quot;områden&quot;\" style=\"width:"
                        + " 50.0mm; height: 25.0mm\" viewBox=\"-5 0 200 100\" font-family=\"Liberation"
                        + " Sans\"><g/></svg>");
    }
}
