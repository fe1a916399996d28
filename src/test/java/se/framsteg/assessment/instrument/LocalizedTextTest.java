package se.framsteg.assessment.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.framsteg.shared.definition.LocalizedText;

class LocalizedTextTest {

    @Test
    void aLanguageThatIsNotOfferedFallsBackToTheFirst() {
        LocalizedText name = ExampleInstrument.instrument().name();

        assertThat(name.in("en")).isEqualTo("Small steps");
        assertThat(name.in("fi")).isEqualTo("Små steg");
    }

    @Test
    void theFirstLanguageIsThatOfTheInstrumentAndNotOfTheText() {
        Instrument turned = ExampleInstrument.accepted(ExampleInstrument.yaml().replace("[sv, en]", "[en, sv]"));

        assertThat(turned.name().in("fi")).isEqualTo("Small steps");
    }
}
