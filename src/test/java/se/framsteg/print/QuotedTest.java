package se.framsteg.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTest {
    @Test
    void eachLineRunsAsItsFirstLetterDoes() {
        assertThat(Quoted.lines("(1) Gå till biblioteket\r\n\n «کتابخانه» Åsa \n070-123 45 67\n"))
                .containsExactly(
                        new Quoted.Line("(1) Gå till biblioteket", "ltr"),
                        new Quoted.Line("«کتابخانه» Åsa", "rtl"),
                        new Quoted.Line("070-123 45 67", "ltr"));
    }
}
