package se.framsteg.assessment.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalizedTextTest {

    @Test
    void a_language_that_is_not_offered_falls_back_to_the_first() {
        LocalizedText name = ExampleInstrument.instrument().name();

        assertThat(name.in("en")).isEqualTo("Small steps");
        assertThat(name.in("fi")).isEqualTo("Små steg");
    }

    @Test
    void the_first_language_is_that_of_the_instrument_and_not_of_the_text() {
        Instrument turned = ExampleInstrument.accepted(ExampleInstrument.yaml().replace("[sv, en]", "[en, sv]"));

        assertThat(turned.name().in("fi")).isEqualTo("Small steps");
    }
}
